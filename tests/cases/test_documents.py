"""What real documents look like: each kind, with what must hold of it on every surface."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from program import Answer, lofte

PARTIES: Final = """\
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
"""
TEN_CHECKS: Final = """\
åtaganden:
  - {id: P1, part: polisen, text: Polisen gör tio krogtillsyner., mål: {exakt: 10, enhet: krogtillsyner, per: perioden}}
"""


def _promise(year: str, more: str = "", period: str = "", commitments: str = TEN_CHECKS) -> str:
    return (
        f"dokument: medborgarlöfte\ntitel: Löfte för Exempelby {year}\n"
        f"period: {period or f'{{från: {year}-01-01, till: {year}-12-31}}'}\n{PARTIES}{more}{commitments}"
    )


def _follow_up(promise: str, date: str, more: str) -> str:
    return f"dokument: uppföljning\nlöfte: {promise}\ndatum: {date}\n{more}"


class Project:
    """A folder of documents, and what the program makes of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, **documents: str) -> "Project":
        for name, text in documents.items():
            path = self.folder / "promises" / f"{name}.yaml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return self

    def run(self, *words: str) -> Answer:
        answer = lofte(*words, cwd=self.folder)
        return answer._replace(out=answer.out.replace("\N{NO-BREAK SPACE}", " "))

    def site(self, *words: str, today: str = "2031-01-15") -> dict[str, str]:
        """Every text file of the published site."""
        answer = self.run("render", "--force", "--today", today, *words)
        assert answer.code == 0, answer
        return {
            path.relative_to(self.folder / "site").as_posix(): path.read_text(encoding="utf-8").replace(
                "\N{NO-BREAK SPACE}", " "
            )
            for path in (self.folder / "site").rglob("*")
            if path.suffix in (".html", ".md", ".csv", ".json", ".xml", ".ics") and path.is_file()
        }

    def findings(self, *codes: str, today: str = "2031-01-15") -> list[tuple[str, str]]:
        """Code and file of what is found, of these rules."""
        answer = self.run("validate", "--format", "json", "--today", today, "--profile", "granskning")
        found = [(d["code"], d["file"]) for d in json.loads(answer.out)["diagnostics"]]
        return [(code, Path(file).stem) for code, file in found if not codes or code in codes]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def _saying(files: dict[str, str], *words: str) -> list[str]:
    """The files in which any of the words occur."""
    return sorted(name for name, text in files.items() if any(word in text for word in words))


