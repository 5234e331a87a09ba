"""Municipality and police of a guided `lofte new`."""

from functools import partial
from typing import Final

from medborgarlofte.cli.dialogue import QUESTION_COMMANDS as COMMANDS
from medborgarlofte.cli.dialogue import ask, choose, note, unless_skipped
from medborgarlofte.cli.guide import Guide
from medborgarlofte.drafting.proposals import party_names
from medborgarlofte.drafting.scaffold import opening, usual_police
from medborgarlofte.i18n import Text, sentences
from medborgarlofte.model.municipalities import by_name, full_name, municipalities
from medborgarlofte.suggestions import did_you_mean
from medborgarlofte.swedish import PartialDate


def ask_place(guide: Guide, about: Text) -> None:
    session = guide.session
    known = party_names(guide.workspace, "kommun")
    answer = choose(
        session, _PLACE, known, COMMANDS, default=guide.place or next(iter(known), None), help=about
    )
    municipality = municipalities().get(answer) or by_name(answer)
    if municipality and answer.casefold() in (municipality.name.casefold(), municipality.code):
        answer = full_name(municipality)
    elif municipality is None and answer not in known:
        meant = did_you_mean(answer, [one.name for one in municipalities().values()])
        unknown = Text("Det är ingen av Sveriges kommuner.", "It is none of Sweden's municipalities.")
        note(session, sentences(unknown, meant, _KEEP_PLACE))
        if better := ask(session, _PLACE, COMMANDS, default=answer, help=about):
            answer = better
    set_place(guide, answer)


def set_place(guide: Guide, name: str) -> None:
    """Make the municipality the first party."""
    first = opening(guide.kind, municipality=name, police=None, first=PartialDate(2000), last=None)["parter"]
    others = [party for party in guide.values.get("parter", ()) if party["typ"] != "kommun"]
    guide.values["parter"] = [*first, *others]


def ask_police(guide: Guide, about: Text) -> None:
    known = party_names(guide.workspace, "polis")
    usual = usual_police(guide.place)
    is_known = guide.place in party_names(guide.workspace, "kommun")
    choices = list(dict.fromkeys([*known, usual] if is_known else [usual, *known]))
    ask_name = partial(choose, guide.session, _POLICE, choices, ("back", "skip", "quit"))
    set_police(guide, unless_skipped(partial(ask_name, default=choices[0], help=about)))


def set_police(guide: Guide, name: str) -> None:
    """Make the police a party; none without a name."""
    guide.without_police = not name
    others = [party for party in guide.values.get("parter", ()) if party["typ"] != "polis"]
    police = [{"id": "polisen", "typ": "polis", "namn": name}] if name else []
    guide.values["parter"] = [*others, *police]


_PLACE: Final = Text("Kommun", "Municipality")
_KEEP_PLACE: Final = Text("Enter behåller det du skrev.", "Enter keeps what you wrote.")
_POLICE: Final = Text("Polisen", "The police")
