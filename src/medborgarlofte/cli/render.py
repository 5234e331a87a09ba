"""`lofte render`: validate, then publish the site."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import option
from medborgarlofte.cli.parameters import FOLDER, Drafts, Paths, Today, format_option
from medborgarlofte.cli.progress import WRITING, progress
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.i18n import Text

if TYPE_CHECKING:
    from medborgarlofte.site.publish import Published

FORMATS = ("html", "markdown", "pdf", "docx", "share")

Target = Annotated[
    str,
    option(
        "-o --output",
        "Var webbplatsen skrivs (förval site).",
        "Where the site is written (default site).",
        metavar=FOLDER,
    ),
]
Format = Annotated[
    str,
    format_option(
        FORMATS,
        Text(
            "html är hela webbplatsen (förval), markdown bara texterna, pdf och docx (Word) löften, uppföljningar och "
            "jämförelser, docx också kommunstyrelsens tabell, share texter och bilder att visa på andra sidor.",
            "html is the whole site (default), markdown only the texts, pdf and docx (Word) promises, follow-ups and "
            "comparisons, docx also the board's table, share texts and pictures to show on other sites.",
        ),
    ),
]
Force = Annotated[
    bool,
    option(
        "--force",
        "Publicera fast reglerna ser fel. Fel i filernas form stoppar ändå.",
        "Publish although rules report errors. Errors in the structure of files still stop it.",
    ),
]
AllowEmpty = Annotated[
    bool,
    option(
        "--allow-empty",
        "Avsluta med 0 när inget är antaget än och det inte finns något att publicera, för CI.",
        "Exit with 0 when nothing is adopted yet and there is nothing to publish, for CI.",
    ),
]
Templates = Annotated[
    str | None,
    option(
        "--templates",
        "Egna mallar som går före dem som följer med (förval: mappen templates bredvid promises).",
        "Your own templates, which override ours (default: the folder templates beside promises).",
        metavar=FOLDER,
    ),
]


@command(
    "Bygg webbplatsen av löftena: HTML och Markdown. Dokumenten kontrolleras först, och finns det fel skrivs "
    "inget. En mapp som lofte inte har skapat rörs aldrig.",
    "Build the site from the promises: HTML and Markdown. The documents are checked first, and nothing is "
    "written if there are errors. A folder that lofte did not create is never touched.",
    example="lofte render\nlofte render promises/karlshamn -o karlshamn-webb",
)
def render(
    session: Session,
    paths: Paths = (),
    *,
    folder: Target = "site",
    output: Format = "html",
    force: Force = False,
    allow_empty: AllowEmpty = False,
    drafts: Drafts = False,
    today: Today = None,
    templates: Templates = None,
) -> int:
    """Check documents, then publish them."""
    request = lazy.check.check_request(session, paths, today=today, one_project=True)
    target = session.cwd / folder
    with progress(session) as phase:
        [workspace], result = lazy.check.check(request, phase)
        workspace = lazy.publication.published(session, workspace, drafts=drafts, today=request.today)
        broken = workspace.has_errors or not workspace.documents
        stopped = broken or (result.tally.severities["error"] and not force)
        if not stopped:
            own = lazy.sites.own_templates(session, workspace, templates)
            tick = phase(WRITING, None)
            published = lazy.sites.publish_site(
                session, workspace, target, output=output, templates=own, today=today, tick=tick
            )
    if allow_empty and not workspace.documents and not result.tally.severities["error"]:
        session.print(_EMPTY)
        return ExitCode.CLEAN
    if stopped:
        typer.echo(lazy.check.format_result(session, result.only("error")), err=True)
        session.log(_NOTHING if broken else _FORCE)
        return ExitCode.FINDINGS
    session.print(_done(session, target, output, published))
    config = workspace.config
    if output == "html" and config.website.publisher and config.accessibility is None:
        session.log(_STATEMENT)
    return ExitCode.CLEAN


def _done(session: Session, target: Path, output: str, published: "Published") -> Text:
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
