"""The follow-ups of a promise: the latest word on each commitment, what was never reported, and what figures add up to."""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import plain
from each import each
from folder_state import EXAMPLE, folder_with, follow_up_text, promise_text
from medborgarlofte.follow_up.days import Days
from medborgarlofte.follow_up.reports import (
    FollowUps,
    days_of,
    fingerprint,
    follow_ups,
    is_final,
    latest_reports,
    reported,
    tally,
)
from medborgarlofte.load import Workspace, load
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.statuses import NOT_REPORTED

LOFTE = "exempelby/lofte"


def _folder(folder: Path, *texts: str, promise: str = "") -> Workspace:
    """A promise and its follow-ups, the first one in the file that sorts last."""
    documents = {f"u{len(texts) - n}": text for n, text in enumerate(texts)}
    return folder_with(folder, {**documents, "lofte": promise or promise_text()})


def _found(folder: Path, *texts: str) -> FollowUps:
    return follow_ups(_folder(folder, *texts), LOFTE)


def _tally(folder: Path, *texts: str) -> Mapping[str, int]:
    workspace = _folder(folder, *texts)
    promise = workspace.documents[LOFTE].document
    assert isinstance(promise, Promise)
    return tally(promise, latest_reports(promise, follow_ups(workspace, LOFTE)))


# ---------------------------------------------------------------- which there are


def test_the_follow_ups_of_a_promise_come_oldest_first(tmp_path: Path) -> None:
    found = _found(
        tmp_path, follow_up_text("2024-04-30"), follow_up_text("2024-08"), follow_up_text("2024-08-30")
    )

    assert [str(row.date) for _, row in found] == ["2024-04-30", "2024-08-30", "2024-08"]


def test_a_promise_has_only_its_own_follow_ups(tmp_path: Path) -> None:
    documents = {
        "lofte": promise_text(),
        "annat": promise_text(),
        "u": follow_up_text("2024-04-30", of="annat"),
    }
    workspace = folder_with(tmp_path, documents)

    assert follow_ups(workspace, LOFTE) == []
    assert len(follow_ups(workspace, "exempelby/annat")) == 1
    assert follow_ups(workspace, "exempelby/finns-inte") == []


def test_the_answer_may_be_changed_without_changing_the_next_one(tmp_path: Path) -> None:
    workspace = _folder(tmp_path, follow_up_text("2024-04-30"))
    follow_ups(workspace, LOFTE).clear()

    assert len(follow_ups(workspace, LOFTE)) == 1


@pytest.mark.parametrize(
    ("more", "counts"),
    [
        ("", False),
        ("poster:\n", False),
        ("poster: [{åtagande: K1}, {åtagande: K2, kommentar: Vänta, ordalydelse: 0000aaaa}]\n", False),
        ("poster: [{åtagande: K1, status: , utfall: }]\n", False),
        ("poster: [{åtagande: K1}, {åtagande: K2, status: pågår}]\n", True),
        ("poster: [{åtagande: K1, utfall: 0}]\n", True),
        ("sammanfattning: Det går bra.\n", True),
        ("sammanfattning:\nposter:\n", False),
    ],
)
def test_a_form_not_yet_filled_in_is_no_report(tmp_path: Path, more: str, *, counts: bool) -> None:
    assert counts == bool(reported(_found(tmp_path, follow_up_text("2024-04-30", more))))


# ---------------------------------------------------------------- the latest word


def test_the_latest_word_on_each_commitment_counts(tmp_path: Path) -> None:
    workspace = _folder(
        tmp_path,
        follow_up_text(
            "2024-04-30", "poster: [{åtagande: K1, status: pågår}, {åtagande: K2, status: pågår}]\n"
        ),
        follow_up_text("2024-08-31", "poster: [{åtagande: K2, status: genomfört, utfall: 40}]\n"),
    )
    promise = workspace.documents[LOFTE].document
    assert isinstance(promise, Promise)
    words = latest_reports(promise, follow_ups(workspace, LOFTE))

    assert {
        key: (word.item.status, str(word.follow_up.date), word.source.id) for key, word in words.items()
    } == {
        "K1": ("pågår", "2024-04-30", "exempelby/u2"),
        "K2": ("genomfört", "2024-08-31", "exempelby/u1"),
    }


def test_an_item_that_says_nothing_leaves_the_word_before_it(tmp_path: Path) -> None:
    assert _tally(
        tmp_path,
        follow_up_text("2024-04-30", "poster: [{åtagande: K1, status: genomfört}]\n"),
        follow_up_text("2024-08-31", "poster: [{åtagande: K1, kommentar: Se ovan.}]\n"),
    ) == {"genomfört": 1, NOT_REPORTED: 1}


def test_what_was_never_reported_is_not_the_same_as_not_done(tmp_path: Path) -> None:
    assert NOT_REPORTED == "ingen uppgift"
    assert _tally(tmp_path) == {"ingen uppgift": 2}
    assert _tally(
        tmp_path, follow_up_text("2024-04-30", "poster: [{åtagande: K2, status: ej genomfört}]\n")
    ) == {
        "ej genomfört": 1,
        "ingen uppgift": 1,
    }


def test_a_figure_without_a_status_leaves_the_status_that_was_reported(tmp_path: Path) -> None:
    assert _tally(
        tmp_path,
        follow_up_text(
            "2024-04-30", "poster: [{åtagande: K1, status: pågår}, {åtagande: K2, status: pågår}]\n"
        ),
        follow_up_text("2024-08-31", "poster: [{åtagande: K1, utfall: 66}]\n"),
    ) == {"pågår": 2}


