"""The rules, shown on records alone."""
