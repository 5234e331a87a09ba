"""Format detection and reading."""

import codecs
import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Final

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.importing.blocks import Source
from medborgarlofte.importing.docx_reader import read_docx
from medborgarlofte.importing.html_reader import read_html, read_mhtml
from medborgarlofte.importing.limits import MAX_BYTES, MAX_PARAGRAPH, too_large, too_long
from medborgarlofte.importing.pdf_reader import read_pdf
from medborgarlofte.importing.text_reader import read_markdown, read_rtf, read_text

READERS: Final[Mapping[str, Callable[[str, bytes], Source]]] = {
    ".docx": read_docx,
    ".pdf": read_pdf,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".mhtml": read_mhtml,
    ".mht": read_mhtml,
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".rtf": read_rtf,
}

_AS_WORD: Final = Text(
    "Öppna den, välj Spara som och Word-dokument (.docx), och läs in den filen.",
    "Open it, choose Save as and Word document (.docx), and import that file.",
)
_AS_PDF: Final = Text(
    "Öppna den, välj Exportera eller Spara som PDF, och läs in PDF:en.",
    "Open it, choose Export or Save as PDF, and import the PDF.",
)
_AS_TEXT: Final = Text(
    "Kopiera den del som är löftet till ett Worddokument eller en .txt-fil och läs in den.",
    "Copy the part that is the promise to a Word document or a .txt file and import that.",
)
_PICTURE: Final = Text(
    "Leta efter originalet i Word eller PDF, eller låt ett program läsa texten i bilden (OCR) och spara som .docx.",
    "Look for the original in Word or PDF, or let a program read the text in the picture (OCR) and save as .docx.",
)
_OTHER: Final = (
    (".doc .dot", Text("ett äldre Worddokument (.doc)", "an older Word document (.doc)"), _AS_WORD),
    (
        ".odt .fodt .pages .wpd",
        Text("ett dokument i ett annat format", "a document in another format"),
        _AS_WORD,
    ),
    (".xls .xlsx .xlsm .ods .csv .numbers", Text("ett kalkylblad", "a spreadsheet"), _AS_TEXT),
    (".ppt .pptx .odp", Text("en presentation", "a presentation"), _AS_PDF),
    (".png .jpg .jpeg .gif .tif .tiff .bmp .webp .heic", Text("en bild", "a picture"), _PICTURE),
    (".msg .eml", Text("ett e-postmeddelande", "an e-mail message"), _AS_TEXT),
    (
        ".locked",
        Text("ett låst dokument (lösenord)", "a locked document (password)"),
        Text(
            "Öppna det, ta bort lösenordet under Arkiv, Info, Skydda dokument, och spara på nytt.",
            "Open it, remove the password under File, Info, Protect Document, and save again.",
        ),
    ),
    (
        ".gdoc .gsheet .url .webloc",
        Text("en genväg till ett dokument", "a shortcut to a document"),
        Text(
            "Öppna den. I Google Dokument: Arkiv, Ladda ned, Microsoft Word. En webbsida: Spara sidan som.",
            "Open it. In Google Docs: File, Download, Microsoft Word. A web page: Save page as.",
        ),
    ),
    (
        ".zip",
        Text("en zip-fil", "a zip file"),
        Text(
            "Packa upp den och läs in filen som är löftet.",
            "Unpack it and import the file that is the promise.",
        ),
    ),
)
"""Suffixes that are not imported: what such a file is, and what to do."""
_REFUSED: Final = {suffix: (what, help_) for suffixes, what, help_ in _OTHER for suffix in suffixes.split()}
_MAGIC: Final = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".doc"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"PK\x03\x04", ".zip"),
)
_OFFICE: Final = ((b"xl/", ".xlsx"), (b"ppt/", ".pptx"))


def read_source(name: str, data: bytes) -> Source:
    """Blocks of a file. Raises LofteError."""
    if len(data) > MAX_BYTES:
        raise too_large(name)
    suffix = _suffix(name, data)
    if suffix in _REFUSED:
        what, help_ = _REFUSED[suffix]
        raise LofteError(
            Text(f"{name} är {what.sv}, som inte läses in", f"{name} is {what.en}, which is not imported"),
            help_,
        )
    reader = READERS.get(suffix)
    if reader is None:
        known = ", ".join(READERS)
        raise LofteError(
            Text(
                f"{name}: formatet {suffix or 'utan filändelse'} läses inte in",
                f"{name}: the format {suffix or 'without suffix'} is not imported",
            ),
            Text(f"Det som läses in är {known}.", f"What is imported is {known}."),
        )
    source = reader(name, data)
    if not any(block.text.strip() for block in source.blocks):
        raise LofteError(
            Text(f"{name} har ingen text", f"{name} holds no text"),
            Text("Kontrollera att det är rätt fil.", "Check that it is the right file."),
        )
    long = next((block for block in source.blocks if len(block.text) > MAX_PARAGRAPH), None)
    if long is not None:
        raise too_long(name, long.place)
    return source


def _suffix(name: str, data: bytes) -> str:
    """Format by content, else by name."""
    written = PurePath(name).suffix.lower()
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    found = next((suffix for magic, suffix in _MAGIC if start.startswith(magic)), None)
    if found == ".zip" and b"word/" in data:
        return ".docx"
    if found in (".zip", ".doc") and written in _REFUSED and not _is_locked(data):
        return written
    if found == ".zip":
        return next((suffix for mark, suffix in _OFFICE if mark in data), written or ".zip")
    if found == ".doc":
        return ".locked" if _is_locked(data) else ".doc"
    if found:
        return found
    if written in READERS or written in _REFUSED:
        return written
    is_text = b"\0" not in data[:4096] or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    is_page = re.search(rb"<html|<!doctype html", data[:4096], re.IGNORECASE)
    return ".html" if is_text and is_page else written or (".txt" if is_text else "")


def _is_locked(data: bytes) -> bool:
    """Whether an Office file is encrypted."""
    return data.startswith(b"\xd0\xcf") and "Encrypt".encode("utf-16-le") in data
