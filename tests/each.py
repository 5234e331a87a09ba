"""Tests over tables: one test for all rows, naming those that fail."""

from collections.abc import Callable, Iterable
from typing import Any


def each(
    cases: Iterable[Any], name: Callable[[Any], str] = str
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Decorator that runs a check on every case and reports the failing ones together.

    A case that is a plain tuple gives several arguments. For a check that needs fixtures: `pytest.mark.parametrize`.
    """
    rows = list(cases)
    assert rows

    def decorate(check: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            failures = []
            for row in rows:
                try:
                    check(*(row if type(row) is tuple else (row,)))
                except AssertionError as error:
                    failures.append(f"{name(row)}: {error}")
            assert not failures, "\n".join(failures)

        test.__name__ = check.__name__
        return test

    return decorate
