"""Output formats of the commands.

One package per command: `result.py` is what it found and the words for it, `text.py` plain text, `data.py` what
programs read, `terminal.py` the view of a terminal. Every package has a table `FORMATS` (see `formats.py`).
"""
