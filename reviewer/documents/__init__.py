"""Documents of strangers, read in confined processes of their own."""
