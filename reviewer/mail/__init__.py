"""Letters: from a template to rendered text, to a message, to the mail server or a folder."""
