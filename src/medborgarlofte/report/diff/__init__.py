"""Output of `diff`."""
