"""Word files, by way of mammoth's HTML."""

import html
import io
import re
import zipfile
import zlib
from typing import Final

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.importing.blocks import Block, Source, one_line
from medborgarlofte.importing.html_reader import blocks_of_html
from medborgarlofte.importing.layout import lay_out
from medborgarlofte.importing.limits import MAX_UNPACKED, MAX_XML, broken, missing, too_large

_WHAT: Final = Text("ett Worddokument", "a Word document")
_TRACKED: Final = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)[ >]")
_WRAPPERS: Final = re.compile(rb"</?w:(?:fldSimple|bdo|dir)(?=[ />])[^>]*>")
"""Elements around text that mammoth leaves out: simple fields and runs with a direction of their own."""
_LEFT_OUT: Final = re.compile(
    r"unrecogni[sz]ed element was ignored: (?:\{[^}]*\})?(?P<element>\S+)|unsupported character was ignored: char (?P<symbol>\w+ in font .+)"
)
"""What mammoth says of an element, or of a character of a symbol font, that it leaves out."""
_STYLES: Final = """
p[style-name^='Rubrik 1'] => h1:fresh
p[style-name^='Rubrik 2'] => h2:fresh
p[style-name^='Rubrik 3'] => h3:fresh
p[style-name='Title'] => h1:fresh
p[style-name='Rubrik'] => h1:fresh
p[style-name='Titel'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Underrubrik'] => h2:fresh
br[type='page'] => hr
"""


_DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError, OSError
)  # fmt: skip
"""What zipfile raises for a damaged file."""


def read_docx(name: str, data: bytes) -> Source:
    """Word file with accepted changes. Raises LofteError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            notes = _checked(name, archive)
            frame = _frame(archive)
        readable = _unwrapped(data)
    except _DAMAGED as error:
        raise broken(name, _WHAT) from error
    page, left_out = _html(name, readable)
    blocks, _ = blocks_of_html(page, name, spaced=True)
    return Source(name, "docx", tuple(lay_out(blocks)), notes=(*notes, *left_out), frame=frame)


def _unwrapped(data: bytes) -> bytes:
    """The file with the text of fields in plain sight."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "word/document.xml":
                content = _WRAPPERS.sub(b"", content)
            new.writestr(item.filename, content)
    return made.getvalue()


def _checked(name: str, archive: zipfile.ZipFile) -> tuple[Text, ...]:
    """Notes on the file.

    Raises LofteError for one that is too large, locked, or holds entities.
    """
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > MAX_UNPACKED or len(parts) > 5000:
        raise too_large(name)
    names = {part.filename for part in parts}
    if "word/document.xml" not in names:
        raise broken(name, _WHAT)
    notes = []
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        if part.file_size > MAX_XML:
            raise too_large(name)
        text = _read_part(archive, part.filename)
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise broken(name, _WHAT)
        if part.filename == "word/document.xml" and _TRACKED.search(text):
            notes.append(
                Text(
                    "filen har spårade ändringar: texten lästes som om alla är godkända",
                    "the file has tracked changes: the text was read as if all are accepted",
                )
            )
    if "word/comments.xml" in names:
        notes.append(
            Text("kommentarerna i marginalen lästes inte in", "the comments in the margin were not imported")
        )
    return tuple(notes)


def _read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Bytes of a part, up to its declared size."""
    with archive.open(name) as part:
        data = part.read(MAX_XML + 1)
    if len(data) > MAX_XML:
        raise zipfile.BadZipFile(name)
    return data


def _frame(archive: zipfile.ZipFile) -> tuple[Block, ...]:
    """Headers and footers of the pages."""
    made: list[Block] = []
    for part in sorted(archive.namelist()):
        if not re.fullmatch(r"word/(header|footer)\d*\.xml", part):
            continue
        xml = _read_part(archive, part).decode("utf-8", errors="replace")
        for paragraph in re.findall(r"<w:p[ >].*?</w:p>", xml, re.DOTALL):
            runs = re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|(<w:tab/>)", paragraph)
            text = one_line("".join(text or " " for text, _ in runs))
            if text:
                made.append(Block("furniture", html.unescape(text), line=len(made) + 1))
    return tuple(made)


def _html(name: str, data: bytes) -> tuple[str, tuple[Text, ...]]:
    """Web page of the file, and a note on elements that were left out."""
    try:
        import mammoth  # noqa: PLC0415 - optional: the extra `import`
    except ImportError:
        raise missing("mammoth") from None
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda _image: {"src": ""}),
            external_file_access=False,
        )
    except LofteError:
        raise
    except Exception as error:  # mammoth raises whatever a damaged part makes Python raise
        raise broken(name, _WHAT) from error
    left_out = [found for message in made.messages if (found := _LEFT_OUT.search(message.message))]
    names = sorted({found["element"] or found["symbol"].replace("in font", "ur") for found in left_out})
    listed = ", ".join(names)
    note = Text(
        f"delar av filen lästes inte in ({listed}): jämför med originalet",
        f"parts of the file were not imported ({listed}): compare with the original",
    )
    return made.value, (note,) if names else ()
