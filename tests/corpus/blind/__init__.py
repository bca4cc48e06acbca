"""A second corpus of invented CVs with known truth, written without sight of the rules it judges."""
