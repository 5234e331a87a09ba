"""Answers to a request are read back, and each line that cannot be understood is pointed out."""

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from each import each
from invented import FILE, ID, PROMISE, project
from medborgarlofte.errors import LofteError
from medborgarlofte.exporting.follow_up_form import MAX_UNPACKED, read_form, write_form
from medborgarlofte.follow_up.answer_lines import parse_text
from medborgarlofte.follow_up.answers import entries_of
from medborgarlofte.follow_up.form import new_form, occasion
from medborgarlofte.follow_up.reports import follow_ups
from medborgarlofte.follow_up.requests import Request, requests, write_request
from medborgarlofte.follow_up.updates import Reporting
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import load, load_bytes
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise

APRIL: Final = """\
dokument: uppföljning
löfte: exempelby/lofte-2024
datum: 2024-04-30
poster:
  - {åtagande: K1, status: pågår, utfall: 34}
"""


@pytest.fixture
def about(tmp_path: Path) -> Reporting:
    """The promise in August, with a report from April."""
    project(tmp_path, **{FILE: PROMISE, "promises/exempelby/uppfoljning-2024-04-30.yaml": APRIL})
    workspace = load([], tmp_path)
    promise = workspace.documents[ID].document
    assert isinstance(promise, Promise)
    history = follow_ups(workspace, ID)
    when = occasion(promise, history, date=dt.date(2024, 8, 31), today=dt.date(2024, 8, 31))
    loaded, _ = load_bytes("x", "x", new_form(ID, promise, history, when, lang="sv").encode())
    assert loaded is not None and isinstance(loaded.document, FollowUp)
    return Reporting(promise, loaded.document, history)


def _asked(about: Reporting) -> list[Request]:
    return requests(ID, about, about.promise.commitments, "sedan förra")


def _sent(about: Reporting, lang: Language = "sv") -> str:
    return "\n".join(write_request(request, lang) for request in _asked(about))


def _read(about: Reporting, text: str) -> tuple[dict[str, dict[str, str]], list[tuple[int, str]]]:
    entries, misread = entries_of(parse_text(text, _sent(about)), about)
    values = {one.commitment: {k: v for k, v in one.values.items() if k != "ordalydelse"} for one in entries}
    return values, [(one.line, one.what.sv) for one in misread]


def test_each_function_is_asked_about_its_own(about: Reporting) -> None:
    asked = {request.recipient: [c.id for c in request.commitments] for request in _asked(about)}

    assert asked == {
        "enhetschef, Kultur och fritid": ["K1"],
        "driftchef, Gatukontoret": ["K2"],
        "gruppchef områdespolisen, Lokalpolisområde Exempelby": ["P1"],
        "kommunpolis, Lokalpolisområde Exempelby": ["G1"],
    }


def test_without_a_function_those_who_promise_are_asked(about: Reporting) -> None:
    bare = about.promise.model_copy(
        update={
            "commitments": tuple(
                c.model_copy(update={"responsible": None}) for c in about.promise.commitments
            )
        }
    )
    asked = requests(ID, about._replace(promise=bare), bare.commitments, "hittills")

    assert [request.recipient for request in asked] == [
        "Exempelby kommun", "Lokalpolisområde Exempelby", "Exempelby kommun, Lokalpolisområde Exempelby",
    ]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_form_that_is_not_filled_in_says_nothing(about: Reporting, lang: Language) -> None:
    text = _sent(about, lang)

    assert entries_of(parse_text(text, text), about) == ([], [])
    assert max(map(len, text.splitlines())) <= 72


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_filled_in_is_read_back(about: Reporting, lang: Language) -> None:
    [first, *_] = _asked(about)
    text = write_request(first, lang)
    for label, value in (
        ("Status", "pågår"),
        ("Utfall", "31"),
        ("Outcome", "31"),
        ("Kommentar", "Ute varje kväll."),
        ("Comment", "Ute varje kväll."),
    ):
        text = text.replace(f"\n{label}: \n", f"\n{label}: {value}\n")
    entries, misread = entries_of(parse_text(text, _sent(about, lang)), about)

    assert misread == []
    assert [{**one.values, "ordalydelse": ""} for one in entries] == [
        {
            "status": "pågår",
            "utfall": "31",
            "räknat": "sedan förra",
            "kommentar": "Ute varje kväll.",
            "ordalydelse": "",
        }
    ]


@each(
    [
        ("[K2]\nStatus: Genomfört.\nUtfall: 40", {"status": "genomfört", "utfall": "40"}),
        ("[k2]\nstatus : done", {"status": "genomfört"}),
        ("> > [K2] Kommunen\n> > Status: 2", {"status": "pågår"}),
        ("[K2]\nUtfall:\n40", {"status": "genomfört", "utfall": "40"}),
        (
            "[K2]\nStatus: pågår\nKommentar: En rad\noch en till\n[se bilaga 2].",
            {"status": "pågår", "kommentar": "En rad och en till [se bilaga 2]."},
        ),
        ("[K2]\nStatus: 3\nUtfall: cirka 40", {"utfall": {"cirka": "40"}}),
        ("[K2]\nStatus: klart\nUtfall: ca 40 lampor", {"status": "genomfört", "utfall": {"cirka": "40"}}),
        ("[K2]\nStatus: ej gjort\nUtfall: 0 st", {"status": "ej genomfört", "utfall": "0"}),
        ("[K2]\nStatus: pågår fortfarande\nUtfall: 12 meter", {"status": "pågår", "utfall": "12 meter"}),
        ("[K2]\nStatus: pågår\nUtfall: 12 lampskärmar", {"utfall": "12 lampskärmar"}),
        ("[K2]\nStatus: pågår\nUtfall: 1 lampa", {"utfall": "1"}),
    ]
)
def test_answers_are_read_as_people_write_them(
    answer: str, values: dict[str, object], about: Reporting
) -> None:
    entries, _ = _read(about, answer)

    assert values.items() <= entries["K2"].items()


