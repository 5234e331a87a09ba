"""Pages across promises: a region, a municipality through the years, an agreement, and what promises rest on."""

import datetime as dt
import re
from functools import cache
from pathlib import Path

import pytest

from corpus import EXAMPLE, ROOT, shipped, squeezed
from example_places import read
from markup_reader import MarkupReader
from medborgarlofte.i18n import Language
from medborgarlofte.load import Workspace, load
from medborgarlofte.site.build import output_files
from medborgarlofte.site.page import Site
from medborgarlofte.site.pages.municipality import threads_of

pytestmark = pytest.mark.slow

TODAY = dt.date(2026, 9, 2)
REGION = "omrade/lokalpolisomrade-mittdalen"


def _built(workspace: Workspace, lang: Language = "sv", today: dt.date | None = TODAY) -> dict[str, str]:
    """The pages of a site."""
    site = Site(workspace, lang, today=today)
    return {
        file.name: file.make().decode() for file in output_files(site) if file.name.endswith((".html", ".md"))
    }


@cache
def _six(lang: Language = "sv") -> dict[str, str]:
    return _built(load([], ROOT / "docs" / "exempel-region"), lang)


@cache
def _exempelby() -> dict[str, str]:
    return _built(load([], ROOT / "docs" / "exempelby"))


def _text(html: str) -> str:
    return squeezed(MarkupReader(html).text().replace("\u00ad", ""))


# ---------------------------------------------------------------- region


def test_a_region_begins_with_how_many_have_a_promise_in_force() -> None:
    page = _text(_six()[f"{REGION}.html"])

    assert "Har alla kommuner ett löfte? 4 av 6 kommuner har ett löfte som gäller" in page
    for words in (
        "3 är uppföljda i tid", "1 saknar uppföljning: Norrdal", "1 har ett utkast: Tallboda",
        "1 har inget löfte i kraft: Sjöstad", "Läget den 2 september 2026.",
    ):  # fmt: skip
        assert words in page


def test_a_region_tells_each_municipality_its_promise_follow_up_and_result() -> None:
    rows = re.findall(r"<tr><th scope=\"row\".*?</tr>", _six()[f"{REGION}.html"], re.DOTALL)
    texts = [_text(row) for row in rows[:6]]

    assert texts == [
        "Exempelby 2026 Gäller till den 31 december 2026 31 augusti 2026 4 av 12 genomförda",
        "Granvik 2025–2026 Gäller till den 31 december 2026 30 juni 2026 7 av 9 genomförda",
        "Norrdal 2026 Gäller till den 31 december 2026 Saknas Skulle ha kommit den 30 juni 2026 Ingen uppgift om 8 åtaganden",
        "Sjöstad 2025 Gick ut den 31 december 2025 31 december 2025, slutlig 5 av 10 genomförda",
        "Tallboda Utkast 2027 Ska gälla från den 1 januari 2027 Inget att följa upp ännu Planerad till den 30 april 2027 7 åtaganden föreslås",
        "Åkerby 2024–2027 Gäller till den 31 december 2027 31 maj 2026 3 av 5 genomförda",
    ]


def test_a_region_shows_the_same_words_side_by_side_with_results() -> None:
    page = _six()[f"{REGION}.md"].replace("\\", "")

    assert (
        "- Polisen fotpatrullerar vid stationen minst två kvällar i veckan.\n  - Ordagrant lika i 3 kommuner.\n"
        in page
    )
    assert (
        "[Granvik](../granvik/lofte-2025.md): 61 timmar i snitt, högst 72 (”Vi tar bort klotter inom 72"
        in page
    )
    assert "Ingen av dem säger hur mycket, så det går inte att svara på om det hölls." in page


def test_a_region_counts_topics_by_municipality() -> None:
    page = _six()[f"{REGION}.md"]

    assert "| Barn och unga i riskzon | 4 | 3 | 2 | 3 | 2 | 1 |" in page
    assert "| I allt | 12 | 9 | 8 | 10 | 7 | 5 |" in page
    assert "har ett fokusområde om våld i nära relation, " in page


def test_a_region_in_english_marks_what_is_swedish() -> None:
    page = MarkupReader(_six("en")[f"{REGION}.html"])

    assert "4 of 6 municipalities have a promise in force" in squeezed(page.text("en"))
    assert "Vi ska verka för en ökad vuxennärvaro på helgkvällar." in squeezed(page.text("sv"))


def test_the_three_shipped_municipalities_have_a_region_and_a_page_for_the_police_area() -> None:
    pages = _built(shipped(), today=dt.date(2024, 9, 2))

    assert "2 av 3 kommuner har ett löfte som gäller" in _text(pages["omrade/alla-kommuner.html"])
    assert "1 av 2 kommuner" in _text(pages["omrade/lokalpolisomrade-karlshamn.html"])
    assert 'href="omrade/alla-kommuner.html"' in pages["index.html"]


def test_without_a_day_a_region_is_as_of_the_last_day_that_a_document_knows_of() -> None:
    pages = _built(load([], ROOT / "docs" / "exempel-region"), today=None)

    assert "Läget den 31 augusti 2026." in pages[f"{REGION}.md"]


