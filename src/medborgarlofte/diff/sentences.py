"""Evidence as sentences for residents: no field names, ids or arrows."""

import string
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from medborgarlofte.diff.commitment import JOINED
from medborgarlofte.diff.describe import CAME, QUOTED, WENT, field_name, initial, long_words, value
from medborgarlofte.diff.model import Effect, Evidence
from medborgarlofte.i18n import Language, Text


class Words(NamedTuple):
    """Some words of a sentence."""

    text: str
    own: bool
    """Whether they are the document's own, which are Swedish in either language."""


MEANINGS: Final[Mapping[Effect, Text]] = {
    "weakened": Text(" Det är svagare än förut.", " It is weaker than before."),
    "sharpened": Text(" Det är skarpare än förut.", " It is sharper than before."),
    "neutral": Text("", ""),
}


def sentence(piece: Evidence, lang: Language, shown: Sequence[str] = ()) -> list[Words]:
    """”Mål: förut minst 100 kvällar, nu minst 80 kvällar. Det är svagare än förut.”"""
    if place := _place_or_group(piece):
        return sentence(place, lang)
    writer = _WRITERS.get(piece.field)
    template = (writer(piece) if writer else _change(piece, shown))[lang] + MEANINGS[piece.effect][lang]
    values = {
        "old": value(piece.old, lang).removesuffix("."),
        "new": value(piece.new, lang).removesuffix("."),
        "name": value(piece.old if piece.new is None else piece.new, lang),
    }
    words: list[Words] = []
    template = template.replace("{label}", field_name(piece, lang).replace("{", "{{").replace("}", "}}"))
    for text, name, _, _ in string.Formatter().parse(template):
        words += [Words(text, own=False)] if text else []
        words += [Words(values[name], own=True)] if name else []
    return [words[0]._replace(text=initial(words[0].text)), *words[1:]]


def _change(piece: Evidence, shown: Sequence[str]) -> Text:
    if piece.is_item:
        verb = WENT if piece.new is None else CAME
        sv, en = QUOTED.sv.format("{name}"), QUOTED.en.format("{name}")
        return Text(f"{{label}}: {sv} {verb.sv}.", f"{{label}}: {en} {verb.en}.")
    if piece.old in shown or piece.new in shown or long_words(piece):
        return Text("{label}: ordalydelsen är ändrad.", "{label}: the wording has changed.")
    if piece.old in (None, ()):
        return Text("{label}: {new}. Det fanns inte förut.", "{label}: {new}. It was not there before.")
    if piece.new in (None, ()):
        return Text("{label}: {old}. Det finns inte längre.", "{label}: {old}. It is no longer there.")
    return Text("{label}: förut {old}, nu {new}.", "{label}: before {old}, now {new}.")


def _party(piece: Evidence) -> Text:
    if piece.old is None:
        return Text(
            "nu lovar {new}. Förut stod det inte vem.", "now {new} promises. Before, nobody was named."
        )
    if piece.new is None:
        return Text(
            "förut lovade {old}. Nu står det inte vem.", "before, {old} promised. Now nobody is named."
        )
    return Text("förut lovade {old} det, nu lovar {new}.", "before, {old} promised it, now {new}.")


def _joined(_piece: Evidence) -> Text:
    return Text("{new} lovar nu också det här.", "{new} now promises this too.")


def _lead(piece: Evidence) -> Text:
    if piece.new is None:
        return Text(
            "förut ledde {old} arbetet. Nu står det inte vem.", "before, {old} led it. Now nobody is named."
        )
    if piece.old is None:
        return Text(
            "nu leder {new} arbetet. Förut stod det inte vem.",
            "now {new} leads it. Before, nobody was named.",
        )
    return Text("förut ledde {old} arbetet, nu {new}.", "before, {old} led it, now {new}.")


def _scope(piece: Evidence) -> Text:
    """What is covered, of texts that stand beside it."""
    return {
        "weakened": Text("det omfattar mindre.", "it covers less."),
        "sharpened": Text("det omfattar mer.", "it covers more."),
        "neutral": Text("det omfattar något annat.", "it covers something else."),
    }[piece.effect]


_WRITERS: Final[Mapping[str, Callable[[Evidence], Text]]] = {
    "part": _party, JOINED: _joined, "leds_av": _lead, "omfattning": _scope,
}  # fmt: skip

_PLACE_AND_GROUP: Final = {
    "plats: ": Text("plats", "place"),
    "målgrupp: ": Text("för vilka", "for whom"),
}


def _place_or_group(piece: Evidence) -> Evidence | None:
    """The evidence with the name of a place or a group for “omfattning”."""
    for prefix, label in _PLACE_AND_GROUP.items():
        sides = [
            side.removeprefix(prefix) if isinstance(side, str) else side for side in (piece.old, piece.new)
        ]
        if piece.field == "omfattning" and sides != [piece.old, piece.new]:
            return Evidence(label.sv, sides[0], sides[1], piece.effect, label)
    return None
