"""A coordinator's whole year, and one total on every surface."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Final

import pypdfium2
import pytest

from corpus import plain
from program import Answer, lofte

ID: Final = "exempelby/lofte-2024"
TODAY: Final = ("--today", "2025-01-15")
PERIODS: Final = {
    "2024-06-30": ("K1=:52", "P1=:50"),
    "2024-12-31": ("K1=:42:Vi nådde nästan fram.", "P1=:54"),
}
"""What was done in each half of the year: 94 evenings of 90, 104 walks of 104."""


def _run(folder: Path, *words: str) -> str:
    answer = lofte(*words, cwd=folder)
    assert answer.code == 0, (words, answer.err or answer.out)
    return answer.out


PROMISE: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby 2024
status: antaget
period: {från: 2024-01-01, till: 2024-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun, kommunkod: "9999"}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
åtaganden:
  - {id: K1, part: kommunen, text: Fältgruppen är ute minst 90 kvällar., mål: {minst: 90, enhet: kvällar}}
  - {id: P1, part: polisen, text: Polisen går 104 vandringar., mål: {minst: 104, enhet: vandringar}}
uppföljningsplan: {takt: halvår, nästa: 2024-06-30, sammankallande: trygghetssamordnare, redovisas_för: kommunstyrelsen}
undertecknat:
  - {namn: Kim Exempelsson, roll: kommunstyrelsens ordförande, part: kommunen, datum: 2023-12-18}
  - {namn: Robin Provgren, roll: lokalpolisområdeschef, part: polisen, datum: 2023-12-18}
"""


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """From a draft to the next year's draft and the published site; no test may change it."""
    folder = tmp_path_factory.mktemp("year")
    (folder / "promises").mkdir()
    home = folder / "promises" / "exempelby"
    home.mkdir()
    (home / "lofte-2024.yaml").write_text(PROMISE, encoding="utf-8")
    for day, outcomes in PERIODS.items():
        words = [word for outcome in outcomes for word in ("--set", outcome)]
        counted = () if day == min(PERIODS) else ("--counted", "sedan-förra")
        _run(folder, "follow-up", ID, "--date", day, "--today", day, *words, *counted)
    _run(folder, "new", "--from", ID)
    _run(folder, "render", *TODAY)
    _run(folder, "render", "--format", "pdf", "-o", "pdf", *TODAY)
    return folder


def _text(path: Path) -> str:
    """The text of a page or a Markdown twin, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8")).split())


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def test_the_files_say_what_the_figures_count(year: Path) -> None:
    home = year / "promises" / "exempelby"
    items = plain((home / "uppfoljning-2024-12-31.yaml").read_text(encoding="utf-8"))["poster"]

    assert [(item["åtagande"], item["utfall"], item["räknat"]) for item in items] == [
        ("K1", "42", "sedan förra"),
        ("P1", "54", "sedan förra"),
    ]


@pytest.mark.parametrize("suffix", ["html", "md"])
@pytest.mark.parametrize("page", ["lofte-2024", "uppfoljning-2024-12-31"])
def test_promise_and_last_follow_up_show_the_total(year: Path, page: str, suffix: str) -> None:
    text = _text(year / "site" / "exempelby" / f"{page}.{suffix}")

    assert "94" in text
    assert "104" in text


def test_the_june_follow_up_shows_what_june_knew(year: Path) -> None:
    text = _text(year / "site" / "exempelby" / "uppfoljning-2024-06-30.html")

    assert "52" in text
    assert "94" not in text


@pytest.mark.parametrize("output", ["text", "markdown", "json", "csv"])
def test_the_summary_counts_both_as_done(year: Path, output: str) -> None:
    text = _run(year, "summary", ID, *TODAY, "--format", output)
    if output == "json":
        [document] = json.loads(text)["documents"]
        assert document["statuses"] == {"genomfört": 2}
    elif output == "csv":
        [row] = csv.DictReader(io.StringIO(text))
        assert row["genomfort"] == "2"
    elif output == "markdown":
        assert "| 94 |" in text
        assert "| 104 |" in text
    else:
        assert "2 genomförda" in text


def test_the_open_data_hold_the_total_and_each_part(year: Path) -> None:
    data = year / "site" / "data"
    commitments = _rows(data / "ataganden.csv")
    reports = _rows(data / "uppfoljning.csv")

    assert [(row["atagande"], row["utfall"], row["status"]) for row in commitments] == [
        ("K1", "94", "genomfört"),
        ("P1", "104", "genomfört"),
    ]
    assert [row["utfall"] for row in reports if row["atagande"] == "K1"] == ["52", "42"]


def test_the_feed_gives_the_total_when_the_status_changed(year: Path) -> None:
    feed = json.loads((year / "site" / "flode.json").read_text(encoding="utf-8"))
    titles = [item["title"] for item in feed["items"]]

    assert "Genomfört (94 kvällar av minst 90): Fältgruppen är ute minst 90 kvällar." in titles
    assert "Genomfört (104 vandringar av minst 104): Polisen går 104 vandringar." in titles


def test_the_pdf_shows_the_total(year: Path) -> None:
    for name in ("lofte-2024", "uppfoljning-2024-12-31"):
        with pypdfium2.PdfDocument(year / "pdf" / "exempelby" / f"{name}.pdf") as document:
            text = " ".join(page.get_textpage().get_text_range() for page in document)

        assert "94" in text


def test_the_calendar_has_nothing_left_to_follow_up(year: Path) -> None:
    calendar = lofte("due", *TODAY, "--format", "ics", cwd=year).out

    assert "BEGIN:VCALENDAR" in calendar
    assert not [line for line in calendar.splitlines() if "ppföljning" in line and "2024" in line]


def test_the_next_year_starts_from_this_one(year: Path) -> None:
    draft = (year / "promises" / "exempelby" / "lofte-2025.yaml").read_text(encoding="utf-8")

    assert "föregångare: exempelby/lofte-2024" in draft
    answer: Answer = lofte("diff", ID, "exempelby/lofte-2025", cwd=year)
    assert (answer.code, answer.out.splitlines()[1]) == (0, "2 behållna.")
