"""Advice about keys and values."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from pydantic import BaseModel

from medborgarlofte.i18n import Text
from medborgarlofte.model.fields import RATES
from medborgarlofte.model.kinds import keys
from medborgarlofte.model.promise import Measurement, Target
from medborgarlofte.model.value_messages import BAD_ID_ADVICE, ID_OF_TEXT_ADVICE
from medborgarlofte.numerals import NUMBER_WORDS
from medborgarlofte.source.files import INVISIBLE
from medborgarlofte.suggestions import closest_match
from medborgarlofte.swedish import fold, likely_date


def listed(words: Iterable[str], last: Text) -> Text:
    """”a”, ”b” eller ”c”."""
    words = list(words)
    return Text(
        _joined([f"”{word}”" for word in words], last.sv), _joined([f"“{word}”" for word in words], last.en)
    )


def _joined(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def invisible(character: str) -> Text:
    """Advice for a word with a character that nobody sees."""
    code = f"U+{ord(character):04X}"
    return Text(
        f"Ordet innehåller ett osynligt tecken ({code}). Radera det och skriv det igen.",
        f"The word contains an invisible character ({code}). Delete it and type it again.",
    )


def did_you_mean(meant: str | None, candidates: Sequence[str]) -> Text:
    """The word that was meant, else the words there are."""
    if meant is not None:
        return Text(f"Menade du ”{meant}”?", f"Did you mean “{meant}”?")
    if not candidates:
        return Text("Ta bort raden.", "Remove the line.")
    choices = listed(candidates, Text("eller", "or"))
    return Text(f"Det som går att skriva är {choices.sv}.", f"What can be written is {choices.en}.")


def id_advice(written: str, key: str) -> tuple[str | None, Text]:
    """List that several ids in one text were meant as, and what to do about a text that is no id."""
    if seen := INVISIBLE.search(written):
        return None, invisible(seen[0])
    if found := re.fullmatch(rf"\S+#({_ID})|([A-ZÅÄÖ]{{1,3}}\d{{1,3}})\b[\s:.–-]+\S.*", written.strip()):
        return found[1], did_you_mean(found[1] or found[2], [])  # words after an id are for a person to move
    meant = None if key == "id" else _several_ids(written)
    if meant:
        return meant, Text(
            f"Skriv flera som en lista: ”{key}: {meant}”.", f"Write several as a list: “{key}: {meant}”."
        )
    return None, BAD_ID_ADVICE if key == "id" or len(written.split()) < 3 else ID_OF_TEXT_ADVICE


def _several_ids(written: str) -> str | None:
    """”kommunen och polisen” as a list."""
    parts = [part for part in re.split(r"\s*(?:[,/&+;]|\boch\b)\s*", written.strip()) if part]
    if len(parts) < 2 or not all(re.fullmatch(_ID, part) for part in parts):
        return None
    return f"[{', '.join(parts)}]"


_ID: Final = r"[\w.-]{1,40}"


def group_example(record: type[BaseModel], *, is_list: bool = False) -> str:
    """The keys that a group must have, else its first ones: ”{id: …, text: …}”."""
    fields = keys(record)
    required = [key for key, field in fields.items() if record.model_fields[field.name].is_required()]
    group = "{" + ", ".join(f"{key}: …" for key in required or list(fields)[:2]) + "}"
    return f"[{group}]" if is_list else group


def in_words(record: type[BaseModel] | None, key: str, written: str) -> Text | None:
    """Advice for a target or measurement given as text."""
    if record not in _EXAMPLES:
        return None
    if meant := _measurement(written) if record is Measurement else _target(written):
        return Text(f"”{key}: {meant}”", f"“{key}: {meant}”")
    example = f"{key}: {_EXAMPLES[record]}"
    return Text(f"talet för sig, till exempel ”{example}”", f"the number separately, such as “{example}”")


def is_unfilled(written: str) -> bool:
    """True for what a template leaves to be filled in: XXX, NN, [namn], “skriv texten här”."""
    return _UNFILLED.fullmatch(written.strip()) is not None or _UNFILLED_PART.search(written) is not None


_UNFILLED: Final = re.compile(
    r"n\.? ?n\.?|x{2,}|(?:\.\.|…|__)[.…_ ]*|\?+|tbd|tba|todo|lorem ipsum.*|[\[<{][^\]>}]*[\]>}]|förnamn efternamn"
    r"|(?:skriv|fyll|ange|klistra|infoga)\b.{0,60}\bhär\b.*",
    re.IGNORECASE | re.DOTALL,
)
_UNFILLED_PART: Final = re.compile(r"XX(?<![\w-]XX)X*(?![\w-])|ÅÅÅÅ(?<!\wÅÅÅÅ)\b")
"""Begins with its letters, which are searched for much faster than what must not stand before them."""


def period_in_words(written: str) -> str | None:
    """”2030-01-01 – 2030-12-31” or ”2030” as keys."""
    before = r"(?i)^(?:(?:hela|under|(?:kalender|hel)?år(?:et)?|mellan|från|fr\.?\s?o\.?\s?m\.?)\s+)+"
    plain = re.sub(before, "", written.strip())
    parts = re.split(
        r"\s+(?:[-–—]|och|till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?)\s+|\s*[–—;]\s*|(?<=^\d{4})[-/](?=\d{4}$)|(?<=-\d\d)/",
        plain,
    )
    if len(parts) == 2 and not re.search(r"\d{4}", parts[0]):
        parts[0] = f"{parts[0]} {parts[1][-4:]}"  # 1 januari – 31 december 2030
    dates = [part if re.fullmatch(r"(?:19|20)\d\d", part) else likely_date(part) for part in parts]
    is_known = all(dates) and len(parts) <= 2 and not re.search(r"(?i)\b[qv]\.? ?\d|kvartal|vecka", plain)
    return f"{{från: {dates[0]}, till: {dates[-1]}}}" if is_known else None


def _measurement(written: str) -> str | None:
    """”58 procent” as keys."""
    found = re.fullmatch(
        rf"(?P<number>{_DIGITS})\s*(?P<unit>[^\d,{{}}\[\]]*?)(?:[\s,(]+(?:år\s+)?(?P<year>20\d\d)\)?)?",
        written.strip(),
    )
    if found is None:
        return None
    unit = "procent" if found["unit"].strip() == "%" else found["unit"].strip()
    return _braces({"värde": found["number"], "enhet": unit, "år": found["year"] or ""})


def _target(written: str) -> str | None:
    """”minst 90 kvällar per år” as keys."""
    found = _TARGET.fullmatch(written.strip())
    if found is None:
        return None
    bound = _BOUNDS.get((found["bound"] or "").lower().strip(), "exakt")
    number = str(NUMBER_WORDS.get(found["number"].lower(), found["number"]))
    rate = found["rate"] or ""
    per = next((unit for unit in RATES if unit in (rate, rate[:-1], rate[:-2])), "")
    unit = (found["unit"] or "").strip()
    about = "ja" if bound == "cirka" else ""
    return _braces({"exakt" if about else bound: number, "enhet": unit, "per": per, "cirka": about})


def outcome_in_words(written: str) -> str | None:
    """”ca 44 kvällar” as keys, and ”1 044 st” as a number."""
    found = _OUTCOME.fullmatch(written.strip())
    if found is None:
        return None
    unit = found["unit"] or ""
    pieces = unit.lower() in ("st", "stycken")
    if not found["bound"] and unit == "%":
        return _braces({"värde": found["number"], "enhet": "procent"})
    if not found["bound"]:
        return found["number"] if pieces else None
    bound = "minst" if _BOUNDS.get(found["bound"].lower()) == "minst" else "cirka"
    return _braces({bound: found["number"], "enhet": "" if pieces else unit})


def _braces(pairs: Mapping[str, str]) -> str:
    shown = {key: f'"{value}"' if "," in value else value for key, value in pairs.items() if value}
    return "{" + ", ".join(f"{key}: {value}" for key, value in shown.items()) + "}"


_EXAMPLES: Final[Mapping[type[BaseModel] | None, str]] = {
    Target: "{minst: 90, enhet: kvällar, per: perioden}",
    Measurement: "{värde: 58, enhet: procent, år: 2023}",
}
_DIGITS: Final = r"\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:[.,]\d+)?"
_BOUNDS: Final = {
    "minst": "minst", "åtminstone": "minst", "fler än": "minst", "högst": "högst", "max": "högst",
    "upp till": "högst", "exakt": "exakt", "cirka": "cirka", "ca": "cirka", "ungefär": "cirka",
}  # fmt: skip
_TARGET: Final = re.compile(
    rf"(?P<bound>{'|'.join(_BOUNDS)})?\s*\b(?P<number>{_DIGITS}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
    r"(?:\s+(?P<unit>(?:(?!(?:per|i|om|varje)\s)[^\W\d_][\w-]*\s?){1,3}))??"
    r"(?:\s*\b(?:per|i|om|varje)\s+(?P<rate>\w+))?\.?",
    re.IGNORECASE,
)


_OUTCOME: Final = re.compile(
    rf"(?:(?P<bound>ca|cirka|ungefär|minst|åtminstone)\.?\s+)?(?P<number>{_DIGITS})(?:\s*(?P<unit>[^\W\d_]+|%))?\.?",
    re.IGNORECASE,
)


def other_key(key: str, written: str) -> str | None:
    """”10–12” for one bound as the key of both, and ”tills vidare” for a day as its own key."""
    if key == "till" and fold(written).replace(" ", "") == "tillsvidare":
        return "tills_vidare: ja"
    found = re.fullmatch(r"(\d+)\s*(?:[-–]|till)\s*(\d+)", written.strip())
    return (
        f"mellan: [{found[1]}, {found[2]}]"
        if found and key in ("minst", "högst", "exakt", "mellan")
        else None
    )


def other_word(written: str, choices: Sequence[str]) -> str | None:
    """Choice that was meant: by another word for it, else the most similar one."""
    word = fold(written.strip())
    meant = (choice for choice, words in _OTHER_WORDS.items() if choice in choices and word in words)
    alike = [
        choice
        for choice in choices
        if (choice.split()[0] == "ej") == (word.split()[:1] in (["ej"], ["inte"]))
    ]
    return next(meant, None) or closest_match(written, alike, cutoff=0.75 if " " in word else 0.6)


_OTHER_WORDS: Final[Mapping[str, frozenset[str]]] = {
    meant: frozenset(map(fold, words))
    for meant, words in {
        "genomfört": ("klar", "klart", "färdig", "färdigt", "gjort", "avslutat", "uppfyllt", "hållet", "ok", "done"),
        "pågår": ("pågående", "påbörjat", "påbörjad", "startat", "igång", "under arbete", "ongoing"),
        "ej genomfört": ("inte genomfört", "ej gjort", "inte gjort", "ej uppfyllt"),
        "ej påbörjat": ("inte påbörjat", "ej startat", "inte startat"),
        "utgått": ("utgår", "struket", "borttaget", "inställt"),
        "hittills": ("totalt", "sammanlagt", "ackumulerat"),
        "antaget": (
            "beslutat", "beslutad", "antagen", "godkänt", "godkänd", "fastställt", "signerat", "undertecknat",
        ),
    }.items()
}  # fmt: skip
"""Words that people write for a choice."""
