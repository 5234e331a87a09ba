"""Main and subordinate clauses."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from medborgarlofte.language.classes import Token

_MAIN_ATT: Final = frozenset([
    "ska", "skall", "kommer", "avser", "lovar", "planerar", "fortsätter", "fortsätta", "fortsatt",
    "åtar", "förbinder", "beslutar", "enas", "överens", "försöka", "försöker", "börja", "börjar", "ämnar", "tänker", "avsikt", "måna", "angelägna",
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
        return is_opening(self.names, self.start)


def is_opening(names: Sequence[str], at: int) -> bool:
    """Whether a sentence begins here."""
    return at == 0 or names[at - 1] == "END"


def main_clauses(tokens: Sequence[Token], names: Sequence[str]) -> Iterator[bool]:
    """True per token in a main clause."""
    is_open = by_comma = is_fronted = has_verb = False
    first = True
    recent = -10
    for at, (token, name) in enumerate(zip(tokens, names, strict=True)):
        if name == "END":
            is_open, first = False, True
            yield True
            continue
        if name == "COMMA":
            is_open = is_open and not (by_comma or is_fronted)
            yield not is_open
            continue
        if token.norm in _MAIN_ATT or (first and token.norm == "det"):  # “det åligger nämnden att”
            recent = at
        if opens_clause(tokens, names, at, first=first, recent=recent):
            by_comma = at > 0 and names[at - 1] == "COMMA"
            is_open, is_fronted = True, first or (is_open and is_fronted)
            near = zip(tokens[at + 1 : at + 3], names[at + 1 : at + 3], strict=True)
            has_verb = token.norm in _RELATIVE and any(_is_verb(*one) or one[1] == "NOT" for one in near)
        elif is_open:
            # “de nätverk som finns | ska utvecklas”, “om budgeten medger | ska nämnden”
            inverted = name == "MAY" and tokens[at + 1].norm in PARTIES  # “vill vi stärka”
            goes_on = has_verb and (inverted or name in ("MODAL", "SHOULD", "COME"))
            has_verb = has_verb or (is_fronted and not token.word.topic and _is_verb(token, name))
            goes_on |= names[at - 1] == "POSSIBLE"  # “så långt det är möjligt | verka”
            is_open = not goes_on and not (is_fronted and _is_inverted(token, tokens[at + 1]))
        yield not is_open
        first = False


_RELATIVE: Final = frozenset(("som", "vilka", "vilken", "vilket"))


def _is_verb(token: Token, name: str) -> bool:
    """Whether a word after “som” is its verb, and no modal: “som bildades”, not “som mer” or “som ska”."""
    finite = token.name in ("NOUN", "WORD", "UP", "DOWN") and token.norm.endswith(("r", "de", "te", "s"))
    return finite and name not in ("MODAL", "SHOULD", "MAY", "COME", "MANNER", "CIRC", "NOT", "COND")


def _is_inverted(token: Token, after: Token) -> bool:
    """“När isen ligger | går vi”."""
    return after.norm in PARTIES and token.name in ("NOUN", "WORD")


_FINITE: Final = frozenset(("SHOULD", "MAY", "COME", "BE", "HAVE", "ENABLE", "LACKING", "NOT"))
"""Classes that show that the noun before is a subject: “om reservdelen saknas”."""


_SINGLING_OUT: Final = frozenset(("främst", "framförallt", "särskilt", "speciellt", "även", "också"))
"""Words after a “då” that opens no clause: “vuxna, och då främst föräldrar”."""


def opens_clause(
    tokens: Sequence[Token], names: Sequence[str], at: int, *, first: bool, recent: int = -10
) -> bool:
    """Whether a subordinate clause begins here."""
    name, norm, after = names[at], tokens[at].norm, tokens[at + 1]
    if name in ("SUB", "PROVIDED", "FORATT"):
        return True
    if name == "ATT":  # “inriktningen är att” states what is done
        purpose = any(token.norm.startswith("syfte") for token in tokens[max(0, at - 4) : at])
        return not first and at - recent > 5 and (purpose or names[at - 1] not in ("BE", "MAY", "GOAL"))
    if name != "COND" or (norm == "då" and after.norm in _SINGLING_OUT):
        return False
    if norm != "om":
        return not (norm == "där" and first)
    if after.name == "END" or tokens[at + 2].name in ("NUM", "ORD"):  # “om den 7 maj”
        return False
    # “om” is a preposition, unless a clause can follow
    subject = after.norm in _SUBJECTS or after.name in ("ART", "SOME", "NONE", "NOT")
    noun = after.name == "NOUN" and (names[at + 2] in _FINITE or tokens[at + 2].norm == "kommer")
    if noun and not first and "EVERYBODY" in names[at + 3 : at + 4]:
        return False  # “90 minuter om alkohol får varje klass”
    return subject or noun or first or names[at - 1] == "COMMA" or _is_done_if(tokens, names, at)


def _is_done_if(tokens: Sequence[Token], names: Sequence[str], at: int) -> bool:
    """“hålls om tillräckligt många anmäler sig”, “under året om minst tio kommer”: no preposition after a passive or a time."""
    after_passive = names[at - 1] == "DEED" and tokens[at - 1].norm.endswith("s")
    return (after_passive or names[at - 1] in ("PERIOD", "THEYEAR")) and any(
        name in ("DEED", "COME") and token.norm.endswith("r")
        for token, name in zip(tokens[at + 2 : at + 4], names[at + 2 : at + 4], strict=True)
    )


def class_of(token: Token) -> str:
    """Class among words of clauses; times by what they are."""
    if token.word.clause != "WORD":
        return token.word.clause
    return _TIMES.get(token.name, "WORD")


_TIMES: Final = {
    "UNIT": "PERIOD", "UNITDEF": "PERIOD", "MONTH": "MOMENT", "FEAST": "MOMENT", "MILESTONE": "MOMENT", "SEASON": "PERIOD",
    "SEASONDEF": "PERIOD", "UNITOF": "PERIOD",
}  # fmt: skip
