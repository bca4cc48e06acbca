"""The desktop window: knows the core through its workspace and domain only."""
