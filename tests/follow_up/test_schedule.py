"""The days on which a promise is to be followed up, and which of them a follow-up has met."""

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from corpus import plain
from each import each
from folder_state import folder_with, follow_up_text, promise_text
from medborgarlofte.follow_up.reports import FollowUps, follow_ups
from medborgarlofte.follow_up.schedule import Planned, first_unmet, lacks_final, planned
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise

YEAR: Final = "{från: 2024-01-01, till: 2024-12-31}"
TODAY: Final = dt.date(2024, 8, 1)
FAR: Final = dt.date(2030, 12, 31)


def _end(promise: Promise) -> dt.date:
    assert promise.period.last_date
    return promise.period.last_date.last


def _promise(period: str = YEAR, plan: str = "{takt: halvår, nästa: 2024-06-30}") -> Promise:
    return Promise.model_validate(plain(promise_text(period) + f"uppföljningsplan: {plan}\n"))


def _days(period: str, plan: str, until: dt.date = FAR) -> list[str]:
    """The planned days, nothing having been followed up yet."""
    return [str(row.day) for row in planned(_promise(period, plan), [], today=TODAY, until=until)]


def _told(folder: Path, *texts: str, promise: str = "") -> tuple[Promise, FollowUps]:
    """A promise for 2024 with a plan for each half-year, and its follow-ups as they are loaded."""
    documents = {f"uppfoljning-{n}": text for n, text in enumerate(texts)}
    documents["lofte"] = promise or promise_text(more="uppföljningsplan: {takt: halvår, nästa: 2024-06-30}\n")
    workspace = folder_with(folder, documents)
    loaded = workspace.documents["exempelby/lofte"].document
    assert isinstance(loaded, Promise)
    return loaded, follow_ups(workspace, "exempelby/lofte")


def _met(folder: Path, *texts: str, today: dt.date = TODAY) -> list[bool]:
    promise, found = _told(folder, *texts)
    return [row.met for row in planned(promise, found, today=today, until=FAR)]


# ---------------------------------------------------------------- which days


@each(
    [
        (YEAR, "{takt: halvår, nästa: 2024-06-30}", ["2024-06-30", "2024-12-31"]),
        (YEAR, "{takt: tertial, nästa: 2024-04-30}", ["2024-04-30", "2024-08-31", "2024-12-31"]),
        (
            YEAR,
            "{takt: kvartal, nästa: 2024-03-31}",
            ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"],
        ),
        (
            YEAR,
            "{takt: kvartal, nästa: 2024-02-29}",
            ["2024-02-29", "2024-05-31", "2024-08-31", "2024-11-30"],
        ),
        (YEAR, "{takt: månad, nästa: 2024-09-30}", ["2024-09-30", "2024-10-31", "2024-11-30", "2024-12-31"]),
        (YEAR, "{takt: halvår, nästa: 2024-06-15}", ["2024-06-15", "2024-12-15"]),
        (YEAR, "{takt: halvår, nästa: 2024-06}", ["2024-06-30", "2024-12-31"]),
        (YEAR, "{takt: år, nästa: 2024}", ["2024-12-31"]),
        # a day that the next month lacks does not pull the later ones with it
        (
            "{från: 2024-01-01, till: 2024-05-31}",
            "{takt: månad, nästa: 2024-01-30}",
            ["2024-01-30", "2024-02-29", "2024-03-30", "2024-04-30", "2024-05-30"],
        ),
        (
            "{från: 2023-01-01, till: 2023-04-30}",
            "{takt: månad, nästa: 2023-01-31}",
            ["2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30"],
        ),
        # over the turn of the year, and over leap days
        (
            "{från: 2023-07-01, till: 2025-06-30}",
            "{takt: halvår, nästa: 2023-12-31}",
            ["2023-12-31", "2024-06-30", "2024-12-31", "2025-06-30"],
        ),
        (
            "{från: 2024-12-01, till: 2025-01-15}",
            "{takt: vecka, nästa: 2024-12-20}",
            ["2024-12-20", "2024-12-27", "2025-01-03", "2025-01-10"],
        ),
        (
            "{från: 2024-03-01, till: 2028-02-29}",
            "{takt: år, nästa: 2025-02-28}",
            ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"],
        ),
        # one time only
        (YEAR, "{takt: perioden, nästa: 2024-12-31}", ["2024-12-31"]),
        (YEAR, "{nästa: 2024-12-31}", ["2024-12-31"]),
        (YEAR, "{nästa: 2025-01-31}", ["2025-01-31"]),
        (YEAR, "{takt: halvår, nästa: 2025-01-31}", ["2025-01-31"]),
        (YEAR, "{takt: halvår}", []),
        (YEAR, "{sammankallande: kommunpolisen}", []),
        # as long as the promise is prolonged
        (
            "{från: 2024-01-01, till: 2024-12-31, förlängd_till: 2025-06-30}",
            "{takt: halvår, nästa: 2024-06-30}",
            ["2024-06-30", "2024-12-31", "2025-06-30"],
        ),
    ]
)
def test_the_days_follow_the_plan_to_the_end_of_the_promise(
    period: str, plan: str, expected: list[str]
) -> None:
    assert expected == _days(period, plan)


