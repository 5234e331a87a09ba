"""Filters and globals of the page templates."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

import jinja2
import nh3
from jinja2.ext import Extension
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from medborgarlofte.i18n import Language, Text
from medborgarlofte.language import markdown
from medborgarlofte.language.facts import facts_of, lower, parties_in_words
from medborgarlofte.language.hyphenation import soft_hyphenated
from medborgarlofte.language.markdown import wording_paragraphs
from medborgarlofte.language.phrases import (
    format_actual,
    format_commitments,
    format_period,
)
from medborgarlofte.model.config import Website, readable
from medborgarlofte.site import blocks
from medborgarlofte.site.json_ld import as_block
from medborgarlofte.site.languages import language_name
from medborgarlofte.swedish import MONTHS, PartialDate, format_date, format_number
from medborgarlofte.templating import former_design, make_environment, packaged, render, template_error

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


FOLDERS: Final = {"html": "html", "markdown": "markdown", "pdf": "markdown"}
"""Folder of the templates of each kind; a PDF is the Markdown page, with its Swedish texts marked."""


def template_folders(own: Path | None) -> list[Path]:
    """Template folders, the user's first."""
    return [folder for folder in (own, packaged()) if folder is not None]


def templates_for(lang: Language, own: Path | None = None) -> "Templates":
    """Compiled templates, compiled again when one of the user's has changed."""
    return _compiled(lang, own, _stamp(own) if own else ())


@lru_cache(maxsize=4)
def _compiled(lang: Language, own: Path | None, _stamp: Sequence[object]) -> "Templates":
    return Templates(lang, own)


def _stamp(folder: Path) -> tuple[tuple[str, int, int, int], ...]:
    """Path, inode, time and size of each file in a folder."""
    stats = ((str(path), path.stat()) for path in sorted(folder.rglob("*")) if path.is_file())
    return tuple((path, seen.st_ino, seen.st_mtime_ns, seen.st_size) for path, seen in stats)


@cache
def _sign(look: str) -> Markup:
    """A sign of the sprite, hidden from screen readers."""
    return Markup(
        '<svg class="sign is-{0}" width="20" height="20" aria-hidden="true"><use href="#s:{0}"/></svg>'
    ).format(look)


class _Attribute(Markup):
    """An attribute; templates of users may call it."""

    def __call__(self) -> Markup:
        return self


class _Constants(Extension):
    """Writes the words of the language for `t("…", "…")` before compiling, instead of a call on every page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        lang, autoescape = str(self.environment.globals["lang"]), self.environment.autoescape

        def words(found: re.Match[str]) -> str:
            return str(escape(found[lang])) if autoescape else found[lang]

        return _CONSTANT.sub(words, source)


_CONSTANT: Final = re.compile(r'\{\{ t\("(?P<sv>[^"\\{}]*)", "(?P<en>[^"\\{}]*)"\) \}\}')


class Templates:
    """Templates of a language, with user overrides."""

    def __init__(self, lang: Language, own: Path | None) -> None:
        self.own = own
        self.folders = template_folders(own)
        self.lang = lang
        self.environments = {kind: self._environment(kind) for kind in FOLDERS}

    def _environment(self, kind: str) -> jinja2.Environment:
        is_html = kind == "html"
        environment = make_environment(self.folders, autoescape=is_html)  # Markdown escapes in filters
        environment.add_extension(_Constants)
        environment.filters |= self._filters(is_html=is_html)
        if kind == "pdf" and self.lang != "sv":
            environment.filters |= {
                "wording": blocks.swedish_wording,
                "prose": blocks.swedish_prose,
                "inline": blocks.swedish_prose,
                "indented": blocks.swedish_prose,
            }
        environment.tests["date"] = lambda value: isinstance(value, PartialDate)
        environment.globals |= {
            "lang": self.lang,
            "t": self._translate,
            "swedish": _Attribute(' lang="sv"' if self.lang != "sv" else ""),
            "facts_of": facts_of,
        }
        return environment

    def _filters(self, *, is_html: bool) -> dict[str, Callable[..., Any]]:
        """Filters of HTML (`is_html`) or Markdown templates."""
        return {
            "prose": prose if is_html else markdown.markdown_prose,
            "inline": inline if is_html else markdown.markdown_prose,
            "wording": wording if is_html else markdown.markdown_wording,
            "line": markdown.markdown_line,
            "indented": markdown.markdown_indented,
            "date": lambda value: format_date(value, self.lang),
            "period": lambda value: format_period(value, self.lang),
            "number": lambda value: format_number(value, self.lang),
            "parties": lambda value: ", ".join(text[self.lang] for text in parties_in_words(value)),
            "lower_first": lower,
            "commitments": lambda value: format_commitments(value)[self.lang],
            "language": language_name,
            "actual": lambda value: format_actual(value)[self.lang],
            "md": lambda link: re.sub(r"\.html(#.*)?$", ".md", link),
            "words": markdown.markdown_words,
            "shy": with_soft_hyphens if is_html else str,
            "jsonld": as_block,
            "sign": _sign,
        }

    def _translate(self, sv: str | Text, en: str = "") -> str:
        """`t("Parter", "Parties")` in a template."""
        if isinstance(sv, Text):
            return sv[self.lang]
        return sv if self.lang == "sv" else en

    def render(self, kind: str, name: str, data: dict[str, Any]) -> str:
        """Render a page.

        Raises LofteError for a mistake in a user's template.
        """
        return render(self.environments[kind], f"{FOLDERS[kind]}/{name}", data, self.own)

    def stylesheet(self, name: str, website: Website) -> bytes:
        """Style sheet with lofte.toml's colours."""
        light, dark, second = website.colour, website.dark_colour, website.second_colour
        own = [
            f"@media screen and (prefers-color-scheme:{scheme}){{:root{{--brand:{colour}}}}}"
            for scheme, colour in (("light", light), ("dark", dark or (light and readable(light, "dark"))))
            if colour
        ]
        own += [f"@media screen{{:root{{--accent:{second}}}}}"] if second else []
        shipped = self.static(name)
        if b"--quiet" in shipped:  # a custom property of the former style sheet
            raise template_error(f"html/{name}", 1, former_design("--quiet", "--soft"))
        return shipped + "".join(f"{rule}\n" for rule in own).encode()

    def static(self, name: str) -> bytes:
        """A static file."""
        for folder in self.folders:
            path = folder / "html" / name
            if path.is_file():
                return path.read_bytes()
        raise FileNotFoundError(name)
