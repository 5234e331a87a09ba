"""News as Atom (RFC 4287) and JSON Feed 1.1."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from medborgarlofte.exporting.json_documents import json_bytes
from medborgarlofte.templating import format_moment, render_xml

_SPACE: Final = uuid.UUID("6d7c5b0e-9f0a-5d0e-8a51-0f6f5e1b2c3d")
"""Namespace of all ids; it must never change."""


class Entry(NamedTuple):
    """One news item."""

    id: str
    title: str
    day: dt.date
    text: str
    link: str
    """Address of the page, whole or from the folder of the feed."""


class Feed(NamedTuple):
    """A feed without its entries."""

    id: str
    title: str
    author: str
    home: str
    """Address of the start page."""
    address: str
    """Address of the feed; empty when unknown."""
    lang: str


def name_of(*parts: str) -> str:
    """URN derived from names, independent of the server."""
    return uuid.uuid5(_SPACE, "\n".join(parts)).urn


def write_atom(feed: Feed, entries: Sequence[Entry]) -> bytes:
    """An Atom feed, newest entry first."""
    updated = max((entry.day for entry in entries), default=dt.date(2000, 1, 1))
    return render_xml("atom.xml", feed=feed, updated=updated, entries=newest_first(entries))


def write_json_feed(feed: Feed, entries: Sequence[Entry]) -> bytes:
    """A JSON feed, newest entry first."""
    made: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "language": feed.lang,
        "authors": [{"name": feed.author}],
        "items": [
            {
                "id": entry.id,
                "url": entry.link,
                "title": entry.title,
                "content_text": entry.text,
                "date_modified": format_moment(entry.day),
            }
            for entry in newest_first(entries)
        ],
    }
    if feed.address:
        made["feed_url"] = feed.address
    return json_bytes(made)


def newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """Entries by date, newest first, then id."""
    return sorted(entries, key=lambda entry: (-entry.day.toordinal(), entry.id))
