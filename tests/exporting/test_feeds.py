"""Feeds that every reader accepts, and that tell of each thing once however often and wherever the site is built."""

import datetime as dt
import io
import itertools
import json
import re
import uuid
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import feedparser
import pytest

from each import each
from folder_state import EXAMPLE, PARTIES, folder_with, follow_up_text, promise_text
from lazy_site import LazySite
from medborgarlofte.exporting.feeds import Entry, Feed, name_of, newest_first, write_atom, write_json_feed
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import Workspace, load
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.statuses import STANDING_LABELS

pytestmark = pytest.mark.slow

DOCUMENTS: Final[Mapping[str, str]] = {
    "lofte": promise_text(more="publicerat: {datum: 2023-12-20}\nundertecknat: {datum: 2023-12-18}\n"),
    "uppfoljning-1": follow_up_text(
        "2024-06-30", "poster:\n  - {åtagande: K1, status: pågår, utfall: 43}\n  - {åtagande: K2, status: ej påbörjat}\n"
    ),
    "uppfoljning-2": follow_up_text(
        "2024-09-30", "poster:\n  - {åtagande: K1, status: pågår, utfall: 70}\n  - {åtagande: K2, utfall: 12}\n"
    ),
    "uppfoljning-3": follow_up_text(
        "2024-12-31",
        "titel: Så gick det 2024\nposter:\n  - {åtagande: K1, status: genomfört, utfall: 104}\n"
        "  - {åtagande: K2, status: delvis genomfört, kommentar: Lamporna kom sent.}\n",
    ),
}  # fmt: skip

SETTINGS: Final = '[webbplats]\nnamn = "Trygg i Exempelby"\nutgivare = "Exempelby kommun"\n'


def _written(folder: Path, base: str = "", **more: str) -> Workspace:
    """The documents of Exempelby with others beside them, and the address of the site when it is given."""
    folder.mkdir(exist_ok=True)
    address = f'bas_url = "https://{base}"\n' if base else ""
    (folder / "lofte.toml").write_text(SETTINGS + address, encoding="utf-8")
    return folder_with(folder, {**DOCUMENTS, **more})


def _atom(site: Mapping[str, bytes]) -> Any:
    """The feed as a reader sees it; it must find nothing wrong."""
    feed = feedparser.parse(io.BytesIO(site["flode.xml"]))
    assert (feed.bozo, feed.version) == (False, "atom10")
    return feed


def _entries(site: Mapping[str, bytes]) -> dict[str, tuple[str, str, str]]:
    """Title, day and text of each entry by its id."""
    return {entry.id: (entry.title, entry.updated, entry.summary) for entry in _atom(site).entries}


def _json(site: Mapping[str, bytes]) -> dict[str, Any]:
    feed = json.loads(site["flode.json"])
    assert isinstance(feed, dict)
    return feed


EXPECTED: Final = {
    ("Medborgarlöfte för Exempelby", "2023-12-18"),
    ("Så gick det: Medborgarlöfte för Exempelby", "2024-06-30"),
    ("Pågår (43 kvällar av minst 100): Fältgruppen är ute minst 100 kvällar.", "2024-06-30"),
    ("Inte påbörjat: Vi byter 40 lampor.", "2024-06-30"),
    ("Så gick det: Medborgarlöfte för Exempelby", "2024-09-30"),
    ("Så gick det 2024", "2024-12-31"),
    ("Genomfört (104 kvällar av minst 100): Fältgruppen är ute minst 100 kvällar.", "2024-12-31"),
    ("Delvis genomfört (12 lampor av 40): Vi byter 40 lampor.", "2024-12-31"),
}
"""A promise from the day it was first given, three follow-ups, and a status whenever it is another than before."""


# ---------------------------------------------------------------- what is told


def test_there_is_an_entry_for_each_promise_follow_up_and_change_of_status(tmp_path: Path) -> None:
    found = _entries(LazySite(_written(tmp_path)))

    assert Counter((title, day[:10]) for title, day, _ in found.values()) == Counter(EXPECTED)


def test_a_change_of_status_says_why_and_a_follow_up_says_how_many(tmp_path: Path) -> None:
    texts = {title: text for title, _, text in _entries(LazySite(_written(tmp_path))).values()}

    assert texts["Delvis genomfört (12 lampor av 40): Vi byter 40 lampor."] == "Lamporna kom sent."
    assert texts["Så gick det 2024"] == "1 genomfört, 1 delvis."


