"""Formats of `summary`, one file each."""
