"""Main and subordinate clauses."""

from collections.abc import Iterator, Sequence
from typing import Final

from medborgarlofte.language.tokens import Token

_MAIN_ATT: Final = frozenset([
    "ska", "skall", "kommer", "avser", "lovar", "planerar", "fortsätter", "fortsätta", "fortsatt",
    "åtar", "försöka", "försöker", "börja", "börjar", "ämnar", "tänker", "avsikt",
])  # fmt: skip
"""Words after which “att” stays in the main clause."""
_INVERTED: Final = frozenset(("vi", "kommunen", "polisen", "man", "ni", "parterna"))
_SUBJECTS: Final = _INVERTED | {"de", "den", "det", "du", "någon", "ingen"}


def main_clauses(tokens: Sequence[Token], names: Sequence[str]) -> Iterator[bool]:
    """True per token in a main clause."""
    is_open = by_comma = is_fronted = False
    first = True
    recent = -10
    for at, (token, name) in enumerate(zip(tokens, names, strict=True)):
        if name == "END" or token.name == "STOP":
            is_open, first = False, True
            yield True
            continue
        if name == "COMMA":
            is_open = is_open and not (by_comma or is_fronted)
            yield not is_open
            continue
        if token.norm in _MAIN_ATT:
            recent = at
        if opens_clause(tokens, names, at, first=first, recent=recent):
            by_comma = at > 0 and names[at - 1] == "COMMA"
            is_open, is_fronted = True, first
        inverted = (
            is_open
            and is_fronted
            and at + 1 < len(tokens)
            and tokens[at + 1].norm in _INVERTED
            and name not in ("COND", "SUB", "PROVIDED", "ATT", "FORATT")
            and token.name in ("NOUN", "WORD")
        )
        is_open = is_open and not inverted
        yield not is_open
        first = False


def _is_goal(before: Sequence[Token]) -> bool:
    """“inriktningen är att”, “vi har som ambition att”, but not “syftet är att”."""
    return not any(token.norm.startswith("syfte") for token in before)


def opens_clause(
    tokens: Sequence[Token], names: Sequence[str], at: int, *, first: bool, recent: int = -10
) -> bool:
    """Whether a subordinate clause begins here."""
    name, norm = names[at], tokens[at].norm
    if name in ("SUB", "PROVIDED", "FORATT"):
        return True
    if name == "ATT":
        aim = at > 0 and (names[at - 1] in ("BE", "GOAL", "MAY"))
        return not first and at - recent > 5 and not (aim and _is_goal(tokens[max(0, at - 4) : at]))
    if name != "COND":
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if norm == "om":  # a preposition, unless a clause can follow
        starts = first or names[at - 1] == "COMMA"
        dated = at + 2 < len(tokens) and tokens[at + 2].name in ("NUM", "ORD")
        return (
            not dated
            and after is not None
            and (starts or after.norm in _SUBJECTS or after.name in ("ART", "SOME", "NONE"))
        )
    return not (norm == "där" and first)
