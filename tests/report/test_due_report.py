"""What is due in every way of writing it."""

import copy
import datetime as dt
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, get_args

import icalendar
import pytest
from inline_snapshot import snapshot
from jsonschema import ValidationError

from corpus import ROOT, shipped
from each import each
from example_places import example, three_places
from medborgarlofte.follow_up.deadline import STATE_LABELS, Deadline, DeadlineKind, State
from medborgarlofte.follow_up.deadlines import deadlines
from medborgarlofte.i18n import LANGUAGES, Language, Text
from medborgarlofte.report import DUE_FORMATS
from medborgarlofte.report.due.text import DueResult
from medborgarlofte.report.formats import View
from program import lofte
from schemas import shape_of, validator

SCHEMA = validator("due")
TODAY: Final = dt.date(2024, 6, 1)
UNTIL = dt.date(2031, 1, 31)


def _deadline(
    days: int, state: State, *, clock: DeadlineKind = "promise-ends", item: str = "", title: str = "Löftet"
) -> Deadline:
    """A deadline so many days from today."""
    what = Text("Löftet tar slut", "The promise ends")
    return Deadline(TODAY + dt.timedelta(days=days), "exempelby/lofte-2024", clock, item, title, what, state)


def _written(
    found: Sequence[Deadline],
    name: str = "text",
    lang: Language = "sv",
    *,
    width: int = 80,
    color: bool = False,
) -> str:
    return DUE_FORMATS[name](DueResult(found, TODAY, UNTIL), View(lang, width, color))


def _every(folder: Path) -> Iterator[list[Deadline]]:
    """What every workspace has, looked at from several days."""
    for workspace in (three_places(folder), example(), shipped()):
        for year in (2022, 2024, 2026, 2028):
            today = dt.date(year, 6, 1)
            yield deadlines(workspace, today=today, until=today + dt.timedelta(days=900))


# ---------------------------------------------------------------- text


def _example(lang: Language) -> str:
    found = deadlines(example(), today=TODAY, until=dt.date(2026, 12, 31))
    return _written(found, lang=lang)


def test_the_example_in_swedish() -> None:
    assert _example("sv") == snapshot("""\
2024-06-30  kommande, om 29 dagar
  Uppföljning: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-10-31  kommande, om 152 dagar
  K2 ska vara gjort: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-12-31  kommande, om 213 dagar
  Uppföljning: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-12-31  kommande, om 213 dagar
  Löftet tar slut: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2025-10-15  kommande, om 501 dagar
  Lägesbilden ska uppdateras (6 §): Lägesbild för Exempelby 2023
    (exempelby/lagesbild-2023)
2025-11-30  kommande, om 547 dagar
  Åtgärdsplanen ska följas upp (6 §): Brottsförebyggande åtgärdsplan för
    Exempelby 2024–2025 (exempelby/atgardsplan-2024)
2026-10-31  kommande, om 882 dagar
  Överenskommelsen följs upp: Samverkansöverenskommelse mellan Exempelby kommun
    och Lokalpolisområde Exempelby (exempelby/overenskommelse-2023)
2026-12-31  kommande, om 943 dagar
  Överenskommelsen tar slut: Samverkansöverenskommelse mellan Exempelby kommun
    och Lokalpolisområde Exempelby (exempelby/overenskommelse-2023)
0 försenade, 8 kommande.
""")


def test_the_example_in_english() -> None:
    assert _example("en") == snapshot("""\
2024-06-30  upcoming, in 29 days
  Follow-up: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-10-31  upcoming, in 152 days
  K2 should be done: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-12-31  upcoming, in 213 days
  Follow-up: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-12-31  upcoming, in 213 days
  The promise ends: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2025-10-15  upcoming, in 501 days
  The situation picture should be updated (section 6): Lägesbild för Exempelby
    2023 (exempelby/lagesbild-2023)
2025-11-30  upcoming, in 547 days
  The action plan should be followed up (section 6): Brottsförebyggande
    åtgärdsplan för Exempelby 2024–2025 (exempelby/atgardsplan-2024)
2026-10-31  upcoming, in 882 days
  The agreement is followed up: Samverkansöverenskommelse mellan Exempelby
    kommun och Lokalpolisområde Exempelby (exempelby/overenskommelse-2023)
2026-12-31  upcoming, in 943 days
  The agreement ends: Samverkansöverenskommelse mellan Exempelby kommun och
    Lokalpolisområde Exempelby (exempelby/overenskommelse-2023)
0 overdue, 8 to come.
""")


