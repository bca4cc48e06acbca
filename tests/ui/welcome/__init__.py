"""The first minutes at a new desk."""
