"""Hover, definition, references, symbols and folding."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from inline_snapshot import snapshot
from lsprotocol import types as lsp

from corpus import EXEMPELBY
from editor_client import Editor, editing

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]

OLD = "exempelby/lofte-2024.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the municipality that uses most of the format."""
    shutil.copytree(EXEMPELBY, tmp_path, dirs_exist_ok=True)
    return tmp_path / "promises"


async def _hovered(editor: Editor, uri: str, words: str, offset: int = 0) -> str:
    at = editor.at(uri, words, offset)
    answer = await editor.client.text_document_hover_async(lsp.HoverParams(at.text_document, at.position))
    assert answer is None or isinstance(answer.contents, lsp.MarkupContent)
    return answer.contents.value if answer and isinstance(answer.contents, lsp.MarkupContent) else ""


async def test_hover_explains_a_key_a_word_and_a_rule(project: Path) -> None:
    async with editing(project.parent) as editor:
        uri = editor.open(project / OLD)
        assert await _hovered(editor, uri, "förlängd_till") == snapshot("""\
**Förlängd till** (`förlängd_till`)

Ny sista dag, när perioden har förlängts.

Skrivs `2024-06-01`, `2024-06` eller `2024`.\
""")
        assert await _hovered(editor, uri, "barn-och-unga") == snapshot(
            "**Barn och unga i riskzon** (`barn-och-unga`)"
        )
        assert await _hovered(editor, uri, "M01") == snapshot("""\
M01 no-measure

… (”…”) säger varken hur mycket, hur ofta eller till när.

Varför: Då kan varken ni eller invånarna säga om det blev gjort.

Gör så här: Lägg till ”mål” (antal eller takt), ”tid” (ett schema) eller ”senast” (ett datum). Om ni
har valt att inte ange något tal: skriv varför under ”mål_saknas”.

Gäller: granskning: varning, publicering: varning

Så här blir det fynd:
    åtaganden:
      - id: K2
        text: Vi byter lampor i Stadsparken.
        mål:
        senast:

Så här är det bra:
    åtaganden:
      - id: K2
        text: Vi byter 40 lampor i Stadsparken.
        mål: {exakt: 40, enhet: lampor}

Källa: BRA-ATG, LULEA

Lägga åt sidan: undantag: [{regel: M01, var: åtaganden/K1, skäl: "…"}]
""")
        assert await _hovered(editor, uri, "  - {id: B1") == ""


async def test_hover_shows_what_a_reference_leads_to_and_how_it_went(project: Path) -> None:
    async with editing(project.parent) as editor:
        uri = editor.open(project / OLD)
        assert await _hovered(editor, uri, "lofte-2023#K1", 12) == snapshot("""\
**K1** · Medborgarlöfte för Exempelby 2023 (`exempelby/lofte-2023`)

> Fritidsgården har öppet minst 80 kvällar under året.

Mål: minst 80 kvällar per år

Uppföljning: Ingen uppgift\
""")
        assert await _hovered(editor, uri, "overenskommelse-2023") == snapshot("""\
**Samverkansöverenskommelse för Exempelby 2023–2026** (`exempelby/overenskommelse-2023`)

2023–2026 · Gäller\
""")
        assert await _hovered(editor, uri, "mål_för: [E1", 10) == snapshot("""\
**E1** · Medborgarlöfte för Exempelby 2024 (`exempelby/lofte-2024`)

> Fler unga ska känna sig trygga.\
""")
        report = editor.open(project / "exempelby" / "uppfoljning-2024.yaml")
        assert await _hovered(editor, report, "åtagande: P1", 10) == snapshot("""\
**P1** · Medborgarlöfte för Exempelby 2024 (`exempelby/lofte-2024`)

> Polisen besöker varje högstadieskola minst två gånger per termin.

Mål: minst 2 besök per termin för varje högstadieskola

Uppföljning: Delvis genomfört (2024-12-31): cirka 60\
""")


async def test_hover_shows_what_is_read_in_a_sentence(project: Path) -> None:
    async with editing(project.parent) as editor:
        uri = editor.open(project / OLD)
        assert await _hovered(editor, uri, "minst två gånger") == snapshot("""\
**Det här läser lofte ut ur texten**

- omfattning: ”varje högstadieskola” = varje högstadieskola
- antal: ”minst två gånger per termin” = minst 2 gånger per termin\
""")


async def test_hover_follows_the_unsaved_text(project: Path) -> None:
    async with editing(project.parent) as editor:
        uri = editor.open(project / OLD)
        editor.change(uri, editor.texts[uri].replace("minst 100 kvällar", "minst 12 kvällar per år"))
        assert "= minst 12 kvällar per år" in await _hovered(editor, uri, "minst 12 kvällar")


async def _places(editor: Editor, uri: str, words: str, offset: int = 0) -> tuple[list[str], list[str]]:
    """Definition of what is at some words, and its references."""
    at = editor.at(uri, words, offset)
    found = await editor.client.text_document_definition_async(
        lsp.DefinitionParams(at.text_document, at.position)
    )
    used = await editor.client.text_document_references_async(
        lsp.ReferenceParams(lsp.ReferenceContext(include_declaration=False), at.text_document, at.position)
    )
    assert found is None or isinstance(found, lsp.Location)
    return [editor.shown(found)] if found else [], [editor.shown(one) for one in used or []]


