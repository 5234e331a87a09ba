"""Kept copies of published pages."""

from collections.abc import Mapping
from pathlib import Path

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
        for index, row in enumerate(loaded.document.publications):
            if row.archived and "://" not in row.archived:
                made[index] = _page(session, [_folder(loaded, workspace), workspace.folder], row.archived)
            elif row.archived or row.link:
                session.log(_not_kept(loaded.id, row.archived or row.link or ""))
        return made

    return read


def _folder(loaded: LoadedDocument, workspace: Workspace) -> Path:
    return loaded.path.parent if loaded.path else workspace.folder


def _page(session: Session, folders: list[Path], written: str) -> LoadedDocument | Text:
    path = next((path for folder in folders if (path := folder / written).is_file()), None)
    if path is None:
        return Text(f"är inte sparad: filen {written} finns inte", f"is not kept: there is no file {written}")
    try:
        return document_from_file(path, session.today)
    except LofteError as error:
        return Text(f"går inte att läsa: {error.message.sv}", f"cannot be read: {error.message.en}")


def _not_kept(name: str, address: str) -> Text:
    return Text(
        f"{name}: {address} jämförs inte. Spara sidan (Ctrl+S) och skriv under ”arkiverad” var den finns.",
        f"{name}: {address} is not compared. Save the page (Ctrl+S) and say under “arkiverad” where it is.",
    )
