"""Markdown pages as blocks, for typesetting."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from medborgarlofte.language import markdown

Block = dict[str, Any]
"""A heading, paragraph, list, quote or table, as JSON."""

_OPEN, _CLOSE, _NOT_OPEN, _NOT_CLOSE = "\u2e28", "\u2e29", "\ue000", "\ue001"
"""Marks around Swedish text. Punctuation, so that emphasis beside them is still read as such."""
_TO_TEXT: Final = str.maketrans({_NOT_OPEN: _OPEN, _NOT_CLOSE: _CLOSE})
_FROM_TEXT: Final = str.maketrans({_OPEN: _NOT_OPEN, _CLOSE: _NOT_CLOSE})


# ---------------------------------------------------------------- filters for templates in another language


def swedish_wording(text: str, spaces: int = 0) -> str:
    """Wording inside Markdown, marked as Swedish."""
    return f"{_OPEN}{markdown.markdown_wording(text.translate(_FROM_TEXT), spaces)}{_CLOSE}"


def swedish_prose(text: str, spaces: int = 0) -> str:
    """Prose inside Markdown, marked as Swedish."""
    indent = "\n" + " " * spaces
    written = markdown.markdown_prose(text.translate(_FROM_TEXT))
    if [token.type for token in _reader().parse(written)] == ["paragraph_open", "inline", "paragraph_close"]:
        return f"{_OPEN}{written}{_CLOSE}".replace("\n", indent)
    return f"{_OPEN}\n\n{written}\n\n{_CLOSE}\n".replace("\n", indent)


# ---------------------------------------------------------------- reading


def parse_blocks(text: str, lang: str) -> list[Block]:
    """Blocks of a Markdown page.

    `lang` is the language of everything not marked as Swedish.
    """
    return list(_Reading(_reader().parse(text), lang).blocks(""))


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["html_inline", "html_block"])


class _Reading:
    """Token walk that tracks the current language."""

    def __init__(self, tokens: Sequence[Token], lang: str) -> None:
        self.tokens = iter(tokens)
        self.default = self.lang = lang

    def blocks(self, end: str) -> Iterator[Block]:
        """Blocks up to a closing token."""
        yield from filter(None, map(self._block, self._stopping(end)))

    def _block(self, token: Token) -> Block | None:
        match token.type:
            case "heading_open":
                return self._filled({"kind": "heading", "level": int(token.tag[1])}, next(self.tokens))
            case "inline":
                return self._filled({"kind": "paragraph"}, token)
            case "fence" | "code_block":
                return {"kind": "paragraph", "runs": [plain_run(token.content.strip(), self.lang)]}
            case "bullet_list_open" | "ordered_list_open":
                kind = token.type.removesuffix("_open")
                start = int(token.attrs.get("start", 1)) if kind == "ordered_list" else None
                items = [list(self.blocks("list_item_close")) for _ in self._stopping(f"{kind}_close")]
                return {"kind": "list", "start": start, "items": [item for item in items if item]}
            case "blockquote_open":
                return {"kind": "quote", "blocks": list(self.blocks("blockquote_close"))}
            case "table_open":
                return self._table()
        return None

    def _stopping(self, end: str) -> Iterator[Token]:
        for token in self.tokens:
            if token.type == end:
                return
            yield token

    def _filled(self, block: Block, token: Token) -> Block | None:
        runs = self._runs(token)
        return {**block, "runs": runs} if runs else None

    def _table(self) -> Block:
        rows: list[list[list[dict[str, Any]]]] = []
        for token in self._stopping("table_close"):
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self._runs(token))
        widths, size = _widths([list(column) for column in zip(*rows, strict=True)])
        return {"kind": "table", "widths": widths, "size": size, "head": rows[0], "rows": rows[1:]}

    # ------------------------------------------------------------ text

    def _runs(self, inline: Token) -> list[dict[str, Any]]:
        runs = [run for run in self._pieces(inline.children or ()) if run["text"]]
        return runs if any(run["text"].strip() for run in runs) else []

    def _pieces(self, tokens: Sequence[Token]) -> Iterator[dict[str, Any]]:
        strong = emph = 0
        address, shown = "", ""
        for token in tokens:
            strong += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
            emph += {"em_open": 1, "em_close": -1}.get(token.type, 0)
            if token.type == "link_open":
                address, shown = str(token.attrs["href"]), ""
            elif (
                token.type == "link_close" and ":" in address and address.removeprefix("mailto:") not in shown
            ):
                yield plain_run(f" ({address})", self.lang)
            content = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
            shown += content
            yield from self._marked(content, strong > 0, emph > 0)

    def _marked(self, text: str, strong: bool, emph: bool) -> Iterator[dict[str, Any]]:
        """Text runs split where the language changes."""
        if self.default == "sv":  # nothing is marked
            yield plain_run(text, "sv", strong, emph)
            return
        piece = ""
        for character in text:
            if character in (_OPEN, _CLOSE):
                yield plain_run(piece.translate(_TO_TEXT), self.lang, strong, emph)
                piece, self.lang = "", "sv" if character == _OPEN else self.default
            else:
                piece += character
        yield plain_run(piece.translate(_TO_TEXT), self.lang, strong, emph)


LINE: Final = 92
"""Characters on a line of a table at its full size."""
PADDING: Final = 2
"""Room between columns, in characters."""
LONGEST: Final = 30
"""Characters of a word that a column makes room for; an address is longer, and breaks at its slashes."""


def _widths(columns: Sequence[Sequence[list[dict[str, Any]]]]) -> tuple[list[int], float]:
    """Relative widths of columns, and the size of the text, at which no word is broken.

    Each column holds its longest word. What room is left goes to those with most text.
    """
    texts = [["".join(run["text"] for run in cell) for cell in column] for column in columns]
    least = [
        min(LONGEST, max((len(word) for text in column for word in text.split()), default=1)) + PADDING
        for column in texts
    ]
    wanted = [
        max(own, min(40, max(map(len, column), default=1))) for own, column in zip(least, texts, strict=True)
    ]
    room = max(0, LINE - sum(least))
    more = [want - own for own, want in zip(least, wanted, strict=True)]
    share = min(1.0, room / sum(more)) if sum(more) else 0.0
    widths = [own + int(extra * share) for own, extra in zip(least, more, strict=True)]
    return widths, round(min(1.0, LINE / sum(least)), 2)


def plain_run(text: str, lang: str, strong: bool = False, emph: bool = False) -> dict[str, Any]:
    """Text in one language and style."""
    return {"text": text, "lang": lang, "strong": strong, "emph": emph}
