"""XML from templates: Atom, DCAT and the sitemap."""

import datetime as dt
import re
from functools import lru_cache
from typing import Any, Final

import jinja2

from medborgarlofte.templating import make_environment, packaged, render


def render_xml(name: str, **data: Any) -> bytes:
    """A rendered template; every value is escaped."""
    return render(_environment(), f"xml/{name}", data, own=None).encode()


def format_moment(day: dt.date) -> str:
    """Day as an RFC 3339 date and time."""
    return f"{day.isoformat()}T00:00:00Z"


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = make_environment([packaged()], autoescape=True)
    environment.filters["moment"] = format_moment
    environment.finalize = _allowed
    return environment


def _allowed(value: Any) -> Any:
    """Text without characters forbidden in XML 1.0."""
    return _NOT_XML.sub("", value) if type(value) is str else value


_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