def test_a_promise_without_an_end_is_followed_up_as_far_as_one_looks() -> None:
    period, plan = "{från: 2024-01-01, tills_vidare: ja}", "{takt: år, nästa: 2024-12-31}"

    assert _days(period, plan, dt.date(2026, 12, 31)) == ["2024-12-31", "2025-12-31", "2026-12-31"]
    assert _days(period, plan, dt.date(2026, 12, 30)) == ["2024-12-31", "2025-12-31"]


def test_no_day_behind_the_last_one_requested_is_planned() -> None:
    assert _days(YEAR, "{takt: kvartal, nästa: 2024-03-31}", dt.date(2024, 9, 29)) == [
        "2024-03-31",
        "2024-06-30",
    ]


def test_a_promise_without_a_plan_has_no_days() -> None:
    promise = Promise.model_validate(plain(promise_text()))

    assert planned(promise, [], today=TODAY, until=FAR) == []


# ---------------------------------------------------------------- which are met


def test_a_follow_up_meets_its_day_and_those_before_it(tmp_path: Path) -> None:
    promise, found = _told(tmp_path, follow_up_text("2024-07-01"))

    assert planned(promise, found, today=TODAY, until=FAR) == [
        Planned(1, dt.date(2024, 6, 30), met=True),
        Planned(2, dt.date(2024, 12, 31), met=False),
    ]


@pytest.mark.parametrize(
    ("date", "met"),
    [
        ("2024-05-15", [False, False]),
        ("2024-05-16", [True, False]),
        ("2024-06-30", [True, False]),
        ("2024-06", [True, False]),
        ("2024-07-31", [True, False]),
    ],
)
def test_a_follow_up_may_come_some_weeks_before_its_day(tmp_path: Path, date: str, met: list[bool]) -> None:
    assert met == _met(tmp_path, follow_up_text(date))


def test_a_weekly_follow_up_does_not_meet_the_one_of_the_week_after(tmp_path: Path) -> None:
    plan = "uppföljningsplan: {takt: vecka, nästa: 2024-06-07}\n"
    promise, found = _told(tmp_path, follow_up_text("2024-06-07"), promise=promise_text(more=plan))
    rows = planned(promise, found, today=TODAY, until=dt.date(2024, 6, 21))

    assert [row.met for row in rows] == [True, False, False]


def test_a_follow_up_that_is_dated_after_today_meets_nothing(tmp_path: Path) -> None:
    text = follow_up_text("2024-12-31")

    assert _met(tmp_path, text, today=dt.date(2024, 8, 1)) == [False, False]
    assert _met(tmp_path, text, today=dt.date(2024, 12, 31)) == [True, True]


