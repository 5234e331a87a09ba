"""User messages for `OSError`."""

import errno
import os
from pathlib import Path
from typing import Final

from medborgarlofte.i18n import Text


def describe_os_error(error: OSError) -> tuple[Text, Text | None]:
    """Cause and advice.

    The cause ends a sentence; the fallback is the system's own message.
    """
    if error.errno == errno.ENOENT and error.filename and Path(os.fsdecode(error.filename)).is_symlink():
        return _GONE, None
    reason = str(error.strerror or error) or type(error).__name__
    return _REFUSALS.get(error.errno or 0, (Text(reason, reason), None))


_GONE: Final = Text(
    "en länk leder till något som inte finns", "a link leads to something that does not exist"
)
_FULL: Final = (
    Text("disken är full", "the disk is full"),
    Text("Frigör plats på disken och kör igen.", "Free some space on the disk and run again."),
)
_RIGHTS: Final = (
    Text("du har inte rätt till det", "you do not have the right to"),
    Text(
        "Välj en annan plats, eller be den som har hand om mappen om rätt till den.",
        "Choose another place, or ask whoever keeps the folder for the right to it.",
    ),
)
_IN_THE_WAY: Final = (
    Text("där ligger en fil i vägen för en mapp", "a file lies in the way of a folder"),
    Text("Flytta filen, eller välj en annan plats.", "Move the file, or choose another place."),
)
_REFUSALS: Final[dict[int, tuple[Text, Text | None]]] = {
    errno.ENOSPC: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.ENOMEM: (
        Text("datorns minne räcker inte till", "the computer is out of memory"),
        Text(
            "Kontrollera om någon fil är mycket stor, eller ange färre filer.",
            "Check whether a file is very large, or give fewer files.",
        ),
    ),
    errno.EFBIG: (
        Text("filen får inte bli så stor", "the file may not grow so large"),
        Text(
            "Det finns en gräns för hur stora filer får vara (ulimit -f). Höj den och kör igen.",
            "There is a limit on the size of files (ulimit -f). Raise it and run again.",
        ),
    ),
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: (
        Text("disken går bara att läsa", "the disk can only be read"),
        Text("Välj en plats där du får skriva.", "Choose a place where you may write."),
    ),
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOENT: (Text("filen eller mappen finns inte", "there is no such file or folder"), None),
    errno.ELOOP: (
        Text("en länk leder till sig själv", "a link leads to itself"),
        Text("Ta bort länken och kör igen.", "Remove the link and run again."),
    ),
    errno.ENAMETOOLONG: (
        Text("namnet är för långt", "the name is too long"),
        Text("Välj ett kortare namn.", "Choose a shorter name."),
    ),
}
