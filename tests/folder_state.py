"""Folders of documents that a test writes and loads: a promise of Exempelby with what stands beside it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from medborgarlofte.load import Workspace, load

EXAMPLE: Final = Path(__file__).parents[1] / "docs" / "exempel"
"""The invented municipality of the handbook, with the whole chain of documents."""

PARTIES: Final = """\
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun, kommunkod: "9999"}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
"""


def folder_with(folder: Path, documents: Mapping[str, str]) -> Workspace:
    """The documents written as files of Exempelby, by name, and loaded; all of them must be free of errors."""
    home = folder / "promises" / "exempelby"
    home.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        (home / f"{name}.yaml").write_text(text, encoding="utf-8")
    workspace = load([], folder)
    assert [(d.file, d.code, d.route) for d in workspace.diagnostics] == []
    return workspace


def promise_text(
    period: str = "{från: 2024-01-01, till: 2024-12-31}", *, status: str = "antaget", more: str = ""
) -> str:
    """A promise whose commitments are K1, ”minst 100 kvällar”, and K2, ”exakt 40 lampor”, with more keys behind."""
    return f"""\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby
status: {status}
period: {period}
{PARTIES}åtaganden:
  - {{id: K1, part: kommunen, text: Fältgruppen är ute minst 100 kvällar., mål: {{minst: 100, enhet: kvällar}}}}
  - {{id: K2, part: kommunen, text: Vi byter 40 lampor., mål: {{exakt: 40, enhet: lampor}}}}
{more}"""


def follow_up_text(
    date: str, more: str = "poster: {åtagande: K1, status: pågår, utfall: 43}\n", *, of: str = "lofte"
) -> str:
    """A follow-up of a promise of Exempelby."""
    return f"dokument: uppföljning\nlöfte: exempelby/{of}\ndatum: {date}\n{more}"
