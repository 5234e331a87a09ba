"""A small collection in invented places, with everything that the relational schema holds."""

import datetime as dt
from pathlib import Path
from typing import Final

TODAY: Final = dt.date(2025, 6, 1)

_PROMISE: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för {place} {year}
status: {status}
period: {{från: {year}-01-01, till: {year}-12-31}}
parter:
  - {{id: kommunen, typ: kommun, namn: {name}{code}}}
  - {{id: polisen, typ: polis, namn: Polisen i {place}, lokalpolisområde: LPO {place}}}
fokusområden:
  - {{id: unga, rubrik: Unga, kategori: barn-och-unga}}
åtaganden:
  - id: K1
    part: kommunen
    fokus: [unga]
    text: {first}
    mål: [{{minst: {least}, enhet: kvällar, per: perioden}}, {{mellan: [3, 4], enhet: skolor, cirka: ja}}]
    senast: {year}-10
  - id: P1
    part: tillsammans
    text: "Vi finns på torget. \\"Alltid\\", säger vi; eller nästan."
"""

_FOLLOW_UP: Final = """\
dokument: uppföljning
löfte: {promise}
datum: {date}
räknat: hittills
poster:
  - {{åtagande: K1, status: {status}, utfall: [{{cirka: 60, mål: 1}}, {{minst: 2, mål: 2, plats: Ängen}}], kommentar: "Två, tre"}}
  - {{åtagande: P1, status: pågår}}
"""

_SAME: Final = "Fältgruppen är ute på kvällar i centrum."


def write_collection(root: Path) -> Path:
    """A project of six documents and a draft; its folder."""
    promises = {
        "ostby/lofte-2024": {"place": "Östby", "name": "Östby kommun", "year": 2024, "least": 80},
        "ostby/lofte-2025": {"place": "Östby", "name": "Östby kommun", "year": 2025, "least": 40},
        "vastby/lofte-2025": {
            "place": "Karlstad",
            "name": "Karlstads kommun",
            "year": 2025,
            "least": 5,
            "code": ', kommunkod: "1780"',
        },
        "vastby/lofte-2026": {
            "place": "Karlstad",
            "name": "Karlstads kommun",
            "year": 2026,
            "least": 5,
            "status": "utkast",
        },
    }
    texts = {
        name: _PROMISE.format(**{"code": "", "status": "antaget", "first": _SAME, **values})
        for name, values in promises.items()
    }
    texts["ostby/uppfoljning-2024"] = _FOLLOW_UP.format(
        promise="ostby/lofte-2024", date="2024-12", status="genomfört"
    )
    texts["ostby/uppfoljning-2025"] = _FOLLOW_UP.format(
        promise="ostby/lofte-2025", date="2025-05-01", status="pågår"
    )
    texts["ostby/overenskommelse"] = """\
dokument: samverkansöverenskommelse
titel: Samverkan i Östby
status: antaget
period: {från: 2023, till: 2026}
parter: [{id: kommunen, typ: kommun, namn: Östby kommun}, {id: polisen, typ: polis, namn: Polisen}]
"""
    for name, text in texts.items():
        path = root / "promises" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
