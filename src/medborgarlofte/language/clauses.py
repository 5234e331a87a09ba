"""The grammar of clauses: vague predicates, reservations, claims, absolutes and relative time."""

import bisect
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.claims import find_claim
from medborgarlofte.language.expressions import Expression, Span
from medborgarlofte.language.lexicon import words_table
from medborgarlofte.language.tokens import Token

NAMES: Final = ("WORD", "END", "COMMA", "TAKEN")


@cache
def letters_of_classes() -> dict[str, str]:
    """A letter for each class of words of clauses."""
    names = (*NAMES, *words_table()["clause"])
    return {name: chr(0xE000 + number) for number, name in enumerate(names)}


_MACROS: Final = {
    "w": "[^END COMMA]",
    "modal": "(?:MODAL|SHOULD|MAY|COME)",
    "onto": "(?:ONTO|AT)",
    "circumstance": "(?:CIRC|TIME|DEMAND)",
    "aside": "(?:COMMA [^END COMMA]{1,12} COMMA)?",
}

PREDICATES: Final = (
    "VAGUE",
    "WORK <aside> <w>{0,3}? (?:AIMS|FORATT)",
    "WORK MANNER <onto>",
    "CONTRIBUTE <w>{0,3}? FORWARD",
    "STRIVE <w>{0,3}? (?:FORWARD|AIMS|FORATT|<onto>)",
    "AIM SELF? <w>{0,1} (?:AIMS|<onto>)",
    "SEE <aside> <w>{0,6}? <aside> OVER",
    "LAY <w>{0,4}? FOCUS <w>{0,2} (?:ATT|<onto>)",
    "FOCUS <w>{0,2}? LAY <w>{0,2}? (?:ATT|<onto>)",
    "CONTINUE ATT? <w>{0,2}? COOPERATE",
)
RESERVATIONS: Final = (
    "RESERVED <w>{0,2}",
    "PROVIDED <w>{0,7}",
    "(?:COND|PROVIDED) <w>{0,5}? <circumstance> <w>{0,4}? (?:ENABLE|NEEDED|POSSIBLE)",
    "(?:COND|PROVIDED) <w>{0,4}? ENABLE <w>{0,3}? <circumstance>",
    "COND <w>{0,3}? HAVE <w>{0,2}? (?:CIRC|TIME|POSSIBLE)",
    "COND <w>{0,3}? (?:CIRC|TIME) <w>{0,2}? GOOD",
    "COND <w>{0,2}? GOOD <w>{1,3}",
    "COND <w>{1,6}? PREVENT",
    "AT (?:AVAILABLE|GOOD) CIRC",
    "COND <w>{1,5}? ENABLE PRON",
    "COND PRON <w>{0,1}? (?:ENABLE|NEEDED|POSSIBLE) (?!ATT)",
    "COND <w>{0,2}? (?:POSSIBLE|NEEDED) (?!ATT)",
    "COND PRON? (?:NOTHING|NOBODY) <w>{0,2}? UNFORESEEN <w>{0,2}",
    "WITHIN <w>{0,2}? (?:AVAILABLE|RECENT) <w>{0,1}? CIRC",
    "WITHIN <w>{0,1}? CIRC",
    "COME <w>{0,2}? CANCEL",
    "CANCEL COND <w>{1,4}",
)
RELATIVES: Final = (
    "NOW",
    "LATELY",
    "RECENT <w>{0,2}? (?:TIME|THEYEAR|SEASON)",
    "THROUGH PRON? RECENT <w>{0,2}? (?:TIME|THEYEAR|SEASON)",
    "THROUGH (?:FORWARD|NOW)? SEASON",
    "THROUGH NOW",
    "THROUGH THEYEAR",
    "FORWARD SEASON",
    "SEASONS",
)
ABSOLUTES: Final = (
    "EVERYBODY <w>{0,5}? <modal> <w>{0,6}? FEEL",
    "NOBODY <w>{0,5}? <modal> <w>{0,7}? (?:FEEL|CRIME)",
    "(?:NOBODY|ZERO) <w>{0,2}? CRIME (?:<w>{0,3}? <modal>)?",
    "<modal> <w>{0,2}? NOBODY <w>{0,5}? (?:FEEL|CRIME)",
    "FREE <w>{0,2}? CRIME",
    "VISION",
)


