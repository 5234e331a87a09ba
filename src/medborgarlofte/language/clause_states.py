"""Main and subordinate clauses."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from medborgarlofte.language.classes import Token

_MAIN_ATT: Final = frozenset([
    "ska", "skall", "kommer", "avser", "lovar", "planerar", "fortsätter", "fortsätta", "fortsatt",
    "åtar", "förbinder", "försöka", "försöker", "börja", "börjar", "ämnar", "tänker", "avsikt", "måna", "angelägna",
])  # fmt: skip
"""Words after which “att” stays in the main clause."""
PARTIES: Final = frozenset(("vi", "kommunen", "polisen", "man", "ni", "parterna"))
"""Who promises; after a verb, they show that the main clause goes on."""
NEGATIONS: Final = frozenset(("inte", "ej", "icke", "aldrig"))
_SUBJECTS: Final = PARTIES | {"de", "den", "det", "du", "någon", "ingen"}


class Found(NamedTuple):
    """Words that a row of the grammar has found."""

    tokens: Sequence[Token]
    names: Sequence[str]
    start: int
    end: int

    @property
    def words(self) -> Sequence[Token]:
        """The tokens from start to end."""
        return self.tokens[self.start : self.end]

    @property
    def classes(self) -> Sequence[str]:
        """Their names."""
        return self.names[self.start : self.end]

    @property
    def opens(self) -> bool:
        """Whether they open a sentence."""
        return self.start == 0 or self.names[self.start - 1] == "END"


def main_clauses(tokens: Sequence[Token], names: Sequence[str]) -> Iterator[bool]:
    """True per token in a main clause."""
    is_open = by_comma = is_fronted = has_verb = False
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
            is_open, is_fronted = True, first or (is_open and is_fronted)
            has_verb = token.norm in _RELATIVE and _is_verb(tokens[at + 1], names[at + 1])
        elif is_open:
            goes_on = has_verb and _is_second_verb(token, name, tokens[at - 1])
            goes_on |= names[at - 1] == "POSSIBLE" and name not in (
                "ATT",
                "WORD",
            )  # “så långt det är möjligt verka”
            is_open = not goes_on and not (is_fronted and _is_inverted(token, name, tokens[at + 1]))
        yield not is_open
        first = False


_RELATIVE: Final = frozenset(("som", "vilka", "vilken", "vilket"))
_PAST: Final = frozenset([
    "blev", "kom", "gick", "fick", "var", "stod", "låg", "gav", "tog", "såg", "bröt", "drog", "höll", "brann",
])  # fmt: skip
"""Verbs in the past without an ending."""


def _is_verb(token: Token, name: str) -> bool:
    """Whether a word after “som” is its verb, and no modal: “som bildades”, not “som vi” or “som ska”."""
    if name in ("MODAL", "SHOULD", "MAY", "COME", "MANNER") or token.name in ("ART", "THE", "OWNER", "NAME"):
        return False
    return token.norm in _PAST or token.norm.endswith(("r", "de", "te", "s"))


def _is_second_verb(token: Token, name: str, before: Token) -> bool:
    """Whether the main clause goes on: “de nätverk som finns | ska utvecklas”."""
    passive = name in ("VAGUE", "SUPPORT", "IMPROVE") and token.norm.endswith("s")
    return (name in ("MODAL", "SHOULD", "COME") or passive) and before.norm not in (
        *_RELATIVE,
        "och",
        "eller",
        "att",
    )


def _is_inverted(token: Token, name: str, after: Token) -> bool:
    """“När isen ligger | går vi”."""
    return (
        after.norm in PARTIES
        and name not in ("COND", "SUB", "PROVIDED", "ATT", "FORATT")
        and token.name in ("NOUN", "WORD")
    )


_SINGLING_OUT: Final = frozenset(
    ("främst", "framförallt", "framför", "särskilt", "speciellt", "även", "också")
)
"""Words after a “då” that opens no clause: “vuxna, och då främst föräldrar”."""


def _is_goal(before: Sequence[Token]) -> bool:
    """“inriktningen är att”, “vi har som ambition att”, but not “syftet är att”."""
    return not any(token.norm.startswith("syfte") for token in before)


_FINITE: Final = frozenset(("SHOULD", "MAY", "COME", "BE", "HAVE", "ENABLE", "LACKING"))
"""Classes of verbs that show that the noun after “om” is a subject: “om reservdelen kommer”."""


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
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if name != "COND" or (norm == "då" and after is not None and after.norm in _SINGLING_OUT):
        return False
    if norm == "om":  # a preposition, unless a clause can follow
        starts = first or names[at - 1] == "COMMA"
        dated = at + 2 < len(tokens) and tokens[at + 2].name in ("NUM", "ORD")
        return (
            not dated
            and after is not None
            and (
                starts
                or after.norm in _SUBJECTS
                or after.name in ("ART", "SOME", "NONE", "NOT")
                or (
                    after.name == "NOUN"
                    and (
                        names[at + 2] in _FINITE or names[at + 2] == "NOT" or tokens[at + 2].norm == "kommer"
                    )
                )
            )
        )
    return not (norm == "där" and first)


def class_of(token: Token) -> str:
    """Class among words of clauses; times by what they are."""
    if token.word.clause != "WORD":
        return token.word.clause
    return _TIMES.get(token.name, "WORD")


_TIMES: Final = {
    "UNIT": "PERIOD", "UNITDEF": "PERIOD", "MONTH": "MOMENT", "FEAST": "MOMENT", "MILESTONE": "MOMENT", "SEASON": "PERIOD",
    "SEASONDEF": "PERIOD", "UNITOF": "PERIOD",
}  # fmt: skip
