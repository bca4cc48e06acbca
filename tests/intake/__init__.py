"""Tests of bringing applicants in."""
