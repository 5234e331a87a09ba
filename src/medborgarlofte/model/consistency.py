"""Consistency of one document: ids, names and codes, quotation marks."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from pydantic import BaseModel

from medborgarlofte.i18n import Text
from medborgarlofte.model.follow_up import FollowUp, FollowUpItem
from medborgarlofte.model.kinds import keys
from medborgarlofte.model.messages import (
    EMPTY_VALUE,
    MISSING_KEY,
    SPLIT_ITEM,
    TWIN_ID,
    TWIN_ITEM,
    WRONG_SHAPE,
)
from medborgarlofte.model.municipalities import EXAMPLE_CODE, by_name, is_same_place, municipalities
from medborgarlofte.model.value_messages import (
    CODE_AND_NAME,
    CURLY_QUOTES,
    IN_WORDS,
    MORE_ANSWERS,
    NO_UNIT,
    NOT_AN_EMAIL,
    NOT_FILLED_IN,
    OVER_HUNDRED,
    SEVERAL_NAMES,
)
from medborgarlofte.model.written_values import is_unfilled, outcome_in_words
from medborgarlofte.source.finding import Finding, Severity
from medborgarlofte.source.positions import Route, texts_of
from medborgarlofte.suggestions import closest_match
from medborgarlofte.swedish import fold, parse_number
from medborgarlofte.units import PERCENT


def inconsistencies(value: dict[str, Any]) -> list[Finding]:
    """Contradictions within a document."""
    texts = list(texts_of(value))
    return [
        *_twin_ids(value),
        *_wrong_municipalities(value),
        *(finding for written, route in texts for finding in _doubtful_text(written, route)),
        *_not_filled_in(texts, is_draft=value.get("status") == "utkast"),
        *_several_names(value),
        *_split_items(value),
        *_uncounted(value),
        *_over_hundred(value),
        *_more_answers(value),
        *_unnamed(value),
        *_reasons(value),
    ]


def _reasons(value: dict[str, Any]) -> Iterator[Finding]:
    """Reasons given as yes or no, and reasons for lacking what is there."""
    lists = ("åtaganden", "fokusområden", "undantag")
    rows = [((key, index), row) for key in lists for index, row in _rows(value, key)]
    for route, group in (((), value), *rows):
        for key in _REASONS.keys() & group.keys():
            reason, lacking = str(group[key] or ""), _REASONS[key]
            if fold(reason.strip()) in ("ja", "nej", "-", "yes", "no"):
                given, advice = Text(f"”{reason}”", f"“{reason}”"), _SAY_WHY
            elif reason and group.get(lacking):
                given, advice = Text(f"också ”{lacking}”", f"there beside “{lacking}”"), _ONE_OF_THEM
            else:
                continue
            values = {"key": key, "wanted": _IN_WORDS, "given": given, "advice": advice}
            yield Finding(WRONG_SHAPE, (*route, key), values, severity="warning")


_REASONS: Final = {
    "mål_saknas": "mål", "löfte_saknas": "löfte", "överenskommelse_saknas": "ingår_i", "avvikelse": "", "skäl": "",
}  # fmt: skip
"""Keys that hold a reason, and the key that is then not there."""
_IN_WORDS: Final = Text("ett skäl i ord", "a reason in words")
_SAY_WHY: Final = Text("Skriv varför med en mening.", "Say why in a sentence.")
_ONE_OF_THEM: Final = Text(
    "Ta bort den av nycklarna som inte stämmer.", "Remove the key of the two that is wrong."
)


def _unnamed(value: dict[str, Any]) -> Iterator[Finding]:
    """What a follow-up does not name: its promise, and the commitment of each item."""
    if value.get("dokument") != FollowUp.KIND:
        return
    if not value.get("löfte") and not value.get("löfte_saknas"):
        yield from _missing(value, FollowUp, "löfte", ())
    for index, item in _rows(value, "poster"):
        if item and not item.keys() & keys(FollowUpItem):
            continue  # where no key is right, that is reported
        if not item.get("åtagande"):
            outside = bool(value.get("löfte_saknas")) and not value.get("löfte")
            if not (outside and item.get("text")):
                key = "text" if outside else "åtagande"
                yield from _missing(item, FollowUpItem, key, ("poster", index))


def _rows(value: dict[str, Any], key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Groups of a list, of which a single one may lack its dash."""
    rows = value.get(key)
    for index, row in enumerate(rows if isinstance(rows, list) else [rows]):
        if isinstance(row, dict):
            yield index, row


