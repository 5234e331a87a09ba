"""Quick fixes, rename and code lenses."""

import ast
import shutil
from pathlib import Path

import pytest
from inline_snapshot import snapshot
from lsprotocol import types as lsp

from corpus import ERR, EXEMPELBY, PROMISE
from editor_client import Editor, editing
from medborgarlofte.drafting.fixes import fix_for
from medborgarlofte.load import discover, load_files
from medborgarlofte.source.editing import apply, lines_of

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(EXEMPELBY, tmp_path, dirs_exist_ok=True)
    return tmp_path / "promises" / "exempelby"


def _saved(folder: Path, text: str, name: str = "lofte.yaml") -> Path:
    path = folder / "promises" / "ort" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


async def _chosen(editor: Editor, uri: str, words: str, title: str, offset: int = 0) -> dict[str, str]:
    """Texts after a quick fix, which must be offered at some words."""
    found = await editor.actions(uri, words, offset)
    assert title in found
    return editor.apply(found[title].edit)


async def test_everything_that_fix_can_do_is_a_quick_fix() -> None:
    [project] = discover([str(ERR)], ERR, None)
    tried = 0
    async with editing() as editor:
        for file in load_files(project):
            fixes = [(one, made) for one in file.diagnostics if (made := fix_for(one, file.source))]
            if (
                not fixes
                or not file.input.path
                or "\r" in file.input.path.read_bytes().decode("utf-8", "ignore")
            ):
                continue
            uri = editor.open(file.input.path)
            for diagnostic, made in fixes:
                at = lsp.Position(diagnostic.span.line - 1, 0)
                end = lsp.Position(diagnostic.span.line, 0)
                answer = await editor.client.text_document_code_action_async(
                    lsp.CodeActionParams(
                        lsp.TextDocumentIdentifier(uri), lsp.Range(at, end), lsp.CodeActionContext([])
                    )
                )
                lines = lines_of(file.source.text)
                apply(lines, made.edits)
                after = [
                    "".join(editor.apply(one.edit).values())
                    for one in answer or []
                    if isinstance(one, lsp.CodeAction) and one.title == f"Rätta: {made.what.sv}"
                ]
                assert "".join(lines) in after, (file.input.id, made.what.sv)
                tried += 1
    assert tried > 30


async def test_a_misspelt_id_key_or_word_is_replaced_where_it_is(tmp_path: Path) -> None:
    text = PROMISE.replace("fokus: [unga]", "fokus: [ungdom]").replace("kategori:", "kategorin:")
    text += "status: antagen\nföregångare: ort/lofte-2032\n"
    path = _saved(tmp_path, text)
    _saved(tmp_path, PROMISE, "lofte-2023.yaml")
    async with editing(tmp_path) as editor:
        uri = editor.open(path)
        for words, title, old, new in (
            ("ungdom", "Byt till ”unga”", "fokus: [ungdom]", "fokus: [unga]"),
            ("kategorin", "Byt till ”kategori”", "kategorin:", "kategori:"),
            ("antagen", "Byt till ”antaget”", "antagen", "antaget"),
            ("ort/lofte-2032", "Byt till ”ort/lofte-2023”", "2032", "2023"),
        ):
            found = await editor.actions(uri, words)
            fixed = [editor.apply(one.edit)["lofte.yaml"] for one in found.values() if one.edit]
            assert text.replace(old, new) in fixed, (title, list(found))


async def test_the_target_in_the_wording_becomes_a_field(tmp_path: Path) -> None:
    path = _saved(tmp_path, PROMISE)
    async with editing(tmp_path) as editor:
        uri = editor.open(path)
        title = "Lägg till mål: {minst: 100, enhet: kvällar, per: år} ur texten"
        made = await _chosen(editor, uri, "Fritidsgården", title)
        assert made["lofte.yaml"] == PROMISE.replace(
            "under året.}", "under året., mål: {minst: 100, enhet: kvällar, per: år}}"
        )


