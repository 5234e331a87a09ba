"""Everything with a clock: which days there are, in what state, for which documents, and under what name."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from folder_state import EXAMPLE, PARTIES, folder_with, follow_up_text, promise_text
from medborgarlofte.follow_up.deadline import Deadline
from medborgarlofte.follow_up.deadlines import deadlines
from medborgarlofte.i18n import Text
from medborgarlofte.load import load

FAR: Final = dt.date(2031, 1, 1)
PLAN: Final = "uppföljningsplan: {takt: halvår, nästa: 2024-06-30}\n"

PICTURE: Final = f"dokument: lägesbild\ntitel: Lägesbild för Exempelby\ndatum: 2023-10-15\n{PARTIES}"
ACTION_PLAN: Final = f"dokument: åtgärdsplan\ntitel: Åtgärdsplan för Exempelby\ndatum: 2023-12-12\n{PARTIES}"
DIALOGUE: Final = f"dokument: medborgardialog\ntitel: Samtal på torget\ndatum: 2024-09-20\n{PARTIES}"
AGREEMENT: Final = (
    "dokument: samverkansöverenskommelse\ntitel: Överenskommelse i Exempelby\nstatus: antaget\n"
    f"period: {{från: 2021-01-01, till: 2024-12-31}}\n{PARTIES}"
)


def _found(folder: Path, documents: Mapping[str, str], today: str, until: dt.date = FAR) -> list[Deadline]:
    workspace = folder_with(folder, documents)
    return deadlines(workspace, today=dt.date.fromisoformat(today), until=until)


def _rows(folder: Path, documents: Mapping[str, str], today: str, *clocks: str) -> list[tuple[str, str, str]]:
    """The day, state and item of what was found of some clocks; without any, its day, state and clock."""
    found = _found(folder, documents, today)
    if not clocks:
        return [(str(d.day), d.state, d.kind) for d in found]
    return [(str(d.day), d.state, d.item) for d in found if d.kind in clocks]


# ---------------------------------------------------------------- follow-ups


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2024-06-29", "upcoming"),
        ("2024-06-30", "due"),
        ("2024-07-14", "due"),
        ("2024-07-15", "overdue"),
        ("2024-12-01", "overdue"),
    ],
)
def test_a_planned_follow_up_is_overdue_two_weeks_after_its_day(
    tmp_path: Path, today: str, state: str
) -> None:
    rows = _rows(tmp_path, {"lofte": promise_text(more=PLAN)}, today, "follow-up")

    assert ("2024-06-30", state, "1") == rows[0]
    assert rows[1] == ("2024-12-31", "upcoming", "2")


def test_a_follow_up_that_was_made_leaves_the_next_one(tmp_path: Path) -> None:
    documents = {"lofte": promise_text(more=PLAN), "uppfoljning": follow_up_text("2024-06-30")}

    assert _rows(tmp_path, documents, "2024-08-01", "follow-up") == [("2024-12-31", "upcoming", "2")]


@pytest.mark.parametrize("form", ["poster:\n", "poster: [{åtagande: K1, ordalydelse: 0000aaaa}]\n"])
def test_an_empty_form_leaves_its_day_as_it_was(tmp_path: Path, form: str) -> None:
    documents = {"lofte": promise_text(more=PLAN), "uppfoljning": follow_up_text("2024-06-30", form)}

    assert _rows(tmp_path, documents, "2024-08-01", "follow-up")[0] == ("2024-06-30", "overdue", "1")


def test_several_missed_follow_ups_are_reported_once_with_how_many_more(tmp_path: Path) -> None:
    plan = "uppföljningsplan: {takt: kvartal, nästa: 2024-03-31}\n"
    found = _found(tmp_path, {"lofte": promise_text(more=plan)}, "2024-11-01")
    [missed] = [d for d in found if d.kind == "follow-up" and d.state == "overdue"]

    assert (dt.date(2024, 3, 31), "1") == (missed.day, missed.item)
    assert Text("Uppföljning (och 2 till)", "Follow-up (and 2 more)") == missed.what


def test_the_days_go_on_over_the_turn_of_the_year_in_a_prolonged_promise(tmp_path: Path) -> None:
    period = "{från: 2024-01-01, till: 2024-12-31, förlängd_till: 2025-08-31}"
    plan = "uppföljningsplan: {takt: tertial, nästa: 2024-04-30}\n"
    documents = {"lofte": promise_text(period, more=plan)}

    assert _rows(tmp_path, documents, "2024-02-01") == [
        ("2024-04-30", "upcoming", "follow-up"),
        ("2024-08-31", "upcoming", "follow-up"),
        ("2024-12-31", "upcoming", "follow-up"),
        ("2025-04-30", "upcoming", "follow-up"),
        ("2025-08-31", "upcoming", "follow-up"),
        ("2025-08-31", "upcoming", "promise-ends"),
    ]


def test_a_promise_without_an_end_is_followed_up_and_never_ends(tmp_path: Path) -> None:
    plan = "uppföljningsplan: {takt: år, nästa: 2024-02-29}\n"
    text = promise_text("{från: 2024-01-01, tills_vidare: ja}", more=plan)
    found = _found(tmp_path, {"lofte": text}, "2024-02-01", dt.date(2028, 12, 31))

    assert {"follow-up"} == {d.kind for d in found}
    assert [str(d.day) for d in found] == [
        "2024-02-29",
        "2025-02-28",
        "2026-02-28",
        "2027-02-28",
        "2028-02-29",
    ]


def test_overlapping_promises_have_each_their_own_days(tmp_path: Path) -> None:
    documents = {
        "gammalt": promise_text("{från: 2023-07-01, till: 2024-06-30}", more=PLAN),
        "nytt": promise_text("{från: 2024-01-01, till: 2025-12-31}", more=PLAN),
        "uppfoljning": follow_up_text("2024-06-30", of="gammalt"),
    }
    found = _found(tmp_path, documents, "2024-07-20", dt.date(2024, 12, 31))

    assert [(d.document, str(d.day), d.kind, d.state) for d in found] == [
        ("exempelby/nytt", "2024-06-30", "follow-up", "overdue"),
        ("exempelby/nytt", "2024-12-31", "follow-up", "upcoming"),
    ]


# ---------------------------------------------------------------- the end of a promise


@pytest.mark.parametrize(
    ("today", "state"),
    [("2025-01-01", "due"), ("2025-03-31", "due"), ("2025-04-01", "overdue"), ("2029-01-01", "overdue")],
)
def test_an_ended_promise_lacks_its_last_follow_up_for_three_months_before_that_is_overdue(
    tmp_path: Path, today: str, state: str
) -> None:
    assert _rows(tmp_path, {"lofte": promise_text(more=PLAN)}, today) == [
        ("2024-12-31", state, "final-follow-up")
    ]


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ("poster: [{åtagande: K1, status: pågår}]\n", "Löftet har tagit slut utan slutlig uppföljning"),
        ("poster: [{åtagande: K1}]\n", "Löftet har tagit slut utan uppföljning"),
    ],
)
def test_what_an_ended_promise_lacks_is_reported(tmp_path: Path, told: str, what: str) -> None:
    documents = {"lofte": promise_text(), "uppfoljning": follow_up_text("2024-06-30", told)}
    [deadline] = _found(tmp_path, documents, "2025-02-01")

    assert what == deadline.what.sv


@pytest.mark.parametrize("date", ["2024-12-01", "2024-12-31", "2025-01-20"])
def test_an_ended_promise_that_was_followed_up_is_silent(tmp_path: Path, date: str) -> None:
    documents = {"lofte": promise_text(more=PLAN), "uppfoljning": follow_up_text(date)}

    assert _rows(tmp_path, documents, "2025-02-01") == []


def test_a_promise_whose_last_follow_up_came_early_is_silent(tmp_path: Path) -> None:
    last = "slutlig: ja\nposter: [{åtagande: K1, status: genomfört, utfall: 104}]\n"
    documents = {"lofte": promise_text(), "uppfoljning": follow_up_text("2024-11-01", last)}

    assert _rows(tmp_path, documents, "2025-06-01") == []


def test_a_promise_ends_on_the_day_to_which_it_was_prolonged(tmp_path: Path) -> None:
    text = promise_text("{från: 2024-01-01, till: 2024-12-31, förlängd_till: 2025-06-30}")

    assert _rows(tmp_path, {"lofte": text}, "2025-02-01") == [("2025-06-30", "upcoming", "promise-ends")]
    assert _rows(tmp_path, {"lofte": text}, "2025-06-30") == [("2025-06-30", "due", "promise-ends")]
    assert _rows(tmp_path, {"lofte": text}, "2025-07-01") == [("2025-06-30", "due", "final-follow-up")]


def test_a_period_of_a_year_or_a_month_ends_on_its_last_day(tmp_path: Path) -> None:
    documents = {"ett": promise_text("{från: 2023, till: 2024}"), "två": promise_text("{till: 2024-02}")}

    assert _rows(tmp_path, documents, "2024-02-01") == [
        ("2024-02-29", "upcoming", "promise-ends"),
        ("2024-12-31", "upcoming", "promise-ends"),
    ]


# ---------------------------------------------------------------- statuses


@pytest.mark.parametrize("status", ["ersatt", "upphävt"])
@pytest.mark.parametrize("today", ["2023-11-01", "2024-08-01", "2025-08-01"])
def test_a_replaced_or_revoked_promise_is_silent(tmp_path: Path, status: str, today: str) -> None:
    more = PLAN + "underlag: [{typ: lägesbild, datum: 2023-10-15}]\n"
    text = promise_text(status=status, more=more).replace(
        "lampor., mål:", "lampor., senast: 2024-10-31, mål:"
    )

    assert _rows(tmp_path, {"lofte": text}, today) == []


@pytest.mark.parametrize(
    ("today", "state"), [("2023-12-31", "upcoming"), ("2024-01-01", "due"), ("2024-01-02", "overdue")]
)
def test_a_draft_has_one_day_which_is_when_it_should_begin(tmp_path: Path, today: str, state: str) -> None:
    text = promise_text(status="utkast", more=PLAN)
    text = text.replace("lampor., mål:", "lampor., senast: 2024-10-31, mål:")

    assert _rows(tmp_path, {"lofte": text}, today) == [("2024-01-01", state, "unsigned")]


def test_a_draft_without_a_first_day_has_none(tmp_path: Path) -> None:
    assert _rows(tmp_path, {"lofte": promise_text("{till: 2024-12-31}", status="utkast")}, "2024-02-01") == []


# ---------------------------------------------------------------- commitments


def _with_day(day: str = "2024-10-31") -> str:
    return promise_text().replace("lampor., mål:", f"lampor., senast: {day}, mål:")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2023-12-01", "upcoming"),
        ("2024-10-30", "upcoming"),
        ("2024-10-31", "due"),
        ("2024-11-01", "overdue"),
        ("2024-12-31", "overdue"),
    ],
)
def test_a_commitment_with_a_day_is_overdue_the_day_after(tmp_path: Path, today: str, expected: str) -> None:
    rows = _rows(tmp_path, {"lofte": _with_day()}, today, "commitment")

    assert [("2024-10-31", expected, "K2")] == rows


def test_a_commitment_is_left_to_the_last_follow_up_when_the_promise_has_ended(tmp_path: Path) -> None:
    rows = _rows(tmp_path, {"lofte": _with_day()}, "2025-01-01")

    assert rows == [("2024-12-31", "due", "final-follow-up")]


@pytest.mark.parametrize(
    ("status", "left"),
    [
        ("genomfört", 0),
        ("utgått", 0),
        ("pågår", 1),
        ("ej påbörjat", 1),
        ("delvis genomfört", 1),
        ("ej genomfört", 1),
    ],
)
def test_a_commitment_keeps_its_day_until_it_is_reported_done_or_withdrawn(
    tmp_path: Path, status: str, left: int
) -> None:
    told = follow_up_text("2024-09-30", f"poster: [{{åtagande: K2, status: {status}}}]\n")
    rows = _rows(tmp_path, {"lofte": _with_day(), "uppfoljning": told}, "2024-11-15", "commitment")

    assert [("2024-10-31", "overdue", "K2")] * left == rows


# ---------------------------------------------------------------- lägesbild


@pytest.mark.parametrize(
    ("today", "state"), [("2025-10-14", "upcoming"), ("2025-10-15", "due"), ("2025-10-16", "overdue")]
)
def test_a_picture_is_to_be_updated_after_two_years(tmp_path: Path, today: str, state: str) -> None:
    assert _rows(tmp_path, {"lagesbild": PICTURE}, today) == [("2025-10-15", state, "situation-picture")]


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2024-02-29", "2026-02-28"),
        ("2022-02-28", "2024-02-29"),
        ("2023-10", "2025-10-31"),
        ("2022", "2024-12-31"),
        ("2021-07-01", "2023-07-01"),
    ],
)
def test_two_years_end_with_the_month_that_the_picture_ends_with(tmp_path: Path, date: str, day: str) -> None:
    text = PICTURE.replace("2023-10-15", date)

    assert [row[0] for row in _rows(tmp_path, {"lagesbild": text}, "2023-06-01")] == [day]


def test_a_picture_that_was_too_old_before_the_act_is_exempt_from_it(tmp_path: Path) -> None:
    assert _rows(tmp_path, {"lagesbild": PICTURE.replace("2023-10-15", "2021-06-29")}, "2024-02-01") == []


def test_only_the_newest_picture_of_a_place_has_a_day(tmp_path: Path) -> None:
    documents = {"b": PICTURE, "a": PICTURE.replace("2023-10-15", "2024-11-30")}

    assert _rows(tmp_path, documents, "2025-01-01") == [("2026-11-30", "upcoming", "situation-picture")]


@pytest.mark.parametrize("status", ["utkast", "upphävt"])
def test_a_picture_that_was_not_adopted_does_not_stand_for_the_one_before(
    tmp_path: Path, status: str
) -> None:
    newer = PICTURE.replace("datum: 2023-10-15", f"datum: 2025-09-01\nstatus: {status}")
    documents = {"gammal": PICTURE, "ny": newer}

    assert _rows(tmp_path, documents, "2025-09-15") == [("2025-10-15", "upcoming", "situation-picture")]


def test_the_pictures_of_two_places_have_each_their_day(tmp_path: Path) -> None:
    other = PICTURE.replace("Exempelby kommun", "Provstads kommun").replace("2023-10-15", "2024-11-30")

    assert _rows(tmp_path, {"en": PICTURE, "två": other}, "2025-01-01") == [
        ("2025-10-15", "upcoming", "situation-picture"),
        ("2026-11-30", "upcoming", "situation-picture"),
    ]


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ("{typ: lägesbild, datum: 2022-10-14}", ["2024-10-14"]),
        ("{typ: lägesbild, datum: 2022-10-14, rubrik: Lägesbild 2022}", ["2024-10-14"]),
        ("{typ: lägesbild}", []),
        ("{typ: medborgardialog, datum: 2022-10-14}", []),
    ],
)
def test_a_picture_that_a_promise_names_has_a_day(tmp_path: Path, evidence: str, expected: list[str]) -> None:
    text = promise_text(more=f"underlag: [{evidence}]\n")
    rows = _rows(tmp_path, {"lofte": text}, "2024-02-01", "situation-picture")

    assert expected == [row[0] for row in rows]


def test_a_newer_picture_stands_for_the_one_that_a_promise_names(tmp_path: Path) -> None:
    named = promise_text(more="underlag: [{typ: lägesbild, datum: 2022-10-14}]\n")
    documents = {"lofte": named, "lagesbild": PICTURE}

    assert [row[0] for row in _rows(tmp_path, documents, "2024-02-01", "situation-picture")] == ["2025-10-15"]


def test_a_picture_that_only_an_ended_promise_names_has_no_day(tmp_path: Path) -> None:
    text = promise_text(more="underlag: [{typ: lägesbild, datum: 2023-10-14}]\n")

    assert _rows(tmp_path, {"lofte": text}, "2025-02-01", "situation-picture") == []


# ---------------------------------------------------------------- åtgärdsplan


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ("", "2025-12-12"),
        ("uppföljning: {när: 2025-11-30}\n", "2025-11-30"),
        ("uppföljning: {när: 2024-11}\n", "2024-11-30"),
        ("uppföljning: {när: 2027-11-30}\n", "2025-12-12"),
    ],
)
def test_a_plan_is_followed_up_when_it_says_and_within_two_years(tmp_path: Path, more: str, day: str) -> None:
    assert _rows(tmp_path, {"plan": ACTION_PLAN + more}, "2024-02-01") == [(day, "upcoming", "action-plan")]


@pytest.mark.parametrize(
    ("today", "state"), [("2025-12-11", "upcoming"), ("2025-12-12", "due"), ("2025-12-13", "overdue")]
)
def test_a_plan_is_overdue_the_day_after(tmp_path: Path, today: str, state: str) -> None:
    assert _rows(tmp_path, {"plan": ACTION_PLAN}, today) == [("2025-12-12", state, "action-plan")]


def test_only_the_newest_plan_of_a_place_has_a_day(tmp_path: Path) -> None:
    documents = {"b": ACTION_PLAN.replace("2023-12-12", "2024-12-12"), "a": ACTION_PLAN}

    assert _rows(tmp_path, documents, "2025-01-01") == [("2026-12-12", "upcoming", "action-plan")]


@pytest.mark.parametrize("status", ["utkast", "upphävt"])
def test_a_plan_that_was_not_adopted_does_not_stand_for_the_one_before(tmp_path: Path, status: str) -> None:
    newer = ACTION_PLAN.replace("datum: 2023-12-12", f"datum: 2025-09-01\nstatus: {status}")
    documents = {"gammal": ACTION_PLAN, "ny": newer}

    assert _rows(tmp_path, documents, "2025-09-15") == [("2025-12-12", "upcoming", "action-plan")]


def test_a_plan_that_was_too_old_before_the_act_is_exempt_from_it(tmp_path: Path) -> None:
    assert _rows(tmp_path, {"plan": ACTION_PLAN.replace("2023-12-12", "2019-12-12")}, "2024-02-01") == []


# ---------------------------------------------------------------- agreements


@pytest.mark.parametrize(("today", "state"), [("2024-12-30", "upcoming"), ("2024-12-31", "due")])
def test_an_agreement_ends_on_its_last_day(tmp_path: Path, today: str, state: str) -> None:
    assert _rows(tmp_path, {"avtal": AGREEMENT}, today) == [("2024-12-31", state, "agreement-ends")]


def test_an_agreement_that_has_ended_is_silent(tmp_path: Path) -> None:
    assert _rows(tmp_path, {"avtal": AGREEMENT}, "2025-01-01") == []


def test_an_agreement_that_has_ended_under_a_promise_in_force_is_overdue(tmp_path: Path) -> None:
    text = promise_text("{från: 2024-07-01, till: 2025-06-30}", more="ingår_i: exempelby/avtal\n")
    documents = {"avtal": AGREEMENT, "lofte": text}

    assert _rows(tmp_path, documents, "2025-01-01", "agreement-ends") == [("2024-12-31", "overdue", "")]
    assert _rows(tmp_path, documents, "2025-07-01", "agreement-ends") == []


def test_a_prolonged_agreement_ends_on_its_new_day(tmp_path: Path) -> None:
    text = AGREEMENT.replace("till: 2024-12-31", "till: 2024-12-31, förlängd_till: 2026-06-30")

    assert _rows(tmp_path, {"avtal": text}, "2025-01-01") == [("2026-06-30", "upcoming", "agreement-ends")]


@pytest.mark.parametrize("status", ["utkast", "ersatt", "upphävt"])
def test_an_agreement_that_is_not_in_use_is_silent(tmp_path: Path, status: str) -> None:
    text = AGREEMENT.replace("antaget", status) + "uppföljning: {när: 2024-10-31}\n"

    assert _rows(tmp_path, {"avtal": text}, "2024-02-01") == []


def test_an_agreement_is_followed_up_when_it_says(tmp_path: Path) -> None:
    text = AGREEMENT + "uppföljning: {när: 2024-10-31}\n"

    assert _rows(tmp_path, {"avtal": text}, "2024-10-31", "agreement-follow-up") == [
        ("2024-10-31", "due", "")
    ]
    assert _rows(tmp_path, {"avtal": text}, "2024-11-01", "agreement-follow-up") == []


# ---------------------------------------------------------------- decisions and dialogues to come


def test_a_decision_to_come_is_in_the_list_and_one_taken_is_not(tmp_path: Path) -> None:
    decisions = "beslut: [{organ: kommunstyrelsen, datum: 2024-02-10}, {organ: nämnden, datum: 2024-01-10}]\n"
    documents = {"lofte": promise_text(more=decisions)}
    found = [d for d in _found(tmp_path, documents, "2024-02-01") if d.kind == "decision"]

    assert [(str(d.day), d.item, d.what.sv) for d in found] == [
        ("2024-02-10", "kommunstyrelsen", "Beslut i kommunstyrelsen")
    ]
    assert _rows(tmp_path, documents, "2024-02-10", "decision") == [("2024-02-10", "due", "kommunstyrelsen")]


def test_a_dialogue_to_come_is_in_the_list_and_one_held_is_not(tmp_path: Path) -> None:
    text = DIALOGUE + "plats: Stortorget\n"
    [deadline] = _found(tmp_path, {"dialog": text}, "2024-09-01")

    assert (str(deadline.day), deadline.kind, deadline.state) == ("2024-09-20", "dialogue", "upcoming")
    assert Text("Medborgardialog, Stortorget", "Resident dialogue, Stortorget") == deadline.what
    assert _rows(tmp_path, {"dialog": text}, "2024-09-20") == [("2024-09-20", "due", "dialogue")]
    assert _rows(tmp_path, {"dialog": text}, "2024-09-21") == []


def test_a_dialogue_whose_day_is_not_set_is_not_in_the_list(tmp_path: Path) -> None:
    assert _rows(tmp_path, {"dialog": DIALOGUE.replace("2024-09-20", "2024-09")}, "2024-02-01") == []


# ---------------------------------------------------------------- all of it


def test_what_is_to_come_is_bounded_and_what_is_overdue_is_not(tmp_path: Path) -> None:
    documents = {"lofte": promise_text(more=PLAN), "lagesbild": PICTURE.replace("2023-10-15", "2022-01-15")}
    found = _found(tmp_path, documents, "2024-08-01", dt.date(2024, 12, 30))

    assert [(str(d.day), d.state) for d in found] == [("2024-01-15", "overdue"), ("2024-06-30", "overdue")]
    assert len(_found(tmp_path, documents, "2024-08-01", dt.date(2024, 12, 31))) == 4


@pytest.mark.parametrize("until", ["2024-08-31", "2024-09-01", "2020-01-01"])
def test_what_is_due_today_is_there_however_near_one_looks(tmp_path: Path, until: str) -> None:
    found = _found(tmp_path, {"dialog": DIALOGUE}, "2024-09-20", dt.date.fromisoformat(until))

    assert [d.state for d in found] == ["due"]


def test_the_soonest_comes_first(tmp_path: Path) -> None:
    documents = {"lofte": promise_text(more=PLAN), "avtal": AGREEMENT, "bild": PICTURE, "dialog": DIALOGUE}
    days = [d.day for d in _found(tmp_path, documents, "2024-02-01")]

    assert days == sorted(days)
    assert len(days) == 6


def test_a_document_with_errors_has_no_days_and_hinders_no_other(tmp_path: Path) -> None:
    folder_with(tmp_path, {"dialog": DIALOGUE})
    (tmp_path / "promises" / "exempelby" / "trasig.yaml").write_text("dokument: medborgarlöfte\n", "utf-8")
    found = deadlines(load([], tmp_path), today=dt.date(2024, 9, 1), until=FAR)

    assert [d.document for d in found] == ["exempelby/dialog"]


# ---------------------------------------------------------------- names


def _uids(folder: Path, documents: Mapping[str, str], today: str = "2024-02-01") -> list[str]:
    return [deadline.uid for deadline in _found(folder, documents, today)]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (promise_text(more=PLAN), "nästa: 2024-06-30", "nästa: 2024-06-15"),
        (promise_text(), "till: 2024-12-31", "till: 2024-12-31, förlängd_till: 2025-03-31"),
        (_with_day(), "senast: 2024-10-31", "senast: 2024-11-15"),
        (promise_text(status="utkast"), "från: 2024-01-01", "från: 2024-03-01"),
        (PICTURE, "2023-10-15", "2023-11-15"),
        (ACTION_PLAN, "2023-12-12", "2023-12-19"),
        (AGREEMENT, "2024-12-31", "2025-12-31"),
        (DIALOGUE, "2024-09-20", "2024-09-27"),
        (
            promise_text(more="beslut: {organ: kommunstyrelsen, datum: 2024-03-01}\n"),
            "2024-03-01",
            "2024-03-15",
        ),
    ],
)
def test_a_name_stays_the_same_when_the_day_moves(tmp_path: Path, text: str, before: str, after: str) -> None:
    assert before in text

    first = _uids(tmp_path, {"dokument": text})
    moved = _uids(tmp_path, {"dokument": text.replace(before, after)})
    assert sorted(first) == sorted(moved)


def test_a_name_stays_the_same_while_time_passes(tmp_path: Path) -> None:
    documents = {"lofte": promise_text(more=PLAN)}

    for today in ("2024-02-01", "2024-06-30", "2024-07-20"):
        assert "follow-up.exempelby.lofte.1@exempelby-kommun.lofte" in _uids(tmp_path, documents, today)


def test_a_name_has_only_safe_ascii(tmp_path: Path) -> None:
    text = (
        promise_text()
        .replace("id: K2,", "id: Å2,")
        .replace("lampor., mål:", "lampor., senast: 2024-10-31, mål:")
    )

    assert _uids(tmp_path, {"löfte": text}) == [
        "commitment.exempelby.l%C3%B6fte.%C3%852@exempelby-kommun.lofte",
        "promise-ends.exempelby.l%C3%B6fte@exempelby-kommun.lofte",
    ]


@pytest.mark.parametrize(("one", "other"), [("1.1", "1-1"), ("K_1", "K-1")])
def test_two_commitments_with_similar_ids_have_each_their_name(tmp_path: Path, one: str, other: str) -> None:
    text = promise_text().replace("mål: {", "senast: 2024-10-31, mål: {")
    uids = _uids(
        tmp_path, {"lofte": text.replace("id: K1,", f"id: {one},").replace("id: K2,", f"id: {other},")}
    )

    assert len(uids) == 3
    assert sorted(uids) == sorted(set(uids))


def test_two_decisions_of_one_body_have_each_their_name(tmp_path: Path) -> None:
    decisions = (
        "beslut: [{organ: kommunstyrelsen, datum: 2024-03-01}, {organ: kommunstyrelsen, datum: 2024-05-01}]\n"
    )
    uids = [uid for uid in _uids(tmp_path, {"lofte": promise_text(more=decisions)}) if "decision" in uid]

    assert len(uids) == 2
    assert sorted(uids) == sorted(set(uids))


@pytest.mark.parametrize("today", ["2022-12-01", "2024-02-01", "2024-08-01", "2026-01-01"])
def test_every_name_of_the_example_is_its_own(today: str) -> None:
    found = deadlines(load([], EXAMPLE), today=dt.date.fromisoformat(today), until=FAR)
    uids = [deadline.uid for deadline in found]

    assert uids
    assert sorted(uids) == sorted(set(uids))


def test_the_example_has_these_days_in_the_spring_of_2024() -> None:
    found = deadlines(load([], EXAMPLE), today=dt.date(2024, 4, 1), until=dt.date(2025, 12, 31))

    assert [(str(d.day), d.state, d.kind, d.document.removeprefix("exempelby/"), d.item) for d in found] == [
        ("2024-06-30", "upcoming", "follow-up", "lofte-2024", "1"),
        ("2024-10-31", "upcoming", "commitment", "lofte-2024", "K2"),
        ("2024-12-31", "upcoming", "follow-up", "lofte-2024", "2"),
        ("2024-12-31", "upcoming", "promise-ends", "lofte-2024", ""),
        ("2025-10-15", "upcoming", "situation-picture", "lagesbild-2023", ""),
        ("2025-11-30", "upcoming", "action-plan", "atgardsplan-2024", ""),
    ]


def test_nothing_is_planned_after_the_final_follow_up(tmp_path: Path) -> None:
    final = follow_up_text("2024-05-31", more="slutlig: ja\n")
    rows = _rows(tmp_path, {"lofte": promise_text(more=PLAN), "slut": final}, "2024-06-01", "follow-up")

    assert rows == []
