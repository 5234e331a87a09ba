"""Documents that a command is about.

A name is a path, an id, a folder or a place; `load` resolves it. What is published leaves out drafts and what is dated ahead.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from medborgarlofte.cli.progress import READING, Phase, progress
from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.reports import dated_ahead
from medborgarlofte.i18n import Text, sentences
from medborgarlofte.load import LoadedDocument, Workspace, discover, load_project, only_project
from medborgarlofte.model.promise import Promise
from medborgarlofte.timeline import stage_of


def load_documents(session: Session, names: Sequence[str], phase: Phase | None = None) -> Workspace:
    """Load documents with progress.

    Raises LofteError for a name without documents and for a broken lofte.toml.
    """
    if phase is None:
        with progress(session) as own:
            return load_documents(session, names, own)
    project = only_project(discover(names, session.cwd, None))
    workspace = load_project(project, phase(READING, len(project.files)))
    wrong = (d for d in workspace.diagnostics if d.file == workspace.config_name and d.severity == "error")
    for found in wrong:
        where = f"{found.file}:{found.span.line}"
        raise LofteError(
            Text(f"{where}: {found.message('sv')}", f"{where}: {found.message('en')}"),
            Text(found.help("sv"), found.help("en")),
        )
    return workspace


def path_of(session: Session, loaded: LoadedDocument) -> Path:
    """Path of a document's file."""
    return loaded.path or session.cwd / loaded.file


def document_named(session: Session, name: str) -> tuple[LoadedDocument, Workspace]:
    """The document a name means, with workspace.

    Of several, the promise in force or the latest one. Raises LofteError.
    """
    workspace = load_documents(session, [name])
    if not workspace.asked:
        raise LofteError(Text(f"”{name}” är en tom mapp.", f"“{name}” is an empty folder."))
    if len(workspace.asked) == 1:
        return _valid(workspace, next(iter(workspace.asked))), workspace
    if (session.cwd / name).is_dir():
        raise LofteError(
            Text(f"”{name}” är en mapp med flera dokument.", f"“{name}” is a folder with several documents."),
            Text("Ange en fil i den.", "Name a file in it."),
        )
    loaded = _current(session, name, workspace)
    session.log(Text(f"{name}: {loaded.id}", f"{name}: {loaded.id}"))
    return loaded, workspace


def promise_named(session: Session, name: str) -> tuple[LoadedDocument, Promise, Workspace]:
    """The promise a name means. Raises LofteError."""
    loaded, workspace = document_named(session, name)
    if not isinstance(loaded.document, Promise):
        raise LofteError(
            Text(f"”{loaded.id}” är inget medborgarlöfte.", f"“{loaded.id}” is not a medborgarlöfte.")
        )
    return loaded, loaded.document, workspace


def _current(session: Session, name: str, workspace: Workspace) -> LoadedDocument:
    """Of several documents: the promise in force, else the latest. Raises LofteError."""
    promises = [row for row in workspace.of_kind(Promise) if row[0].id in workspace.asked]
    adopted = [row for row in promises if not row[1].is_draft] or promises
    ongoing = [row for row in adopted if stage_of(workspace, row[0], session.today) == "gäller"]
    starts = [row for row in ongoing or adopted if row[1].period.start]
    latest = max((row[1].period.start.first for row in starts if row[1].period.start), default=None)
    meant = [
        loaded for loaded, promise in starts if promise.period.start and promise.period.start.first == latest
    ]
    if len(meant) == 1:
        return meant[0]
    ids = sorted(loaded.id for loaded, _ in promises) or sorted(workspace.asked)
    listed = ", ".join(ids[:_NAMED]) + (" …" if len(ids) > _NAMED else "")
    raise LofteError(
        Text(f"”{name}” är flera dokument.", f"“{name}” is several documents."),
        Text(f"Ange ett av dem: {listed}", f"Name one of them: {listed}"),
    )


_NAMED: Final = 6


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


SEE_ERRORS = Text("Se vad som är fel: lofte validate", "See what is wrong: lofte validate")


def left_out(workspace: Workspace) -> Text | None:
    """Note of the files with errors, which no output counts."""
    named = with_errors(workspace)
    return named and Text(f"Har fel och är inte med: {named.sv}.", f"Left out because of errors: {named.en}.")


def with_errors(workspace: Workspace) -> Text | None:
    """Names of the files with errors: the first, and how many more; None without any."""
    errors = {found.file for found in workspace.diagnostics if found.severity == "error"}
    files = [file for file in workspace.files if file in errors]
    named, more = ", ".join(files[:_NAMED]), len(files) - _NAMED
    if more > 0:
        return Text(f"{named} och {more} till", f"{named} and {more} more")
    return Text(named, named) if files else None


def note_left_out(session: Session, workspace: Workspace) -> bool:
    """Note on stderr which files are left out; false if none are."""
    if note := left_out(workspace):
        session.log(sentences(note, SEE_ERRORS))
    return note is not None


def published(
    session: Session,
    workspace: Workspace,
    *,
    drafts: bool,
    today: dt.date | None,
    keep: Collection[str] = (),
    quiet: bool = False,
) -> Workspace:
    """The documents that every output counts alike; what is left out is noted on stderr.

    `today` is the day that was given, if any: what lies after one that was given is left out without a note. `keep` are ids of drafts that were named one by one, and so asked for. `quiet` writes no notes.
    """
    ahead = dated_ahead(workspace, today or session.today)
    drafted = [] if drafts else [loaded for loaded in workspace.drafts if loaded.id not in keep]
    for left_out, note in ((ahead if today is None else [], _ahead), (drafted, _drafts)):
        if not quiet and any(loaded.id in workspace.asked for loaded in left_out):
            session.log(note(left_out))
    if not ahead and not drafted:
        return workspace
    return workspace.without([loaded.id for loaded in (*ahead, *drafted)])


def _drafts(rows: Sequence[LoadedDocument]) -> Text:
    names, count = _listed(rows), len(rows)
    return Text(
        f"{count} utkast är inte med ({names}). Ta med {'det' if count == 1 else 'dem'}: --drafts",
        f"{count} {'draft is' if count == 1 else 'drafts are'} left out ({names}). "
        f"Include {'it' if count == 1 else 'them'}: --drafts",
    )


def _ahead(rows: Sequence[LoadedDocument]) -> Text:
    names, one = _listed(rows), len(rows) == 1
    return Text(
        f"{'En uppföljning' if one else f'{len(rows)} uppföljningar'} är "
        f"{'daterad' if one else 'daterade'} efter i dag och är inte med: {names}",
        f"{'One follow-up is' if one else f'{len(rows)} follow-ups are'} dated after today and left out: {names}",
    )


_LISTED: Final = 5


def _listed(rows: Sequence[LoadedDocument]) -> str:
    more = " …" if len(rows) > _LISTED else ""
    return ", ".join(loaded.id for loaded in rows[:_LISTED]) + more
