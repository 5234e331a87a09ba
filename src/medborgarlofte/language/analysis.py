"""Analysis of a Swedish text, shared by consumers."""

import bisect
import datetime as dt
import itertools
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final, TypeVar, get_args, overload

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.classes import PREPOSITIONS, Token, classify
from medborgarlofte.language.clauses import Clauses, place_of
from medborgarlofte.language.sentences import mask, paragraphs, sentences
from medborgarlofte.language.tokens import scan
from medborgarlofte.language.values import last_day

Kind = TypeVar("Kind", bound=ex.Located)
Other = TypeVar("Other", bound=ex.Located)
WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(frozen=True)
class Analysis:
    """Text with its tokens and expressions.

    `analyse` caches one for each text.
    """

    text: str

    @cached_property
    def plain(self) -> str:
        """Text with quotations, addresses and code blanked."""
        return mask(self.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Tokens, with an END after each sentence."""
        return scan(self.text)

    @property
    def words(self) -> Iterator[re.Match[str]]:
        """Words with their places."""
        return WORD.finditer(self.text)

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Distinct words in lower case; interned, since most are in many texts."""
        return tuple(dict.fromkeys(map(sys.intern, WORD.findall(self.text.lower()))))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence."""
        return tuple(sentences(self.text))

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each paragraph."""
        return tuple(paragraphs(self.text))

    @property
    def measures(self) -> tuple[ex.Expression, ...]:
        """Measures, times, labels and scope, in order."""
        return self._clauses.measures

    @cached_property
    def expressions(self) -> tuple[ex.Expression, ...]:
        """Everything, in the order of the text."""
        return tuple(sorted((*self.measures, *self._clauses.of(get_args(ex.Expression))), key=place_of))

    @cached_property
    def _clauses(self) -> Clauses:
        return Clauses(self.tokens, shouted=not any(map(str.islower, self.plain)))

    @overload
    def of(self, one: type[Kind], /) -> list[Kind]: ...
    @overload
    def of(self, one: type[Kind], two: type[Other], /) -> list[Kind | Other]: ...
    @overload
    def of(self, *kinds: type[ex.Located]) -> list[ex.Located]: ...
    def of(self, *kinds: type[Any]) -> list[Any]:
        """The expressions of some kinds, in the order of the text."""
        found: list[ex.Expression] = []
        if not _MEASURED.isdisjoint(kinds):
            found += (one for one in self.measures if isinstance(one, kinds))
        if not _MEASURED.issuperset(kinds):
            found += (one for one in self._clauses.of(kinds) if isinstance(one, kinds))
            found.sort(key=place_of)
        return found

    def is_measured(self, start: dt.date | None = None, end: dt.date | None = None) -> bool:
        """True for a quantity, frequency or bounded time."""
        return any(
            _measures(found, start, end) and not (self.is_reported(found) or self._is_past(found))
            for found in self.measures
        ) or (any(map(self._is_whole, self.of(ex.Scope))) and not self.of(ex.Predicate))

    def _is_whole(self, found: ex.Scope) -> bool:
        """“samtliga skolor”: all of what can be counted, unless it is for them (“för alla barn”)."""
        seen = classify(found.noun).topic in ("PLACE", "GROUP")
        many = found.word in ("alla", "samtliga") and found.noun.endswith(("r", "rna", "möten", "tillfällen"))
        is_all = found.quantifier in ("all", "none") and found.word not in _WHOLE
        before = self._between(found.start - _NEAR, found.start)[-1:]
        return is_all and (seen or many) and not any(token.norm in ("för", "mot") for token in before)

    def _is_past(self, found: ex.Expression) -> bool:
        """“sedan årsskiftet”, “i mars i fjol”: when something was."""
        if not isinstance(found, ex.Window) or found.until is not None:
            return False
        before = self._between(found.start - _NEAR, found.start)[-1:]
        after = self._between(found.end, found.end + _NEAR)[:1]
        return any(token.word.clause == "SINCE" for token in before) or any(
            token.norm in ("i fjol", "ifjol") for token in after
        )

    def is_reported(self, found: ex.Expression) -> bool:
        """A figure of what is: “enkäten visade att 43 procent …”, “var tredje är orolig”."""
        if not isinstance(found, (ex.Count, ex.Share)):
            return False
        before, after = (
            self._between(found.start - _NEAR, found.start),
            self._between(found.end, found.end + _NEAR)[:6],
        )
        ends = [n for n, token in enumerate(before) if token.name == "END"]
        before = before[ends[-1] + 1 :] if ends else before
        asked = isinstance(found, ex.Share) and any(
            token.norm in _LIVED
            for token in (*before[-3:], *self._between(found.start, found.end), *after[:5])
        )
        return asked or _is_said(before, after) or _is_surveyed(before, after) or _is_stated(after)

    def _between(self, start: int, end: int) -> Sequence[Token]:
        first, last = (bisect.bisect_left(self._starts, at) for at in (start, end))
        return self.tokens[first:last]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]


