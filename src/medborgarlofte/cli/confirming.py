"""`lofte diff --confirm`: walk through the guessed pairs and write those confirmed into the newer file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from medborgarlofte.cli.session import Exit, Session
from medborgarlofte.text import LofteError, Text

if TYPE_CHECKING:
    from medborgarlofte.changes.vocabulary import Change
    from medborgarlofte.report.diff_report import Compared


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
    return Exit.CLEAN


def _asked(session: Session, row: "Compared", change: "Change") -> bool:
    from medborgarlofte.changes.words import texts  # noqa: PLC0415 - only while asking

    olds, news = texts(row.old), texts(row.new)
    for key in change.old:
        click.echo(f"- {key}: {olds[key]}")
    for key in change.new:
        click.echo(f"+ {key}: {news[key]}")
    question = Text("Är det samma åtagande? [j/N]", "Is it the same commitment? [y/N]")
    answer = click.prompt(session.say(question), default="n", show_default=False)
    return answer.strip().lower() in ("j", "ja", "y", "yes")


def write(
    session: Session, row: "Compared", answers: "Sequence[tuple[tuple[str, ...], tuple[str, ...]]]"
) -> int:
    """Put `fortsätter` into the newer file for each (new ids, old ids); answers how many were written."""
    from medborgarlofte.source.edit import Edit, apply, lines_of, new_key  # noqa: PLC0415
    from medborgarlofte.source.files import write_whole  # noqa: PLC0415

    path = session.cwd / row.new.file
    if not path.is_file():
        raise LofteError(
            Text(
                f"”{row.new.file}” är en äldre version ur git och ändras inte.",
                f"“{row.new.file}” is an older version out of git and is not changed.",
            )
        )
    commitments = getattr(row.new.document, "commitments", ())
    order = {commitment.id: index for index, commitment in enumerate(commitments)}
    edits: list[Edit] = []
    for new_ids, old_ids in answers:
        refs = ", ".join(f"{row.old.id}#{key}" for key in old_ids)
        for key in new_ids:
            if commitments[order[key]].continues:
                continue  # what is stated already stands
            edit = new_key(row.new.source, ("åtaganden", order[key]), "id", f"fortsätter: [{refs}]")
            if edit:
                edits.append(edit)
    if edits:
        data = path.read_bytes()
        mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        lines = lines_of(data.decode("utf-8-sig"))
        apply(lines, edits)
        write_whole(path, mark + "".join(lines).encode())
    return len(edits)