def test_statuses_are_counted_in_the_order_of_the_form(tmp_path: Path) -> None:
    found = _tally(
        tmp_path,
        follow_up_text(
            "2024-04-30", "poster: [{åtagande: K1, status: utgått}, {åtagande: K2, status: ej påbörjat}]\n"
        ),
    )

    assert list(found) == ["ej påbörjat", "utgått"]


def test_the_example_has_these_last_words() -> None:
    workspace = load([], EXAMPLE)
    promise = workspace.documents["exempelby/lofte-2024"].document
    assert isinstance(promise, Promise)

    words = latest_reports(promise, follow_ups(workspace, "exempelby/lofte-2024"))
    assert tally(promise, words) == {"genomfört": 2, "delvis genomfört": 2}


# ---------------------------------------------------------------- fingerprints


@pytest.mark.parametrize(
    "text",
    [
        "Fältgruppen är ute minst 100 kvällar.",
        "Fältgruppen  är ute\nminst 100 kvällar.\n",
        "  Fältgruppen är\n\n  ute minst 100 kvällar.",
        "Fältgruppen är ute minst 100\N{NO-BREAK SPACE}kvällar.",
    ],
)
def test_a_fingerprint_is_the_same_however_the_text_is_wrapped(text: str) -> None:
    assert fingerprint(text) == "cc513328"


@pytest.mark.parametrize(
    "text",
    [
        "Fältgruppen är ute minst 80 kvällar.",
        "Fältgruppen är ute minst 100 kvällar",
        "fältgruppen är ute minst 100 kvällar.",
        "Fältgruppen är ute minst 10 0 kvällar.",
    ],
)
def test_a_fingerprint_is_another_when_a_word_is(text: str) -> None:
    assert fingerprint(text) != "cc513328"


@given(st.text(max_size=40))
def test_a_fingerprint_is_eight_plain_characters(text: str) -> None:
    assert len(fingerprint(text)) == 8
    assert set(fingerprint(text)) <= set("0123456789abcdef")


def test_a_fingerprint_read_from_a_file_is_that_of_the_same_text_in_another_normal_form(
    tmp_path: Path,
) -> None:
    composed = folder_with(tmp_path / "a", {"lofte": promise_text()}).documents[LOFTE].document
    home = tmp_path / "b" / "promises" / "exempelby"
    home.mkdir(parents=True)
    (home / "lofte.yaml").write_text(unicodedata.normalize("NFD", promise_text()), encoding="utf-8")
    decomposed = load([], tmp_path / "b").documents[LOFTE].document
    assert isinstance(composed, Promise) and isinstance(decomposed, Promise)

    assert [fingerprint(c.text) for c in composed.commitments] == [
        fingerprint(c.text) for c in decomposed.commitments
    ]


# ---------------------------------------------------------------- days, and the last one


def _promise(period: str) -> Promise:
    return Promise.model_validate(plain(promise_text(period)))


def _follow_up(date: str, more: str = "") -> FollowUp:
    return FollowUp.model_validate(plain(follow_up_text(date, more)))


@each(
    [
        ("{från: 2024-01-01, till: 2024-12-31}", "2024-06-30", ("2024-01-01", "2024-12-31")),
        ("{från: 2024, till: 2025}", "2024-06-30", ("2024-01-01", "2025-12-31")),
        ("{från: 2024-02, till: 2024-02}", "2024-06-30", ("2024-02-01", "2024-02-29")),
        (
            "{från: 2024-01-01, till: 2024-12-31, förlängd_till: 2025-06-30}",
            "2024-06-30",
            ("2024-01-01", "2025-06-30"),
        ),
        ("{från: 2024-01-01, tills_vidare: ja}", "2024-06-30", ("2024-01-01", "2024-06-30")),
        ("{från: 2024-01-01, tills_vidare: ja}", "2023-06-30", None),
        ("{till: 2024-12-31}", "2024-06-30", None),
    ]
)
def test_the_days_of_a_promise(period: str, until: str, expected: tuple[str, str] | None) -> None:
    days = Days(*map(dt.date.fromisoformat, expected)) if expected else None

    assert days == days_of(_promise(period), _follow_up(until))


@pytest.mark.parametrize(
    ("date", "more", "final"),
    [
        ("2024-12-31", "", True),
        ("2025-01-20", "", True),
        ("2024-12", "", True),
        ("2024-12-30", "", False),
        ("2024-06-30", "", False),
        ("2024-06-30", "slutlig: ja\n", True),
        ("2025-01-20", "avser: {från: 2024-07-01, till: 2024-12-31}\n", False),
        ("2025-01-20", "avser: {från: 2024-07-01, till: 2024-12-31}\nslutlig: ja\n", True),
    ],
)
def test_a_follow_up_speaks_of_the_whole_promise_when_it_says_so_or_the_promise_is_over(
    date: str, more: str, *, final: bool
) -> None:
    assert final == is_final(_promise("{från: 2024-01-01, till: 2024-12-31}"), _follow_up(date, more))


def test_a_promise_without_an_end_has_a_last_follow_up_only_where_that_is_stated() -> None:
    promise = _promise("{från: 2024-01-01, tills_vidare: ja}")

    assert not is_final(promise, _follow_up("2030-12-31"))
    assert is_final(promise, _follow_up("2030-12-31", "slutlig: ja\n"))
