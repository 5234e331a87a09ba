"""Follow-ups of a promise and their outcome."""
