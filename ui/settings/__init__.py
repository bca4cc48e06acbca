"""The place where a desk is set up: fields that save themselves, a test letter, a look at every part."""
