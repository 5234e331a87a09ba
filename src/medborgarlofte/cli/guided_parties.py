"""Municipality and police of a guided `lofte new`."""

from functools import partial
from typing import Final

from medborgarlofte.cli.dialogue import choose, unless_skipped
from medborgarlofte.cli.guide import Guide
from medborgarlofte.cli.places import ask_municipality
from medborgarlofte.drafting.proposals import party_names
from medborgarlofte.drafting.scaffold import opening, usual_police
from medborgarlofte.i18n import Text
from medborgarlofte.swedish import PartialDate


def ask_place(guide: Guide, about: Text) -> None:
    session = guide.session
    known = party_names(guide.workspace, "kommun")
    default = guide.place or next(iter(known), None)
    set_place(guide, ask_municipality(session, known, default, about))


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


_POLICE: Final = Text("Polisen", "The police")
