"""Output of `summary`."""
