"""Files, git, and YAML with positions."""
