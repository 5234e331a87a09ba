"""`lofte validate --fix`: automatic fixes."""

import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import typer

from medborgarlofte.cli.session import Session
from medborgarlofte.drafting.fixes import Fix, fix
from medborgarlofte.i18n import Text, escape_controls
from medborgarlofte.load import selected_files
from medborgarlofte.model.kinds import spellings
from medborgarlofte.source.editing import lines_of
from medborgarlofte.source.files import read_bytes, write_atomically
from medborgarlofte.source.locking import locked


class FixedFile(NamedTuple):
    """A file with something to fix."""

    name: str
    path: Path
    before: bytes
    after: bytes
    fixes: list[Fix]


def preview_fixes(session: Session, paths: Sequence[str]) -> bool:
    """Print the fixes as a diff; true if any."""
    found = False
    for file in _fixable(session, paths):
        found = True
        old, new = (lines_of(data.decode("utf-8-sig")) for data in (file.before, file.after))
        for line in difflib.unified_diff(old, new, file.name, file.name):
            whole = line.endswith("\n")
            typer.echo(line if whole else f"{line}\n\\ No newline at end of file\n", nl=False)
    return found


def apply_fixes(session: Session, paths: Sequence[str]) -> None:
    """Fix files and list the fixes on stderr."""
    for file in _fixable(session, paths):
        place = escape_controls(file.name, in_line=True)
        with locked(file.path):
            unchanged = read_bytes(file.path) == file.before
            if unchanged:
                write_atomically(file.path, file.after)
        if not unchanged:
            typer.echo(f"{place}: {session.say(_CHANGED)}", err=True)
            continue
        for change in file.fixes:
            fixed = Text(f"rättat: {change.what.sv}", f"fixed: {change.what.en}")
            typer.echo(f"{place}:{change.line}: {session.say(fixed)}", err=True)


def _fixable(session: Session, paths: Sequence[str]) -> Iterator[FixedFile]:
    for name, path in selected_files(paths, session.cwd):
        before = read_bytes(path)
        if isinstance(before, bytes):  # the check that follows reports a file that cannot be read
            after, fixes = fix(before, spellings())
            if after != before:
                yield FixedFile(name, path, before, after, fixes)


_CHANGED: Final = Text(
    "inget rättat: filen ändrades av ett annat program under tiden. Kör igen.",
    "nothing fixed: another program changed the file meanwhile. Run again.",
)
