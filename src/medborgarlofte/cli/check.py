"""Validation shared by validate and render."""

import datetime as dt
from collections import ChainMap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, Final, NamedTuple, cast

from medborgarlofte.cli.progress import CHECKING, READING, Phase, Tick
from medborgarlofte.cli.session import Session
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load import (
    LoadedDocument,
    Project,
    Workspace,
    discover,
    load_bytes,
    load_project,
    only_project,
)
from medborgarlofte.model.promise import Promise
from medborgarlofte.report import CHECK_FORMATS
from medborgarlofte.report.check.data import write_statistics_json
from medborgarlofte.report.check.result import ERRORS, CheckStream, Streamed, Tally
from medborgarlofte.report.explanation import notices
from medborgarlofte.rules.engine import Linter, Pages, lint, no_pages
from medborgarlofte.rules.settings import settings_of
from medborgarlofte.source.files import MAX_BYTES
from medborgarlofte.source.repository import paths_from_top
from medborgarlofte.suggestions import did_you_mean

DRAFT: Final = "-"
"""Id and file of a draft that is still being asked for."""
PIECES: Final = 500
"""Findings written at a time."""


class CheckRequest(NamedTuple):
    """What to check, and how."""

    projects: Sequence[Project]
    profile: Any
    today: dt.date
    select: frozenset[str]
    ignore: frozenset[str]
    published: Session | None = None
    """Session that reads kept copies of published pages; None to leave them."""


def check_request(
    session: Session,
    paths: Sequence[str],
    *,
    profile: Any = "auto",
    today: dt.date | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    published: bool = False,
    one_project: bool = False,
) -> CheckRequest:
    """Resolve paths and codes; `-` reads stdin.

    Raises LofteError for an unknown path or rule, and for several projects where there may be only one.
    """
    stdin = session.read_stdin(MAX_BYTES) if "-" in paths and not one_project else None
    projects = discover(paths, session.cwd, stdin)
    if one_project:
        only_project(projects)
    codes = parse_codes(select), parse_codes(ignore)
    return CheckRequest(projects, profile, today or session.today, *codes, session if published else None)


def check_stream(request: CheckRequest, phase: Phase) -> tuple[list[Workspace], CheckStream]:
    """Schema, references and rules in one run; the rules run while the findings are written, file by file.

    Each project has its own configuration.
    """
    workspaces = [load_project(project, phase(READING, len(project.files))) for project in request.projects]
    return workspaces, CheckStream(
        _diagnostics(request, workspaces, phase(CHECKING, sum(len(w.readable) for w in workspaces))),
        tuple(file for workspace in workspaces for file in workspace.files),
        ChainMap(*(cast("dict[str, str]", workspace.texts) for workspace in workspaces)),
        paths_from_top({name: path for workspace in workspaces for name, path in workspace.paths.items()}),
        ERRORS | {"warning"} if request.profile == "publicering" else ERRORS,
    )


def _diagnostics(request: CheckRequest, workspaces: Sequence[Workspace], tick: Tick) -> Iterator[Diagnostic]:
    """Diagnostics by file and position."""
    known: dict[str, list[Diagnostic]] = {}
    waiting: list[tuple[str, Linter, LoadedDocument]] = []
    for workspace in workspaces:
        settings, config_errors = settings_of(
            workspace.config,
            workspace.texts[workspace.config_name],
            workspace.config_name,
            folder=workspace.folder,
            select=request.select,
            ignore=request.ignore,
        )
        linter = Linter(
            workspace,
            today=request.today,
            profile=request.profile,
            settings=settings,
            pages=_pages(request, workspace),
        )
        for diagnostic in (*workspace.diagnostics, *config_errors):
            known.setdefault(diagnostic.file, []).append(diagnostic)
        waiting += [(loaded.file, linter, loaded) for loaded in workspace.readable.values()]
    by_file = {
        file: list(rows) for file, rows in groupby(sorted(waiting, key=itemgetter(0)), key=itemgetter(0))
    }
    checked = 0
    for file in sorted({*known, *by_file}):
        found = known.get(file, [])
        for _, linter, loaded in by_file.get(file, ()):
            checked += 1
            tick(checked)
            found += linter(loaded)
        yield from sorted(found, key=lambda diagnostic: diagnostic.order)


def write_stream(
    session: Session, found: CheckStream, output: str | None = None, *, view: str = "text"
) -> Tally:
    """Write diagnostics as they are found where the format allows it; their counts.

    The views are `text`, `compact` and `statistics`, the last also as JSON.
    """
    if view == "statistics" and output == "json":
        result = found.collect()
        session.write(write_statistics_json(result))
        return result.tally
    named = output if view == "text" else None
    write = CHECK_FORMATS.choose(named, terminal=session.color, view=view)
    if not isinstance(write, Streamed):
        result = found.collect()
        session.write(write(result, session.view))
        return result.tally
    pieces = write.pieces(found, session.view)
    if session.file is not None:
        session.write("".join(pieces))
        return found.tally
    while some := "".join(islice(pieces, PIECES)):
        session.write(some)
    return found.tally


def empty_drafts(workspaces: Sequence[Workspace]) -> list[str]:
    """Files of drafts that promise nothing yet."""
    return [
        loaded.file
        for workspace in workspaces
        for loaded in workspace.readable.values()
        if isinstance(loaded.document, Promise)
        and loaded.document.status == "utkast"
        and not loaded.document.commitments
        and loaded.file in workspace.files
    ]


def _pages(request: CheckRequest, workspace: Workspace) -> Pages:
    """Reader of kept copies, if asked for."""
    if request.published is None:
        return no_pages
    from medborgarlofte.cli.pages import kept_pages  # noqa: PLC0415 - loads the readers of the import

    return kept_pages(request.published, workspace)


def lint_draft(
    session: Session,
    workspace: Workspace,
    text: str,
    of: LoadedDocument | None = None,
    *,
    profile: Any = "granskning",
    today: dt.date | None = None,
) -> list[Diagnostic]:
    """Findings of a text that is not in a file, as it will be reviewed.

    `of` is the document it replaces. The others of the workspace are there to be compared with.
    """
    name, file = (of.id, of.file) if of else (DRAFT, DRAFT)
    loaded, wrong = load_bytes(name, file, text.encode())
    if loaded is None:
        return wrong
    documents = {**workspace.readable, name: replace(loaded, path=of.path if of else None)}
    whole = replace(
        workspace, documents=documents, valid=documents, readable=documents, asked=frozenset([name])
    )
    settings, _ = settings_of(
        workspace.config, workspace.texts.get(workspace.config_name, ""), workspace.config_name
    )
    found = lint(whole, today=today or session.today, profile=profile, settings=settings)
    return [*wrong, *(one for one in found if one.waived is None)]


def parse_codes(written: Sequence[str]) -> frozenset[str]:
    """Rule codes and groups: “M01,U”. Raises LofteError for an unknown one."""
    asked = {word.strip().upper() for text in written for word in text.split(",") if word.strip()}
    if not asked:
        return frozenset()
    known = {*notices(), *(code[0] for code in notices())}
    for word in sorted(asked - known):
        raise LofteError(
            Text(f"Det finns ingen regel ”{word}”.", f"There is no rule “{word}”."), did_you_mean(word, known)
        )
    return frozenset(asked)
