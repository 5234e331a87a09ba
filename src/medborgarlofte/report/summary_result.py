"""What a summary is of: figures promise by promise, or gathered in rows."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from medborgarlofte.i18n import Language
from medborgarlofte.stats import PromiseFigures, Row


class Summary(NamedTuple):
    """What is to be shown: promise by promise, or rows under a key."""

    promises: Sequence[PromiseFigures]
    by: str = ""
    rows: Sequence[Row] = ()


class SummaryFormat(Protocol):
    """Writes a summary; `width` and `color` matter only on a terminal."""

    def __call__(self, summary: Summary, *, lang: Language, width: int, color: bool) -> str: ...
