"""The documents: what each kind may hold, under which Swedish keys."""
