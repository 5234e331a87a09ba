"""A saved page, PDF or Word file as a document."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.importing.found import short_id
from medborgarlofte.importing.limits import MAX_BYTES, too_large
from medborgarlofte.importing.pipeline import import_bytes
from medborgarlofte.load import LoadedDocument, load_bytes
from medborgarlofte.model.promise import Commitment, FocusArea, Promise
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


def wording_only(loaded: LoadedDocument) -> LoadedDocument:
    """Document reduced to wording and promisors."""
    document = loaded.document
    if not isinstance(document, Promise):
        return loaded
    commitments = tuple(
        Commitment.model_validate({"id": one.id, "part": list(one.parties), "text": one.text})
        for one in document.commitments
    )
    areas = tuple(
        FocusArea.model_validate({"id": short_id(area.title, set()), "rubrik": area.title})
        for area in document.focus_areas
    )
    # What is imported is a draft until somebody has gone through it; the page itself says nothing of that.
    shown = {"commitments": commitments, "focus_areas": areas, "evidence": (), "status": None}
    return replace(loaded, document=document.model_copy(update=shown))
