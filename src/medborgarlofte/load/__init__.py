"""From files to a workspace: the documents that could be read, and everything wrong in those that could not."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final, TypeVar, cast

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.load.links import NOTICES, address_of, check_addresses, check_references
from medborgarlofte.load.reading import Loaded, Reading, load_bytes
from medborgarlofte.memory import NO_MEMORY, Memory
from medborgarlofte.model.config import Config, config_of
from medborgarlofte.model.record import Document
from medborgarlofte.source.inputs import (
    CONFIG_FILE,
    FOLDER,
    STDIN,
    Input,
    beside,
    existing_path,
    files_asked,
    inputs_of,
    nearest_folder,
    root_of,
)

__all__ = [
    "FOLDER",
    "NOTICES",
    "STDIN",
    "Input",
    "Loaded",
    "Workspace",
    "address_of",
    "existing_path",
    "files_asked",
    "gather",
    "load",
    "load_bytes",
    "nearest_folder",
    "root_of",
]

D = TypeVar("D", bound=Document)

ROOMY: Final = 1000
"""Documents whose places are kept unpacked, which is quicker and takes ten times the room."""


@dataclass(frozen=True, eq=False)
class Workspace:
    """The documents of one or more folders, and what was wrong in them."""

    documents: Mapping[str, Loaded]
    """By id, in the order of the ids. A document with errors is not among them."""
    valid: Mapping[str, Loaded]
    """The same, with those whose only errors are references that lead nowhere; the rules look at these."""
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    """Every file that was asked for."""
    texts: Mapping[str, str]
    """The text of each file in which something was found, to show the line."""
    config: Config
    """lofte.toml beside the folder; empty when there is none."""
    asked: frozenset[str]
    """The ids that were asked for; others are there to be referred to."""
    folder: Path
    """Where lofte.toml lies or would lie."""
    digests: Mapping[str, str]
    """A fingerprint of every file that was read, with lofte.toml, by name; empty for one that cannot be read."""
    memory: Memory = NO_MEMORY
    """What earlier runs worked out."""

    def of_kind(self, kind: type[D]) -> Iterator[tuple[Loaded, D]]:
        """The documents of a kind."""
        for loaded in self._by_kind.get(kind, ()):
            yield loaded, cast(D, loaded.document)

    @cached_property
    def _by_kind(self) -> Mapping[type[Document], Sequence[Loaded]]:
        """Looked through once, however many pages ask for a kind."""
        found: dict[type[Document], list[Loaded]] = {}
        for loaded in self.documents.values():
            found.setdefault(type(loaded.document), []).append(loaded)
        return found

    def only_asked(self) -> "Workspace":
        """The same without the documents that were only there to be referred to."""
        documents = {key: loaded for key, loaded in self.documents.items() if key in self.asked}
        return replace(self, documents=documents)

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.severity == "error" for diagnostic in self.diagnostics)


def load(
    paths: Sequence[str], cwd: Path, stdin: bytes | None = None, memory: Memory = NO_MEMORY
) -> Workspace:
    """Read the documents that the paths name, and those beside them that they may refer to.

    A path is a file, a folder or, when `stdin` is given, ”-” for that; without paths, the nearest folder ”promises”.
    Raises LofteError when a path leads nowhere.
    """
    inputs, asked, roots = inputs_of(paths, cwd, stdin)
    return gather(inputs, frozenset(asked), beside(roots, cwd), memory)


def gather(
    inputs: Sequence[Input],
    asked: frozenset[str],
    config_file: Path,
    memory: Memory = NO_MEMORY,
    tick: Callable[[int], None] = lambda _: None,
) -> Workspace:
    """Read these files, with the configuration beside them; `asked` are the ids that are to be told of.

    `tick` is told how many were read.
    """
    config = config_of(config_file, memory)
    readings = []
    for item in inputs:
        readings.append(Reading(item, memory))
        if len(readings) > ROOMY:
            readings[-1].pack()
        tick(len(readings))
    check_references(readings)
    check_addresses(readings)
    diagnostics = [*config.wrong] + [
        d for reading in readings if reading.input.id in asked for d in reading.diagnostics
    ]
    valid = {
        reading.input.id: loaded
        for reading in readings
        if (loaded := reading.loaded) and not any(_is_error_of_form(d) for d in reading.diagnostics)
    }
    broken = {r.input.id for r in readings if any(d.severity == "error" for d in r.diagnostics)}
    return Workspace(
        documents={document_id: loaded for document_id, loaded in valid.items() if document_id not in broken},
        valid=valid,
        diagnostics=tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order)),
        files=tuple(item.file for item in inputs if item.id in asked),
        texts={CONFIG_FILE: config.text, **{r.input.file: r.source.text for r in readings}},
        config=config.config,
        asked=asked,
        folder=config_file.parent,
        digests={CONFIG_FILE: config.digest, **{r.input.file: r.digest for r in readings}},
        memory=memory,
    )


def _is_error_of_form(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity == "error" and not diagnostic.code.startswith("X")
