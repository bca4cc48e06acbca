"""Tests of letters, from template to mail server."""
