"""The form of the next follow-up: its day and its part, and that what stands in it is right as it is."""

import datetime as dt
import re
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from corpus import plain, shipped
from each import each
from folder_state import EXAMPLE, folder_with, follow_up_text, promise_text
from medborgarlofte.follow_up.editing import Entry, record
from medborgarlofte.follow_up.form import Occasion, new_form, occasion
from medborgarlofte.follow_up.reports import FollowUps, fingerprint, follow_ups
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import load, load_bytes
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.engine import lint
from medborgarlofte.source.reader import read
from medborgarlofte.swedish import PartialDate

YEAR: Final = "{från: 2024-01-01, till: 2024-12-31}"
PLAN: Final = "uppföljningsplan: {takt: halvår, nästa: 2024-06-30}\n"
FEBRUARY: Final = dt.date(2024, 2, 1)


def _loaded(folder: Path, *dates: str, period: str = YEAR, more: str = PLAN) -> tuple[Promise, FollowUps]:
    """A promise that has been followed up on some days."""
    documents = {f"u{n}": follow_up_text(date) for n, date in enumerate(dates)}
    workspace = folder_with(folder, {**documents, "lofte": promise_text(period, more=more)})
    promise = workspace.documents["exempelby/lofte"].document
    assert isinstance(promise, Promise)
    return promise, follow_ups(workspace, "exempelby/lofte")


def _document(text: str) -> FollowUp:
    """The form as it is read; it must be free of errors."""
    loaded, wrong = load_bytes("exempelby/ny", "ny.yaml", text.encode())
    assert wrong == []
    assert loaded is not None and isinstance(loaded.document, FollowUp)
    return loaded.document


def _form(promise: Promise, found: FollowUps, when: Occasion, lang: Language = "sv") -> str:
    return new_form("exempelby/lofte", promise, found, when, lang=lang)


# ---------------------------------------------------------------- which occasion it is


def _occasion(
    promise: Promise, found: FollowUps, today: dt.date = FEBRUARY, date: dt.date | None = None
) -> tuple[str, str | None, bool]:
    """The day, the part as ”first/last”, and whether it is the last one."""
    when = occasion(promise, found, date=date, today=today)
    return str(when.date), "/".join(map(str, when.part)) if when.part else None, when.final


def test_the_next_follow_up_is_the_first_planned_one_that_was_not_made(tmp_path: Path) -> None:
    assert _occasion(*_loaded(tmp_path / "a")) == ("2024-06-30", "2024-01-01/2024-06-30", False)
    assert _occasion(*_loaded(tmp_path / "b", "2024-06-30")) == ("2024-12-31", "2024-07-01/2024-12-31", True)


def test_it_is_the_planned_one_also_when_its_day_has_passed(tmp_path: Path) -> None:
    promise, found = _loaded(tmp_path)

    assert _occasion(promise, found, dt.date(2024, 8, 1)) == ("2024-06-30", "2024-01-01/2024-06-30", False)


def test_a_part_begins_where_the_last_one_ended_also_when_that_came_late(tmp_path: Path) -> None:
    assert _occasion(*_loaded(tmp_path, "2024-07-05")) == ("2024-12-31", "2024-07-06/2024-12-31", True)


def test_a_follow_up_that_is_the_only_one_speaks_of_the_whole_promise(tmp_path: Path) -> None:
    plan = "uppföljningsplan: {takt: perioden, nästa: 2024-12-31}\n"

    assert _occasion(*_loaded(tmp_path, more=plan)) == ("2024-12-31", None, True)


def test_the_day_requested_is_the_day(tmp_path: Path) -> None:
    promise, found = _loaded(tmp_path, "2024-06-30")

    assert _occasion(promise, found, date=dt.date(2024, 9, 30)) == (
        "2024-09-30",
        "2024-07-01/2024-09-30",
        False,
    )
    assert _occasion(promise, found, date=dt.date(2024, 4, 30)) == (
        "2024-04-30",
        "2024-01-01/2024-04-30",
        False,
    )


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (dt.date(2024, 8, 1), ("2024-08-01", "2024-01-01/2024-08-01", False)),
        (dt.date(2024, 12, 31), ("2024-12-31", None, True)),
        (dt.date(2025, 3, 1), ("2024-12-31", None, True)),
    ],
)
def test_without_a_plan_it_is_today_or_the_end(
    tmp_path: Path, today: dt.date, expected: tuple[str, str | None, bool]
) -> None:
    assert expected == _occasion(*_loaded(tmp_path, more=""), today)


