"""The invented applicants that fill the program for a look around."""
