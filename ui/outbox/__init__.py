"""The outbox: every letter with its state, its reason and what can be done about it."""
