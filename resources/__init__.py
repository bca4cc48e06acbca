"""What the program reads but does not run: templates, checklists, translations, icons, fonts."""
