"""Formats of `due`, one file each."""
