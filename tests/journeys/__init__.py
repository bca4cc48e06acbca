"""One file per user story, through the real window."""
