"""`lofte render`: validate, then publish the site."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import typer

from medborgarlofte.cli.check import check, check_request, format_result
from medborgarlofte.cli.progress import WRITING, progress
from medborgarlofte.cli.resolve import published
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.cli.sites import own_templates, publish_site
from medborgarlofte.i18n import Text
from medborgarlofte.site.publish import Published


def render(
    session: Session,
    *,
    paths: Sequence[str],
    folder: str,
    output: str,
    force: bool,
    allow_empty: bool,
    drafts: bool,
    today: dt.date | None,
    templates: str | None,
) -> int:
    """Check documents, then publish them."""
    request = check_request(session, paths, today=today, one_project=True)
    target = session.cwd / folder
    with progress(session) as phase:
        [workspace], result = check(request, phase)
        workspace = published(session, workspace, drafts=drafts, today=request.today)
        broken = workspace.has_errors or not workspace.documents
        stopped = broken or (result.tally.severities["error"] and not force)
        if not stopped:
            own = own_templates(session, workspace, templates)
            tick = phase(WRITING, None)
            done = publish_site(
                session, workspace, target, output=output, templates=own, today=today, tick=tick
            )
    if allow_empty and not workspace.documents and not result.tally.severities["error"]:
        session.print(_EMPTY)
        return ExitCode.CLEAN
    if stopped:
        typer.echo(format_result(session, result.only("error")), err=True)
        session.log(_NOTHING if broken else _FORCE)
        return ExitCode.FINDINGS
    session.print(_done(session, target, output, done))
    config = workspace.config
    if output == "html" and config.website.publisher and config.accessibility is None:
        session.log(_STATEMENT)
    return ExitCode.CLEAN


def _done(session: Session, target: Path, output: str, published: Published) -> Text:
    changed = Text("", "")
    if not published.written:
        changed = Text(" (inget var ändrat)", " (nothing had changed)")
    elif published.written < published.files:
        changed = Text(f" ({published.written} nya eller ändrade)", f" ({published.written} new or changed)")
    if output != "html":
        where = session.shown(target)
        return Text(
            f"Klart: {published.files} filer i {where}{changed.sv}.",
            f"Done: {published.files} files in {where}{changed.en}.",
        )
    start = session.shown(target / "index.html")
    return Text(
        f"Klart: {published.files} filer{changed.sv}. Öppna {start} i en webbläsare.",
        f"Done: {published.files} files{changed.en}. Open {start} in a web browser.",
    )


_EMPTY: Final = Text("Det finns inget att publicera än.", "There is nothing to publish yet.")
_STATEMENT: Final = Text(
    "Tillgänglighetsredogörelsen är inte ifylld. Fyll i uppgifterna under [tillganglighet] i lofte.toml.",
    "The accessibility statement is not filled in. Fill it in under [tillganglighet] in lofte.toml.",
)
_NOTHING: Final = Text("Inget har publicerats.", "Nothing has been published.")
_FORCE: Final = Text(
    "Inget har publicerats. Rätta felen, gör undantag med skäl, eller publicera ändå med --force.",
    "Nothing has been published. Fix the errors, waive them with a reason, or publish anyway with --force.",
)
