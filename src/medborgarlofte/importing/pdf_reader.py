"""PDF reader: page layout, whatever structure the file has."""

import ctypes
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.importing.blocks import Source, clean
from medborgarlofte.importing.layout import lay_out
from medborgarlofte.importing.limits import MAX_CHARACTERS, MAX_PAGES, broken, missing, too_large
from medborgarlofte.importing.pdf_layout import blocks_of_lines
from medborgarlofte.importing.pdf_lines import LONE_GAP, RAISED, TAB_GAP, Line, repeated, split_at_columns

if TYPE_CHECKING:
    import pypdfium2

_WHAT: Final = Text("en PDF", "a PDF")
_READABLE: Final = 0.4
"""Share of the letters that must be letters or digits, or the file's fonts do not say what they show."""
MAX_FIGURES: Final = 5000
"""Drawn figures of a page that are looked at."""


def read_pdf(name: str, data: bytes) -> Source:
    """PDF with text.

    Raises LofteError for one that is locked, damaged or only pictures.
    """
    try:
        import pypdfium2 as pdfium  # noqa: PLC0415 - optional: the extra `import`
    except ImportError:
        raise missing("pypdfium2") from None
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise (_refused("locked", name) if "assword" in str(error) else broken(name, _WHAT)) from None
    try:
        if len(document) > MAX_PAGES:
            raise too_large(name)
        return _read(name, document, pdfium.raw)
    except pdfium.PdfiumError as error:
        raise broken(name, _WHAT) from error
    finally:
        document.close()


def _read(name: str, document: "pypdfium2.PdfDocument", raw: Any) -> Source:
    pages: list[list[Line]] = []
    bullets: list[list[tuple[float, float]]] = []
    letters = 0
    for number in range(len(document)):
        page = document[number]
        pages.append(split_at_columns(list(_lines(raw, page, number + 1))))
        bullets.append(_drawn_bullets(raw, page))
        letters += sum(len(line.text) for line in pages[-1])
        if letters > MAX_CHARACTERS:
            raise too_large(name)
        page.close()
    if letters < 20:
        raise _refused("scanned", name)
    if sum(char.isalnum() for lines in pages for line in lines for char in line.text) < _READABLE * letters:
        raise _refused("unreadable", name)
    for lines, drawn in zip(pages, bullets, strict=True):
        _put_bullets(lines, drawn)
    made = blocks_of_lines(pages, repeated(pages))
    return Source(name, "pdf", tuple(lay_out(made)), title=_title(document))


def _drawn_bullets(raw: Any, page: "pypdfium2.PdfPage") -> list[tuple[float, float]]:
    """Centres of drawn bullets."""
    made = []
    for count, figure in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])):
        if count > MAX_FIGURES:
            break
        left, bottom, right, top = figure.get_bounds()
        if 1 < right - left < 8 and 1 < top - bottom < 8:
            made.append(((left + right) / 2, (bottom + top) / 2))
    return made


def _put_bullets(lines: list[Line], drawn: list[tuple[float, float]]) -> None:
    """Insert bullets before lines with drawn ones."""
    for line in lines:
        if not line.text.startswith("•") and any(
            0 < line.left - x < 3 * line.size and line.bottom - 2 < y < line.top + 2 for x, y in drawn
        ):
            line.text = f"• {line.text}"


def _title(document: "pypdfium2.PdfDocument") -> str:
    try:
        return clean(document.get_metadata_value("Title"))
    except Exception:  # noqa: BLE001 - metadata can be damaged in any way; nothing depends on it
        return ""


class _Letter(NamedTuple):
    """Character with its position."""

    text: str
    box: tuple[float, float, float, float]
    """Left, bottom, right, top."""
    size: float


def _lines(raw: Any, page: "pypdfium2.PdfPage", number: int) -> Iterator[Line]:
    """Lines of a page with positions."""
    textpage = page.get_textpage()
    handle = textpage.raw
    line, ended, spaced = Line(page=number), False, False
    for index in range(min(textpage.count_chars(), MAX_CHARACTERS)):
        letter = _letter(raw, handle, index)
        if letter is None:
            continue
        if letter.text == "\n":
            ended = True
        elif ended and not letter.text.strip():
            spaced = True
        elif letter.text == " " and letter.size == 0:
            line.add_space()
        else:
            if ended and spaced and _goes_on(line, letter):
                line.add_space()
            elif _leaves(line, letter) or (ended and line.text.strip() and not _goes_on(line, letter)):
                yield line
                line = Line(page=number)
            ended = spaced = False
            if not line.text.strip():
                line.base = _baseline(raw, handle, index, letter.box[1])
            bold = _is_bold(raw, handle, index, line)
            line.add(letter.text, letter.box, letter.size, bold=bold)
    if line.text.strip():
        yield line
    textpage.close()