async def test_a_finding_is_waived_with_a_reason(tmp_path: Path) -> None:
    text = PROMISE.replace("minst 100 kvällar under året", "ofta")
    path = _saved(tmp_path, text)
    title = "Gör undantag från M01 här, med skäl …"
    async with editing(tmp_path) as editor:
        uri = editor.open(path)
        made = (await _chosen(editor, uri, "Fritidsgården", title))["lofte.yaml"]
        assert made == text + "undantag:\n  - {regel: M01, var: åtaganden/K1, skäl: }\n"
        editor.change(uri, made)
        await editor.until(lambda: "D06" in editor.codes(uri))
        editor.change(uri, made.replace("skäl: }", "skäl: Styrs av lägesbilden.}"))
        await editor.until(lambda: "D06" not in editor.codes(uri))
        assert [one.severity for one in editor.found(uri) if one.code == "M01"] == [4]
        again = await editor.actions(uri, "Fritidsgården")
        assert title not in again


async def test_the_extension_asks_for_the_reason_and_the_server_writes_it(tmp_path: Path) -> None:
    path = _saved(tmp_path, PROMISE.replace("minst 100 kvällar under året", "ofta") + "undantag: []\n")
    async with editing(tmp_path, extension=True) as editor:
        uri = editor.open(path)
        at = editor.at(uri, "Fritidsgården").position
        answer = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(
                lsp.TextDocumentIdentifier(uri), lsp.Range(at, at), lsp.CodeActionContext([])
            )
        )
        # lsprotocol reads an action that has a command as a bare command.
        [command] = [ast.literal_eval(str(one.command)) for one in answer or [] if "M01" in one.title]
        assert command["command"] == "lofte.waive"
        arguments = [*command["arguments"], "Nämnden: beslut i juni"]
        await editor.client.workspace_execute_command_async(
            lsp.ExecuteCommandParams("lofte.addWaiver", arguments)
        )
        [edit] = editor.client.applied  # type: ignore[attr-defined]
        assert editor.apply(edit)["lofte.yaml"].endswith(
            "undantag: [{regel: M01, var: åtaganden/K1, skäl: 'Nämnden: beslut i juni'}]\n"
        )


async def test_a_commitment_says_that_it_continues_the_one_before(tmp_path: Path) -> None:
    _saved(
        tmp_path, PROMISE.replace("2024", "2023").replace("K1", "F1").replace("100", "90"), "lofte-2023.yaml"
    )
    text = PROMISE + "föregångare: ort/lofte-2023\n"
    path = _saved(tmp_path, text)
    async with editing(tmp_path) as editor:
        uri = editor.open(path)
        title = "Skriv att åtagandet fortsätter ort/lofte-2023#F1"
        made = await _chosen(editor, uri, "id: K1", title, 4)
        assert made["lofte.yaml"] == text.replace("{id: K1,", "{id: K1, fortsätter: [ort/lofte-2023#F1],")


async def test_missing_files_are_created(tmp_path: Path) -> None:
    path = _saved(tmp_path, PROMISE + "uppföljningsplan: {takt: halvår, nästa: 2024-03-31}\n")
    async with editing(tmp_path) as editor:
        uri = editor.open(path)
        made = await _chosen(editor, uri, "2024-03-31", "Skapa uppföljningen ort/uppfoljning-2024-03-31")
        assert made["uppfoljning-2024-03-31.yaml"].startswith("dokument: uppföljning\n") or (
            "\ndokument: uppföljning\n" in made["uppfoljning-2024-03-31.yaml"]
        )
        made = await _chosen(editor, uri, "dokument", "Skapa överenskommelsen ort/overenskommelse-2024")
        assert "\ningår_i: ort/overenskommelse-2024\n" in made["lofte.yaml"]
        assert "dokument: samverkansöverenskommelse" in made["overenskommelse-2024.yaml"]
        editor.change(uri, PROMISE + "ingår_i: ort/avtal-2024\n")
        made = await _chosen(editor, uri, "ort/avtal-2024", "Skapa överenskommelsen ort/avtal-2024")
        assert list(made) == ["avtal-2024.yaml"]


