"""The follow-up: three rungs, who is due on each, who comes next, and who promised something."""
