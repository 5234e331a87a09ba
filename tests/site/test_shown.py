"""What a page shows: statuses in words, charts that say the numbers of their tables, data blocks that say what the page says."""

import datetime as dt
import json
import re
from functools import cache
from typing import Any

import pytest

from corpus import EXAMPLE, ROOT, exempelby
from lazy_site import LazySite
from markup_reader import MarkupReader
from medborgarlofte.diff.kinds import CHANGE_WORDS
from medborgarlofte.follow_up.reports import follow_ups, latest_reports, tally
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.language.phrases import format_promisers, format_status_count
from medborgarlofte.load import Workspace, load
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.record import Party
from medborgarlofte.model.statuses import STANDINGS
from medborgarlofte.site.page import Site
from medborgarlofte.site.pages.commitments import CLASSES
from medborgarlofte.site.progress import promise_verdict
from medborgarlofte.templating import packaged

pytestmark = pytest.mark.slow


@cache
def _workspace(name: str) -> Workspace:
    return exempelby() if name == "exempelby" else load([], EXAMPLE)


@cache
def _pages(name: str, lang: Language = "sv") -> dict[str, MarkupReader]:
    site = LazySite(_workspace(name), lang).items()
    return {file: MarkupReader(data.decode()) for file, data in site if file.endswith(".html")}


each_site = pytest.mark.parametrize("name", ["exempelby", "example"])
each_language = pytest.mark.parametrize("lang", LANGUAGES)


def test_every_sign_is_drawn_and_no_two_statuses_share_one() -> None:
    sprite = (packaged() / "parts" / "sprite.html").read_text(encoding="utf-8")
    drawn = set(re.findall(r'<symbol id="s:(\w+)"', sprite))
    looks = [STANDINGS[status].look for status in STANDINGS]

    assert len(looks) == len(set(looks))
    assert drawn == {*looks, *(look for look in CHANGE_WORDS if look != "like")}


@each_site
@each_language
def test_a_sign_is_hidden_and_stands_beside_words(name: str, lang: Language) -> None:
    for page, reader in _pages(name, lang).items():
        signs = [e.attributes for e in reader.elements if e.attributes.get("class", "").startswith("sign ")]

        assert [sign for sign in signs if sign.get("aria-hidden") != "true"] == [], page


@each_site
@each_language
def test_a_strip_has_one_square_for_each_commitment_and_says_the_same_in_words(
    name: str, lang: Language
) -> None:
    for loaded, promise in _workspace(name).of_kind(Promise):
        reader = _pages(name, lang)[f"{loaded.id}.html"]
        counted = tally(promise, latest_reports(promise, follow_ups(_workspace(name), loaded.id)))
        said = [link for link in reader.named_links if link[1].startswith("#") and ":" not in link[1]]

        assert sorted(link for _, link in said) == sorted(f"#{c.id}" for c in promise.commitments)
        for status, count in counted.items():
            assert format_status_count(status, count)[lang] in reader.text(), loaded.id


def test_a_filter_has_its_rule_in_the_style_sheet_for_every_choice() -> None:
    style = (packaged() / "html" / "style.css").read_text(encoding="utf-8")
    choices = [name for of_one in CLASSES.values() for name in of_one.values()]

    assert len(choices) > 30
    assert [
        name for name in choices if f".f:has([value={name}]:checked) .item:not(.{name})" not in style
    ] == []


def test_the_style_sheet_is_small() -> None:
    assert len((packaged() / "html" / "style.css").read_bytes()) <= 20_000


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
            assert "ansvarar för sidorna" in reader.text(), page


def test_a_page_says_when_it_was_last_changed() -> None:
    text = _pages("example")["exempelby/uppfoljning-2024-12-31.html"].text()

    assert "Uppdaterad den 20 januari 2025" in text


@pytest.mark.parametrize(
    ("day", "question", "note"),
    [
        (None, "Hur går det?", "Uppföljt den 31\xa0augusti 2026. Nästa gång är den 31\xa0december."),
        (
            dt.date(2027, 1, 1),
            "Hölls löftet?",
            "Löftet gällde till den 31\xa0december 2026. Ingen slutlig uppföljning är publicerad.",
        ),
    ],
)
def test_a_promise_is_over_when_a_known_day_is_after_its_period(
    day: dt.date | None, question: str, note: str
) -> None:
    workspace = load([], ROOT / "docs" / "exempelby")
    verdict = promise_verdict(
        Site(workspace, "sv", today=day), Site(workspace, "sv").figures["exempelby/lofte-2026"]
    )
    notes = ["".join(run.text for run in sentence) for sentence in verdict.notes]

    assert verdict.question == question
    assert note in notes


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (("k",), ("Kommunen lovar.", "The municipality promises.")),
        (("p",), ("Polisen lovar.", "The police promise.")),
        (
            ("k", "p", "r"),
            ("Kommunen, polisen och regionen lovar.", "The municipality, the police and the region promise."),
        ),
        (("k", "x"), ("Kommunen och Fältgruppen lovar.", "The municipality and Fältgruppen promise.")),
    ],
)
def test_those_who_promise_are_named_as_in_a_sentence(ids: tuple[str, ...], words: tuple[str, str]) -> None:
    parties = [
        Party.model_construct(id="k", kind="kommun", name="Exempelby kommun"),
        Party.model_construct(id="p", kind="polis", name="Lokalpolisområde Mittdalen"),
        Party.model_construct(id="r", kind="region", name="Region Mittdalen"),
        Party.model_construct(id="x", kind="annan", name="Fältgruppen"),
    ]
    said = format_promisers(Commitment.model_construct(parties=ids), parties)

    assert (said.sv, said.en) == words
