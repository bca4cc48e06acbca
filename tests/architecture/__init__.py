"""What the shape of the code must keep: sizes, words, imports, translations, documents."""
