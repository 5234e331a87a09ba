"""Promises made of the commitments in pairs.yaml."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from corpus import plain
from medborgarlofte.load import LoadedDocument, load_bytes

Row = dict[str, Any]

PAIRS: Final[list[Row]] = plain((Path(__file__).parent / "pairs.yaml").read_text(encoding="utf-8"))

_AROUND: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
  - {id: bostadsbolaget, typ: bostadsbolag, namn: Exempelbostäder}
  - {id: raddningstjansten, typ: annan, namn: Räddningstjänsten}
fokusområden:
  - {id: unga, rubrik: Barn och unga}
  - {id: trygga-platser, rubrik: Trygga platser}
  - {id: trafik, rubrik: Trafik}
  - {id: narkotika, rubrik: Narkotika}
"""


def value_of(commitments: Sequence[Row], start: str, end: str) -> Row:
    """A promise as plain values."""
    value: Row = plain(_AROUND)
    return value | {"period": {"från": start, "till": end}, "åtaganden": list(commitments)}


def loaded_value(document_id: str, value: Mapping[str, Any]) -> LoadedDocument:
    """The document that plain values are, read from the bytes of a file."""
    data = json.dumps(value, ensure_ascii=False).encode()  # JSON is YAML, and has no aliases
    loaded, wrong = load_bytes(document_id, f"{document_id}.yaml", data)
    assert loaded is not None, wrong
    return loaded


def old_promise(*commitments: Row) -> LoadedDocument:
    """The promise `gammal` for 2023."""
    return loaded_value("gammal", value_of(commitments, "2023-01-01", "2023-12-31"))


def new_promise(*commitments: Row) -> LoadedDocument:
    """The promise `ny` for 2024."""
    return loaded_value("ny", value_of(commitments, "2024-01-01", "2024-12-31"))