def _rows(text: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(text.splitlines())


# ---------------------------------------------------------------- drafts

ADOPTED: Final = _promise("2030", "status: antaget\n")
DRAFTED: Final = _promise("2031", "status: utkast\nföregångare: lofte_2030\n").replace(
    "krogtillsyner.", "kontroller."
)
REPORTED: Final = _follow_up(
    "lofte_2030", "2030-06-30", "poster:\n  - {åtagande: P1, status: pågår, utfall: 4}\n"
)
DRAFT_REPORT: Final = _follow_up(
    "lofte_2030",
    "2030-12-31",
    "status: utkast\nslutlig: ja\nposter:\n  - {åtagande: P1, status: genomfört, utfall: 17}\n",
)


@pytest.fixture
def with_drafts(project: Project) -> Project:
    return project.write(lofte_2030=ADOPTED, lofte_2031=DRAFTED, u1=REPORTED, u2=DRAFT_REPORT)


def test_a_draft_is_on_no_surface_of_the_site(with_drafts: Project) -> None:
    files = with_drafts.site()

    files.pop("data/loften.schema.json")
    assert _saying(files, "Exempelby 2031", "kontroller.", "lofte_2031", "lofte-2031", "u2", ">17<") == []
    assert "lofte-2030.html" in files
    assert "lofte-2031.html" not in files
    assert "Pågår" in files["lofte-2030.html"]
    assert [row["status"] for row in _rows(files["data/ataganden.csv"])] == ["pågår"]


def test_a_draft_that_is_requested_is_marked_on_every_surface(with_drafts: Project) -> None:
    files = with_drafts.site("--drafts")

    for page in ("lofte-2031", "lofte-2031-jamforelse", "u2"):
        assert "<title>Utkast: " in files[f"{page}.html"], page
        assert '<body class="draft">' in files[f"{page}.html"], page
        assert "Det här är inte beslutat och kan ändras.</p>" in files[f"{page}.html"], page
        assert "**Utkast.** Det här är inte beslutat och kan ändras." in files[f"{page}.md"], page
    for page in ("index", "lofte-2030", "alla-ataganden", "kommun/exempelby-kommun"):
        assert "Här är utkast med" in files[f"{page}.html"], page
        assert "Här är utkast med" in files[f"{page}.md"], page
    assert "Utkast: Löfte för Exempelby 2031" in files["index.html"]
    assert "Utkast: Löfte för Exempelby 2031" in files["flode.xml"]
    assert "Utkast: Löfte för Exempelby 2031" in files["flode.json"]
    assert "Utkast: Uppföljt: Löfte för Exempelby 2030" in files["datum.ics"].replace("\r\n ", "")
    [old, new] = _rows(files["data/loften.csv"])
    assert (old["status"], new["status"]) == ("antaget", "utkast")
    statuses = [(row["lofte_status"], row["uppfolt_status"]) for row in _rows(files["data/ataganden.csv"])]
    assert statuses == [("antaget", "utkast"), ("utkast", "")]
    assert [row["uppfoljning_status"] for row in _rows(files["data/uppfoljning.csv"])] == ["", "utkast"]


@pytest.mark.parametrize("output", ["text", "markdown", "json", "csv"])
def test_a_summary_counts_drafts_only_when_asked(with_drafts: Project, output: str) -> None:
    words = ("summary", "--format", output, "--today", "2031-01-15")
    without, with_them = with_drafts.run(*words), with_drafts.run(*words, "--drafts")

    assert "2031" not in without.out
    assert not {"17", "1 genomfört", '"genomfört": 1'} & set(without.out.replace(",", " ").split())
    assert without.err == "2 utkast är inte med (lofte_2031, u2). Ta med dem: --drafts\n"
    assert "utkast" in with_them.out.lower()
    assert "2031" in with_them.out
    assert with_them.err == ""


def test_a_draft_that_is_named_is_summed_up_and_marked(with_drafts: Project) -> None:
    answer = with_drafts.run("summary", "lofte_2031")

    assert answer.out.startswith("Utkast: Löfte för Exempelby 2031 gäller")
    assert "Löftet är ett utkast och inte beslutat." in " ".join(answer.out.split())


def test_comparisons_leave_drafts_out_unless_they_are_named_or_requested(with_drafts: Project) -> None:
    assert with_drafts.run("diff").out == ""
    for words in (("diff", "--drafts"), ("diff", "lofte_2030", "lofte_2031")):
        assert with_drafts.run(*words).out.startswith("lofte_2030 → lofte_2031 (utkast)\n")


def test_exported_data_has_no_drafts_unless_asked(with_drafts: Project) -> None:
    with_drafts.run("export", "-o", "data")
    documents = json.loads((with_drafts.folder / "data" / "loften.json").read_text(encoding="utf-8"))
    with_drafts.run("export", "-o", "utkast", "--drafts", "--today", "2031-01-15")
    everything = json.loads((with_drafts.folder / "utkast" / "loften.json").read_text(encoding="utf-8"))

    assert [row["id"] for row in documents["documents"]] == [
        "lofte_2030"
    ]  # u1 is dated ahead of the real today
    assert [row["id"] for row in everything["documents"]] == ["lofte_2030", "lofte_2031", "u1", "u2"]


def test_only_the_reminder_to_decide_a_draft_is_due(with_drafts: Project) -> None:
    answer = with_drafts.run("due", "--within", "3y", "--today", "2030-11-01", "--format", "json")
    found = [(row["kind"], row["document"]) for row in json.loads(answer.out)["deadlines"]]

    assert [kind for kind, document in found if document == "lofte_2031"] == ["unsigned"]


def test_a_follow_up_of_a_draft_goes_with_it(project: Project) -> None:
    files = project.write(
        lofte_2030=ADOPTED,
        lofte_2031=DRAFTED,
        u=_follow_up("lofte_2031", "2031-01-02", "sammanfattning: Hemligt än.\n"),
    ).site()

    assert _saying(files, "Hemligt än") == []


def test_a_site_of_drafts_alone_is_not_published(project: Project) -> None:
    answer = project.write(lofte_2031=DRAFTED.replace("föregångare: lofte_2030\n", "")).run(
        "render", "--force"
    )

    assert answer.code == 1
    assert "1 utkast är inte med (lofte_2031). Ta med det: --drafts" in answer.err
    assert not (project.folder / "site").exists()


def test_the_linter_sees_drafts(with_drafts: Project) -> None:
    assert ("D05", "fel") in with_drafts.write(fel=DRAFTED + "hittepå: 1\n").findings()


# ---------------------------------------------------------------- dated ahead


def test_what_is_dated_ahead_is_counted_by_no_surface(project: Project) -> None:
    ahead = _follow_up(
        "lofte_2030", "2030-12-31", "poster:\n  - {åtagande: P1, status: genomfört, utfall: 17}\n"
    )
    project.write(lofte_2030=ADOPTED, u1=REPORTED, u2=ahead)
    day = ("--today", "2030-09-01")

    refused = project.run("render", *day)
    assert refused.code == 1
    assert "U10" in refused.err
    files = project.site(today="2030-09-01")
    assert _saying(files, ">17<", " 17 ", ",17,", "u2") == []
    assert "17" not in project.run("export", "-o", "data", *day).out
    assert [
        row["utfall"] for row in _rows((project.folder / "data" / "ataganden.csv").read_text("utf-8"))
    ] == ["4"]
    assert '"pågår": 1' in project.run("summary", "--format", "json", *day).out


# ---------------------------------------------------------------- final follow-ups that leave something out

KEPT_THREE: Final = """\
åtaganden:
  - {id: P1, part: polisen, text: Polisen gör minst tio krogtillsyner., mål: {minst: 10, enhet: krogtillsyner}}
  - {id: K1, part: kommunen, text: Kommunen ordnar två vandringar., mål: {exakt: 2, enhet: vandringar}}
  - {id: K2, part: kommunen, text: Kommunen byter 40 lampor i parken., mål: {exakt: 40, enhet: lampor}}
"""
FINAL: Final = """\
avser: {från: 2024-01-01, till: 2024-12-31}
slutlig: ja
poster:
  - {åtagande: P1, status: genomfört, utfall: 12}
"""


def test_a_final_follow_up_that_leaves_commitments_out_is_incomplete(project: Project) -> None:
    project.write(a=_promise("2024", commitments=KEPT_THREE), b=_follow_up("a", "2024-12-31", FINAL))

    assert project.findings("U04") == [("U04", "b"), ("U04", "b")]


def test_what_was_not_reported_is_reported_beside_what_was(project: Project) -> None:
    project.write(a=_promise("2024", commitments=KEPT_THREE), b=_follow_up("a", "2024-12-31", FINAL))
    sentence = "1 av 1 redovisat åtagande är genomfört, 2 ej redovisade."
    files = project.site()

    pages = ("a", "b", "index", "kommun/exempelby-kommun")
    assert {f"{page}.{suffix}" for page in pages for suffix in ("html", "md")} <= {
        *_saying(files, "2 utan uppgift")
    }
    assert sentence in " ".join(project.run("summary").out.split())
    assert sentence in " ".join(project.run("summary", "a").out.split())
    english = " ".join(project.run("summary", "--lang", "en").out.split())
    assert "1 of 1 reported commitment is done, 2 not reported." in english


# ---------------------------------------------------------------- until a new promise is signed

UNTIL: Final = (
    "{från: 2024, till: 2025, tills_vidare: ja, text: 2024–2025 och till dess att ett nytt löfte tecknas}"
)


def test_a_promise_until_a_new_one_is_signed(project: Project) -> None:
    project.write(
        a=_promise("2024–2025", period=UNTIL),
        b=_promise("2026", "föregångare: a\n", period="{från: 2026-02-15, till: 2026-12-31}"),
    )
    words = "2024–2025 och tills ett nytt tecknas"
    files = project.site(today="2026-06-01")

    assert words in files["a.html"]
    assert words in files["a.md"]
    assert "31 december 2025" not in files["a.html"]
    for output in ("text", "markdown"):
        assert words in " ".join(
            project.run("summary", "--format", output, "--today", "2026-06-01").out.split()
        )
    assert "Mellan förra löftet" not in project.run("validate", "--today", "2026-06-01").out
    answer = project.run("summary", "--format", "json", "--today", "2026-02-01")
    assert [row["standing"] for row in json.loads(answer.out)["documents"]] == ["gäller", "kommande"]


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        ("{från: 2024-01, till: 2024-12, text: januari - december 2024}", False),
        ("{från: 2024-01-01, till: 2024-06-30, text: vårterminen 2024}", True),
        ("{från: 2024-04-04, till: 2025-03-31, text: 4 april 2024 till och med 31 mars 2025}", False),
        ("{från: 2024, till: 2025, text: 2024–2025 med möjlighet till förlängning}", True),
    ],
)
def test_the_source_s_words_for_a_period_are_shown_where_they_say_more(
    project: Project, period: str, *, shown: bool
) -> None:
    files = project.write(a=_promise("2024", period=period)).site()

    assert ("<dt>Som det står</dt>" in files["a.html"]) is shown
    assert ("- Som det står: " in files["a.md"]) is shown
    assert ("(”" in project.run("summary", "a").out) is shown


