"""The place that shows how the work goes: the backlog, what is lacking, how often the pre-check is overruled."""
