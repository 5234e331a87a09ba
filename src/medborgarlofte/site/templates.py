"""Where templates are found, and what they can use."""

import traceback
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import jinja2

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language import markdown
from medborgarlofte.language.phrases import (
    format_actual,
    format_actuals,
    format_commitments,
    format_period,
    format_rate,
    format_statuses,
    format_target,
)
from medborgarlofte.model.config import Website
from medborgarlofte.model.record import TOGETHER
from medborgarlofte.site import markup
from medborgarlofte.site.chart import LOOKS, SIGNS
from medborgarlofte.site.json_ld import as_block
from medborgarlofte.swedish import PartialDate, format_date, format_number, slug

PACKAGE: Final = Path(__file__).parents[1] / "templates"
CHECKOUT: Final = Path(__file__).parents[3] / "templates"
"""Where templates lie in an editable install, which does not put them in the package."""


def packaged() -> Path:
    """The folder of our own templates."""
    return PACKAGE if PACKAGE.is_dir() else CHECKOUT


def template_folders(own: Path | None) -> list[Path]:
    """Where a template is looked for, the user's own folder first."""
    return [folder for folder in (own, packaged()) if folder is not None]


@lru_cache(maxsize=8)
def templates_for(lang: Language, own: Path | None = None) -> "Templates":
    """The templates of a language, compiled once; one that is changed is compiled anew when it is next used."""
    return Templates(lang, own)


class Templates:
    """Our templates, overridden file by file by those of the user."""

    def __init__(self, lang: Language, own: Path | None) -> None:
        self.folders = template_folders(own)
        self.lang = lang
        self.environments = {kind: self._environment(kind) for kind in ("html", "markdown")}

    def _environment(self, kind: str) -> jinja2.Environment:
        escape = kind == "html"
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folders),
            autoescape=escape,  # noqa: S701 - off only for Markdown, which has filters of its own
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.filters |= {
            "prose": markup.prose if escape else markdown.markdown_prose,
            "inline": markup.inline if escape else markdown.markdown_prose,
            "line": markdown.markdown_line,
            "indented": markdown.markdown_indented,
            "date": lambda value: format_date(value, self.lang),
            "period": lambda value: format_period(value, self.lang),
            "number": lambda value: format_number(value, self.lang),
            "target": lambda value: format_target(value)[self.lang],
            "rate": lambda value: format_rate(value)[self.lang],
            "commitments": lambda value: format_commitments(value)[self.lang],
            "statuses": lambda value: format_statuses(value)[self.lang],
            "actual": lambda value: format_actual(value)[self.lang],
            "actuals": lambda value, part=None: format_actuals(value, part)[self.lang],
            "shy": markup.with_soft_hyphens if escape else str,
            "jsonld": as_block,
            "slug": slug,
            "party_name": self._party,
        }
        environment.tests["date"] = lambda value: isinstance(value, PartialDate)
        environment.globals |= {"lang": self.lang, "t": self._translate, "looks": LOOKS, "signs": SIGNS}
        return environment

    def _translate(self, sv: str | Text, en: str = "") -> str:
        """`t("Parter", "Parties")` in a template: both languages stand where they are used."""
        if isinstance(sv, Text):
            return sv[self.lang]
        return sv if self.lang == "sv" else en

    def _party(self, name: str) -> str:
        """The name of a party; joint commitments are everybody's."""
        return self._translate("tillsammans", "together") if name == TOGETHER else name

    def render(self, kind: str, name: str, data: dict[str, Any]) -> str:
        """A page from its template. Raises LofteError when a template of the user's is wrong."""
        try:
            return self.environments[kind].get_template(f"{kind}/{name}").render(data)
        except jinja2.TemplateError as error:
            file, line = self._place(error, name)
            raise LofteError(
                Text(
                    f"Mallen {file}, rad {line} går inte att använda: {error.message}",
                    f"The template {file}, line {line} cannot be used: {error.message}",
                ),
                Text(
                    "Jämför med originalet, eller ta bort din egen mall så används den som följer med.",
                    "Compare with the original, or remove your own template and the one that ships is used.",
                ),
            ) from error

    def _place(self, error: jinja2.TemplateError, name: str) -> tuple[str, int]:
        """The template and line in which an error came up."""
        if isinstance(error, jinja2.TemplateSyntaxError):
            return error.name or name, error.lineno
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            for folder in self.folders:
                if Path(frame.filename).is_relative_to(folder):
                    return Path(frame.filename).relative_to(folder).as_posix(), frame.lineno or 1
        return name, 1

    def stylesheet(self, name: str, website: Website) -> bytes:
        """The style sheet with the colours of lofte.toml after it."""
        own = [
            f"@media screen and (prefers-color-scheme:{scheme}){{:root{{--link:{colour};--mark:{colour}}}}}"
            for scheme, colour in (("light", website.colour), ("dark", website.dark_colour))
            if colour
        ]
        return self.static(name) + "".join(f"{rule}\n" for rule in own).encode()

    def static(self, name: str) -> bytes:
        """A file that is published as it is."""
        for folder in self.folders:
            path = folder / "html" / name
            if path.is_file():
                return path.read_bytes()
        raise FileNotFoundError(name)
