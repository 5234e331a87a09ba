"""Where a document stands on a day, from its status and its period."""

import datetime as dt
from itertools import product
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from each import each
from medborgarlofte.i18n import LANGUAGES
from medborgarlofte.model.lifecycle import STAGE_LABELS, Stage, lifecycle_stage
from medborgarlofte.model.record import STATUSES, Period

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2050, 1, 1))


def period(**fields: Any) -> Period:
    """A period as it is written in a file."""
    return Period.model_validate({key.replace("fran", "från"): value for key, value in fields.items()})


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        ("2023-12-31", "kommande"),
        ("2024-01-01", "gäller"),
        ("2024-06-15", "gäller"),
        ("2024-12-31", "gäller"),
        ("2025-01-01", "avslutat"),
    ],
)
@pytest.mark.parametrize(
    ("start", "end"), [("2024-01-01", "2024-12-31"), ("2024-01", "2024-12"), ("2024", "2024")]
)
@pytest.mark.parametrize("status", [None, "antaget"])
def test_an_adopted_promise_comes_holds_and_ends(
    status: str | None, start: str, end: str, day: str, stands: str
) -> None:
    assert stands == lifecycle_stage(status, period(fran=start, till=end), dt.date.fromisoformat(day))


@each(product(["utkast", "ersatt", "upphävt"], ["2023-01-01", "2024-06-15", "2026-01-01"]))
def test_another_status_holds_on_any_day(status: str, day: str) -> None:
    assert status == lifecycle_stage(status, period(fran="2024", till="2024"), dt.date.fromisoformat(day))


@each(
    [
        ({"fran": "2024", "tills_vidare": "ja"}, "2090-01-01", "gäller"),
        ({"fran": "2024"}, "2023-12-31", "kommande"),
        ({"till": "2024-06"}, "1990-01-01", "gäller"),
        ({"till": "2024-06"}, "2024-06-30", "gäller"),
        ({"till": "2024-06"}, "2024-07-01", "avslutat"),
        ({"text": "tills vidare"}, "2024-01-01", "gäller"),
        ({"fran": "2024", "till": "2024", "förlängd_till": "2025-03"}, "2025-03-31", "gäller"),
        ({"fran": "2024", "till": "2024", "förlängd_till": "2025-03"}, "2025-04-01", "avslutat"),
        ({"fran": "2024-02", "till": "2024-02"}, "2024-02-29", "gäller"),
    ]
)
def test_an_open_or_prolonged_period_counts_as_it_is(fields: dict[str, str], day: str, stands: str) -> None:
    assert stands == lifecycle_stage("antaget", period(**fields), dt.date.fromisoformat(day))


@given(DAYS, DAYS, DAYS, st.sampled_from([None, *get_args(STATUSES)]))
def test_every_document_is_located(one: dt.date, other: dt.date, today: dt.date, status: str | None) -> None:
    when = period(fran=min(one, other).isoformat(), till=max(one, other).isoformat())

    assert lifecycle_stage(status, when, today) in get_args(Stage)


@given(DAYS, DAYS, DAYS)
def test_a_promise_never_goes_back(one: dt.date, other: dt.date, today: dt.date) -> None:
    order = ["kommande", "gäller", "avslutat"]
    when = period(fran=min(one, other).isoformat(), till=max(one, other).isoformat())
    stands = [
        order.index(lifecycle_stage(None, when, today + dt.timedelta(days=n))) for n in range(0, 800, 40)
    ]

    assert sorted(stands) == stands


def test_every_stage_has_a_label_in_both_languages() -> None:
    assert set(get_args(Stage)) == set(STAGE_LABELS)
    for lang in LANGUAGES:
        assert len(STAGE_LABELS) == len({label[lang] for label in STAGE_LABELS.values()})
