"""Jinja environments, XML and template errors."""

import datetime as dt
import re
import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import jinja2
from markupsafe import Markup, escape

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import NOT_XML, Text

PACKAGE: Final = Path(__file__).parent / "templates"
CHECKOUT: Final = Path(__file__).parents[2] / "templates"
"""Folder of the templates in an editable install, which does not copy them into the package."""


def packaged() -> Path:
    """Folder of the templates that ship."""
    return PACKAGE if PACKAGE.is_dir() else CHECKOUT


def make_environment(folders: list[Path], *, autoescape: bool) -> jinja2.Environment:
    """A strict environment over some folders, whose templates are read once."""
    return _Environment(
        loader=_Loader(folders),
        autoescape=autoescape,  # off only for Markdown, whose filters escape
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


class _Context(jinja2.runtime.Context):
    """Context that calls macros and functions directly: none of them is handed the context."""

    def call(
        self,
        function: Callable[..., Any],
        *args: Any,
        _loop_vars: Any = None,
        _block_vars: Any = None,
        **kwargs: Any,
    ) -> Any:
        return function(*args, **kwargs)


class _Environment(jinja2.Environment):
    """Environment whose compiled templates call and escape with less work."""

    context_class = _Context

    def _generate(
        self, source: jinja2.nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        made = super()._generate(source, name, filename, defer_init)
        return f"{made}\nfrom {__name__} import quick_escape as escape\n"


_SPECIAL: Final = re.compile(r"[&<>\"']")


def quick_escape(value: object) -> str:
    """Escaped text, without a new object for what needs no escaping: half of the time of a page."""
    if isinstance(value, Markup) or (type(value) is str and not _SPECIAL.search(value)):
        return value
    return escape(value)


def render(environment: jinja2.Environment, name: str, data: Mapping[str, Any], own: Path | None) -> str:
    """Render a template.

    Raises LofteError for a mistake in a user's template.
    """
    try:
        text = environment.get_template(name).render(data)
    except LofteError:
        raise
    except Exception as error:
        unreadable = isinstance(error, OSError) and not isinstance(error, jinja2.TemplateNotFound)
        if own is None or unreadable:
            raise
        place, line = _place(error, own) or _place(error, packaged()) or (name, 1)
        raise template_error(place, line, _reason(error)) from error
    if own and not text.strip() and (own / name).is_file():
        raise template_error(name, 1, Text("den ger en tom sida", "it gives an empty page"))
    return text


def template_error(file: str, line: int, reason: Text) -> LofteError:
    """Usage error for a user's template."""
    return LofteError(
        Text(
            f"Mallen {file}, rad {line} går inte att använda: {reason.sv}.",
            f"The template {file}, line {line} cannot be used: {reason.en}.",
        ),
        Text(
            "Jämför med originalet, eller ta bort din egen mall så används den som följer med.",
            "Compare with the original, or remove your own template and the one that ships is used.",
        ),
    )


class _Loader(jinja2.FileSystemLoader):
    """Template loader over several folders, first match wins."""

    def __init__(self, folders: list[Path]) -> None:
        super().__init__(folders, encoding="utf-8-sig")

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise _NotUtf8Error("not UTF-8", line, template) from error


class _NotUtf8Error(jinja2.TemplateSyntaxError):
    """A template in another encoding."""


def _place(error: Exception, folder: Path) -> tuple[str, int] | None:
    """Template and line of an error."""
    if isinstance(error, jinja2.TemplateSyntaxError) and (folder / (error.name or "")).is_file():
        return error.name or "", error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.suffix != ".py" and path.is_relative_to(folder):
            return path.relative_to(folder).as_posix(), frame.lineno or 1
    return None


FORMER: Final[Mapping[str, str]] = {
    "tally": "verdict", "outcome_summary": "verdict", "chart": "verdict", "statuses": "verdict", "headline": "verdict",
    "status": "result", "status_labels": "result", "looks": "sign", "signs": "sign", "listed": "item",
    "filter_and_list": "filters", "goals": "outcome", "reports": "areas", "by_party": "areas", "by_focus": "areas",
    "loose": "areas", "themes": "areas", "commitments": "groups", "items": "groups", "short": "groups",
    "unreported": "groups", "steps": "years", "agreements": "others", "similar": "sections", "changed": "marked",
    "statement_page": "footer_links", "promise_link": "about", "old_link": "about_line", "new_link": "about_line",
}  # fmt: skip
"""Macros and values of the design before this one, with what does their work now."""


def former_design(name: str, now: str) -> Text:
    """That a template was written for the design before this one."""
    return Text(
        f"”{name}” hör till webbplatsens förra form. Nu heter det ”{now}”, och CHANGELOG.md säger hur du flyttar en egen mall",
        f"“{name}” belongs to the former design of the site. It is now “{now}”, and CHANGELOG.md tells how to move a template",
    )


def _reason(error: Exception) -> Text:
    """Cause in words."""
    message = str(getattr(error, "message", None) or error)
    name = quoted[-1] if (quoted := re.findall(r"'([^']*)'", message)) else message
    if isinstance(error, jinja2.UndefinedError) and "does not export" in message and name not in FORMER:
        return Text(
            f"den egna {quoted[0]} saknar ”{name}”, som sidorna använder",
            f"your {quoted[0]} lacks “{name}”, which the pages use",
        )
    if isinstance(error, jinja2.UndefinedError) and name in FORMER:
        return former_design(name, FORMER[name])
    match error:
        case _NotUtf8Error():
            return Text("filen är inte sparad som UTF-8", "the file is not saved as UTF-8")
        case jinja2.TemplateAssertionError() | jinja2.UndefinedError():
            return Text(f"”{name}” finns inte ({message})", f"“{name}” does not exist ({message})")
        case jinja2.TemplateNotFound():
            return Text(f"mallen ”{error.name}” finns inte", f"there is no template “{error.name}”")
        case jinja2.TemplateSyntaxError():
            return Text(f"den är felskriven ({message})", f"it is miswritten ({message})")
        case RecursionError():
            return Text("den hämtar in sig själv", "it includes itself")
        case ZeroDivisionError():
            return Text("den delar med noll", "it divides by zero")
    known = f"{type(error).__name__}: {message}"
    return Text(f"värdet går inte att använda så ({known})", f"the value cannot be used like this ({known})")


# ---------------------------------------------------------------- XML: Atom, DCAT and the sitemap


def render_xml(name: str, **data: Any) -> bytes:
    """A rendered template; every value is escaped."""
    return render(_xml_environment(), f"xml/{name}", data, own=None).encode()


def format_moment(day: dt.date) -> str:
    """Day as an RFC 3339 date and time."""
    return f"{day.isoformat()}T00:00:00Z"


@lru_cache(maxsize=1)
def _xml_environment() -> jinja2.Environment:
    environment = make_environment([packaged()], autoescape=True)
    environment.filters["moment"] = format_moment
    environment.finalize = _allowed
    return environment


def _allowed(value: Any) -> Any:
    """Text without characters forbidden in XML 1.0."""
    return NOT_XML.sub("", value) if type(value) is str else value
