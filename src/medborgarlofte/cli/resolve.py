"""Which documents the words on the command line name: a path, an id, a municipality or a folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.suggestions import closest_match

if TYPE_CHECKING:
    from medborgarlofte.load import LoadedDocument, Workspace


def path_of(session: Session, loaded: "LoadedDocument") -> Path:
    """Where the file of a document lies."""
    return loaded.path or session.cwd / loaded.file


def document_named(session: Session, name: str) -> "tuple[LoadedDocument, Workspace]":
    """The one document that a path or an id names, and those around it. Raises LofteError."""

    path = session.cwd / name
    if path.exists() or name.endswith((".yaml", ".yml")):
        workspace = session.load([name])
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
        return _found(workspace, next(iter(workspace.asked))), workspace
    workspace = session.load([])
    if name in workspace.asked:
        return _found(workspace, name), workspace
    meant = closest_match(name, workspace.asked)
    advice = Text(f"Menade du ”{meant}”?", f"Did you mean “{meant}”?") if meant else None
    raise LofteError(Text(f"Det finns inget dokument ”{name}”.", f"There is no document “{name}”."), advice)


def _found(workspace: "Workspace", document_id: str) -> "LoadedDocument":
    loaded = workspace.valid.get(document_id)
    if loaded is None:
        raise LofteError(
            Text(
                f"”{document_id}” har fel i sin form och går inte att använda.",
                f"“{document_id}” has errors of form and cannot be used.",
            ),
            Text("Se vad som är fel: lofte validate", "See what is wrong: lofte validate"),
        )
    return loaded


def documents_named(session: Session, name: str | None) -> "tuple[Workspace, frozenset[str] | None]":
    """The promises of a folder, of an id that begins so, or of a municipality; None for all. Raises LofteError."""
    from medborgarlofte.model.places import places  # noqa: PLC0415
    from medborgarlofte.model.promise import Promise  # noqa: PLC0415
    from medborgarlofte.swedish import fold  # noqa: PLC0415

    if name is None:
        return session.load([]), None
    if (session.cwd / name).is_dir():
        workspace = session.load([name])
        return workspace, workspace.asked
    workspace = session.load([])
    named = {place for _, promise in workspace.of_kind(Promise) for place in places(promise)}
    ids = frozenset(
        loaded.id
        for loaded, promise in workspace.of_kind(Promise)
        if loaded.id.startswith(f"{name}/") or fold(name) in {fold(place) for place in places(promise)}
    )
    if ids:
        return workspace, ids
    known = {*named, *(document_id.split("/")[0] for document_id in workspace.documents)}
    meant = closest_match(name, known)
    advice = Text(f"Menade du ”{meant}”?", f"Did you mean “{meant}”?") if meant else None
    raise LofteError(
        Text(f"Det finns inga löften för ”{name}”.", f"There are no promises for “{name}”."), advice
    )
