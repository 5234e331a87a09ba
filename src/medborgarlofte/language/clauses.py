"""Expressions read from clauses.

Vague predicates, reservations, claims, absolutes and relative time.
"""

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.calendar import SEASONS
from medborgarlofte.language.claims import find_claim
from medborgarlofte.language.clause_grammar import (
    ABSOLUTES,
    INVERTED,
    PREDICATES,
    RELATIVES,
    RESERVATIONS,
    STUDIES,
    compiled,
    letters_of_classes,
)
from medborgarlofte.language.clause_states import main_clauses, opens_clause
from medborgarlofte.language.expressions import Expression, Span
from medborgarlofte.language.predicates import is_vague
from medborgarlofte.language.tokens import Token

_OTHERS: Final = frozenset(("du", "dig", "ni"))
"""A conditional of what the reader can do reserves nothing."""
_OPENING: Final = frozenset(("medger", "tillåter", "räcker", "finns", "föreligger"))
"""Verbs that open a conditional without “om”: “medger läget”."""
_CONDITIONALS: Final = frozenset(("om", "när", "då", "ifall"))


class Clauses:
    """Tokens as letters, with clause states."""

    def __init__(self, tokens: Sequence[Token], taken: Sequence[tuple[int, int]], *, shouted: bool) -> None:
        letters = letters_of_classes()
        self.tokens = tokens
        names = ["WORD" if t.name == "NAME" and not shouted else _class_of(t) for t in tokens]
        self.names = names
        self.letters = "".join(letters[name] for name in names)
        self.with_crime = "".join(
            "\uf000" if t.word.topic == "CRIME" else letters[n] for t, n in zip(tokens, names, strict=True)
        )
        self.is_main = tuple(main_clauses(tokens, names))
        self._taken = taken
        """Spans of measures and times, which a relative time cannot be."""

    def expressions(self) -> Iterator[Expression]:
        """All expressions of the clauses, by kind."""
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
        """Non-overlapping matches, in order."""
        matches = sorted(
            (m for row in compiled(rows) for m in row.finditer(letters)), key=lambda m: (m.start(), -m.end())
        )
        end = 0
        for match in matches:
            if match.start() >= end:
                end = match.end()
                yield match

    def _span(self, match: re.Match[str]) -> Span:
        return Span(start=self.tokens[match.start()].start, end=self.tokens[match.end() - 1].end)

    def _predicates(self) -> Iterator[Expression]:
        """Vague main verbs; striving weakens “ska”."""
        for match in self._found(PREDICATES, self.letters):
            at, last = match.start(), self.tokens[match.end() - 1].norm
            if not self.is_main[at] or not is_vague(self.tokens, self.names, at, match.end()):
                continue
            lemma = self.tokens[at].word.lemma.split(" ")[0]
            if last in ("för", "för att") or lemma in ("sträva", "eftersträva"):
                yield ex.Obligation(strength=2, **self._span(match))
            yield ex.Predicate(lemma=lemma, **self._span(match))

    def _obligations(self) -> Iterator[Expression]:
        for match in self._found(STUDIES, self.letters):
            if self.is_main[match.start()]:
                yield ex.Obligation(strength=2, **self._span(match))
        for token, name, is_main in zip(self.tokens, self.names, self.is_main, strict=True):
            strength = 2 if name == "SHOULD" else 1 if name == "MAY" or token.norm == "kan" else 0
            if strength and is_main:
                yield ex.Obligation(strength=strength, start=token.start, end=token.end)

    def _reservations(self) -> Iterator[Expression]:
        ends = 0
        for match in self._found((*RESERVATIONS, *INVERTED), self.letters):
            at = match.start()
            if self.names[at] == "ENABLE" and not (self._is_first(at) and self.tokens[at].norm in _OPENING):
                continue
            others = _is_of_others(self.tokens[at : match.end()])
            barred = others or (
                at > 0 and self.names[at - 1] == "NOT" and self.tokens[at - 1].norm != "också"
            )
            if not barred and self.tokens[at].start >= ends and not self._is_about(at):
                span = self._span(match)
                ends = span["end"]
                yield ex.Reservation(**span)

    def _conditions(self, reserved: Sequence[ex.Located]) -> Iterator[Expression]:
        """Conditional clauses without reservation."""
        ends = [at for at, name in enumerate(self.names) if name in ("END", "COMMA")]
        for at, token in enumerate(self.tokens):
            if token.norm not in _CONDITIONALS or not opens_clause(
                self.tokens, self.names, at, first=self._is_first(at)
            ):
                continue
            end = ends[bisect.bisect_left(ends, at)]
            if end > at + 1 and not any(one.start <= token.start < one.end for one in reserved):
                yield ex.Condition(start=token.start, end=self.tokens[end - 1].end)

    def _is_first(self, at: int) -> bool:
        return at == 0 or self.names[at - 1] == "END"

    def _is_about(self, at: int) -> bool:
        """True for pointing “där” and topical “om”."""
        token = self.tokens[at]
        return (
            token.norm == "där"
            and (at == 0 or self.names[at - 1] == "END")
            and self.tokens[at + 1].norm not in ("så", "det")
        )

    def _relatives(self) -> Iterator[Expression]:
        years = {n for n, sentence in self._by_sentence() if _is_dated(sentence)}
        numbers = self._sentence_numbers()
        for at in range(len(self.tokens) - 2):
            if self._is_this_spring(at) and numbers[at] not in years:
                yield ex.Relative(start=self.tokens[at].start, end=self.tokens[at + 1].end)
        for match in self._found(RELATIVES, self.letters):
            span = self._span(match)
            inside = any(start <= span["start"] and span["end"] <= end for start, end in self._taken)
            follows = self.tokens[match.end()] if match.end() < len(self.tokens) else None
            school = (
                self.tokens[match.end() - 1].norm in ("i år", "år")
                and follows is not None
                and follows.name in ("NUM", "CARD")
            )
            ahead = self.names[match.start()] != "COND" or _is_years_ahead(
                self.tokens[match.start() : match.end()]
            )
            if ahead and not inside and not school and numbers[match.start()] not in years:
                yield ex.Relative(**span)

    def _is_this_spring(self, at: int) -> bool:
        """True for “i vår startar”, not “i vår kommun”."""
        here, spring, after = self.tokens[at : at + 3]
        if (here.norm, spring.norm) != ("i", "vår"):
            return False
        return (
            after.name in ("END", "COMMA")
            or (after.norm.endswith("r") and len(after.norm) > 1)
            or after.norm == "ska"
        )

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


