"""Validation shared by validate and render."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from medborgarlofte.cli.progress import CHECKING, READING, Phase
from medborgarlofte.cli.session import Session
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load import Project, Workspace, discover, load_bytes, load_project, only_project
from medborgarlofte.report.check import FORMATS
from medborgarlofte.report.check.json import write_statistics
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.explanation import notices
from medborgarlofte.rules.engine import Pages, lint, no_pages
from medborgarlofte.rules.settings import settings_of
from medborgarlofte.source.repository import paths_from_top
from medborgarlofte.suggestions import did_you_mean

DRAFT: Final = "-"
"""Id and file of a draft that is still being asked for."""


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
    stdin = session.read_stdin() if "-" in paths and not one_project else None
    projects = discover(paths, session.cwd, stdin)
    if one_project:
        only_project(projects)
    codes = parse_codes(select), parse_codes(ignore)
    return CheckRequest(projects, profile, today or session.today, *codes, session if published else None)


def check(request: CheckRequest, phase: Phase) -> tuple[list[Workspace], CheckResult]:
    """Schema, references and rules in one run.

    Each project has its own configuration.
    """
    workspaces = []
    diagnostics: list[Diagnostic] = []
    for project in request.projects:
        workspace = load_project(project, phase(READING, len(project.files)))
        tick = phase(CHECKING, len(workspace.valid))
        settings, config_errors = settings_of(
            workspace.config,
            workspace.texts[workspace.config_name],
            workspace.config_name,
            folder=workspace.folder,
            select=request.select,
            ignore=request.ignore,
        )
        found = lint(
            workspace,
            today=request.today,
            profile=request.profile,
            settings=settings,
            tick=tick,
            pages=_pages(request, workspace),
        )
        diagnostics += [*workspace.diagnostics, *config_errors, *found]
        workspaces.append(workspace)
    diagnostics.sort(key=lambda diagnostic: diagnostic.order)
    return workspaces, CheckResult(
        tuple(diagnostics),
        tuple(file for workspace in workspaces for file in workspace.files),
        {name: text for workspace in workspaces for name, text in workspace.texts.items()},
        paths_from_top({name: path for workspace in workspaces for name, path in workspace.paths.items()}),
    )


def _pages(request: CheckRequest, workspace: Workspace) -> Pages:
    """Reader of kept copies, if asked for."""
    if request.published is None:
        return no_pages
    from medborgarlofte.cli.pages import kept_pages  # noqa: PLC0415 - loads the readers of the import

    return kept_pages(request.published, workspace)


def lint_draft(session: Session, workspace: Workspace, text: str) -> list[Diagnostic]:
    """Findings of a draft that is not in a file, as it will be reviewed.

    The other documents of the workspace are there to be compared with.
    """
    loaded, wrong = load_bytes(DRAFT, DRAFT, text.encode())
    if loaded is None:
        return wrong
    documents = {**workspace.readable, DRAFT: loaded}
    whole = replace(
        workspace, documents=documents, valid=documents, readable=documents, asked=frozenset([DRAFT])
    )
    settings, _ = settings_of(
        workspace.config, workspace.texts.get(workspace.config_name, ""), workspace.config_name
    )
    found = lint(whole, today=session.today, profile="granskning", settings=settings)
    return [*wrong, *(one for one in found if one.waived is None)]


def format_result(
    session: Session, result: CheckResult, output: str | None = None, *, view: str = "text"
) -> str:
    """Diagnostics in a format, else as a view.

    The views are `text`, `compact` and `statistics`, the last also as JSON.
    """
    if view == "statistics" and output == "json":
        return write_statistics(result)
    if view != "text":
        output = None
    write = FORMATS.choose(output, terminal=session.color, view=view)
    return write(result, lang=session.lang, width=session.width, color=session.color)


def parse_codes(written: Sequence[str]) -> frozenset[str]:
    """Rule codes and groups: “M01,U”.

    Raises LofteError for an unknown one.
    """
    asked = {word.strip().upper() for text in written for word in text.split(",") if word.strip()}
    if not asked:
        return frozenset()
    known = {*notices(), *(code[0] for code in notices())}
    for word in sorted(asked - known):
        raise LofteError(
            Text(f"Det finns ingen regel ”{word}”.", f"There is no rule “{word}”."), did_you_mean(word, known)
        )
    return frozenset(asked)
