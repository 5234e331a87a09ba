"""What a page shows: statuses in words, charts that say the numbers of their tables, data blocks that say what the page says."""

import itertools
import json
from functools import cache
from typing import Any

import pytest

from corpus import EXAMPLE, exempelby
from markup_reader import MarkupReader
from medborgarlofte.follow_up.reports import follow_ups, latest_reports, tally
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import Workspace, load
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.statuses import STANDING_LABELS
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.site.build import build
from medborgarlofte.site.chart import FILLS, GAP, LOOKS, SIGNS, WIDTH, chart
from medborgarlofte.site.pages.commitments import PARTY_KINDS
from medborgarlofte.swedish import slug
from medborgarlofte.templating import packaged

pytestmark = pytest.mark.slow


@cache
def _workspace(name: str) -> Workspace:
    return exempelby() if name == "exempelby" else load([], EXAMPLE)


@cache
def _pages(name: str, lang: Language = "sv") -> dict[str, MarkupReader]:
    site = build(_workspace(name), lang=lang)
    return {file: MarkupReader(data.decode()) for file, data in site if file.endswith(".html")}


each_site = pytest.mark.parametrize("name", ["exempelby", "example"])
each_language = pytest.mark.parametrize("lang", LANGUAGES)


def test_every_status_has_a_look_a_sign_and_a_fill() -> None:
    assert list(LOOKS) == sorted(LOOKS, key=list(LOOKS).index)
    assert set(STANDING_LABELS) == set(LOOKS) == set(SIGNS)
    assert set(LOOKS.values()) == set(FILLS)


@each_site
@each_language
def test_a_status_is_always_told_in_words(name: str, lang: Language) -> None:
    words = {label[lang] for label in STANDING_LABELS.values()}
    found = [
        (reader.elements[index + 1].attributes, reader)
        for page, reader in _pages(name, lang).items()
        for index, element in enumerate(reader.elements)
        if element.tag == "span" and element.attributes.get("class", "").startswith("status status-")
        if not page.endswith("-jamforelse.html")  # kinds of change are words alone
    ]

    assert len(found) > 10
    assert [sign for sign, _ in found if sign != {"aria-hidden": "true"}] == []
    assert all(any(word in reader.text() for word in words) for _, reader in found)


@each_site
@each_language
def test_a_chart_says_in_words_what_its_table_says(name: str, lang: Language) -> None:
    for loaded, promise in _workspace(name).of_kind(Promise):
        words = latest_reports(promise, follow_ups(_workspace(name), loaded.id))
        if not words:
            continue
        counted = tally(promise, words)
        reader = _pages(name, lang)[f"{loaded.id}.html"]
        [picture] = [e.attributes for e in reader.elements if e.tag == "svg"]
        bars = [e.attributes for e in reader.elements if e.tag == "rect"]
        said = ", ".join(f"{STANDING_LABELS[status][lang]}: {count}" for status, count in counted.items())

        assert picture["role"] == "img"
        assert set(picture["aria-labelledby"].split()) <= set(reader.ids)
        assert said in "".join(piece.text for piece in reader.words if "desc" in piece.inside)
        assert len(bars) == len(counted)
        assert all({"fill", "x", "width"} <= set(bar) for bar in bars)


def test_the_parts_of_a_chart_fill_its_width_with_gaps_between() -> None:
    parts = chart({"genomfört": 2, "delvis genomfört": 1, "ingen uppgift": 5}).parts

    assert [round(b.x - a.x - a.width) for a, b in itertools.pairwise(parts)] == [GAP, GAP]
    assert abs(parts[-1].x + parts[-1].width - WIDTH) < 1


def test_a_filter_has_its_rule_in_the_style_sheet_for_every_choice() -> None:
    style = (packaged() / "html" / "style.css").read_text(encoding="utf-8")
    choices = {
        *(("part", kind) for kind in PARTY_KINDS),
        *(("status", slug(status)) for status in STANDING_LABELS),
        *(("tema", category) for category in categories()),
    }

    assert [
        (name, value) for name, value in sorted(choices) if f"#val-{name}-{value}:checked" not in style
    ] == []


def _blocks(reader: MarkupReader) -> list[dict[str, Any]]:
    return [json.loads(block) for block in reader.blocks]


@each_language
def test_the_data_block_of_a_promise_says_what_the_promise_says(lang: Language) -> None:
    workspace = _workspace("example")
    for loaded, promise in workspace.of_kind(Promise):
        [block] = _blocks(_pages("example", lang)[f"{loaded.id}.html"])

        assert block["@context"] == "https://schema.org"
        assert block["@type"] == "CreativeWork"
        assert block["name"] == promise.title
        assert block["inLanguage"] == "sv"
        assert [author["name"] for author in block["author"]] == [party.name for party in promise.parties]
        assert [part["name"] for part in block["hasPart"]] == [c.text for c in promise.commitments]
        assert block["temporalCoverage"] == (
            f"{promise.period.start.first}/{promise.period.last_date.last}"
            if promise.period.start and promise.period.last_date
            else None
        )


def test_the_status_of_an_action_is_one_that_there_is_a_word_for() -> None:
    [block] = _blocks(_pages("example")["exempelby/lofte-2024.html"])

    assert [(part["identifier"], part.get("actionStatus")) for part in block["hasPart"]] == [
        ("K1", "https://schema.org/CompletedActionStatus"),
        ("K2", None),
        ("P1", "https://schema.org/CompletedActionStatus"),
        ("G1", None),
    ]


@each_site
def test_every_page_says_who_owns_it_or_links_to_the_statement(name: str) -> None:
    for page, reader in _pages(name).items():
        assert any(link.endswith("tillganglighet.html") for link in reader.links("a")), page
        if page.startswith("exempelby/"):
            assert "Sidansvarig" in reader.text(), page


def test_a_page_says_when_it_was_last_changed() -> None:
    text = _pages("example")["exempelby/uppfoljning-2024-12-31.html"].text()

    assert "Uppdaterad 20 januari 2025" in text
