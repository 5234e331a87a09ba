"""Patterns over the letters of word classes, as rows of both grammars have them."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import Final, NamedTuple

from medborgarlofte.language.lexicon import words_table


@cache
def letters_of(layer: str, computed: tuple[str, ...]) -> dict[str, str]:
    """Letter of each class of a layer of words.toml, and of classes that are computed."""
    return {name: chr(0xE000 + number) for number, name in enumerate((*computed, *words_table()[layer]))}


class Pattern(NamedTuple):
    """Compiled row, with what its matches need."""

    regex: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    """Sets of letters; every match holds a letter of each, so that most rows are ruled out without a search."""

    def may_match(self, present: frozenset[str]) -> bool:
        """False if a text of these letters holds no match."""
        return not any(map(present.isdisjoint, self.needs))


class Rows:
    """Rows of a grammar, compiled on first use."""

    def __init__(
        self, rows: Sequence[str], letters: Callable[[], Mapping[str, str]], macros: Mapping[str, str]
    ) -> None:
        self._rows, self._letters, self._macros = rows, letters, macros
        self.possible = lru_cache(maxsize=1024)(self._possible)
        """Number and regex of each row that may match in a text of some letters."""

    @cached_property
    def _compiled(self) -> list[Pattern]:
        return [compile_pattern(row, self._letters(), self._macros) for row in self._rows]

    def _possible(self, present: frozenset[str]) -> tuple[tuple[int, re.Pattern[str]], ...]:
        return tuple(
            (number, pattern.regex)
            for number, pattern in enumerate(self._compiled)
            if pattern.may_match(present)
        )


def compile_pattern(pattern: str, letters: Mapping[str, str], macros: Mapping[str, str]) -> Pattern:
    """Pattern with a letter per class name and its macros in place."""
    named = re.sub(r"[A-Z]{2,}", lambda found: letters[found[0]], expand(pattern, macros)).replace(" ", "")
    return Pattern(re.compile(named), needed_letters(named))


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """A pattern with its macros in place."""
    while any(f"<{name}>" in re.sub(r"\?P<\w+>", "", pattern) for name in macros):
        pattern = re.sub(r"(?<!\?P)<(\w+)>", lambda found: macros[found[1]], pattern)
    return pattern


_PART: Final = re.compile(
    r"(?P<open>\((?:\?(?:[:=!]|<[=!]|P<\w+>))?)|(?P<bar>\|)"
    r"|(?P<atom>\)|\[[^]]*\]|.)(?P<optional>\?|\{0[^}]*\})?(?:\{[^}]*\})?\??"
)
_Needs = list[frozenset[str]]


def needed_letters(regex: str) -> tuple[frozenset[str], ...]:
    """Sets of letters of which every match of a regex holds at least one each.

    The regex has letters, classes, groups, lookarounds, | and quantifiers.
    """
    levels: list[tuple[str, list[_Needs]]] = [("(", [[]])]
    for part in _PART.finditer(regex):
        if part["open"]:
            levels.append((part["open"], [[]]))
        elif part["bar"]:
            levels[-1][1].append([])
        else:
            atom = part["atom"]
            needs = _needs_of_group(*levels.pop()) if atom == ")" else _needs_of_letters(atom)
            if not part["optional"]:
                levels[-1][1][-1].extend(needs)
    return tuple(_needs_of_group(*levels.pop()))


def _needs_of_group(opening: str, branches: list[_Needs]) -> _Needs:
    if opening.endswith(("=", "!")):
        return []
    if len(branches) == 1:
        return branches[0]
    return [frozenset().union(*(min(needs, key=len) for needs in branches))] if all(branches) else []


def _needs_of_letters(atom: str) -> _Needs:
    return [] if atom.startswith("[^") else [frozenset(atom.strip("[]"))]
