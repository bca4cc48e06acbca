"""The drawn layouts, one function each."""