def test_a_collection_of_one_municipality_has_no_region() -> None:
    assert [name for name in _exempelby() if name.startswith("omrade/")] == []


PROMISE = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Ort{n} 2026
status: antaget
period: {{från: 2026-01-01, till: 2026-12-31}}
parter: [{{id: kommunen, typ: kommun, namn: Ort{n} kommun}}, {{id: polisen, typ: polis, namn: Lokalpolisområde Orten}}]
fokusområden: [{{id: trafik, rubrik: Trafik, kategori: trafik}}]
åtaganden:
{commitments}
"""


def _many(folder: Path, places: int, commitments: int) -> Workspace:
    rows = "\n".join(
        f"  - {{id: K{n}, part: kommunen, fokus: [trafik], text: Vi gör sak {n}.}}"
        for n in range(commitments)
    )
    files = {f"promises/ort{n}.yaml": PROMISE.format(n=n, commitments=rows) for n in range(places)}
    return read(folder, **files)


def test_topics_of_many_municipalities_are_counted_over_all(tmp_path: Path) -> None:
    page = _built(_many(tmp_path, 10, 1))["omrade/lokalpolisomrade-orten.md"]

    assert "| Trafiksäkerhet och trafikbrott | 10 åtaganden | 10 av 10 kommuner |" in page


# ---------------------------------------------------------------- all commitments


def test_up_to_200_commitments_are_on_one_page(tmp_path: Path) -> None:
    pages = _built(_many(tmp_path, 2, 100))

    assert _text(pages["alla-ataganden.html"]).count("Vi gör sak") == 200
    assert [name for name in pages if name.startswith("alla-ataganden/")] == []


def test_more_than_200_commitments_are_split_by_municipality_with_an_index(tmp_path: Path) -> None:
    pages = _built(_many(tmp_path, 3, 67))
    index, one = pages["alla-ataganden.html"], pages["alla-ataganden/ort1-kommun.html"]

    assert "Vi gör sak" not in index
    assert re.findall(r'href="(alla-ataganden/[^"]*)"', index) == [
        f"alla-ataganden/ort{n}-kommun.html" for n in range(3)
    ]
    assert _text(one).count("Vi gör sak") == 67
    assert 'href="../alla-ataganden.html"' in one


# ---------------------------------------------------------------- a municipality through the years


def test_the_same_commitment_is_followed_through_the_years() -> None:
    site = Site(load([], ROOT / "docs" / "exempelby"), "sv")
    [threads] = threads_of(site, next(iter(site.by_place)))
    first = threads.rows[0]

    assert threads.years == ["2024", "2025", "2026"]
    assert first.words == "Fältgruppen är ute vid Exempelby station minst 90 kvällar under 2026."
    assert [
        (cell.label, cell.promised, cell.change.text if cell.change else "") for cell in first.cells if cell
    ] == [
        ("Genomfört", "minst 80 kvällar", ""),
        ("Genomfört", "minst 100 kvällar", "skarpare"),
        ("Genomfört", "minst 90 kvällar", "svagare"),
    ]
    assert threads.rows[-1].cells[-1] is not None
    assert threads.rows[-1].cells[-1].gone


def test_drafts_and_guesses_are_in_no_thread() -> None:
    site = Site(load([], ROOT / "docs" / "exempelby"), "sv")
    [threads] = threads_of(site, next(iter(site.by_place)))

    assert "2027" not in threads.years
    for row in threads.rows:
        assert sum(cell is not None and not cell.gone for cell in row.cells) > 1


def test_nothing_is_next_on_the_page_of_a_promise_that_is_over() -> None:
    pages = _built(load([], EXAMPLE))

    assert "Nästa uppföljning" not in pages["exempelby/lofte-2024.md"]
    assert "Planerad uppföljning: 30 juni 2024" in pages["exempelby/lofte-2024.md"].replace("\u00a0", " ")


# ---------------------------------------------------------------- agreement and grounds


def test_an_agreement_counts_the_commitments_of_each_promise_by_area() -> None:
    page = _exempelby()["exempelby/overenskommelse-2024.md"]

    assert "**4 av 4** samverkansområden har åtaganden i löftet 2026" in page
    assert "| Bedrägerier |  | 2 | 2 |" in page


def test_what_promises_rest_on_is_listed_with_those_that_do() -> None:
    page = _exempelby()["underlag.md"]

    assert "## Trygghetsmätning\n" in page
    assert (
        "- Samtal med 214 invånare, september 2025\n  - [Medborgarlöfte för Exempelby 2026](exempelby/lofte-2026.md)"
        in page
    )


def test_the_grounds_of_the_handbook_are_documents_and_no_reference_is_listed_twice() -> None:
    page = _built(load([], EXAMPLE))["underlag.md"]
    titles = re.findall(r"^- \[(.*?)\]", page, re.MULTILINE)

    assert len(titles) == len(set(titles))
    assert any(title.startswith("Lägesbild") for title in titles)
