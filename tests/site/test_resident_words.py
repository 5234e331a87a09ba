"""What a resident reads where something is missing, over or uncertain."""

from pathlib import Path

import pytest

from corpus import PROMISE
from each import each
from invented import project
from lazy_site import LazySite
from medborgarlofte.i18n import Language
from medborgarlofte.load import load
from medborgarlofte.site.comparison import _headline
from program import lofte

FOLDER = "promises/exempelby"
GOAL = """\
  - {id: E1, text: Fler ska vara trygga., utgångsvärde: {värde: 60, enhet: ENHET, år: 2023}, målvärde: 65,
     indikator: exempelby/matning#ute}
"""
SURVEY = """\
dokument: trygghetsmätning
titel: Trygghetsmätning i Exempelby 2024
datum: 2024-05
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun, kommunkod: "9999"}
resultat:
  - {id: ute, fråga: Är du trygg?, värde: 62, enhet: ENHET, år: 2024, osäkerhet: MARGINAL}
"""
FOLLOW_UP = """\
dokument: uppföljning
löfte: exempelby/lofte
datum: 2024-12-31
slutlig: true
poster:
  - {åtagande: K1, status: STATUS}
"""


def _page(folder: Path, name: str, lang: Language = "sv", **files: str) -> str:
    project(folder, **{f"{FOLDER}/{key}.yaml": text for key, text in files.items()})
    page = LazySite(load([], folder), lang)[name].decode()
    return page.replace("\N{NO-BREAK SPACE}", " ").replace("\N{SOFT HYPHEN}", "")


@pytest.mark.parametrize(
    ("status", "heading"),
    [
        ("delvis genomfört", "Delvis genomfört"),
        ("pågår", "Pågår fortfarande"),
        ("ej påbörjat", "Inte gjort, eller oklart"),
    ],
)
def test_nothing_is_on_its_way_after_the_final_follow_up(tmp_path: Path, status: str, heading: str) -> None:
    text = _page(
        tmp_path, "exempelby/final.md", lofte=PROMISE, final=FOLLOW_UP.replace("STATUS", f"{status}")
    )

    assert f"\n## {heading}\n" in text
    assert "På väg" not in text


@pytest.mark.parametrize(
    ("unit", "margin", "lang", "words"),
    [
        ("procent", "3", "sv", "62 procent (± 3 procentenheter)** år 2024."),
        ("procent", "1", "sv", "62 procent (± 1 procentenhet)** år 2024."),
        ("procent", "3", "en", "62 procent (± 3 percentage points)** in 2024."),
        ("poäng", "2.5", "sv", "62 poäng (± 2,5 poäng)** år 2024."),
    ],
)
def test_a_margin_has_its_unit(tmp_path: Path, unit: str, margin: str, lang: Language, words: str) -> None:
    goal, survey = (text.replace("ENHET", unit) for text in (GOAL, SURVEY))
    text = _page(
        tmp_path,
        "exempelby/lofte.md",
        lang,
        lofte=f"{PROMISE}effektmål:\n{goal}",
        matning=survey.replace("MARGINAL", margin),
    )

    assert words in text


@pytest.mark.parametrize("form", ["md", "html"])
def test_no_outcome_is_claimed_of_what_was_never_followed_up(tmp_path: Path, form: str) -> None:
    empty = PROMISE.replace("åtaganden:", "  - {id: natet, rubrik: Nätet, kategori: natet}\nåtaganden:")
    other = empty.replace("Exempelby", "Granvik").replace('"9999"', '"9998"')
    text = _page(tmp_path, f"index.{form}", lofte=empty, granvik=other)

    assert "1 åtagande, ingen uppföljning" in text
    assert "inga åtaganden" in text
    assert "0 av" not in text


def test_all_that_is_done_is_counted_once(tmp_path: Path) -> None:
    other = PROMISE.replace("Exempelby", "Granvik").replace('"9999"', '"9998"')
    done = FOLLOW_UP.replace("STATUS", "genomfört")
    text = _page(tmp_path, "index.md", lofte=PROMISE, granvik=other, final=done)

    assert "): 1 av 1 genomfört\n" in text


@each([
        ({"gone": 1, "sharper": 1, "new": 2}, "1 borttaget, 1 skarpare och 2 nya åtaganden",
         "1 removed, 1 sharper and 2 new commitments"),
        ({"weaker": 1, "sharper": 1, "same": 4}, "1 svagare och 1 skarpare åtagande",
         "1 weaker and 1 sharper commitment"),
        ({"sharper": 1}, "1 skarpare åtagande", "1 sharper commitment"),
        ({"text": 2}, "2 med andra ord", "2 in other words"),
        ({"same": 3}, "3 oförändrade åtaganden", "3 unchanged commitments"),
        ({}, "Inga åtaganden att jämföra", "No commitments to compare"),
    ])  # fmt: skip
def test_the_headline_of_a_comparison_names_what_there_is(counted: dict[str, int], sv: str, en: str) -> None:
    assert [" ".join(_headline(counted, lang)).strip() for lang in ("sv", "en")] == [sv, en]  # type: ignore[arg-type]


def test_the_statement_gives_residents_no_advice_on_settings(tmp_path: Path) -> None:
    text = _page(tmp_path, "tillganglighet.html", lofte=PROMISE)

    assert "har inte angett hur tillgänglig webbplatsen är." in text
    assert "lofte.toml" not in text


def test_the_theme_of_a_promise_that_has_ended_is_asked_about_in_the_past(tmp_path: Path) -> None:
    done = FOLLOW_UP.replace("STATUS", "genomfört")
    text = _page(tmp_path, "amne/barn-och-unga.md", lofte=PROMISE, final=done)

    assert "## Hur gick det 2024?\n" in text


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("sv", "löftet tog slut 31 december 2024 utan uppföljning"),
        ("en", "the promise ended on 31 December 2024 without a follow-up"),
    ],
)
def test_the_day_a_promise_ended_stands_beside_its_end(tmp_path: Path, lang: str, words: str) -> None:
    folder = project(tmp_path, **{f"{FOLDER}/lofte.yaml": PROMISE})

    assert words in " ".join(lofte("--lang", lang, cwd=folder).out.split())


def test_a_removed_commitment_is_counted_beside_what_was_sharpened() -> None:
    example = Path(__file__).parents[2] / "docs/exempel"
    page = (
        LazySite(load([], example), "sv")["exempelby/lofte-2024.md"]
        .decode()
        .replace("\N{NO-BREAK SPACE}", " ")
    )
    assert "Jämfört med 2023: [1 borttaget, 1 skarpare, 2 nya]" in page
