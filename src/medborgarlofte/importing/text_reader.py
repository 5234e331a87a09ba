"""Plain text, Markdown and RTF."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from markdown_it import MarkdownIt

from medborgarlofte.i18n import Text
from medborgarlofte.importing.blocks import Block, Source, decode
from medborgarlofte.importing.html_reader import blocks_of_html
from medborgarlofte.importing.layout import lay_out
from medborgarlofte.importing.limits import MAX_CHARACTERS, broken, missing, too_large

_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).enable("table")


def read_text(name: str, data: bytes) -> Source:
    """Text file by blank lines. Raises LofteError."""
    return Source(name, "text", tuple(_own_words(lay_out(_paragraphs(_decoded(name, data))))))


_MAIL: Final = re.compile(r"(?:Från|From)\s*:")
_ENVELOPE: Final = re.compile(r"(?:Från|From|Till|To|Kopia|Cc|Skickat|Sent)\s*:")
_FAREWELL: Final = re.compile(
    r"(?:(?:med )?(?:vänliga?|bästa|varma) hälsning(?:ar)?|hälsningar|m\s?vh|vh)\b[^.]{0,20}$", re.IGNORECASE
)
"""The line that ends a mail: below it are names, addresses and what it answers."""


def _own_words(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with what a mail quotes, and what stands around its text, as furniture."""
    is_mail = is_over = False
    for number, block in enumerate(blocks):
        is_mail = is_mail or (number == 0 and _MAIL.match(block.text) is not None)
        is_over = is_over or (is_mail and _FAREWELL.match(block.text.strip()) is not None)
        quoted = block.marker == ">" or block.text.startswith(">")
        if quoted or is_over or (is_mail and _ENVELOPE.match(block.text)):
            yield replace(block, kind="furniture", text=block.written, marker="", level=0, cells=())
        else:
            yield block


def read_markdown(name: str, data: bytes) -> Source:
    """Markdown file, through HTML. Raises LofteError."""
    blocks, frame = blocks_of_html(_MARKDOWN.render(_decoded(name, data)))
    return Source(name, "markdown", tuple(lay_out(blocks)), frame=tuple(frame))


MAX_RTF: Final = 5_000_000
"""Size of an RTF file without its pictures being worth reading."""


def read_rtf(name: str, data: bytes) -> Source:
    """An RTF file. Raises LofteError."""
    try:
        from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - optional: the extra `import`
    except ImportError:
        raise missing("striprtf") from None
    if len(data) > MAX_RTF:
        raise too_large(name)
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            data.decode("cp1252", errors="replace"), errors="replace"
        )
    except Exception as error:  # striprtf raises whatever a damaged file makes Python raise
        raise broken(name, Text("RTF", "RTF")) from error
    if len(text) > MAX_CHARACTERS:
        raise too_large(name)
    raw = [
        Block("paragraph", line, line=number)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip(" \t|")
    ]
    return Source(name, "rtf", tuple(lay_out(raw)))


def _decoded(name: str, data: bytes) -> str:
    text = decode(data)
    if len(text) > MAX_CHARACTERS:
        raise too_large(name)
    return text


def _paragraphs(text: str) -> list[Block]:
    made: list[Block] = []
    current: list[str] = []
    start = 1
    for number, line in enumerate((*re.split(r"\r\n|\r|\n", text), ""), start=1):
        bare = line.replace("\f", "").rstrip(" ")  # a tab at the end is an empty cell
        if bare.strip():
            start = start if current else number
            current.append(bare)
        if current and (not bare.strip() or "\f" in line):
            made.append(Block("paragraph", "\n".join(current), line=start))
            current = []
    return made
