"""`lofte diff --confirm`: confirm guessed pairs."""

from collections.abc import Iterator, Sequence

from medborgarlofte.cli.prompts import confirmed, show
from medborgarlofte.cli.resolve import path_of
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.diff.describe import texts
from medborgarlofte.diff.model import Change
from medborgarlofte.diff.since import REMOVED
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument, load_bytes
from medborgarlofte.report.diff.text import Compared
from medborgarlofte.source.editing import Edit, edited, new_item, new_key
from medborgarlofte.source.files import write_atomically
from medborgarlofte.source.locking import locked

Answers = Sequence[tuple[tuple[str, ...], tuple[str, ...]]]
"""Confirmed pairs: new ids, old ids."""


def confirm_guesses(session: Session, rows: Sequence[Compared]) -> int:
    """Ask about guesses; saves after each document."""
    session.needs_terminal(
        "--confirm",
        Text(
            "Skriv annars själv: fortsätter: [karlshamn/lofte-2022#K1] i det nyare åtagandet.",
            "Otherwise write it yourself: fortsätter: [karlshamn/lofte-2022#K1] in the newer commitment.",
        ),
    )
    kept = [row for row in rows if row.new.id != REMOVED]
    for row in kept:
        _check(session, row)
    for row in kept:
        guesses = (change for change in row.comparison.changes if change.is_unconfirmed)
        count = write(
            session, row, [(change.new, change.old) for change in guesses if _ask(session, row, change)]
        )
        if count:
            session.print(
                Text(
                    f"{row.new.file}: {count} kopplingar skrivna.", f"{row.new.file}: {count} links written."
                )
            )
    return ExitCode.CLEAN


def _check(session: Session, row: Compared) -> None:
    """Raises LofteError unless the newer document is writable.

    It must be a file here and another document than the older.
    """
    if not path_of(session, row.new).is_file():
        raise LofteError(
            Text(
                f"”{row.new.file}” är en äldre version ur git och ändras inte.",
                f"“{row.new.file}” is an older version from git and is not changed.",
            )
        )
    if row.old.id == row.new.id:
        raise LofteError(
            Text(
                "”fortsätter” pekar på ett tidigare löfte, inte på en äldre version av samma fil.",
                "“fortsätter” points to an earlier promise, not to an older version of the same file.",
            )
        )


def _ask(session: Session, row: Compared, change: Change) -> bool:
    olds, news = texts(row.old), texts(row.new)
    for key in change.old:
        show(session, ("- ", "removed"), (key, "id"), f": {olds[key]}")
    for key in change.new:
        show(session, ("+ ", "ok"), (key, "id"), f": {news[key]}")
    return confirmed(session, Text("Är det samma åtagande? [j/N]", "Is it the same commitment? [y/N]"))


def write(session: Session, row: Compared, answers: Answers) -> int:
    """Add `fortsätter`; returns the number of links.

    The file is read again under its lock, since links to another earlier promise may have moved its lines.
    """
    path = path_of(session, row.new)
    with locked(path):
        data = path.read_bytes()
        loaded, _ = load_bytes(row.new.id, row.new.file, data)
        edits = list(_edits(loaded, row.old.id, answers)) if loaded else []
        if edits:
            write_atomically(path, edited(data, edits))
        return len(edits)


def _edits(loaded: LoadedDocument, old_id: str, answers: Answers) -> Iterator[Edit]:
    commitments = getattr(loaded.document, "commitments", ())
    positions = {commitment.id: index for index, commitment in enumerate(commitments)}
    for new_ids, old_ids in answers:
        references = [f"{old_id}#{key}" for key in old_ids]
        for key in new_ids:
            if key not in positions:  # removed while the questions were asked
                continue
            route = ("åtaganden", positions[key])
            edit = new_item(loaded.source, (*route, "fortsätter"), *references) or new_key(
                loaded.source, route, "id", f"fortsätter: [{', '.join(references)}]"
            )
            if edit:
                yield edit
