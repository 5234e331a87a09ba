"""Kinds of change as residents read them: seven words, each with its sign."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple

from medborgarlofte.diff.model import Change
from medborgarlofte.i18n import Text
from medborgarlofte.swedish import format_number

ChangeLook = Literal["weaker", "gone", "sharper", "new", "move", "text", "like", "same"]


class ChangeWords(NamedTuple):
    """What a kind of change is called."""

    label: Text
    one: Text
    """After the number 1."""
    many: Text
    meaning: Text


CHANGE_WORDS: Final[Mapping[ChangeLook, ChangeWords]] = {
    "weaker": ChangeWords(
        Text("Svagare", "Weaker"),
        Text("svagare", "weaker"),
        Text("svagare", "weaker"),
        Text(
            "Det binder till mindre: ett lägre tal, ett senare datum eller färre som berörs.",
            "It binds to less: a lower number, a later date or fewer who are concerned.",
        ),
    ),
    "gone": ChangeWords(
        Text("Borttaget", "Removed"),
        Text("borttaget", "removed"),
        Text("borttagna", "removed"),
        Text("Det fanns i löftet före, men inte längre.", "It was in the promise before, and no longer is."),
    ),
    "sharper": ChangeWords(
        Text("Skarpare", "Sharper"),
        Text("skarpare", "sharper"),
        Text("skarpare", "sharper"),
        Text(
            "Det binder till mer: ett högre tal, ett tidigare datum eller fler som berörs.",
            "It binds to more: a higher number, an earlier date or more who are concerned.",
        ),
    ),
    "new": ChangeWords(
        Text("Nytt", "New"),
        Text("nytt", "new"),
        Text("nya", "new"),
        Text("Det fanns inte i löftet före.", "It was not in the promise before."),
    ),
    "move": ChangeWords(
        Text("Ny avsändare", "New sender"),
        Text("med ny avsändare", "with a new sender"),
        Text("med ny avsändare", "with a new sender"),
        Text("Någon annan lovar eller leder samma sak.", "Somebody else promises or leads the same thing."),
    ),
    "text": ChangeWords(
        Text("Andra ord", "Other words"),
        Text("med andra ord", "in other words"),
        Text("med andra ord", "in other words"),
        Text("Orden är andra, men lika mycket lovas.", "The words are others, but as much is promised."),
    ),
    "like": ChangeWords(
        Text("Liknar", "Looks alike"),
        Text("som liknar", "that looks alike"),
        Text("som liknar", "that look alike"),
        Text(
            "Åtagandena liknar varandra, men ingen har sagt att de är samma.",
            "The commitments look alike, but nobody has said that they are the same.",
        ),
    ),
    "same": ChangeWords(
        Text("Oförändrat", "Unchanged"),
        Text("oförändrat", "unchanged"),
        Text("oförändrade", "unchanged"),
        Text("Samma ord och samma uppgifter.", "The same words and details."),
    ),
}
"""Bad news first. ”Liknar” is for pairs that nobody has confirmed."""

_LOOKS: Final[Mapping[str, ChangeLook]] = {
    "weakened": "weaker", "dropped": "gone", "sharpened": "sharper", "new": "new", "split": "text",
    "merged": "text", "reworded": "text", "kept": "same",
}  # fmt: skip


def look_of_change(change: Change) -> ChangeLook:
    """Sign of a change. One that only moved to another focus area is unchanged."""
    if change.is_guess:
        return "like"
    if change.kind == "moved":
        return "move" if any(piece.field in ("part", "leds_av") for piece in change.evidence) else "same"
    return _LOOKS[change.kind]


def count_changes(changes: Iterable[Change]) -> dict[ChangeLook, int]:
    """Non-zero counts by sign, bad news first."""
    counted = Counter(map(look_of_change, changes))
    return {look: counted[look] for look in CHANGE_WORDS if counted[look]}


def format_change_count(look: ChangeLook, count: int) -> Text:
    """”3 svagare”, ”1 med ny avsändare”."""
    words = CHANGE_WORDS[look].one if count == 1 else CHANGE_WORDS[look].many
    return Text(f"{format_number(count)} {words.sv}", f"{format_number(count, 'en')} {words.en}")
