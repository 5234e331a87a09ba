"""Rebuild the site that `lofte preview` serves."""

from collections.abc import Sequence
from pathlib import Path

import typer

from medborgarlofte.cli.session import Session
from medborgarlofte.cli.sites import format_errors, own_templates, site_of
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load import existing_path, load, nearest_folder, root_of
from medborgarlofte.site.build import output_files
from medborgarlofte.site.preview import PreviewSite


def watched_paths(session: Session, paths: Sequence[str]) -> list[Path]:
    """The promises, the templates and lofte.toml, those that exist."""
    roots = [existing_path(path, session.cwd) for path in paths] or [nearest_folder(session.cwd)]
    configs = (root_of(root).parent / "lofte.toml" for root in roots)
    templates = own_templates(session, paths)
    return [path for path in (*roots, *configs, templates) if path is not None and path.exists()]


def rebuild(session: Session, site: PreviewSite, paths: Sequence[str]) -> None:
    """Build what has changed, or show the errors instead."""
    try:
        count = _update(session, site, paths)
    except LofteError as error:
        site.say(session.say(error.message), session.lang)
        session.log(error.message)
        return
    if count:
        session.print(
            Text(f"Byggt: {count} filer nya eller ändrade.", f"Built: {count} files new or changed.")
        )


def _update(session: Session, site: PreviewSite, paths: Sequence[str]) -> int:
    """Number of new or changed pages; none when documents have errors, which are shown instead."""
    workspace = load(paths, session.cwd)
    if workspace.has_errors:
        report = format_errors(session, workspace, plain=True)
        site.say(report, session.lang)
        typer.echo(report, err=True)
        return 0
    built = site_of(session, workspace.only_asked(), paths)
    return site.update(output_files(built, own_templates(session, paths), workspace.folder))
