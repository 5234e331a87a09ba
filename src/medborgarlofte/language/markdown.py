"""Texts made safe to stand in Markdown: what would be markup is taken out of play."""

import re
from functools import cache
from typing import Any, Final

_SCHEMES: Final = ("http:", "https:", "mailto:", "tel:")
_ANGLE: Final = re.compile(r"<(?!https?://[^\s<>]*>)")
"""The beginning of an element, or what some reader could take for one."""
_AFTER: Final = "a"


def markdown_line(text: str) -> str:
    """A short text inside Markdown: what would be markup is escaped."""
    return re.sub(r"([\\`*_\[\]<>|#~&])", r"\\\1", " ".join(text.split()))


def markdown_prose(text: str) -> str:
    """A long text inside Markdown, as it is written.

    One that brings more than emphasis, lists and links is escaped instead: raw HTML, pictures, links that could run
    something, and what swallows the text after it.
    """
    text = text.strip()
    if not re.search(r"[<\[`~]", text) or (not _ANGLE.search(text) and _is_harmless(text)):
        return text
    return "\n\n".join(
        "\n".join(markdown_line(line) for line in paragraph.splitlines())
        for paragraph in re.split(r"\n\s*\n", text)
    )


def markdown_indented(text: str, spaces: int) -> str:
    """A long text as part of a list item: every line after the first is indented."""
    return markdown_prose(text).replace("\n", "\n" + " " * spaces)


def _is_harmless(text: str) -> bool:
    """Read as a reader of Markdown would, with a paragraph after it that must still be one."""
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
        """Takes every address for one, as some readers do."""

        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - as it is there
            return True

    return Lenient("commonmark")
