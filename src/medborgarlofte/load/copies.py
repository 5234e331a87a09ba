"""Copies of files and folders, which would count everything twice."""

import re
from collections.abc import Sequence
from typing import Final

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Text
from medborgarlofte.load.loader import LoadedFile
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.source.positions import START

_COPIED: Final = re.compile(
    r"(?<![^\W_])(?:kopia|copy|conflict\w*|konflikt\w*)(?![^\W_])|\(\d+\)|-(?:desktop|laptop)-\w+$",
    re.IGNORECASE,
)
"""What Explorer, OneDrive and others put into the name of a copy."""


def check_copies(loaded_files: Sequence[LoadedFile]) -> None:
    """Report files that are called copies and have the text of another, and read them no further.

    A copied folder is reported once.
    """
    named = [one for one in loaded_files if one.document is not None and _is_copy(one)]
    if not named:
        return
    originals = {_text(one): one for one in reversed(loaded_files) if not _is_copy(one)}
    copies: dict[tuple[str, str], list[tuple[LoadedFile, LoadedFile]]] = {}
    for one in named:
        if first := originals.get(_text(one)):
            folders = one.input.id.rpartition("/")[0], first.input.id.rpartition("/")[0]
            copies.setdefault(folders, []).append((one, first))
    for (folder, other), pairs in copies.items():
        for number, (one, first) in enumerate(pairs):
            one.document = None
            whole = len(pairs) > 1 and folder != other
            if not (whole and number):
                names = (folder, other) if whole else (one.input.id, first.input.id)
                one.diagnostics = [_copied(one, *names)]


def _text(file: LoadedFile) -> bytes:
    """Content, however its lines end."""
    return file.data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").strip()


def _is_copy(file: LoadedFile) -> bool:
    return any(map(_COPIED.search, file.input.id.split("/")))


def _copied(file: LoadedFile, name: str, original: str) -> Diagnostic:
    values = {"copy": name, "original": original}
    return Diagnostic(COPIED, "error", file.input.file, START, values=values)


COPIED: Final = SchemaNotice(
    code="X08",
    name="copied-file",
    message=Text("”{copy}” är en kopia av ”{original}”.", "“{copy}” is a copy of “{original}”."),
    why=Text("Allt skulle räknas och visas två gånger.", "Everything would be counted and shown twice."),
    help=Text(
        "Ta bort kopian, eller flytta den från mappen promises.",
        "Remove the copy, or move it out of the folder promises.",
    ),
)
NOTICES: Final = (COPIED,)
