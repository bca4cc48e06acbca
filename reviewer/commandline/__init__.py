"""The headless program: one sub-command a job, JSON for scripts on stdout, words for people on stderr."""
