"""Kept copies of published pages."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.importing.pipeline import document_from_file
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.rules.engine import Pages


def kept_pages(session: Session, workspace: Workspace) -> Pages:
    """Reader of the copies that `publicerat` points at.

    A path starts at the document's folder or at that of lofte.toml. Addresses are not fetched.
    """

    def read(loaded: LoadedDocument) -> Mapping[int, LoadedDocument | Text]:
        made: dict[int, LoadedDocument | Text] = {}
        folder = loaded.path.parent if loaded.path else workspace.folder
        for index, row in enumerate(loaded.document.publications):
            if row.archived and "://" not in row.archived:
                made[index] = _page(session, [folder, workspace.folder], row.archived)
            elif row.archived or row.link:
                values = {"document": loaded.id, "address": row.archived or row.link or ""}
                session.log(_NOT_KEPT.format(values))
        return made

    return read


def _page(session: Session, folders: list[Path], written: str) -> LoadedDocument | Text:
    path = next((path for folder in folders if (path := folder / written).is_file()), None)
    if path is None:
        return Text(f"är inte sparad: filen {written} finns inte", f"is not kept: there is no file {written}")
    try:
        return document_from_file(path, session.today)
    except LofteError as error:
        return Text(f"går inte att läsa: {error.message.sv}", f"cannot be read: {error.message.en}")


_NOT_KEPT: Final = Text(
    "{document}: {address} jämförs inte. Spara sidan (Ctrl+S) och skriv under ”arkiverad” var den finns.",
    "{document}: {address} is not compared. Save the page (Ctrl+S) and say under “arkiverad” where it is.",
)
