"""Filters and globals of the page templates."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

import jinja2
from markupsafe import Markup

from medborgarlofte.i18n import Language, Text
from medborgarlofte.language import markdown
from medborgarlofte.language.facts import facts_of, lower, parties_in_words
from medborgarlofte.language.phrases import (
    format_actual,
    format_actuals,
    format_commitments,
    format_period,
    format_rate,
    format_statuses,
    format_target,
)
from medborgarlofte.model.colours import lightened
from medborgarlofte.model.config import Website
from medborgarlofte.model.record import TOGETHER
from medborgarlofte.site import blocks, markup
from medborgarlofte.site.json_ld import as_block
from medborgarlofte.site.languages import language_name
from medborgarlofte.swedish import PartialDate, format_date, format_number, slug
from medborgarlofte.templating import former_design, make_environment, packaged, render, template_error

FOLDERS: Final = {"html": "html", "markdown": "markdown", "pdf": "markdown"}
"""Folder of the templates of each kind; a PDF is the Markdown page, with its Swedish texts marked."""


def template_folders(own: Path | None) -> list[Path]:
    """Template folders, the user's first."""
    return [folder for folder in (own, packaged()) if folder is not None]


@lru_cache(maxsize=8)
def templates_for(lang: Language, own: Path | None = None) -> "Templates":
    """Compiled templates, reloaded when changed."""
    return Templates(lang, own)


@cache
def _sign(look: str) -> Markup:
    """A sign of the sprite, hidden from screen readers."""
    return Markup(
        '<svg class="sign is-{0}" width="20" height="20" aria-hidden="true"><use href="#s:{0}"/></svg>'
    ).format(look)


class Templates:
    """Templates of a language, with user overrides."""

    def __init__(self, lang: Language, own: Path | None) -> None:
        self.own = own
        self.folders = template_folders(own)
        self.lang = lang
        self.environments = {kind: self._environment(kind) for kind in FOLDERS}

    def _environment(self, kind: str) -> jinja2.Environment:
        escape = kind == "html"
        swedish = Markup(' lang="sv"') if self.lang != "sv" else Markup("")
        environment = make_environment(self.folders, autoescape=escape)  # Markdown escapes in filters
        environment.filters |= self._filters(escape=escape)
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
            "swedish": lambda: swedish,
            "facts_of": facts_of,
        }
        return environment

    def _filters(self, *, escape: bool) -> dict[str, Callable[..., Any]]:
        """Filters of HTML (`escape`) or Markdown templates."""
        return {
            "prose": markup.prose if escape else markdown.markdown_prose,
            "inline": markup.inline if escape else markdown.markdown_prose,
            "wording": markup.wording if escape else markdown.markdown_wording,
            "line": markdown.markdown_line,
            "indented": markdown.markdown_indented,
            "date": lambda value: format_date(value, self.lang),
            "period": lambda value: format_period(value, self.lang),
            "number": lambda value: format_number(value, self.lang),
            "target": lambda value: format_target(value)[self.lang],
            "parties": lambda value: ", ".join(text[self.lang] for text in parties_in_words(value)),
            "lower_first": lower,
            "rate": lambda value: format_rate(value)[self.lang],
            "commitments": lambda value: format_commitments(value)[self.lang],
            "language": language_name,
            "statuses": lambda value: format_statuses(value)[self.lang],
            "actual": lambda value: format_actual(value)[self.lang],
            "actuals": lambda value, part=None: format_actuals(value, part)[self.lang],
            "md": lambda link: re.sub(r"\.html(#.*)?$", ".md", link),
            "words": markdown.markdown_words,
            "shy": markup.with_soft_hyphens if escape else str,
            "jsonld": as_block,
            "slug": slug,
            "sign": _sign,
            "party_name": self._party,
        }

    def _translate(self, sv: str | Text, en: str = "") -> str:
        """`t("Parter", "Parties")` in a template."""
        if isinstance(sv, Text):
            return sv[self.lang]
        return sv if self.lang == "sv" else en

    def _party(self, name: str) -> str:
        """Party name, or ”tillsammans” in the language."""
        return self._translate("tillsammans", "together") if name == TOGETHER else name

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
            for scheme, colour in (("light", light), ("dark", dark or (light and lightened(light))))
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
