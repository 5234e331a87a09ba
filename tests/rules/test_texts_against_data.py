"""Texts compared with the data beside them, and words that only look like a problem."""

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from medborgarlofte.load import load
from medborgarlofte.rules.engine import lint

PROMISE: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby
period: {från: 2030-01-01, till: 2031-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
"""


def codes(folder: Path, text: str, promise: str | None = None) -> set[str]:
    """The codes of the rules that speak of a document, in review."""
    promises = folder / "promises"
    promises.mkdir()
    (promises / "a.yaml").write_text(text, encoding="utf-8")
    if promise:
        (promises / "lofte.yaml").write_text(promise, encoding="utf-8")
    workspace = load([str(promises / "a.yaml")], folder)
    assert [d for d in workspace.diagnostics if d.severity == "error"] == []
    return {d.code for d in lint(workspace, today=dt.date(2030, 5, 1), profile="granskning")}


def commitment(text: str, more: str) -> str:
    return PROMISE + f'åtaganden:\n  - {{id: K1, part: kommunen, text: "{text}", {more}}}\n'


@pytest.mark.parametrize(
    ("text", "target", "differs"),
    [
        ("Vi går minst 80 kvällar.", "{minst: 100, enhet: kvällar}", True),
        ("Vi går minst 80 kvällar.", "{minst: 80, enhet: kvällar}", False),
        ("Vi går minst 80 kvällar.", "{högst: 80, enhet: kvällar}", True),
        ("Vi går två kvällar i veckan.", "{minst: 3, enhet: kvällar, per: vecka}", True),
        ("Vi går två kvällar i veckan.", "{minst: 208, enhet: kvällar, per: perioden}", False),
        ("Vi går fyra kvällar per år.", "{exakt: 8, enhet: kvällar}", False),
        ("Tre personal går minst 80 kvällar.", "{minst: 80, enhet: kvällar}", False),
        ("Vi besöker sex skolor.", "{minst: 80, enhet: kvällar}", False),
        ("Minst 20 procent av besöken är oanmälda.", "{minst: 30, enhet: procent}", True),
        ("Minst 20 procent av besöken är oanmälda.", "{minst: 20, enhet: procent}", False),
        (
            "Minst 30 besök varav minst 10 besök i skolor.",
            "[{minst: 30, enhet: besök}, {minst: 10, enhet: besök i skolor}]",
            False,
        ),
        (
            "Minst 30 besök i alla skolor.",
            "[{minst: 30, enhet: besök}, {minst: 10, enhet: besök i skolor}]",
            False,
        ),
        (
            "Minst 25 besök i alla skolor.",
            "[{minst: 30, enhet: besök}, {minst: 10, enhet: besök i skolor}]",
            True,
        ),
        ("Klotter tas bort inom 72 timmar.", "{inom: 48 timmar}", True),
        ("Klotter tas bort inom två dygn.", "{inom: 48 timmar}", False),
        ("Klotter tas bort snabbt.", "{inom: 48 timmar}", False),
    ],
)
def test_the_number_of_a_text_is_that_of_its_target(
    text: str, target: str, differs: bool, tmp_path: Path
) -> None:
    assert ("M08" in codes(tmp_path, commitment(text, f"mål: {target}"))) is differs


@pytest.mark.parametrize(
    ("sentence", "differs"),
    [
        ("Löftet gäller under ett år.", True),
        ("Medborgarlöftet löper i två år.", False),
        ("Det här är ett ettårigt medborgarlöfte.", True),
        ("Löftet gäller 2030–2031.", False),
        ("Löftet gäller 2030–2032.", True),
        ("Löftet följs upp under ett år.", False),
        ("Kameran gäller under ett år.", False),
        ("Löftet gäller i 24 månader.", False),
    ],
)
def test_the_time_of_a_text_is_the_period(sentence: str, differs: bool, tmp_path: Path) -> None:
    assert ("T07" in codes(tmp_path, PROMISE + f"inledning: {sentence}\n")) is differs


@pytest.mark.parametrize(
    ("text", "due", "wrong"),
    [
        ("Vi byter lampor.", "2032-03-01", True),
        ("Vi byter lampor.", "2029-12", True),
        ("Vi byter lampor.", "2031-12-31", False),
        ("Vi byter lampor senast den 31 mars 2030.", "2030-05-31", True),
        ("Vi byter lampor senast den 31 mars 2030.", "2030-03-31", False),
        ("Vi byter lampor före den 1 april 2030.", "2030-04-01", False),
    ],
)
def test_a_day_is_in_the_period_and_as_the_text_says(
    text: str, due: str, wrong: bool, tmp_path: Path
) -> None:
    assert ("T08" in codes(tmp_path, commitment(text, f"senast: {due}"))) is wrong


@pytest.mark.parametrize(
    ("post", "differs"),
    [
        ("poster: {åtagande: K1, utfall: 42, kommentar: Vi gick 52 kvällar.}", True),
        ("poster: {åtagande: K1, utfall: 52, kommentar: Vi gick 52 kvällar.}", False),
        ("poster: {åtagande: K1, utfall: 42, kommentar: Åtta skolor var med.}", False),
        ("poster: {åtagande: K1, utfall: 42, kommentar: 'Vi gick, varav 12 kvällar i maj.'}", False),
        ("övriga_resultat: {text: 57 trafikinsatser är gjorda., utfall: 75}", True),
        ("övriga_resultat: {text: 57 trafikinsatser är gjorda., utfall: 57}", False),
    ],
)
def test_the_words_of_a_follow_up_are_its_figure(post: str, differs: bool, tmp_path: Path) -> None:
    promise = commitment("Vi går minst 40 kvällar.", "mål: {minst: 40, enhet: kvällar}")
    text = f"dokument: uppföljning\nlöfte: lofte\ndatum: 2030-04-30\n{post}\n"

    assert ("U11" in codes(tmp_path, text, promise)) is differs


@pytest.mark.parametrize("unit", ["lovaktiviteter", "målade gångtunnlar"])
def test_a_unit_that_starts_like_a_word_of_promising_is_a_unit(unit: str, tmp_path: Path) -> None:
    promise = commitment(f"Vi gör minst fem {unit}.", f"mål: {{minst: 5, enhet: {unit}}}")
    text = (
        "dokument: uppföljning\nlöfte: lofte\ndatum: 2030-04-30\n"
        f"poster: {{åtagande: K1, utfall: 9, kommentar: Sju {unit} blev av.}}\n"
    )

    assert "U11" in codes(tmp_path, text, promise)


@pytest.mark.parametrize(
    ("summary", "claims"),
    [
        ("Invånarna känner en större trygghet i trafiken.", True),
        ("Löftet har haft en positiv effekt.", True),
        ("Andelen trygga ökade från 58 till 62 procent.", False),
        ("Vi arbetar för att tryggheten ska öka.", False),
    ],
)
def test_a_follow_up_shows_what_it_claims(summary: str, claims: bool, tmp_path: Path) -> None:
    text = f"dokument: uppföljning\nlöfte: lofte\ndatum: 2030-04-30\nsammanfattning: {summary}\n"

    assert ("R07" in codes(tmp_path, text, PROMISE)) is claims


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Länsstyrelsen Provlän arbetar mot narkotika.", False),
        ("Kampanjen Våga Fråga handlar om psykisk ohälsa.", False),
        ("Kvinnojouren Ellen hjälper utsatta.", False),
        ("I Gamla Stan säljs narkotika.", False),
        ("Vid Södra Kajen förekommer narkotika.", False),
        ("Röda Korset möter utsatta kvinnor.", False),
        ("Operation Vinterljus minskar stölderna.", False),
        ("Robin Provgren misstänks för rån.", True),
        ("I maj greps Kim Provare för rån.", True),
        ("Elisabet Testlund har ett missbruk.", True),
    ],
)
def test_a_place_a_group_and_a_campaign_are_no_persons(text: str, named: bool, tmp_path: Path) -> None:
    assert ("P02" in codes(tmp_path, commitment(text, "tid: i maj"))) is named


@pytest.mark.parametrize(
    ("text", "rule", "fires"),
    [
        ("Kampanjen En vecka fri från våld på skolorna i vecka 47.", "M07", False),
        ("Skolan ska vara helt fri från våld.", "M07", True),
        ("Tillsyn mot langning av alkohol.", "K05", False),
        ("Insatser mot försäljning av narkotika.", "K05", False),
        ("Anordnande av vandringar.", "K05", True),
        ("En grupp bestående av föräldrar går ut.", "K05", False),
    ],
)
def test_names_and_terms_are_no_heavy_or_absolute_words(
    text: str, rule: str, fires: bool, tmp_path: Path
) -> None:
    assert (rule in codes(tmp_path, commitment(text, "tid: vecka 47"))) is fires


@pytest.mark.parametrize(
    ("key", "heavy"), [("titel: Medborgarlöfte", False), ("rubrik: Medborgarlöfte", True)]
)
def test_a_title_needs_no_verb(key: str, heavy: bool, tmp_path: Path) -> None:
    focus = "fokusområden:\n  - {id: stad, rubrik: Medborgarlöfte}\n"
    text = commitment("Vi städar torget.", "fokus: [stad], tid: vecka 47").replace(
        "åtaganden:", f"{focus}åtaganden:"
    )
    text = text.replace(key, f"{key.partition(' ')[0]} Uppföljning av löfte", 1)
    assert ("K05" in codes(tmp_path, text)) is heavy


@pytest.mark.parametrize(
    ("text", "target", "differs"),
    [
        ("Minst en tredjedel av husen besöks.", "{minst: 33, enhet: procent}", False),
        ("Minst en tredjedel av husen besöks.", "{minst: 34, enhet: procent}", True),
        ("Två tredjedelar av husen besöks.", "{exakt: 67, enhet: procent, cirka: ja}", False),
        ("Vi gör ett besök per läsår.", "{exakt: 1, enhet: besök, per: läsår}", False),
    ],
)
def test_a_third_is_33_percent(text: str, target: str, differs: bool, tmp_path: Path) -> None:
    assert ("M08" in codes(tmp_path, commitment(text, f"mål: {target}"))) is differs


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Tre av fyra hittills.", False),
        ("Lampan byts i höst.", False),
        ("Den är som i höstas.", False),
        ("Tre av fyra i fjol.", True),
    ],
)
def test_the_day_of_a_follow_up_says_when_hittills_is(text: str, asked: bool, tmp_path: Path) -> None:
    followed = (
        "dokument: uppföljning\nlöfte_saknas: Det är borta.\ndatum: 2031-02-01\n"
        f"poster:\n  - {{text: Fyra besök., status: pågår, kommentar: {text}}}\n"
    )

    assert ("T06" in codes(tmp_path, followed)) is asked


@pytest.mark.parametrize(
    ("period", "text", "fires"),
    [
        ("{från: 2030, till: 2030}", "Vi gör fyra tillsyner under året.", set()),
        ("{från: 2030-01-01, till: 2030-12-31}", "Vi går ut under hösten.", {"T06"}),
        ("{från: 2030-01-01, till: 2030-12-31}", "Årets tillsyner är fyra.", {"T06"}),
        ("{från: 2030-01-01, till: 2030-12-31}", "Vi går ut hela året.", set()),
        ("{från: 2030-01-01, till: 2031-12-31}", "Vi gör fyra tillsyner under året.", {"T06"}),
        ("{från: 2030, till: 2031}", "Vi gör fyra tillsyner.", {"T02"}),
        ("{från: 2030-01-01, till: 2031, tills_vidare: ja}", "Vi gör fyra tillsyner.", set()),
        ("{från: 2030-01-01, till: 2030-12-31}", "Vi gör som i fjol.", {"T06"}),
    ],
)
def test_the_year_of_a_promise_for_one_year_is_known(
    period: str, text: str, fires: set[str], tmp_path: Path
) -> None:
    whole = commitment(text, "mål: {exakt: 4, enhet: tillsyner}").replace(
        "{från: 2030-01-01, till: 2031-12-31}", period
    )

    assert codes(tmp_path, whole) & {"T02", "T06"} == fires


@pytest.mark.parametrize(
    ("area", "foreign"),
    [
        ('område: {typ: stadsdel, namn: "Norr, Karlstads kommun"}\n', False),
        ("område: {typ: stadsdel, namn: Norr}\n", True),
    ],
)
def test_the_city_of_a_district_is_no_foreign_municipality(area: str, foreign: bool, tmp_path: Path) -> None:
    text = PROMISE.replace("Exempelby kommun", "Norrs stadsdel").replace("typ: kommun", "typ: stadsdel")

    found = codes(tmp_path, f"{text}{area}inledning: Norr är en del av Karlstads kommun.\n")

    assert ("R05" in found) is foreign


def test_a_commitment_without_a_party_stands_out_among_others(tmp_path: Path) -> None:
    more = "  - {id: K2, text: Fyra vandringar genomförs.}\n"

    found = codes(tmp_path, commitment("Vi går.", "tid: alltid") + more)

    assert {"A05", "K04"} & found == {"A05"}


def test_an_agreement_outside_the_collection_is_one(tmp_path: Path) -> None:
    agreement = (
        "ingår_i: {titel: Samverkansavtal, länk: 'https://www.exempelby.example/avtal', period: 2028–2032}\n"
    )

    assert "R01" not in codes(tmp_path, PROMISE + agreement)


@pytest.mark.parametrize(
    ("outcome", "wrong"),
    [
        ("[{värde: 10, mål: 1}, {värde: 3, mål: 2}]", []),
        ("[{värde: 10, mål: 1}, {värde: 3, mål: 7}]", [("poster/K1/utfall/1/mål", "K1 har 2 mål, inget nummer 7.")]),
        ("[{värde: 10, mål: 1}, {värde: 3, mål: 1}]", [("poster/K1/utfall/1/mål", "K1 har två utfall för mål 1.")]),
        ("[{värde: 6, mål: 1, plats: Norr}, {värde: 4, mål: 1, plats: Söder}, {värde: 3, mål: 2}]", []),
        ("{värde: 10, mål: 4}", [("poster/K1/utfall/mål", "K1 har 2 mål, inget nummer 4.")]),
    ],
)  # fmt: skip
def test_an_outcome_names_a_target_that_is_there(
    outcome: str, wrong: list[tuple[str, str]], tmp_path: Path
) -> None:
    promise = commitment(
        "Tio kvällar, tre möten.", "mål: [{exakt: 10, enhet: kvällar}, {exakt: 3, enhet: möten}]"
    )
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "lofte.yaml").write_text(promise, encoding="utf-8")
    file = tmp_path / "promises" / "a.yaml"
    file.write_text(
        f"dokument: uppföljning\nlöfte: lofte\ndatum: 2030-04-30\nposter:\n"
        f"  - {{åtagande: K1, status: pågår, utfall: {outcome}}}\n",
        encoding="utf-8",
    )

    found = lint(load([str(file)], tmp_path), today=dt.date(2030, 5, 1), profile="granskning")

    assert [
        (d.route, getattr(d.values["message"], "sv", "")) for d in found if d.code in ("U04", "U12")
    ] == wrong


def test_a_commitment_without_a_status_is_pointed_out_where_it_stands(tmp_path: Path) -> None:
    promise = commitment("Tio kvällar.", "mål: {exakt: 10, enhet: kvällar}")
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "lofte.yaml").write_text(promise, encoding="utf-8")
    file = tmp_path / "promises" / "a.yaml"
    head = "dokument: uppföljning\nlöfte: lofte\ndatum: 2030-12-31\nslutlig: ja\nposter:\n"
    file.write_text(f"{head}  - {{åtagande: K1, status: }}\n", encoding="utf-8")

    found = lint(load([str(file)], tmp_path), today=dt.date(2031, 1, 1), profile="granskning")

    assert [(d.span.line, d.span.column) for d in found if d.code == "U04"] == [(6, 16)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("brottsoaktivas", "brottsaktivas"),
        ("lokalpolisområdechefens", "lokalpolisområdeschefens"),
        ("komrnunerna", "kommunerna"),
    ],
)
def test_a_misread_word_keeps_its_ending(tmp_path: Path, written: str, meant: str) -> None:
    path = tmp_path / "promises" / "a.yaml"
    path.parent.mkdir()
    path.write_text(f"{PROMISE}inledning: De {written} arbete.\n", encoding="utf-8")

    found = lint(load([str(path)], tmp_path), today=dt.date(2030, 5, 1), profile="granskning")

    assert [d.message("sv") for d in found if d.code == "K06"] == [f"”{written}” ska nog vara ”{meant}”."]


REPORTED: Final = (
    PROMISE + "åtaganden:\n  - {id: K1, part: kommunen, text: Vi går ut., mål: {minst: 80, enhet: kvällar}}\n"
)


def report(item: str) -> str:
    return f"dokument: uppföljning\nlöfte: lofte\ndatum: 2030-04-30\nposter:\n  - {{åtagande: K1, {item}}}\n"


@pytest.mark.parametrize(
    ("item", "code", "found"),
    [
        ("status: pågår, utfall: [44, 45]", "U12", True),
        ("status: pågår, utfall: 44", "U12", False),
        ("status: pågår, utfall: {värde: 44, enhet: lektioner}", "U12", True),
        ("status: pågår, utfall: {värde: 44, enhet: fältkvällar}", "U12", False),
        ("status: pågår, utfall: {värde: 44, enhet: tillfällen}", "U12", False),
        ("status: pågår, utfall: 44, kommentar: Vi gick fem kvällar.", "U11", True),
        ("status: pågår, utfall: 44, kommentar: Vi missade fem kvällar.", "U11", False),
        ("status: pågår, utfall: 44, kommentar: Två kvällar regnade det.", "U11", False),
        ("status: genomfört", "U04", True),
        ("status: genomfört, utfall: 51+40", "U04", True),
        ("status: genomfört, utfall: 90?", "U04", True),
        ("status: genomfört, utfall: 80 kvällar i maj och 12 i juni", "U04", True),
        ("status: genomfört, utfall: 90 av 90", "U04", False),
        ("status: delvis genomfört, utfall: 31/90, kommentar: Sjukdom.", "U04", False),
        ("status: genomfört, utfall: 'Vi gick 92 kvällar, varav 12 i hamnen'", "U04", False),
        ("status: delvis genomfört, utfall: '44 kvällar (46 kvar)', kommentar: Sjukdom.", "U04", False),
        ("status: genomfört, utfall: Alla", "U04", False),
        ("status: genomfört, utfall: massor", "U04", True),
        ("status: pågår, utfall: enligt plan", "U04", False),
    ],
)
def test_a_report_is_read_with_the_target(item: str, code: str, found: bool, tmp_path: Path) -> None:
    assert (code in codes(tmp_path, report(item), REPORTED)) is found


def test_the_last_follow_up_says_how_it_went(tmp_path: Path) -> None:
    rows = {
        "pågår": ["U04"], "ej påbörjat": ["U04"], "pågår, utfall: 44": ["U05"], "utgått, kommentar: Skäl.": [],
        "går ej att bedöma": [],
    }  # fmt: skip
    for number, (status, expected) in enumerate(rows.items()):
        (folder := tmp_path / str(number)).mkdir()
        text = report(f"status: {status}").replace("datum:", "slutlig: ja\ndatum:")
        promise = REPORTED.replace("2031-12-31", "2030-04-30")
        assert [code for code in codes(folder, text, promise) if code in ("U04", "U05")] == expected, status


def test_an_earlier_report_may_hold_the_figure(tmp_path: Path) -> None:
    earlier = tmp_path / "promises" / "forra.yaml"
    earlier.parent.mkdir()
    earlier.write_text(report("status: pågår, utfall: 81").replace("04-30", "02-28"), encoding="utf-8")
    for name, text in {"a": report("status: genomfört"), "lofte": REPORTED}.items():
        (tmp_path / "promises" / f"{name}.yaml").write_text(text, encoding="utf-8")
    workspace = load([str(tmp_path / "promises" / "a.yaml")], tmp_path)

    found = lint(workspace, today=dt.date(2030, 5, 1), profile="granskning")
    assert "U04" not in {one.code for one in found}


def test_a_due_date_is_not_judged_by_a_period_that_cannot_be_read(tmp_path: Path) -> None:
    text = commitment("Klart före den 1 november.", "senast: 2030-10-31").replace("2031-12-31", "2031-12-35")
    (tmp_path / "lofte.yaml").write_text(text, encoding="utf-8")
    workspace = load([str(tmp_path / "lofte.yaml")], tmp_path)

    assert "T08" not in {one.code for one in lint(workspace, today=dt.date(2030, 5, 1))}
