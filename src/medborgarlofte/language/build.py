"""Measures of a text, by rows of the grammar.

The rows run in order, each hiding the tokens it took.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from medborgarlofte.language import build_counts, build_labels, build_times
from medborgarlofte.language.classes import Token
from medborgarlofte.language.expressions import Expression
from medborgarlofte.language.grammar import POSSIBLE, ROWS, letters
from medborgarlofte.language.match import Match

BUILDERS: Final[Mapping[str, Callable[[Match], Expression | None]]] = {
    "label": build_labels.build_label, "validity": build_times.build_validity, "age": build_labels.build_age, "clock": build_times.build_clock,
    "window": build_times.build_window, "deadline": build_times.build_deadline,
    "response": build_times.build_response, "ceiling": build_times.build_ceiling,
    "duration": build_times.build_duration, "schedule": build_times.build_schedule,
    "change": build_counts.build_change, "share": build_counts.build_share, "count": build_counts.build_count,
    "sum": build_counts.build_sum,
    "scope": build_counts.build_scope, "exemption": build_counts.build_exemption,
}  # fmt: skip
"""The builder of each kind of row; one that gives None takes nothing."""


def measures(tokens: Sequence[Token]) -> Iterator[Expression]:
    """Every expression of measure, time and scope."""
    return (expression for _, expression in matched_rows(tokens))


def matched_rows(tokens: Sequence[Token]) -> Iterator[tuple[int, Expression]]:
    """Expressions with their row's index.

    A token belongs to one row; scope may contain a count.
    """
    letter = letters()
    written = "".join(letter[token.name] for token in tokens)
    left, taken = written, letter["TAKEN"]
    present = frozenset((*written, taken))
    scheduled: set[int] = set()
    for number, pattern in POSSIBLE.possible(present):
        name, _, argument = ROWS[number].kind.partition(":")
        hidden: list[tuple[int, int]] = []
        for found in pattern.finditer(written if name == "scope" else left):
            if found.start() == found.end() or (name == "scope" and found.start() in scheduled):
                continue
            expression = BUILDERS[name](Match(found, tokens, argument))
            if expression is not None:
                hidden.append(found.span())
                yield number, expression
        left = _hide(left, hidden, taken) if hidden else left
        scheduled.update(at for start, end in hidden if name == "schedule" for at in range(start, end))


def _hide(written: str, spans: Sequence[tuple[int, int]], taken: str) -> str:
    row = list(written)
    for start, end in spans:
        row[start:end] = taken * (end - start)
    return "".join(row)
