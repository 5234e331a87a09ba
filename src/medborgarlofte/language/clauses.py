"""Vague predicates, reservations, claims, absolutes and relative time, read from clauses."""

import bisect
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Final

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.build import measures
from medborgarlofte.language.claims import find_claim
from medborgarlofte.language.classes import Token
from medborgarlofte.language.clause_grammar import (
    ABSOLUTES,
    PREDICATES,
    RELATIVES,
    RESERVATIONS,
    STUDIES,
    letters,
)
from medborgarlofte.language.clause_states import (
    NEGATIONS,
    PARTIES,
    Found,
    class_of,
    is_opening,
    main_clauses,
)
from medborgarlofte.language.conditions import (
    conditional_clauses,
    is_reserved,
    is_way_out,
    last_reserved,
    negated_openings,
    triggers,
    verb_first_clauses,
)
from medborgarlofte.language.expressions import Expression, Span
from medborgarlofte.language.passives import find_passives
from medborgarlofte.language.patterns import Rows
from medborgarlofte.language.predicates import is_study, is_vague, unseen_verbs
from medborgarlofte.language.referents import find_referents
from medborgarlofte.language.relatives import is_counted, is_dated, is_this_spring

_PROMISED: Final = (ex.Count, ex.Schedule, ex.Deadline, ex.Duration, ex.Window)
"""What is promised whatever happens, unless something is said against it."""


def place_of(found: ex.Located) -> tuple[int, int]:
    """Sort key: the order of the text."""
    return found.start, found.end