@pytest.mark.parametrize(
    "form",
    [
        "poster:\n",
        "poster:\n  - {åtagande: K1, status: , utfall: , ordalydelse: 0000aaaa}\n",
        "sammanfattning:\nposter:\n  - åtagande: K1\n    status:\n    utfall:\n    kommentar:\n  - åtagande: K2\n",
    ],
)
def test_an_empty_form_counts_as_no_follow_up(tmp_path: Path, form: str) -> None:
    assert _met(tmp_path, follow_up_text("2024-06-30", form)) == [False, False]


@pytest.mark.parametrize(
    "told",
    [
        "sammanfattning: Arbetet går som det ska.\n",
        "poster: [{åtagande: K1, status: pågår}]\n",
        "poster: [{åtagande: K1, utfall: 43}]\n",
    ],
)
def test_one_word_is_enough_for_a_follow_up(tmp_path: Path, told: str) -> None:
    assert _met(tmp_path, follow_up_text("2024-06-30", told)) == [True, False]


def test_a_follow_up_meets_no_day_of_another_promise(tmp_path: Path) -> None:
    plan = "uppföljningsplan: {takt: halvår, nästa: 2024-06-30}\n"
    workspace = folder_with(
        tmp_path,
        {
            "lofte": promise_text(more=plan),
            "annat": promise_text("{från: 2024-04-01, till: 2025-03-31}", more=plan),
            "uppfoljning": follow_up_text("2024-06-30", of="annat"),
        },
    )
    unmet = {
        loaded.id: first_unmet(promise, follow_ups(workspace, loaded.id), today=TODAY, until=FAR)
        for loaded, promise in workspace.of_kind(Promise)
    }

    assert unmet == {"exempelby/lofte": dt.date(2024, 6, 30), "exempelby/annat": dt.date(2024, 12, 31)}


def test_the_first_unmet_day_is_the_earliest(tmp_path: Path) -> None:
    promise, found = _told(tmp_path)

    assert dt.date(2024, 6, 30) == first_unmet(promise, found, today=TODAY, until=FAR)
    assert first_unmet(promise, found, today=TODAY, until=dt.date(2024, 6, 29)) is None


# ---------------------------------------------------------------- the last one


@pytest.mark.parametrize(
    ("date", "lacking"),
    [
        ("2024-06-30", True),
        ("2024-11-15", True),
        ("2024-11-16", False),
        ("2024-12-31", False),
        ("2025-01-20", False),
        ("2025-02-02", True),
    ],
)
def test_an_ended_promise_lacks_its_last_follow_up_until_one_has_come_near_the_end(
    tmp_path: Path, date: str, *, lacking: bool
) -> None:
    promise, found = _told(tmp_path, follow_up_text(date))

    assert lacking == lacks_final(_end(promise), found, dt.date(2025, 2, 1))


def test_a_promise_lacks_no_last_follow_up_before_it_has_ended() -> None:
    assert not lacks_final(_end(_promise()), [], dt.date(2024, 12, 31))
    assert lacks_final(_end(_promise()), [], dt.date(2025, 1, 1))


def test_a_promise_without_an_end_lacks_no_last_follow_up() -> None:
    assert not lacks_final(None, [], FAR)


def test_a_prolonged_promise_ends_on_its_new_day() -> None:
    promise = _promise("{från: 2024-01-01, till: 2024-12-31, förlängd_till: 2025-06-30}")

    assert not lacks_final(_end(promise), [], dt.date(2025, 6, 30))
    assert lacks_final(_end(promise), [], dt.date(2025, 7, 1))


def test_a_follow_up_that_is_reported_to_be_the_last_is_the_last(tmp_path: Path) -> None:
    last = follow_up_text(
        "2024-11-01", "slutlig: ja\nposter: [{åtagande: K1, status: genomfört, utfall: 104}]\n"
    )
    promise, found = _told(tmp_path, last)
    document = found[0][1]
    assert isinstance(document, FollowUp) and document.final

    assert not lacks_final(_end(promise), found, dt.date(2025, 2, 1))
