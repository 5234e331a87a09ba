"""Writes what in docs/ is made from the code: rules, keys, schemas, components. A test says when this has to be run."""

import json
from pathlib import Path

from component_pages import component_pages
from medborgarlofte.load import load
from medborgarlofte.model.kinds import KINDS
from medborgarlofte.model.schema import schema_of
from medborgarlofte.swedish import slug
from reference_pages import keys_page, rules_page, tables_page

DOCS = Path(__file__).parent


def generated() -> dict[Path, str]:
    """Every generated file and what should stand in it."""
    pages = {
        DOCS / "regler.md": rules_page("sv"),
        DOCS / "rules.md": rules_page("en"),
        DOCS / "nycklar.md": keys_page(),
        DOCS / "tabeller.md": tables_page(),
    }
    for kind in KINDS:
        name = slug(kind.KIND)
        schema = json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n"
        pages[DOCS / "schema" / f"{name}.schema.json"] = schema
    for name, text in component_pages(load([], DOCS / "exempelby")):
        pages[DOCS / "komponenter" / name] = text
    return pages


if __name__ == "__main__":
    for path, text in generated().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
