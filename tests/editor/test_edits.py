"""Text that is being typed: never a crash, never a finding that no longer holds."""

import datetime as dt
import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from corpus import EXEMPELBY
from editor_client import TODAY, Editor, editing
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.editor.buffers import RawText
from medborgarlofte.editor.collection import Collection
from program import lofte

pytestmark = pytest.mark.slow

DAY = dt.date.fromisoformat(TODAY)
TYPED = (
    "\n", "\n  ", "\n  - ", ": ", ":", "{", "}", "[", "]", '"', "'", "|", ">", "#", "\t", "&a ", "*a", "---\n", "👮🏽", "å", "a\u030a",
    "\u2028", "\x0c", "\u0085", "\r\n", "\r", "åtaganden:", "föregångare: exempelby/lofte-2024", "dokument: uppföljning\n", "2024-13-01",
    "ingår_i: x", "\ufeff", "\ud800",
)  # fmt: skip
"""What a hand, a clipboard or a cat on the keyboard puts into a file."""


def _edits(chance: random.Random, text: str) -> Iterator[tuple[int, int, str]]:
    """Endless random edits of a text: start, end, replacement; now and then all is put right again."""
    now = text
    while True:
        start = chance.randrange(len(now) + 1)
        end = min(len(now), start + chance.choice([0, 0, 1, 5, 40]))
        typed = chance.choice(TYPED) if chance.random() < 0.8 else now[start : start + 200]
        if chance.random() < 0.1:
            start, end, typed = 0, len(now), text
        yield start, end, typed
        now = now[:start] + typed + now[end:]


def test_after_each_edit_the_findings_are_those_of_a_fresh_start(tmp_path: Path) -> None:
    shutil.copytree(EXEMPELBY, tmp_path, dirs_exist_ok=True)
    paths = sorted((tmp_path / "promises").rglob("*.yaml"))
    chance = random.Random(18)  # noqa: S311 - repeatable, not secret
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    edits = {path: _edits(chance, text) for path, text in texts.items()}
    kept = Collection(tmp_path / "promises", tmp_path)
    shown: dict[str, list[Diagnostic]] = {}
    for _ in range(120):
        path = chance.choice(paths)
        start, end, typed = next(edits[path])
        texts[path] = texts[path][:start] + typed + texts[path][end:]
        unsaved = {path: text.encode("utf-8", "surrogatepass") for path, text in texts.items()}
        _update(kept, unsaved, shown)
        fresh: dict[str, list[Diagnostic]] = {}
        _update(Collection(tmp_path / "promises", tmp_path), unsaved, fresh)
        assert shown == fresh


def _update(collection: Collection, unsaved: dict[Path, bytes], shown: dict[str, list[Diagnostic]]) -> None:
    snapshot = collection.snapshot(unsaved)
    for file, diagnostics in collection.findings(snapshot, DAY):
        shown[file.input.file] = list(diagnostics)


@pytest.mark.asyncio
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
async def test_five_hundred_random_edits_end_in_the_findings_of_validate(
    tmp_path: Path, encoding: str
) -> None:
    shutil.copytree(EXEMPELBY, tmp_path, dirs_exist_ok=True)
    path = min((tmp_path / "promises").rglob("lofte-*.yaml"))
    text = path.read_bytes().decode()
    edits = _edits(random.Random(500), text)  # noqa: S311 - repeatable, not secret
    async with editing(tmp_path, encoding=encoding) as editor:
        uri = editor.open(path)
        for number in range(500):
            start, end, typed = next(edits)
            typed = typed.replace("\ud800", "?")  # no editor can send half a character
            editor.change(uri, (_range(text, start, end, encoding), typed))
            text = text[:start] + typed + text[end:]
            if number % 10 == 0:
                at = _position(RawText(text, "utf-8" if encoding == "utf-8" else "utf-16"), start)
                await _ask_everything(editor, uri, at)
            if number % 50 == 0:
                await editor.settled(uri)
        await editor.settled(uri)
        path.write_bytes(text.encode())
        answer = lofte("validate", "--format", "json", "--today", TODAY, cwd=tmp_path)
        rows = json.loads(answer.out)["diagnostics"]
        expected = sorted((row["code"], row["message"]) for row in rows)
        await editor.until(
            lambda: (
                sorted(
                    (str(one.code), one.message.split("\n")[0])
                    for found in editor.client.diagnostics.values()
                    for one in found
                )
                == expected
            )
        )
        assert not editor.client.log_messages


async def _ask_everything(editor: Editor, uri: str, at: lsp.Position) -> None:
    """Every request an editor makes on its own; an error of the server is raised here."""
    client, document = editor.client, lsp.TextDocumentIdentifier(uri)
    await client.text_document_completion_async(lsp.CompletionParams(document, at))
    await client.text_document_hover_async(lsp.HoverParams(document, at))
    await client.text_document_definition_async(lsp.DefinitionParams(document, at))
    await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
    await client.text_document_folding_range_async(lsp.FoldingRangeParams(document))


def _range(text: str, start: int, end: int, encoding: str) -> lsp.Range:
    raw = RawText(text, "utf-8" if encoding == "utf-8" else "utf-16")
    return lsp.Range(_position(raw, start), _position(raw, end))


def _position(raw: RawText, offset: int) -> lsp.Position:
    """Position of an offset, counted on the lines and units of the protocol."""
    before = raw.text[:offset]
    if before.endswith("\r") and raw.text[offset : offset + 1] == "\n":
        before = before[:-1]
    lines = RawText(before, raw.encoding).lines
    units = lines[-1].encode("utf-8" if raw.encoding == "utf-8" else "utf-16-le")
    return lsp.Position(len(lines) - 1, len(units) // (1 if raw.encoding == "utf-8" else 2))
