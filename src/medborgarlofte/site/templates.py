"""Where templates are found, and what they can use."""

import hashlib
import traceback
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import jinja2
from jinja2.bccache import Bucket

from medborgarlofte.memory import NO_MEMORY, Memory
from medborgarlofte.model.config import Website
from medborgarlofte.model.record import TOGETHER
from medborgarlofte.site import markup
from medborgarlofte.site.chart import LOOKS, SIGNS
from medborgarlofte.site.structured import as_block
from medborgarlofte.swedish import PartialDate, slug, write_date, write_number
from medborgarlofte.text import Language, LofteError, Text
from medborgarlofte.wording import markdown
from medborgarlofte.wording.phrases import (
    write_actual,
    write_commitments,
    write_period,
    write_rate,
    write_statuses,
    write_target,
)

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
def templates_for(lang: Language, own: Path | None = None, memory: Memory = NO_MEMORY) -> "Templates":
    """The templates of a language, compiled once; one that is changed is compiled anew when it is next used."""
    return Templates(lang, own, memory)


class Compiled(jinja2.BytecodeCache):
    """Templates as they were compiled in earlier runs, which takes longer than to render most pages."""

    def __init__(self, memory: Memory, kind: str) -> None:
        self.memory = memory
        self.about = ("template", version("jinja2"), kind)

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was made of the same text under the same name, if anything."""
        if known := self.memory.find(*self.about, bucket.key, bucket.checksum):
            bucket.bytecode_from_string(known[0])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember it."""
        self.memory.keep(bucket.bytecode_to_string(), *self.about, bucket.key, bucket.checksum)


class Templates:
    """Our templates, overridden file by file by those of the user."""

    def __init__(self, lang: Language, own: Path | None, memory: Memory) -> None:
        self.folders = template_folders(own)
        self.lang = lang
        self.environments = {kind: self._environment(kind, memory) for kind in ("html", "markdown")}

    def _environment(self, kind: str, memory: Memory) -> jinja2.Environment:
        escape = kind == "html"
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folders),
            autoescape=escape,  # noqa: S701 - off only for Markdown, which has filters of its own
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=Compiled(memory, kind) if memory.folder else None,
        )
        environment.filters |= {
            "prose": markup.prose if escape else markdown.markdown_prose,
            "inline": markup.inline if escape else markdown.markdown_prose,
            "line": markdown.markdown_line,
            "indented": markdown.markdown_indented,
            "date": lambda value: write_date(value, self.lang),
            "period": lambda value: write_period(value, self.lang),
            "number": lambda value: write_number(value, self.lang),
            "target": lambda value: write_target(value)[self.lang],
            "rate": lambda value: write_rate(value)[self.lang],
            "commitments": lambda value: write_commitments(value)[self.lang],
            "statuses": lambda value: write_statuses(value)[self.lang],
            "actual": lambda value: write_actual(value)[self.lang],
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

    def digest(self) -> str:
        """A fingerprint of every template as it now is: a change in one of them is a change in every page."""
        found = hashlib.sha256()
        for folder in self.folders:
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
        return found.hexdigest()

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
