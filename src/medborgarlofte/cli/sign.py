"""`lofte sign`: adopt a draft with its signatures."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from medborgarlofte.cli.check import lint_draft
from medborgarlofte.cli.commands.documents import Sign
from medborgarlofte.cli.dialogue import Jump, ask, note, unless_skipped
from medborgarlofte.cli.resolve import path_of, promise_named
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.drafting.signing import sign as signed
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import LANGUAGES, Text
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.promise import Promise
from medborgarlofte.source.files import write_atomically
from medborgarlofte.source.locking import locked


def sign(session: Session, given: Sign) -> int:
    """Review, then write status and signatures. Raises LofteError."""
    if not given.by and not session.interactive:
        raise LofteError(
            Text("--by saknas.", "--by is missing."),
            Text(
                'Skriv --by "Kim Exempelsson, kommunalråd, kommunen".',
                'Write --by "Kim Exempelsson, kommunalråd, kommunen".',
            ),
        )
    day = given.today or session.today
    session.print(_sign(session, given.name, given.by, given.date or day, day))
    return ExitCode.CLEAN


def _sign(session: Session, name: str, by: Sequence[str], date: dt.date, today: dt.date) -> Text:
    """Write status and signatures; returns what was done and what remains. Raises LofteError."""
    loaded, promise, workspace = promise_named(session, name)
    path = path_of(session, loaded)
    shown = session.shown(path)
    if promise.signatures:
        raise LofteError(
            Text(f"{shown} är redan undertecknat.", f"{shown} is signed already."),
            _ADOPT if promise.status == "utkast" else None,
        )

    def review(data: bytes, profile: str) -> list[Diagnostic]:
        return lint_draft(session, workspace, data.decode("utf-8-sig"), loaded, profile=profile, today=today)

    if errors := _errors(review(path.read_bytes(), "granskning")):
        raise LofteError(
            Text(f"{shown} har fel som måste rättas först.", f"{shown} has errors that must be fixed first."),
            _listed(errors, _SEE.format({"file": _word(shown)})),
        )
    rows = list(_given(by, promise) if by else _asked(session, promise))
    if not rows:
        raise LofteError(
            Text(
                "Ingen har skrivit under. Inget har ändrats.", "No one has signed. Nothing has been changed."
            )
        )
    signatures = [{**row, "datum": str(date)} for row in rows]
    found = review(signed(path.read_bytes(), signatures, spellings()), "auto")
    if errors := _errors(one for one in found if one.route.startswith("undertecknat")):
        raise LofteError(_UNFIT, _listed(errors, _BY))
    with locked(path):
        write_atomically(path, signed(path.read_bytes(), signatures, spellings()))
    return _done(shown, _errors(found))


def _done(shown: str, errors: Sequence[Diagnostic]) -> Text:
    """What was done, and what keeps it from being published."""
    if errors:
        done = Text(
            f"{shown} är antaget och undertecknat, men har fel och kan inte publiceras än:",
            f"{shown} is adopted and signed, but has errors and cannot be published yet:",
        )
        rest = _listed(errors, _CHECK.format({"file": _word(shown)}))
        return Text(f"{done.sv}\n{rest.sv}", f"{done.en}\n{rest.en}")
    return Text(
        f"{shown} är antaget och undertecknat. Publicera med: lofte render",
        f"{shown} is adopted and signed. Publish with: lofte render",
    )


def _errors(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [one for one in found if one.severity == "error"]


def _listed(errors: Sequence[Diagnostic], advice: Text) -> Text:
    """Code and message of each error on a line, then advice."""
    sv, en = ([f"  {one.code} {one.message(lang)}" for one in errors] for lang in LANGUAGES)
    return Text("\n".join([*sv, advice.sv]), "\n".join([*en, advice.en]))


def _word(shown: str) -> str:
    """File as it is typed in a command."""
    return f'"{shown}"' if " " in shown else shown


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
        name, role = _name_and_role(session, question)
        if name:
            yield {"namn": name, "roll": role, **({"part": party.id} if party.id else {})}


def _name_and_role(session: Session, question: Text) -> tuple[str, str]:
    """Both parts of an answer, or neither. Raises LofteError for one who quits."""
    while True:
        try:
            answer = unless_skipped(ask, session, question, ("skip", "quit"), about=_HELP)
        except Jump:
            raise LofteError(Text("Inget har ändrats.", "Nothing has been changed.")) from None
        name, _, role = (part.strip() for part in answer.partition(","))
        if bool(name) == bool(role):
            return name, role
        note(session, _BOTH)


_ADOPT: Final = Text(
    "Underskrifterna står i filen. Är de riktiga: ändra status: utkast till status: antaget.",
    "The signatures are in the file. If they are right: change status: utkast to status: antaget.",
)
_SEE: Final = Text(
    "Se var: lofte validate {file} --profile granskning",
    "See where: lofte validate {file} --profile granskning",
)
_CHECK: Final = Text(
    "Rätta i filen och kontrollera med: lofte validate {file}",
    "Correct the file and check with: lofte validate {file}",
)
_UNFIT: Final = Text(
    "Underskrifterna går inte att publicera. Inget har ändrats.",
    "The signatures cannot be published. Nothing has been changed.",
)
_BY: Final = Text(
    'Ange namn, roll och part för var och en: --by "Kim Exempelsson, kommunalråd, kommunen"',
    'Give name, role and party of each: --by "Kim Exempelsson, kommunalråd, kommunen"',
)
_BOTH: Final = Text(
    "Skriv både namn och roll, med komma mellan: Kim Exempelsson, kommunalråd. - hoppar över.",
    "Write both name and role, with a comma between: Kim Exempelsson, kommunalråd. - skips.",
)
_HELP: Final = Text(
    "Till exempel: Kim Exempelsson, kommunstyrelsens ordförande. - hoppar över.",
    "For example: Kim Exempelsson, kommunstyrelsens ordförande. - skips.",
)
