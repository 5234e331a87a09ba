"""Make the Word files, PDFs and web page of tests/importing/files from one text: python tests/importing/make_files.py

Needs python-docx, typst, LibreOffice (soffice) and Chromium. The files are kept, so that the tests need none of them.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import docx
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

HERE = Path(__file__).parent
FILES = HERE / "files"
BULLET = "• "
TABLES = ("fallby-kryss", "granforsa-tabbar", "hedvik-uppfoljning", "malviken-kvartal")
"""Documents whose tables are made in Word and PDF too."""


def parts() -> Iterator[tuple[str, str]]:
    """The kind and the text of each paragraph: h1, h2, li or p."""
    first = True
    for line in (HERE / "files" / "lillby-2024.txt").read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if not text:
            continue
        if text.startswith(BULLET):
            yield "li", text.removeprefix(BULLET)
        elif first:
            yield "h1", text
        elif (
            len(text) < 45
            and not text.endswith(".")
            and "," not in text
            and text[0].isupper()
            and " " in text + " "
            and not text.startswith(("Anna", "Erik", "Lokal", "Kommund"))
        ):
            yield "h2", text
        else:
            yield "p", text
        first = False


def word_styles(path: Path, names: dict[str, str]) -> None:
    """A Word file with the named styles."""
    document = docx.Document()
    for style in names.values():
        if style not in [known.name for known in document.styles]:
            document.styles.add_style(style, 1)
    for kind, text in parts():
        document.add_paragraph(text, style=names.get(kind))
    document.save(str(path))


def word_typed(path: Path) -> None:
    """A Word file with bold headings and bullets that somebody typed."""
    document = docx.Document()
    for kind, text in parts():
        paragraph = document.add_paragraph()
        paragraph.add_run(f"•\t{text}" if kind == "li" else text).bold = kind in ("h1", "h2")
    document.save(str(path))


def word_numbering(path: Path) -> None:
    """A Word file whose lists are numbering on paragraphs of the usual style."""
    document = docx.Document()
    for kind, text in parts():
        if kind == "li":
            _numbered(document.add_paragraph(text))
        else:
            document.add_paragraph(text, style={"h1": "Heading 1", "h2": "Heading 2"}.get(kind))
    document.save(str(path))


def _numbered(paragraph: Paragraph) -> None:
    properties = paragraph._p.get_or_add_pPr()
    numbering = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", "0"), ("w:numId", "1")):
        element = OxmlElement(tag)
        element.set(qn("w:val"), value)
        numbering.append(element)
    properties.append(numbering)


def html(*, columns: int = 1) -> str:
    """The text as a web page."""
    body, open_list = [], False
    for kind, text in parts():
        if (kind == "li") != open_list:
            body.append("<ul>" if kind == "li" else "</ul>")
            open_list = kind == "li"
        body.append(f"<{kind}>{text}</{kind}>")
    style = f"main{{columns:{columns};font:11pt 'DejaVu Serif';hyphens:auto}}h1{{font-size:18pt}}"
    return f"<!doctype html><html lang='sv'><meta charset='utf-8'><title>Lillby</title><style>{style}</style><body><nav><a href='/'>Start</a></nav><main>{''.join(body)}</main><footer>Lillby kommun</footer>"


def typst_source(*, columns: int = 1) -> str:
    """The text as a typst document."""
    marks = {"h1": "= ", "h2": "== ", "li": "- ", "p": ""}
    lines, last = [f'#set page(columns: {columns})\n#set text(lang: "sv", hyphenate: true)\n'], ""
    for kind, text in parts():
        escaped = text.replace("#", "\\#").replace("@", "\\@")
        lines.append(("" if kind == last == "li" else "\n") + marks[kind] + escaped)
        last = kind
    return "\n".join(lines)


def chromium(page: str, path: Path, *, tagged: bool) -> None:
    """A PDF that Chromium prints."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.html"
        source.write_text(page, encoding="utf-8")
        flag = "--export-tagged-pdf" if tagged else "--disable-pdf-tagging"
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer", flag, f"--print-to-pdf={path}", source.as_uri()],
            check=True, capture_output=True,
        )  # fmt: skip


def office(source: Path, target: str, path: Path) -> None:
    """A file that LibreOffice converts to another format."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target, "--outdir", folder, str(source)],
            check=True, capture_output=True,
        )  # fmt: skip
        made = next(made for made in Path(folder).iterdir() if made.is_file())
        path.write_bytes(made.read_bytes())


def word_tables(source: Path, path: Path) -> None:
    """A Word file of a text whose tables are lines with tabs."""
    document = docx.Document()
    document.styles["Normal"].font.name = "DejaVu Sans"  # has ✔ as a letter, not as a picture
    for part in source.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in part.splitlines()]
        if len(rows[0]) == 1:
            document.add_paragraph(part, style="Heading 2" if len(part) < 60 and part[-1] != "." else None)
            continue
        table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    document.save(str(path))


def main() -> None:
    """Make all files."""
    for source in (HERE / "documents" / f"{name}.txt" for name in TABLES):
        word = HERE / "tables" / f"{source.stem}.docx"
        word_tables(source, word)
        office(word, "pdf", word.with_suffix(".pdf"))
    word_styles(FILES / "styles.docx", {"h1": "Heading 1", "h2": "Heading 2", "li": "List Bullet"})
    word_styles(FILES / "swedish-styles.docx", {"h1": "Rubrik 1", "h2": "Rubrik 2", "li": "List Bullet"})
    word_typed(FILES / "typed.docx")
    word_numbering(FILES / "numbering.docx")
    (FILES / "page.html").write_text(html(), encoding="utf-8")
    office(FILES / "page.html", "docx:MS Word 2007 XML", FILES / "libreoffice.docx")
    office(FILES / "styles.docx", "rtf", FILES / "libreoffice.rtf")
    untagged = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'
    tagged = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    office(FILES / "styles.docx", untagged, FILES / "libreoffice.pdf")
    office(FILES / "styles.docx", tagged, FILES / "libreoffice-tagged.pdf")
    office(FILES / "typed.docx", untagged, FILES / "libreoffice-typed.pdf")
    chromium(html(), FILES / "chromium-tagged.pdf", tagged=True)
    chromium(html(), FILES / "chromium.pdf", tagged=False)
    chromium(html(columns=2), FILES / "chromium-columns.pdf", tagged=False)
    for name, columns, tags in (("typst-tagged", 1, True), ("typst", 1, False), ("typst-columns", 2, False)):
        (FILES / f"{name}.pdf").write_bytes(_typst(columns, tags))


def _typst(columns: int, tags: bool) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.typ"
        source.write_text(typst_source(columns=columns), encoding="utf-8")
        made = typst.compile(str(source), pdf_tags=tags) if not tags else typst.compile(str(source))
        return bytes(made)


if __name__ == "__main__":
    main()
