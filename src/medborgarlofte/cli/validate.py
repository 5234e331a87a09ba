"""`lofte validate`: schema and rules."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Final

import typer

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command, see_help
from medborgarlofte.cli.options import argument, option
from medborgarlofte.cli.parameters import Today, format_option
from medborgarlofte.cli.progress import progress
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text, escape_controls
from medborgarlofte.report.check import FORMATS
from medborgarlofte.source.finding import Severity

PROFILES = ("auto", "utkast", "granskning", "publicering", "arkiv")
CODES: Final = Text("KODER", "CODES")

Files = Annotated[
    Sequence[str],
    argument(
        "Filer eller mappar, eller - för standard in. Utan sökväg: närmaste mapp promises.",
        "Files or folders, or - for standard input. Without a path: the nearest folder promises.",
        metavar=Text("[SÖKVÄG]...", "[PATH]..."),
    ),
]
Profile = Annotated[
    str,
    option(
        "--profile",
        "Hur strängt: utkast, granskning, publicering eller arkiv. Förval auto: efter dokumentets status och period.",
        "How strict: utkast (draft), granskning (review), publicering (publishing) or arkiv (archive). Default auto: "
        "by the status and period of the document.",
        choices=PROFILES,
        synonyms={"draft": "utkast", "review": "granskning", "publishing": "publicering", "archive": "arkiv"},
        metavar=Text("PROFIL", "PROFILE"),
    ),
]
Select = Annotated[
    Sequence[str],
    option(
        "--select",
        "Bara dessa regler eller grupper: M01,U.",
        "Only these rules or groups: M01,U.",
        metavar=CODES,
    ),
]
Ignore = Annotated[
    Sequence[str],
    option("--ignore", "Inte dessa regler eller grupper.", "Not these rules or groups.", metavar=CODES),
]
Compact = Annotated[bool, option("--compact", "En rad för varje fynd.", "One line for each finding.")]
Statistics = Annotated[bool, option("--statistics", "Bara antal per regel.", "Only the count of each rule.")]
Fix = Annotated[
    bool,
    option(
        "--fix",
        "Rätta det som bara har ett rätt svar: indrag, citattecken, punktlistor, stavning av nycklar och värden, "
        "datum, kommunkod, osynliga tecken. Löftets ordalydelse ändras aldrig.",
        "Fix what has one right answer: indentation, quotation marks, lists, spelling of keys and values, dates, "
        "municipality code, invisible characters. The wording of a promise is never changed.",
    ),
]
Unsafe = Annotated[
    bool,
    option(
        "--unsafe",
        "Med --fix: rätta också det som är nästan säkert, till exempel en felstavad nyckel, utan att fråga.",
        "With --fix: also fix what is nearly certain, such as a misspelt key, without asking.",
    ),
]
DryRun = Annotated[
    bool,
    option(
        "--dry-run", "Med --fix: visa ändringen, skriv inget.", "With --fix: show the changes, write nothing."
    ),
]
Published = Annotated[
    bool,
    option(
        "--published",
        "Jämför också med det som polisen och kommunen publicerar: sparade sidor under publicerat, arkiverad.",
        "Also compare with what the police and the municipality publish: pages kept under publicerat, arkiverad.",
    ),
]
Explain = Annotated[
    str | None,
    option(
        "--explain",
        "Förklara en kod, till exempel D10.",
        "Explain a code, such as D10.",
        metavar=Text("KOD", "CODE"),
    ),
]
ExplainText = Annotated[
    str | None,
    option(
        "--explain-text",
        "Visa vad reglerna läser ut ur en mening: antal, tider, förbehåll, vaga verb.",
        "Show what the rules read in a sentence: counts, times, reservations, vague verbs.",
        metavar=Text("TEXT", "TEXT"),
    ),
]

Watch = Annotated[
    bool,
    option(
        "--watch",
        "Kontrollera igen varje gång en fil sparas, tills du trycker Ctrl+C.",
        "Check again whenever a file is saved, until you press Ctrl+C.",
    ),
]


@command(
    "Kontrollera löften och andra dokument. Varje problem visas med fil, rad, vad som är fel, varför det "
    "spelar roll och vad du gör nu. Inget ändras.",
    "Check promises and other documents. Each problem is shown with its file, line, what is wrong, why it "
    "matters and what to do now. Nothing is changed.",
    example="lofte validate\nlofte validate promises/karlshamn --format json\nlofte validate --explain D10",
)
def validate(
    session: Session,
    paths: Files = (),
    *,
    output: Annotated[str | None, format_option(FORMATS.names)] = None,
    profile: Profile = "auto",
    select: Select = (),
    ignore: Ignore = (),
    today: Today = None,
    compact: Compact = False,
    statistics: Statistics = False,
    fix: Fix = False,
    unsafe: Unsafe = False,
    dry_run: DryRun = False,
    published: Published = False,
    watch: Watch = False,
    explain: Explain = None,
    explain_text: ExplainText = None,
) -> int:
    """Check, fix or explain."""
    if explain or explain_text is not None:
        return _explain(session, explain) if explain else _explain_text(session, explain_text or "")
    _check_options(output, statistics=statistics, fix=fix, dry_run=dry_run, unsafe=unsafe, watch=watch)
    code = _fix(session, paths, dry_run=dry_run, unsafe=unsafe) if fix else ExitCode.CLEAN
    if dry_run:
        return code
    view = "statistics" if statistics else "compact" if compact else "text"

    def run() -> int:
        request = lazy.check.check_request(
            session, paths, profile=profile, today=today, select=select, ignore=ignore, published=published
        )
        with progress(session) as phase:
            workspaces, found = lazy.check.check_stream(request, phase)
            counts = lazy.check.write_stream(session, found, output, view=view).severities
        if profile == "auto" and output in (None, "text"):
            _name_drafts(session, lazy.check.empty_drafts(workspaces))
        return _exit_code(counts, profile)

    return _watch(session, paths, run) if watch else run()


_EMPTY_DRAFT: Final = Text(
    "{file} är ett utkast utan åtaganden. Se vad som fattas: lofte validate {file} --profile granskning",
    "{file} is a draft without commitments. See what is missing: lofte validate {file} --profile granskning",
)


def _name_drafts(session: Session, files: Sequence[str]) -> None:
    for file in files:
        session.log(_EMPTY_DRAFT.format({"file": file}))


def _exit_code(counts: Mapping[Severity, int], profile: str) -> int:
    failed = counts["error"] or (profile == "publicering" and counts["warning"])
    return ExitCode.FINDINGS if failed else ExitCode.CLEAN


def _watch(session: Session, paths: Sequence[str], run: Callable[[], int]) -> int:
    """Check after each save until Ctrl-C; the code of the last check."""
    watching = lazy.watching
    changes = watching.saved_changes(watching.watcher(), watching.watched_paths(session, paths))
    code: int = ExitCode.CLEAN
    try:
        for number, _ in enumerate(changes):
            if number:
                session.print(Text("\nSparat. Kontrollerar igen.\n", "\nSaved. Checking again.\n"))
            code = run()
            sys.stdout.flush()
            session.log(
                Text(
                    "Väntar på nästa ändring. Avsluta med Ctrl+C.",
                    "Waiting for the next change. Stop with Ctrl+C.",
                )
            )
    except KeyboardInterrupt:
        session.log(Text("Stängt.", "Closed."))
    return code


def _check_options(
    output: str | None, *, statistics: bool, fix: bool, dry_run: bool, unsafe: bool, watch: bool
) -> None:
    """Raises LofteError for incompatible options."""
    wrong = [
        Text(f"{name} hör till --fix.", f"{name} goes with --fix.")
        for name, given in (("--dry-run", dry_run), ("--unsafe", unsafe))
        if given and not fix
    ]
    if watch and fix:
        wrong.append(
            Text(
                "--watch ändrar inga filer, så --fix går inte ihop med det.",
                "--watch changes no files, so it cannot be combined with --fix.",
            )
        )
    if statistics and output not in (None, "text", "compact", "json"):
        wrong.append(
            Text(
                f"--statistics finns som text och json, inte som {output}.",
                f"--statistics is available as text and json, not as {output}.",
            )
        )
    if wrong:
        raise LofteError(wrong[0], see_help("lofte validate"))


def _fix(session: Session, paths: Sequence[str], *, dry_run: bool, unsafe: bool) -> int:
    if not dry_run:
        lazy.fixing.apply_fixes(session, paths, unsafe=unsafe)
    elif lazy.fixing.preview_fixes(session, paths, unsafe=unsafe):
        return ExitCode.FINDINGS
    else:
        session.log(Text("Det fanns inget att rätta.", "There was nothing to fix."))
    return ExitCode.CLEAN


def _explain(session: Session, code: str) -> int:
    typer.echo(lazy.explanation.explain(code, lang=session.lang, width=session.width), nl=False)
    return ExitCode.CLEAN


def _explain_text(session: Session, text: str) -> int:
    shown = lazy.explain.format_explanation(text, session.lang)
    typer.echo(escape_controls(shown or session.say(lazy.explain.NOTHING)))
    return ExitCode.CLEAN
