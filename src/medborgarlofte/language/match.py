"""Match of a grammar row."""

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from medborgarlofte.language.classes import Token
from medborgarlofte.language.expressions import Bounds, Span
from medborgarlofte.language.grammar import letters
from medborgarlofte.language.values import parse_bounds


@dataclass(frozen=True, slots=True)
class Match:
    """Matched row with its groups' tokens."""

    found: re.Match[str]
    tokens: Sequence[Token]
    argument: str
    """What stands after the colon in the kind of the row."""

    def group(self, *names: str) -> Sequence[Token]:
        """Tokens of the first matching group."""
        for name in names:
            if name in self.found.re.groupindex and self.found[name]:
                return self.tokens[self.found.start(name) : self.found.end(name)]
        return ()

    def is_taken(self, name: str) -> bool:
        """True if another row took the words."""
        return self.found[name] == letters()["TAKEN"]

    @property
    def all(self) -> Sequence[Token]:
        """Every token of the match."""
        return self.tokens[self.found.start() : self.found.end()]

    @property
    def span(self) -> Span:
        """Start and end in the text."""
        return Span(start=self.all[0].start, end=self.all[-1].end)

    def before(self, count: int = 1) -> Sequence[Token]:
        """The tokens just before, within the sentence."""
        at = self.found.start()
        near = self.tokens[max(0, at - count) : at]
        ends = [n for n, token in enumerate(near) if token.name in ("END", "STOP")]
        return near[ends[-1] + 1 :] if ends else near

    def next(self, count: int) -> Sequence[Token]:
        """The tokens just after."""
        return self.tokens[self.found.end() : self.found.end() + count]

    @property
    def after(self) -> Token:
        """The token just after; an END follows the last word."""
        return self.tokens[self.found.end()]

    def follows(self, word: str, next_word: Collection[str]) -> bool:
        """Whether a word and one of others come just after."""
        near = [token.norm for token in self.tokens[self.found.end() : self.found.end() + 2]]
        return len(near) == 2 and near[0] == word and near[1] in next_word

    @property
    def is_negated(self) -> bool:
        """True after “inte” or “ingen” in the clause."""
        clause = itertools.takewhile(lambda token: token.name != "COMMA", reversed(self.before(12)))
        return any(token.name in ("NOT", "NONE") for token in clause)

    def bounds(self, *names: str) -> Bounds | None:
        """Bounds of a group; “en” is 1."""
        if [token.name for token in self.group(*names)] == ["ART"]:
            return Bounds(1.0, 1.0)
        return parse_bounds(self.group(*names), negated=self.is_negated)


def joined(tokens: Sequence[Token]) -> str:
    """Words of tokens, lower case."""
    return " ".join(token.norm for token in tokens)
