"""Tests over tables: one test for all rows, naming those that fail."""

import inspect
import reprlib
from collections.abc import Callable, Iterable
from typing import Any

import pytest


def each(
    cases: Iterable[Any], name: Callable[[Any], str] = reprlib.repr
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Decorator that runs a check on every case and reports the failing ones together.

    A case that is a plain tuple gives several arguments. Parameters after those are fixtures, shared by all cases;
    where each case needs its own: `pytest.mark.parametrize`.
    """
    rows = [case if type(case) is tuple else (case,) for case in cases]
    assert rows

    def decorate(check: Callable[..., None]) -> Callable[..., None]:
        def test(**fixtures: Any) -> None:
            failures: dict[str, BaseException] = {}
            for row in rows:
                try:
                    check(*row, **fixtures)
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - all are reported below
                    case = name(row if len(row) > 1 else row[0])
                    error.add_note(f"case: {case}")
                    failures[case] = error
            if failures:
                raise BaseExceptionGroup(
                    f"{len(failures)} of {len(rows)}: {', '.join(failures)}", [*failures.values()]
                )

        parameters = [*inspect.signature(check).parameters.values()]
        test.__name__ = check.__name__
        test.__signature__ = inspect.Signature(parameters[len(rows[0]) :])  # type: ignore[attr-defined]
        return test

    return decorate