@each(
    [
        (-1200, "overdue", "försenat, 1 200 dagar sedan", "overdue, 1,200 days ago"),
        (-2, "overdue", "försenat, 2 dagar sedan", "overdue, 2 days ago"),
        (-1, "overdue", "försenat, 1 dag sedan", "overdue, 1 day ago"),
        (0, "due", "nu, i dag", "now, today"),
        (1, "upcoming", "kommande, om 1 dag", "upcoming, in 1 day"),
        (2, "upcoming", "kommande, om 2 dagar", "upcoming, in 2 days"),
    ]
)
def test_how_far_off_it_is_is_reported(days: int, state: State, swedish: str, english: str) -> None:
    found = [_deadline(days, state)]
    first = _written(found).splitlines()[0].replace("\N{NO-BREAK SPACE}", " ")

    assert first == f"{found[0].day}  {swedish}"
    assert _written(found, lang="en").splitlines()[0] == f"{found[0].day}  {english}"


@pytest.mark.parametrize(
    ("states", "swedish", "english"),
    [
        (
            (),
            "Inget har en dag till och med 2031-01-31. Längre fram: lofte due --within 5å",
            "Nothing is due up to and including 2031-01-31. Further ahead: lofte due --within 5y",
        ),
        (("overdue",), "1 försenat, 0 kommande.", "1 overdue, 0 to come."),
        (("overdue", "overdue", "upcoming"), "2 försenade, 1 kommande.", "2 overdue, 1 to come."),
    ],
)
def test_a_count_closes_the_list(states: Sequence[State], swedish: str, english: str) -> None:
    found = [_deadline(1 if state == "upcoming" else -1, state) for state in states]

    assert _written(found).splitlines()[-1] == swedish
    assert _written(found, lang="en").splitlines()[-1] == english


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, width: int, lang: Language) -> None:
    for found in (*_every(tmp_path), [_deadline(1, "upcoming", title="Medborgarlöfte för Exempelby " * 9)]):
        lines = _written(found, lang=lang, width=width).splitlines()
        assert [line for line in lines if len(line) > width and len(line.split()) > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_deadline_is_reported_with_its_day_and_its_document(tmp_path: Path, lang: Language) -> None:
    for found in _every(tmp_path):
        told = " ".join(_written(found, lang=lang).split())
        assert [d for d in found if f"{d.written or d.day} {STATE_LABELS[d.state][lang]}" not in told] == []
        assert [d for d in found if f"{d.what[lang]}: {d.title} ({d.document})" not in told] == []


def test_the_soonest_comes_first(tmp_path: Path) -> None:
    for found in _every(tmp_path):
        days = [row["date"] for row in _json(found)["deadlines"]]
        assert days == sorted(days)


# ---------------------------------------------------------------- JSON


def _json(found: Sequence[Deadline], lang: Language = "sv") -> Any:
    return json.loads(_written(found, "json", lang))


def test_a_deadline_as_json() -> None:
    assert _json([_deadline(-1, "overdue", clock="commitment", item="K1")], "en") == snapshot(
        {
            "version": 1,
            "today": "2024-06-01",
            "overdue": 1,
            "deadlines": [
                {
                    "date": "2024-05-31",
                    "stated": None,
                    "state": "overdue",
                    "kind": "commitment",
                    "document": "exempelby/lofte-2024",
                    "item": "K1",
                    "title": "Löftet",
                    "what": "The promise ends",
                    "days": -1,
                    "uid": "commitment.exempelby.lofte-2024.K1@lofte",
                }
            ],
        }
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_answer_follows_the_schema(tmp_path: Path, lang: Language) -> None:
    kinds = set()
    for workspace in (three_places(tmp_path), example(), shipped()):
        for year in range(2021, 2029):
            today = dt.date(year, 6, 1)
            found = deadlines(workspace, today=today, until=today + dt.timedelta(days=900))
            written = json.loads(DUE_FORMATS["json"](DueResult(found, today, today), View(lang, 80, False)))
            SCHEMA.validate(written)
            kinds |= {row["kind"] for row in written["deadlines"]}
            assert written["overdue"] == sum(row["state"] == "overdue" for row in written["deadlines"])
    SCHEMA.validate(_json([]))

    assert kinds >= {"follow-up", "promise-ends", "agreement-ends", "situation-picture", "action-plan"}


def test_the_schema_knows_every_kind_and_state() -> None:
    properties = shape_of("due")["$defs"]["deadline"]["properties"]

    assert list(get_args(DeadlineKind)) == properties["kind"]["enum"]
    assert list(STATE_LABELS) == properties["state"]["enum"]


def test_the_program_s_own_answer_follows_the_schema() -> None:
    answer = lofte(
        "due", "--within", "3y", "--format", "json", "--today", "2024-06-01", cwd=ROOT / "docs" / "exempel"
    )
    written = json.loads(answer.out)
    SCHEMA.validate(written)

    assert (answer.code, answer.err, written["today"], written["overdue"]) == (0, "", "2024-06-01", 0)
    assert len(written["deadlines"]) > 3


def test_language_changes_only_what_is_due(tmp_path: Path) -> None:
    for found in _every(tmp_path):
        answers = [_json(found, lang) for lang in LANGUAGES]
        for answer in answers:
            for row in answer["deadlines"]:
                del row["what"]
        assert answers[0] == answers[1]


@each(
    [
        (("version",), 2),
        (("today",), "2024"),
        (("overdue",), -1),
        (("extra",), 1),
        (("deadlines", 0, "state"), "late"),
        (("deadlines", 0, "state"), "upcoming"),
        (("deadlines", 0, "days"), 3),
        (("deadlines", 0, "kind"), "birthday"),
        (("deadlines", 0, "item"), None),
        (("deadlines", 0, "document"), ""),
        (("deadlines", 0, "uid"), "x"),
    ]
)
def test_an_answer_of_another_shape_does_not_follow_the_schema(route: Sequence[str | int], new: Any) -> None:
    answer = copy.deepcopy(_json([_deadline(-1, "overdue", clock="commitment", item="K1")]))
    part = answer
    for step in route[:-1]:
        part = part[step]
    part[route[-1]] = new

    with pytest.raises(ValidationError):
        SCHEMA.validate(answer)


# ---------------------------------------------------------------- calendar


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_calendar_has_an_event_for_each_deadline(tmp_path: Path, lang: Language) -> None:
    for found in _every(tmp_path):
        calendar = icalendar.Calendar.from_ical(_written(found, "ics", lang))
        events = calendar.walk("VEVENT")
        assert [(str(event["UID"]), event.decoded("DTSTART")) for event in events] == [
            (deadline.uid, deadline.day) for deadline in found
        ]
        assert [str(event["SUMMARY"]) for event in events] == [
            f"{deadline.what[lang]}: {deadline.title}" for deadline in found
        ]
        assert len({deadline.uid for deadline in found}) == len(found)


# ---------------------------------------------------------------- the command


@pytest.mark.parametrize(
    ("today", "code"),
    [("2024-06-01", 0), ("2024-06-30", 0), ("2026-06-01", 1)],
    ids=["early", "on the day", "late"],
)
def test_the_exit_code_answers_whether_something_is_overdue(today: str, code: int) -> None:
    assert code == lofte("due", "--today", today, cwd=ROOT / "docs" / "exempel").code


def test_a_file_is_written_in_the_format_that_its_name_ends_in(tmp_path: Path) -> None:
    (tmp_path / "promises").symlink_to(ROOT / "docs" / "exempel" / "promises")
    for name, first in (
        ("a.ics", b"BEGIN:VCALENDAR\r\n"),
        ("a.json", b"{\n"),
        ("a.txt", b"Inget har en dag"),
    ):
        answer = lofte("due", "--today", "2024-07-01", "-o", name, cwd=tmp_path)

        assert answer.out == f"Skrev {name}.\n"
        assert (tmp_path / name).read_bytes().startswith(first)


@each(["1y", "1å", "12m", "53v", " 366 D "])
def test_a_stretch_of_time_is_written_as_one_likes(within: str) -> None:
    folder = ROOT / "docs" / "exempel"
    answer = lofte("due", "--today", "2024-01-01", "--within", within, cwd=folder)

    assert "2024-12-31  kommande, om 365 dagar" in answer.out


@pytest.mark.parametrize("within", ["-1", "", "1 år"])
def test_what_is_no_stretch_of_time_is_refused(within: str) -> None:
    answer = lofte("due", "--within", within, cwd=ROOT / "docs" / "exempel")

    assert (answer.code, answer.out) == (2, "")
    assert "Skriv 90d, 12v, 6m eller 1å." in answer.err


@pytest.mark.parametrize(
    ("today", "within"), [("2024-01-01", "99999y"), ("9999-12-31", "1y"), ("0001-01-01", "1d")]
)
def test_the_ends_of_time_are_no_bug_of_ours(today: str, within: str) -> None:
    assert lofte("due", "--today", today, "--within", within, cwd=ROOT / "docs" / "exempel").code in (0, 1, 2)
