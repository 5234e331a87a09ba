"""A file saved on another machine – byte order mark, CRLF, decomposed letters – is the same file."""

from pathlib import Path
from typing import Any

import pytest

from corpus import ERR, PROMISES, copy_of_promises, written_on_another_machine
from each import each
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.load import Workspace, load
from medborgarlofte.model.kinds import spellings
from medborgarlofte.source.positions import Node
from medborgarlofte.source.reader import read


def _told(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[Any, ...]]:
    return [(d.file, d.span, d.code, d.severity, d.route, d.message("sv"), d.help("en")) for d in diagnostics]


def _places(node: Node | None) -> Any:
    if node is None:
        return None
    below = {step: _places(part) for step, part in (node.items or {}).items()}
    return node.span, node.style, node.key, below


def _loaded(data: bytes, folder: Path, name: str) -> Workspace:
    (folder / name).write_bytes(data)
    workspace = load([name], folder)
    (folder / name).unlink()  # or the next would be loaded beside it
    return workspace


@each(sorted(path.relative_to(PROMISES).as_posix() for path in PROMISES.rglob("*.yaml")))
def test_a_promise_saved_on_another_machine_has_the_same_values_at_the_same_places(name: str) -> None:
    data = (PROMISES / name).read_bytes()
    one, other = (read(given, spellings()) for given in (data, written_on_another_machine(data.decode())))

    assert one.value == other.value
    assert [] == one.findings == other.findings
    assert _places(one.source.root) == _places(other.source.root)


def test_the_promises_saved_on_another_machine_give_the_same_documents(tmp_path: Path) -> None:
    for path in copy_of_promises(tmp_path).rglob("*.yaml"):
        path.write_bytes(written_on_another_machine(path.read_text(encoding="utf-8")))
    one, other = load([], PROMISES), load([], tmp_path)

    assert _told(one.diagnostics) == _told(other.diagnostics)
    assert [loaded.document for loaded in one.documents.values()] == [
        loaded.document for loaded in other.documents.values()
    ]


@pytest.mark.parametrize(
    "name", sorted(path.relative_to(PROMISES).as_posix() for path in PROMISES.rglob("*.yaml"))
)
def test_a_faulty_promise_saved_on_another_machine_is_reported_the_same(tmp_path: Path, name: str) -> None:
    text = (PROMISES / name).read_text(encoding="utf-8")
    text = (
        text.replace("status: antaget", "status: antagen")
        .replace("källa:", "kälor:")
        .replace("kommunkod", "komunkod")
    )
    one = _loaded(text.encode(), tmp_path, "one.yaml")
    other = _loaded(written_on_another_machine(text), tmp_path, "one.yaml")

    assert len(one.diagnostics) >= 3
    assert _told(one.diagnostics) == _told(other.diagnostics)


def _is_utf_8(path: Path) -> bool:
    try:
        path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x00" not in path.read_bytes()[:4]


@each(sorted(path.name for path in ERR.glob("*.yaml") if _is_utf_8(path)))
def test_a_faulty_file_saved_on_another_machine_is_reported_the_same(name: str, tmp_path: Path) -> None:
    data = (ERR / name).read_bytes()
    one = _loaded(data, tmp_path, name)
    other = _loaded(written_on_another_machine(data.decode()), tmp_path, name)

    assert _told(one.diagnostics) == _told(other.diagnostics)
