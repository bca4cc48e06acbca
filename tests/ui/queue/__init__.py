"""The queue pane, on real desks."""
