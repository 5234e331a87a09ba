"""How it went: what the follow-ups of a promise say together."""
