"""Reusable controls that know nothing of the product."""
