"""The review tool's core: everything but the window; never imports Qt."""
