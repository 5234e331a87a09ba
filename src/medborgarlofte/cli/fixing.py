"""`lofte validate --fix`: automatic fixes."""

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import typer

from medborgarlofte.cli.prompts import confirmed, show
from medborgarlofte.cli.session import Session
from medborgarlofte.drafting.fix import Fix
from medborgarlofte.drafting.fixes import Check, FixedFile, fix, reason_for
from medborgarlofte.i18n import Text, escape_controls
from medborgarlofte.load import LoadedFile, check_references, discover, load_files
from medborgarlofte.source.editing import apply, lines_of
from medborgarlofte.source.files import is_misnamed, read_bytes, write_atomically
from medborgarlofte.source.locking import locked
from medborgarlofte.source.reader import Source


class Change(NamedTuple):
    """A file with something to fix."""

    name: str
    path: Path
    before: bytes
    fixed: FixedFile

    @property
    def target(self) -> Path:
        """The path with the right suffix."""
        return self.path.with_suffix("") if is_misnamed(self.path) else self.path


def preview_fixes(session: Session, paths: Sequence[str], *, unsafe: bool) -> bool:
    """Print the fixes as a diff; true if any, or if a file could not be read."""
    found, unread = False, list[str]()
    for change in _changes(session, paths, unread, unsafe=unsafe, ask=False):
        found = True
        old, new = (
            lines_of(data.decode("utf-8-sig", "replace")) for data in (change.before, change.fixed.data)
        )
        renamed = str(Path(change.name).with_suffix("")) if change.target != change.path else change.name
        if old == new:
            typer.echo(f"{change.name} → {renamed}")
        for line in difflib.unified_diff(old, new, change.name, renamed):
            whole = line.endswith("\n")
            typer.echo(line if whole else f"{line}\n\\ No newline at end of file\n", nl=False)
    for name in unread:
        session.log(_UNREAD.format({"file": escape_controls(name, in_line=True)}))
    return found or bool(unread)


def apply_fixes(session: Session, paths: Sequence[str], *, unsafe: bool) -> None:
    """Fix files and list the fixes on stderr."""
    for change in _changes(session, paths, [], unsafe=unsafe, ask=session.interactive):
        place = escape_controls(change.name, in_line=True)
        with locked(change.path):
            unchanged = change.path.read_bytes() == change.before
            if unchanged:
                write_atomically(change.target, change.fixed.data)
                if change.target != change.path:
                    change.path.unlink()
        if not unchanged:
            typer.echo(f"{place}: {session.say(_CHANGED)}", err=True)
            continue
        if change.target != change.path:
            name = change.target.name
            what = Text(f"rättat: filen heter nu {name}", f"fixed: the file is now called {name}")
            typer.echo(f"{place}: {session.say(what)}", err=True)
        for row in change.fixed.applied:
            what = Text(f"rättat: {row.what.sv}", f"fixed: {row.what.en}")
            typer.echo(f"{place}:{row.line}: {session.say(what)}", err=True)


def _changes(
    session: Session, paths: Sequence[str], unread: list[str], *, unsafe: bool, ask: bool
) -> Iterator[Change]:
    """Files that fixing changes; the names of those that cannot be read are added to `unread`.

    What remains is listed on stderr at the end.
    """
    left: list[FixedFile] = []
    offered: list[tuple[str, Fix]] = []
    for project in (
        discover([path for path in paths if path != "-"], session.cwd, None) if set(paths) != {"-"} else ()
    ):
        files = load_files(project)
        for file in files:
            if not file.input.asked or file.input.path is None:
                continue
            change = _change(session, file, _check(file, files, project.closed), unsafe=unsafe, ask=ask)
            if change is None:
                unread.append(file.input.file)
                continue
            left.append(change.fixed)
            offered += [(change.name, row) for row in change.fixed.offered]
            if change.fixed.data != change.before or change.target != change.path:
                yield change
    _list_remaining(session, left, offered)


def _change(session: Session, file: LoadedFile, check: Check, *, unsafe: bool, ask: bool) -> Change | None:
    """Fixed content of a file; None when it cannot be read."""
    path = file.input.path
    if path is None:
        return None
    meant = path.with_suffix("")
    data = read_bytes(path) if not is_misnamed(path) or meant.exists() else path.read_bytes()
    if not isinstance(data, bytes):
        return None

    def accept(row: Fix, source: Source) -> bool:
        return row.certain or unsafe or (ask and _agreed(session, file.input.file, row, source))

    return Change(file.input.file, path, data, fix(data, check, accept))


def _check(file: LoadedFile, files: Sequence[LoadedFile], closed: Sequence[str]) -> Check:
    """Check of new content of a file among the others."""
    others = [other for other in files if other is not file]

    def check(data: bytes) -> LoadedFile:
        new = LoadedFile(file.input._replace(path=None, data=data))
        check_references([*others, new], closed, [new])
        return new

    return check


def _agreed(session: Session, name: str, row: Fix, source: Source) -> bool:
    """Ask about a probable fix, shown as lines before and after."""
    session.log(Text(f"{name}:{row.line}: {row.what.sv}?", f"{name}:{row.line}: {row.what.en}?"))
    for mark, style, line in changed_lines(row, source):
        show(session, (f"{mark} ", style), escape_controls(line, in_line=True))
    return confirmed(session, Text("Rätta så? [j/N]", "Fix it this way? [y/N]"))


def changed_lines(row: Fix, source: Source) -> list[tuple[str, str, str]]:
    """Lines of a fix: mark, style and text."""
    lines = lines_of(source.text)
    before = lines.copy()
    apply(lines, row.edits)
    diff = list(difflib.ndiff(before, lines))
    return [
        (line[0], "removed" if line[0] == "-" else "ok", line[2:].rstrip("\r\n"))
        for line in diff
        if line[0] in "-+"
    ]


def _list_remaining(session: Session, left: Sequence[FixedFile], offered: Sequence[tuple[str, Fix]]) -> None:
    """Why the errors that are left were not fixed, on stderr."""
    counted = Counter(
        (d.code, reason_for(d)) for file in left for d in file.unfixable if d.severity == "error"
    )
    for (code, reason), count in sorted(counted.items(), key=lambda row: row[0][0]):
        session.log(Text(f"kvar: {code} ({count}). {reason.sv}", f"left: {code} ({count}). {reason.en}"))
    for name, row in offered:
        session.log(
            Text(
                f"{name}:{row.line}: troligen: {row.what.sv}. Rätta med: lofte validate --fix --unsafe",
                f"{name}:{row.line}: probably: {row.what.en}. Fix it with: lofte validate --fix --unsafe",
            )
        )


_UNREAD: Final = Text(
    "{file}: gick inte att läsa, så inget i den är rättat. Se varför: lofte validate {file}",
    "{file}: could not be read, so nothing in it is fixed. See why: lofte validate {file}",
)
_CHANGED: Final = Text(
    "inget rättat: filen ändrades av ett annat program under tiden. Kör igen.",
    "nothing fixed: another program changed the file meanwhile. Run again.",
)