@each([
        ("Hej!\n[K2]\nStatus: pågår", 1, "”Hej!” hör inte till något fält."),
        ("[K2]\nPågår\nStatus: pågår", 2, "Före ”Pågår” saknas ”Status:”."),
        ("[K2]\nStatus delvis genomfört", 2, "Före ”delvis genomfört” saknas ”Status:”."),
        ("[K2]\n31", 2, "Före ”31” saknas ”Utfall:”."),
        ("Status: pågår", 1, "”Status: pågår” hör inte till något åtagande."),
        ("[K2]\nStatus: färdigt", 2, "”färdigt” lästes som ”genomfört”."),
        ("[K2]\nStatus: fixat", 2, "Statusen ”fixat” finns inte."),
        ("[K2]\nStatus: pågår\nUtfal: 30", 3, "Fältet ”Utfal” finns inte."),
        ("[K9]\nStatus: pågår", 2, "Löftet har inget åtagande ”K9”."),
        ("[K2]\nUtfall: -4", 2, "Ett utfall kan inte vara mindre än noll: ”-4”."),
        ("[K2]\nUtfall: några", 2, "Av ”några” följer ingen status."),
        ("[K1]\nUtfall: 31", 2, "Vad 31 räknar står inte."),
        ("[K2]\nStatus: pågår\n\n[K2]\nStatus: genomfört", 5, "K2 har redan ett svar på rad 2."),
    ])  # fmt: skip
def test_a_line_that_cannot_be_understood_is_pointed_out(
    answer: str, line: int, what: str, about: Reporting
) -> None:
    _, misread = _read(about, answer)

    assert misread == [(line, what)]


def test_what_is_understood_is_recorded_beside_what_is_not(about: Reporting) -> None:
    entries, misread = _read(about, "[K2]\nStatus: fixat\n\n[P1]\nStatus: pågår\n\nMvh\nKim")

    assert entries == {"P1": {"status": "pågår"}}
    assert [line for line, _ in misread] == [2, 7, 8]


# ---------------------------------------------------------------- Excel


def _filled(data: bytes, **cells: Any) -> bytes:
    """The workbook with answers in its last row."""
    book = load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    for column, value in cells.items():
        sheet[f"{column}{sheet.max_row}"] = value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_excel_form_reads_back(about: Reporting, lang: Language) -> None:
    [first, *_] = _asked(about)
    data = _filled(write_form(first, lang), E="delvis genomfört", F=31, G="=Vi var ute [se bilaga 2]")
    answers = read_form(_filled(data, G="Vi var ute [se bilaga 2]"))
    entries, misread = entries_of(answers, about)

    assert (answers.promise, answers.date, answers.counting, misread) == (ID, "2024-08-31", "sedan förra", [])
    assert {
        "status": "delvis genomfört",
        "utfall": "31",
        "räknat": "sedan förra",
        "kommentar": "Vi var ute [se bilaga 2]",
    }.items() <= dict(entries[0].values).items()


def test_an_excel_form_that_is_not_filled_in_says_nothing(about: Reporting) -> None:
    assert entries_of(read_form(write_form(_asked(about)[0], "sv")), about) == ([], [])


def test_what_excel_made_a_date_is_pointed_out(about: Reporting) -> None:
    answers = read_form(_filled(write_form(_asked(about)[0], "sv"), F=dt.datetime(2024, 4, 3), E="pågår"))  # noqa: DTZ001
    entries, misread = entries_of(answers, about)

    assert entries == []
    assert [one.what.sv for one in misread] == ["I cell F13 står ett datum."]


def test_the_same_form_has_the_same_bytes(about: Reporting) -> None:
    assert write_form(_asked(about)[0], "sv") == write_form(_asked(about)[0], "sv")


def test_a_cell_coloured_at_the_end_of_the_sheet_costs_nothing(about: Reporting) -> None:
    data = write_form(_asked(about)[0], "sv")
    book = load_workbook(io.BytesIO(data))
    book.worksheets[0]["XFD1048576"].font = Font(bold=True)
    written = io.BytesIO()
    book.save(written)

    assert read_form(written.getvalue()).promise == read_form(data).promise == ID


def test_a_workbook_that_unpacks_to_far_more_than_a_form_is_refused(about: Reporting) -> None:
    written = io.BytesIO(write_form(_asked(about)[0], "sv"))
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/media/large.bin", bytes(MAX_UNPACKED))
    with pytest.raises(LofteError):
        read_form(written.getvalue())