async def test_an_id_is_renamed_everywhere(project: Path) -> None:
    async with editing(project.parents[1]) as editor:
        uri = editor.open(project / "lofte-2024.yaml")

        async def renamed(words: str, offset: int, new: str) -> dict[str, list[str]]:
            at = editor.at(uri, words, offset)
            edit = await editor.client.text_document_rename_async(
                lsp.RenameParams(at.text_document, at.position, new)
            )
            changed: dict[str, list[str]] = {}
            for name, text in editor.apply(edit).items():
                old = (project / name).read_text(encoding="utf-8") if (project / name).exists() else ""
                pairs = zip(old.split("\n"), text.split("\n"), strict=False)
                changed[name] = [line.strip()[:60] for before, line in pairs if line != before]
            return changed

        assert await renamed("id: A1", 4, "A2") == snapshot(
            {
                "lofte-2024.yaml": [
                    "- {id: A2, text: Belysningen ses över., mål_saknas: Beror på",
                    "undantag: {regel: M01, var: åtaganden/A2, skäl: Översynen av",
                ],
                "uppfoljning-2024.yaml": ["- {åtagande: A2, status: utgått, kommentar: Ingen översyn be"],
            }
        )
        assert await renamed("id: unga", 5, "barn") == snapshot(
            {
                "lofte-2024.yaml": [
                    "- id: barn",
                    "fokus: [barn]",
                    "fokus: [barn]",
                    "- {id: P1, part: polisen, fokus: [barn, trafik], text: Polis",
                ]
            }
        )
        assert await renamed("part: polisen, f", 7, "polis") == snapshot(
            {
                "lofte-2024.yaml": [
                    "- {id: polis, typ: polis, namn: Polisregion Exempel, lokalpo",
                    "- {id: P1, part: polis, fokus: [unga, trafik], text: Polisen",
                    "- {id: G1, part: tillsammans, fokus: [trafik], text: Vi geno",
                    "- {roll: lokalpolisområdeschef, part: polis}",
                ]
            }
        )
        assert await renamed("lofte-2023#K1", 12, "K9") == snapshot(
            {
                "lofte-2023.yaml": ["- {id: K9, part: kommunen, text: Fritidsgården har öppet min"],
                "lofte-2024.yaml": ["fortsätter: [exempelby/lofte-2023#K9]"],
            }
        )
        assert list(await renamed("lofte-2023#K1", 3, "exempelby/lofte-23")) == snapshot(
            ["lofte-2024.yaml", "lofte-23.yaml"]
        )
        with pytest.raises(Exception, match="finns redan"):
            await renamed("id: A1", 4, "K1")
        with pytest.raises(Exception, match="går inte att använda som id"):
            await renamed("id: A1", 4, "A 1")


async def test_references_follow_a_file_that_is_renamed(project: Path) -> None:
    async with editing(project.parents[1]) as editor:
        old, new = project / "lofte-2023.yaml", project / "lofte-forra.yaml"
        edit = await editor.client.workspace_will_rename_files_async(
            lsp.RenameFilesParams([lsp.FileRename(old.as_uri(), new.as_uri())])
        )
        after = editor.apply(edit)
        assert list(after) == ["lofte-2024.yaml"]
        assert after["lofte-2024.yaml"].count("exempelby/lofte-forra") == 3
        folder = project.with_name("annanby")
        edit = await editor.client.workspace_will_rename_files_async(
            lsp.RenameFilesParams([lsp.FileRename(project.as_uri(), folder.as_uri())])
        )
        assert "löfte: annanby/lofte-2024" in editor.apply(edit)["uppfoljning-2024.yaml"]


async def test_lenses_say_how_it_went(project: Path) -> None:
    async with editing(project.parents[1]) as editor:
        uri = editor.open(project / "lofte-2024.yaml")
        answer = await editor.client.text_document_code_lens_async(
            lsp.CodeLensParams(lsp.TextDocumentIdentifier(uri))
        )
        lines = editor.texts[uri].split("\n")
        shown = [
            (lines[one.range.start.line].strip()[:12], one.command.title, one.command.command)
            for one in answer or []
            if one.command
        ]
        assert shown == snapshot(
            [
                ("titel: Medbo", "1 uppföljning · senast 31\xa0december 2024", "lofte.open"),
                ("titel: Medbo", "jämför med 2023", "lofte.diff"),
                ("- id: K1", "1 uppföljning · senast genomfört", "lofte.open"),
                ("- {id: P1, p", "1 uppföljning · senast delvis genomfört", "lofte.open"),
                ("- {id: G1, p", "1 uppföljning · senast inte genomfört", "lofte.open"),
                ("- {id: G2, p", "1 uppföljning · senast går inte att bedöma", "lofte.open"),
                ("- {id: A1, t", "1 uppföljning · senast utgått", "lofte.open"),
            ]
        )
