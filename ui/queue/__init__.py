"""The queue pane: who waits, searched, filtered and walked through by keyboard."""
