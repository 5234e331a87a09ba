"""A page taken apart: its text, headings, ids, links and languages."""

from html.parser import HTMLParser
from typing import Final, NamedTuple

VOID: Final = frozenset(["meta", "link", "br", "hr", "img", "input"])
INLINE: Final = frozenset(["a", "span", "strong", "em", "code", "br"])
QUIET: Final = frozenset(["style", "script", "title"])


class Element(NamedTuple):
    """A start tag with its attributes."""

    tag: str
    attributes: dict[str, str]


class Words(NamedTuple):
    """A piece of text, the language it is marked as, and the elements around it."""

    text: str
    lang: str
    inside: tuple[str, ...]


class MarkupReader(HTMLParser):
    """Reads a page and notes what its tests ask for; fails when tags do not pair."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.words: list[Words] = []
        self.headings: list[tuple[int, str]] = []
        self.named_links: list[tuple[str, str]] = []
        self.blocks: list[str] = []
        """What stands in data blocks (JSON-LD)."""
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert [element.tag for element in self._open] == []

    def _apart(self, tag: str) -> None:
        """Blocks stand apart from the text around them."""
        if tag not in INLINE:
            self.words.append(Words(" ", "", ()))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), (tag, attrs)
        self._apart(tag)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)
        if tag == "a":
            self.named_links.append(("", element.attributes["href"]))
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, tag
        assert tag == self._open.pop().tag, tag
        self._apart(tag)

    def handle_data(self, data: str) -> None:
        data = data.replace("\N{SOFT HYPHEN}", "")
        inside = tuple(element.tag for element in self._open)
        if "script" in inside:
            self.blocks.append(data)
            return
        lang = next((e.attributes["lang"] for e in reversed(self._open) if "lang" in e.attributes), "")
        self.words.append(Words(data, lang, inside))
        if "a" in inside:
            text, target = self.named_links[-1]
            self.named_links[-1] = (text + data, target)
        if set(inside) & {"h1", "h2", "h3", "h4", "h5", "h6"}:
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def text(self, lang: str | None = None) -> str:
        """The visible text with every run of white space as one space; in one language when it is given."""
        pieces = [
            words.text
            for words in self.words
            if not QUIET & set(words.inside) and (lang is None or words.lang in (lang, ""))
        ]
        return " ".join("".join(pieces).split())

    @property
    def ids(self) -> list[str]:
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]

    def links(self, *tags: str) -> list[str]:
        """Every address in href or src of these tags, or of any."""
        return [
            value
            for element in self.elements
            for name, value in element.attributes.items()
            if name in ("href", "src", "action", "data", "poster", "srcset")
            and (not tags or element.tag in tags)
        ]
