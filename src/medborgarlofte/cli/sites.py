"""Sites for render, preview and export."""

import datetime as dt
from pathlib import Path
from typing import Final

from medborgarlofte.cli.resolve import path_of
from medborgarlofte.cli.session import Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load import Workspace
from medborgarlofte.report import CHECK_FORMATS
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.site.page import Site
from medborgarlofte.source.git import last_changed


def site_of(session: Session, workspace: Workspace, today: dt.date | None = None) -> Site:
    """Site with change dates from git. `today` is the day that was given, if any."""
    days = {}
    try:
        days = last_changed(workspace.root)
    except LofteError as error:  # the site is complete apart from these days
        session.log(error.message)
        session.log(error.help or _NO_DAYS)
    updated = {
        loaded.id: days[path]
        for loaded in workspace.documents.values()
        if (path := path_of(session, loaded)) in days
    }
    return Site(workspace, session.lang, updated, today)


_NO_DAYS: Final = Text(
    "Sidorna säger inte när dokumenten ändrades.", "The pages do not say when the documents were changed."
)


def own_templates(session: Session, workspace: Workspace, named: str | None = None) -> Path | None:
    """The user's templates: named, else beside promises. Raises LofteError."""
    if named:
        if not (session.cwd / named).is_dir():
            raise LofteError(
                Text(
                    f"Mappen ”{named}” med mallar finns inte.",
                    f"The folder “{named}” with templates does not exist.",
                )
            )
        return session.cwd / named
    beside = workspace.root.parent / "templates"
    return beside if beside.is_dir() else None


def format_errors(session: Session, workspace: Workspace) -> str:
    """Errors of a workspace."""
    errors = CheckResult(workspace.diagnostics, workspace.files, workspace.texts).only("error")
    return session.format(CHECK_FORMATS, errors)


def format_files(count: int) -> Text:
    """”34 filer”, ”1 fil”."""
    return Text(f"{count} fil{'er' * (count != 1)}", f"{count} file{'s' * (count != 1)}")
