"""Prose (CommonMark) and verbatim wording as HTML."""

import re
from functools import lru_cache
from typing import Final

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from medborgarlofte.language.hyphenation import soft_hyphenated
from medborgarlofte.language.markdown import wording_paragraphs
from medborgarlofte.swedish import MONTHS

_TAGS: Final = {"p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "br", "code", "pre", "hr"}


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    # Headings become bold, since they would break the outline of the page. Pictures become their descriptions, since
    # nothing is fetched from elsewhere.
    parser = MarkdownIt("commonmark", {"html": False}).disable(["html_inline", "html_block"])
    parser.add_render_rule("heading_open", lambda *_: "<p><strong>")
    parser.add_render_rule("heading_close", lambda *_: "</strong></p>\n")
    parser.add_render_rule("image", lambda _self, tokens, index, *_: escape(tokens[index].content))
    return parser


@lru_cache(maxsize=4096)  # a commitment is on the page of its promise, in comparisons and in lists
def wording(text: str) -> Markup:
    """Plain text as paragraphs, character by character."""
    paragraphs = (Markup("<br>\n").join(lines) for lines in wording_paragraphs(text))
    return Markup("\n").join(Markup("<p>{}</p>").format(paragraph) for paragraph in paragraphs)


def prose(text: str) -> Markup:
    """Markdown as HTML."""
    return Markup(_clean(_markdown().render(unbroken(text))).strip())  # noqa: S704 - cleaned by nh3


def inline(text: str) -> Markup:
    """One-paragraph Markdown without p; longer as prose."""
    made = prose(text)
    only = re.fullmatch(r"<p>(.*)</p>", made, re.DOTALL)
    return Markup(only[1]) if only and "<p>" not in only[1] else made  # noqa: S704 - cleaned above


def unbroken(text: str) -> str:
    """Text with no-break spaces in ”1 000” and ”1 juli”."""
    return _HELD.sub("\N{NO-BREAK SPACE}", text)


_HELD: Final = re.compile(
    r"(?<=\d) (?=\d{3}(?!\d))|(?<=\d) (?=(?:" + "|".join(month.sv for month in MONTHS) + r"|procent|kr|%)\b)"
)


def with_soft_hyphens(text: object) -> Markup:
    """Text with soft hyphens in long words."""
    return Markup(soft_hyphenated(str(escape(text))))  # noqa: S704 - escaped just before


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