# ---------------------------------------------------------------- a year stays a year

COARSE: Final = """\
avser: {från: 2022, till: 2022}
slutlig: ja
poster:
  - {åtagande: P1, status: genomfört, utfall: 11}
övriga_resultat:
  - {text: Rapporterat 16 förare som kört påverkade., utfall: 16}
kontakter: [{funktion: kommunpolis}, {funktion: presstjänst, endast_press: ja}]
"""


def test_a_date_that_is_only_a_year_is_shown_as_that(project: Project) -> None:
    project.write(a=_promise("2022"), b=_follow_up("a", "2023", COARSE))
    files = project.site()

    assert _saying(files, "31 december 2023") == []
    # Feeds must have a day.
    assert _saying(files, "2023-12-31") == ["flode.json", "flode.xml"]
    assert "Uppdaterad 2023." in files["b.html"]
    assert "Uppdaterad: 2023." in files["b.md"]
    assert "<dt>Uppföljt</dt><dd>2023 (slutlig)</dd>" in files["b.html"]
    prose = " ".join(project.run("summary", "a").out.split())
    assert "Så gick det 2022: 1 genomfört." in prose
    assert (
        json.loads(project.run("summary", "--format", "json").out)["documents"][0]["latest_follow_up"]
        == "2023"
    )
    assert "Uppföljt 2023: " in project.run("summary", "--format", "markdown").out


