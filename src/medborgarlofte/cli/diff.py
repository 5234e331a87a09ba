"""`lofte diff`: compare documents."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from medborgarlofte.cli.commands.answers import Diff
from medborgarlofte.cli.confirm import confirm_guesses
from medborgarlofte.cli.progress import COMPARING, progress
from medborgarlofte.cli.resolve import (
    SEE_ERRORS,
    document_named,
    left_out,
    load_documents,
    path_of,
    promise_named,
    published,
)
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.diff.document import compare
from medborgarlofte.diff.since import Note, revised_since
from medborgarlofte.diff.wording import wording_only
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text, escape_controls, sentences
from medborgarlofte.importing.pipeline import document_from_file
from medborgarlofte.importing.reading import READERS
from medborgarlofte.load import (
    LoadedDocument,
    Project,
    Workspace,
    discover,
    existing_path,
    load_bytes,
    load_project,
    only_project,
    root_of,
)
from medborgarlofte.report import DIFF_FORMATS
from medborgarlofte.report.diff.text import Compared
from medborgarlofte.source.files import SUFFIXES
from medborgarlofte.source.git import file_at
from medborgarlofte.timeline import consecutive, is_followed_up, predecessor_of


def diff(session: Session, given: Diff) -> int:
    """Compare documents, or confirm guessed pairs."""
    output = DIFF_FORMATS.resolve(given.output, given.file)
    rows, notes = _compare_documents(session, given)
    session = session.writing_to(given.file)
    for note in notes:
        session.log(note.text)
    has_faults = any(note.is_fault for note in notes)
    if not rows:
        if has_faults and given.since is None:
            return ExitCode.USAGE_ERROR
        if not has_faults:
            unchanged = _REST_UNCHANGED if notes else _UNCHANGED
            since = given.since
            session.log(_NOTHING if since is None else unchanged.format({"since": escape_controls(since)}))
        if output == "json":
            session.write(session.format(DIFF_FORMATS, rows, output))
        return ExitCode.FINDINGS if given.exit_code and has_faults else ExitCode.CLEAN
    if given.confirm:
        return confirm_guesses(session, rows)
    weakened = has_faults or any(row.comparison.is_weakened for row in rows)
    if given.only:
        rows = [_narrowed(row, given.only) for row in rows]
    session.write(session.format(DIFF_FORMATS, rows, output))
    return ExitCode.FINDINGS if given.exit_code and weakened else ExitCode.CLEAN


_REST_UNCHANGED: Final = Text(
    "Inget annat har ändrats sedan {since}.", "Nothing else has changed since {since}."
)
_UNCHANGED: Final = Text("Inget har ändrats sedan {since}.", "Nothing has changed since {since}.")
_NOTHING: Final = Text(
    "Det fanns inget att jämföra: det behövs två löften.",
    "There was nothing to compare: it takes two promises.",
)


Pair = tuple[LoadedDocument, LoadedDocument, Workspace | None]
"""Old document, new document, and the workspace of the old one unless it came from git."""


def _compare_documents(session: Session, given: Diff) -> tuple[list[Compared], list[Note]]:
    """Compare documents, predecessors or a revision. Raises LofteError."""
    if len(given.documents) > 2:
        raise LofteError(Text("Jämför två dokument i taget.", "Compare two documents at a time."))
    items = list(_pairs(session, given.documents, given.since, drafts=given.drafts or given.confirm))
    notes = [item for item in items if isinstance(item, Note)]
    pairs = [item for item in items if not isinstance(item, Note)]
    rows = []
    with progress(session) as phase:
        tick = phase(COMPARING, len(pairs))
        for pair in pairs:
            rows.append(_compare(*pair, strict=given.strict))
            tick(len(rows))
    return rows, notes


def _compare(
    old: LoadedDocument, new: LoadedDocument, workspace: Workspace | None, *, strict: bool
) -> Compared:
    if type(old.document) is not type(new.document):
        raise LofteError(
            Text(
                f"”{old.id}” och ”{new.id}” är olika sorters dokument.",
                f"“{old.id}” and “{new.id}” are different kinds of documents.",
            )
        )
    followed = is_followed_up(workspace, old.id) if workspace and old.id in workspace.documents else None
    return Compared(compare(old, new, followed_up=followed, strict=strict), old, new)


def _pairs(
    session: Session, names: Sequence[str], since: str | None, *, drafts: bool
) -> Iterator[Pair | Note]:
    if since is not None:
        yield from _changed(session, since, names, drafts=drafts)
    elif len(names) == 2:
        (old, workspace), (new, _) = (_one(session, name) for name in names)
        if any(_is_page(session, name) for name in names):
            old, new = wording_only(old), wording_only(new)
        if workspace is not None:  # two documents that are named are compared, drafts or not
            workspace = published(
                session, workspace, drafts=drafts, today=None, keep=(old.id, new.id), quiet=True
            )
        if remark := _reversed(old, new):
            yield remark
        yield old, new, workspace
    else:
        everything = load_documents(session, names)
        if names and (names[0] in everything.asked or (session.cwd / names[0]).is_file()):
            yield _with_predecessor(session, names[0], everything, drafts=drafts)
            return
        workspace = published(session, everything, drafts=drafts, today=None)
        if note := left_out(everything):
            yield Note(sentences(note, SEE_ERRORS), is_fault=True)
        for old, new in consecutive(workspace, everything.asked if names else None):
            yield old, new, workspace


def _reversed(old: LoadedDocument, new: LoadedDocument) -> Note | None:
    """Remark where the later of two documents is named first."""
    periods = [getattr(one.document, "period", None) for one in (old, new)]
    starts = [start.first for period in periods if period and (start := period.start)]
    if len(starts) < 2 or starts[0] <= starts[1]:
        return None
    return Note(
        Text(
            f"”{old.id}” gäller senare än ”{new.id}”. Skriv det äldre först: lofte diff {new.id} {old.id}",
            f"“{old.id}” applies later than “{new.id}”. Name the older one first: lofte diff {new.id} {old.id}",
        ),
        is_fault=False,
    )


def _with_predecessor(session: Session, name: str, everything: Workspace, *, drafts: bool) -> Pair:
    """A promise and the one before it. Raises LofteError without one."""
    new, promise, _ = promise_named(session, name)
    workspace = published(session, everything, drafts=drafts, today=None, keep=(new.id,), quiet=True)
    old = predecessor_of(workspace, new, promise)
    if old is None:
        raise LofteError(
            Text(
                f"”{new.id}” har inget tidigare löfte att jämföras med.",
                f"“{new.id}” has no earlier promise to be compared with.",
            ),
            Text(
                f"Skriv föregångare: ID i filen, eller ange båda: lofte diff GAMMALT {new.id}",
                f"Write föregångare: ID in the file, or name both: lofte diff OLD {new.id}",
            ),
        )
    return old, new, workspace


def _one(session: Session, name: str) -> tuple[LoadedDocument, Workspace | None]:
    """Document by path, id, REV:path or saved page. Raises LofteError."""
    if _is_page(session, name):
        return document_from_file(session.cwd / name, session.today), None
    revision, colon, inside = name.partition(":")
    if colon and inside and len(revision) > 1 and not (session.cwd / name).exists():
        return _from_bytes(name, inside, file_at(session.cwd, revision, inside)), None
    return document_named(session, name)


def _is_page(session: Session, name: str) -> bool:
    """True for a web page, PDF, Word file or text."""
    path = session.cwd / name
    return path.suffix.lower() in READERS and path.is_file()


def _from_bytes(name: str, path: str, data: bytes) -> LoadedDocument:
    parts = Path(path.replace("\\", "/")).with_suffix("").parts
    inside = parts[parts.index("promises") + 1 :] if "promises" in parts else parts[-1:]
    loaded, diagnostics = load_bytes("/".join(inside), name, data)
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    if loaded is None or errors:
        first = errors[0] if errors else None
        sv = f" (rad {first.span.line}: {first.message('sv')})" if first else ""
        en = f" (line {first.span.line}: {first.message('en')})" if first else ""
        raise LofteError(Text(f"”{name}” går inte att läsa{sv}.", f"“{name}” cannot be read{en}."))
    return loaded


def _changed(session: Session, since: str, names: Sequence[str], *, drafts: bool) -> Iterator[Pair | Note]:
    """Documents that differ from a revision."""
    if len(names) > 1:
        raise LofteError(
            Text("--since tar högst en fil eller mapp.", "--since takes at most one file or folder.")
        )
    project, workspace, scopes, missing = _scope(session, names)
    revised = list(revised_since(project.root, since, workspace, scopes))
    if missing and not revised:
        raise missing
    workspace = published(session, workspace, drafts=drafts, today=None, quiet=True)
    with_drafts = drafts or any(path.is_file() for path in scopes)
    for item in revised:
        if isinstance(item, Note):
            yield item
        elif with_drafts or not (item.old.document.is_draft and item.new.document.is_draft):
            yield item.old, item.new, workspace
        else:
            yield Note(
                Text(
                    f"{item.new.file}: ett utkast, och jämförs inte. Ta med det: --drafts",
                    f"{item.new.file}: a draft, and is not compared. Include it: --drafts",
                ),
                is_fault=False,
            )


def _scope(
    session: Session, names: Sequence[str]
) -> tuple[Project, Workspace, list[Path], LofteError | None]:
    """Project, its documents and the paths meant, and the error if they exist no longer. Raises LofteError."""
    missing: LofteError | None = None
    try:
        project = only_project(discover(names, session.cwd, None))
        workspace = load_project(project)
    except LofteError as error:  # it may have been removed since
        named = Path(os.path.normpath(session.cwd / names[0])) if names else session.cwd
        root, missing = root_of(named), error
        if not names or not root.is_dir():
            raise
        project = only_project(discover([str(root)], session.cwd, None))
        workspace = load_project(project)
        scopes = [named, *(project.root / f"{names[0]}{suffix}" for suffix in ("", *SUFFIXES))]
    else:
        asked = (loaded for loaded in workspace.readable.values() if loaded.id in workspace.asked)
        scopes = [path_of(session, loaded) for loaded in asked]
        if not project.names:
            scopes = [existing_path(names[0], session.cwd) if names else project.root]
    return project, workspace, scopes, missing


def _narrowed(row: Compared, kind: str) -> Compared:
    """Comparison with one kind of change."""
    changes = tuple(change for change in row.comparison.changes if change.kind == kind)
    comparison = replace(row.comparison, changes=changes, focus_areas=(), other=())
    return replace(row, comparison=comparison, narrowed=True)