def test_a_prolonged_promise_ends_on_its_new_day(tmp_path: Path) -> None:
    period = "{från: 2024-01-01, till: 2024-12-31, förlängd_till: 2025-06-30}"
    promise, found = _loaded(tmp_path, "2024-06-30", "2024-12-31", period=period)

    assert _occasion(promise, found, dt.date(2025, 2, 1)) == ("2025-06-30", "2025-01-01/2025-06-30", True)


def test_a_promise_without_an_end_has_no_last_follow_up(tmp_path: Path) -> None:
    period = "{från: 2024-01-01, tills_vidare: ja}"
    promise, found = _loaded(tmp_path, "2024-06-30", period=period)

    assert _occasion(promise, found, dt.date(2024, 8, 1)) == ("2024-12-31", "2024-07-01/2024-12-31", False)


def test_a_planned_day_after_the_end_is_the_day_of_the_last_follow_up(tmp_path: Path) -> None:
    promise, found = _loaded(tmp_path, more="uppföljningsplan: {nästa: 2025-01-31}\n")

    assert _occasion(promise, found, dt.date(2024, 11, 1)) == ("2025-01-31", None, True)


# ---------------------------------------------------------------- the form itself


def test_the_form_of_the_example_is_as_it_should_be() -> None:
    promise = load([], EXAMPLE).documents["exempelby/lofte-2024"].document
    assert isinstance(promise, Promise)
    when = Occasion(dt.date(2024, 6, 30), (PartialDate(2024, 1, 1), dt.date(2024, 6, 30)), final=False)
    lines = new_form("exempelby/lofte-2024", promise, [], when, lang="sv").splitlines()

    assert lines[0] == "# Uppföljning av Medborgarlöfte för Exempelby 2024."
    start = lines.index("dokument: uppföljning")
    assert all(line.startswith("#") for line in lines[:start])
    assert lines[start : start + 14] == [
        "dokument: uppföljning",
        "löfte: exempelby/lofte-2024",
        "datum: 2024-06-30",
        "avser: {från: 2024-01-01, till: 2024-06-30}",
        "sammanfattning:",
        "poster:",
        "",
        "  # Fältgruppen är ute minst 100 kvällar.",
        "  # Mål: minst 100 kvällar under perioden",
        "  - åtagande: K1",
        "    status:",
        "    utfall:",
        "    kommentar:",
        "    ordalydelse: cc513328",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["exempelby/lofte-2023", "exempelby/lofte-2024"])
@pytest.mark.parametrize("told", [False, True])
def test_the_form_of_the_example_is_free_of_errors(
    tmp_path: Path, name: str, lang: Language, *, told: bool
) -> None:
    """As the file that it will be, among the documents that it belongs to."""
    home = tmp_path / "promises" / "exempelby"
    home.mkdir(parents=True)
    for file in (EXAMPLE / "promises" / "exempelby").iterdir():
        if told or not file.name.startswith("uppfoljning"):
            (home / file.name).write_bytes(file.read_bytes())
    workspace = load([], tmp_path)
    promise, found = workspace.documents[name].document, follow_ups(workspace, name)
    assert isinstance(promise, Promise)
    assert bool(found) == told
    when = occasion(promise, found, date=dt.date(2025, 3, 31) if told else None, today=FEBRUARY)
    (home / "ny.yaml").write_text(new_form(name, promise, found, when, lang=lang), encoding="utf-8")

    assert load([], tmp_path).diagnostics == ()
    document = load([], tmp_path).documents["exempelby/ny"].document
    assert isinstance(document, FollowUp)
    assert [item.commitment for item in document.items] == [c.id for c in promise.commitments]
    assert [item.wording for item in document.items] == [fingerprint(c.text) for c in promise.commitments]
    assert [(None, ())] * len(document.items) == [(item.status, item.actuals) for item in document.items]
    assert (document.final, document.summary) == (when.final, None)


def test_a_form_of_a_part_gives_no_findings(tmp_path: Path) -> None:
    promise, found = _loaded(tmp_path)
    when = occasion(promise, found, date=None, today=FEBRUARY)
    home = tmp_path / "promises" / "exempelby"
    (home / "ny.yaml").write_text(_form(promise, found, when), encoding="utf-8")
    said = lint(load([], tmp_path), today=FEBRUARY, profile="granskning")

    assert [(d.code, d.route) for d in said if d.file.endswith("ny.yaml") and d.waived is None] == []