@pytest.mark.parametrize(
    ("words", "offset", "defined", "used"),
    [
        (
            "part: kommunen\n",
            8,
            ["lofte-2024.yaml: kommunen"],
            ["lofte-2024.yaml: kommunen"] * 4,
        ),
        ("fokus: [unga, trafik]", 15, ["lofte-2024.yaml: trafik"], ["lofte-2024.yaml: trafik"] * 2),
        ("lofte-2023#K1", 12, ["lofte-2023.yaml: K1"], ["lofte-2024.yaml: K1"]),
        ("lofte-2023#K1", 3, ["lofte-2023.yaml: "], ["lofte-2024.yaml: exempelby/lofte-2023"] * 3),
        ("id: A1", 4, ["lofte-2024.yaml: A1"], ["lofte-2024.yaml: A1", "uppfoljning-2024.yaml: A1"]),
        ("titel: M", 8, ["lofte-2024.yaml: "], ["uppfoljning-2024.yaml: exempelby/lofte-2024"]),
        ("inledning", 2, [], []),
    ],
)
async def test_a_reference_leads_to_its_definition_and_back(
    project: Path, words: str, offset: int, defined: Sequence[str], used: Sequence[str]
) -> None:
    async with editing(project.parent) as editor:
        uri = editor.open(project / OLD)
        assert await _places(editor, uri, words, offset) == (defined, used)


async def test_the_outline_lists_keys_and_items(project: Path) -> None:
    async with editing(project.parent) as editor:
        uri = editor.open(project / "exempelby" / "lofte-2023.yaml")
        answer = await editor.client.text_document_document_symbol_async(
            lsp.DocumentSymbolParams(lsp.TextDocumentIdentifier(uri))
        )
        shown = []
        for one in answer or []:
            assert isinstance(one, lsp.DocumentSymbol)
            shown += [one.name, *(f"  {below.name}: {below.detail}" for below in one.children or [])]
        assert shown == snapshot(
            [
                "dokument",
                "titel",
                "status",
                "period",
                "parter",
                "  kommunen: Exempelby kommun",
                "  polisen: Lokalpolisområde Exempelby",
                "ingår_i",
                "relation",
                "åtaganden",
                "  K1: Fritidsgården har öppet minst 80 kvällar under året.",
                "  P1: Polisen besöker varje högstadieskola.",
            ]
        )


async def test_keys_and_texts_of_several_lines_fold(project: Path) -> None:
    async with editing(project.parent) as editor:
        uri = editor.open(project / OLD)
        found = await editor.client.text_document_folding_range_async(
            lsp.FoldingRangeParams(lsp.TextDocumentIdentifier(uri))
        )
        lines = editor.texts[uri].split("\n")
        shown = [
            f"{lines[one.start_line].strip()[:20]} – {lines[one.end_line].strip()[:20]}"
            for one in found or []
        ]
        assert shown == snapshot(
            [
                "period: – - {datum: 2024-09-01",
                "ändringar: – - {datum: 2024-09-01",
                "parter: – - {id: bostader, typ",
                "inledning: | – 2. Trygga platser.",
                "lägesbild: >- – Under 2023 anmäldes ",
                "underlag: – - {typ: trygghetsmät",
                "problemområden: – - {rubrik: Höga hast",
                "fokusområden: – - {id: trafik, rubri",
                "- id: unga – platser: [torget, st",
                "effektmål: – målvärde: 65",
                "- id: E1 – målvärde: 65",
                "åtaganden: – - {id: B1, part: bos",
                "- id: K1 – målgrupp: ungdomar 1",
                "mål: – - {mellan: [3, 4], e",
                "återkoppling: – - {kanal: möte}",
                "undertecknat: – - {roll: lokalpoliso",
                "kontakter: – - {funktion: hemlig ",
                "publicerat: – - {utgivare: kommune",
                "ordlista: – - {term: SSPF, betyd",
            ]
        )


async def test_documents_and_commitments_are_found_in_the_whole_workspace(project: Path) -> None:
    async with editing(project.parent) as editor:

        async def found(query: str) -> list[tuple[str, str | None]]:
            answer = await editor.client.workspace_symbol_async(lsp.WorkspaceSymbolParams(query))
            return [(one.name, one.container_name) for one in answer or []]

        assert await found("hogstadieskola") == snapshot(
            [
                ("P1 Polisen besöker varje högstadieskola.", "exempelby/lofte-2023"),
                (
                    "P1 Polisen besöker varje högstadieskola minst två gånger per termin.",
                    "exempelby/lofte-2024",
                ),
            ]
        )
        assert await found("löfte exempelby 2023 medborgar") == snapshot(
            [("Medborgarlöfte för Exempelby 2023", "exempelby/lofte-2023")]
        )
        assert await found("finns inte") == []
