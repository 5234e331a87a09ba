"""Tables of output formats."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final, Protocol, TypeVar, cast

from medborgarlofte.i18n import Language

Result = TypeVar("Result")
Result_contra = TypeVar("Result_contra", contravariant=True)

Part = str | tuple[str, str]
"""Words, or words with the name of a style."""
Cell = Part | list[Part]

DEFAULT: Final = "text"
TERMINAL: Final = "terminal"


class Writer(Protocol[Result_contra]):
    """Format a result as text.

    `width` is in columns. `color` matters only to the terminal views; `width` also to plain text.
    """

    def __call__(self, result: Result_contra, /, *, lang: Language, width: int, color: bool) -> str: ...


class Formats(Mapping[str, Writer[Result]]):
    """Output formats by name, in `--format` order.

    A format is the function `write` of the module with its name in the command's package, imported on lookup,
    so that `--help` imports no format and `--format json` does not import rich.
    """

    def __init__(self, package: str, *names: str) -> None:
        self._package = package
        self.names: Final = names

    def __getitem__(self, name: str) -> Writer[Result]:
        if name not in self.names:
            raise KeyError(name)
        return self._load(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def choose(self, name: str | None, *, terminal: bool, view: str = DEFAULT) -> Writer[Result]:
        """Writer for `--format name`.

        Without a name it is the view: drawn where stdout is a terminal, else plain text. `validate` also has
        the views `compact` and `statistics`.
        """
        if name is not None:
            return self[name]
        return self._load(_view(terminal=terminal, view=view))

    def stream(self, name: str | None, *, terminal: bool, view: str = DEFAULT) -> Any:
        """Function `stream` of the same module, which writes piece by piece; None where it has none."""
        module = import_module(f"{self._package}.{name or _view(terminal=terminal, view=view)}")
        return getattr(module, "stream", None)

    def _load(self, name: str) -> Writer[Result]:
        return cast("Writer[Result]", import_module(f"{self._package}.{name}").write)


def _view(*, terminal: bool, view: str) -> str:
    if not terminal:
        return view
    return TERMINAL if view == DEFAULT else f"{TERMINAL}_{view}"
