"""`lofte diff --confirm`: walk through the guessed pairs and write those confirmed into the newer file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from medborgarlofte.cli.resolve import path_of
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

if TYPE_CHECKING:
    from medborgarlofte.diff.model import Change
    from medborgarlofte.report.diff.result import Compared


def confirm(session: Session, rows: "Sequence[Compared]") -> int:
    """Ask about each guess; what is answered is written after each document, so that stopping loses nothing."""
    if not session.interactive:
        raise LofteError(
            Text("--confirm frågar, och behöver en terminal.", "--confirm asks, and needs a terminal."),
            Text(
                "Skriv annars själv: fortsätter: [karlshamn/lofte-2022#K1] i det nyare åtagandet.",
                "Otherwise write it yourself: fortsätter: [karlshamn/lofte-2022#K1] in the newer commitment.",
            ),
        )
    for row in rows:
        _check(session, row)
    for row in rows:
        answers = [
            (change.new, change.old)
            for change in row.comparison.changes
            if change.is_guess and _asked(session, row, change)
        ]
        count = write(session, row, answers)
        if count:
            said = Text(
                f"{row.new.file}: {count} kopplingar skrivna.", f"{row.new.file}: {count} links written."
            )
            click.echo(session.say(said))
    return ExitCode.CLEAN


def _check(session: Session, row: "Compared") -> None:
    """Only a file that stands in the folder is written to, and no document continues itself."""
    if not path_of(session, row.new).is_file():
        raise LofteError(
            Text(
                f"”{row.new.file}” är en äldre version ur git och ändras inte.",
                f"“{row.new.file}” is an older version out of git and is not changed.",
            )
        )
    if row.old.id == row.new.id:
        raise LofteError(
            Text(
                "”fortsätter” pekar på ett tidigare löfte, inte på en äldre version av samma fil.",
                "“fortsätter” points to an earlier promise, not to an older version of the same file.",
            )
        )


def _asked(session: Session, row: "Compared", change: "Change") -> bool:
    from medborgarlofte.diff.describe import texts  # noqa: PLC0415 - only while asking

    olds, news = texts(row.old), texts(row.new)
    for key in change.old:
        click.echo(f"- {key}: {olds[key]}")
    for key in change.new:
        click.echo(f"+ {key}: {news[key]}")
    check_request = Text("Är det samma åtagande? [j/N]", "Is it the same commitment? [y/N]")
    answer = click.prompt(session.say(check_request), default="n", show_default=False)
    return answer.strip().lower() in ("j", "ja", "y", "yes")


def write(
    session: Session, row: "Compared", answers: "Sequence[tuple[tuple[str, ...], tuple[str, ...]]]"
) -> int:
    """Put `fortsätter` into the newer file for each (new ids, old ids); answers how many were written.

    The file is read anew, since what was confirmed of another earlier promise may have moved its lines.
    """
    from medborgarlofte.load import load_bytes  # noqa: PLC0415 - only when something is written
    from medborgarlofte.source.editing import apply, lines_of, new_item, new_key  # noqa: PLC0415
    from medborgarlofte.source.files import split_mark, write_atomically  # noqa: PLC0415
    from medborgarlofte.source.locking import locked  # noqa: PLC0415

    path = path_of(session, row.new)
    with locked(path):
        data = path.read_bytes()
        loaded, _ = load_bytes(row.new.id, row.new.file, data)
        if loaded is None:
            return 0
        order = {one.id: index for index, one in enumerate(getattr(loaded.document, "commitments", ()))}
        edits = []
        for new_ids, old_ids in answers:
            refs = ", ".join(f"{row.old.id}#{key}" for key in old_ids)
            for key in new_ids:
                if key not in order:  # somebody took it out while the questions were asked
                    continue
                route = ("åtaganden", order[key])
                edit = new_item(loaded.source, (*route, "fortsätter"), refs) or new_key(
                    loaded.source, route, "id", f"fortsätter: [{refs}]"
                )
                if edit:
                    edits.append(edit)
        if edits:
            mark, rest = split_mark(data)
            lines = lines_of(rest.decode())
            apply(lines, edits)
            write_atomically(path, mark + "".join(lines).encode())
        return len(edits)
