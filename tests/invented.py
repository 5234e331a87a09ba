"""A promise of an invented municipality, written as people write one, and the folder that it lies in."""

from pathlib import Path
from typing import Final

ID: Final = "exempelby/lofte-2024"
FILE: Final = f"promises/{ID}.yaml"

HEAD: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby 2024
status: antaget
period: {från: 2024-01-01, till: 2024-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
"""
BODY: Final = """\
överenskommelse_saknas: Kommunen och polisen skriver sin överenskommelse först efter valet.
underlag:
  - typ: medborgardialog
    datum: 2023-09-20
    rubrik: Samtal med 214 invånare
    länk: https://www.exempelby.example/dialog-2023
fokusområden:
  - {id: unga, rubrik: Barn och unga, kategori: barn-och-unga}
  - {id: platser, rubrik: Otrygga platser, kategori: otrygga-platser}
åtaganden:
  - id: K1
    part: kommunen
    fokus: [unga]
    text: Fältgruppen är ute minst 100 kvällar.
    mål: {minst: 100, enhet: kvällar, per: perioden}
    ansvarig: {enhet: Kultur och fritid, funktion: enhetschef}
  - id: K2
    part: kommunen
    fokus: [platser]
    text: Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024.
    mål: {exakt: 40, enhet: lampor}
    senast: 2024-10-31
    ansvarig: {enhet: Gatukontoret, funktion: driftchef}
  - id: P1
    part: polisen
    fokus: [platser]
    text: Polisen fotpatrullerar vid stationen minst två kvällar i veckan.
    mål: {minst: 2, enhet: kvällar, per: vecka}
    ansvarig: {enhet: Lokalpolisområde Exempelby, funktion: gruppchef områdespolisen}
  - id: G1
    part: tillsammans
    leds_av: polisen
    fokus: [unga, platser]
    text: Kommunpolisen och fältgruppen håller fyra samtal med invånarna på torget.
    mål: {exakt: 4, enhet: samtal, per: perioden}
    ansvarig: {enhet: Lokalpolisområde Exempelby, funktion: kommunpolis}
uppföljningsplan:
  takt: tertial
  nästa: 2024-04-30
  sammankallande: kommunpolisen
  redovisas_för: kommunstyrelsen
återkoppling:
  - kanal: webbplats
    länk: https://www.exempelby.example/lofte-2024
    text: Resultatet läggs ut senast den 31 januari 2025.
diarienummer: KS 2023/0123
"""
SIGNED: Final = """\
undertecknat:
  - {namn: Kim Exempelsson, roll: kommunstyrelsens ordförande, part: kommunen, datum: 2023-12-18}
  - {namn: Robin Provgren, roll: lokalpolisområdeschef, part: polisen, datum: 2023-12-18}
publicerat:
  - {utgivare: kommunen, länk: "https://www.exempelby.example/lofte-2024", datum: 2023-12-20, format: html}
  - {utgivare: polisen, länk: "https://www.polisen.example/lofte-2024", datum: 2023-12-20, format: html}
"""
PROMISE: Final = HEAD + BODY + SIGNED


def project(folder: Path, **files: str) -> Path:
    """A folder with promises; the files stand below it, by default the promise alone."""
    for name, text in (files or {FILE: PROMISE}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder
