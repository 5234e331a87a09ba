"""Output of the commands as text, one package a command and one module a format.

Every package has a table `FORMATS` (see `formats.py`); `terminal.py` is the layout that the drawn views share.
"""
