"""Figures in every way of writing them."""

import copy
import csv
import datetime as dt
import io
import itertools
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from inline_snapshot import snapshot
from jsonschema import ValidationError
from markdown_it import MarkdownIt

from corpus import ROOT, long_words, shipped
from each import each
from example_places import ABY, ALFABY, EMPTY, FILES, LAST, OSTBY, TODAY, example, read, three_places
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import Workspace
from medborgarlofte.report import SUMMARY_FORMATS
from medborgarlofte.report.formats import View
from medborgarlofte.report.summary.result import Summary
from medborgarlofte.stats import GROUPS, figures, rows
from program import lofte
from schemas import validator

SCHEMA = validator("summary")
WAYS: Final = ("", *GROUPS)
"""Promise by promise, and every way to gather."""


def _summary(workspace: Workspace, by: str = "", today: dt.date = TODAY) -> Summary:
    found = figures(workspace, today=today)
    return Summary(found, by, rows(found, by) if by else ())


def _written(
    summary: Summary, name: str = "text", lang: Language = "sv", *, width: int = 80, color: bool = False
) -> str:
    return SUMMARY_FORMATS[name](summary, View(lang, width, color))


def _plain(summary: Summary, name: str = "text", lang: Language = "sv", *, width: int = 80) -> str:
    """With ordinary spaces, to compare by eye."""
    return _written(summary, name, lang, width=width).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def three(tmp_path: Path) -> Workspace:
    """The three places counted by hand."""
    return three_places(tmp_path)


def _every(folder: Path) -> Iterator[Summary]:
    """Every workspace, gathered in every way."""
    for workspace in (three_places(folder), example(), shipped(), long_words()):
        for by in WAYS:
            yield _summary(workspace, by)


# ---------------------------------------------------------------- text


def test_a_few_lines_for_each_promise_in_swedish(three: Workspace) -> None:
    assert _plain(_summary(three)) == snapshot("""\
Medborgarlöfte för Alfaby 2024
  alfaby/lofte-2024 · 2024 · gäller, 0 dagar kvar
  5 åtaganden: Alfaby kommun 2, Polisen i Alfaby 2, tillsammans 1, utan part 1
  mätbara 2 av 5 · med ansvarig 1 av 5 · ifyllt 43 %
  █▓▒×. 1 pågår, 1 genomfört, 1 delvis, 1 inte genomfört, 1 utan uppgift

Medborgarlöfte för Åby 2023–2027
  aby/lofte-2023 · 1 juli 2023 – 30 juni 2027 · gäller, 911 dagar kvar
  1 åtagande: Åby kommun 1
  mätbara 1 av 1 · med ansvarig 0 av 1 · ifyllt 29 %
  . inte uppföljt

Utkast: Medborgarlöfte för Östby 2024
  ostby/lofte-2024 · 1 januari 2024 och tills vidare · utkast
  Inga åtaganden.

3 löften, 6 åtaganden. 1 av 4 redovisade åtaganden är genomfört, 1 delvis, 2 ej
redovisade. Ett av 3 löften är utkast eller följs upp i utkast.
""")


def test_a_few_lines_for_each_promise_in_english(three: Workspace) -> None:
    assert _plain(_summary(three), lang="en") == snapshot("""\
Medborgarlöfte för Alfaby 2024
  alfaby/lofte-2024 · 2024 · in force, 0 days left
  5 commitments: Alfaby kommun 2, Polisen i Alfaby 2, together 1, without a
    party 1
  measurable 2 of 5 · with a responsible function 1 of 5 · filled in 43 %
  █▓▒×. 1 under way, 1 done, 1 partly, 1 not done, 1 without a report

Medborgarlöfte för Åby 2023–2027
  aby/lofte-2023 · 1 July 2023 – 30 June 2027 · in force, 911 days left
  1 commitment: Åby kommun 1
  measurable 1 of 1 · with a responsible function 0 of 1 · filled in 29 %
  . not followed up

Draft: Medborgarlöfte för Östby 2024
  ostby/lofte-2024 · 1 January 2024 and until further notice · draft
  No commitments.

3 promises, 6 commitments. 1 of 4 reported commitments is done, 1 partly, 2 not
reported. 1 of 3 promises is a draft or followed up in drafts.
""")