def _missing(value: dict[str, Any], record: type[BaseModel], key: str, above: Route) -> Iterator[Finding]:
    """A key that is missing or empty, unless it is there in another spelling."""
    if key in value:
        yield Finding(EMPTY_VALUE, (*above, key), {"key": key}, on_key=True)
    elif not any(name not in keys(record) and closest_match(name, [key]) for name in value):
        description = keys(record)[key].description
        yield Finding(MISSING_KEY, (*above, key), {"key": key, "value": "…", "description": description})


def _twin_ids(value: dict[str, Any]) -> list[Finding]:
    """Duplicate ids in a list."""
    found = []
    for key, items in value.items():
        if not isinstance(items, list):
            continue
        first: dict[str, int] = {}
        name = "åtagande" if key == "poster" else "indikator" if key == "indikatorer" else "id"
        for index, item in enumerate(items):
            written = item.get(name) if isinstance(item, dict) else None
            if not isinstance(written, str) or name == "indikator":
                continue
            if fold(written) in first:
                notice = TWIN_ITEM if name == "åtagande" else TWIN_ID
                found.append(Finding(notice, (key, index, name), {"id": written, "key": key}))
            first.setdefault(fold(written), index)
    return found


def _doubtful_text(written: str, route: Route) -> Iterator[Finding]:
    """A value wholly in Word's quotes, which YAML keeps as text; no address; a number that is read as text."""
    key = next(step for step in reversed(route) if isinstance(step, str))
    if len(written) > 2 and written[0] in "”“„" and written[-1] in "”“":
        if not set(written[1:-1]) & set("”“„"):
            values = {"value": written, "plain": written[1:-1]}
            yield Finding(CURLY_QUOTES, route, values, severity="warning")
    elif key == "epost" and not _EMAIL.fullmatch(written.strip()):
        yield Finding(NOT_AN_EMAIL, route, {"value": written}, severity="warning")
    elif key == "utfall" and (meant := outcome_in_words(written)):
        example = Text(f"”utfall: {meant}”", f"“utfall: {meant}”")
        yield Finding(IN_WORDS, route, {"key": key, "value": written, "example": example}, severity="info")


_EMAIL: Final = re.compile(r"[^\s@:]+@[^\s@]+\.[^\s@]+")


def _not_filled_in(texts: Sequence[tuple[str, Route]], *, is_draft: bool) -> Iterator[Finding]:
    """What is left of a template: XXX, NN, [namn]."""
    severity: Severity = "info" if is_draft else "warning"
    for written, route in texts:
        if route[-1] not in ("id", "åtagande") and is_unfilled(written):
            yield Finding(NOT_FILLED_IN, route, {"value": written.strip()}, severity=severity)


def _several_names(value: dict[str, Any]) -> Iterator[Finding]:
    """Signatures of two people in one item."""
    for index, item in _rows(value, "undertecknat"):
        written = item.get("namn")
        names = re.split(r"\s+(?:och|samt|&)\s+|\s*[/;]\s*|,\s+(?=\w+ \w)", str(written or "").strip())
        if len(names) > 1 and all(
            re.fullmatch(
                r"(?:[A-ZÅÄÖÉ][\w.’'-]*|av|de|la|van|von)(?: (?:[A-ZÅÄÖÉ][\w.’'-]*|av|de|la|van|von))*", name
            )
            for name in names
        ):
            listed = ", ".join(f"”- {{namn: {name}, …}}”" for name in names)
            yield Finding(
                SEVERAL_NAMES,
                ("undertecknat", index, "namn"),
                {"value": written, "items": listed},
                severity="warning",
            )


