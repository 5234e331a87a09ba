"""New documents: blank, renewed, example."""
