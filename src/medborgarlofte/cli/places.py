"""Questions about the municipality, shared by `lofte init` and `lofte new`."""

from collections.abc import Sequence
from typing import Final

from medborgarlofte.cli.dialogue import QUESTION_COMMANDS, ask, choose, note
from medborgarlofte.cli.session import Session
from medborgarlofte.i18n import Text, sentences
from medborgarlofte.model.municipalities import Municipality, by_name, full_name, municipalities
from medborgarlofte.suggestions import did_you_mean


def ask_municipality(session: Session, known: Sequence[str], default: str | None, about: Text) -> str:
    """Full name of a municipality, or the name that was kept. Raises Jump."""
    while True:
        answer = choose(session, _PLACE, known, QUESTION_COMMANDS, default=default, help=about)
        if answer in known or answer == default:
            break
        if (municipality := _known(answer)) is None and not answer.isdecimal():
            meant = did_you_mean(answer, [one.name for one in municipalities().values()])
            note(session, sentences(_UNKNOWN, meant, _KEEP_PLACE))
            answer = ask(session, _PLACE, QUESTION_COMMANDS, default=answer, help=about)
            municipality = _known(answer)
        if municipality or not answer.isdecimal():
            break
        note(session, _NO_CODE.format({"code": answer}))
    municipality = _known(answer)
    if municipality and answer.casefold() in (municipality.name.casefold(), municipality.code):
        return full_name(municipality)
    return answer


def _known(written: str) -> Municipality | None:
    return municipalities().get(written) or by_name(written)


_PLACE: Final = Text("Kommun", "Municipality")
_UNKNOWN: Final = Text("Det är ingen av Sveriges kommuner.", "It is none of Sweden's municipalities.")
_NO_CODE: Final = Text("Ingen kommun har kommunkod {code}.", "No municipality has the code {code}.")
_KEEP_PLACE: Final = Text("Enter behåller det du skrev.", "Enter keeps what you wrote.")
PLACE_HELP: Final = Text(
    "Skriv namnet eller koden: Karlshamn, 1082. q slutar.",
    "Write the name or the code: Karlshamn, 1082. q quits.",
)
