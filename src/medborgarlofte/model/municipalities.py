"""Sweden's 290 municipalities: code, name and county."""

import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from medborgarlofte.swedish import fold

EXAMPLE_CODE: Final = "9999"
"""For invented places in examples and tests; goes with any name."""


class Municipality(NamedTuple):
    """One of the 290."""

    code: str
    """Four digits, as text: "0180"."""
    name: str
    county: str


@lru_cache(maxsize=1)
def municipalities() -> dict[str, Municipality]:
    """Every municipality by its code."""
    table = json.loads((files("medborgarlofte.model") / "municipalities.json").read_text(encoding="utf-8"))
    return {
        code: Municipality(code, name, table["counties"][code[:2]])
        for code, name in table["municipalities"].items()
    }


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Municipality]:
    return {municipality.name.casefold(): municipality for municipality in municipalities().values()}


def full_name(municipality: Municipality) -> str:
    """”Lerums kommun”, ”Habo kommun”, ”Stockholms stad”."""
    name = municipality.name
    if name in _FULL_NAMES:
        return _FULL_NAMES[name]
    return f"{name}{'' if name[-1] in 'aeiouyåäösx' else 's'} {'stad' if name in _CITIES else 'kommun'}"


_CITIES: Final = frozenset([
    "Stockholm", "Göteborg", "Malmö", "Solna", "Sundbyberg", "Lidingö", "Västerås", "Borås", "Mölndal", "Vaxholm",
    "Haparanda",
])  # fmt: skip
"""Municipalities that call themselves stad."""
_FULL_NAMES: Final = {"Gotland": "Region Gotland", "Falun": "Falu kommun"}
_OLD_GENITIVES: Final = {"falu": "falun"}


@lru_cache(maxsize=1024)
def by_name(written: str) -> Municipality | None:
    """Municipality for a name such as ”Karlshamns kommun”, ”Region Gotland”.

    å, ä and ö count: Håbo and Habo are two municipalities.
    """
    name = re.sub(r"^region\s+|\s+(kommun|stad|kommuns|stads)$", "", written.strip().casefold())
    name = _OLD_GENITIVES.get(name, name)
    return _by_name().get(name) or _by_name().get(name.removesuffix("s"))


def by_code_or_name(written: str) -> Municipality | None:
    """Municipality for ”1082” or ”Karlshamns kommun”."""
    return municipalities().get(written) or by_name(written)


def is_same_place(written: str, municipality: Municipality) -> bool:
    """True if a party's name may be the municipality.

    False for another municipality's name, or an unknown name that calls itself a municipality.
    """
    found = by_name(written)
    if found is not None:
        return found == municipality
    return fold(municipality.name) in fold(written) or not written.casefold().endswith("kommun")
