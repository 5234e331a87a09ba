"""Tables of output formats, and wrapping of plain text."""

import json
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Any, Final, NamedTuple, TypeVar

from medborgarlofte.i18n import Language

Result = TypeVar("Result")

Part = str | tuple[str, str]
"""Words, or words with the name of a style."""
Cell = Part | list[Part]

DEFAULT: Final = "text"


class View(NamedTuple):
    """Language and columns of a reader, and whether colours are seen."""

    lang: Language
    width: int
    color: bool
    """Matters only to the terminal views."""


Writer = Callable[[Result, View], str]
"""Formats a result as text."""


class Formats(Mapping[str, Writer[Result]]):
    """Output formats by name, in `--format` order.

    A format is the function `write_<name>` of a module of a package below this one, imported on lookup, so that
    `--help` imports no format and `--format json` does not import rich.
    """

    def __init__(self, package: str, /, **modules: Sequence[str]) -> None:
        self._package = package
        self._modules = {name: module for module, names in modules.items() for name in names}
        self.names: Final = tuple(self._modules)

    def __getitem__(self, name: str) -> Writer[Result]:
        return self._writer(self._modules[name], name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def resolve(self, name: str | None, file: str | None) -> str | None:
        """Format by its name, else the one that a file's name ends in, if any."""
        ending = PurePath(file or "").suffix.lower().removeprefix(".")
        meant = _ENDINGS.get(ending, ending)
        return name or (meant if meant in self.names else None)

    def choose(self, name: str | None, *, terminal: bool, view: str = DEFAULT) -> Writer[Result]:
        """Writer for `--format name`.

        Without a name it is the view: drawn where stdout is a terminal, else plain text. `validate` also has
        the views `compact` and `statistics`, `list` has `listing`.
        """
        return self[name] if name is not None else self._writer("terminal" if terminal else "text", view)

    def _writer(self, module: str, name: str) -> Writer[Result]:
        write: Writer[Result] = getattr(
            import_module(f"{__package__}.{self._package}.{module}"), f"write_{name}"
        )
        return write


_ENDINGS: Final = {"md": "markdown", "htm": "html", "txt": "text", "xml": "junit"}
"""Formats by the endings of files that are not called like them."""


def to_json(value: Mapping[str, Any]) -> str:
    """Value as JSON for programs."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


MAX_WIDTH: Final = 120
"""Columns; longer lines are hard to read."""


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Wrapped lines; words stay whole."""
    width, rest = min(width, MAX_WIDTH), first if rest is None else rest
    if text and not _SPACED.search(text):
        return _wrap_words(text, width, first, rest)
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


_SPACED: Final = re.compile(r"[\t\n\v\f\r]|  |^ | $")
"""White space other than single spaces between words."""


def _wrap_words(text: str, width: int, first: str, rest: str) -> list[str]:
    """Lines as textwrap breaks them, for words with single spaces between, in a tenth of the time."""
    lines, indent, at = [], first, 0
    while len(text) - at > width - len(indent):
        cut = text.rfind(" ", at, max(at + width - len(indent) + 1, at))
        cut = cut if cut > at else text.find(" ", at)
        if cut < 0:
            break
        lines.append(indent + text[at:cut])
        indent, at = rest, cut + 1
    return [*lines, indent + text[at:]]
