"""Findings as an editor shows them."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from lsprotocol import types as lsp

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.editor.buffers import RawText
from medborgarlofte.i18n import Language, Text
from medborgarlofte.report.check.result import REMEDY, WHY
from medborgarlofte.source.finding import Severity

SOURCE: Final = "lofte"

_SEVERITIES: Final[dict[Severity, lsp.DiagnosticSeverity]] = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}


def lsp_diagnostics(found: Sequence[Diagnostic], raw: RawText, lang: Language) -> list[lsp.Diagnostic]:
    """Findings in the units of an editor; waived ones are hints."""
    return [_lsp_diagnostic(diagnostic, raw, lang) for diagnostic in found]


def _lsp_diagnostic(diagnostic: Diagnostic, raw: RawText, lang: Language) -> lsp.Diagnostic:
    waived = diagnostic.waived is not None
    address = explanation_address(diagnostic.code, lang)
    return lsp.Diagnostic(
        range=raw.range(diagnostic.span),
        message=message_of(diagnostic, lang),
        severity=lsp.DiagnosticSeverity.Hint if waived else _SEVERITIES[diagnostic.severity],
        code=diagnostic.code,
        code_description=lsp.CodeDescription(address) if address else None,
        source=SOURCE,
        data={"route": diagnostic.route},
    )


def message_of(diagnostic: Diagnostic, lang: Language) -> str:
    """What is wrong, why it matters and what to do, a line each."""
    lines = [
        diagnostic.message(lang),
        f"{WHY[lang]}: {diagnostic.why(lang)}",
        f"{REMEDY[lang]}: {diagnostic.help(lang)}",
    ]
    if diagnostic.waived is not None:
        lines.append(f"{_WAIVED[lang]}: {diagnostic.waived}")
    return "\n".join(lines)


def explanation_address(code: str, lang: Language) -> str | None:
    """Address of the explanation of a code, or None where there is none."""
    page = _explanations(lang)
    line = page[1].get(code) if page else None
    return f"{page[0].as_uri()}#L{line}" if page and line else None


@cache
def _explanations(lang: Language) -> tuple[Path, dict[str, int]] | None:
    """Page of explanations, and the line of each code."""
    name = "regler.md" if lang == "sv" else "rules.md"
    path = next((folder / name for folder in _FOLDERS if (folder / name).is_file()), None)
    if path is None:
        return None
    rows = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return path, {found[1]: number for number, line in rows if (found := _ENTRY.match(line))}


_ENTRY: Final = re.compile(r"(?:## |- \*\*)([A-Z]\d\d) ")
"""A rule has a section of its own, another code a line."""

_FOLDERS: Final = (Path(__file__).parents[1] / "regler", Path(__file__).parents[3] / "docs")
"""In an installed package, and in a checkout."""

_WAIVED: Final = Text("Undantaget", "Waived")
