"""The erasures: demands that are still open, and the receipts of those that were met."""
