"""The three steps of a new desk, each of which can be passed over."""
