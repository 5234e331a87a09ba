"""Evidence as sentences for residents: no field names, ids or arrows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from medborgarlofte.diff.commitment import JOINED
from medborgarlofte.diff.describe import LONGEST, Piece, describe_item, excerpts, field_name, value
from medborgarlofte.diff.model import Effect, Evidence
from medborgarlofte.i18n import Language, Text

MEANINGS: Final[Mapping[Effect, Text]] = {
    "weakened": Text("Det är svagare än förut.", "It is weaker than before."),
    "sharpened": Text("Det är skarpare än förut.", "It is sharper than before."),
    "neutral": Text("", ""),
}


def sentence(piece: Evidence, lang: Language, shown: Sequence[str] = ()) -> str:
    """”Mål: förut minst 100 kvällar, nu minst 80 kvällar. Det är svagare än förut.”"""
    writer = _WRITERS.get(piece.field)
    words = writer(piece, lang) if writer else _change(piece, lang, shown)
    return f"{initial(words)} {MEANINGS[piece.effect][lang]}".strip()


def initial(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]


def words_changed(piece: Evidence) -> list[Piece]:
    """The words that differ between two long texts; nothing where the sentence says it all."""
    old, new = piece.old, piece.new
    if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > LONGEST:
        return excerpts(old, new)
    return []


def _change(piece: Evidence, lang: Language, shown: Sequence[str]) -> str:
    name = field_name(piece, lang)
    if piece.is_item:
        return f"{name}: {describe_item(piece, lang)}."
    if piece.old in shown or piece.new in shown or words_changed(piece):
        return f"{name}: {Text('ordalydelsen är ändrad.', 'the wording has changed.')[lang]}"
    old, new = (value(side, lang).removesuffix(".") for side in (piece.old, piece.new))
    if piece.old in (None, ()):
        return f"{name}: {new}. {Text('Det fanns inte förut.', 'It was not there before.')[lang]}"
    if piece.new in (None, ()):
        return f"{name}: {old}. {Text('Det finns inte längre.', 'It is no longer there.')[lang]}"
    return f"{name}: {Text(f'förut {old}, nu {new}.', f'before {old}, now {new}.')[lang]}"


def _party(piece: Evidence, lang: Language) -> str:
    old, new = value(piece.old, lang), value(piece.new, lang)
    if piece.old is None:
        return Text(
            f"nu lovar {new}. Förut stod det inte vem.", f"now {new} promises. Before, nobody was named."
        )[lang]
    if piece.new is None:
        return Text(
            f"förut lovade {old}. Nu står det inte vem.", f"before, {old} promised. Now nobody is named."
        )[lang]
    return Text(f"förut lovade {old} det, nu lovar {new}.", f"before, {old} promised it, now {new}.")[lang]


def _joined(piece: Evidence, lang: Language) -> str:
    return Text(
        f"{value(piece.new, 'sv')} lovar nu också det här.",
        f"{value(piece.new, 'en')} now promises this too.",
    )[lang]


def _lead(piece: Evidence, lang: Language) -> str:
    old, new = value(piece.old, lang), value(piece.new, lang)
    if piece.new is None:
        return Text(
            f"förut ledde {old} arbetet. Nu står det inte vem.", f"before, {old} led it. Now nobody is named."
        )[lang]
    if piece.old is None:
        return Text(
            f"nu leder {new} arbetet. Förut stod det inte vem.",
            f"now {new} leads it. Before, nobody was named.",
        )[lang]
    return Text(f"förut ledde {old} arbetet, nu {new}.", f"before, {old} led it, now {new}.")[lang]


def _scope(piece: Evidence, lang: Language) -> str:
    """What is covered: a place or a group by name, else as the texts beside it say."""
    for prefix, label in _PLACE_AND_GROUP.items():
        sides = [side and side.removeprefix(prefix) for side in (piece.old, piece.new)]
        if sides != [piece.old, piece.new]:
            return _change(Evidence(label.sv, sides[0], sides[1], piece.effect, label), lang, ())
    return {
        "weakened": Text("det omfattar mindre.", "it covers less."),
        "sharpened": Text("det omfattar mer.", "it covers more."),
        "neutral": Text("det omfattar något annat.", "it covers something else."),
    }[piece.effect][lang]


_PLACE_AND_GROUP: Final = {
    "plats: ": Text("plats", "place"),
    "målgrupp: ": Text("för vilka", "for whom"),
}

_WRITERS: Final[Mapping[str, Callable[[Evidence, Language], str]]] = {
    "part": _party, JOINED: _joined, "leds_av": _lead, "omfattning": _scope,
}  # fmt: skip
