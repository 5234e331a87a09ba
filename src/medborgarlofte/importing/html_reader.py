"""HTML reader: main content as blocks."""

import email
import re
from typing import TYPE_CHECKING, Final

from medborgarlofte.i18n import Text
from medborgarlofte.importing.blocks import Block, Source, decode, one_line
from medborgarlofte.importing.layout import lay_out
from medborgarlofte.importing.limits import broken, missing, too_large

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser
from medborgarlofte.importing.html_walker import Walker

_DROPPED: Final = "script, style, noscript, template, svg, iframe, object, embed, head > *:not(title)"

MAX_HTML: Final = 20_000_000
"""Size of a web page."""
MAX_DEPTH: Final = 5_000
MAX_TABLES: Final = 50
"""Tables within each other."""
_NESTING: Final = (
    "div|section|article|main|ul|ol|dl|table|blockquote|aside|header|footer|nav|form|fieldset|details|figure|center"
    "|address|pre|menu|dir|hgroup|search|dialog|summary"
)


def read_html(name: str, data: bytes) -> Source:
    """A saved web page. Raises LofteError."""
    if len(data) > MAX_HTML:
        raise too_large(name)
    text = _decoded(data)
    if _deepest(text, _NESTING) > MAX_DEPTH or _deepest(text, "table") > MAX_TABLES:
        raise broken(name, Text("en webbsida", "a web page"))
    parser = _parser(text)
    title = parser.css_first("title")
    heading = one_line(title.text()) if title else ""
    blocks, frame = _read(parser, name)
    return Source(name, "html", tuple(lay_out(blocks)), title=heading, frame=tuple(frame))


def read_mhtml(name: str, data: bytes) -> Source:
    """A web page saved in a single file. Raises LofteError."""
    if len(data) > MAX_HTML:
        raise too_large(name)
    for part in email.message_from_bytes(data).walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes):
            return read_html(name, page)
    raise broken(name, Text("en webbsida", "a web page"))


def blocks_of_html(html: str, name: str = "", *, spaced: bool = False) -> tuple[list[Block], list[Block]]:
    """The raw blocks of the content, and those of the frame around it."""
    return _read(_parser(html), name, spaced=spaced)


def _deepest(html: str, tags: str) -> int:
    """Nesting depth of elements, by their tags.

    Parsing takes the square of it.
    """
    depth = deepest = 0
    for found in re.finditer(rf"<(/?)(?:{tags})\b", html, re.IGNORECASE):
        depth = max(0, depth - 1) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _parser(html: str) -> "LexborHTMLParser":
    try:
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - optional: the extra `import`
    except ImportError:
        raise missing("selectolax") from None
    return LexborHTMLParser(html)


def _decoded(data: bytes) -> str:
    head = data[:4096].decode("ascii", errors="replace")
    found = re.search(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", head, re.IGNORECASE)
    if found and found[1].lower() not in ("utf-8", "utf8"):
        try:
            return data.decode(found[1], errors="replace")
        except LookupError:
            pass
    return decode(data)


def _read(parser: "LexborHTMLParser", name: str, *, spaced: bool = False) -> tuple[list[Block], list[Block]]:
    for node in parser.css(_DROPPED):
        node.decompose()
    walker = Walker(name, spaced=spaced)
    body = parser.body
    if body is None:
        return [], []
    root = next(
        (found for query in ("main", "[role=main]", "article") if (found := parser.css_first(query))), None
    )
    frame = walker.frame = Walker(name)
    for node in body.css("body > header") if root is None else ():
        frame.walk(node)
        node.decompose()
    walker.walk(root or body)
    if root is not None:
        root.decompose()
        frame.walk(body)
    return walker.finished(), frame.finished()
