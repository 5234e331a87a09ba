"""Keys that real documents asked for: read, checked, shown, exported and compared."""

import json
from pathlib import Path
from typing import Final

import pytest

from cases.test_documents import PARTIES, Project, _follow_up, _promise, _rows

AGREEMENT: Final = f"""\
dokument: samverkansöverenskommelse
titel: Samverkansöverenskommelse för Exempelby
period: {{från: 2030-01-01, till: 2033-12-31}}
{PARTIES}områden:
  - {{id: "1", rubrik: Trygga platser, kategorier: [otrygga-platser]}}
åtaganden:
  - {{id: G1, part: tillsammans, fokus: ["1"], text: Parterna går fyra vandringar varje år., mål: {{exakt: 4, per: år}}}}
  - {{id: P1, part: polisen, text: Polisen lämnar statistik varje månad.}}
samordnare: [trygghetssamordnaren, kommunpolisen]
styrgrupp: [kommundirektören, lokalpolisområdeschefen]
revidering: {{takt: år, text: Den ses över i oktober.}}
"""
PLAN: Final = """\
dokument: åtgärdsplan
titel: Åtgärdsplan för Exempelby
datum: 2030-02-01
fokusområden:
  - {id: unga, rubrik: Unga vid stationen, kategori: barn-och-unga, beskrivning: Fler vuxna ute.}
effektmål:
  - {id: E1, fokus: [unga], text: Färre unga utsätts för rån., utgångsvärde: {värde: 12, enhet: rån, år: 2029}, målvärde: 6}
åtgärder:
  - {id: A1, text: Fältgruppen är ute på fredagar.}
"""
PICTURE: Final = """\
dokument: lägesbild
titel: Lägesbild för Exempelby
datum: 2029-10
siffror:
  - {vad: anmälda inbrott, värde: 31, enhet: brott, år: 2029, jämförelse: 4 fler än 2028}
"""
OUTSIDE: Final = """\
dokument: uppföljning
löfte_saknas: Löftet för 2019 finns bara på papper.
datum: 2020
poster:
  - {text: Polisen gör tio krogtillsyner., status: genomfört, utfall: 11, rapporterat_av: polisen}
  - {text: Kommunen byter 40 lampor., status: ej genomfört, kommentar: Lamporna kom aldrig.}
"""
SUMMARIES: Final = """\
sammanfattningar:
  - {språk: lättläst, text: Polisen ska gå runt mer.}
  - {språk: en, text: The police will patrol more.}
  - {språk: ar, text: ستقوم الشرطة بدوريات.}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def _errors(project: Project) -> list[tuple[str, str]]:
    answer = project.run("validate", "--format", "json", "--today", "2031-01-15")
    found = json.loads(answer.out)["diagnostics"]
    return [(d["code"], d["route"]) for d in found if d["severity"] == "error" and d["code"][0] in "DXY"]


def test_an_agreement_carries_commitments(project: Project) -> None:
    files = project.write(avtal=AGREEMENT).site()

    assert _errors(project) == []
    for page in (files["avtal.html"], files["avtal.md"]):
        for words in (
            "Tillsammans lovar vi", "Parterna går fyra vandringar varje år.", "4 per år", "Trygga platser",
            "trygghetssamordnaren, kommunpolisen", "kommundirektören, lokalpolisområdeschefen",
            "varje år, Den ses över i oktober.",
        ):  # fmt: skip
            assert words in page
    [joint, own] = _rows(files["data/overenskommelser-ataganden.csv"])
    assert (joint["overenskommelse_id"], joint["gemensamt"], joint["fokusomrade"], joint["kategori"]) == (
        "avtal", "true", "Trygga platser", "otrygga-platser",
    )  # fmt: skip
    assert own["part"] == "Lokalpolisområde Exempelby"
    assert list(_rows(files["data/ataganden.csv"])) == []  # an agreement is no promise to residents


@pytest.mark.parametrize(
    ("old", "new", "route"),
    [
        ('fokus: ["1"]', 'fokus: ["7"]', "åtaganden/G1/fokus/0"),
        ("part: polisen", "part: region", "åtaganden/P1/part"),
    ],
)
def test_what_a_commitment_of_an_agreement_names_must_exist(
    project: Project, old: str, new: str, route: str
) -> None:
    assert _errors(project.write(avtal=AGREEMENT.replace(old, new))) == [("X01", route)]


def test_commitments_of_agreements_are_compared(project: Project) -> None:
    later = AGREEMENT.replace("lämnar statistik varje månad", "lämnar statistik varje kvartal")
    answer = project.write(avtal=AGREEMENT, senare=later).run("diff", "avtal", "senare")

    assert "varje månad" in answer.out
    assert "varje kvartal" in answer.out


def test_an_action_plan_has_focus_areas_and_goals(project: Project) -> None:
    files = project.write(plan=PLAN).site()

    for page in (files["plan.html"], files["plan.md"]):
        for words in ("Unga vid stationen", "Fler vuxna ute.", "Färre unga utsätts för rån.", "12", "2029"):
            assert words in page
    assert _errors(project.write(plan=PLAN.replace("fokus: [unga]", "fokus: [gamla]"))) == [
        ("X01", "effektmål/E1/fokus/0")
    ]


def test_a_situation_picture_has_figures(project: Project) -> None:
    files = project.write(bild=PICTURE).site()

    assert "anmälda inbrott" in files["bild.html"]
    assert "| anmälda inbrott | 31 brott | 2029 | 4 fler än 2028 |" in files["bild.md"]
    [row] = _rows(files["data/siffror.csv"])
    assert (row["lagesbild_id"], row["vad"], row["varde"], row["enhet"], row["ar"], row["jamforelse"]) == (
        "bild", "anmälda inbrott", "31", "brott", "2029", "4 fler än 2028",
    )  # fmt: skip


def test_a_follow_up_of_a_promise_that_is_not_here(project: Project) -> None:
    files = project.write(u=OUTSIDE).site()

    assert _errors(project) == []
    for page in (files["u.html"], files["u.md"]):
        for words in (
            "Löftet för 2019 finns bara på papper.", "Polisen gör tio krogtillsyner.", "Genomfört", "11",
            "Kommunen byter 40 lampor.", "Lamporna kom aldrig.", "polisen",
        ):  # fmt: skip
            assert words in page
    assert [row["text"] for row in _rows(files["data/uppfoljning.csv"])] == [
        "Polisen gör tio krogtillsyner.", "Kommunen byter 40 lampor.",
    ]  # fmt: skip
    assert 'href="u.html"' in files["index.html"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (OUTSIDE.replace("löfte_saknas: Löftet för 2019 finns bara på papper.\n", ""), "löfte"),
        (OUTSIDE.replace("löfte_saknas: Löftet för 2019 finns bara på papper.", "löfte:"), "löfte"),
        (OUTSIDE.replace("text: Kommunen byter 40 lampor., ", ""), "poster/1/text"),
    ],
)
def test_a_follow_up_says_what_it_is_about(project: Project, text: str, found: str) -> None:
    assert found in [route for _, route in _errors(project.write(u=text))]


def test_a_post_of_a_promise_that_is_here_names_its_commitment(project: Project) -> None:
    post = "poster:\n  - {text: Polisen gör tio krogtillsyner., status: genomfört, utfall: 11}\n"
    project.write(a=_promise("2030"), u=_follow_up("a", "2030-12-31", post))

    assert [route for _, route in _errors(project)] == ["poster/0/åtagande"]


def test_who_reported_is_a_party_of_the_promise(project: Project) -> None:
    post = "poster:\n  - {åtagande: P1, status: genomfört, utfall: 11, rapporterat_av: polisen}\n"
    project.write(a=_promise("2030"), u=_follow_up("a", "2030-12-31", post))
    files = project.site()

    assert "<dt>Rapporterat av</dt><dd>Lokalpolisområde Exempelby</dd>" in files["u.html"]
    assert "Rapporterat av: Lokalpolisområde Exempelby" in files["u.md"]
    project.write(
        u=_follow_up("a", "2030-12-31", post.replace("rapporterat_av: polisen", "rapporterat_av: polsen"))
    )
    assert [code for code, _ in _errors(project)] == ["X04"]


def test_summaries_in_other_languages_are_marked_with_theirs(project: Project) -> None:
    files = project.write(a=_promise("2030", SUMMARIES)).site()

    assert '<div class="prose" lang="en" dir="auto"><p>The police will patrol more.</p>' in files["a.html"]
    assert '<summary lang="ar">العربية</summary>' in files["a.html"]
    assert "### Lättläst svenska\n\nPolisen ska gå runt mer." in files["a.md"]


def test_a_language_that_is_no_tag_is_an_error(project: Project) -> None:
    wrong = SUMMARIES.replace("språk: en", "språk: på engelska")

    assert _errors(project.write(a=_promise("2030", wrong))) == [("D09", "sammanfattningar/1/språk")]
