"""Long texts as HTML: CommonMark without raw HTML, cleaned; and the same text made safe for Markdown."""

import re
from functools import lru_cache
from typing import Final

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from medborgarlofte.language.hyphenation import soft_hyphenated
from medborgarlofte.swedish import MONTHS

_TAGS: Final = {"p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "br", "code", "pre", "hr"}


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    # No headings: they would break the outline of the page. No images: nothing is fetched from elsewhere.
    return MarkdownIt("commonmark", {"html": False}).disable(
        ["heading", "lheading", "image", "html_inline", "html_block"]
    )


def prose(text: str) -> Markup:
    """A long text as HTML."""
    return Markup(_clean(_markdown().render(unbroken(text))).strip())  # noqa: S704 - cleaned by nh3


def inline(text: str) -> Markup:
    """A long text of one paragraph as HTML without the paragraph around it; else as prose."""
    made = prose(text)
    only = re.fullmatch(r"<p>(.*)</p>", made, re.DOTALL)
    return Markup(only[1]) if only and "<p>" not in only[1] else made  # noqa: S704 - cleaned above


def unbroken(text: str) -> str:
    """The text with spaces that do not break inside ”1 000” and ”1 juli”; every word stays as it is."""
    return _HELD.sub("\N{NO-BREAK SPACE}", text)


_HELD: Final = re.compile(
    r"(?<=\d) (?=\d{3}(?!\d))|(?<=\d) (?=(?:" + "|".join(month.sv for month in MONTHS) + r"|procent|kr|%)\b)"
)


def with_soft_hyphens(text: object) -> Markup:
    """A heading whose long words may break where Swedish words do."""
    return Markup(soft_hyphenated(str(escape(text))))  # noqa: S704 - escaped just before


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
