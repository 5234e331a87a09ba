"""Output formats of the commands.

One package per command and one module per format. Every package has a table `FORMATS` (see `formats.py`);
`terminal.py` is the layout that the terminal views share.
"""
