"""Bilingual wording of changes."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel

from medborgarlofte.diff.areas import CHOSEN
from medborgarlofte.diff.commitment import JOINED
from medborgarlofte.diff.measures import Found, Measure
from medborgarlofte.diff.model import Change, Comparison, Effect, Evidence, Kind, Remark, Worded
from medborgarlofte.diff.words import Piece, excerpts, woven
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.expressions import Located
from medborgarlofte.language.facts import NO, YES, whole
from medborgarlofte.language.format import format_expression
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.promise import Promise, Responsible
from medborgarlofte.swedish import format_number

COUNTED: Final[Mapping[Kind, tuple[Text, Text]]] = {
    "kept": (Text("behållet", "kept"), Text("behållna", "kept")),
    "reworded": (Text("omskrivet", "reworded"), Text("omskrivna", "reworded")),
    "sharpened": (Text("skärpt", "sharpened"), Text("skärpta", "sharpened")),
    "weakened": (Text("försvagat", "weakened"), Text("försvagade", "weakened")),
    "moved": (Text("flyttat", "moved"), Text("flyttade", "moved")),
    "split": (Text("delat", "split"), Text("delade", "split")),
    "merged": (Text("hopslaget", "merged"), Text("hopslagna", "merged")),
    "dropped": (Text("borttaget", "dropped"), Text("borttagna", "dropped")),
    "new": (Text("nytt", "new"), Text("nya", "new")),
}
EFFECTS: Final[Mapping[Effect, Text]] = {
    "weakened": Text("svagare", "weaker"),
    "sharpened": Text("skarpare", "sharper"),
    "neutral": Text("ändrat", "changed"),
}
FIELDS: Final[Mapping[str, Text]] = {
    "mål": Text("mål", "target"),
    "tid": Text("tid", "schedule"),
    "senast": Text("sista dag", "deadline"),
    "ansvarig": Text("ansvarig", "responsible"),
    "leds_av": Text("leds av", "led by"),
    "förbehåll": Text("förbehåll", "reservation"),
    "omfattning": Text("omfattning", "scope"),
    "part": Text("part", "party"),
    JOINED: Text("ny part", "new party"),
    "fokus": Text("fokusområde", "focus area"),
    "fokus_antal": Text("fokusområden", "focus areas"),
    "text": Text("ordalydelse", "wording"),
    "parter": Text("parter", "parties"),
    "period": Text("period", "period"),
    "underlag": Text("underlag", "evidence"),
    "uppföljningsplan": Text("uppföljningsplan", "follow-up plan"),
    "uppföljningsplan/takt": Text("uppföljningens takt", "how often it is followed up"),
    "uppföljningsplan/sammankallande": Text("sammankallande", "convenor"),
    "uppföljningsplan/redovisas_för": Text("redovisas för", "reported to"),
    "återkoppling": Text("återkoppling", "feedback"),
    "ingår_i": Text("överenskommelse", "agreement"),
    "rubrik": Text("rubrik", "title"),
}
"""What the evidence of a comparator of its own is called; other fields have their declared label."""
NOTHING: Final = Text("inget", "nothing")
CAME: Final = Text("tillkom", "was added")
WENT: Final = Text("togs bort", "was dropped")
SUGGESTION: Final = Text("förslag, likhet {score}", "suggestion, likeness {score}")


def field_name(piece: Evidence, lang: Language) -> str:
    """Display name of an evidence's field."""
    return (FIELDS.get(piece.field) or piece.label or Text(piece.field, piece.field))[lang]


def describe_evidence(piece: Evidence, lang: Language, shown: Sequence[str] = ()) -> str:
    """”mål (svagare): 100 → 80”, ”problemområden (ändrat): ”Mörka platser” togs bort”."""
    if piece.field == JOINED:
        return f"{value(piece.new, lang)} {Text('lovar nu också', 'now promises too')[lang]}"
    heading = f"{field_name(piece, lang)} ({EFFECTS[piece.effect][lang]})"
    if piece.is_item:
        return f"{heading}: {describe_item(piece, lang)}"
    sides = old_and_new(piece, lang, shown)
    return f"{heading}: {sides}" if sides else heading


def describe_item(piece: Evidence, lang: Language) -> str:
    """”Mörka platser” togs bort."""
    name = value(piece.old if piece.new is None else piece.new, lang)
    return f"{QUOTED[lang].format(name)} {(WENT if piece.new is None else CAME)[lang]}"


QUOTED: Final = Text("”{}”", "“{}”")


def old_and_new(piece: Evidence, lang: Language, shown: Sequence[str] = ()) -> str:
    """”100 → 80”; empty for texts shown elsewhere."""
    if piece.old in shown or piece.new in shown:
        return ""
    sides = [value(one, lang) for one in (piece.old, piece.new)]
    if any(len(one) > LONGEST for one in sides):
        return woven(long_words(piece))
    return " → ".join(sides)


LONGEST: Final = 120
"""How many characters of a value are repeated in a sentence."""


def names(change: Change) -> str:
    """Ids or names of both sides of a change."""
    return " → ".join(", ".join(side) for side in (change.old, change.new) if side)


def area(change: Change, lang: Language) -> str:
    """Change of a focus area, in words."""
    chosen = next((piece for piece in change.evidence if piece.field == CHOSEN), None)
    if chosen is not None:
        return _chosen(change, became_focus=value(chosen.new, "sv") == "fokusområde")[lang]
    sides = names(change) if change.old != change.new else ", ".join(change.new)
    shown = [describe_evidence(piece, lang) for piece in change.evidence if piece.field != "rubrik"]
    return "; ".join([f"{COUNTED[change.kind][0][lang]}: {sides}", *shown])


