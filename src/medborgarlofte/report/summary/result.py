"""Figures over promises: promise by promise, or in rows."""

from collections.abc import Sequence
from typing import NamedTuple

from medborgarlofte.stats import PromiseFigures, Row


class Summary(NamedTuple):
    """The promises, and with `--by` the rows they are grouped in."""

    promises: Sequence[PromiseFigures]
    by: str = ""
    rows: Sequence[Row] = ()