def test_the_example_in_swedish() -> None:
    assert _plain(_summary(example())) == snapshot("""\
Medborgarlöfte för Exempelby 2023
  exempelby/lofte-2023 · 1 januari 2023 – 31 december 2023 · avslutat
  3 åtaganden: Exempelby kommun 2, Lokalpolisområde Exempelby 1
  mätbara 3 av 3 · med ansvarig 3 av 3 · ifyllt 93 %
  ██▓ 2 genomförda, 1 delvis

Medborgarlöfte för Exempelby 2024
  exempelby/lofte-2024 · 1 januari 2024 – 31 december 2024 · gäller, 0 dagar
    kvar
  4 åtaganden: Exempelby kommun 2, Lokalpolisområde Exempelby 1, tillsammans 1
  mätbara 4 av 4 · med ansvarig 4 av 4 · ifyllt 100 %
  ██▓▓ 2 genomförda, 2 delvis

2 löften, 7 åtaganden. 4 av 7 åtaganden är genomförda, 3 delvis.
""")


def test_a_line_for_each_row_in_swedish(three: Workspace) -> None:
    assert {by: _plain(_summary(three, by)) for by in GROUPS} == snapshot(
        {
            "municipality": """\
Kommun           löften    åtaganden     mätbara
Alfaby kommun         1            5        40 %
  █▓▒×. 1 pågår, 1 genomfört, 1 delvis, 1 inte genomfört, 1 utan uppgift
Åby kommun            1            1       100 %
  . 1 utan uppgift
""",
            "year": """\
År           löften    åtaganden     mätbara
2023–2027         1            1       100 %
  . 1 utan uppgift
2024              1            5        40 %
  █▓▒×. 1 pågår, 1 genomfört, 1 delvis, 1 inte genomfört, 1 utan uppgift
""",
            "focus": """\
Fokusområde                       löften    åtaganden     mätbara
Barn och unga i riskzon                1            1       100 %
  █ 1 genomfört
Stöld och inbrott                      1            1       100 %
  . 1 utan uppgift
Trafiksäkerhet och trafikbrott         1            2        50 %
  █▓ 1 genomfört, 1 delvis
(inte angivet)                         1            3        33 %
  ▒×. 1 pågår, 1 inte genomfört, 1 utan uppgift
""",
            "party": """\
Part                löften    åtaganden     mätbara
Alfaby kommun            1            2        50 %
  █. 1 genomfört, 1 utan uppgift
Polisen i Alfaby         1            2         0 %
  ▓. 1 delvis, 1 utan uppgift
tillsammans              1            1       100 %
  × 1 inte genomfört
Åby kommun               1            1       100 %
  . 1 utan uppgift
(inte angivet)           1            1         0 %
  ▒ 1 pågår
""",
            "police-area": """\
Lokalpolisområde        löften    åtaganden     mätbara
Lokalpolisområde Åby         1            1       100 %
  . 1 utan uppgift
Norra Provlandet             1            5        40 %
  █▓▒×. 1 pågår, 1 genomfört, 1 delvis, 1 inte genomfört, 1 utan uppgift
""",
        }
    )


def test_a_line_for_each_row_in_english(three: Workspace) -> None:
    assert _plain(_summary(three, "focus"), lang="en") == snapshot("""\
Focus area                         promises  commitments  measurable
Children and young people at risk         1            1       100 %
  █ 1 done
Theft and burglary                        1            1       100 %
  . 1 without a report
Road safety and traffic offences          1            2        50 %
  █▓ 1 done, 1 partly
(not stated)                              1            3        33 %
  ▒×. 1 under way, 1 not done, 1 without a report
""")
    assert _plain(_summary(three, "party"), lang="en") == snapshot("""\
Party             promises  commitments  measurable
Alfaby kommun            1            2        50 %
  █. 1 done, 1 without a report
Polisen i Alfaby         1            2         0 %
  ▓. 1 partly, 1 without a report
together                 1            1       100 %
  × 1 not done
Åby kommun               1            1       100 %
  . 1 without a report
(not stated)             1            1         0 %
  ▒ 1 under way
""")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, width: int, lang: Language) -> None:
    wide = [
        line
        for summary in _every(tmp_path)
        for line in _written(summary, lang=lang, width=width).splitlines()
        if len(line) > width and len(line.split()) > 1
    ]

    assert wide == []


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("by", GROUPS)
def test_the_columns_stand_under_their_headings(three: Workspace, by: str, width: int) -> None:
    head, *lines = _written(_summary(three, by), width=width).splitlines()
    numbers = [line for line in lines if re.search(r"\d\s+\d+\s+\d+.%$", line)]

    assert len(numbers) == len(rows(figures(three, today=TODAY), by))
    assert {len(head)} == {len(line) for line in numbers}


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_name_is_broken_inside_a_word(three: Workspace, width: int) -> None:
    words = set(re.findall(r"\w+", _written(_summary(three, "police-area"), width=200)))

    assert set(re.findall(r"\w+", _written(_summary(three, "police-area"), width=width))) <= words


