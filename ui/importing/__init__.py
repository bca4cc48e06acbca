"""Brings a folder of applicants in: what would come, what came, and what stayed outside."""
