"""Texts made safe to stand in Markdown: what would be markup is taken out of play."""

import re


def markdown_line(text: str) -> str:
    """A short text inside Markdown: what would be markup is escaped."""
    return re.sub(r"([\\`*_\[\]<>|#~&])", r"\\\1", " ".join(text.split()))


def markdown_prose(text: str) -> str:
    """A long text inside Markdown: raw HTML and links that could run something are taken out of play."""
    safe = re.sub(r"<(?!https?://[^\s<>]*>)", r"\\<", text.strip())
    return re.sub(r"(\]\(\s*|\]:\s*)<?(?!https?:|mailto:|tel:)[a-zA-Z][\w+.-]*:", r"\1#", safe)


def markdown_indented(text: str, spaces: int) -> str:
    """A long text as part of a list item: every line after the first is indented."""
    return markdown_prose(text).replace("\n", "\n" + " " * spaces)
