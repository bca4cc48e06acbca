"""Alembic's revisions, one chain for the shared database and one for each desk's own."""
