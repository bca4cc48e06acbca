"""Where personal data lives, and how it is erased."""
