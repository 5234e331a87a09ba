"""Completion: what may be written at a place, also while the document is half typed."""

import re
import shutil
from collections.abc import AsyncIterator, Sequence

import pytest
import pytest_asyncio
from inline_snapshot import snapshot
from lsprotocol import types as lsp

from corpus import EXEMPELBY
from editor_client import Editor, editing
from medborgarlofte.units import INTERVALS

pytestmark = pytest.mark.asyncio(loop_scope="module")

START = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby 2025
period: {från: 2025-01-01, till: 2025-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Karlshamns kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
fokusområden:
  - {id: unga, rubrik: Barn och unga 👮🏽, kategori: barn-och-unga}
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def writer(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator["Writer"]:
    """An editor with a new document in the project of an invented municipality."""
    folder = tmp_path_factory.mktemp("writing")
    shutil.copytree(EXEMPELBY, folder, dirs_exist_ok=True)
    path = folder / "promises" / "exempelby" / "lofte-2025.yaml"
    path.write_text(START, encoding="utf-8")
    async with editing(folder) as editor:
        yield Writer(editor, editor.open(path))


class Writer:
    """Somebody who types █ somewhere and asks for help."""

    def __init__(self, editor: Editor, uri: str) -> None:
        self.editor = editor
        self.uri = uri

    async def offered(self, text: str) -> list[lsp.CompletionItem]:
        await self.settled()  # what cannot be read as it stands is completed by the last text that could
        self.editor.change(self.uri, text.replace("█", ""))
        before = text[: text.index("█")].split("\n")
        position = lsp.Position(len(before) - 1, len(before[-1].encode("utf-16-le")) // 2)
        answer = await self.editor.client.text_document_completion_async(
            lsp.CompletionParams(lsp.TextDocumentIdentifier(self.uri), position)
        )
        assert answer is None or isinstance(answer, lsp.CompletionList)
        return list(answer.items) if answer else []

    async def settled(self) -> None:
        """Wait until the server has checked the document that every test begins with.

        The comment makes it a new text, since findings that stay as they were are not published again.
        """
        self.editor.change(self.uri, f"{START}# {self.editor.versions[self.uri]}\n")
        await self.editor.settled(self.uri)

    async def written(self, text: str, label: str) -> str:
        """The line after one of the offers is taken, with its placeholders."""
        [item] = [one for one in await self.offered(text) if one.label == label]
        assert isinstance(item.text_edit, lsp.TextEdit)
        number = item.text_edit.range.start.line
        line = text.replace("█", "").split("\n")[number]
        units = line.encode("utf-16-le")
        start, end = (2 * one.character for one in (item.text_edit.range.start, item.text_edit.range.end))
        return units[:start].decode("utf-16-le") + item.text_edit.new_text + units[end:].decode("utf-16-le")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("status: █", ["utkast", "antaget", "ersatt", "upphävt"]),
        ("fokusområden: []\nåtaganden:\n  - part: █", ["kommunen", "polisen", "tillsammans"]),
        ("åtaganden:\n  - part: kom█", ["kommunen", "polisen", "tillsammans"]),
        ("åtaganden:\n  - {id: K1, part: [kommunen, █]}", ["kommunen", "polisen", "tillsammans"]),
        ("åtaganden:\n- id: K1\n  fokus:\n  - █", ["unga"]),
        ("föregångare: █", ["exempelby/lofte-2024", "exempelby/lofte-2023"]),
        ("ingår_i: ex█", ["exempelby/overenskommelse-2023"]),
        ("åtaganden:\n  - mål: {minst: 3, per: █}", [*INTERVALS, "perioden"]),
        ("undertecknat:\n  - part: █", ["kommunen", "polisen"]),
        ("parter:\n  - {id: k, namn: Karlshamns kommun, kommunkod: █}", ["1082"]),
        ("endast_polisen: █", ["ja", "nej"]),
        ("dokument: █", ["medborgarlöfte", "samverkansöverenskommelse", "uppföljning", "lägesbild", "åtgärdsplan", "trygghetsmätning", "medborgardialog"]),
        ("undantag:\n  - var: █", ["parter/kommunen", "parter/polisen", "fokusområden/unga"]),
        ("inledning: Vi lovar att st█", []),
        ("inledning: |\n  Status: █", []),
        ("# en anteckning: █", []),
        ("status:█", []),
    ],
)  # fmt: skip
async def test_values_are_offered(writer: "Writer", typed: str, offered: Sequence[str]) -> None:
    start = "" if typed.startswith("dokument") else START
    top = re.match(r"\w+:", typed)
    if top and top[0] in start:
        start = "".join(
            part for part in re.split(r"^(?=\S)", start, flags=re.MULTILINE) if not part.startswith(top[0])
        )
    labels = [one.label for one in await writer.offered(start + typed)]
    assert labels == offered


async def test_values_are_offered_in_a_bracket_that_is_still_open(writer: "Writer") -> None:
    offered = await writer.offered(START + "åtaganden:\n  - {id: K1, fokus: [█")
    assert [one.label for one in offered] == ["unga"]


async def test_keys_that_are_missing_come_with_their_explanation(writer: "Writer") -> None:
    items = await writer.offered(START + "åtaganden:\n  - id: K1\n    █\n    mål: {minst: 3}\n")
    assert {"id", "mål"}.isdisjoint(one.label for one in items)
    first = items[0]
    assert (first.label, first.detail) == ("text", "Text (måste finnas)")
    assert isinstance(first.documentation, lsp.MarkupContent)
    assert "Åtagandet ordagrant" in first.documentation.value


@pytest.mark.parametrize(
    ("typed", "label", "line"),
    [
        ("åta█", "åtaganden", "åtaganden:\n  - id: ${1}\n    text: ${2}"),
        ("åtaganden:\n  - {id: K3, text: x}\n  █", "- Åtaganden", "  - id: ${1:K4}\n    text: ${2}"),
        ("åtaganden:\n  - id: K1\n    mål: {█}", "minst", "    mål: {minst: }"),
        ("åtaganden:\n  - {id: K1, mål█}", "mål", "  - {id: K1, mål: [{$1}]}"),
        ("ingå█", "ingår_i", "ingår_i: "),
        ("uppföljningsplan:\n  na█", "nästa", "  nästa: "),
        ("åtaganden:\n  - {id: K1, part: 👮🏽 kom█}", "kommunen", "  - {id: K1, part: 👮🏽 kommunen}"),
        ("undertecknat:\n  - {part: pol█}", "polisen", "  - {part: polisen}"),
        ("föregångare: exempelby/lo█", "exempelby/lofte-2024", "föregångare: exempelby/lofte-2024"),
    ],
)
async def test_what_is_taken_is_written_in_its_place(
    writer: "Writer", typed: str, label: str, line: str
) -> None:
    assert await writer.written(START + typed, label) == line


async def test_commitments_of_other_files_are_shown_with_their_text(writer: "Writer") -> None:
    items = await writer.offered(
        START + "föregångare: exempelby/lofte-2023\nåtaganden:\n  - {id: K1, fortsätter: [█]}"
    )
    assert [(one.label, one.detail) for one in items[:3]] == snapshot(
        [
            ("exempelby/lofte-2023#K1", "Fritidsgården har öppet minst 80 kvällar under året."),
            ("exempelby/lofte-2023#P1", "Polisen besöker varje högstadieskola."),
            ("exempelby/lofte-2024#K1", "Fritidsgården har öppet minst 100 kvällar under året."),
        ]
    )


async def test_dates_say_what_they_are(writer: "Writer") -> None:
    items = await writer.offered(START + "åtaganden:\n  - id: K1\n    senast: █")
    assert [(one.label, one.detail) for one in items] == snapshot(
        [
            ("2024-06-01", "i dag"),
            ("2025-01-01", "periodens första dag"),
            ("2025-12-31", "periodens sista dag"),
            ("2024-07-31", "slutet av nästa månad"),
            ("2024-12-31", "årets slut"),
            ("2025", "nästa år"),
        ]
    )


async def test_rules_and_statuses_say_what_they_mean(writer: "Writer") -> None:
    rules = await writer.offered(START + "undantag:\n  - regel: M0█")
    assert ("M01", "no-measure") in [(one.label, one.detail) for one in rules]
    posts = await writer.offered(
        "dokument: uppföljning\nlöfte: exempelby/lofte-2024\nposter:\n  - {åtagande: K1, status: █}"
    )
    assert [one.label for one in posts[:3]] == ["ej påbörjat", "pågår", "genomfört"]
    items = await writer.offered(
        "dokument: uppföljning\nlöfte: exempelby/lofte-2024\nposter:\n  - {åtagande: K1}\n  - åtagande: █"
    )
    assert [one.label for one in items] == ["P1", "G1", "G2", "A1", "B1", "K1"]
