"""Document kinds and their Swedish keys."""
