"""Rebuild the site that `lofte preview` serves."""

from collections.abc import Sequence
from pathlib import Path

import typer

from medborgarlofte.cli.publication import published
from medborgarlofte.cli.session import Session
from medborgarlofte.cli.sites import format_errors, own_templates, site_of
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load import existing_path, is_name, load, nearest_folder, root_of
from medborgarlofte.site.build import output_files
from medborgarlofte.site.preview import PreviewSite
from medborgarlofte.source.os_errors import describe_os_error


def watched_paths(session: Session, paths: Sequence[str]) -> list[Path]:
    """Promises, lofte.toml and templates, existing or not."""
    named = [existing_path(path, session.cwd) for path in paths if not is_name(path, session.cwd)]
    roots = named or [nearest_folder(session.cwd)]
    beside = sorted({root_of(root).parent for root in roots})
    return [*roots, *(folder / name for folder in beside for name in ("lofte.toml", "templates"))]


def rebuild(session: Session, site: PreviewSite, paths: Sequence[str]) -> None:
    """Rebuild changed pages, or show errors."""
    try:
        count = _update(session, site, paths)
    except LofteError as error:
        _show(session, site, error.message, error.help)
        return
    except OSError as error:
        reason = describe_os_error(error)[0]
        _show(session, site, Text(f"Systemfel: {reason.sv}.", f"System error: {reason.en}."))
        return
    if count:
        session.print(
            Text(f"Byggt: {count} filer nya eller ändrade.", f"Built: {count} files new or changed.")
        )


def _show(session: Session, site: PreviewSite, *texts: Text | None) -> None:
    """Show an error on pages and stderr."""
    report = "\n".join(session.say(text) for text in texts if text)
    site.show_error(report, session.lang)
    typer.echo(report, err=True)


def _update(session: Session, site: PreviewSite, paths: Sequence[str]) -> int:
    """Rebuild; number of changed pages, zero on errors."""
    workspace = load(paths, session.cwd)
    if workspace.has_errors:
        report = format_errors(session, workspace, plain=True)
        site.show_error(report, session.lang)
        typer.echo(report, err=True)
        return 0
    shown = published(session, workspace, drafts=True, today=None)
    built = site_of(session, shown.only_asked())
    return site.update(output_files(built, own_templates(session, workspace), workspace.folder))
