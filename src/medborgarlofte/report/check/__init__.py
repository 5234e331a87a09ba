"""Formats of `validate`, one file each."""
