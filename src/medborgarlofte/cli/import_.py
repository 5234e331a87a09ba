"""`lofte import`: drafts from existing documents."""

from collections.abc import Sequence
from typing import Annotated

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import argument, option
from medborgarlofte.cli.parameters import FOLDER
from medborgarlofte.cli.prompts import print_error
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

Files = Annotated[
    Sequence[str],
    argument(
        "Filer att läsa in. - läser standard in.",
        "Files to import. - reads standard input.",
        metavar=Text("FIL...", "FILE..."),
    ),
]
Output = Annotated[
    str | None,
    option(
        "-o --output",
        "Mappen som utkasten skrivs i. - skriver dem på standard ut. Annars kommunens mapp under promises.",
        "The folder for the drafts. - writes them to standard output. Default: the municipality’s folder below promises.",
        metavar=FOLDER,
    ),
]
Review = Annotated[
    bool,
    option(
        "--review",
        "Fråga om det som är osäkert eller inte fick någon plats.",
        "Ask about what is uncertain or did not fit a field.",
    ),
]


@command(
    "Gör utkast av dokument som finns: Word (.docx), PDF, webbsidor, text, Markdown och RTF. Texten är ordagrann. "
    "Det som inte får någon plats står som kommentar, och det som är osäkert räknas upp.",
    "Draft documents from existing files: Word (.docx), PDF, web pages, text, Markdown and RTF. The wording is "
    "verbatim. Unplaced text becomes a comment; uncertain placements are listed.",
    example="lofte import lofte-2024.docx\nlofte import sida.html -o promises/exempelby\nlofte import lofte.pdf -o -",
)
def import_(session: Session, files: Files = (), *, output: Output = None, review: Review = False) -> int:
    """Import files one by one, continuing after failures."""
    if not files:
        raise LofteError(
            Text("Säg vilken fil som ska läsas in.", "Name the file to import."),
            Text("Till exempel: lofte import lofte-2024.docx", "For example: lofte import lofte-2024.docx"),
        )
    if review and not session.interactive:
        raise LofteError(
            Text("--review frågar, och behöver en terminal.", "--review asks, and needs a terminal."),
            Text("Kör kommandot utan --review.", "Run the command without --review."),
        )
    failed = False
    for name in files:
        try:
            lazy.imports.import_file(session, name, output, review=review)
        except LofteError as error:
            failed = True
            print_error(error.message, error.help, session.lang)
    return ExitCode.USAGE_ERROR if failed else ExitCode.CLEAN
