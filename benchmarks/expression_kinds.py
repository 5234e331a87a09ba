"""Precision and recall of each kind of expression on the texts in tests/labelled/expressions.yaml."""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import Analysis

LABELS: Final = Path(__file__).parents[1] / "tests" / "labelled" / "expressions.yaml"
SETS: Final = ("training", "development")
KINDS: Final[Mapping[str, str]] = {
    "count": "count", "rate": "rate", "span": "span", "ceiling": "ceiling", "approximate": "approximate",
    "share": "share", "scope": "scope", "change": "change", "deadline": "deadline", "duration": "duration",
    "response": "response time", "schedule": "schedule", "relative": "relative time", "reservation": "reservation",
    "condition": "condition", "vague": "vague verb", "claim": "claim", "age": "age", "school-year": "school year",
    "road": "road, house or line", "law": "law paragraph", "phone": "phone", "clock": "clock time", "year": "year",
    "survey": "survey figure", "name": "name with a number",
}  # fmt: skip
"""Each kind as it is marked, and as it is called."""
_TYPES: Final = {
    ex.Scope: "scope", ex.Change: "change", ex.Deadline: "deadline", ex.Duration: "duration", ex.Validity: "duration",
    ex.Response: "response",
    ex.Schedule: "schedule", ex.Relative: "relative", ex.Reservation: "reservation", ex.Condition: "condition",
    ex.Predicate: "vague", ex.Claim: "claim",
}  # fmt: skip
_LABELS: Final = {"school year": "school-year", "number": "road", "hours": "clock", "code": "road"}
_MARK: Final = re.compile(r"\{([a-z -]+)\|([^}]+)\}")

Place = tuple[str, int, int]
"""Kind, start and end."""


class Tally(NamedTuple):
    """Expressions found rightly, found wrongly and missed, by kind, with the texts of the last two."""

    right: Counter[str]
    wrong: Counter[str]
    missed: Counter[str]
    misses: list[tuple[str, str, str]]


def labelled(part: str) -> Iterator[tuple[str, list[Place]]]:
    """Each text of a set, with the places that are marked in it."""
    for document in yaml.safe_load(LABELS.read_text(encoding="utf-8")):
        for line in document["texts"].splitlines() if document["set"] == part else ():
            yield parse_marks(line)


def parse_marks(line: str) -> tuple[str, list[Place]]:
    """Text without its marks, and their places."""
    text, places, at = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        places += [(kind, len(text), len(text) + len(mark[2])) for kind in mark[1].split()]
        text, at = text + mark[2], mark.end()
    return text + line[at:], places


def found_in(text: str) -> Iterator[Place]:
    """Each expression of a marked kind."""
    analysis = Analysis(text)
    for one in analysis.expressions:
        for kind in _kinds_of(analysis, one):
            yield kind, one.start, one.end


def _kinds_of(analysis: Analysis, found: Any) -> Iterator[str]:
    if analysis.is_reported(found):
        yield "survey"
    elif isinstance(found, (ex.Count, ex.Share)):
        yield "count" if isinstance(found, ex.Count) else "share"
        low, high = found.bounds.low, found.bounds.high
        about = {"rate": getattr(found, "per", None), "approximate": found.bounds.approximate,
                 "ceiling": low is None, "span": low is not None and high is not None and low != high}  # fmt: skip
        yield from (name for name, is_so in about.items() if is_so)
    elif isinstance(found, ex.Deadline) and found.moment.precision == "clock":
        yield "clock"
    elif isinstance(found, ex.Label):
        yield _LABELS.get(found.kind, found.kind)
    elif isinstance(found, ex.Window) and found.moment.precision == "year":
        yield "year"
    elif type(found) in _TYPES:
        yield _TYPES[type(found)]


def measure(part: str) -> Tally:
    """Compare what is marked with what is found: the same kind, with words in common."""
    tally = Tally(Counter(), Counter(), Counter(), [])
    for text, marked in labelled(part):
        found = list(found_in(text))
        for place in marked:
            hit = any(_meet(place, other) for other in found)
            (tally.right if hit else tally.missed)[place[0]] += 1
            if not hit:
                tally.misses.append((place[0], "missed", text))
        for place in found:
            if not any(_meet(place, other) for other in marked):
                tally.wrong[place[0]] += 1
                tally.misses.append((place[0], "wrong", text))
    return tally


def _meet(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def table(tallies: Mapping[str, Tally]) -> str:
    """Markdown table: each kind on each set."""
    lines = [f"| kind of expression |{''.join(f' {name} | P | R |' for name in tallies)}"]
    lines.append("|---|" + "--:|" * 3 * len(tallies))
    lines += [_line(KINDS[kind], tallies, [kind]) for kind in KINDS]
    return "\n".join([*lines, _line("**all**", tallies, list(KINDS))]) + "\n"


def _line(name: str, tallies: Mapping[str, Tally], kinds: list[str]) -> str:
    cells = ""
    for tally in tallies.values():
        right, wrong, missed = (sum(part[kind] for kind in kinds) for part in tally[:3])
        cells += f" {right + missed} | {right / max(right + wrong, 1):.2f} | {right / max(right + missed, 1):.2f} |"
    return f"| {name} |{cells}"


if __name__ == "__main__":
    measured = {part: measure(part) for part in SETS}
    sys.stdout.write(table(measured))
    for part, tally in measured.items():
        for kind, how, text in tally.misses:
            sys.stdout.write(f"{part} {kind} {how}: {text}\n")
