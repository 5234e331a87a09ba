"""Encoding of arguments."""

import os
from collections.abc import Sequence
from typing import Final

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

_WRITING: Final = ("new", "follow-up")
"""Commands that write words of the command line into a document; elsewhere such a word is a path that leads nowhere."""


def check_arguments(args: Sequence[str]) -> None:
    """Raises LofteError for undecodable words.

    They would be written unreadably; names of existing files are accepted.
    """
    for word in args if args[:1] and args[0] in _WRITING else ():
        shown = word.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        if shown != word and not os.path.lexists(word):
            raise LofteError(
                Text(f"”{shown}” är inte skrivet i UTF-8.", f"“{shown}” is not written in UTF-8."),
                Text(
                    "Terminalen använder en annan teckenkodning. Ställ in den på UTF-8 och kör igen.",
                    "The terminal uses another encoding. Set it to UTF-8 and run again.",
                ),
            )
