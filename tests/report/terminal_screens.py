"""Views to draw in tests: an invented place with faults in it, three places to count, and everything else that is shipped."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final

from corpus import PROMISE, exempelby, long_words, shipped
from example_places import example
from medborgarlofte.diff.document import compare
from medborgarlofte.follow_up.deadlines import deadlines
from medborgarlofte.i18n import Language
from medborgarlofte.load import LoadedDocument, Workspace, load_bytes
from medborgarlofte.report import CHECK_FORMATS, DIFF_FORMATS, DUE_FORMATS, SUMMARY_FORMATS
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.diff.text import Compared
from medborgarlofte.report.due.text import DueResult
from medborgarlofte.report.formats import Formats, View
from medborgarlofte.report.summary.result import Summary
from medborgarlofte.rules.engine import lint
from medborgarlofte.stats import figures, rows
from medborgarlofte.timeline import consecutive

TODAY: Final = dt.date(2026, 5, 12)
CODES: Final = re.compile(r"\x1b\[[0-9;]*m")
Draw = Callable[[int, bool, Language], str]
"""Draws a result, given the width, whether in colour, and the language."""


def view(formats: Formats[Any], result: Any, name: str = "text") -> Draw:
    """How a result is drawn on a terminal."""

    def draw(width: int, color: bool, lang: Language) -> str:
        write = formats.choose(None, terminal=True, view=name)
        return write(result, View(lang, width, color))

    return draw


def checked(*workspaces: Workspace) -> CheckResult:
    """What the reader and the rules say of some documents."""
    found = [d for w in workspaces for d in (*w.diagnostics, *lint(w, today=TODAY, profile="granskning"))]
    files = tuple(file for w in workspaces for file in w.files)
    texts = {file: text for w in workspaces for file, text in w.texts.items()}
    return CheckResult(tuple(found), files, texts)


def document(name: str, text: str) -> LoadedDocument:
    """A document of an invented promise. Raises AssertionError when it cannot be read."""
    loaded, wrong = load_bytes(name, f"{name}.yaml", text.encode())
    assert loaded is not None, wrong
    return loaded


def compared(before: str, after: str) -> Compared:
    """Two invented promises that differ in their commitments."""
    head = PROMISE[: PROMISE.index("åtaganden:")] + "åtaganden:\n"
    old, new = document("exempelby/lofte-2025", head + before), document("exempelby/lofte-2026", head + after)
    return Compared(compare(old, new), old, new)


@lru_cache(maxsize=1)
def every_view() -> dict[str, Draw]:
    """Each view of each of the documents that are shipped or made of long words."""
    return dict(_every())


def _every() -> Iterator[tuple[str, Draw]]:
    yield "many findings", view(CHECK_FORMATS, checked(exempelby()))
    for place, workspace in {"example": example(), "long words": long_words()}.items():
        for name in ("text", "compact", "statistics"):
            yield f"validate {name}, {place}", view(CHECK_FORMATS, checked(workspace), name)
        found = figures(workspace, today=TODAY)
        yield f"summary, {place}", view(SUMMARY_FORMATS, Summary(found))
        for by in ("focus", "party"):
            yield f"summary by {by}, {place}", view(SUMMARY_FORMATS, Summary(found, by, rows(found, by)))
        first = dt.date(2024, 6, 1)
        days = deadlines(workspace, today=first, until=dt.date(2029, 1, 1))
        yield f"due, {place}", view(DUE_FORMATS, DueResult(days, first, first))
    pairs = [pair for workspace in (shipped(), example()) for pair in consecutive(workspace)]
    yield "diff", view(DIFF_FORMATS, [Compared(compare(old, new), old, new) for old, new in pairs])
