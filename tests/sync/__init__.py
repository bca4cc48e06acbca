"""Between desk and shared database, on SQLite and PostgreSQL."""
