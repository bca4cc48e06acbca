"""An import through the window."""
