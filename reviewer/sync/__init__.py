"""Replays the journal on the shared database, copies what changed back, and sends what is due."""
