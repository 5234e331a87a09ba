"""Files as they lie on disk and in git, and YAML with the place of every key and value."""
