"""Output of `due`."""