class Clauses:
    """Tokens with their measures and clause states.

    Each kind of expression is found when it is first asked for.
    """

    def __init__(self, tokens: Sequence[Token], *, shouted: bool) -> None:
        self.tokens = tokens
        self._shouted = shouted
        self._results: dict[Finder, tuple[Expression, ...]] = {}

    def of(self, kinds: tuple[type[ex.Located], ...]) -> Iterator[Expression]:
        """Expressions of some kinds, with those that are found along with them."""
        for find in _finders_of(kinds):
            if find not in self._results:
                self._results[find] = tuple(find(self))
            yield from self._results[find]

    @cached_property
    def measures(self) -> tuple[Expression, ...]:
        """Measures, times, labels and scope, in order."""
        return tuple(sorted(measures(self.tokens), key=place_of))

    @cached_property
    def names(self) -> list[str]:
        """Class of each token among words of clauses."""
        return ["WORD" if t.name == "NAME" and not self._shouted else class_of(t) for t in self.tokens]

    @cached_property
    def letters(self) -> str:
        """The names as letters."""
        return "".join(map(letters().__getitem__, self.names))

    @cached_property
    def is_main(self) -> tuple[bool, ...]:
        """Whether each token is in a main clause."""
        return tuple(main_clauses(self.tokens, self.names))

    def _found(
        self, rows: Rows, letters: str, is_kept: Callable[[re.Match[str]], bool] = bool
    ) -> Iterator[re.Match[str]]:
        """Non-overlapping matches that are kept, in order."""
        matches = sorted(
            (match for _, row in rows.possible(frozenset(letters)) for match in row.finditer(letters)),
            key=lambda m: (m.start(), -m.end()),
        )
        end = 0
        for match in matches:
            if match.start() >= end and is_kept(match):
                end = match.end()
                yield match

    def _matched(self, match: re.Match[str]) -> Found:
        return Found(self.tokens, self.names, *match.span())

    def _span(self, match: re.Match[str]) -> Span:
        return Span(start=self.tokens[match.start()].start, end=self.tokens[match.end() - 1].end)

    def predicates(self) -> Iterator[Expression]:
        """Vague main verbs; striving weakens “ska”."""
        judged: set[int] = set()
        for match in self._found(PREDICATES, self.letters, self._is_vague):
            judged.update(range(*match.span()))
            at, last = match.start(), self.tokens[match.end() - 1].norm
            lemma = self.tokens[at].word.lemma.split(" ")[0]
            if self.names[at] == "WORK" or last in ("för", "för att") or lemma in ("sträva", "eftersträva"):
                yield ex.Obligation(strength=2, **self._span(match))
            yield ex.Predicate(lemma=lemma, **self._span(match))
        for at in unseen_verbs(self.tokens, self.names, self.is_main):
            verb = self.tokens[at]
            if at not in judged:
                yield ex.Predicate(lemma=verb.norm, start=verb.start, end=verb.end)

    def _is_vague(self, match: re.Match[str]) -> bool:
        return self.is_main[match.start()] and is_vague(self._matched(match))

    def obligations(self) -> Iterator[Expression]:
        """Verbs that bind to less than “ska”."""
        for match in self._found(STUDIES, self.letters, lambda match: is_study(self._matched(match))):
            if self.is_main[match.start()]:
                yield ex.Obligation(strength=2, **self._span(match))
        following = (*self.tokens[1:], self.tokens[-1])
        for token, after, name, is_main in zip(self.tokens, following, self.names, self.is_main, strict=True):
            if token.norm == "kan" and after.norm in ("du", "ni", "man"):
                continue  # what the reader may do
            strength = (
                2 if name in ("SHOULD", "TRIAL") else int(name == "MAY" or token.norm[:4] in ("kan", "kan "))
            )
            if strength and is_main:
                yield ex.Obligation(strength=strength, start=token.start, end=token.end)
        for by, may, do in zip(self.tokens, self.tokens[1:], self.tokens[2:], strict=False):
            if may.norm == "får" and by.norm in PARTIES and do.norm.endswith("a") and do.word.topic == "":
                yield ex.Obligation(strength=1, start=may.start, end=may.end)

    def reservations(self) -> Iterator[Expression]:
        """Clauses that leave a way out."""
        yield from (found := tuple(self._reserving_words()))
        for at, end in (*self._ways_out(), *negated_openings(self.tokens, self.names)):
            start, last = self.tokens[at].start, self.tokens[end - 1].end
            if not _overlaps(found, start, last):
                yield ex.Reservation(start=start, end=last)

    def _reserving_words(self) -> Iterator[ex.Reservation]:
        for match in self._found(RESERVATIONS, self.letters, lambda match: is_reserved(self._matched(match))):
            span = self._span(match)
            if self.names[match.start()] == "RESERVED":
                span["end"] = self.tokens[last_reserved(self.tokens, self.names, match.start())].end
            yield ex.Reservation(**span)

    def conditions(self) -> Iterator[Expression]:
        """Conditional clauses and phrases without reservation."""
        reserved = sorted(self.of((ex.Reservation,)), key=place_of)
        for at, end in (*self.conditionals, *triggers(self.tokens, self.names)):
            if not _overlaps(reserved, self.tokens[at].start, self.tokens[at].end):
                yield ex.Condition(start=self.tokens[at].start, end=self.tokens[end - 1].end)

    @cached_property
    def conditionals(self) -> tuple[tuple[int, int], ...]:
        """First token of each conditional clause, and the one after its last."""
        clauses = conditional_clauses(self.tokens, self.names, self.is_main)
        return (*clauses, *verb_first_clauses(self.tokens, self.names))

    def _ways_out(self) -> Iterator[tuple[int, int]]:
        """Conditionals that no class of words gives away, of what is promised in numbers or times."""
        for at, end in self.conditionals:
            start, last = self.tokens[at].start, self.tokens[end - 1].end
            whole = is_opening(self.names, at) and self.names[end] == "END"  # where it ends is not known
            rest = [one for one in self._measures_near(at) if whole or not start <= one.start < last]
            promised = any(isinstance(one, _PROMISED) for one in rest)
            answered = any(isinstance(one, ex.Response) for one in rest)
            trails = at > 0 and self.names[at - 1] == "COMMA"
            unless = any(token.norm in NEGATIONS for token in self.tokens[at + 1 : at + 2 + trails])
            if (unless or (promised and not answered)) and is_way_out(self.tokens, at, end):
                yield at, end

    def relatives(self) -> Iterator[Expression]:
        """Times that depend on when the text is read, in sentences without a year."""
        springs = [
            (at, at + 2) for at in range(len(self.tokens) - 2) if is_this_spring(self.tokens[at : at + 3])
        ]
        others = [match.span() for match in self._found(RELATIVES, self.letters, self._is_relative)]
        for start, end in (*springs, *others):
            years = "RECENT" in self.names[start:end] and self.tokens[end - 1].word.unit == "år"
            own = years or self.names[start] in ("NOW", "LATELY", "SINCE")
            rolling = self.tokens[end - 1].name == "UNITOF" and self.names[end] != "MOMENT"
            if not is_dated(self._sentence(start), yearly=not own, rolling=rolling):
                yield ex.Relative(start=self.tokens[start].start, end=self.tokens[end - 1].end)

    def _is_relative(self, match: re.Match[str]) -> bool:
        """False for a name, a school year, a condition and a part of a measure."""
        found, after = self._matched(match), self.tokens[match.end()]
        first, last = found.words[0], found.words[-1]
        if last.is_capital and not self._shouted and not found.opens:
            return False  # “förskolan Hösten”
        if last.norm in ("i år", "år") and after.name in ("NUM", "CARD"):
            return False
        if found.classes[-1] == "PERIOD" and "RECENT" not in found.classes and not is_counted(found.words):
            return False
        times = (one for one in self.measures if isinstance(one, (ex.Response, ex.Schedule)))
        return not any(one.start <= first.start < one.end for one in times)

    def absolutes(self) -> Iterator[Expression]:
        """Goals that nobody can reach."""
        with_crime = "".join(
            letters()["CRIME"] if token.word.topic == "CRIME" else letter
            for token, letter in zip(self.tokens, self.letters, strict=True)
        )
        for match in self._found(ABSOLUTES, with_crime):
            start, end = match.span()
            rest = itertools.takewhile(lambda token: token.name != "END", self.tokens[start : end + 30])
            denied = any(token.norm in ("inte", "ingenting", "omöjligt", "orealistiskt") for token in rest)
            if not denied and not self._is_in_title(start):
                yield ex.Absolute(**self._span(match))

    def _is_in_title(self, at: int) -> bool:
        """“Kampanjen Fri från våld”."""
        return any(
            first.is_capital and (kind.word.topic == "CAMPAIGN" or kind.word.unit in ("dag", "vecka"))
            for kind, first in itertools.pairwise(self.tokens[max(0, at - 8) : at + 1])
        )

    def claims(self) -> Iterator[Expression]:
        """Sentences that claim a change or a difference."""
        for _, sentence in self._by_sentence():
            found = find_claim(sentence)
            if found is not None:
                yield found

    def passives(self) -> Iterator[Expression]:
        """Verbs that leave out who does it."""
        return find_passives(self.tokens)

    def referents(self) -> Iterator[Expression]:
        """Efforts with their places, groups and names."""
        return find_referents(self.tokens, tuple(self.of((ex.Reservation,))))

    def _by_sentence(self) -> Iterator[tuple[int, Sequence[Token]]]:
        start = number = 0
        for at, token in enumerate(self.tokens):
            if token.name == "END":
                yield number, self.tokens[start:at]
                start, number = at + 1, number + 1

    @cached_property
    def _ends(self) -> list[int]:
        return [at for at, token in enumerate(self.tokens) if token.name == "END"]

    def _sentence(self, at: int) -> Sequence[Token]:
        after = bisect.bisect_left(self._ends, at)
        return self.tokens[self._ends[after - 1] + 1 if after else 0 : self._ends[after]]

    def _measures_near(self, at: int) -> Sequence[Expression]:
        """Measures of a sentence, as far as they are near a word of it."""
        here, after = self.tokens[at].start, bisect.bisect_left(self._ends, at)
        began = self.tokens[self._ends[after - 1]].end if after else 0
        first, last = max(began, here - _NEAR), min(self.tokens[self._ends[after]].start, here + _NEAR)
        low, high = (bisect.bisect_left(self.measures, one, key=lambda m: m.start) for one in (first, last))
        return self.measures[low:high]


