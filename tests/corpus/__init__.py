"""The development corpus of the pre-check: invented CVs with planted defects, and its evaluation."""
