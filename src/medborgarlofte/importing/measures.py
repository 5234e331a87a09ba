"""Targets, deadlines and schedules of a commitment, as the draft writes them: the one place that reads quantities."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from medborgarlofte.importing.periods import point
from medborgarlofte.swedish import MONTHS, NUMBER_WORDS, ImpossibleDateError

_NUMBER: Final = rf"(?:\d{{1,3}}(?:[ \u00a0]\d{{3}}){{1,2}}|\d{{1,9}}(?:,\d{{1,4}})?|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
_MONTH: Final = "|".join(month.sv for month in MONTHS)
_LIMIT: Final = (
    r"minst|åtminstone|lägst|högst|maximalt|max|som mest|upp till|inte mer än|inte fler än|inte längre än|inom högst|inom|efter högst|exakt|mellan|"
    r"cirka|ca|c:a|ungefär|omkring|sammanlagt|totalt|drygt|längre än"
)
_COUNT: Final = re.compile(
    rf"(?:\b(?P<limit>{_LIMIT})\s+)?(?:\b(?P<about>cirka|ca|ungefär|omkring)\s+)?(?<![\w,.:–-])(?P<first>{_NUMBER})(?:(?:\s*[–-]\s*|\s+(?:till|och|eller)\s+)(?P<second>{_NUMBER}))?(?![\w–:-])(?P<rest>[^.;:!?()]*)",
    re.IGNORECASE,
)
_TIME: Final = (
    r"(?:minut(?:er)?|timm(?:e|ar)|dygn|(?:arbets|skol|var|hel)?dag(?:ar)?|veck(?:a|or)|månad(?:er)?|kvart)"
)
_RATE: Final = re.compile(
    r"^(?P<unit>(?:[\w-]+\s+){0,4}?)(?:per|i|om|varje|under)\s+(?P<time>dag|dygn|vecka|månad|kvartal|tertial|termin|halvår|år)(?:en|et|an|n|t|ar|er)?\b(?!\s*20)",
    re.IGNORECASE,
)
_PERIOD_WORDS: Final = {"dygn": "dag"}
_NOT_COUNTED: Final = re.compile(
    r"(?:klockan|kl\.?|årskurs|åk|klass|linje|väg|riksväg|länsväg|buss|nr|punkt|kapitel|§|rv|e)\s*$",
    re.IGNORECASE,
)
_AGES: Final = re.compile(
    r"^(?:\s*[–-]\s*\d+)?\s*(?:år(?:s ålder| gammal|iga|ing\w*)?\b(?!\s*sedan)|-åring\w*)(?!\s+(?:i rad|framåt))",
    re.IGNORECASE,
)
_SCHOOL: Final = re.compile(r"\b(?:fler än|färre än|under|över|mer än)\s*$", re.IGNORECASE)
_DEADLINE: Final = re.compile(
    rf"\b(?P<word>senast|före|innan|klar(?:t|a)?|färdig(?:t|a)?)\s+(?:senast\s+|till\s+|före\s+)?(?:i\s+|den\s+|under\s+)?(?P<date>\d{{4}}-\d\d-\d\d|(?:\d{{1,2}}(?::?[ae])?\s+)?(?:{_MONTH})(?:\s+\d{{4}})?|\d{{1,2}}/\d{{1,2}}(?:[ -]\d{{4}})?|\d{{4}})(?!\w)",
    re.IGNORECASE,
)
_DAY: Final = re.compile(rf"\b\d{{1,2}}(?::?[ae])?\s+(?:{_MONTH})(?:\s+\d{{4}})?\b", re.IGNORECASE)
_SCHEDULE: Final = re.compile(
    r"\b(?:varje (?!år\b|månad\b|vecka\b|kvartal\b|gång\b)\w*(?:dag|kväll|natt|morgon|helg|vardag)\w*|varannan \w+|vartannat \w+|(?:mån|tis|ons|tors|fre|lör|sön)dagar(?: och \w+dagar)?|dagligen|dygnet runt|den första \w+dagen i varje månad)",
    re.IGNORECASE,
)
_NOT_UNITS: Final = frozenset(
    [
        "per",
        "i",
        "om",
        "på",
        "av",
        "till",
        "vid",
        "för",
        "med",
        "ska",
        "under",
        "och",
        "varje",
        "varannan",
        "från",
        "hos",
        "när",
        "där",
        "som",
        "efter",
        "eller",
        "ur",
    ]
)


@dataclass(frozen=True, slots=True)
class Measures:
    """What the draft of a commitment writes beside its text."""

    targets: tuple[dict[str, Any], ...] = ()
    due: str = ""
    schedule: str = ""
    doubts: tuple[str, ...] = field(default=())
    """Dates that do not exist, as written."""


def measures(text: str, years: tuple[int, int] | None = None) -> Measures:
    """The measures in a text; `years` are the first and last year of the period, for dates without a year."""
    due, doubts, blank = "", [], text
    for found in _DEADLINE.finditer(text):
        blank = blank[: found.start()] + "·" * (found.end() - found.start()) + blank[found.end() :]
        try:
            date = point(found["date"], years[0] if years else None)
        except ImpossibleDateError:
            doubts.append(found[0])
            continue
        except ValueError:
            continue
        if not due and found["word"].lower() not in ("före", "innan"):
            due = str(date)
    doubts += [
        found[0]
        for found in _DAY.finditer(text)
        if found[0] not in " ".join(doubts) and _is_impossible(found[0])
    ]
    blank = re.sub(rf"\b\d{{1,2}}(?::?[ae])?\s+(?:{_MONTH})(?:\s+\d{{4}})?", lambda m: "·" * len(m[0]), blank)
    schedule = _SCHEDULE.search(text)
    return Measures(tuple(_targets(blank)), due, schedule[0] if schedule else "", tuple(doubts))


def _is_impossible(written: str) -> bool:
    """Whether a day is not in any calendar: ”31 juni”."""
    try:
        point(written, 2024)
    except ImpossibleDateError:
        return True
    except ValueError:
        pass
    return False


def _value(text: str) -> int | float:
    plain = re.sub(r"(?<=\d)[ \u00a0](?=\d{3})", "", text.lower()).replace(",", ".")
    if plain in NUMBER_WORDS:
        return NUMBER_WORDS[plain]
    number = float(plain)
    return int(number) if number.is_integer() else number


def _targets(text: str) -> Iterator[dict[str, Any]]:
    position = 0
    while found := _COUNT.search(text, position):
        position = found.end("second") if found["second"] else found.end("first")
        made = _target(found, text)
        if made:
            yield made


def _target(found: re.Match[str], text: str) -> dict[str, Any] | None:
    limit, rest = (found["limit"] or "").lower(), found["rest"].strip()
    before = text[: found.start("first")]
    article = found["first"].lower() in ("en", "ett", "ettan")
    if (
        _NOT_COUNTED.search(before)
        or re.fullmatch(r"(?:19|20)\d\d", found["first"])
        or _AGES.match(found["rest"])
    ):
        return None
    if re.search(r"\b(?:fler|mer|färre|mindre) än\s*$", before) and not limit:
        return None
    value = _value(found["first"])
    second = _value(found["second"]) if found["second"] else None
    if second is not None and second <= value:
        second = None
    within = re.match(rf"({_TIME})\b", rest, re.IGNORECASE)
    if (
        within
        and limit
        in ("inom", "inom högst", "efter högst", "högst", "inte längre än", "längre än", "max", "maximalt")
        and not re.match(rf"{_TIME}\s+(?:i|per|om)\s+(?:dag|dygn|veck|månad|kvartal|termin|halvår|år)", rest)
    ):
        return {"inom": f"{value:g} {within[1]}".replace(".", ",")}
    rate = _RATE.match(rest)
    unit = _unit(rate["unit"] if rate else rest)
    times = bool(re.match(r"(?:gång(?:er)?|ggr|tillfällen?)\b", unit))
    if (
        article
        and not limit
        and not (times or (rate and rate["unit"].strip() and len(rate["unit"].split()) <= 2))
    ):
        return None
    if not unit and not rate:
        return None
    return _written(limit, found, value, second, unit, rate)


def _written(
    limit: str,
    found: re.Match[str],
    value: float,
    second: float | None,
    unit: str,
    rate: re.Match[str] | None,
) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if second is not None:
        made["mellan"] = [_shown(value), _shown(second)]
    else:
        key = (
            "minst" if limit in ("minst", "åtminstone", "lägst", "drygt")
            else "högst" if limit in ("högst", "maximalt", "max", "som mest", "upp till", "inte mer än", "inte fler än", "inte längre än", "inom högst")
            else "exakt"
        )  # fmt: skip
        made[key] = _shown(value)
    if unit:
        made["enhet"] = unit
    if rate:
        time = rate["time"].lower()
        made["per"] = _PERIOD_WORDS.get(time, time)
    if limit in ("cirka", "ca", "c:a", "ungefär", "omkring") or found["about"]:
        made["cirka"] = "ja"
    return made


def _shown(value: float) -> str:
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)


def _unit(rest: str) -> str:
    """What is counted: the words up to the first that cannot be a part of it, at most three."""
    words: list[str] = []
    for word in rest.split():
        bare = word.strip(",")
        if bare.lower() in _NOT_UNITS or not re.match(r"[\w-]", bare) or "·" in bare or len(words) == 2:
            break
        words.append(bare)
        if word.endswith(","):
            break
    return " ".join(words)
