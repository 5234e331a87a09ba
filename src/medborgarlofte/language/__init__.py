"""Swedish reading: tokens, typed expressions, phrases."""
