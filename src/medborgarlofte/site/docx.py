"""Word documents of promises, follow-ups and the board's tables.

The Markdown pages are set in Word's own styles. Same input, same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from medborgarlofte.exporting.office import load_office, saved
from medborgarlofte.i18n import Language
from medborgarlofte.site.blocks import Block, parse_blocks
from medborgarlofte.site.layout import DRAFT_MARK
from medborgarlofte.site.page import Page, Site
from medborgarlofte.site.pdf import printed
from medborgarlofte.site.publish import OutputFile

TAGS: Final[Mapping[str, str]] = {"sv": "sv-SE", "en": "en-GB"}
"""Language tags as Word writes them."""
INK: Final = "1F1F1F"
DEEPEST: Final = 3
"""Word has list styles for three levels."""


def docx_files(site: Site, own_templates: Path | None = None) -> Iterator[OutputFile]:
    """A Word document for each promise and follow-up. Raises LofteError without python-docx."""
    return printed(site, own_templates, "docx", _make)


def _make(site: Site, page: Page, text: str) -> bytes:
    draft = site.say(DRAFT_MARK) if site.is_draft(page) else ""
    return write_docx(
        text, title=draft + page.title, lang=site.lang, author=", ".join(page.owners), foot=draft + site.name
    )


def write_docx(
    markdown: str, *, title: str, lang: Language, author: str = "", foot: str = "", landscape: bool = False
) -> bytes:
    """Word document of a Markdown text. Raises LofteError without python-docx."""
    document = load_office("docx").Document()
    _set_up(document, title, lang, author, foot, landscape)
    blocks = parse_blocks(markdown, lang)
    top = min((block["level"] for block in blocks if block["kind"] == "heading"), default=1)
    writer = _Writer(document, lang, top - 1)
    writer.blocks(blocks)
    return saved(document.save)


def _set_up(document: Any, title: str, lang: Language, author: str, foot: str, landscape: bool) -> None:
    """Properties, page, language and legible styles."""
    docx = load_office("docx")
    centimetres = docx.shared.Cm
    properties = document.core_properties
    properties.title, properties.language, properties.author = title, TAGS[lang], author
    properties.comments = properties.keywords = ""
    section = document.sections[0]
    sides = centimetres(29.7), centimetres(21)
    section.page_width, section.page_height = sides if landscape else sides[::-1]
    section.orientation = getattr(docx.enum.section.WD_ORIENT, "LANDSCAPE" if landscape else "PORTRAIT")
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = centimetres(2)
    section.footer.paragraphs[0].text = foot
    for style in document.styles:
        font = getattr(style, "font", None)
        if font is not None and style.name.startswith(("Normal", "Heading", "List", "Quote", "Footer")):
            font.name, font.color.rgb = "Calibri", docx.shared.RGBColor.from_string(INK)
            fonts: Any = style.element.rPr.rFonts
            for name in [name for name in fonts.attrib if "Theme" in name]:
                del fonts.attrib[name]
    document.styles["Normal"].font.size = docx.shared.Pt(11)
    for element in document.styles.element.iter(_qualified("w:lang")):
        element.set(_qualified("w:val"), TAGS[lang])


def _qualified(name: str) -> str:
    return str(load_office("docx").oxml.ns.qn(name))


def _element(name: str) -> Any:
    return load_office("docx").oxml.OxmlElement(name)


class _Writer:
    """Blocks in Word's styles."""

    def __init__(self, document: Any, lang: Language, raised: int) -> None:
        self.document, self.lang, self.raised = document, lang, raised

    def blocks(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            self._block(block, "Normal", 0)

    def _block(self, block: Block, style: str, depth: int) -> None:
        match block["kind"]:
            case "heading":
                self._paragraph(block["runs"], f"Heading {min(block['level'] - self.raised, 9)}")
            case "paragraph":
                self._paragraph(block["runs"], style)
            case "quote":
                for inner in block["blocks"]:
                    self._block(inner, "Quote" if inner["kind"] == "paragraph" else style, depth)
            case "list":
                self._list(block, depth + 1)
            case "table":
                self._table(block)

    def _paragraph(self, runs: Sequence[dict[str, Any]], style: str) -> Any:
        paragraph = self.document.add_paragraph(style=style)
        self._fill(paragraph, runs)
        return paragraph

    def _fill(self, paragraph: Any, runs: Sequence[dict[str, Any]]) -> None:
        for run in runs:
            added = paragraph.add_run(run["text"])  # a line break in the text becomes one in Word
            added.bold, added.italic = run["strong"] or None, run["emph"] or None
            if run["lang"] != self.lang:
                mark = _element("w:lang")
                mark.set(_qualified("w:val"), TAGS[run["lang"]])
                added._element.get_or_add_rPr().append(mark)  # noqa: SLF001 - python-docx has no name for it

    def _list(self, block: Block, depth: int) -> None:
        ordered = block["start"] is not None
        level = min(depth, DEEPEST)
        style = ("List Number" if ordered else "List Bullet") + (f" {level}" if level > 1 else "")
        number = self._numbering(style, block["start"]) if ordered else None
        for item in block["items"]:
            for index, inner in enumerate(item):
                if inner["kind"] != "paragraph":
                    self._block(inner, "Normal", depth)
                elif index:
                    self._paragraph(inner["runs"], "List Continue" + (f" {level}" if level > 1 else ""))
                else:
                    paragraph = self._paragraph(inner["runs"], style)
                    if number is not None:
                        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - as above
                        properties.get_or_add_numId().val = number
                        properties.get_or_add_ilvl().val = 0

    def _numbering(self, style: str, start: int) -> int:
        """New numbering, so that each list starts with its own number."""
        numbering = self.document.part.numbering_part.element
        used = self.document.styles[style].element.pPr.numPr.numId.val
        abstract = next(num for num in numbering.num_lst if num.numId == used).abstractNumId.val
        added = numbering.add_num(abstract)
        added.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(added.numId)

    def _table(self, block: Block) -> None:
        space = load_office("docx").shared.Pt(2)
        rows = [block["head"], *block["rows"]]
        table = self.document.add_table(len(rows), len(block["head"]), style="Table Grid")
        table.autofit = False
        section = self.document.sections[0]
        room = section.page_width - section.left_margin - section.right_margin
        widths = [room * width // sum(block["widths"]) for width in block["widths"]]
        for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no name for it
            properties.append(_element("w:cantSplit"))
            if number == 0:
                properties.append(_element("w:tblHeader"))
            for cell, runs, width in zip(row.cells, cells, widths, strict=True):
                cell.width = width
                bold = [{**run, "strong": True} for run in runs] if number == 0 else runs
                self._fill(cell.paragraphs[0], bold)
                cell.paragraphs[0].paragraph_format.space_before = space
                cell.paragraphs[0].paragraph_format.space_after = space
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self.document.add_paragraph()
