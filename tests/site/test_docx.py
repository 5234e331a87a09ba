"""Word documents: real styles, headings in order, header rows, language, and the wording letter for letter."""

import io
import re
import shutil
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from corpus import ROOT
from medborgarlofte.site.docx import write_docx
from program import lofte

pytestmark = pytest.mark.slow

NAMES: Final = ("lofte-2024", "uppfoljning-2024-12-31", "lofte-2024-redovisning")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, as Word and as Markdown; no test may change it."""
    made = tmp_path_factory.mktemp("word")
    shutil.copytree(ROOT / "docs" / "exempel" / "promises", made / "promises")
    for output in ("docx", "markdown"):
        answer = lofte("render", "--format", output, "-o", output, "--today", "2025-01-15", cwd=made)
        assert answer.code == 0, answer
    return made


def _open(folder: Path, name: str) -> Any:
    return Document(str(folder / "docx/exempelby" / f"{name}.docx"))


def _words(document: Any) -> str:
    """Every text of a document, in order, on one line."""
    return " ".join(
        " ".join(t.text or "" for t in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p"))
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_document_has_a_title_and_is_in_swedish(folder: Path, name: str) -> None:
    document = _open(folder, name)
    languages = {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))}

    assert "Exempelby" in document.core_properties.title
    assert document.core_properties.language == "sv-SE"
    assert languages == {"sv-SE"}


@pytest.mark.parametrize("name", NAMES)
def test_headings_begin_at_one_and_skip_no_level(folder: Path, name: str) -> None:
    styles = [paragraph.style.name for paragraph in _open(folder, name).paragraphs]
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_board_s_table_has_a_header_row_that_is_repeated(folder: Path) -> None:
    [table] = _open(folder, "lofte-2024-redovisning").tables
    header = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]

    assert [cell.text for cell in table.rows[0].cells] == ["Löftet", "Mål", "Utfall", "Status", "Varför"]
    assert header == [True, *[False] * (len(table.rows) - 1)]
    assert [row.cells[2].text for row in table.rows[1:]] == ["112", "31", "106", "16 av 18 besök"]


def test_the_board_reads_across_the_page(folder: Path) -> None:
    section = _open(folder, "lofte-2024-redovisning").sections[0]

    assert section.page_width > section.page_height


@pytest.mark.parametrize("name", NAMES[:2])
def test_the_sentences_are_those_of_the_page(folder: Path, name: str) -> None:
    page = (folder / "markdown/exempelby" / f"{name}.md").read_text(encoding="utf-8")
    words = re.sub(r"\s+", " ", _words(_open(folder, name)))
    sentences = re.findall(r"(?m)^ *- ([A-ZÅÄÖ][^\n\[\]*<>\\&]+\.)$", page)

    assert len(sentences) >= 3
    assert [sentence for sentence in sentences if sentence not in words] == []


def test_a_wording_is_kept_letter_for_letter() -> None:
    text = "# Rubrik\n\n- ”Vi” gör 1\u00a0000 <saker> & [se bilaga 2] – \\*inte\\* fet\n\n3. tre\n4. fyra\n\ntext\n\n1. ett\n"
    document: Any = Document(io.BytesIO(write_docx(text, title="T", lang="sv")))

    assert [p.text for p in document.paragraphs] == [
        "Rubrik", "”Vi” gör 1\u00a0000 <saker> & [se bilaga 2] – *inte* fet", "tre", "fyra", "text", "ett",
    ]  # fmt: skip
    numbers = [
        p._p.pPr.numPr.numId.val
        for p in document.paragraphs
        if p.style is not None and p.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2]


def test_swedish_words_in_an_english_document_are_marked() -> None:
    document = Document(io.BytesIO(write_docx("# A\n\nSaid: \u2e28Vi går.\u2e29\n", title="T", lang="en")))
    runs = [
        (run.text, [e.get(qn("w:val")) for e in run._element.iter(qn("w:lang"))])
        for run in document.paragraphs[1].runs
    ]

    assert ("Vi går.", ["sv-SE"]) in runs


def test_the_same_content_has_the_same_bytes_and_no_time(folder: Path) -> None:
    answer = lofte("render", "--format", "docx", "-o", "again", "--today", "2025-01-15", cwd=folder)
    assert answer.code == 0
    for path in (folder / "docx").rglob("*.docx"):
        assert path.read_bytes() == (folder / "again" / path.relative_to(folder / "docx")).read_bytes()
        with zipfile.ZipFile(path) as parts:
            assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_another_kind_of_output_does_not_replace_the_documents(folder: Path) -> None:
    answer = lofte("render", "--format", "pdf", "-o", "docx", "--today", "2025-01-15", cwd=folder)

    assert answer.code == 2
    assert "ligger Word-filerna" in answer.err


@pytest.mark.data
def test_libreoffice_opens_the_documents_and_shows_the_words(folder: Path, tmp_path: Path) -> None:
    assert lofte("export", "--format", "xlsx", "-o", str(tmp_path / "excel"), cwd=folder).code == 0
    paths = [*(folder / "docx/exempelby" / f"{name}.docx" for name in NAMES), tmp_path / "excel/loften.xlsx"]
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, paths)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    for path in paths:
        with pypdfium2.PdfDocument(tmp_path / f"{path.stem}.pdf") as pdf:
            text = "".join(page.get_textpage().get_text_range() for page in pdf)
        assert "Exempelby" in text
        assert "112" in text or path.stem.startswith("uppf")
