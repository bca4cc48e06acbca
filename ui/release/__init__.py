"""Letters released together: each one readable and to be unticked, each an act of its own."""