def _split_items(value: dict[str, Any]) -> Iterator[Finding]:
    """Lists whose items have one key each, all of them different: a dash before each key makes that of one item."""
    for section in ("undertecknat", "kontakter", "publicerat"):
        items = value.get(section)
        if (
            isinstance(items, list)
            and len(items) > 1
            and all(isinstance(i, dict) and len(i) == 1 for i in items)
        ):
            names = [next(iter(item)) for item in items]
            if len(set(names)) == len(names):
                yield Finding(SPLIT_ITEM, (section, 0))


def _uncounted(value: dict[str, Any]) -> Iterator[Finding]:
    """Targets whose number counts nothing."""
    for section in ("åtaganden", "åtgärder"):
        rows = value.get(section)
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            targets = row.get("mål") if isinstance(row, dict) else None
            for number, target in enumerate(targets if isinstance(targets, list) else [targets]):
                if not isinstance(target, dict) or target.get("enhet"):
                    continue
                if bound := next(
                    (key for key in ("minst", "högst", "exakt", "mellan") if target.get(key)), None
                ):
                    place = (section, index, "mål", *([number] if isinstance(targets, list) else []), bound)
                    yield Finding(NO_UNIT, place, {"key": bound}, on_key=True, severity="info")


def _over_hundred(value: dict[str, Any]) -> Iterator[Finding]:
    """Promised shares above 100 percent; where the wording gives a share, M08 compares with that."""
    for section in ("åtaganden", "effektmål"):
        rows = value.get(section)
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            if isinstance(row, dict) and not any(word in str(row.get("text")) for word in PERCENT):
                target, baseline = row.get("mål"), row.get("utgångsvärde")
                yield from _shares(target, ("minst", "högst", "exakt"), target, (section, index, "mål"))
                yield from _shares(row, ("målvärde",), baseline, (section, index))


def _more_answers(value: dict[str, Any]) -> Iterator[Finding]:
    """More who answered a survey than were asked."""
    try:
        asked, answered = (
            float(parse_number(str(value.get(key, "")))) for key in ("tillfrågade", "svarande")
        )
    except (ValueError, AttributeError, TypeError):
        return
    if answered > asked:
        values = {"asked": value["tillfrågade"], "answered": value["svarande"]}
        yield Finding(MORE_ANSWERS, ("svarande",), values, severity="warning")


def _shares(group: Any, names: Sequence[str], unit_of: Any, route: Route) -> Iterator[Finding]:
    if not (isinstance(unit_of, dict) and unit_of.get("enhet") in PERCENT):
        return
    for key in names:
        try:
            number = float(parse_number(group.get(key)))
        except (ValueError, AttributeError, TypeError):
            continue
        if number > 100:
            yield Finding(OVER_HUNDRED, (*route, key), {"key": key, "value": group[key]}, severity="warning")


def _wrong_municipalities(value: dict[str, Any]) -> list[Finding]:
    """Parties whose name and code name different municipalities."""
    found = []
    for index, party in _rows(value, "parter"):
        if party.get("typ") not in ("kommun", "stadsdel"):
            continue
        code, name = party.get("kommunkod"), party.get("namn")
        if code is None or code == EXAMPLE_CODE or not isinstance(name, str):
            continue
        owner = municipalities().get(code) if isinstance(code, str) else None
        if owner and not is_same_place(name, owner):
            meant = by_name(name)
            advice = (
                Text(
                    f"{meant.name} har kommunkoden ”{meant.code}”.",
                    f"The code of {meant.name} is “{meant.code}”.",
                )
                if meant
                else Text(
                    "Kontrollera koden mot SCB:s lista.",
                    "Check the code against the list of Statistics Sweden (SCB).",
                )
            )
            values = {"code": code, "owner": owner.name, "name": name, "advice": advice}
            found.append(Finding(CODE_AND_NAME, ("parter", index, "kommunkod"), values))
    return found
