"""Addresses of documents on the site."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Text
from medborgarlofte.load.discovery import InputFile
from medborgarlofte.load.loader import LoadedFile
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.source.positions import START
from medborgarlofte.swedish import slug


@lru_cache(maxsize=65_536)
def address_of(document_id: str) -> str:
    """Address of a document on the site, without suffix.

    Safe on every web server and file system.
    """
    return "/".join(_address_part(part) for part in document_id.split("/"))


def _address_part(part: str) -> str:
    made = slug(part) or "x" + "".join(f"{ord(c):x}" for c in part)
    return f"{made}-" if made in _RESERVED else made


_RESERVED: Final = frozenset(
    ["index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that Windows keeps for itself, and the one that a start page has."""


def check_addresses(loaded_files: Sequence[LoadedFile]) -> None:
    """Report documents that would share an address."""
    first: dict[str, InputFile] = {}
    for loaded_file in loaded_files:
        address = address_of(loaded_file.input.id)
        if address in first:
            one, other = first[address], loaded_file.input
            same = one.id == other.id  # lofte.yaml and lofte.yml
            values = {
                "id": PurePosixPath(other.file).name if same else other.id,
                "other": PurePosixPath(one.file).name if same else one.id,
            }
            loaded_file.diagnostics.append(
                Diagnostic(SAME_ADDRESS, "error", loaded_file.input.file, START, values=values)
            )
        first.setdefault(address, loaded_file.input)


SAME_ADDRESS: Final = SchemaNotice(
    code="X05",
    name="same-address",
    message=Text(
        "”{id}” får samma webbadress som ”{other}”.",
        "“{id}” gets the same web address as “{other}”.",
    ),
    why=Text(
        "Webbadresser skrivs utan å, ä, ö och stora bokstäver, så den ena sidan skulle skriva över den andra.",
        "Web addresses are written without å, ä, ö and capitals, so one page would overwrite the other.",
    ),
    help=Text("Byt namn på en av filerna.", "Rename one of the files."),
)
NOTICES: Final = (SAME_ADDRESS,)
