"""Every command of the handbook is run, in its order, in one folder, as a reader would."""

import re
import shlex
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import pytest
from docx import Document

from corpus import ROOT
from program import lofte
from terminal import typed

pytestmark = pytest.mark.slow

Turn = tuple[str, str]
COMMAND: Final = re.compile(r"`(lofte [^`\n]+?)`|^ *(lofte [^\n]+)$", re.MULTILINE)
TYPED: Final[Mapping[str, Sequence[Turn]]] = {
    "lofte init": (("Kommun: ", "Exempelby kommun\n"), ("Kommun [", "\n"), ("Lokalpolisområde [", "\n")),
    "lofte new": (
        ("Kommun", "\n"), ("Polisen [", "\n"), ("Tid [", "hela 2027\n"), ("Fokusområden", "\n"),
        ("Åtagande: ", "1\n"), *[("Åtagande: ", "\n")] * 3,
        ("Hur ofta", "\n"), ("Vem kallar", "kommunpolisen\n"), ("redovisningen", "\n"),
    ),
    "lofte sign exempelby/lofte-2027": (
        ("skrev under för", "Kim Exempelsson, kommunalråd\n"), ("skrev under för", "Robin Provgren, lokalpolisområdeschef\n"),
    ),
    "lofte follow-up exempelby/lofte-2027 --interactive": (("Utfall", "q\n"),),
}  # fmt: skip
"""What is typed where a command asks."""
SERVERS: Final = ("lofte preview", "lofte validate --watch")
"""Commands that run until they are stopped: only their help is read."""


def test_every_command_of_the_handbook_works(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs" / "exempel" / "promises", tmp_path / "promises")
    document = Document()
    document.add_heading("Medborgarlöfte för Provby 2024", 1)
    document.add_paragraph("Polisen fotpatrullerar vid stationen minst två kvällar i veckan.")
    document.save(str(tmp_path / "medborgarlofte-2024.docx"))
    handbook = (ROOT / "docs" / "handbok.md").read_text(encoding="utf-8")
    commands = dict.fromkeys(inline or block for inline, block in COMMAND.findall(handbook))
    failed = {command: said for command in commands if (said := _failure(tmp_path, command))}

    assert {*TYPED} <= {*commands}
    assert len(commands) > 25
    assert failed == {}


def _failure(folder: Path, command: str) -> str:
    """What a command says when it is wrong use; findings are no failure."""
    words = shlex.split(command.partition(" > ")[0])[1:]
    if command in TYPED:
        code, said = typed(folder, words, *TYPED[command])
        return "" if code == 0 else said
    if command.startswith(SERVERS):
        words.append("--help")
    answer = (
        lofte(*words, "--today", "2026-12-01", cwd=folder)
        if words[0] == "sign"
        else lofte(*words, cwd=folder)
    )
    return "" if answer.code in (0, 1) else answer.err
