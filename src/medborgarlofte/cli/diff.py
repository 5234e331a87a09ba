"""`lofte diff`: compare documents."""

from collections.abc import Sequence
from typing import Annotated, Final

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import argument, option
from medborgarlofte.cli.parameters import Drafts, format_option
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.i18n import Text, escape_controls
from medborgarlofte.report.diff import FORMATS

KINDS = ("weakened", "dropped", "split", "merged", "moved", "sharpened", "new", "reworded", "kept")
KINDS_IN_SWEDISH = {
    "försvagat": "weakened",
    "borttaget": "dropped",
    "delat": "split",
    "uppdelat": "split",
    "sammanslaget": "merged",
    "flyttat": "moved",
    "skärpt": "sharpened",
    "nytt": "new",
    "omformulerat": "reworded",
    "behållet": "kept",
}

Documents = Annotated[
    Sequence[str],
    argument(
        "En fil, ett id (karlshamn/lofte-2022), REV:sökväg ur git, en sparad webbsida, PDF eller Wordfil, eller en "
        "kommun eller mapp.",
        "A file, an id (karlshamn/lofte-2022), REV:path from git, a saved web page, PDF or Word file, or a "
        "municipality or folder.",
        metavar=Text("[GAMMAL] [NY]", "[OLD] [NEW]"),
    ),
]
Since = Annotated[
    str | None,
    option(
        "--since",
        "Vad som ändrats i varje dokument sedan en revision.",
        "What changed in each document since a revision.",
        metavar=Text("REV", "REV"),
    ),
]
Only = Annotated[
    str | None,
    option(
        "--only",
        "Bara ett slags ändring: försvagat, borttaget, flyttat, skärpt, nytt …",
        "Only one kind of change: weakened, dropped …",
        choices=KINDS,
        synonyms=KINDS_IN_SWEDISH,
        metavar=Text("SLAG", "KIND"),
    ),
]
Strict = Annotated[
    bool,
    option(
        "--strict",
        "Räkna bara par som är bekräftade eller ordagrant lika, inga som bara liknar varandra.",
        "Count only pairs that are confirmed or have the same wording, none that are only alike.",
    ),
]
WithExitCode = Annotated[
    bool,
    option(
        "--exit-code",
        "Avsluta med 1 när något försvagats eller ett åtagande med ett tal tagits bort, för CI.",
        "Exit with 1 when something weakened or a commitment with a number was dropped, for CI.",
    ),
]
Confirm = Annotated[
    bool,
    option(
        "--confirm",
        "Gå igenom förslagen och skriv de bekräftade som ”fortsätter” i den nyare filen.",
        "Go through the suggestions and write the confirmed ones as “fortsätter” into the newer file.",
    ),
]


@command(
    "Jämför två dokument: vad som är behållet, skärpt, försvagat, flyttat, borttaget och nytt. Med ett namn "
    "(en kommun eller en mapp) jämförs varje löfte med det före.",
    "Compare two documents: what is kept, sharpened, weakened, moved, dropped and new. With one name (a "
    "municipality or a folder) each promise is compared with the one before.",
    example="lofte diff karlshamn/lofte-2022 karlshamn/lofte-2024\nlofte diff karlshamn\n"
    "lofte diff --since HEAD --exit-code",
)
def diff(
    session: Session,
    documents: Documents = (),
    *,
    since: Since = None,
    output: Annotated[str | None, format_option(FORMATS.names)] = None,
    only: Only = None,
    strict: Strict = False,
    exit_code: WithExitCode = False,
    confirm: Confirm = False,
    drafts: Drafts = False,
) -> int:
    """Compare documents, or confirm guessed pairs."""
    compared = lazy.comparisons.compare_documents(
        session, documents, since, strict=strict, drafts=drafts or confirm
    )
    rows = compared.rows
    for note in compared.notes:
        session.log(note.text)
    if not rows:
        if not compared.has_faults:
            unchanged = _REST_UNCHANGED if compared.notes else _UNCHANGED
            session.log(_NOTHING if since is None else unchanged.format({"since": escape_controls(since)}))
        session.write(session.format(FORMATS, rows, output) if output == "json" else "")
        return ExitCode.FINDINGS if exit_code and compared.has_faults else ExitCode.CLEAN
    if confirm:
        return lazy.confirm.confirm_guesses(session, rows)
    weakened = compared.has_faults or any(row.comparison.is_weakened for row in rows)
    if only:
        rows = [lazy.comparisons.narrowed(row, only) for row in rows]
    session.write(session.format(FORMATS, rows, output))
    return ExitCode.FINDINGS if exit_code and weakened else ExitCode.CLEAN


_REST_UNCHANGED: Final = Text(
    "Inget annat har ändrats sedan {since}.", "Nothing else has changed since {since}."
)
_UNCHANGED: Final = Text("Inget har ändrats sedan {since}.", "Nothing has changed since {since}.")
_NOTHING: Final = Text(
    "Det fanns inget att jämföra: det behövs två löften.",
    "There was nothing to compare: it takes two promises.",
)
