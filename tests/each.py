"""Tests over tables: one test for all rows, naming those that fail."""

import reprlib
from collections.abc import Callable, Iterable
from typing import Any

import pytest


def each(
    cases: Iterable[Any], name: Callable[[Any], str] = reprlib.repr
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Decorator that runs a check on every case and reports the failing ones together.

    A case that is a plain tuple gives several arguments. For a check that needs fixtures: `pytest.mark.parametrize`.
    """
    rows = list(cases)
    assert rows

    def decorate(check: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            failures: dict[str, BaseException] = {}
            for row in rows:
                try:
                    check(*(row if type(row) is tuple else (row,)))
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - all are reported below
                    error.add_note(f"case: {name(row)}")
                    failures[name(row)] = error
            if failures:
                raise BaseExceptionGroup(
                    f"{len(failures)} of {len(rows)}: {', '.join(failures)}", [*failures.values()]
                )

        test.__name__ = check.__name__
        return test

    return decorate