def test_the_bar_has_a_cell_for_each_commitment_and_no_more_than_there_is_room_for(tmp_path: Path) -> None:
    made = ABY[: ABY.index("åtaganden:")] + "åtaganden:\n"
    made += "".join(f"  - {{id: V{n}, part: kommunen, text: Vi ordnar träff {n}.}}\n" for n in range(100))
    done = "".join(f"  - {{åtagande: V{n}, status: genomfört}}\n" for n in range(50))
    workspace = read(
        tmp_path,
        **{
            "promises/aby/lofte-2023.yaml": made,
            "promises/aby/uppfoljning-1.yaml": "dokument: uppföljning\nlöfte: aby/lofte-2023\n"
            f"datum: 2024-06-30\nposter:\n{done}",
        },
    )

    assert f"  {'█' * 12}{'.' * 12} 50 genomförda, 50 utan uppgift\n" in _written(_summary(workspace))


def test_singular_differs_from_plural(tmp_path: Path) -> None:
    workspace = read(tmp_path, **{"promises/aby/lofte-2023.yaml": ABY})

    assert "1 löfte, 1 åtagande. Inget åtagande är redovisat.\n" in _written(_summary(workspace))
    assert "1 promise, 1 commitment. No commitment has been reported.\n" in _written(
        _summary(workspace), lang="en"
    )