@cache
def _compiled(rows: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    letters = letters_of_classes() | {"CRIME": "\uf000"}
    return tuple(_compile(row, letters) for row in rows)


def _compile(row: str, letters: dict[str, str]) -> re.Pattern[str]:
    for name, part in _MACROS.items():
        row = row.replace(f"<{name}>", part)
    return re.compile(re.sub(r"[A-Z]{2,}", lambda found: letters[found[0]], row).replace(" ", ""))


class Clauses:
    """The tokens of a text as letters of clauses, with the state of each."""

    def __init__(self, tokens: Sequence[Token], taken: Sequence[tuple[int, int]], *, shouted: bool) -> None:
        letters = letters_of_classes()
        self.tokens = tokens
        names = ["WORD" if t.name == "NAME" and not shouted else t.word.clause for t in tokens]
        self.names = names
        self.letters = "".join(letters[name] for name in names)
        self.with_crime = "".join(
            "\uf000" if t.word.topic == "CRIME" else letters[n] for t, n in zip(tokens, names, strict=True)
        )
        self.is_main = tuple(_states(tokens, names))
        self._taken = taken
        """Spans of measures and times, which a relative time cannot be."""

    def expressions(self) -> Iterator[Expression]:
        """Everything that the clauses hold, kind by kind."""
        yield from self._predicates()
        yield from self._obligations()
        reserved = list(self._reservations())
        yield from reserved
        yield from self._conditions(reserved)
        yield from self._relatives()
        yield from self._absolutes()
        yield from self._claims()
        yield from _referents(self.tokens)

    def _found(self, rows: tuple[str, ...], letters: str) -> Iterator[re.Match[str]]:
        """Matches in the order of the text; one that begins inside another is none."""
        matches = sorted(
            (m for row in _compiled(rows) for m in row.finditer(letters)), key=lambda m: (m.start(), -m.end())
        )
        end = 0
        for match in matches:
            if match.start() >= end:
                end = match.end()
                yield match

    def _span(self, match: re.Match[str]) -> Span:
        return Span(start=self.tokens[match.start()].start, end=self.tokens[match.end() - 1].end)

    def _predicates(self) -> Iterator[Expression]:
        for match in self._found(PREDICATES, self.letters):
            at = match.start()
            near = (*self.tokens[max(0, at - 2) : at], self.tokens[at + 1])
            if self.is_main[at] and not any(token.norm.partition(" ")[0] in _NEGATIONS for token in near):
                yield ex.Predicate(lemma=self.tokens[at].word.lemma.split(" ")[0], **self._span(match))

    def _obligations(self) -> Iterator[Expression]:
        for token, name, is_main in zip(self.tokens, self.names, self.is_main, strict=True):
            strength = 2 if name == "SHOULD" else 1 if name == "MAY" or token.norm == "kan" else 0
            if strength and is_main:
                yield ex.Obligation(strength=strength, start=token.start, end=token.end)

    def _reservations(self) -> Iterator[Expression]:
        ends = 0
        for match in self._found(RESERVATIONS, self.letters):
            at = match.start()
            barred = at > 0 and self.names[at - 1] == "NOT" and self.tokens[at - 1].norm != "också"
            if not barred and self.tokens[at].start >= ends and not self._is_about(at):
                span = self._span(match)
                ends = span["end"]
                yield ex.Reservation(**span)

    def _conditions(self, reserved: Sequence[ex.Located]) -> Iterator[Expression]:
        """Conditional clauses that reserve nothing, to their comma."""
        ends = [at for at, name in enumerate(self.names) if name in ("END", "COMMA")]
        for at, token in enumerate(self.tokens):
            if token.norm not in _CONDITIONALS or not _opens(
                self.tokens, self.names, at, first=self._is_first(at)
            ):
                continue
            end = ends[bisect.bisect_left(ends, at)]
            if end > at + 1 and not any(one.start <= token.start < one.end for one in reserved):
                yield ex.Condition(start=token.start, end=self.tokens[end - 1].end)

    def _is_first(self, at: int) -> bool:
        return at == 0 or self.names[at - 1] == "END"

    def _is_about(self, at: int) -> bool:
        """“där” at the opening of a sentence points; “om” after a noun of talk is about something."""
        token = self.tokens[at]
        return (
            token.norm == "där"
            and (at == 0 or self.names[at - 1] == "END")
            and self.tokens[at + 1].norm not in ("så", "det")
        )

    def _relatives(self) -> Iterator[Expression]:
        years = {n for n, sentence in self._by_sentence() if any(t.name == "YEAR" for t in sentence)}
        numbers = self._sentence_numbers()
        for match in self._found(RELATIVES, self.letters):
            span = self._span(match)
            inside = any(start <= span["start"] and span["end"] <= end for start, end in self._taken)
            follows = self.tokens[match.end()] if match.end() < len(self.tokens) else None
            school = (
                self.tokens[match.end() - 1].norm in ("i år", "år")
                and follows is not None
                and follows.name in ("NUM", "CARD")
            )
            if not inside and not school and numbers[match.start()] not in years:
                yield ex.Relative(**span)

    def _absolutes(self) -> Iterator[Expression]:
        for match in self._found(ABSOLUTES, self.with_crime):
            rest = self._rest_of_sentence(match.end())
            if not any(
                t.norm in ("inte", "ingenting", "omöjligt", "orealistiskt")
                for t in (*rest, *self.tokens[match.start() : match.end()])
            ):
                yield ex.Absolute(**self._span(match))

    def _claims(self) -> Iterator[Expression]:
        for _, sentence in self._by_sentence():
            found = find_claim(sentence)
            if found is not None:
                yield found

    def _by_sentence(self) -> Iterator[tuple[int, list[Token]]]:
        number = 0
        sentence: list[Token] = []
        for token in self.tokens:
            if token.name == "END":
                yield number, sentence
                number, sentence = number + 1, []
            else:
                sentence.append(token)

    def _sentence_numbers(self) -> list[int]:
        number = 0
        numbers: list[int] = []
        for token in self.tokens:
            numbers.append(number)
            number += token.name == "END"
        return numbers

    def _rest_of_sentence(self, at: int) -> Sequence[Token]:
        rest = self.tokens[at : at + 30]
        ends = [n for n, token in enumerate(rest) if token.name == "END"]
        return rest[: ends[0]] if ends else rest


_CONDITIONALS: Final = frozenset(("om", "när", "då", "ifall"))
_NEGATIONS: Final = frozenset(("inte", "ej", "icke", "aldrig"))

# ---------------------------------------------------------------- clause states

_MAIN_ATT: Final = frozenset(
    [
        "ska",
        "skall",
        "kommer",
        "avser",
        "lovar",
        "planerar",
        "fortsätter",
        "fortsätta",
        "fortsatt",
        "åtar",
        "försöka",
        "försöker",
        "börja",
        "börjar",
        "ämnar",
        "tänker",
        "avsikt",
    ]
)
"""Words after which “att” stays in the main clause."""
_INVERTED: Final = frozenset(("vi", "kommunen", "polisen", "man", "ni", "parterna"))
_SUBJECTS: Final = _INVERTED | {"de", "den", "det", "du", "någon", "ingen"}


def _states(tokens: Sequence[Token], names: Sequence[str]) -> Iterator[bool]:
    """Whether each token is in a main clause."""
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
        if _opens(tokens, names, at, first=first, recent=recent):
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


def _opens(tokens: Sequence[Token], names: Sequence[str], at: int, *, first: bool, recent: int = -10) -> bool:
    """Whether a subordinate clause begins here."""
    name, norm = names[at], tokens[at].norm
    if name in ("SUB", "PROVIDED", "FORATT"):
        return True
    if name == "ATT":
        return not first and at - recent > 5
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


def _referents(tokens: Sequence[Token]) -> Iterator[Expression]:
    """Efforts, and the places, groups and names that they may be for."""
    for token in tokens:
        topic = token.word.topic
        if topic == "EFFORT":
            yield ex.Effort(start=token.start, end=token.end)
        elif token.name in ("NAME", "STREET", "CAPCARD"):
            yield ex.Referent(kind="name", start=token.start, end=token.end)
        elif topic in ("GROUP", "PLACE"):
            yield ex.Referent(kind="group" if topic == "GROUP" else "place", start=token.start, end=token.end)
