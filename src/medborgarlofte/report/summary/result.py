"""Figures by promise or in rows."""

from collections.abc import Sequence
from typing import NamedTuple

from medborgarlofte.stats import PromiseFigures, Row


class Summary(NamedTuple):
    """Promises, and rows with `--by`."""

    promises: Sequence[PromiseFigures]
    by: str = ""
    rows: Sequence[Row] = ()
