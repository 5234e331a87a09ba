"""Taxonomy of focus area categories."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from medborgarlofte.i18n import Text


class Category(NamedTuple):
    """One category of the taxonomy."""

    slug: str
    label: Text
    parent: str | None


@lru_cache(maxsize=1)
def categories() -> dict[str, Category]:
    """Categories by slug, in taxonomy order."""
    table = tomllib.loads((files("medborgarlofte.model") / "taxonomy.toml").read_text(encoding="utf-8"))
    return {
        row["slug"]: Category(row["slug"], Text(row["sv"], row["en"]), row.get("parent"))
        for row in table["category"]
    }


def covers(area: str, focus: str) -> bool:
    """True for the same category or its parent."""
    category = categories().get(focus)
    return area == focus or (category is not None and category.parent == area)
