"""Rebuild the site that `lofte preview` serves."""

from collections.abc import Sequence

import typer

from medborgarlofte.cli.problems import message_page, problem_page
from medborgarlofte.cli.publication import published
from medborgarlofte.cli.session import Session
from medborgarlofte.cli.sites import format_errors, own_templates, site_of
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load import load
from medborgarlofte.site.build import output_files
from medborgarlofte.site.preview import PreviewSite
from medborgarlofte.source.os_errors import describe_os_error


def rebuild(session: Session, site: PreviewSite, paths: Sequence[str]) -> None:
    """Rebuild changed pages, or show errors."""
    was_broken = site.broken is not None
    try:
        count = _update(session, site, paths)
    except LofteError as error:
        _show(session, site, error.message, error.help)
        return
    except OSError as error:
        reason = describe_os_error(error)[0]
        _show(session, site, Text(f"Systemfel: {reason.sv}.", f"System error: {reason.en}."), None)
        return
    if was_broken and site.broken is None:
        session.print(Text("Inga fel längre.", "No errors any more."))
    if count:
        session.print(
            Text(f"Byggt: {count} filer nya eller ändrade.", f"Built: {count} files new or changed.")
        )


def _show(session: Session, site: PreviewSite, message: Text, help_: Text | None) -> None:
    """Show an error on pages and stderr."""
    site.show_error(message_page(message, help_, session.lang))
    typer.echo("\n".join(session.say(text) for text in (message, help_) if text), err=True)


def _update(session: Session, site: PreviewSite, paths: Sequence[str]) -> int:
    """Rebuild; number of changed pages, zero on errors."""
    workspace = load(paths, session.cwd)
    if workspace.has_errors:
        site.show_error(problem_page(workspace, session.lang))
        typer.echo(format_errors(session, workspace), err=True, color=session.color)
        return 0
    shown = published(session, workspace, drafts=True, today=None)
    built = site_of(session, shown.only_asked())
    return site.update(output_files(built, own_templates(session, workspace), workspace.folder))