def test_a_deadline_that_is_only_a_year_or_a_month_is_shown_as_that(project: Project) -> None:
    commitments = "åtaganden:\n  - {id: K1, part: kommunen, text: Kommunen byter lampor., senast: 2030-10}\n"
    project.write(a=_promise("2030", period="{från: 2030, till: 2030}", commitments=commitments))
    answer = project.run("due", "--within", "2y", "--today", "2030-02-01")

    assert [line.split("  ")[0] for line in answer.out.splitlines() if line.startswith("2030")] == [
        "2030-10",
        "2030",
    ]


def test_public_contacts_of_a_follow_up_are_published(project: Project) -> None:
    files = project.write(a=_promise("2022"), b=_follow_up("a", "2023", COARSE)).site()

    assert _saying(files, "kommunpolis") == ["b.html", "b.md", "data/loften.json"]
    assert _saying(files, "presstjänst") == []


# ---------------------------------------------------------------- an agreement that is not in the collection


def test_an_agreement_outside_the_collection_is_named_on_the_page(project: Project) -> None:
    outside = "ingår_i: {titel: Samverkansavtal Exempelby, period: 2028–2032, länk: 'https://www.exempelby.example/avtal'}\n"
    files = project.write(a=_promise("2030", outside)).site()

    assert (
        '<a href="https://www.exempelby.example/avtal">Samverkansavtal Exempelby, 2028–2032</a>'
        in files["a.html"]
    )
    assert "[Samverkansavtal Exempelby, 2028–2032](https://www.exempelby.example/avtal)" in files["a.md"]
    assert project.findings("X02", "R01") == []