def _is_said(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """“uppger att 43 procent …”, “43 procent uppger att …”, “skickades till 2 000 invånare”."""
    words = (*before, *after)
    said = any(
        verb.word.clause == "SAY" and that.norm == "att" and words[max(n - 1, 0)].word.clause != "MODAL"
        for n, (verb, that) in enumerate(itertools.pairwise(words))
    )
    verb = before[-2:-1] if before and before[-1].name in PREPOSITIONS else before[-1:]
    return said or any(
        token.norm == "fick" or (token.norm.endswith(("des", "tes")) and token.name == "NOUN")
        for token in verb
    )


def _is_surveyed(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """“enligt enkäten”, “enkäten nådde 300 personer”."""
    near = (*before, *after)
    survey = next((n for n, token in enumerate(near) if token.word.topic == "SURVEY"), None)
    if survey is None:
        return False
    by = survey > 0 and near[survey - 1].norm == "enligt"
    return by or any(token.norm in _COVERED for token in (*near[survey:], *before[-1:], *after))


def _is_stated(after: Sequence[Token]) -> bool:
    """“40 elever är oroliga”, “60 personer upplever otrygghet”; not “200 ungdomar om när de är trygga”."""
    clause = itertools.takewhile(lambda t: t.word.clause not in ("SUB", "COND", "FORATT", "COMMA"), after[:4])
    verb = next((t.word.clause for t in clause if t.word.clause in ("BE", "SAY", "MODAL", "SHOULD")), "")
    topics = {token.word.topic for token in after}
    return verb in ("BE", "SAY") and not topics.isdisjoint(
        ("FEELING", "SAFETY") if verb == "SAY" else ("FEELING",)
    )


_COVERED: Final = frozenset((
    "nådde", "nått", "omfattade", "omfattat", "besvarades", "besvarats", "samlade", "samlat", "fick", "fått", "byggde",
    "deltog", "deltagit", "innehöll", "svarade", "svarat",
))  # fmt: skip
"""How many a survey reached, in the past."""
_LIVED: Final = frozenset((
    "hade", "litar", "undviker", "känner", "upplever", "tycker", "anser", "vågar", "avstår", "oroar", "blev", "svarade",
    "svarar", "svarande", "uppger", "utsattes", "drabbades", "kände", "upplevde", "tyckte", "undvek", "vågade",
))  # fmt: skip
"""What people do or have met with, beside a share of them."""
_WHOLE: Final = frozenset(("hela", "hel", "helt", "båda", "bägge"))
_NEAR: Final = 80
"""Characters before and after a figure that say what it is."""
_MEASURES: Final = get_args(ex.Measure)
_MEASURED: Final = frozenset((*ex.MEASURING, ex.Validity, ex.Exemption, ex.Label))


def _measures(found: ex.Expression, start: dt.date | None, end: dt.date | None) -> bool:
    if isinstance(found, ex.Deadline):
        if found.moment.precision == "clock" or end is None:
            return True
        last = last_day(found.moment, start, inclusive=found.inclusive)
        return last is None or last < end
    if isinstance(found, ex.Window):
        moment = found.until or found.moment
        if moment.precision == "year" or moment.name.endswith(("lov", "semester")):
            return False
        first, last = found.moment.first(start), moment.last(start)
        return not (start and end and first and last and first <= start and last >= end)
    return isinstance(found, _MEASURES)


@lru_cache(maxsize=2048)
def analyse(text: str) -> Analysis:
    """Cached analysis of a text."""
    return Analysis(text)
