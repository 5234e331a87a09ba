"""Markdown escaping of wording and prose."""

import itertools
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, Final

_SCHEMES: Final = ("http:", "https:", "mailto:", "tel:")
_ANGLE: Final = re.compile(r"<(?!https?://[^\s<>]*>)")
"""The beginning of an element, or what some reader could take for one."""
_AFTER: Final = "a"


@lru_cache(maxsize=4096)
def markdown_line(text: str) -> str:
    """Short text, escaped, on one line."""
    return _escape_line(" ".join(text.split()))


def markdown_words(text: str) -> str:
    """Words in the middle of a line, escaped, with the spaces around them."""
    return _escape(_SPACES.sub(" ", text))


@lru_cache(maxsize=4096)  # a commitment is on the page of its promise, in comparisons and in lists
def markdown_wording(text: str, spaces: int = 0) -> str:
    """Multi-line text, escaped and indented."""
    indent = "\n" + " " * spaces
    return f"\n{indent}".join(
        f"\\{indent}".join(map(_escape_line, lines)) for lines in wording_paragraphs(text)
    )


def wording_paragraphs(text: str) -> list[list[str]]:
    """Paragraphs of lines, split at blank lines; indents become no-break spaces, since HTML and Markdown drop others."""
    paragraphs = re.split(r"\n(?:\s*\n)+", text.strip())
    return [
        [_INDENT.sub(_indent, line.rstrip()) for line in paragraph.splitlines()] for paragraph in paragraphs
    ]


_INDENT: Final = re.compile(r"^[ \t]+")


def _indent(spaces: re.Match[str]) -> str:
    return "\N{NO-BREAK SPACE}" * len(spaces[0].expandtabs(4))


def _escape_line(line: str) -> str:
    return _LINE_START.sub(r"\1\\\2", _escape(line))


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


_SPACES: Final = re.compile(r"\s+")
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|#~&])")


_LINE_START: Final = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|)([-+=.)])")
"""The beginning of a line that would make it a list, a rule or the underline of a heading."""


def markdown_prose(text: str) -> str:
    """A long text inside Markdown, as it is written; headings become bold, so that the page keeps its outline.

    One that brings more than emphasis, lists and links is escaped instead: raw HTML, pictures, links that could run
    something, and what swallows the text after it.
    """
    text = _without_headings(text.strip())
    if not re.search(r"[<\[`~]", text) or (not _ANGLE.search(text) and _is_harmless(text)):
        return text
    return "\n\n".join(
        "\n".join(markdown_line(line) for line in paragraph.splitlines())
        for paragraph in re.split(r"\n\s*\n", text)
    )


def markdown_indented(text: str, spaces: int) -> str:
    """Text indented as part of a list item."""
    return markdown_prose(text).replace("\n", "\n" + " " * spaces)


def markdown_to_text(text: str, separator: str = " ") -> str:
    """Plain words of Markdown, on one line."""
    tokens = _reader().parse(text)
    blocks = [
        _words(token.children or ()) if token.type == "inline" else token.content.strip()
        for token in tokens
        if token.type in ("inline", "fence", "code_block", "html_block")
    ]
    return separator.join(filter(None, blocks))


def _words(tokens: Sequence[Any]) -> str:
    """Words of inline tokens, images by description."""
    return "".join(" " if token.type.endswith("break") else token.content for token in tokens)


def _without_headings(text: str) -> str:
    if not _HEADING.search(text):
        return text
    lines: list[str | None] = list(text.splitlines())
    tokens = _reader().parse("\n".join(line or "" for line in lines))
    for token, content in itertools.pairwise(tokens):
        if token.type == "heading_open":
            first, last = token.map
            before = re.match(r"[\s>]*(?:(?:[-+*]|\d+[.)])\s+)*", lines[first] or "")
            bold = f"**{content.content}**" if content.content else ""
            lines[first:last] = [f"{before[0] if before else ''}{bold}\n", *[None] * (last - first - 1)]
    return "\n".join(line for line in lines if line is not None)


_HEADING: Final = re.compile(r"^[\s>*+\d.)-]*#|^[\s>]*(?:=+|-+)\s*$", re.MULTILINE)
"""What may be a heading."""


def _is_harmless(text: str) -> bool:
    """True if a following paragraph survives."""
    known: dict[str, Any] = {}
    tokens = _reader().parse(f"{text}\n\n{_AFTER}", known)
    every = [token for block in tokens for token in (block, *(block.children or ()))]
    return (
        not known.get("references")
        and [(token.type, token.level, token.content) for token in tokens[-3:]]
        == [("paragraph_open", 0, ""), ("inline", 1, _AFTER), ("paragraph_close", 0, "")]
        and all(token.type not in ("html_block", "html_inline", "image") for token in every)
        and all(_is_known(str(token.attrs["href"])) for token in every if token.type == "link_open")
    )


def _is_known(address: str) -> bool:
    scheme = re.match(r"[a-z][a-z\d+.-]*:", re.sub(r"[\x00-\x20]", "", address.lower()))
    return scheme is None or scheme[0] in _SCHEMES


@cache
def _reader() -> Any:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most texts have nothing to read

    class Lenient(MarkdownIt):
        """Reader that accepts every address."""

        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - as it is there
            return True

    return Lenient("commonmark")
