"""Classes of tokens that depend on their neighbours."""

from collections.abc import Iterator, Sequence
from typing import Final

from medborgarlofte.language.classes import ASSOCIATIONS, CLUBS, PREPOSITIONS, VERBS, Token

_COUNTABLE: Final = frozenset([
    "NOUN", "UNIT", "TIMES", "GROUP", "WDAYS", "OFTEN", "TENS", "NAME", "EVENT", "STREET", "NUMBERED",
    "MILESTONE", "PERCENT", "CLOSE", "ORMORE", "YEARWORD",
])  # fmt: skip
_SERVICES: Final = ("verksamhet", "sysselsättning", "ledning", "drift", "omsorg", "tillsyn")
"""“daglig verksamhet” is the name of a service."""
_BOUNDS: Final = frozenset(
    ("MIN", "MAX", "MORE", "LESS", "ABOUT", "DRYGT", "KNAPPT", "EXACT", "DASH", "OF", "BETWEEN")
)


def in_context(tokens: Iterator[Token], *, shouted: bool) -> Iterator[Token]:
    """Classes that depend on neighbours.

    Names, “sex” the number, the month of “mars” and years that count.
    """
    row = list(tokens)
    for at, token in enumerate(row):
        if not (token.is_capital or token.name in _VARYING or token.norm in _VARYING):
            yield token
            continue
        before = row[at - 1] if at else None
        after = row[at + 1] if at + 1 < len(row) else None
        name = _name_here(token, before, after, shouted=shouted)
        placed = after is not None and after.word.topic == "PLACE"
        near = row[max(0, at - 2) : at]
        if name == "NUM" and (
            _is_of_name(near, token, after)
            or _is_in_title(row[max(0, at - 3) : at])
            or (placed and _is_code(near, shouted=shouted))
        ):
            name = "CODE"
        if token.name == "SEX" and (_goes_on(row[at + 1 : at + 4]) or _is_change(row[max(0, at - 6) : at])):
            name = "CARD"
        yield (token if name == token.name else token._replace(name=name))


_VARYING: Final = frozenset(("SEX", "NUM", "YEAR", "daglig", "dagliga", "vecka", "veckorna", "vår", "jul"))
"""Names and words whose class depends on their neighbours; so does that of any word with a capital."""


def _goes_on(after: Sequence[Token]) -> bool:
    """“sex och en halv”, “sex av tio”."""
    number = len(after) > 1 and after[0].name in ("OF", "TO", "OR") and after[1].name in ("CARD", "NUM")
    return number or [token.norm for token in after] == ["och", "en", "halv"]


def _is_change(before: Sequence[Token]) -> bool:
    """“ska öka med sex”."""
    names = [token.name for token in before]
    return names[-1:] == ["FOR"] and not {"UP", "DOWN"}.isdisjoint(names) and "END" not in names


def _is_of_name(before: Sequence[Token], number: Token, after: Token | None) -> bool:
    """“Föreningen Lillby 08”, “Gruppen Lillby 12”: a number that is counted has no leading zero."""
    if not before or not before[-1].is_capital:
        return False
    leads = len(number.norm) > 1 and number.norm[0] == "0"
    body = len(before) > 1 and before[0].norm.endswith(ASSOCIATIONS) and before[1].name == "NOUN"
    club = any(token.norm in CLUBS for token in before)
    return leads or ((body or club) and (after is None or after.name not in _COUNTED))


def _is_in_title(before: Sequence[Token]) -> bool:
    """“projektet Tryggt i 72”, “kursen Säker på 60 minuter”."""
    if len(before) < 3:
        return False
    kind, first, preposition = before
    return kind.word.topic == "CAMPAIGN" and first.is_capital and preposition.name in PREPOSITIONS


_COUNTED: Final = frozenset(("TIMES", "UNIT", "PERCENT", "GROUP", "PART", "OF", "DASH", "TO"))


def _is_code(before: Sequence[Token], *, shouted: bool) -> bool:
    """“inom LOV 3 områden”: capitals after a preposition, of which the number is a part."""
    if shouted or len(before) < 2:
        return False
    preposition, name = before
    return name.is_initials and preposition.name in PREPOSITIONS


_NAMES: Final = frozenset(("NOUN", "STREET", "CARD", "NUMBERED", "EVENT", "UNITDEF"))
"""What a capital inside a sentence makes a name."""
_SPOKEN: Final = frozenset(("om", "kring", "ha", "har", "köper", "köpa", "säljer", "sälja"))
"""Words before “sex” that is no number."""


def _name_here(token: Token, before: Token | None, after: Token | None, *, shouted: bool) -> str:
    opens = before is None or before.name in ("END", "STOP", "FILLER", "DASH") or before.end == before.start
    if token.name == "SEX":
        counted = after is not None and (after.name in _COUNTABLE or after.word.name == "CARD")
        spoken_of = before is not None and before.norm in _SPOKEN
        bound = before is not None and before.name in _BOUNDS
        is_time = after is not None and after.name in ("UNIT", "TIMES")
        return "CARD" if bound or (counted and (not spoken_of or is_time)) else "NOUN"
    if token.norm in ("daglig", "dagliga") and after is not None and after.norm.startswith(_SERVICES):
        return "NOUN"
    if token.norm in ("vecka", "veckorna") and after is not None and after.name == "NUM":
        return "WEEKNO"
    if token.norm == "vår" and before is not None and before.name in ("EVERY", "SECOND"):
        return "SEASON"
    if token.norm == "jul" and before is not None and before.name == "NUM":
        return "MONTH"
    if token.name == "YEAR" and before is not None and before.name in _BOUNDS - {"DASH", "OF", "BETWEEN"}:
        return "NUM"
    if (
        token.is_capital
        and not opens
        and not shouted
        and (token.name in _NAMES or (token.name == "WORD" and token.word.clause in VERBS))
    ):
        return "CAPCARD" if token.name == "CARD" else "STREET" if token.name == "STREET" else "NAME"
    return token.name