def test_the_period_of_an_agreement_outside_may_be_written_as_that_of_a_document(project: Project) -> None:
    outside = "ingår_i: {titel: Avtal, period: {från: 2028-01-01, till: 2032-12-31}}\n"
    files = project.write(a=_promise("2030", outside)).site()

    assert "Avtal, 2028-01-01 – 2032-12-31" in files["a.html"]
    assert project.findings("D07", "R01") == []


def test_a_key_in_the_wrong_place_is_told_where_it_belongs(project: Project) -> None:
    answer = project.write(a=_promise("2030", "ändringar: []\n")).run("validate")

    assert "Nyckeln hör till ”period”. Skriv den där." in " ".join(answer.out.split())


def test_a_missing_agreement_explains_how_to_name_one_outside(project: Project) -> None:
    answer = project.write(a=_promise("2030", "ingår_i: exempelby/samverkansavtal-2028\n")).run("validate")

    assert "{titel: …, länk: …, period: …}" in " ".join(answer.out.split())


# ---------------------------------------------------------------- one outcome, two targets

SHARE: Final = """\
åtaganden:
  - id: P1
    part: polisen
    text: Polisen upptäcker minst 52 narkotikabrott, varav minst 20 procent hos förstagångsanvändare.
    mål:
      - {minst: 52, enhet: narkotikabrott, per: perioden}
      - {minst: 20, enhet: procent förstagångsanvändare, av: narkotikabrotten}
"""


def test_one_outcome_for_two_targets_is_asked_about(project: Project) -> None:
    post = "slutlig: ja\nposter:\n  - {åtagande: P1, status: genomfört, utfall: 60}\n"
    project.write(a=_promise("2030", commitments=SHARE), b=_follow_up("a", "2030-12-31", post))

    assert ("U04", "b") in project.findings("U04")


def test_the_form_proposes_no_status_from_one_outcome_for_two_targets(project: Project) -> None:
    project.write(a=_promise("2030", commitments=SHARE))
    answer = project.run("follow-up", "a", "--date", "2030-12-31", "--set", "P1=:60")

    assert answer.code == 2
    assert "Vilken status P1 har följer inte av ”60”." in answer.err


def test_an_outcome_for_each_target_is_enough(project: Project) -> None:
    post = """\
slutlig: ja
poster:
  - åtagande: P1
    status: genomfört
    utfall: [{värde: 60, mål: 1}, {värde: 25, enhet: procent, mål: 2}]
"""
    project.write(a=_promise("2030", commitments=SHARE), b=_follow_up("a", "2030-12-31", post))

    assert project.findings("U04") == []
    assert "60 narkotikabrott av minst 52; 25 procent" in project.site()["a.md"]
