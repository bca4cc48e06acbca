"""The headless program as scripts meet it: real processes, exit codes, and what goes to which stream."""
