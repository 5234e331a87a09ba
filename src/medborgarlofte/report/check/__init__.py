"""Output of `validate`."""
