"""Resolve names to documents.

A name is a path, an id, a municipality or a folder.
"""

from collections.abc import Sequence
from pathlib import Path

from medborgarlofte.cli.progress import READING, Phase, progress
from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument, Workspace, discover, load_project, only_project
from medborgarlofte.model.places import places
from medborgarlofte.model.promise import Promise
from medborgarlofte.suggestions import did_you_mean
from medborgarlofte.swedish import fold


def load_documents(session: Session, paths: Sequence[str], phase: Phase | None = None) -> Workspace:
    """Load documents with progress. Raises LofteError."""
    if phase is None:
        with progress(session) as own:
            return load_documents(session, paths, own)
    project = only_project(discover(paths, session.cwd, None))
    return load_project(project, phase(READING, len(project.files)))


def path_of(session: Session, loaded: LoadedDocument) -> Path:
    """Path of a document's file."""
    return loaded.path or session.cwd / loaded.file


def document_named(session: Session, name: str) -> tuple[LoadedDocument, Workspace]:
    """Document by path or id, with workspace.

    Raises LofteError.
    """
    path = session.cwd / name
    if path.exists() or name.endswith((".yaml", ".yml")):
        workspace = load_documents(session, [name])
        if not workspace.asked:
            raise LofteError(Text(f"”{name}” är en tom mapp.", f"“{name}” is an empty folder."))
        if len(workspace.asked) != 1:
            raise LofteError(
                Text(
                    f"”{name}” är en mapp med flera dokument.",
                    f"“{name}” is a folder with several documents.",
                ),
                Text("Ange en fil i den.", "Name a file in it."),
            )
        return _valid(workspace, next(iter(workspace.asked))), workspace
    workspace = load_documents(session, [])
    if name in workspace.asked:
        return _valid(workspace, name), workspace
    raise LofteError(
        Text(f"Det finns inget dokument ”{name}”.", f"There is no document “{name}”."),
        did_you_mean(name, workspace.asked),
    )


def promise_named(session: Session, name: str) -> tuple[LoadedDocument, Promise, Workspace]:
    """Promise by path or id. Raises LofteError."""
    loaded, workspace = document_named(session, name)
    if not isinstance(loaded.document, Promise):
        raise LofteError(
            Text(f"”{loaded.id}” är inget medborgarlöfte.", f"“{loaded.id}” is not a medborgarlöfte.")
        )
    return loaded, loaded.document, workspace


def _valid(workspace: Workspace, document_id: str) -> LoadedDocument:
    loaded = workspace.valid.get(document_id)
    if loaded is None:
        raise LofteError(
            Text(
                f"”{document_id}” har fel i sin form och går inte att använda.",
                f"“{document_id}” has structural errors and cannot be used.",
            ),
            SEE_ERRORS,
        )
    return loaded


def documents_named(session: Session, name: str | None) -> tuple[Workspace, frozenset[str] | None]:
    """Promise ids of a folder, prefix or municipality.

    None for all. Raises LofteError.
    """
    if name is None:
        return load_documents(session, []), None
    if (session.cwd / name).is_dir():
        workspace = load_documents(session, [name])
        return workspace, workspace.asked
    workspace = load_documents(session, [])
    promises = list(workspace.of_kind(Promise))
    ids = frozenset(
        loaded.id
        for loaded, promise in promises
        if loaded.id.startswith(f"{name}/") or fold(name) in {fold(place) for place in places(promise)}
    )
    if ids:
        return workspace, ids
    known = {place for _, promise in promises for place in places(promise)}
    known |= {document_id.split("/")[0] for document_id in workspace.documents}
    raise LofteError(
        Text(f"Det finns inga löften för ”{name}”.", f"There are no promises for “{name}”."),
        did_you_mean(name, known),
    )


SEE_ERRORS = Text("Se vad som är fel: lofte validate", "See what is wrong: lofte validate")
BROKEN = Text(
    "Några filer går inte att läsa och är inte med. Se vad som är fel: lofte validate",
    "Some files cannot be read and are left out. See what is wrong: lofte validate",
)
