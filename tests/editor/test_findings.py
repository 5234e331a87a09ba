"""Findings while one types: the same as `lofte validate`, at the exact place."""

import json
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp

from corpus import PROMISE, ROOT
from editor_client import TODAY, Editor, editing
from program import lofte

pytestmark = [pytest.mark.asyncio, pytest.mark.slow]

_SEVERITIES = {"error": 1, "warning": 2, "info": 3}


def _folders() -> list[Path]:
    """Every folder with documents in this repository, those below `promises` as one project."""
    files = [path for top in ("promises", "docs", "tests") for path in (ROOT / top).rglob("*.yaml")]
    return sorted(
        {next((above for above in path.parents if above.name == "promises"), path.parent) for path in files}
    )


def _validated(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    answer = lofte("validate", str(folder), "--format", "json", "--today", TODAY, cwd=ROOT)
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for row in json.loads(answer.out)["diagnostics"]:
        severity = 4 if row["waived"] else _SEVERITIES[row["severity"]]
        rows.setdefault((ROOT / row["file"]).as_uri(), []).append((row["code"], severity, row["message"]))
    return {uri: sorted(found) for uri, found in rows.items()}


def _published(editor: Editor) -> dict[str, list[tuple[Any, ...]]]:
    return {
        uri: sorted((one.code, one.severity, one.message.split("\n")[0]) for one in found)
        for uri, found in editor.client.diagnostics.items()
        if found
    }


@pytest.mark.parametrize("folder", _folders(), ids=lambda folder: str(folder.relative_to(ROOT)))
async def test_the_findings_equal_those_of_validate(folder: Path) -> None:
    expected = _validated(folder)
    async with editing(*([folder] if folder.name == "promises" else [])) as editor:
        uris = [editor.open(path) for path in sorted(folder.rglob("*.y*ml*"))]
        for uri in uris:
            await editor.settled(uri)
        assert _published(editor) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
async def test_a_range_is_exact_in_the_units_of_the_editor(
    tmp_path: Path, encoding: str, line_end: str
) -> None:
    before = "titel: 👮🏽 Åäö\u2028\u0085\x0c 2024" + "a\u030a"
    line = '  - {id: K1, part: kommunen, text: "👷🏽 på Å", mål: {minst: ”många”, enhet: kvällar}}'
    text = PROMISE.replace("titel: Medborgarlöfte för Exempelby 2024", before)
    text = text.replace(text.splitlines()[-1], line).replace("\n", line_end)
    path = tmp_path / "promises" / "lofte.yaml"
    path.parent.mkdir()
    path.write_text("")
    async with editing(tmp_path, encoding=encoding) as editor:
        uri = editor.open(path, "\ufeff" + text)
        await editor.settled(uri)
        [found] = [one for one in editor.found(uri) if one.code == "D12"]
    number = next(n for n, row in enumerate(text.split(line_end)) if "många" in row)
    assert found.range.start.line == found.range.end.line == number
    row = text.split(line_end)[number].encode(
        {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(encoding, encoding)
    )
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    marked = row[found.range.start.character * width : found.range.end.character * width]
    assert marked.decode({1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}[width]) in ("många", "”många”")


async def test_a_finding_has_its_severity_code_and_explanation(tmp_path: Path) -> None:
    path = _project(tmp_path, PROMISE.replace("minst 100 kvällar under året", "ofta"))
    waiver = "undantag:\n  - {regel: A02, skäl: Nämnden beslutar i juni.}\n"
    async with editing(tmp_path) as editor:
        uri = editor.open(path, path.read_text() + waiver)
        await editor.settled(uri)
        by_code = {one.code: one for one in editor.found(uri)}
    assert by_code["U01"].severity == lsp.DiagnosticSeverity.Error
    assert by_code["M01"].severity == lsp.DiagnosticSeverity.Warning
    assert by_code["W05"].severity == lsp.DiagnosticSeverity.Information
    assert by_code["A02"].severity == lsp.DiagnosticSeverity.Hint
    assert by_code["A02"].message.endswith("Undantaget: Nämnden beslutar i juni.")
    address = by_code["M01"].code_description
    assert address
    page, _, line = address.href.partition("#L")
    assert Path(page.removeprefix("file://")).read_text().splitlines()[int(line) - 1] == "## M01 no-measure"


async def test_an_unsaved_text_counts_in_other_files_too(tmp_path: Path) -> None:
    old = _project(tmp_path, PROMISE, "lofte-2024")
    new = _project(
        tmp_path,
        PROMISE.replace("2024", "2025").replace("{id: K1,", "{id: K1, fortsätter: [ort/lofte-2024#K7],"),
        "lofte-2025",
    )
    async with editing(tmp_path) as editor:
        first, second = editor.open(old), editor.open(new)
        await editor.until(lambda: "X04" in editor.codes(second))
        editor.change(first, PROMISE.replace("{id: K1,", "{id: K7,"))
        await editor.until(lambda: "X04" not in editor.codes(second))
        editor.close(first)
        await editor.until(lambda: "X04" in editor.codes(second))


async def test_files_that_are_created_renamed_and_deleted_are_followed(tmp_path: Path) -> None:
    new = _project(tmp_path, PROMISE + "föregångare: ort/lofte-2023\n", "lofte-2024")
    async with editing(tmp_path) as editor:
        uri = new.as_uri()
        await editor.until(lambda: "X02" in editor.codes(uri))
        old = _project(tmp_path, PROMISE.replace("2024", "2023"), "lofte-2023")
        editor.watched(**{old.as_uri(): lsp.FileChangeType.Created})
        await editor.until(lambda: "X02" not in editor.codes(uri) and editor.found(old.as_uri()))
        other = old.rename(old.with_name("lofte-2022.yaml"))
        editor.watched(
            **{old.as_uri(): lsp.FileChangeType.Deleted, other.as_uri(): lsp.FileChangeType.Created}
        )
        await editor.until(lambda: "X02" in editor.codes(uri) and editor.found(other.as_uri()))
        await editor.until(lambda: not editor.found(old.as_uri()))
        other.unlink()
        editor.watched(**{other.as_uri(): lsp.FileChangeType.Deleted})
        await editor.until(lambda: not editor.found(other.as_uri()))


async def test_each_project_has_its_own_ids_and_settings(tmp_path: Path) -> None:
    one, other = (_project(tmp_path / name, PROMISE) for name in ("a", "b"))
    settings = tmp_path / "b" / "lofte.toml"
    settings.write_text('[regler]\nU01 = "av"\n')
    async with editing(tmp_path / "a", tmp_path / "b") as editor:
        await editor.until(lambda: editor.found(one.as_uri()) and editor.found(other.as_uri()))
        assert "U01" in editor.codes(one.as_uri()) and "U01" not in editor.codes(other.as_uri())
        uri = editor.open(settings)
        editor.change(uri, '[regler]\nU99 = "av"\n')
        await editor.until(lambda: editor.codes(uri) == ["L03"] and "U01" in editor.codes(other.as_uri()))


async def test_a_file_outside_every_project_is_checked_only_while_it_is_open(tmp_path: Path) -> None:
    path = tmp_path / "utkast.yaml"
    path.write_text(PROMISE)
    async with editing(tmp_path) as editor:
        uri = editor.open(path)
        await editor.settled(uri)
        assert "U01" in editor.codes(uri)
        editor.close(uri)
        await editor.until(lambda: not editor.found(uri))


async def test_an_editor_that_speaks_english_gets_english(tmp_path: Path) -> None:
    path = _project(tmp_path, PROMISE)
    async with editing(tmp_path, lang="en") as editor:
        await editor.until(lambda: editor.found(path.as_uri()))
        assert any("Do this: " in one.message for one in editor.found(path.as_uri()))


async def test_a_file_that_was_never_saved_belongs_to_its_project(tmp_path: Path) -> None:
    old = _project(tmp_path, PROMISE + "föregångare: ort/lofte-2023\n")
    async with editing(tmp_path) as editor:
        await editor.until(lambda: "X02" in editor.codes(old.as_uri()))
        uri = editor.open(old.with_name("lofte-2023.yaml"), PROMISE.replace("2024", "2023"))
        await editor.until(lambda: "X02" not in editor.codes(old.as_uri()) and editor.found(uri))
        editor.close(uri)
        await editor.until(lambda: "X02" in editor.codes(old.as_uri()) and not editor.found(uri))


def _project(folder: Path, text: str, name: str = "lofte-2024") -> Path:
    path = folder / "promises" / "ort" / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
