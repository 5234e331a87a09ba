"""A saved page, PDF or Word file as a document."""

import datetime as dt
from pathlib import Path

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.importing.limits import MAX_BYTES, too_large
from medborgarlofte.importing.pipeline import import_bytes
from medborgarlofte.load import LoadedDocument, load_bytes
from medborgarlofte.swedish import PartialDate


def document_from_file(path: Path, today: dt.date) -> LoadedDocument:
    """Document in a file, its first period.

    Raises LofteError.
    """
    if path.stat().st_size > MAX_BYTES:
        raise too_large(path.name)
    return document_from_bytes(path.name, path.read_bytes(), today)


def document_from_bytes(name: str, data: bytes, today: dt.date) -> LoadedDocument:
    """Document in a file's bytes. Raises LofteError."""
    day = PartialDate(today.year, today.month, today.day)
    _, drafts = import_bytes(name, data, lang="sv", today=day)
    loaded, _ = load_bytes(name, name, drafts[0].text.encode())
    if loaded is None:
        raise LofteError(Text(f"{name} går inte att jämföra.", f"{name} cannot be compared."))
    return loaded
