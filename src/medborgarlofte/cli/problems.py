"""Problems as a page that `lofte preview` shows until they are fixed."""

from collections.abc import Iterator, Sequence
from typing import Any

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Language, Text
from medborgarlofte.load import Workspace
from medborgarlofte.report.check.result import location, severity_count
from medborgarlofte.report.check.text import source_frame
from medborgarlofte.site.templates import templates_for

WIDTH = 90
"""Columns of a source line on the page."""


def problem_page(workspace: Workspace, lang: Language) -> bytes:
    """Page with the errors of a workspace."""
    found = [diagnostic for diagnostic in workspace.diagnostics if diagnostic.severity == "error"]
    heading = severity_count("error", len(found), lang)
    heading = Text(f"{heading} att rätta", f"{heading} to correct")[lang]
    return _page(heading, list(_problems(found, workspace, lang)), lang)


def message_page(message: Text, help_: Text | None, lang: Language) -> bytes:
    """Page with one message that has no place in a document."""
    heading = Text("Något behöver rättas", "Something needs correcting")[lang]
    return _page(heading, [{"message": message[lang], "help": help_[lang] if help_ else ""}], lang)


def _problems(found: Sequence[Diagnostic], workspace: Workspace, lang: Language) -> Iterator[dict[str, Any]]:
    for diagnostic in found:
        frame = source_frame(workspace.texts.get(diagnostic.file, ""), diagnostic.span, WIDTH)
        line = None
        if frame:
            start, end = frame.start, frame.start + frame.length
            line = {"before": frame.line[:start], "marked": frame.line[start:end], "after": frame.line[end:]}
        yield {
            "message": diagnostic.message(lang),
            "why": diagnostic.why(lang),
            "help": diagnostic.help(lang),
            "place": location(diagnostic),
            "code": diagnostic.code,
            "number": frame.number if frame else "",
            "line": line,
        }


def _page(heading: str, problems: Sequence[dict[str, Any]], lang: Language) -> bytes:
    templates = templates_for(lang)
    known = {"message": "", "why": "", "help": "", "place": "", "code": "", "number": "", "line": None}
    data = {
        "heading": heading,
        "problems": [{**known, **problem} for problem in problems],
        "style": templates.static("style.css").decode(),
    }
    return templates.render("html", "problems.html", data).encode()
