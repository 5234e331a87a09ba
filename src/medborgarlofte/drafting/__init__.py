"""New documents: from nothing, from last year's promise, and a whole invented municipality."""