def _goes_on(line: Line, letter: _Letter) -> bool:
    """Whether a character beside the end of a line is a raised digit, or follows one: it ends no line."""
    left, _, _, top = letter.box
    near = -1 < left - line.right < letter.size and top > line.bottom and letter.box[1] < line.top
    raised = line.is_raised(letter.text, letter.box)
    return (
        near and (raised or ord(line.text.rstrip()[-1]) - RAISED in range(10)) if line.text.strip() else False
    )


def _leaves(line: Line, letter: _Letter) -> bool:
    """True if a character starts another line or cell."""
    if not line.text.strip():
        return False
    left, _, _, top = letter.box
    gap = left - line.right
    wide = gap > max(TAB_GAP * letter.size, 2.5 * line.gap) if line.gap else gap > LONE_GAP * letter.size
    far = wide and bool(letter.text.strip()) and len(line.text.strip()) > 3
    below = bool(letter.text.strip()) and top < line.bottom and left < line.right
    return below or far


def _letter(raw: Any, handle: Any, index: int) -> _Letter | None:
    r"""Character, or None without position.

    A line end is ”\n”, a space that is not drawn ” ” without size.
    """
    code = raw.FPDFText_GetUnicode(handle, index)
    hyphen = raw.FPDFText_IsHyphen(handle, index) == 1
    text = "-" if hyphen else chr(code) if 0 < code < 0x110000 else ""
    nowhere = (0.0, 0.0, 0.0, 0.0)
    if text in "\r\n":
        return _Letter("\n", nowhere, 0)
    if raw.FPDFText_IsGenerated(handle, index) == 1 and not hyphen:
        return _Letter(" ", nowhere, 0)
    edges = [ctypes.c_double() for _ in range(4)]
    if not raw.FPDFText_GetCharBox(handle, index, *(ctypes.byref(edge) for edge in edges)):
        return None
    left, right, bottom, top = (edge.value for edge in edges)
    size = raw.FPDFText_GetFontSize(handle, index) * _scale(raw, handle, index)
    return _Letter(text, (left, bottom, right, top), size)


def _scale(raw: Any, handle: Any, index: int) -> float:
    """Page scale of the font size."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix)):
        return 1.0
    return abs(matrix.d) or abs(matrix.b) or 1.0


def _baseline(raw: Any, handle: Any, index: int, bottom: float) -> float:
    """Height of a character's baseline."""
    x, y = ctypes.c_double(), ctypes.c_double()
    return y.value if raw.FPDFText_GetCharOrigin(handle, index, ctypes.byref(x), ctypes.byref(y)) else bottom


def _is_bold(raw: Any, handle: Any, index: int, line: Line) -> bool:
    """True for bold; checked at line starts."""
    if len(line.text) > 3:
        return line.bold
    name = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(handle, index, name, 256, ctypes.byref(flags))
    return bool(re.search(rb"bold|black|heavy|semibold", name.value, re.IGNORECASE)) or bool(
        flags.value & (1 << 18)
    )


_REFUSED: Final = {
    "locked": (
        Text("{name} är skyddad med lösenord", "{name} is protected by a password"),
        Text(
            "Öppna den, välj Skriv ut och Spara som PDF, och läs in den nya filen.",
            "Open it, choose Print and Save as PDF, and import the new file.",
        ),
    ),
    "unreadable": (
        Text("texten i {name} går inte att läsa ut", "the text of {name} cannot be read"),
        Text(
            "PDF:ens typsnitt säger inte vilka tecken de visar. Leta efter originalet, eller skriv ut den till en ny PDF.",
            "The fonts of the PDF do not say which letters they show. Look for the original, or print it to a new PDF.",
        ),
    ),
    "scanned": (
        Text(
            "{name} har ingen text, bara bilder: den är troligen inskannad",
            "{name} has no text, only pictures: it is probably scanned",
        ),
        Text(
            "Leta efter originalet i Word, eller öppna den i ett program som läser text i bilder (OCR), till exempel Word, och spara som .docx.",
            "Look for the original in Word, or open it in a program that reads text in pictures (OCR), for example Word, and save as .docx.",
        ),
    ),
}


def _refused(why: str, name: str) -> LofteError:
    message, advice = _REFUSED[why]
    return LofteError(message.format({"name": name}), advice)
