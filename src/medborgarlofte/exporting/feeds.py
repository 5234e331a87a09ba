"""What is new, as Atom (RFC 4287) and as JSON Feed 1.1."""

import datetime as dt
import json
import re
import uuid
from collections.abc import Sequence
from typing import Any, Final, NamedTuple
from xml.etree import ElementTree as ET

ATOM: Final = "http://www.w3.org/2005/Atom"
_SPACE: Final = uuid.UUID("6d7c5b0e-9f0a-5d0e-8a51-0f6f5e1b2c3d")
"""What all our names are derived within; it must never change."""


class Entry(NamedTuple):
    """Something that residents may want to hear of."""

    id: str
    title: str
    day: dt.date
    text: str
    link: str
    """Address of the page, whole or from the folder of the feed."""


class Feed(NamedTuple):
    """The feed itself."""

    id: str
    title: str
    author: str
    home: str
    """Address of the start page."""
    address: str
    """Where the feed lies; empty when that is not known."""
    lang: str


def name_of(*parts: str) -> str:
    """An id that is the same in every build and on every server: a URN made from what the thing is called here."""
    return uuid.uuid5(_SPACE, "\n".join(parts)).urn


def write_atom(feed: Feed, entries: Sequence[Entry]) -> bytes:
    """The entries, newest first."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"xml:lang": feed.lang})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(max((entry.day for entry in entries), default=dt.date(2000, 1, 1))))
    _add(_add(root, "author"), "name", feed.author)
    _add(root, "link", rel="alternate", type="text/html", href=feed.home)
    if feed.address:
        _add(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    for entry in newest_first(entries):
        element = _add(root, "entry")
        _add(element, "id", entry.id)
        _add(element, "title", entry.title)
        _add(element, "updated", _moment(entry.day))
        _add(element, "link", rel="alternate", type="text/html", href=entry.link)
        _add(element, "summary", entry.text)
    return as_bytes(root)


def write_json_feed(feed: Feed, entries: Sequence[Entry]) -> bytes:
    """The same as JSON."""
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
                "date_modified": _moment(entry.day),
            }
            for entry in newest_first(entries)
        ],
    }
    if feed.address:
        made["feed_url"] = feed.address
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """In the order of a feed; of one day by id, so that the order does not depend on that of the files."""
    return sorted(entries, key=lambda entry: (-entry.day.toordinal(), entry.id))


def as_bytes(root: ET.Element) -> bytes:
    """An XML document, indented, with a line end."""
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
    if text is not None:
        element.text = xml_text(text)
    return element


def xml_text(text: str) -> str:
    """The text without characters that XML 1.0 does not allow at all."""
    return _NOT_XML.sub("", text)


_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
