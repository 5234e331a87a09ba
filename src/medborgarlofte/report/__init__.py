"""Output formats of the commands.

One package per command: `text.py` is plain text, `data.py` what programs read, `terminal.py` the view of a terminal.
What the command found, and the words for it, are in `result.py`, or in `text.py` where that is short. Every package has a table `FORMATS` (see `formats.py`).
"""
