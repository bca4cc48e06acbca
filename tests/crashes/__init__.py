"""A desk killed at any moment loses no answer and sends no letter twice."""
