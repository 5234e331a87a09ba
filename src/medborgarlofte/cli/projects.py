"""Files that `lofte init` writes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from medborgarlofte.cli.prompts import confirmed, prompt
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.drafting.project import PLACEHOLDER, project_files
from medborgarlofte.drafting.scaffold import usual_police
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text, escape_controls
from medborgarlofte.model.municipalities import by_name, full_name, municipalities
from medborgarlofte.source.files import write_atomically
from medborgarlofte.suggestions import did_you_mean


def start_project(
    session: Session, folder: str, municipality: str | None, police: str | None, *, dry_run: bool
) -> int:
    """Write what is missing and say what comes next. Raises LofteError."""
    root = session.cwd / folder
    if root.exists() and not root.is_dir():
        raise LofteError(Text(f"”{folder}” är ingen mapp.", f"“{folder}” is not a folder."))
    place = _municipality(session, municipality)
    usual = usual_police(place)
    police = (police or "").strip()
    is_assumed = not police and not session.interactive
    police = police or (usual if is_assumed else prompt(session, _POLICE, default=usual))
    rows = [(root / name, text) for name, text in project_files(place, police)]
    missing = [(path, text) for path, text in rows if not _exists(root, path)]
    if dry_run:
        _show(session, missing)
        return ExitCode.CLEAN
    for path, text in missing:
        write_atomically(path, text.encode())
        session.print(Text(f"Skrev {session.shown(path)}", f"Wrote {session.shown(path)}"))
    kept = len(rows) - len(missing)
    if kept:
        session.print(Text(f"{kept} fanns redan och är orörda.", f"{kept} existed and are untouched."))
    if missing and is_assumed:
        session.log(_ASSUMED.format({"police": police}))
    _say_next(session, folder)
    return ExitCode.CLEAN


def _municipality(session: Session, given: str | None) -> str:
    """Full name of the municipality. Raises LofteError without a terminal to ask on."""
    if given and given.strip():
        return _full(given)
    if not session.interactive:
        raise LofteError(
            Text("--municipality saknas.", "--municipality is missing."),
            Text(
                "Till exempel: lofte init --municipality Lerum",
                "For example: lofte init --municipality Lerum",
            ),
        )
    while True:
        answer = prompt(session, _MUNICIPALITY)
        if by_name(answer) or answer in municipalities():
            return _full(answer)
        meant = did_you_mean(answer, [one.name for one in municipalities().values()])
        session.log(Text("Det är ingen av Sveriges kommuner.", "It is none of Sweden's municipalities."))
        if meant:
            session.log(meant)
        if confirmed(session, _KEEP.format({"name": answer})):
            return answer


def _full(written: str) -> str:
    """Name as written where it says kommun or stad; the full one for a code or a bare name. Raises LofteError."""
    name = " ".join(written.split())
    known = municipalities().get(name) or by_name(name)
    if known is None and name.isdecimal():
        raise LofteError(
            Text(f"Ingen kommun har kommunkod {name}.", f"No municipality has the code {name}."),
            Text("Skriv kommunens namn i stället.", "Write the name of the municipality instead."),
        )
    if known is None or name.casefold() not in (known.name.casefold(), known.code):
        return name
    return full_name(known)


def _exists(root: Path, path: Path) -> bool:
    """True for a file that is there, and for the placeholder of a folder that is."""
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
_MUNICIPALITY: Final = Text("Kommun (namn eller kod)", "Municipality (name or code)")
_POLICE: Final = Text("Lokalpolisområde", "Local police area")
_ASSUMED: Final = Text(
    "Polisens namn är antaget: {police}. Är det fel, ändra i lofte.toml och README.md. Ange det med: --police",
    "The name of the police is assumed: {police}. If it is wrong, change lofte.toml and README.md. State it with: --police",
)
_KEEP: Final = Text("Använd ”{name}” ändå? [j/N]", "Use “{name}” all the same? [y/N]")
