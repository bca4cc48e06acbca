"""The letters' texts: changed by the house, tried on people while one types, and led back to the program's own."""
