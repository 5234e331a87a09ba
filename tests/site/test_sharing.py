"""Summaries in other languages, and what other websites can show: verdicts and cards."""

import datetime as dt
import re
from pathlib import Path
from typing import Final

import pytest

from corpus import PROMISE, ROOT, squeezed
from each import each
from example_places import read
from markup_reader import MarkupReader
from medborgarlofte.i18n import Language
from medborgarlofte.load import Workspace, load
from medborgarlofte.site.build import output_files
from medborgarlofte.site.languages import direction
from medborgarlofte.site.page import Site
from medborgarlofte.site.share import share_files

pytestmark = pytest.mark.slow

SUMMARIES: Final = """\
sammanfattningar:
  - {språk: lättläst, text: Vi lovar att göra Exempelby tryggare.}
  - {språk: en, text: We promise to make Exempelby safer.}
  - {språk: ar, text: تعد البلدية والشرطة بجعل المدينة أكثر أمانًا.}
"""


def _built(workspace: Workspace, lang: Language = "sv") -> dict[str, str]:
    site = Site(workspace, lang, today=dt.date(2026, 9, 2))
    return {
        f.name: f.make().decode() for f in output_files(site) if f.name.endswith((".html", ".md", ".xml"))
    }


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, str]:
    config = '[webbplats]\nbas_url = "https://trygg.exempelby.example"\n'
    return _built(read(tmp_path, **{"promises/lofte.yaml": PROMISE + SUMMARIES, "lofte.toml": config}))


# ---------------------------------------------------------------- languages


@pytest.mark.parametrize(
    ("name", "attributes"),
    [("lofte-lattlast", ""), ("lofte-en", ' lang="en"'), ("lofte-ar", ' lang="ar" dir="rtl"')],
)
def test_a_summary_has_a_page_in_its_language_and_direction(
    pages: dict[str, str], name: str, attributes: str
) -> None:
    assert '<html lang="sv">' in pages[f"{name}.html"]
    assert f'<div class="prose"{attributes}>' in pages[f"{name}.html"]
    assert f"{name}.md" in pages


def test_every_version_names_the_others_to_search_engines_and_to_people(pages: dict[str, str]) -> None:
    base = "https://trygg.exempelby.example/"
    for name in ("lofte", "lofte-en", "lofte-ar", "lofte-lattlast"):
        alternates = re.findall(
            r'<link rel="alternate" hreflang="(\w+)" href="([^"]*)">', pages[f"{name}.html"]
        )
        assert alternates == [
            ("sv", f"{base}lofte.html"), ("en", f"{base}lofte-en.html"), ("ar", f"{base}lofte-ar.html"),
        ]  # fmt: skip
        links = [
            text for text, link in MarkupReader(pages[f"{name}.html"]).named_links if link.startswith("lofte")
        ]
        assert {"Svenska", "Lättläst svenska", "English", "العربية"} <= set(map(squeezed, links))


def test_a_document_without_summaries_names_no_languages(tmp_path: Path) -> None:
    page = _built(read(tmp_path, **{"promises/lofte.yaml": PROMISE}))["lofte.html"]

    assert "hreflang" not in page


@each([("العربية", "rtl"), ("1. עברית", "rtl"), ("ትግርኛ", "ltr"), ("English", "ltr"), ("123", "ltr")])
def test_the_direction_is_that_of_the_first_letter(text: str, wanted: str) -> None:
    assert direction(text) == wanted


# ---------------------------------------------------------------- verdicts and cards


def _shared(*, png: bool = False, lang: Language = "sv") -> dict[str, bytes]:
    workspace = load([], ROOT / "docs" / "exempelby")
    return {file.name: file.make() for file in share_files(Site(workspace, lang), png=png)}


def test_there_is_a_fragment_and_a_card_for_each_promise_but_none_for_a_draft() -> None:
    assert sorted(_shared()) == [
        f"exempelby/lofte-{year}/{name}"
        for year in (2024, 2025, 2026)
        for name in ("card.svg", "verdict.html")
    ]


def test_a_fragment_is_small_has_no_chrome_and_asks_for_nothing() -> None:
    fragment = _shared()["exempelby/lofte-2026/verdict.html"].decode("ascii")
    reader = MarkupReader(fragment)

    assert len(fragment) < 6_000
    assert {element.tag for element in reader.elements} <= {
        "section", "h2", "p", "strong", "svg", "g", "path", "rect", "circle", "a",
    }  # fmt: skip
    assert reader.links("a", "img", "link", "script") == []
    assert "Hur går det? 4 av 12 åtaganden är genomförda." in squeezed(reader.text())
    assert "Uppföljt den 31 augusti 2026." in squeezed(reader.text().replace("\u00a0", " "))


def test_a_fragment_leads_to_the_promise_where_the_address_of_the_site_is_known(tmp_path: Path) -> None:
    config = '[webbplats]\nbas_url = "https://trygg.exempelby.example/"\n'
    workspace = read(tmp_path, **{"promises/lofte.yaml": PROMISE, "lofte.toml": config})
    [fragment] = [
        f.make().decode() for f in share_files(Site(workspace, "sv"), png=False) if "verdict" in f.name
    ]

    assert MarkupReader(fragment).links("a") == ["https://trygg.exempelby.example/lofte.html"]


def test_a_fragment_in_english_marks_what_is_swedish() -> None:
    fragment = _shared(lang="en")["exempelby/lofte-2026/verdict.html"].decode()

    assert '<section class="medborgarlofte" lang="en">' in fragment
    assert '<h2 lang="sv">' in fragment


def test_a_card_says_how_it_goes_in_words_and_squares() -> None:
    card = _shared()["exempelby/lofte-2026/card.svg"].decode().replace("\u00a0", " ")

    assert ">4 av 12</text>" in card
    assert ">Uppföljt den 31 augusti 2026</text>" in card
    assert card.count("<g transform=") == 12
    assert (
        'aria-label="Medborgarlöfte för Exempelby 2026: 4 av 12 åtaganden är genomförda. 4 genomförda,'
        in card
    )
    assert not re.search(r'(?:src|href)="', card)


def test_a_card_as_png_has_the_size_that_social_media_show_and_the_same_bytes_each_time() -> None:
    made, again = (_shared(png=True)["exempelby/lofte-2026/card.png"] for _ in range(2))

    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(made[16:20]), int.from_bytes(made[20:24])) == (1200, 630)
    assert made == again
