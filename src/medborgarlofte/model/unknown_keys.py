"""Advice for keys that do not exist."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel

from medborgarlofte.diagnostic import value_at
from medborgarlofte.i18n import Text
from medborgarlofte.model.follow_up import FollowUpItem
from medborgarlofte.model.kinds import KINDS, keys, record_at, record_below
from medborgarlofte.model.promise import Commitment
from medborgarlofte.model.record import Record
from medborgarlofte.model.written_values import did_you_mean, invisible, listed
from medborgarlofte.source.files import INVISIBLE
from medborgarlofte.source.positions import Route
from medborgarlofte.suggestions import closest_match


def describe(
    kind: type[BaseModel], above: Route, present: Any, key: str, value: Mapping[str, Any]
) -> dict[str, object]:
    """Values of a finding about a key that does not exist.

    `present` is what it is in, at the route `above`; `value` is the whole document, of a `kind`.
    """
    record = record_at(kind, above)
    known = list(keys(record)) if record else []
    free = [name for name in known if not isinstance(present, dict) or name not in present]
    translated = in_swedish(record, key)
    if inside := _too_far_out(record, above, key, present):
        return {"key": key, "key_meant": None, **inside}
    if home := equals_sign(key, known) or home_of(kind, record, key, value):
        return {"key": key, "key_meant": None, "meant": home}
    if outside := _too_far_in(kind, above, key, value):
        return {"key": key, "key_meant": None, **outside}
    if record is kind and not translated and (elsewhere := of_other_kind(kind, key, value)):
        return elsewhere
    return unknown(key, free, translated)


def _too_far_out(
    record: type[BaseModel] | None, above: Route, key: str, present: Any
) -> dict[str, object] | None:
    """Advice for a key that has lost the indentation of the last item above it, and the route that it belongs at."""
    names = list(present) if isinstance(present, dict) else []
    before = names[names.index(key) - 1] if key in names[1:] else ""
    items, own = (present[before], record_below(record, before)) if before and record else (None, None)
    if not (isinstance(items, list) and items and isinstance(items[-1], dict) and own):
        return None
    if key not in keys(own) or key in items[-1]:
        return None
    advice = Text(
        f"Dra in raden, så att den börjar i samma kolumn som nycklarna i den sista punkten i ”{before}”.",
        f"Indent the line, so that it starts in the same column as the keys of the last item of “{before}”.",
    )
    return {"meant": advice, "home": (*above, before, len(items) - 1, key)}


def _too_far_in(
    kind: type[BaseModel], above: Route, key: str, value: Mapping[str, Any]
) -> dict[str, object] | None:
    """Advice for a key of what the group stands in, and the route that it belongs at."""
    inner = next((n for n in range(len(above) - 1, 0, -1) if isinstance(above[n], str)), 0)
    outside = above[:inner]
    if key not in keys(record_at(kind, outside) or Record) or key in (value_at(value, outside) or {}):
        return None
    name = above[inner]
    advice = Text(
        f"Den hör inte till ”{name}” utan till det som ”{name}” står i. Flytta raden åt vänster, så att den börjar i samma kolumn som ”{name}”.",
        f"It does not belong to “{name}” but to what “{name}” stands in. Move the line to the left, so that it starts in the same column as “{name}”.",
    )
    return {"meant": advice, "home": (*outside, key)}


def unknown(key: str, candidates: list[str], translated: str | None = None) -> dict[str, object]:
    """Values of a finding about a key that does not exist, with the one that was meant."""
    meant = translated if translated in candidates else closest_match(key, candidates)
    advice = did_you_mean(meant, candidates)
    if seen := INVISIBLE.search(key):
        advice = invisible(seen[0])
    elif key.endswith(":"):
        advice = Text("Ta bort det ena kolonet.", "Remove one of the colons.")
    elif ":" in key:
        advice = Text("Sätt ett mellanslag efter kolonet.", "Put a space after the colon.")
    elif " " in key and meant is None:
        advice = Text(
            "Hör orden till texten före kommatecknet, sätt citattecken runt hela texten.",
            "If the words belong to the text before the comma, put quotation marks around the whole text.",
        )
    return {"key": key, "key_meant": meant, "meant": advice}


def equals_sign(key: str, known: Sequence[str]) -> Text | None:
    """Advice for “exakt=4” in place of a key and its value."""
    found = re.fullmatch(r"(\w+)\s*=\s*(.*)", key)
    if found is None or found[1] not in known:
        return None
    pair = f"{found[1]}: {found[2]}"
    return Text(
        f"Skriv kolon och mellanslag i stället för likhetstecken: ”{pair}”.",
        f"Write a colon and a space instead of an equals sign: “{pair}”.",
    )


def in_swedish(record: type[BaseModel] | None, key: str) -> str | None:
    """Key for a field that is named in English or by a synonym: åtaganden for “commitments”."""
    fields = keys(record) if record else {}
    named = {field.label.en.lower().replace(" ", "_"): alias for alias, field in fields.items()}
    named |= {field.name: alias for alias, field in fields.items()}
    word = key.strip().lower().replace(" ", "_").replace("-", "_")
    return named.get(word) or next((meant for meant in _SYNONYMS.get(word, ()) if meant in fields), None)


_SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("goal", "goals", "target"), ("mål", "effektmål")),
    **dict.fromkeys(("åtaganden", "åtagande"), ("poster",)),
    **dict.fromkeys(("rubrik", "titel", "beskrivning"), ("text", "rubrik", "titel", "namn")),
    **dict.fromkeys(("underskrift", "underskrifter", "signerat", "signed"), ("undertecknat",)),
    **dict.fromkeys(("start", "startdatum", "from", "fr.o.m.", "börjar"), ("från",)),
    "id": ("åtagande", "indikator"),
    **dict.fromkeys(("slut", "slutdatum", "tom", "t.o.m.", "to", "slutar", "deadline"), ("till", "senast")),
}
"""Words that people write for a key, with the keys that they may mean."""


def of_other_kind(kind: type[BaseModel], key: str, value: Mapping[str, Any]) -> dict[str, object] | None:
    """Values of a finding about keys that another kind of document has, unless one of its own is similar."""
    other = next((other for other in KINDS if key in keys(other)), None)
    if other is None or closest_match(key, [name for name in keys(kind) if name not in value]):
        return None
    same = [name for name in value if name not in keys(kind) and name in keys(other)]
    named = listed(same, Text("och", "and"))
    advice = Text(
        f"{named.sv} hör till dokumentslaget {other.KIND}. Flytta det till en egen fil som börjar med ”dokument: {other.KIND}”.",
        f"{named.en} belongs to the kind {other.KIND}. Move it to a file of its own that starts with “dokument: {other.KIND}”.",
    )
    return {"key": key, "key_meant": None, "meant": advice, "elsewhere": same}


def home_of(
    kind: type[BaseModel], record: type[BaseModel] | None, key: str, value: Mapping[str, Any]
) -> Text | None:
    """Advice for a key that belongs one level down, to the whole document, or to a follow-up."""
    below = (
        [name for name in keys(record) if key in keys(record_below(record, name) or Record)] if record else []
    )
    if len(below) == 1:
        return Text(
            f"Nyckeln hör till ”{below[0]}”. Skriv den där.",
            f"The key belongs to “{below[0]}”. Write it there.",
        )
    if record is Commitment and key in keys(FollowUpItem):
        return Text(
            "Skriv det i en uppföljning, under ”poster”. Kommandot ”lofte follow-up” hjälper till.",
            "Write it in a follow-up, under “poster”. The command “lofte follow-up” helps.",
        )
    if record is not kind and key in keys(kind) and key not in value:
        return Text(
            "Nyckeln hör till hela dokumentet. Skriv den längst till vänster, utan indrag.",
            "The key belongs to the whole document. Write it at the far left, without indentation.",
        )
    return None
