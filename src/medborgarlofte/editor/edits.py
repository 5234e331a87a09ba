"""Edits and findings as the protocol has them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.drafting.scaffold import opening, scaffold
from medborgarlofte.editor.buffers import RawText
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.follow_up.form import next_form
from medborgarlofte.i18n import Language, Text
from medborgarlofte.load import FOLDER
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise
from medborgarlofte.report.check.result import REMEDY, WHY
from medborgarlofte.source.editing import Edit
from medborgarlofte.source.finding import Severity


def in_page(desk: Desk, page: Page, edits: Iterable[Edit]) -> lsp.WorkspaceEdit:
    """Edit of one document."""
    return across(desk, {page.path: list(edits)})


def across(desk: Desk, edits: Mapping[Path, Iterable[Edit]]) -> lsp.WorkspaceEdit:
    """Edit of several documents."""
    return lsp.WorkspaceEdit(
        document_changes=[_document_edit(desk, path, rows) for path, rows in edits.items()]
    )


def _document_edit(desk: Desk, path: Path, edits: Iterable[Edit]) -> lsp.TextDocumentEdit:
    """Edit of one document, with its line ends."""
    known = desk.buffers.by_path.get(path)
    document = lsp.OptionalVersionedTextDocumentIdentifier(
        desk.buffers.uri_of(path), known.version if known else None
    )
    raw = desk.buffers.raw_text(path)
    return lsp.TextDocumentEdit(
        document,
        [lsp.TextEdit(raw.range(edit.span), edit.text.replace("\n", raw.line_end)) for edit in edits],
    )


def new_file(path: Path, text: str) -> list[lsp.CreateFile | lsp.TextDocumentEdit]:
    """Operations that create a file with a text."""
    uri = str(from_fs_path(str(path)))
    start = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
    document = lsp.OptionalVersionedTextDocumentIdentifier(uri, None)
    return [
        lsp.CreateFile(uri=uri, options=lsp.CreateFileOptions(ignore_if_exists=True)),
        lsp.TextDocumentEdit(document, [lsp.TextEdit(start, text)]),
    ]


class NewDocument(NamedTuple):
    """File to create; one with an empty text exists already."""

    id: str
    path: Path
    text: str


def agreement(page: Page, promise: Promise, name: str | None, lang: Language) -> NewDocument | None:
    """Agreement of a promise's parties and period; None where it cannot be placed."""
    root = page.snapshot.project.root
    start, end = promise.period.start, promise.period.last_date
    municipality = next((party.name for party in promise.parties if party.kind == "kommun"), None)
    police = next((party.name for party in promise.parties if party.kind == "polis"), None)
    if root.name != FOLDER or start is None or end is None or municipality is None:
        return None
    folder = page.file.input.id.rpartition("/")[0]
    document_id = name or f"{f'{folder}/' if folder else ''}overenskommelse-{start.year}"
    path = root / f"{document_id}.yaml"
    if not re.fullmatch(r"[\w-]+(/[\w-]+)*", document_id) or path.exists():
        return None
    values = opening(Agreement, municipality=municipality, police=police, first=start, last=end)
    return NewDocument(document_id, path, scaffold(Agreement, values, lang=lang))


def follow_up(desk: Desk, page: Page) -> NewDocument | None:
    """Follow-up to write for a promise; None for another kind of document."""
    loaded = page.snapshot.workspace.valid.get(page.file.input.id)
    if loaded is None or not isinstance(loaded.document, Promise) or loaded.path is None:
        return None
    path, text = next_form(
        loaded,
        loaded.document,
        page.snapshot.workspace,
        beside=loaded.path,
        date=None,
        today=desk.day(),
        lang=desk.lang,
    )
    root = page.snapshot.project.root
    return NewDocument(path.relative_to(root).with_suffix("").as_posix(), path, text)


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