def _chosen(change: Change, *, became_focus: bool) -> Text:
    old, new = change.old[0], change.new[0]
    if became_focus:
        called = Text(f" med rubriken ”{new}”", f" with the title “{new}”") if old != new else Text("", "")
        return Text(
            f"problemområdet ”{old}” blev fokusområde{called.sv}",
            f"the problem “{old}” became a focus area{called.en}",
        )
    return Text(
        f"”{old}” är inte längre fokusområde, men nämns som problemområde",
        f"“{old}” is no longer a focus area, but is named as a problem",
    )


def headline(comparison: Comparison, lang: Language) -> str:
    """”8 behållna, 2 skärpta, 3 försvagade”; kept ones first."""
    facts = [f"{number} {COUNTED[kind][number != 1][lang]}" for kind, number in comparison.headline.items()]
    pieces = [", ".join(facts)] if facts else []
    if number := sum(comparison.suggestions.values()):
        pieces.append(f"{number} {SIMILAR[number != 1][lang]}")
    return "; ".join(pieces) or Text("inga åtaganden", "no commitments")[lang]


SIMILAR: Final = (
    Text("liknar (förslag)", "looks alike (suggestion)"),
    Text("liknar (förslag)", "look alike (suggestions)"),
)
"""How pairs that are only suggested are counted, one and several."""


def value(shown: Any, lang: Language) -> str:
    """Value of evidence in words."""
    if shown is None or shown == ():
        return NOTHING[lang]
    match shown:
        case Worded():
            return shown.text[lang]
        case Located():
            return format_expression(shown, lang)
        case BaseModel():
            return whole(shown)[lang]
        case bool():
            return (YES if shown else NO)[lang]
        case int() | float():
            return format_number(shown, lang)
        case tuple():
            return "; ".join(value(part, lang) for part in shown)
        case _:
            return str(shown)


def as_json(piece: Evidence) -> dict[str, Any]:
    """Evidence as JSON with Swedish keys."""
    return {"field": piece.field, "old": plain(piece.old), "new": plain(piece.new), "effect": piece.effect}


def plain(shown: Any) -> Any:
    """Value as JSON; a measure as an object."""
    match shown:
        case Worded():
            return plain(shown.value)
        case Located():
            return _measure_record(shown)
        case Responsible():
            return value(shown, "sv")
        case BaseModel():
            return shown.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        case tuple():
            return [plain(part) for part in shown]
        case None | bool() | int() | float():
            return shown
        case _:
            return str(shown)


def _measure_record(found: Located) -> dict[str, Any]:
    measure = Measure(found, "mål") if isinstance(found, Found) else None
    if measure is None:
        return {"text": format_expression(found, "sv")}
    bounds = measure.bounds
    is_time = measure.kind in ("Response", "Duration")
    names: Mapping[str, Any] = {
        "minst": None if is_time else bounds.low, "högst": None if is_time else bounds.high,
        "enhet": measure.unit or None, "dagar_per": measure.per and round(measure.per, 2),
        "cirka": bool(bounds.approximate) or None, "andel": measure.kind == "Share" or None,
        "timmar": round((bounds.high or bounds.low or 0) * 24, 2) if is_time else None, "för_varje": measure.is_each or None,
    }  # fmt: skip
    return {key: part for key, part in names.items() if part is not None}


def is_long(piece: Evidence) -> bool:
    """Whether both values are texts, one of them too long to be repeated in a sentence."""
    sides = piece.old, piece.new
    return all(isinstance(side, str) for side in sides) and max(map(len, sides)) > LONGEST


def long_words(piece: Evidence) -> list[Piece]:
    """The words that differ between two long texts; nothing for short ones."""
    return excerpts(piece.old, piece.new) if is_long(piece) else []


def remark(note: Remark, old: Text, new: Text) -> Text:
    """A remark as a sentence; `old` and `new` are what the documents are called."""
    if note.key == "partial-source":
        which = old if note.about == "old" else new
        return Text(
            f"Källan till {which.sv} återger inte hela löftet. Att något ser borttaget ut kan bero på det.",
            f"The source of {which.en} does not give the whole promise. That something looks dropped may be due to that.",
        )
    if note.key == "not-followed-up":
        return Text(
            initial(f"{old.sv} har ingen uppföljning här, så det går inte att se hur det gick."),
            initial(f"{old.en} has no follow-up here, so it cannot be seen how it went."),
        )
    return Text(
        f"En mening med ”{note.about}” är överförd oförändrad. Den betyder något annat nu.",
        f"A sentence with “{note.about}” was carried over unchanged. It means something else now.",
    )


def remarks(comparison: Comparison) -> list[tuple[Remark, Text]]:
    """Each remark with its sentence, which calls the documents by their ids."""
    old, new = (Text(f"”{name}”", f"“{name}”") for name in (comparison.old, comparison.new))
    return [(noticed, remark(noticed, old, new)) for noticed in comparison.remarks]


def initial(words: str) -> str:
    """The words with a capital first letter."""
    return words[:1].upper() + words[1:]


def texts(loaded: LoadedDocument) -> dict[str, str]:
    """Wording of each commitment, by id."""
    document = loaded.document
    return {c.id: c.text for c in document.commitments} if isinstance(document, Promise) else {}
