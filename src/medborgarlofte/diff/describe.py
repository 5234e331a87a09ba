"""The words for changes, in two languages, for every way of writing a comparison."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from medborgarlofte.diff.measures import Measure
from medborgarlofte.diff.model import Change, Comparison, Effect, Evidence, Kind, Remark
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.facts import NO, YES, whole
from medborgarlofte.language.quantities import Quantity
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
SUGGESTION: Final = Text("förslag, likhet {score}", "suggestion, likeness {score}")


def field_name(piece: Evidence, lang: Language) -> str:
    """What the field of a piece of evidence is called."""
    return (FIELDS.get(piece.field) or piece.label or Text(piece.field, piece.field))[lang]


def told(piece: Evidence, lang: Language, shown: Sequence[str] = ()) -> str:
    """”mål (svagare): 100 → 80”."""
    heading = f"{field_name(piece, lang)} ({EFFECTS[piece.effect][lang]})"
    sides = old_and_new(piece, lang, shown)
    return f"{heading}: {sides}" if sides else heading


def old_and_new(piece: Evidence, lang: Language, shown: Sequence[str] = ()) -> str:
    """”100 → 80”; empty for a long text, and for a wording in `shown` that stands beside it."""
    sides = [value(one, lang) for one in (piece.old, piece.new)]
    if piece.old in shown or piece.new in shown or any(len(one) > LONGEST for one in sides):
        return ""
    return " → ".join(sides)


LONGEST: Final = 120
"""How many characters of a value are repeated in a sentence."""


def names(change: Change) -> str:
    """The ids or names of both sides of a change."""
    return " → ".join(", ".join(side) for side in (change.old, change.new) if side)


def area(change: Change, lang: Language) -> str:
    """What became of a focus area: ”Unga → Barn; platser (ändrat): inget → torget”."""
    sides = names(change) if change.old != change.new else ", ".join(change.new)
    shown = [told(piece, lang) for piece in change.evidence if piece.field != "rubrik"]
    return "; ".join([sides, *shown])


def headline(comparison: Comparison, lang: Language) -> str:
    """”8 behållna, 2 skärpta, 3 försvagade”; the kept come first, as good news."""
    order: tuple[Kind, ...] = (
        "kept",
        "reworded",
        "moved",
        "sharpened",
        "weakened",
        "split",
        "merged",
        "dropped",
        "new",
    )
    counted = comparison.headline
    pieces = [
        f"{counted[kind]} {COUNTED[kind][counted[kind] != 1][lang]}" for kind in order if kind in counted
    ]
    return ", ".join(pieces) or Text("inga åtaganden", "no commitments")[lang]


def value(shown: Any, lang: Language) -> str:
    """A value of evidence in words."""
    if shown is None or shown == ():
        return NOTHING[lang]
    match shown:
        case Measure():
            return _measure(shown.quantity, lang)
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
    """A piece of evidence for programs, with Swedish keys in its values."""
    return {"field": piece.field, "old": plain(piece.old), "new": plain(piece.new), "effect": piece.effect}


def plain(shown: Any) -> Any:
    """A value of evidence as JSON holds it."""
    match shown:
        case Measure():
            q = shown.quantity
            names = {
                "minst": q.low, "högst": q.high, "enhet": q.unit or None, "dagar_per": q.per_days and round(q.per_days, 2),
                "cirka": q.approximate or None, "andel": q.share or None, "timmar": q.hours, "för_varje": q.each or None,
            }  # fmt: skip
            return {key: part for key, part in names.items() if part is not None}
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


def _measure(quantity: Quantity, lang: Language) -> str:
    """A target or a number in the text: ”100 kvällar per år”."""
    words = [Text("cirka", "about")[lang]] if quantity.approximate else []
    words += _bounds(quantity.low, quantity.high, quantity.share, lang)
    words += [quantity.unit] if quantity.unit else []
    if quantity.each:
        words.append(Text("för var och en", "for each of them")[lang])
    if quantity.hours is not None:
        hours = format_number(quantity.hours, lang)
        words.append(Text(f"inom {hours} timmar", f"within {hours} hours")[lang])
    if quantity.per_days:
        words.append(_per(round(quantity.per_days, 2), lang))
    return " ".join(words)


def _bounds(low: float | None, high: float | None, share: bool, lang: Language) -> list[str]:
    scale = 100 if share else 1
    least, most = (format_number(round(v * scale, 1), lang) if v is not None else "" for v in (low, high))
    words = [f"{least}–{most}" if least and most else least] if least else []
    if most and not least:
        words = [Text("högst", "at most")[lang], most]
    return [*words, Text("procent", "per cent")[lang]] if share and words else words


def _per(days: float, lang: Language) -> str:
    named = (
        (1, Text("per dag", "a day")), (1.4, Text("per vardag", "a working day")), (7, Text("per vecka", "a week")),
        (14, Text("varannan vecka", "a fortnight")), (30.44, Text("per månad", "a month")),
        (91.3, Text("per kvartal", "a quarter")), (121.75, Text("per tertial", "in four months")),
        (182.6, Text("per halvår", "in half a year")), (365.25, Text("per år", "a year")),
    )  # fmt: skip
    nearest = min(named, key=lambda row: abs(row[0] - days))
    if abs(nearest[0] - days) < 0.03 * days:
        return nearest[1][lang]
    return Text(f"på {round(days)} dagar", f"in {round(days)} days")[lang]


class Piece(NamedTuple):
    """Some words, and whether they are in both texts, only in the old or only in the new."""

    words: str
    mark: str
    """= for both, - for the old, + for the new."""


def marked(old: str, new: str) -> Iterator[Piece]:
    """Two texts woven together, word by word."""
    one, other = (re.findall(r"\S+", text) for text in (old, new))
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece(" ".join(one[i1:i2]), "=")
            continue
        if i2 > i1:
            yield Piece(" ".join(one[i1:i2]), "-")
        if j2 > j1:
            yield Piece(" ".join(other[j1:j2]), "+")


def remark(told: Remark, comparison: Comparison) -> Text:
    """A remark as a sentence."""
    if told.key == "partial-source":
        which = comparison.old if told.about == "old" else comparison.new
        return Text(
            f"Källan till ”{which}” återger inte hela löftet. Att något ser borttaget ut kan bero på det.",
            f"The source of “{which}” does not give the whole promise. That something looks dropped may be due to that.",
        )
    if told.key == "not-followed-up":
        return Text(
            f"”{comparison.old}” har ingen uppföljning här, så det går inte att se hur det gick.",
            f"“{comparison.old}” has no follow-up here, so it cannot be seen how it went.",
        )
    return Text(
        f"En mening med ”{told.about}” är överförd oförändrad. Den betyder något annat nu.",
        f"A sentence with “{told.about}” was carried over unchanged. It means something else now.",
    )


def texts(loaded: LoadedDocument) -> dict[str, str]:
    """The wording of each commitment of a promise, by id."""
    document = loaded.document
    return {c.id: c.text for c in document.commitments} if isinstance(document, Promise) else {}
