"""Every measure of a text: the rows of the grammar in order, each hiding what it took."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from medborgarlofte.language import build_counts, build_times
from medborgarlofte.language.expressions import Expression
from medborgarlofte.language.grammar import LETTER, compiled
from medborgarlofte.language.match import Match
from medborgarlofte.language.tokens import Token

BUILDERS: Final[Mapping[str, Callable[[Match], Expression | None]]] = {
    "label": build_times.build_label, "age": build_times.build_age, "clock": build_times.build_clock,
    "window": build_times.build_window, "deadline": build_times.build_deadline,
    "response": build_times.build_response, "ceiling": build_times.build_ceiling,
    "duration": build_times.build_duration, "schedule": build_times.build_schedule,
    "change": build_counts.build_change, "share": build_counts.build_share, "count": build_counts.build_count,
    "scope": build_counts.build_scope,
}  # fmt: skip
"""The builder of each kind of row; one that gives None takes nothing."""


def measures(tokens: Sequence[Token]) -> Iterator[Expression]:
    """Every expression of measure, time and scope; what a row has taken the next cannot, but scope may hold a count."""
    written = "".join(LETTER[token.name] for token in tokens)
    letters, taken = written, LETTER["TAKEN"]
    scheduled: set[int] = set()
    for kind, pattern in compiled():
        name, _, argument = kind.partition(":")
        hidden: list[tuple[int, int]] = []
        for found in pattern.finditer(written if name == "scope" else letters):
            if found.start() == found.end() or (name == "scope" and found.start() in scheduled):
                continue
            expression = BUILDERS[name](Match(found, tokens, argument))
            if expression is not None:
                hidden.append(found.span())
                yield expression
        for start, end in reversed(hidden):
            letters = letters[:start] + taken * (end - start) + letters[end:]
            scheduled.update(range(start, end) if name == "schedule" else ())
