"""Brings applicants in: a table with the files it names, or a bare folder of CVs."""
