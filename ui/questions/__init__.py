"""The questions: acts that no longer held when they were saved, put to the person who wanted them."""