def _overlaps(found: Sequence[Expression], start: int, end: int) -> bool:
    """Whether one of several expressions, in order and apart, has a part between two offsets."""
    after = bisect.bisect_left(found, end, key=lambda one: one.start)
    return after > 0 and found[after - 1].end > start


_NEAR: Final = 400
"""Characters before and after a conditional within which it is of what is promised."""
Finder = Callable[[Clauses], Iterator[Expression]]
FINDERS: Final[Mapping[Finder, frozenset[type[ex.Located]]]] = {
    Clauses.predicates: frozenset((ex.Predicate, ex.Obligation)),
    Clauses.obligations: frozenset((ex.Obligation,)),
    Clauses.reservations: frozenset((ex.Reservation,)),
    Clauses.conditions: frozenset((ex.Condition,)),
    Clauses.relatives: frozenset((ex.Relative,)),
    Clauses.absolutes: frozenset((ex.Absolute,)),
    Clauses.claims: frozenset((ex.Claim,)),
    Clauses.passives: frozenset((ex.Passive,)),
    Clauses.referents: frozenset((ex.Effort, ex.Referent)),
}
"""What finds each kind of expression."""


@cache
def _finders_of(kinds: tuple[type[ex.Located], ...]) -> list[Finder]:
    return [find for find, found in FINDERS.items() if not found.isdisjoint(kinds)]
