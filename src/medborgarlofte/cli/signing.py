"""Signatures of a promise: review, questions and the file."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from medborgarlofte.cli.check import lint_draft
from medborgarlofte.cli.dialogue import Jump, ask, unless_skipped
from medborgarlofte.cli.resolve import path_of, promise_named
from medborgarlofte.cli.session import Session
from medborgarlofte.drafting.signing import sign
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.promise import Promise
from medborgarlofte.source.files import write_atomically
from medborgarlofte.source.locking import locked


def sign_promise(session: Session, name: str, by: Sequence[str], date: dt.date) -> str:
    """Write status and signatures; returns how the file is shown. Raises LofteError."""
    loaded, promise, workspace = promise_named(session, name)
    path = path_of(session, loaded)
    shown = session.shown(path)
    if promise.signatures:
        raise LofteError(Text(f"{shown} är redan undertecknat.", f"{shown} is signed already."))
    found = lint_draft(session, workspace, path.read_bytes().decode("utf-8-sig"))
    if any(one.severity == "error" for one in found):
        raise LofteError(
            Text(f"{shown} har fel som måste rättas först.", f"{shown} has errors that must be fixed first."),
            Text(
                "Se dem: lofte validate --profile granskning", "See them: lofte validate --profile granskning"
            ),
        )
    rows = list(_given(by, promise) if by else _asked(session, promise))
    if not rows:
        raise LofteError(
            Text(
                "Ingen har skrivit under. Inget har ändrats.", "No one has signed. Nothing has been changed."
            )
        )
    signatures = [{**row, "datum": str(date)} for row in rows]
    with locked(path):
        write_atomically(path, sign(path.read_bytes(), signatures, spellings()))
    return shown


def _given(by: Sequence[str], promise: Promise) -> Iterator[dict[str, str]]:
    """Signatures of ”namn, roll, part”. Raises LofteError for an unknown party."""
    names = {
        name.casefold(): party.id
        for party in promise.parties
        for name in (party.id, party.name)
        if name and party.id
    }
    for written in by:
        parts = [part.strip() for part in written.split(",")]
        party = names.get(parts[-1].casefold()) if len(parts) > 1 else None
        if party is None and len(parts) > 2:
            listed = ", ".join(str(party.id) for party in promise.parties)
            raise LofteError(
                Text(f"”{parts[-1]}” är ingen part i löftet.", f"“{parts[-1]}” is no party to the promise."),
                Text(f"Det finns: {listed}.", f"Choose from: {listed}."),
            )
        role = ", ".join(parts[1:-1] if party else parts[1:])
        yield {"namn": parts[0], **({"roll": role} if role else {}), **({"part": party} if party else {})}


def _asked(session: Session, promise: Promise) -> Iterator[dict[str, str]]:
    """A signature for each party; Enter leaves one out."""
    for party in promise.parties:
        question = Text(
            f"Vem skrev under för {party.name or party.id} (namn, roll)",
            f"Who signed for {party.name or party.id} (name, role)",
        )
        try:
            answer = unless_skipped(partial(ask, session, question, ("skip", "quit"), help=_HELP))
        except Jump:
            raise LofteError(Text("Inget har ändrats.", "Nothing has been changed.")) from None
        name, _, role = (part.strip() for part in answer.partition(","))
        if name:
            yield {
                "namn": name,
                **({"roll": role} if role else {}),
                **({"part": party.id} if party.id else {}),
            }


_HELP: Final = Text(
    "Till exempel: Kim Exempelsson, kommunstyrelsens ordförande. - hoppar över.",
    "For example: Kim Exempelsson, kommunstyrelsens ordförande. - skips.",
)
