"""Comparison of two documents, and its wording."""
