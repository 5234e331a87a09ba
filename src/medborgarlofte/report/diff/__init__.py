"""Formats of `diff`, one file each."""
