"""Three invented municipalities whose figures can be counted by hand.

Alfaby has five commitments of every sort and three follow-ups, the last of which is an empty form; Åby has one commitment
that nobody has followed up; Östby has a promise without any.
"""

import datetime as dt
from pathlib import Path
from typing import Final

from corpus import ROOT
from invented import project
from medborgarlofte.load import Workspace, load

TODAY: Final = dt.date(2024, 12, 31)

ALFABY: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Alfaby 2024
status: antaget
period: {från: 2024, till: 2024}
parter:
  - {id: kommunen, typ: kommun, namn: Alfaby kommun}
  - {id: polisen, typ: polis, namn: Polisen i Alfaby, lokalpolisområde: Norra Provlandet}
fokusområden:
  - {id: unga, rubrik: Unga, kategori: barn-och-unga}
  - {id: trafik, rubrik: Trafiken, kategori: trafik}
  - {id: annat, rubrik: Annat}
åtaganden:
  - id: A1
    part: kommunen
    fokus: [unga, trafik]
    text: Fältgruppen är ute minst 100 kvällar.
    mål: {minst: 100, enhet: kvällar}
    ansvarig: {enhet: Kultur och fritid, funktion: enhetschef}
  - id: A2
    part: polisen
    fokus: [trafik]
    text: Polisen är synlig i centrum.
  - id: A3
    part: tillsammans
    fokus: [annat]
    text: Vi ordnar möten med invånarna.
    mål: {minst: 4, enhet: möten}
  - id: A4
    part: [kommunen, polisen]
    text: Kommunen och polisen svarar på frågor.
  - id: A5
    text: Tryggheten ska öka.
uppföljningsplan: {takt: halvår, nästa: 2024-06-30}
"""
ABY: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Åby 2023–2027
status: antaget
period: {från: 2023-07-01, till: 2027-06-30}
parter:
  - {id: kommunen, typ: kommun, namn: Åby kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Åby}
fokusområden: [{id: stölder, rubrik: Stölder, kategori: tillgrepp}]
åtaganden:
  - {id: Å1, part: kommunen, fokus: [stölder], text: Kommunen märker 200 cyklar.}
"""
OSTBY: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Östby 2024
status: utkast
period: {från: 2024-01-01, tills_vidare: ja}
parter:
  - {id: kommunen, typ: kommun, namn: Östby kommun}
"""
HALFWAY: Final = """\
dokument: uppföljning
löfte: alfaby/lofte-2024
datum: 2024-06-30
poster:
  - {åtagande: A1, status: pågår, utfall: 52}
  - {åtagande: A5, status: pågår}
"""
LAST: Final = """\
dokument: uppföljning
löfte: alfaby/lofte-2024
datum: 2024-12-20
slutlig: ja
poster:
  - {åtagande: A1, status: genomfört, utfall: 104}
  - åtagande: A2
    status: delvis genomfört
    utfall: {cirka: 60}
    kommentar: |
      Gruppen var utlånad
      i november 2024 | och december 2024.
  - {åtagande: A3, status: ej genomfört}
  - {åtagande: A4}
"""
EMPTY: Final = """\
dokument: uppföljning
löfte: alfaby/lofte-2024
datum: 2024-12-30
poster:
  - {åtagande: A1, status: , utfall: }
"""
FILES: Final = {
    "promises/alfaby/lofte-2024.yaml": ALFABY,
    "promises/alfaby/uppfoljning-1.yaml": HALFWAY,
    "promises/alfaby/uppfoljning-2.yaml": LAST,
    "promises/alfaby/uppfoljning-3.yaml": EMPTY,
    "promises/aby/lofte-2023.yaml": ABY,
    "promises/ostby/lofte-2024.yaml": OSTBY,
}


def three_places(folder: Path) -> Workspace:
    """The three municipalities as files that are read."""
    return read(folder, **FILES)


def read(folder: Path, **files: str) -> Workspace:
    """Files written and read; none may have errors."""
    workspace = load([], project(folder, **files))
    assert not workspace.has_errors, workspace.diagnostics
    return workspace


def example() -> Workspace:
    """The invented municipality of the handbook."""
    return load([], ROOT / "docs" / "exempel")
