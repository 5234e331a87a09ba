"""Where templates are found, and what they can use."""

import traceback
from pathlib import Path
from typing import Any, Final

import jinja2

from medborgarlofte.site import markup
from medborgarlofte.swedish import PartialDate, write_date, write_number
from medborgarlofte.text import Language, LofteError, Text
from medborgarlofte.wording.phrases import write_period, write_rate, write_target

PACKAGE: Final = Path(__file__).parents[1] / "templates"
CHECKOUT: Final = Path(__file__).parents[3] / "templates"
"""Where templates lie in an editable install, which does not put them in the package."""


def packaged() -> Path:
    """The folder of our own templates."""
    return PACKAGE if PACKAGE.is_dir() else CHECKOUT


class Templates:
    """Our templates, overridden file by file by those of the user."""

    def __init__(self, lang: Language, own: Path | None = None) -> None:
        self.folders = [folder for folder in (own, packaged()) if folder is not None]
        self.lang = lang
        self.environments = {
            "html": self._environment(escape=True),
            "markdown": self._environment(escape=False),
        }

    def _environment(self, *, escape: bool) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folders),
            autoescape=escape,  # noqa: S701 - off only for Markdown, which has filters of its own
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.filters |= {
            "prose": markup.prose if escape else markup.markdown_prose,
            "inline": markup.inline if escape else markup.markdown_prose,
            "line": markup.markdown_line,
            "indented": markup.markdown_indented,
            "date": lambda value: write_date(value, self.lang),
            "period": lambda value: write_period(value, self.lang),
            "number": lambda value: write_number(value, self.lang),
            "target": lambda value: write_target(value)[self.lang],
            "rate": lambda value: write_rate(value)[self.lang],
        }
        environment.tests["date"] = lambda value: isinstance(value, PartialDate)
        environment.globals |= {"lang": self.lang, "t": self._translate}
        return environment

    def _translate(self, sv: str | Text, en: str = "") -> str:
        """`t("Parter", "Parties")` in a template: both languages stand where they are used."""
        if isinstance(sv, Text):
            return sv[self.lang]
        return sv if self.lang == "sv" else en

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

    def static(self, name: str) -> bytes:
        """A file that is published as it is."""
        for folder in self.folders:
            path = folder / "html" / name
            if path.is_file():
                return path.read_bytes()
        raise FileNotFoundError(name)