def test_the_example_lists_everything_in_it() -> None:
    workspace = load([], EXAMPLE)
    found = _entries(LazySite(workspace))
    promises = [promise.title for _, promise in workspace.of_kind(Promise)]
    days = Counter(str(follow_up.date) for _, follow_up in workspace.of_kind(FollowUp))
    told = Counter(day[:10] for title, day, _ in found.values() if title.startswith("Så gick det"))
    labels = tuple(label.sv for label in STANDING_LABELS.values())

    assert [title for title in promises if title not in {title for title, _, _ in found.values()}] == []
    assert days == told
    assert len([title for title, _, _ in found.values() if title.startswith(labels)]) >= 5


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("base", ["", "trygg.exempelby.example/loften"])
def test_a_reader_finds_nothing_wrong(tmp_path: Path, lang: Language, base: str) -> None:
    site = LazySite(_written(tmp_path, base), lang)
    feed = _atom(site)

    assert feed.feed.language == lang
    assert feed.feed.title == "Trygg i Exempelby"
    assert len(feed.entries) == len(EXPECTED)
    assert site["flode.xml"].startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    for entry in feed.entries:
        assert set(entry) >= {"id", "title", "updated", "link", "summary"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_feed_without_a_name_is_called_what_it_is(tmp_path: Path, lang: Language) -> None:
    feed = _atom(LazySite(folder_with(tmp_path, DOCUMENTS), lang)).feed
    expected = {"sv": "Medborgarlöften", "en": "Promises to residents"}[lang]

    assert (feed.title, feed.author) == (expected, expected)


def test_a_feed_without_entries_is_still_a_feed(tmp_path: Path) -> None:
    text = f"dokument: samverkansöverenskommelse\ntitel: Överenskommelse\nperiod: {{från: 2024}}\n{PARTIES}"
    site = LazySite(folder_with(tmp_path, {"overenskommelse": text}))

    assert (_atom(site).entries, _json(site)["items"]) == ([], [])


def test_a_promise_without_a_day_is_left_out_and_stops_nothing(tmp_path: Path) -> None:
    site = LazySite(folder_with(tmp_path, {"lofte": promise_text("{text: hösten}")}))

    assert (_atom(site).entries, _json(site)["items"]) == ([], [])


# ---------------------------------------------------------------- days


def test_an_entry_is_updated_on_the_day_of_its_follow_up(tmp_path: Path) -> None:
    feed = _atom(LazySite(_written(tmp_path)))
    days = [entry.updated for entry in feed.entries]

    assert [day for day in days if not re.fullmatch(r"\d{4}-\d{2}-\d{2}T00:00:00Z", day)] == []
    assert days == sorted(days, reverse=True)
    assert feed.feed.updated == max(days) == "2024-12-31T00:00:00Z"


def test_a_follow_up_with_a_month_or_a_year_counts_to_its_last_day(tmp_path: Path) -> None:
    found = _entries(
        LazySite(
            _written(
                tmp_path,
                **{"uppfoljning-4": follow_up_text("2025-02"), "uppfoljning-5": follow_up_text("2025")},
            )
        )
    )

    assert {day[:10] for _, day, _ in found.values()} >= {"2025-02-28", "2025-12-31"}


# ---------------------------------------------------------------- ids


def test_a_follow_up_of_a_year_says_so_beside_the_day_that_a_feed_must_give(tmp_path: Path) -> None:
    follow_up = follow_up_text("2024", "poster:\n  - {åtagande: K1, status: pågår}\n")
    site = LazySite(_written(tmp_path, **{"uppfoljning-1": follow_up}))

    assert "2024: 1 pågår, 1 utan uppgift." in {text for _, _, text in _entries(site).values()}
    calendar = site["datum.ics"].decode().replace("\r\n ", "")
    assert re.search(r"SUMMARY:Uppföljt: [^\r]* \(2024\)", calendar)


def test_ids_differ_and_have_the_form_of_an_address(tmp_path: Path) -> None:
    feed = _atom(LazySite(_written(tmp_path)))
    ids = [feed.feed.id, *(entry.id for entry in feed.entries)]

    assert len(ids) == len(set(ids))
    assert [i for i in ids if not i.startswith("urn:uuid:") or uuid.UUID(i).version != 5] == []


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = (LazySite(_written(tmp_path / name)) for name in ("one", "two"))

    assert (one["flode.xml"], one["flode.json"]) == (two["flode.xml"], two["flode.json"])


@pytest.mark.parametrize("base", ["trygg.exempelby.example", "www.exempelby.example/loften/"])
def test_nothing_but_addresses_change_with_the_address_of_the_site(tmp_path: Path, base: str) -> None:
    one, two = LazySite(_written(tmp_path / "one")), LazySite(_written(tmp_path / "two", base))

    assert _entries(one) == _entries(two)
    assert _atom(one).feed.id == _atom(two).feed.id
    assert [item["id"] for item in _json(one)["items"]] == [item["id"] for item in _json(two)["items"]]


def test_ids_stay_when_the_site_gets_a_name_and_a_publisher(tmp_path: Path) -> None:
    unnamed, named = LazySite(folder_with(tmp_path / "one", DOCUMENTS)), LazySite(_written(tmp_path / "two"))

    assert _entries(unnamed) == _entries(named)
    assert _atom(unnamed).feed.id == _atom(named).feed.id


def test_ids_are_the_same_in_both_languages(tmp_path: Path) -> None:
    workspace = _written(tmp_path)

    assert set(_entries(LazySite(workspace, "sv"))) == set(_entries(LazySite(workspace, "en")))


def test_an_entry_keeps_its_id_when_its_words_and_day_change(tmp_path: Path) -> None:
    before = _entries(LazySite(_written(tmp_path / "one")))
    changed = {
        "lofte": DOCUMENTS["lofte"]
        .replace("Medborgarlöfte för", "Löfte till")
        .replace("2023-12-18", "2023-12-19"),
        "uppfoljning-3": DOCUMENTS["uppfoljning-3"].replace("2024-12-31", "2025-01-15").replace("104", "105"),
    }
    after = _entries(LazySite(_written(tmp_path / "two", **changed)))

    assert set(before) == set(after)
    assert before != after


ADDED: Final = {
    "a follow-up": ("uppfoljning-4", follow_up_text("2025-03-31", "poster: {åtagande: K2, status: genomfört}\n")),
    "the next promise": ("lofte-2025", promise_text("{från: 2025-01-01, till: 2025-12-31}")),
    "an older promise": ("lofte-2020", promise_text("{från: 2020-01-01, till: 2020-12-31}")),
    "an agreement": (
        "overenskommelse",
        f"dokument: samverkansöverenskommelse\ntitel: Överenskommelse\nperiod: {{från: 2024}}\n{PARTIES}",
    ),
    "a promise of another place": (
        "annan/lofte",
        promise_text().replace("Exempelby kommun", "Provby kommun").replace(', kommunkod: "9999"', ""),
    ),
}  # fmt: skip


def _with(folder: Path, added: str) -> Workspace:
    _written(folder)
    name, text = ADDED[added]
    path = folder / "promises" / (f"{name}.yaml" if "/" in name else f"exempelby/{name}.yaml")
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    workspace = load([], folder)
    assert workspace.diagnostics == ()
    return workspace


@pytest.mark.parametrize("added", ADDED)
def test_what_was_reported_stays_as_it_was_when_a_document_is_added(tmp_path: Path, added: str) -> None:
    before = _entries(LazySite(_written(tmp_path / "one")))
    after = _entries(LazySite(_with(tmp_path / "two", added)))

    assert {key: entry for key, entry in after.items() if key in before} == before


@pytest.mark.parametrize("added", ADDED)
def test_the_feed_is_the_same_feed_when_a_document_is_added(tmp_path: Path, added: str) -> None:
    before, after = LazySite(_written(tmp_path / "one")), LazySite(_with(tmp_path / "two", added))

    assert _atom(before).feed.id == _atom(after).feed.id


PLACES: Final = (
    ("Exempelby kommun", ""),
    ("Provby kommun", ""),
    ("Exempelby kommun", "område: {typ: stadsdel, namn: Norra Exempelby}\n"),
    ("Exempelby kommun", "område: {typ: stadsdel, namn: Södra Exempelby}\n"),
)


def test_no_id_is_shared_by_the_sites_of_two_places_with_the_same_files(tmp_path: Path) -> None:
    found: list[set[str]] = []
    for number, (name, more) in enumerate(PLACES):
        documents = {key: text.replace("Exempelby kommun", name) for key, text in DOCUMENTS.items()}
        documents["lofte"] += f"{more}uppföljningsplan: {{takt: halvår, nästa: 2024-06-30}}\n"
        documents["dialog"] = (
            "dokument: medborgardialog\ntitel: Dialog\ndatum: 2024-05-02\nbeslut: [{organ: KS, datum: 2024-05-03}]\n"
        )
        site = LazySite(folder_with(tmp_path / str(number), documents))
        uids = re.findall(r"UID:(\S+)", site["datum.ics"].decode().replace("\r\n ", ""))
        ids = [item["id"] for item in _json(site)["items"]]
        found.append({*uids, *ids, *_entries(site), _atom(site).feed.id})

    assert min(map(len, found)) >= 9
    assert [found[a] & found[b] for a, b in itertools.combinations(range(len(found)), 2)] == [set()] * 6


def test_the_same_promise_has_the_same_ids_wherever_it_is_published(tmp_path: Path) -> None:
    sites = [LazySite(_written(tmp_path / name, base)) for name, base in (("a", ""), ("b", "b.example"))]

    assert set(_entries(sites[0])) == set(_entries(sites[1]))


def test_the_order_of_the_files_does_not_matter() -> None:
    day = dt.date(2024, 12, 31)
    entries = [Entry(name_of("a", str(n)), f"{n}", day - dt.timedelta(n % 3), "", "") for n in range(9)]

    assert newest_first(entries) == newest_first(entries[::-1])
    assert [entry.day for entry in newest_first(entries)] == sorted((e.day for e in entries), reverse=True)


def test_parts_of_a_name_do_not_run_together() -> None:
    assert name_of("a", "bc") != name_of("ab", "c")
    assert name_of("status", "exempelby/u", "K1") != name_of("status", "exempelby/uK1")


# ---------------------------------------------------------------- addresses


def test_every_entry_leads_to_a_page_and_a_place_on_it(tmp_path: Path) -> None:
    base = "https://trygg.exempelby.example/loften/"
    site = LazySite(_written(tmp_path, base.removeprefix("https://")))
    for entry in _atom(site).entries:
        page, _, item = entry.link.removeprefix(base).partition("#")

        assert entry.link.startswith(base)
        assert not item or f'id="{item}"'.encode() in site[page]
        assert page in site


def test_the_feed_says_where_it_and_the_site_lie_when_that_is_known(tmp_path: Path) -> None:
    known = _atom(LazySite(_written(tmp_path / "one", "trygg.exempelby.example/"))).feed
    unknown = _atom(LazySite(_written(tmp_path / "two"))).feed

    assert {link.rel: link.href for link in known.links} == {
        "self": "https://trygg.exempelby.example/flode.xml",
        "alternate": "https://trygg.exempelby.example/index.html",
    }
    assert [link.rel for link in unknown.links] == ["alternate"]
    assert known.author == "Exempelby kommun"


# ---------------------------------------------------------------- JSON Feed 1.1


FEED_KEYS: Final = {
    "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon", "authors",
    "language", "expired", "hubs", "items",
}  # fmt: skip
ITEM_KEYS: Final = {
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image",
    "date_published", "date_modified", "authors", "tags", "language", "attachments",
}  # fmt: skip


@pytest.mark.parametrize("base", ["", "trygg.exempelby.example"])
def test_the_feed_as_json_has_the_keys_of_json_feed(tmp_path: Path, base: str) -> None:
    feed = _json(LazySite(_written(tmp_path, base)))

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {"title", "items"} <= set(feed) <= FEED_KEYS
    assert ("feed_url" in feed) == bool(base)
    assert [author for author in feed["authors"] if not author.get("name")] == []
    assert len(feed["items"]) == len(EXPECTED)
    for item in feed["items"]:
        assert {"id", "content_text"} <= set(item) <= ITEM_KEYS
        assert [value for value in item.values() if not isinstance(value, str)] == []
        assert dt.datetime.fromisoformat(item["date_modified"]).tzinfo is not None


def test_the_feed_as_json_says_the_same_as_the_other(tmp_path: Path) -> None:
    site = LazySite(_written(tmp_path, "trygg.exempelby.example"))
    items = [(item["id"], item["title"], item["url"], item["content_text"]) for item in _json(site)["items"]]

    assert items == [(entry.id, entry.title, entry.link, entry.summary) for entry in _atom(site).entries]


def test_addresses_in_the_feed_as_json_are_whole_when_that_of_the_site_is_known(tmp_path: Path) -> None:
    feed = _json(LazySite(_written(tmp_path, "trygg.exempelby.example")))

    assert (feed["home_page_url"], feed["feed_url"]) == (
        "https://trygg.exempelby.example/index.html",
        "https://trygg.exempelby.example/flode.json",
    )
    assert [
        item["url"]
        for item in feed["items"]
        if not item["url"].startswith("https://trygg.exempelby.example/")
    ] == []


# ---------------------------------------------------------------- the writers by themselves


@each(["\x00", "\x0b", "\x1f", "\ufffe", "\uffff"], ascii)
def test_a_character_that_xml_does_not_allow_does_not_break_the_feed(character: str) -> None:
    feed = Feed("urn:x", f"a{character}b", "c", "index.html", "", "sv")
    entry = Entry("urn:y", f"d{character}e", dt.date(2024, 1, 1), f"f{character}g", "a.html")
    read = feedparser.parse(io.BytesIO(write_atom(feed, [entry])))

    assert read.bozo is False
    assert read.entries[0].title == "de"
    assert json.loads(write_json_feed(feed, [entry]))["items"][0]["id"] == "urn:y"