@each(LANGUAGES)
def test_every_shipped_promise_gets_a_form_without_errors(lang: Language) -> None:
    workspace = shipped()
    promises = list(workspace.of_kind(Promise))
    assert promises

    for loaded, promise in promises:
        found = follow_ups(workspace, loaded.id)
        for today in (dt.date(2024, 6, 1), dt.date(2030, 1, 1)):
            when = occasion(promise, found, date=None, today=today)
            _document(new_form(loaded.id, promise, found, when, lang=lang))


@pytest.mark.parametrize(
    "date", ["2023-12-15", "2024-01-01", "2024-06-30", "2024-12-30", "2024-12-31", "2025-02-10"]
)
@pytest.mark.parametrize("told", [[], ["2024-06-30"], ["2024-06-30", "2024-12-31"]])
def test_a_form_for_any_day_is_free_of_errors(tmp_path: Path, date: str, told: list[str]) -> None:
    promise, found = _loaded(tmp_path, *told)
    day = dt.date.fromisoformat(date)
    document = _document(_form(promise, found, occasion(promise, found, date=day, today=FEBRUARY)))

    assert document.date.first == day


def test_a_form_for_a_promise_that_has_not_begun_is_free_of_errors(tmp_path: Path) -> None:
    promise, found = _loaded(tmp_path, more="")

    _document(_form(promise, found, occasion(promise, found, date=None, today=dt.date(2023, 12, 20))))


def test_a_part_does_not_reach_beyond_the_end_of_the_promise(tmp_path: Path) -> None:
    promise, found = _loaded(tmp_path, "2024-06-30")
    when = occasion(promise, found, date=dt.date(2025, 2, 10), today=dt.date(2025, 2, 10))
    document = _document(_form(promise, found, when))

    assert document.final
    assert document.period is None or str(document.period.last_date) == "2024-12-31"


def test_the_form_shows_the_latest_report_on_each_commitment(tmp_path: Path) -> None:
    promise, found = _loaded(tmp_path, "2024-06-30")
    when = occasion(promise, found, date=None, today=FEBRUARY)

    assert [line for line in _form(promise, found, when).splitlines() if "Senast" in line] == [
        "  # Senast: pågår, 43 (2024-06-30)"
    ]
    assert [line for line in _form(promise, found, when, "en").splitlines() if "Latest" in line] == [
        "  # Latest: pågår, 43 (2024-06-30)"
    ]


def test_the_form_says_where_its_schema_lies(tmp_path: Path) -> None:
    promise, found = _loaded(tmp_path)
    when = occasion(promise, found, date=None, today=FEBRUARY)
    text = new_form("exempelby/lofte", promise, found, when, lang="sv", schema="../../schema/x.json")

    assert text.startswith("# yaml-language-server: $schema=../../schema/x.json\n")


@each(
    product(
        ["1", "01", "1.5", "null", "-", "ja", "K-1", "...", "---", "Å"],
        [
            "Rad: ett, #två och 'tre'",
            "{title} %s \\n [a]",
            "x" * 300,
            "ord " * 100,
            "En rad.\n\n- en punkt\n- #en till\n",
            "👮 åäö\N{NO-BREAK SPACE}é",
        ],
    )
)
def test_the_form_of_an_odd_promise_is_free_of_errors(name: str, text: str) -> None:
    value = plain(promise_text())
    value["titel"] = text
    value["åtaganden"] = [
        {"id": name, "part": "kommunen", "text": text, "mål": {"minst": "1", "enhet": text}}
    ]
    promise = Promise.model_validate(value)
    when = Occasion(dt.date(2024, 12, 31), None, final=True)
    document = _document(_form(promise, [], when))

    assert [(item.commitment, item.wording) for item in document.items] == [(name, fingerprint(text))]


@each(LANGUAGES)
def test_every_line_of_a_form_can_be_filled_in(lang: Language) -> None:
    promise = load([], EXAMPLE).documents["exempelby/lofte-2024"].document
    assert isinstance(promise, Promise)
    when = Occasion(dt.date(2024, 12, 31), None, final=True)
    form = new_form("exempelby/lofte-2024", promise, [], when, lang=lang).encode()
    values = {"status": "delvis genomfört", "utfall": {"cirka": "60"}, "kommentar": "Två: en kvar"}
    entries = [Entry(c.id, {**values, "ordalydelse": fingerprint(c.text)}) for c in promise.commitments]
    after = record(form, entries, spellings())

    assert read(after, spellings()).value["poster"] == [
        {"åtagande": c.id, **values, "ordalydelse": fingerprint(c.text)} for c in promise.commitments
    ]
    assert form.decode().splitlines() == [
        re.sub(r"^(    (?:status|utfall|kommentar):) .*", r"\1", line) for line in after.decode().splitlines()
    ]
