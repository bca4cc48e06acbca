"""The settings page on a real desk, and its letters on a real mail server."""
