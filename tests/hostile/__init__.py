"""Tests with documents made to do harm."""