@pytest.mark.parametrize(
    ("today", "swedish", "english"),
    [
        (dt.date(2024, 12, 31), "gäller, 0 dagar kvar", "in force, 0 days left"),
        (dt.date(2024, 12, 30), "gäller, 1 dag kvar", "in force, 1 day left"),
        (dt.date(2024, 12, 29), "gäller, 2 dagar kvar", "in force, 2 days left"),
    ],
)
def test_one_day_differs_from_several(three: Workspace, today: dt.date, swedish: str, english: str) -> None:
    summary = _summary(three, today=today)

    assert swedish in _written(summary)
    assert english in _written(summary, lang="en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_words_of_the_other_language_are_left(three: Workspace, lang: Language) -> None:
    foreign = {
        "sv": r"\b(commitments?|promises?|measurable|done|ended|follow|together)\b",
        "en": r"\b(åtaganden?|löften|mätbara|genomfört|genomförda|avslutat|uppföljt|tillsammans|uppgift)\b",
    }
    for by in WAYS:
        for name in ("text", "markdown"):
            written = _written(_summary(three, by), name, lang).replace("Vi ordnar möten med invånarna", "")
            assert re.findall(foreign[lang], written) == []


def test_nothing_is_reported() -> None:
    assert _written(Summary([])) == "0 löften, 0 åtaganden.\n"


# ---------------------------------------------------------------- markdown


def _board(workspace: Workspace) -> Summary:
    """Those of the three that have commitments."""
    return Summary(_summary(workspace).promises[:2])


def test_a_table_for_the_board_in_swedish(three: Workspace) -> None:
    assert _plain(_board(three), "markdown") == snapshot("""\
## Medborgarlöfte för Alfaby 2024

Gäller 2024. Uppföljt 20 december 2024: 1 pågår, 1 genomfört, 1 delvis, 1 inte genomfört, 1 utan uppgift. 1 av 4 redovisade åtaganden är genomfört, 1 delvis, 1 ej redovisat.

| Löftet | Mål | Utfall | Status | Varför |
|---|---|---|---|---|
| A1: Fältgruppen är ute minst 100 kvällar. | minst 100 kvällar | 104 | Genomfört |  |
| A2: Polisen är synlig i centrum. |  | cirka 60 | Delvis genomfört | Gruppen var utlånad i november 2024 \\| och december 2024. |
| A3: Vi ordnar möten med invånarna. | minst 4 möten |  | Inte genomfört |  |
| A4: Kommunen och polisen svarar på frågor. |  |  | Ingen uppgift |  |
| A5: Tryggheten ska öka. |  |  | Pågår |  |

## Medborgarlöfte för Åby 2023–2027

Gäller 1 juli 2023 – 30 juni 2027. Ingen uppföljning finns.

| Löftet | Mål | Utfall | Status | Varför |
|---|---|---|---|---|
| Å1: Kommunen märker 200 cyklar. |  |  | Ingen uppgift |  |
""")


def test_a_table_for_the_board_in_english(three: Workspace) -> None:
    assert _plain(_board(three), "markdown", "en") == snapshot("""\
## Medborgarlöfte för Alfaby 2024

Period: 2024. Followed up 20 December 2024: 1 under way, 1 done, 1 partly, 1 not done, 1 without a report. 1 of 4 reported commitments is done, 1 partly, 1 not reported.

| Promised | Target | Outcome | Status | Why |
|---|---|---|---|---|
| A1: Fältgruppen är ute minst 100 kvällar. | at least 100 kvällar | 104 | Done |  |
| A2: Polisen är synlig i centrum. |  | about 60 | Partly done | Gruppen var utlånad i november 2024 \\| och december 2024. |
| A3: Vi ordnar möten med invånarna. | at least 4 möten |  | Not done |  |
| A4: Kommunen och polisen svarar på frågor. |  |  | No report |  |
| A5: Tryggheten ska öka. |  |  | Under way |  |

## Medborgarlöfte för Åby 2023–2027

Period: 1 July 2023 – 30 June 2027. There is no follow-up.

| Promised | Target | Outcome | Status | Why |
|---|---|---|---|---|
| Å1: Kommunen märker 200 cyklar. |  |  | No report |  |
""")


def test_a_table_of_rows(three: Workspace) -> None:
    assert _plain(_summary(three, "party"), "markdown") == snapshot("""\
| Part | Löften | Åtaganden | Mätbara | Med ansvarig | Läget |
|---|--:|--:|--:|--:|---|
| Alfaby kommun | 1 | 2 | 1 | 1 | 1 genomfört, 1 utan uppgift |
| Polisen i Alfaby | 1 | 2 | 0 | 0 | 1 delvis, 1 utan uppgift |
| tillsammans | 1 | 1 | 1 | 0 | 1 inte genomfört |
| Åby kommun | 1 | 1 | 1 | 0 | 1 utan uppgift |
| (inte angivet) | 1 | 1 | 0 | 0 | 1 pågår |

Ett av 3 löften är utkast eller följs upp i utkast.
""")


def _cells(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line)[1:-1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_has_as_many_cells_as_the_heading(tmp_path: Path, lang: Language) -> None:
    for summary in _every(tmp_path):
        lines = [line for line in _written(summary, "markdown", lang).splitlines() if line.startswith("|")]
        assert {6 if summary.by else 5} >= {len(_cells(line)) for line in lines}
        if not summary.by:
            rest = [line for line in lines if re.match(r"\| \w+: ", line)]
            assert len(rest) == sum(len(one.units) for one in summary.promises)


def test_a_promise_without_commitments_has_no_empty_table(tmp_path: Path) -> None:
    workspace = read(tmp_path, **{"promises/ostby/lofte-2024.yaml": OSTBY})

    assert "|" not in _written(_summary(workspace), "markdown")


ODD: Final = r"Vi är ute *ofta* _nu_ `här` <b>alla</b> [x](y) | a\b &amp; ![z](w) ~~en~~ 2 * 3 * 4."
"""A text with everything that means something in Markdown."""


def _read_markdown(text: str) -> list[list[str]]:
    """The cells of every row as a reader sees them."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    found: list[list[str]] = []
    for before, token in itertools.pairwise(tokens):
        if before.type == "tr_open":
            found.append([])
        if before.type in ("td_open", "th_open"):
            children = token.children or []
            assert {child.type for child in children} <= {"text", "text_special"}, token.content
            found[-1].append("".join(child.content for child in children))
    return found


def test_a_text_is_read_as_it_was_written_whatever_is_in_it(tmp_path: Path) -> None:
    quoted = ODD.replace("\\", "\\\\")
    workspace = read(
        tmp_path,
        **FILES
        | {"promises/alfaby/lofte-2024.yaml": ALFABY.replace("Polisen är synlig i centrum.", f'"{quoted}"')},
    )
    [_, _, row, *_] = _read_markdown(_written(_summary(workspace), "markdown"))

    assert row[0] == f"A2: {ODD}"


def test_a_comment_of_several_lines_with_an_upright_line_is_one_cell(three: Workspace) -> None:
    [_, _, row, *_] = _read_markdown(_written(_summary(three), "markdown"))

    assert row[4] == "Gruppen var utlånad i november 2024 | och december 2024."


def test_a_name_with_an_upright_line_is_one_cell(tmp_path: Path) -> None:
    text = ABY.replace("namn: Åby kommun", 'namn: "Åby | kommun"')
    workspace = read(tmp_path, **{"promises/aby/lofte-2023.yaml": text})
    [_, row] = _read_markdown(_written(_summary(workspace, "party"), "markdown"))

    assert row[0] == "Åby | kommun"


def test_the_outcome_is_the_figure_of_all_parts_together(tmp_path: Path) -> None:
    parts = {
        "promises/alfaby/uppfoljning-1.yaml": "avser: {från: 2024-01-01, till: 2024-06-30}\n",
        "promises/alfaby/uppfoljning-2.yaml": "avser: {från: 2024-07-01, till: 2024-12-20}\nräknat: sedan förra\n",
    }
    files = {
        name: text.replace("poster:\n", parts.get(name, "") + "poster:\n") for name, text in FILES.items()
    }
    workspace = read(tmp_path, **files)
    [_, row, *_] = _read_markdown(_written(_summary(workspace), "markdown"))

    assert "156" in row[2]  # 52 and 104


# ---------------------------------------------------------------- CSV


def _table(summary: Summary) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_written(summary, "csv"), newline=""), strict=True))


def test_a_line_for_each_promise_and_a_column_for_each_status(three: Workspace) -> None:
    assert _table(_summary(three))[0] == snapshot(
        {
            "id": "alfaby/lofte-2024",
            "titel": "Medborgarlöfte för Alfaby 2024",
            "fran": "2024",
            "till": "2024",
            "lage": "gäller",
            "med_utkast": "false",
            "kommuner": "Alfaby kommun",
            "ataganden": "5",
            "matbara": "2",
            "med_ansvarig": "1",
            "uppfoljningar": "2",
            "senast_uppfoljt": "2024-12-20",
            "ej_paborjat": "0",
            "pagar": "1",
            "genomfort": "1",
            "delvis_genomfort": "1",
            "ej_genomfort": "1",
            "utgatt": "0",
            "gar_ej_att_bedoma": "0",
            "ingen_uppgift": "1",
        }
    )


def test_a_line_for_each_row_and_a_column_for_each_status(three: Workspace) -> None:
    assert _table(_summary(three, "focus"))[1] == snapshot(
        {
            "rubrik": "tillgrepp",
            "loften": "1",
            "loften_med_utkast": "0",
            "ataganden": "1",
            "matbara": "1",
            "med_ansvarig": "0",
            "ej_paborjat": "0",
            "pagar": "0",
            "genomfort": "0",
            "delvis_genomfort": "0",
            "ej_genomfort": "0",
            "utgatt": "0",
            "gar_ej_att_bedoma": "0",
            "ingen_uppgift": "1",
        }
    )


def test_headings_are_plain_letters_and_lines_end_as_the_standard_says(tmp_path: Path) -> None:
    for summary in _every(tmp_path):
        written = _written(summary, "csv")
        head, _, _ = written.partition("\r\n")
        assert re.fullmatch(r"[a-z_]+(,[a-z_]+)*", head)
        assert written.endswith("\r\n") and written.count("\n") == written.count("\r\n")


def test_a_table_holds_the_same_numbers_as_json(tmp_path: Path) -> None:
    for summary in _every(tmp_path):
        table, written = _table(summary), json.loads(_written(summary, "json"))
        parts = written["rows"] if summary.by else written["documents"]
        for line, part in zip(table, parts, strict=True):
            total = part["commitments"] if summary.by else part["commitments"]["total"]
            told = ("ej_paborjat", "pagar", "genomfort", "delvis_genomfort", "ej_genomfort", "utgatt")
            counted = sum(int(line[name]) for name in (*told, "gar_ej_att_bedoma", "ingen_uppgift"))
            assert total == int(line["ataganden"]) == counted
            assert part["measurable"] == int(line["matbara"])
            assert part["responsible"] == int(line["med_ansvarig"])


def test_commas_and_quotes_come_back(tmp_path: Path) -> None:
    title = 'Löfte, med "citat"; och semikolon'
    text = ABY.replace("titel: Medborgarlöfte för Åby 2023–2027", f"titel: '{title}'")
    workspace = read(tmp_path, **{"promises/aby/lofte-2023.yaml": text})

    assert [line["titel"] for line in _table(_summary(workspace))] == [title]


@pytest.mark.parametrize("by", ["", "focus"])
def test_a_table_of_nothing_has_the_same_headings(three: Workspace, by: str) -> None:
    def head(summary: Summary) -> str:
        return _written(summary, "csv").partition("\r\n")[0]

    assert head(_summary(three, by)) == head(Summary([], by))


# ---------------------------------------------------------------- JSON


def _json(summary: Summary, lang: Language = "sv") -> Any:
    return json.loads(_written(summary, "json", lang))


def test_a_promise_as_json(three: Workspace) -> None:
    assert _json(_summary(three))["documents"][0] == snapshot(
        {
            "id": "alfaby/lofte-2024",
            "kind": "medborgarlöfte",
            "title": "Medborgarlöfte för Alfaby 2024",
            "period": {"start": "2024", "end": "2024"},
            "standing": "gäller",
            "places": ["Alfaby kommun"],
            "police_areas": ["Norra Provlandet"],
            "commitments": {
                "total": 5,
                "by_party": {"Alfaby kommun": 2, "Polisen i Alfaby": 2, "tillsammans": 1, "": 1},
            },
            "measurable": 2,
            "responsible": 1,
            "follow_ups": 2,
            "latest_follow_up": "2024-12-20",
            "statuses": {
                "pågår": 1,
                "genomfört": 1,
                "delvis genomfört": 1,
                "ej genomfört": 1,
                "ingen uppgift": 1,
            },
            "days_left": 0,
            "with_drafts": False,
            "filled": 0.429,
        }
    )


def test_rows_as_json(three: Workspace) -> None:
    assert _json(_summary(three, "party"))["rows"] == snapshot(
        [
            {
                "label": "Alfaby kommun",
                "promises": 1,
                "commitments": 2,
                "measurable": 1,
                "responsible": 1,
                "statuses": {"genomfört": 1, "ingen uppgift": 1},
            },
            {
                "label": "Polisen i Alfaby",
                "promises": 1,
                "commitments": 2,
                "measurable": 0,
                "responsible": 0,
                "statuses": {"delvis genomfört": 1, "ingen uppgift": 1},
            },
            {
                "label": "tillsammans",
                "promises": 1,
                "commitments": 1,
                "measurable": 1,
                "responsible": 0,
                "statuses": {"ej genomfört": 1},
            },
            {
                "label": "Åby kommun",
                "promises": 1,
                "commitments": 1,
                "measurable": 1,
                "responsible": 0,
                "statuses": {"ingen uppgift": 1},
            },
            {
                "label": None,
                "promises": 1,
                "commitments": 1,
                "measurable": 0,
                "responsible": 0,
                "statuses": {"pågår": 1},
            },
        ]
    )


@pytest.mark.parametrize("today", [dt.date(2000, 1, 1), dt.date(2023, 12, 31), TODAY, dt.date(2030, 1, 1)])
def test_every_answer_follows_the_schema_and_is_the_same_in_each_language(
    tmp_path: Path, today: dt.date
) -> None:
    for workspace in (three_places(tmp_path), example(), shipped(), long_words()):
        for by in WAYS:
            summary = _summary(workspace, by, today)
            SCHEMA.validate(_json(summary))
            assert _json(summary) == _json(summary, "en")
    for by in WAYS:
        SCHEMA.validate(_json(Summary([], by)))


def test_the_program_s_own_answer_follows_the_schema() -> None:
    folder = ROOT / "docs" / "exempel"
    for words in ((), ("--by", "focus"), ("exempelby/lofte-2024",), ("promises/exempelby", "--by", "party")):
        answer = lofte("summary", *words, "--format", "json", "--today", "2024-12-31", cwd=folder)
        assert (answer.code, answer.err) == (0, "")
        SCHEMA.validate(json.loads(answer.out))


def _changed(answer: Any, route: Sequence[str | int], new: Any) -> Any:
    made = copy.deepcopy(answer)
    part = made
    for step in route[:-1]:
        part = part[step]
    part[route[-1]] = new
    return made


@each(
    [
        (("version",), 2),
        (("extra",), 1),
        (("by",), "month"),
        (("rows", 0, "label"), ""),
        (("rows", 0, "commitments"), 0),
        (("rows", 0, "statuses", "klart"), 1),
        (("rows", 0, "statuses", "pågår"), 0),
        (("documents", 0, "id"), ""),
        (("documents", 0, "kind"), "uppföljning"),
        (("documents", 0, "standing"), "ended"),
        (("documents", 0, "period", "start"), "i år"),
        (("documents", 0, "latest_follow_up"), "i år"),
        (("documents", 0, "latest_follow_up"), None),
        (("documents", 0, "follow_ups"), 0),
        (("documents", 0, "filled"), 86),
        (("documents", 0, "days_left"), "0"),
    ]
)
def test_an_answer_of_another_shape_does_not_follow_the_schema(
    route: Sequence[str | int], new: Any, three: Workspace
) -> None:
    answer = _json(_summary(three, "party"))

    with pytest.raises(ValidationError):
        SCHEMA.validate(_changed(answer, route, new))


# ---------------------------------------------------------------- all of them


@pytest.mark.parametrize("name", ["text", "markdown", "json"])
def test_a_report_ends_with_one_line_end_and_has_no_trailing_blanks(tmp_path: Path, name: str) -> None:
    for summary in _every(tmp_path):
        written = _written(summary, name)
        assert written.endswith("\n") and not written.endswith("\n\n")
        assert [line for line in written.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("name", SUMMARY_FORMATS)
def test_the_same_gives_the_same(tmp_path: Path, name: str) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    turned = dict(reversed(FILES.items()))

    assert _written(_summary(read(first, **FILES)), name) == _written(_summary(read(second, **turned)), name)


def test_a_form_that_is_not_filled_in_changes_nothing(tmp_path: Path) -> None:
    without = {name: text for name, text in FILES.items() if text != EMPTY}
    alone = {name: text for name, text in without.items() if text != LAST}

    for name in SUMMARY_FORMATS:
        written = _written(_summary(read(tmp_path / name, **FILES)), name)
        assert written == _written(_summary(read(tmp_path / f"{name}-without", **without)), name)
        assert written != _written(_summary(read(tmp_path / f"{name}-alone", **alone)), name)


def test_a_file_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    read(tmp_path, **FILES)
    (tmp_path / "promises/aby/lofte-2023.yaml").write_text("dokument: [\n", encoding="utf-8")
    answer = lofte("summary", "--today", "2024-12-31", cwd=tmp_path)

    assert "1 löfte, " in answer.out
    assert "lofte validate" in answer.err
    assert "ostby/lofte-2024" in answer.err  # a draft


def test_a_promise_that_refers_to_nothing_is_reported_and_is_no_bug_of_ours(tmp_path: Path) -> None:
    read(tmp_path, **FILES)
    broken = ABY.replace("parter:", "föregångare: aby/lofte-1999\nparter:")
    (tmp_path / "promises/aby/lofte-2023.yaml").write_text(broken, encoding="utf-8")

    for words in ((), ("--short",), ("--format", "json"), ("--by", "year")):
        answer = lofte("summary", "aby/lofte-2023", *words, "--today", "2024-12-31", cwd=tmp_path)
        assert answer.code in (0, 2), answer
        assert "Här finns inga löften" not in answer.err


@pytest.mark.parametrize("words", [("--by", "focus"), ("--format", "json"), ("--format", "csv")])
def test_short_is_refused_with_what_it_cannot_be_together_with(words: tuple[str, ...]) -> None:
    answer = lofte("summary", "exempelby/lofte-2024", "--short", *words, cwd=ROOT / "docs" / "exempel")

    assert answer.code == 2, answer.out


def test_an_empty_folder_is_not_reported_to_hold_several_documents(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()

    assert "flera dokument" not in lofte("summary", "tom", "--short", cwd=tmp_path).err