def _is_of_others(clause: Sequence[Token]) -> bool:
    """Whether a conditional is about the reader, or about what a person allows."""
    person = any(token.word.topic == "GROUP" and token.word.clause == "WORD" for token in clause)
    allows = any(token.word.lemma.startswith(("medge", "tillåta")) for token in clause)
    return (person and allows) or any(token.norm in _OTHERS for token in clause)


def _class_of(token: Token) -> str:
    """Class among words of clauses; times by what they are."""
    if token.word.clause != "WORD":
        return token.word.clause
    return _TIMES.get(token.name, "WORD")


_TIMES: Final = {
    "UNIT": "PERIOD", "UNITDEF": "PERIOD", "MONTH": "MOMENT", "FEAST": "MOMENT", "MILESTONE": "MOMENT", "SEASON": "PERIOD",
    "SEASONDEF": "PERIOD",
}  # fmt: skip


def _is_years_ahead(row: Sequence[Token]) -> bool:
    """“om två år”, but not “om en vecka går utan svar”."""
    counted = row[1].name in ("NUM", "CARD", "SOME", "PAIR", "ART")
    return row[0].norm == "om" and counted and row[-1].word.unit == "år"


def _is_dated(sentence: Sequence[Token]) -> bool:
    """Whether a year is named, or it is for every year."""
    yearly = any(
        every.name in ("EVERY", "SECOND") and time.word.unit in ("år", *SEASONS)
        for every, time in itertools.pairwise(sentence)
    )
    return yearly or any(t.name == "YEAR" or (t.name == "OFTEN" and t.word.unit == "år") for t in sentence)


def _referents(tokens: Sequence[Token]) -> Iterator[Expression]:
    """Efforts with their places, groups and names; a partner (“tillsammans med …”) is none of these."""
    for at, (token, after) in enumerate(itertools.pairwise(tokens)):
        topic = "GROUP" if token.name == "THE" and after.norm == "som" else token.word.topic
        if topic == "EFFORT":
            yield ex.Effort(start=token.start, end=token.end)
        elif topic != "PLACE" and _is_partner(tokens[max(0, at - 3) : at]):
            continue
        elif token.name in ("NAME", "STREET", "CAPCARD"):
            yield ex.Referent(kind="name", start=token.start, end=token.end)
        elif topic in ("GROUP", "PLACE"):
            yield ex.Referent(kind="group" if topic == "GROUP" else "place", start=token.start, end=token.end)


def _is_partner(before: Sequence[Token]) -> bool:
    with_them = any(token.norm in ("tillsammans", "ihop", "samverkan", "samarbete") for token in before)
    return with_them and any(token.norm == "med" for token in before)
