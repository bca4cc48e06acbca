"""Where personal data lives, and that it goes."""
