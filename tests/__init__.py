"""The tests: a mirror of the code, and journeys through the window."""
