"""From files to a workspace: the documents that could be read, and everything wrong in those that could not."""

import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple, TypeVar

from medborgarlofte.diagnostic import Diagnostic, Finding, Severity, place
from medborgarlofte.model.config import FILE as CONFIG_FILE
from medborgarlofte.model.config import Config, config_of
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.record import Document
from medborgarlofte.model.references import ACROSS, INSIDE, Across, ids_of, is_reference, values_of
from medborgarlofte.model.validation import validate
from medborgarlofte.source.files import SUFFIXES, Flaw, read_bytes, yaml_files
from medborgarlofte.source.positions import Route, Span
from medborgarlofte.source.reader import Source, read
from medborgarlofte.swedish import fold, slug
from medborgarlofte.text import LofteError, SchemaNotice, Text, nearest

D = TypeVar("D", bound=Document)

FOLDER: Final = "promises"
STDIN: Final = "-"


class Input(NamedTuple):
    """A file to read: its id, how it is called in messages, and its bytes when they come from elsewhere."""

    id: str
    file: str
    path: Path | None
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document with the file that it came from."""

    id: str
    """The path without suffix: karlshamn/lofte-2022."""
    file: str
    document: Document
    value: Any
    source: Source

    @property
    def folder(self) -> str:
        """The part of the id before the name: karlshamn."""
        return self.id.rpartition("/")[0]


@dataclass(frozen=True, slots=True, eq=False)
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

    def of_kind(self, kind: type[D]) -> Iterator[tuple[Loaded, D]]:
        """The documents of a kind."""
        for loaded in self.documents.values():
            if isinstance(loaded.document, kind):
                yield loaded, loaded.document

    def only_asked(self) -> "Workspace":
        """The same without the documents that were only there to be referred to."""
        documents = {key: loaded for key, loaded in self.documents.items() if key in self.asked}
        return replace(self, documents=documents)

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.severity == "error" for diagnostic in self.diagnostics)


def load(paths: Sequence[str], cwd: Path, stdin: bytes | None = None) -> Workspace:
    """Read the documents that the paths name, and those beside them that they may refer to.

    A path is a file, a folder or ”-” for standard input; without paths, the nearest folder ”promises”.
    Raises LofteError when a path leads nowhere.
    """
    inputs, asked, roots = _inputs(paths, cwd, stdin)
    config, wrong, config_text = config_of(_beside(roots, cwd))
    readings = [_read(item) for item in inputs]
    _check_references(readings)
    _check_addresses(readings)
    diagnostics = [*wrong] + [
        d for reading in readings if reading.input.id in asked for d in reading.diagnostics
    ]
    valid = {
        r.input.id: Loaded(r.input.id, r.input.file, r.document, r.value, r.source)
        for r in readings
        if r.document is not None and not any(_is_error_of_form(d) for d in r.diagnostics)
    }
    broken = {r.input.id for r in readings if any(d.severity == "error" for d in r.diagnostics)}
    return Workspace(
        documents={document_id: loaded for document_id, loaded in valid.items() if document_id not in broken},
        valid=valid,
        diagnostics=tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order)),
        files=tuple(item.file for item in inputs if item.id in asked),
        texts={CONFIG_FILE: config_text, **{r.input.file: r.source.text for r in readings}},
        config=config,
        asked=frozenset(asked),
        folder=_beside(roots, cwd).parent,
    )


def _is_error_of_form(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity == "error" and not diagnostic.code.startswith("X")


# ---------------------------------------------------------------- which files


def _inputs(paths: Sequence[str], cwd: Path, stdin: bytes | None) -> tuple[list[Input], set[str], list[Path]]:
    """Every file of the folders concerned, the ids of those that were asked for, and the folders."""
    inputs: dict[Path, Input] = {}
    asked: set[str] = set()
    roots: list[Path] = []
    for written in paths or [str(nearest_folder(cwd))]:
        if written == STDIN:
            inputs[Path(STDIN)] = Input("stdin", "<stdin>", None, stdin or b"")
            asked.add("stdin")
            for file in _beside_stdin(cwd):  # what the document may refer to
                inputs.setdefault(file.absolute(), _input(file, root_of(file), cwd))
            continue
        path = existing_path(written, cwd)
        root = root_of(path)
        roots.append(root)
        try:
            found = list(yaml_files(root))
        except OSError as error:
            raise LofteError(
                Text(f"Mappen ”{root}” går inte att läsa.", f"The folder “{root}” cannot be read."),
                Text(f"Datorn säger: {error.strerror}.", f"The computer says: {error.strerror}."),
            ) from error
        if path.is_file() and path not in found:
            found.append(path)
        for file in found:
            item = inputs.setdefault(file.absolute(), _input(file, root, cwd))
            if file == path or path in file.parents:
                asked.add(item.id)
    return sorted(inputs.values(), key=lambda item: (item.id.casefold(), item.id)), asked, roots


def files_asked(paths: Sequence[str], cwd: Path) -> list[tuple[str, Path]]:
    """The name and path of each file that was asked for. Raises LofteError when a path leads nowhere."""
    named = [path for path in paths if path != STDIN]
    if paths and not named:
        return []
    inputs, asked, _ = _inputs(named, cwd, None)
    return [(item.file, item.path) for item in inputs if item.id in asked and item.path is not None]


def _beside(roots: Sequence[Path], cwd: Path) -> Path:
    """Where lofte.toml lies: beside the folder with the promises."""
    return (roots[0].parent if roots and roots[0].name == FOLDER else cwd) / CONFIG_FILE


def _beside_stdin(cwd: Path) -> Iterator[Path]:
    """The documents that one from standard input stands among."""
    for folder in (cwd, *cwd.parents):
        if (folder / FOLDER).is_dir():
            yield from yaml_files(folder / FOLDER)
            return


def nearest_folder(cwd: Path) -> Path:
    """The folder ”promises” here or above. Raises LofteError when there is none."""
    for folder in (cwd, *cwd.parents):
        if (folder / FOLDER).is_dir():
            return folder / FOLDER
    raise LofteError(
        Text(
            f"Här finns ingen mapp ”{FOLDER}” med löften, och inte i mapparna ovanför heller.",
            f"There is no folder “{FOLDER}” with promises here, nor in the folders above.",
        ),
        Text(
            f"Gå till mappen där ”{FOLDER}” ligger, eller säg var löftena finns: lofte validate sökväg/till/mapp",
            f"Go to the folder that holds “{FOLDER}”, or say where the promises are: lofte validate path/to/folder",
        ),
    )


def existing_path(written: str, cwd: Path) -> Path:
    """The file or folder that was named. Raises LofteError, with what may have been meant, when there is none."""
    path = Path(os.path.normpath(cwd / written))
    if path.is_dir() or (path.is_file() and path.suffix.lower() in SUFFIXES):
        return path
    if path.is_file():
        raise LofteError(
            Text(f"”{written}” är ingen YAML-fil.", f"“{written}” is no YAML file."),
            Text(
                "Löften skrivs i filer som slutar på .yaml.",
                "Promises are written in files that end in .yaml.",
            ),
        )
    above = next(folder for folder in path.parents if folder.is_dir())
    missing = path.relative_to(above).parts[0]
    meant = nearest(missing, [p.name for p in above.iterdir() if not p.name.startswith(".")], fold)
    advice = Text("Kontrollera stavningen.", "Check the spelling.")
    if meant:
        closest = _display(above / meant, cwd)
        advice = Text(f"Menade du ”{closest}”?", f"Did you mean “{closest}”?")
    raise LofteError(
        Text(f"Sökvägen ”{written}” finns inte.", f"The path “{written}” does not exist."), advice
    )


def root_of(path: Path) -> Path:
    """The folder that ids start from: ”promises” above the path, else the folder itself."""
    folder = path if path.is_dir() else path.parent
    return next((above for above in (folder, *folder.parents) if above.name == FOLDER), folder)


def _input(file: Path, root: Path, cwd: Path) -> Input:
    document_id = unicodedata.normalize("NFC", file.relative_to(root).with_suffix("").as_posix())
    return Input(document_id, _display(file, cwd), file)


def _display(path: Path, cwd: Path) -> str:
    """The path as people type it: from where they stand when it is below, with forward slashes."""
    shown = path.relative_to(cwd) if path.is_relative_to(cwd) else path
    return unicodedata.normalize("NFC", shown.as_posix())


# ---------------------------------------------------------------- one file


class _Reading:
    """A file on its way to be a document."""

    def __init__(self, item: Input) -> None:
        self.input = item
        self.document: Document | None = None
        self.value: Any = None
        self.source = Source("", None)
        self.diagnostics: list[Diagnostic] = []

    @property
    def kind(self) -> str:
        return str(self.value.get("dokument", "")) if isinstance(self.value, dict) else ""

    def report(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            diagnostic = place(finding, self.input.file, self.source, self.value)
            if diagnostic:
                self.diagnostics.append(diagnostic)


def _read(item: Input) -> _Reading:
    reading = _Reading(item)
    data = item.data if item.path is None else read_bytes(item.path)
    if isinstance(data, Flaw):
        reading.diagnostics.append(_diagnostic(data, item.file))
        return reading
    reading.value, reading.source, flaws = read(data or b"", spellings())
    reading.diagnostics += [_diagnostic(flaw, item.file) for flaw in flaws]
    if reading.source.root is not None:
        reading.document, findings = validate(reading.value)
        reading.report(findings)
    return reading


def _diagnostic(flaw: Flaw, file: str) -> Diagnostic:
    severity: Severity = "error" if flaw.fatal else "info"
    return Diagnostic(notice=flaw.notice, severity=severity, file=file, span=flaw.span, values=flaw.values)


def load_bytes(document_id: str, file: str, data: bytes) -> tuple[Loaded | None, list[Diagnostic]]:
    """One document from its bytes, such as an older version out of git; what it refers to is not looked up."""
    reading = _read(Input(document_id, file, None, data))
    if reading.document is None:
        return None, reading.diagnostics
    return Loaded(document_id, file, reading.document, reading.value, reading.source), reading.diagnostics


# ---------------------------------------------------------------- what refers to what


def _check_references(readings: Sequence[_Reading]) -> None:
    by_id = {reading.input.id: reading for reading in readings}
    for reading in readings:
        if isinstance(reading.value, dict):
            reading.report(_inside(reading.value, reading.kind))
            for rule in ACROSS.get(reading.kind, ()):
                reading.report(_across(reading.value, rule, by_id))


def _inside(value: dict[str, Any], kind: str) -> Iterator[Finding]:
    for rule in INSIDE.get(kind, ()):
        ids = ids_of(value, rule.target)
        for route, written in values_of(value, rule.field):
            if written.strip() not in ids and written not in rule.words:
                advice = _advice(written, [*ids, *rule.words])
                yield Finding(UNKNOWN_ID, route, {"id": written, "list": rule.target, "advice": advice})


def _references(value: dict[str, Any], rule: Across) -> Iterator[tuple[Route, str]]:
    """What a field refers to, without the plain words that may stand there instead."""
    for route, written in values_of(value, rule.field):
        if not rule.or_words or is_reference(written):
            yield route, written


def _across(value: dict[str, Any], rule: Across, by_id: Mapping[str, _Reading]) -> Iterator[Finding]:
    for route, written in _references(value, rule):
        name, _, item = written.strip().partition("#")
        if rule.via:
            name, item = str(value.get(rule.via, "")).strip(), written.strip()
        target = by_id.get(name)
        if target is not None and target.value is value and not rule.via and not item:
            yield Finding(ITSELF, route, {"id": name})
        elif target is None:
            if not rule.via:  # else the field that names the document says so
                candidates = [
                    r.input.id
                    for r in by_id.values()
                    if r.value is not value and (not rule.kinds or r.kind in rule.kinds)
                ]
                yield Finding(UNKNOWN_DOCUMENT, route, {"id": name, "advice": _advice(name, candidates)})
        elif rule.kinds and target.kind and target.kind not in rule.kinds:
            if not rule.via:
                yield Finding(WRONG_KIND, route, {"id": name, "kind": target.kind, "wanted": rule.kinds[0]})
        elif rule.item and isinstance(target.value, dict):
            ids = ids_of(target.value, rule.item)
            if item not in ids:
                advice = _advice(item, ids, f"{name}#" if not rule.via else "")
                yield Finding(
                    UNKNOWN_ITEM, route, {"id": item, "document": name, "list": rule.item, "advice": advice}
                )


def _advice(written: str, candidates: Sequence[str], prefix: str = "") -> Text:
    meant = nearest(written, candidates, fold)
    if meant:
        return Text(f"Menade du ”{prefix}{meant}”?", f"Did you mean “{prefix}{meant}”?")
    if not candidates:
        return Text("Det finns inget att hänvisa till än.", "There is nothing to refer to yet.")
    listed = ", ".join(candidates[:8]) + (" …" if len(candidates) > 8 else "")
    return Text(f"Det som finns är: {listed}.", f"What there is: {listed}.")


def address_of(document_id: str) -> str:
    """The address of a document on the site, without suffix: safe on every web server and file system."""
    return "/".join(_address_part(part) for part in document_id.split("/"))


def _address_part(part: str) -> str:
    made = slug(part) or "x" + "".join(f"{ord(c):x}" for c in part)
    return f"{made}-" if made in _RESERVED else made


_RESERVED: Final = frozenset(
    ["index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
"""Names that Windows keeps for itself, and the one that a start page has."""


def _check_addresses(readings: Sequence[_Reading]) -> None:
    """Two documents must not be published at one address."""
    first: dict[str, Input] = {}
    for reading in readings:
        address = address_of(reading.input.id)
        if address in first:
            one, other = first[address], reading.input
            same = one.id == other.id  # lofte.yaml and lofte.yml
            values = {
                "id": PurePosixPath(other.file).name if same else other.id,
                "other": PurePosixPath(one.file).name if same else one.id,
            }
            reading.diagnostics.append(
                Diagnostic(SAME_ADDRESS, "error", reading.input.file, Span(1, 1, 1, 1), values=values)
            )
        first.setdefault(address, reading.input)


UNKNOWN_ID: Final = SchemaNotice(
    code="X01",
    name="unknown-id",
    message=Text("Inget i ”{list}” har id ”{id}”.", "Nothing in “{list}” has the id “{id}”."),
    why=Text(
        "Hänvisningen leder ingenstans, så sidan kan inte visa vad som hör ihop.",
        "The reference leads nowhere, so the page cannot show what belongs together.",
    ),
    help=Text("{advice}", "{advice}"),
)
UNKNOWN_DOCUMENT: Final = SchemaNotice(
    code="X02",
    name="unknown-document",
    message=Text("Det finns inget dokument ”{id}”.", "There is no document “{id}”."),
    why=Text(
        "Ett dokuments id är filens sökväg utan ändelse, räknat från mappen promises.",
        "The id of a document is the path of its file without suffix, from the folder promises.",
    ),
    help=Text("{advice}", "{advice}"),
)
WRONG_KIND: Final = SchemaNotice(
    code="X03",
    name="wrong-kind-of-document",
    message=Text(
        "”{id}” är ett dokument av sorten {kind}, men här ska stå ett av sorten {wanted}.",
        "“{id}” is a {kind}, but a {wanted} belongs here.",
    ),
    why=Text("Då visas fel sak på sidan.", "Otherwise the page shows the wrong thing."),
    help=Text("Hänvisa till ett dokument av sorten {wanted}.", "Refer to a {wanted}."),
)
UNKNOWN_ITEM: Final = SchemaNotice(
    code="X04",
    name="unknown-item",
    message=Text("”{document}” har inget ”{id}” i ”{list}”.", "“{document}” has no “{id}” in “{list}”."),
    why=Text(
        "Då går det inte att följa löftet från år till år.",
        "Then the promise cannot be followed from year to year.",
    ),
    help=Text("{advice}", "{advice}"),
)
SAME_ADDRESS: Final = SchemaNotice(
    code="X05",
    name="same-address",
    message=Text(
        "”{id}” får samma adress på webben som ”{other}”.",
        "“{id}” gets the same address on the web as “{other}”.",
    ),
    why=Text(
        "Adresser skrivs utan å, ä, ö och stora bokstäver, så den ena sidan skulle skriva över den andra.",
        "Addresses are written without å, ä, ö and capitals, so one page would overwrite the other.",
    ),
    help=Text("Byt namn på en av filerna.", "Rename one of the files."),
)
ITSELF: Final = SchemaNotice(
    code="X06",
    name="refers-to-itself",
    message=Text("Dokumentet hänvisar till sig självt (”{id}”).", "The document refers to itself (“{id}”)."),
    why=Text(
        "Då leder kedjan från år till år runt i en ring.",
        "Then the chain from year to year goes round in a ring.",
    ),
    help=Text(
        "Skriv det andra dokumentets id, eller ta bort raden.",
        "Write the id of the other document, or remove the line.",
    ),
)
NOTICES: Final = (ITSELF, UNKNOWN_ID, UNKNOWN_DOCUMENT, WRONG_KIND, UNKNOWN_ITEM, SAME_ADDRESS)
