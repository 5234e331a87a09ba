"""The wording of commitments, areas and goals letter for letter on every surface; prose never as source."""

import io
import json
import xml.etree.ElementTree as ET
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from each import each
from lazy_site import LazySite
from markup_reader import MarkupReader
from medborgarlofte.language.markdown import markdown_line, markdown_prose, markdown_to_text, markdown_wording
from medborgarlofte.load import load
from medborgarlofte.site.templates import prose, wording
from wordings import WORDINGS

LINES: Final = st.text("ab 1.)-+*_#>=[]()!`~\\<>&|:/\n", max_size=40).filter(str.strip)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _seen_in_markdown(text: str) -> str:
    """What a reader of Markdown shows, as text."""
    assert "<h" not in MarkdownIt("commonmark").enable("table").render(text)
    return _shown(text)


def _shown(text: str) -> str:
    html = MarkdownIt("commonmark").enable("table").render(text)
    html = html.replace("<br />", " ").replace("<hr />", " ")
    return _plain(MarkupReader(html).text())


# ---------------------------------------------------------------- one text


@each(WORDINGS)
def test_wording_is_shown_letter_for_letter(text: str) -> None:
    reader = MarkupReader(str(wording(text)))

    assert _plain(reader.text()) == _plain(text)
    assert _seen_in_markdown(f"- {markdown_wording(text, 2)}") == _plain(text)
    assert _seen_in_markdown(markdown_line(text)) == _plain(text)


@given(LINES)
def test_any_wording_is_shown_letter_for_letter(text: str) -> None:
    assert _seen_in_markdown(markdown_wording(text)) == _plain(text)
    assert _seen_in_markdown(f"- {markdown_wording(text, 2)}") == _plain(text)
    assert _plain(MarkupReader(str(wording(text))).text()) == _plain(text)


def test_lines_and_paragraphs_of_a_wording_are_kept() -> None:
    assert wording("a\nb\n\nc") == "<p>a<br>\nb</p>\n<p>c</p>"
    assert markdown_wording("a\nb\n\nc", 2) == "a\\\n  b\n\n  c"


def test_the_indent_of_a_line_is_kept_where_html_would_drop_it() -> None:
    held = "\N{NO-BREAK SPACE}"

    assert wording("Vi\n  går ut.\n\n    Varje kväll.") == (
        f"<p>Vi<br>\n{held * 2}går ut.</p>\n<p>{held * 4}Varje kväll.</p>"
    )
    assert markdown_wording("Vi\n  går.\n\n    Ofta.") == f"Vi\\\n{held * 2}går.\n\n{held * 4}Ofta."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("*Fett* och **fetare** med [länk](https://exempelby.example/).", "Fett och fetare med länk."),
        ("# Rubrik\n\n- ett\n- två\n\n> citat\\\nslut", "Rubrik ett två citat slut"),
        ("`kod` ![bild](a.png)\n\n    block", "kod bild block"),
        ("5\\*3 &amp; 4", "5*3 & 4"),
    ],
)
def test_where_only_a_line_fits_prose_is_stripped(text: str, line: str) -> None:
    assert markdown_to_text(text) == line


def test_headings_and_pictures_in_prose_are_not_shown_as_source() -> None:
    text = "# Bakgrund\ntext\n\nMer\n---\n\n![en bild](bild.png)"

    assert prose(text) == (
        "<p><strong>Bakgrund</strong></p>\n<p>text</p>\n<p><strong>Mer</strong></p>\n<p>en bild</p>"
    )
    assert markdown_prose("# Bakgrund\ntext\n\nMer\n---\n1. ## a") == (
        "**Bakgrund**\n\ntext\n\n**Mer**\n\n1. **a**\n"
    )


# ---------------------------------------------------------------- every surface

WRITTEN: Final = "2024. Minst 5*3*20 _timmar_ [x](y) <b> > 5 + 3 # `a`"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A promise, an agreement and a follow-up with the same wording everywhere."""
    folder = tmp_path_factory.mktemp("wording")
    home = folder / "promises" / "exempelby"
    home.mkdir(parents=True)
    quoted = json.dumps(WRITTEN)
    parties = 'parter: [{id: kommunen, typ: kommun, namn: Exempelby kommun, kommunkod: "9999"}, {id: polisen, typ: polis, namn: LPO}]'
    texts = {
        "overenskommelse": f"dokument: samverkansöverenskommelse\ntitel: Överenskommelse\n{parties}\n"
        f"period: {{från: 2024, till: 2025}}\nområden: [{{id: a, rubrik: Trygghet, text: {quoted}}}]\n",
        "lofte-2023": f"dokument: medborgarlöfte\ntitel: Löfte 2023\nperiod: {{från: 2023, till: 2023}}\n{parties}\n"
        f"åtaganden: [{{id: K1, part: kommunen, text: {quoted}}}]\n",
        "lofte-2024": f"dokument: medborgarlöfte\ntitel: Löfte 2024\nperiod: {{från: 2024, till: 2024}}\n{parties}\n"
        "föregångare: exempelby/lofte-2023\n"
        f"effektmål: [{{id: E1, text: {quoted}}}]\n"
        f"åtaganden: [{{id: K1, part: kommunen, text: {quoted}}}, {{id: K2, part: polisen, text: {quoted}}}]\n",
        "uppfoljning-2024-12-31": "dokument: uppföljning\nlöfte: exempelby/lofte-2024\ndatum: 2024-12-31\n"
        "poster: [{åtagande: K1, status: genomfört, kommentar: 'Det *gick* [bra](https://exempelby.example/).'}]\n",
    }
    for name, text in texts.items():
        (home / f"{name}.yaml").write_text(text, encoding="utf-8")
    workspace = load([], folder)
    assert not workspace.has_errors, workspace.diagnostics
    return dict(LazySite(workspace, "sv"))


PAGES: Final = {
    "exempelby/lofte-2024": 3, "exempelby/uppfoljning-2024-12-31": 2, "exempelby/overenskommelse": 1,
    "exempelby/lofte-2024-jamforelse": 1, "alla-ataganden": 3,
}  # fmt: skip
"""Pages and how often the wording is on each, at least."""


def test_every_page_shows_the_wording_letter_for_letter(site: dict[str, bytes]) -> None:
    found = {
        page: _plain(MarkupReader(site[f"{page}.html"].decode()).text()).count(WRITTEN) for page in PAGES
    }

    assert {page: count for page, count in found.items() if count < PAGES[page]} == {}


def test_every_markdown_twin_shows_the_wording_letter_for_letter(site: dict[str, bytes]) -> None:
    found = {page: _shown(site[f"{page}.md"].decode()).count(WRITTEN) for page in PAGES}

    assert {page: count for page, count in found.items() if count < PAGES[page]} == {}


def test_the_feeds_hold_the_wording_and_comments_without_markup(site: dict[str, bytes]) -> None:
    entries = ET.fromstring(site["flode.xml"])  # noqa: S314 - our own
    atom = "".join(entries.itertext())
    items = json.loads(site["flode.json"])["items"]

    assert f": {WRITTEN}" in atom
    assert "Det gick bra." in atom
    assert [item["content_text"] for item in items if item["title"].endswith(f": {WRITTEN}")] == [
        "Det gick bra."
    ]


def test_the_table_holds_the_wording(site: dict[str, bytes]) -> None:
    import csv

    rows = list(csv.DictReader(io.StringIO(site["data/ataganden.csv"].decode())))

    assert [row["text"] for row in rows] == [WRITTEN] * 3
