"""What the design promises: the verdict in the first screen, short pages, no ids in sight, the same story without looks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from corpus import ROOT
from medborgarlofte.load import load
from medborgarlofte.site.build import output_files
from medborgarlofte.site.page import Site
from medborgarlofte.site.publish import publish

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

EXEMPELBY: Final = ROOT / "docs" / "exempelby"
PROMISE: Final = "exempelby/lofte-2026"
ANSWERED: Final = (
    "index", PROMISE, "exempelby/uppfoljning-2026-08-31", "exempelby/lofte-2026-jamforelse", "exempelby/lofte-2027",
    "kommun/9999-exempelby-kommun", "amne/otrygga-platser",
)  # fmt: skip
"""Pages that begin with an answer."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of twelve commitments, built once."""
    folder = tmp_path_factory.mktemp("design") / "site"
    files = output_files(Site(load([], EXEMPELBY), "sv"), None, EXEMPELBY)
    publish(folder, ((file.name, file.make()) for file in files))
    return folder


def _open(browser: "Browser", site: Path, name: str, width: int, height: int) -> Iterator["Page"]:
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto((site / f"{name}.html").as_uri())
    yield page
    context.close()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740)])
@pytest.mark.parametrize("name", ANSWERED)
def test_the_answer_with_strip_and_key_is_in_the_first_screen(
    browser: "Browser",
    site: Path,
    name: str,
    width: int,
    height: int,
) -> None:
    for page in _open(browser, site, name, width, height):
        bottom = page.evaluate("document.querySelector('.verdict .key').getBoundingClientRect().bottom")

        assert bottom <= height


def test_a_promise_of_twelve_commitments_is_short_on_a_phone(browser: "Browser", site: Path) -> None:
    for page in _open(browser, site, PROMISE, 360, 740):
        assert page.evaluate("document.querySelectorAll('.item').length") == 12
        assert page.evaluate("document.documentElement.scrollHeight") <= 4700


def test_a_promise_of_twelve_commitments_is_three_sheets_at_most(browser: "Browser", site: Path) -> None:
    for page in _open(browser, site, PROMISE, 1280, 800):
        printed = page.pdf(format="A4", prefer_css_page_size=True)

        assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 3


def test_four_hundred_per_cent_needs_no_sideways_scroll(browser: "Browser", site: Path) -> None:
    """A window of 1280 pixels at 400 % is 320 wide (WCAG 1.4.10)."""
    for name in ANSWERED:
        for page in _open(browser, site, name, 320, 200):
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


IDS: Final = re.compile(
    r"\b[KPG]\d\b|\b[\w-]+/[\w-]+|\b\w+\.(?:yaml|html|md|csv)\b|\b(?:lofte|uppfoljning)-\d|\butfall\b",
    re.IGNORECASE,
)
"""Ids, slugs, file names, and the word that no page says."""


@pytest.mark.parametrize("name", [*ANSWERED, "alla-ataganden", "om-metoden", "exempelby/lofte-2025"])
def test_no_id_file_name_or_slug_is_in_sight(browser: "Browser", site: Path, name: str) -> None:
    for page in _open(browser, site, name, 1280, 800):
        text = page.evaluate("document.querySelector('main').innerText")
        text = re.sub(r"https?://\S+|\S+@\S+|KS \d{4}/\d+", "", text)

        assert IDS.findall(text) == []


BARE: Final = re.compile(r"^\s*\d[\d ,]*\.?\s*$", re.MULTILINE)


@pytest.mark.parametrize("name", ANSWERED)
def test_no_figure_is_bare(browser: "Browser", site: Path, name: str) -> None:
    for page in _open(browser, site, name, 1280, 800):
        figures = page.evaluate("[...document.querySelectorAll('.figure')].map(each => each.innerText)")

        assert [figure for figure in figures if BARE.search(figure)] == []


@pytest.mark.parametrize("name", [PROMISE, "exempelby/uppfoljning-2026-08-31"])
def test_each_commitment_is_reported_once(browser: "Browser", site: Path, name: str) -> None:
    promise = load([], EXEMPELBY).documents[PROMISE].document
    for page in _open(browser, site, name, 1280, 800):
        text = " ".join(page.evaluate("document.querySelector('main').innerText").split())
        hidden = " ".join(
            page.evaluate("[...document.querySelectorAll('.vh')].map(e => e.innerText).join(' ')").split()
        )

        assert [
            c.text
            for c in promise.commitments  # type: ignore[attr-defined]
            if text.count(c.text) - hidden.count(c.text) != 1
        ] == []


def test_the_page_read_as_plain_text_tells_the_same_story(browser: "Browser", site: Path) -> None:
    """The accessibility tree, in its order."""
    for page in _open(browser, site, PROMISE, 1280, 800):
        tree = page.locator("main").aria_snapshot()
        text = page.evaluate(
            "document.querySelector('main').innerText.replace(/\\s+/g, ' ').replaceAll('\\u00ad', '')"
        )
        told = [
            "Medborgarlöfte för Exempelby 2026", "Gäller hela 2026.", "Hur går det?", "4 av 12", "4 genomförda",
            "1 går inte att bedöma", "Det här är lovat", "Unga vid stationen", "94 kvällar", "29 fredagar",
            "Huset var stängt sex fredagar", "Lugnare trafik på Storgatan", "0 hastighetsvisare",
            "Leverantören gick i konkurs", "Bedrägerier mot äldre", "Otrygga platser", "36 timmar", "Vandringarna ersattes i maj",
            "Blir det tryggare?", "Var med och påverka", "Om löftet",
        ]  # fmt: skip

        assert [words for words in told if words not in tree] == []
        places = [tree.index(words) for words in told]
        assert places == sorted(places)
        shown = [text.index(words) for words in told]
        assert shown == sorted(shown)
        assert 'img "3 genomförda, 1 delvis, 1 pågår, 1 inte genomfört"' in tree


def test_a_button_can_be_read_in_forced_colours(browser: "Browser", site: Path) -> None:
    context = browser.new_context(viewport={"width": 800, "height": 700}, forced_colors="active")
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    text, ground = page.evaluate(
        "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.querySelector('.go')))"
    )
    context.close()

    assert text != ground


def test_names_beside_many_squares_stay_whole_on_a_phone(
    browser: "Browser", tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("region") / "site"
    region = ROOT / "docs" / "exempel-region"
    publish(
        folder,
        ((file.name, file.make()) for file in output_files(Site(load([], region), "sv"), None, region)),
    )
    for page in _open(browser, folder, "index", 360, 740):
        widths = page.evaluate("[...document.querySelectorAll('main .tiles a')].map(a => a.offsetWidth)")

        assert min(widths) >= 70
