"""Long texts as HTML: CommonMark without raw HTML, cleaned; and the same text made safe for Markdown."""

import re
from functools import lru_cache
from typing import Final

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_TAGS: Final = {"p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "br", "code", "pre", "hr"}


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    # No headings: they would break the outline of the page. No images: nothing is fetched from elsewhere.
    return MarkdownIt("commonmark", {"html": False}).disable(
        ["heading", "lheading", "image", "html_inline", "html_block"]
    )


def prose(text: str) -> Markup:
    """A long text as HTML."""
    return Markup(_clean(_markdown().render(text)).strip())  # noqa: S704 - cleaned by nh3


def inline(text: str) -> Markup:
    """A long text of one paragraph as HTML without the paragraph around it; else as prose."""
    made = prose(text)
    only = re.fullmatch(r"<p>(.*)</p>", made, re.DOTALL)
    return Markup(only[1]) if only and "<p>" not in only[1] else made  # noqa: S704 - cleaned above


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


def markdown_line(text: str) -> str:
    """A short text inside Markdown: what would be markup is escaped."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(text.split()))


def markdown_prose(text: str) -> str:
    """A long text inside Markdown: raw HTML and links that could run something are taken out of play."""
    safe = re.sub(r"<(?!https?://[^\s<>]*>)", r"\\<", text.strip())
    return re.sub(r"(\]\(\s*|\]:\s*)<?(?!https?:|mailto:|tel:)[a-zA-Z][\w+.-]*:", r"\1#", safe)


def markdown_indented(text: str, spaces: int) -> str:
    """A long text as part of a list item: every line after the first is indented."""
    return markdown_prose(text).replace("\n", "\n" + " " * spaces)
