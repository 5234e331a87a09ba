"""The documents that tests read: the shipped promises, their sources, the faulty files, and small invented ones."""

import functools
import shutil
import tempfile
import unicodedata
from pathlib import Path
from typing import Any, Final

import yaml

from medborgarlofte.load import Workspace, load
from medborgarlofte.swedish import fold

ROOT: Final = Path(__file__).parents[1]
EXAMPLE: Final = ROOT / "docs" / "exempel"
"""The municipality that ships with the tool."""
PROMISES: Final = ROOT / "promises"
SEEDS: Final = ROOT / "tests" / "seeds"
ERR: Final = ROOT / "tests" / "data" / "err"
EXEMPELBY: Final = ROOT / "tests" / "data" / "projects" / "exempelby"
"""An invented municipality whose documents use most of the format: two promises, an agreement and a follow-up."""

PROMISE: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby 2024
period: {från: 2024-01-01, till: 2024-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun, kommunkod: "9999"}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
fokusområden:
  - {id: unga, rubrik: Barn och unga, kategori: barn-och-unga}
åtaganden:
  - {id: K1, part: kommunen, fokus: [unga], text: Fritidsgården har öppet minst 100 kvällar under året.}
"""
"""The smallest promise that says something; tests add lines or change words."""


@functools.cache
def shipped() -> Workspace:
    """The workspace of the promises in this repository."""
    return load(["promises"], ROOT)


@functools.cache
def region() -> Workspace:
    """The workspace of the invented police area of six municipalities."""
    return load([], ROOT / "docs" / "exempel-region")


@functools.cache
def exempelby() -> Workspace:
    """The workspace of the invented municipality."""
    return load(["promises"], EXEMPELBY)


def long_words() -> Workspace:
    """A promise whose every text is a word too long for a telephone, and which has nothing that may be left out."""
    word = "Kommunfullmäktigeledamotsersättningsutbetalningstillgänglighetsredogörelse"
    text = (
        PROMISE.replace("Medborgarlöfte för", word)
        .replace("Fritidsgården", word)
        .replace("Barn och unga", word)
    )
    address = f"https://www.exempel.se/{fold(word)}/{fold(word)}"
    return loaded(
        text.replace("Exempelby kommun", word)
        + f"inledning: {word}\nkontakter: {{funktion: {word}, epost: {fold(word)}@exempel.se}}\n"
        + f"publicerat: {{länk: {address}}}\nkälla: {{länk: {address}, anmärkning: {word}}}\n"
        + f"återkoppling: {{kanal: {word}, länk: {address}, text: {word}}}\n"
    )


def hard() -> Workspace:
    """One site with what is hard to show: long words, nothing at all, two hundred commitments, and an attack."""
    many = "\n".join(f"  - {{id: K{n}, part: kommunen, text: Vi gör sak nummer {n}.}}" for n in range(1, 201))
    files = {
        "lang/lofte-2024": long_words().documents["stdin"].source.text,
        "tom/lofte-2024": PROMISE.partition("fokusområden:")[0],
        "manga/lofte-2024": f"{PROMISE.partition('åtaganden:')[0]}åtaganden:\n{many}\n",
        "elak/lofte-2024": PROMISE.replace("Medborgarlöfte för", "</h1><script>alert(1)</script>"),
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for document_id, text in files.items():
            path = folder / "promises" / f"{document_id}.yaml"
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
        return load([], folder)


def loaded(text: str, cwd: Path = Path("/")) -> Workspace:
    """A document checked as from standard input, away from every other document."""
    return load(["-"], cwd, text.encode())


def codes(workspace: Workspace) -> list[str]:
    """The codes of what was found, from top to bottom."""
    return [diagnostic.code for diagnostic in workspace.diagnostics]


def plain(text: str) -> Any:
    """YAML as plain values, every scalar as text."""
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - CBaseLoader builds text only


def copy_of_promises(folder: Path) -> Path:
    """The shipped promises in a folder that a test may change."""
    return Path(shutil.copytree(PROMISES, folder / "promises"))


def written_on_another_machine(text: str) -> bytes:
    """The text as some editors save it: byte order mark, CRLF and decomposed letters."""
    return b"\xef\xbb\xbf" + unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode()


def squeezed(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())
