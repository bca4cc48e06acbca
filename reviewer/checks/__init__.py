"""The pre-check: pure functions from what the document worker saw to findings."""
