"""`lofte init`: a new project."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from medborgarlofte.cli.commands.documents import Init
from medborgarlofte.cli.dialogue import Jump, ask
from medborgarlofte.cli.drawing import print_keys
from medborgarlofte.cli.guided_opening import PLACE_HELP, ask_municipality
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.drafting.scaffold import PLACEHOLDER, project_files, usual_police
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text, escape_controls
from medborgarlofte.model.config import CONFIG_FILE, NewDocuments
from medborgarlofte.model.config_file import config_of
from medborgarlofte.model.municipalities import by_code_or_name, full_name
from medborgarlofte.source.files import write_atomically


def init(session: Session, given: Init) -> int:
    """Write what is missing and say what comes next. Raises LofteError."""
    root = session.cwd / given.folder
    if root.exists() and not root.is_dir():
        raise LofteError(Text(f"”{given.folder}” är ingen mapp.", f"“{given.folder}” is not a folder."))
    usual = config_of(root / CONFIG_FILE).config.new
    is_assumed = not session.interactive and not (given.police or usual.police)
    try:
        place, police = _parties(session, given.municipality, given.police, usual)
    except Jump:
        session.print(Text("Inget har skrivits.", "Nothing has been written."))
        return ExitCode.CLEAN
    rows = [(root / name, text) for name, text in project_files(place, police)]
    missing = [(path, text) for path, text in rows if not _exists(root, path)]
    if given.dry_run:
        _show(session, missing)
        return ExitCode.CLEAN
    for path, text in missing:
        write_atomically(path, text.encode())
        session.print(Text(f"Skrev {session.shown(path)}", f"Wrote {session.shown(path)}"))
    kept = len(rows) - len(missing)
    if kept:
        session.print(
            Text(
                f"{kept} fanns redan och är {'orörd' if kept == 1 else 'orörda'}.",
                f"{kept} existed and {'is' if kept == 1 else 'are'} untouched.",
            )
        )
    if missing and is_assumed:
        session.log(_ASSUMED.format({"police": police}))
    _say_next(session, given.folder)
    return ExitCode.CLEAN


def _parties(
    session: Session, municipality: str | None, police: str | None, usual: NewDocuments
) -> tuple[str, str]:
    """Municipality and police: as given, else by questions, else as lofte.toml has them.

    Raises Jump for one who quits, and LofteError without a terminal to ask on.
    """
    given, police = (municipality or "").strip(), (police or "").strip()
    place = _full(given) if given else usual.municipality or ""
    if not session.interactive and not place:
        raise LofteError(
            Text("--municipality saknas.", "--municipality is missing."),
            Text(
                "Till exempel: lofte init --municipality Lerum",
                "For example: lofte init --municipality Lerum",
            ),
        )
    if session.interactive and not (given and police):
        print_keys(session, "", [(key, session.say(meaning)) for key, meaning in _KEYS])
    while True:
        if session.interactive and not given:
            place = _ask_place(session, place)
        is_usual = usual.police and place == usual.municipality
        proposed = police or (usual.police if is_usual and usual.police else usual_police(place))
        if police or not session.interactive:
            return place, proposed
        try:
            return place, ask(session, _POLICE, ("back", "quit"), default=proposed, about=_POLICE_HELP)
        except Jump as jump:
            if jump.command == "quit":
                raise


def _ask_place(session: Session, usual: str) -> str:
    """Municipality by name or code. Raises Jump for one who quits."""
    while True:
        try:
            return ask_municipality(session, (), usual or None, PLACE_HELP)
        except Jump as jump:  # there is no question before
            if jump.command == "quit":
                raise


def _full(written: str) -> str:
    """Name as written where it says kommun or stad; the full one for a code or a bare name. Raises LofteError."""
    name = " ".join(written.split())
    known = by_code_or_name(name)
    if known is None and name.isdecimal():
        raise LofteError(
            Text(f"Ingen kommun har kommunkod {name}.", f"No municipality has the code {name}."),
            Text("Skriv kommunens namn i stället.", "Write the name of the municipality instead."),
        )
    if known is None or name.casefold() not in (known.name.casefold(), known.code):
        return name
    return full_name(known)


def _exists(root: Path, path: Path) -> bool:
    """True for a file that is there, and for the .gitkeep of a folder that is."""
    return path.exists() or (path == root / PLACEHOLDER and path.parent.is_dir())


def _show(session: Session, missing: Sequence[tuple[Path, str]]) -> None:
    """Print the files; the schema only by name."""
    for path, text in missing:
        session.write(f"--- {session.shown(path)}\n")
        if path.suffix != ".json" or len(text) < _LONG:
            session.write(escape_controls(text))
    if not missing:
        session.print(Text("Inget saknas.", "Nothing is missing."))


def _say_next(session: Session, folder: str) -> None:
    start = "" if folder == "." else f"cd {folder}, "
    session.print(
        Text(
            f"Klart. Skriv ett löfte: {start}lofte new. Finns det i Word eller PDF: lofte import FIL",
            f"Done. Write a promise: {start}lofte new. If it is in Word or PDF: lofte import FILE",
        )
    )


_LONG: Final = 5_000
"""Characters from which a JSON file is only named."""
_KEYS: Final = (
    ("Enter", Text("tar förslaget inom [ ]", "takes the proposal in [ ]")),
    ("b", Text("föregående", "previous")),
    ("?", Text("hjälp", "help")),
    ("q", Text("slutar utan att skriva", "quits and writes nothing")),
)
_POLICE_HELP: Final = Text(
    "Namnet på det lokalpolisområde som kommunen hör till. Enter tar förslaget, b går tillbaka till kommunen.",
    "The name of the local police area that the municipality belongs to. Enter takes the proposal, b goes back to the municipality.",
)
_POLICE: Final = Text("Lokalpolisområde", "Local police area")
_ASSUMED: Final = Text(
    "Polisens namn är antaget: {police}. Är det fel, ändra i lofte.toml och README.md. Ange det med: --police",
    "The name of the police is assumed: {police}. If it is wrong, change lofte.toml and README.md. State it with: --police",
)
