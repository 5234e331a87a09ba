"""Classes of tokens that depend on their neighbours."""

from collections.abc import Iterator, Sequence
from typing import Final

from medborgarlofte.language.classes import PREPOSITIONS, VERBS, Token, WordClasses
from medborgarlofte.language.clause_states import PARTIES

_NOTHING: Final = Token(-1, -1, "", WordClasses("END"), "END")
"""Before the first token, and after the last."""
_COUNTABLE: Final = frozenset([
    "NOUN", "UNIT", "TIMES", "GROUP", "WDAYS", "OFTEN", "TENS", "NAME", "EVENT", "STREET", "NUMBERED",
    "MILESTONE", "PERCENT", "CLOSE", "ORMORE", "YEARWORD", "CARD",
])  # fmt: skip
_SERVICES: Final = ("verksamhet", "sysselsättning", "ledning", "drift", "omsorg", "tillsyn")
"""“daglig verksamhet” is the name of a service."""
_BOUNDS: Final = frozenset(("MIN", "MAX", "MORE", "LESS", "ABOUT", "DRYGT", "KNAPPT", "EXACT"))
_VARYING: Final = frozenset([
    "SEX", "NUM", "YEAR", "daglig", "dagliga", "vecka", "kvartal", "tertial", "veckorna", "vår", "jul", "runt", "kring", "omkring",
])  # fmt: skip
"""Names and words whose class depends on their neighbours; so does that of any word with a capital."""
_NAMES: Final = frozenset(("NOUN", "STREET", "CARD", "NUMBERED", "EVENT", "UNITDEF"))
"""What a capital inside a sentence makes a name."""


def in_context(tokens: Iterator[Token], *, shouted: bool) -> Iterator[Token]:
    """Classes that depend on neighbours.

    Names, “sex” the number, the month of “mars” and years that count.
    """
    row = [*tokens, _NOTHING]
    for at, token in enumerate(row[:-1]):
        if not (token.is_capital or token.name in _VARYING or token.norm in _VARYING):
            yield token
            continue
        before, after = row[at - 1] if at else _NOTHING, row[at + 1]
        if token.name == "SEX":
            name = "CARD" if _is_six(row[max(0, at - 6) : at], row[at + 1 : at + 4]) else "NOUN"
        elif token.name == "NUM" and _is_of_name(row[max(0, at - 3) : at], token, after, shouted=shouted):
            name = "CODE"
        elif token.norm == "vår" and _is_beside_autumn([one.norm for one in row], at):
            name = "SEASON"
        else:
            name = _name_here(token, before, after, shouted=shouted)
        yield token if name == token.name else token._replace(name=name)


def _is_beside_autumn(norms: Sequence[str], at: int) -> bool:
    """“vår och höst”, “höst och vår”."""
    return norms[at + 1 : at + 3] == ["och", "höst"] or norms[max(0, at - 2) : at] == ["höst", "och"]


def _is_six(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """“minst sex”, “sex av tio”, “från fyra till sex”, “ska öka med sex”; not “lektioner om sex”."""
    names = [token.name for token in before]
    last, follows = before[-1] if before else _NOTHING, [token.name for token in after]
    if last.name in _BOUNDS | {"DASH", "OF", "BETWEEN"} or follows[0] in ("UNIT", "TIMES"):
        return True
    if [token.norm for token in after] == ["och", "en", "halv"]:
        return True
    if follows[0] in ("OF", "TO", "OR") and follows[1:2] in (["CARD"], ["NUM"]):
        return True
    if last.name in ("TO", "AND", "OR") and names[-2:-1] in (["CARD"], ["NUM"]):
        return True
    if last.name in ("FOR", "TO") and not {"UP", "DOWN"}.isdisjoint(names) and "END" not in names:
        return True
    spoken_of = last.norm in ("om", "kring", "ha", "har", "köper", "köpa", "säljer", "sälja")
    return follows[0] in _COUNTABLE and not spoken_of


def _is_of_name(before: Sequence[Token], number: Token, after: Token, *, shouted: bool) -> bool:
    """“kiosken Bryggan 7”, “Lillby 08”, “inom LOV 3 områden”, “kursen Säker på 60 minuter”."""
    kind, name = before[-2] if len(before) > 1 else _NOTHING, before[-1] if before else _NOTHING
    if name.is_capital and not shouted:
        leads = len(number.norm) > 1 and number.norm[0] == "0"  # what is counted has no leading zero
        body = kind.name == name.name == "NOUN" and kind.norm.endswith(("en", "et", "an"))
        named = body and kind.norm not in PARTIES
        part = name.is_initials and kind.name in PREPOSITIONS and after.word.topic == "PLACE"
        return leads or part or (named and after.name not in _COUNTED)
    titled = len(before) == 3 and before[0].word.topic == "CAMPAIGN" and kind.is_capital
    return titled and name.name in PREPOSITIONS


_COUNTED: Final = frozenset(("TIMES", "UNIT", "PERCENT", "GROUP", "PART", "OF", "DASH", "TO"))


def _name_here(token: Token, before: Token, after: Token, *, shouted: bool) -> str:
    if token.norm in ("daglig", "dagliga") and after.norm.startswith(_SERVICES):
        return "NOUN"
    if token.name == "NUMBERED" and after.name == "NUM":
        return "NUMBERED"  # “RV 45”
    if token.norm in ("vecka", "veckorna", "kvartal", "tertial") and after.name == "NUM":
        return token.name if before.name in ("EVERY", "SECOND", "PER") else "WEEKNO"
    if token.norm == "vår" and before.name in ("EVERY", "SECOND"):
        return "SEASON"
    if token.name == "ABOUT" and after.name in (
        "NOUN",
        "NAME",
        "STREET",
        "NUMBERED",
        "EVENT",
        "OWNER",
        "THE",
    ):
        return "AT"  # “runt torget”
    if token.norm == "jul" and before.name == "NUM":
        return "MONTH"
    if token.name == "YEAR" and before.name in _BOUNDS:
        return "NUM"
    opens = before.name in ("END", "STOP", "FILLER", "DASH")
    verb = token.name == "WORD" and token.word.clause in VERBS
    if token.is_capital and not opens and not shouted and (token.name in _NAMES or verb):
        return {"CARD": "CAPCARD", "STREET": "STREET"}.get(token.name, "NAME")
    return token.name
