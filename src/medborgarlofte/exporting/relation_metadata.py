"""The relational schema in SQL, CSVW and the metadata of Datasette."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from medborgarlofte.exporting.csvw import CONTEXT, csvw_column
from medborgarlofte.exporting.relations import RELATIONS, Relation

VIEWS: Final[Mapping[str, tuple[str, str]]] = {
    "senaste_status": (
        "Varje åtagande med sin senaste status",
        """
SELECT d.id AS dokument_id, d.titel, d.skede, a.atagande, a.text, a.utfall_status AS status, a.uppfolt
FROM ataganden a JOIN dokument d ON d.id = a.dokument_id""",
    ),
    "genomfort_per_ar": (
        "Antal åtaganden och hur många som genomförts, per år",
        """
SELECT d.ar, count(*) AS ataganden, sum(a.utfall_status = 'genomfört') AS genomforda
FROM ataganden a JOIN dokument d ON d.id = a.dokument_id
GROUP BY d.ar ORDER BY d.ar""",
    ),
    "gallande_per_lan": (
        "Löften som gäller, per län",
        """
SELECT p.lan, count(DISTINCT d.id) AS loften
FROM dokument d JOIN parter p ON p.dokument_id = d.id
WHERE d.slag = 'medborgarlöfte' AND d.skede = 'gäller' AND p.lan IS NOT NULL
GROUP BY p.lan ORDER BY p.lan""",
    ),
    "andringar_per_ar": (
        "Ändringar sedan löftet före, per år och slag",
        """
SELECT d.ar, j.slag, count(*) AS antal
FROM jamforelser j JOIN dokument d ON d.id = j.dokument_id
WHERE NOT j.gissning
GROUP BY d.ar, j.slag ORDER BY d.ar, j.slag""",
    ),
}
"""Views of the SQLite database, with their queries."""

_SQL: Final = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "BOOLEAN", "date": "DATE"}


def create_table(relation: Relation) -> str:
    """SQL that creates a table with its keys."""
    lines = [
        f"{field.name} {_SQL[field.type]}{' NOT NULL' if field.required else ''}" for field in relation.fields
    ]
    lines.append(f"PRIMARY KEY ({', '.join(relation.key)})")
    lines += [
        f"FOREIGN KEY ({', '.join(one.fields)}) REFERENCES {one.table} ({', '.join(one.target)})"
        for one in relation.references
    ]
    inside = ",\n  ".join(lines)
    return f"CREATE TABLE {relation.name} (\n  {inside}\n)"


def indexes_and_views() -> Iterator[str]:
    """SQL for what is made after the rows."""
    for relation in RELATIONS:
        for one in relation.references:
            if one.fields != relation.key[: len(one.fields)]:  # else the key is index enough
                name = "_".join((relation.name, *one.fields))
                yield f"CREATE INDEX {name} ON {relation.name} ({', '.join(one.fields)})"
    for name, (_, query) in VIEWS.items():
        yield f"CREATE VIEW {name} AS {query}"


def csvw(title: str) -> dict[str, Any]:
    """CSVW metadata of the tables, with keys."""
    return {
        "@context": CONTEXT,
        "dc:title": title,
        "tables": [_csvw_table(relation) for relation in RELATIONS],
    }


def _csvw_table(relation: Relation) -> dict[str, Any]:
    return {
        "url": f"{relation.name}.csv",
        "dc:description": relation.about,
        "tableSchema": {
            "columns": [csvw_column(field, required=field.required) for field in relation.fields],
            "primaryKey": list(relation.key),
            "foreignKeys": [
                {
                    "columnReference": list(one.fields),
                    "reference": {"resource": f"{one.table}.csv", "columnReference": list(one.target)},
                }
                for one in relation.references
            ],
        },
    }


def datasette(title: str, licence: str, database: str) -> dict[str, Any]:
    """Metadata for Datasette."""
    described = {
        relation.name: {
            "description": relation.about,
            "columns": {field.name: field.about for field in relation.fields},
        }
        for relation in RELATIONS
    }
    views = {name: {"description": about} for name, (about, _) in VIEWS.items()}
    return {
        "title": title,
        "license": licence,
        "databases": {database: {"tables": {**described, **views}}},
    }
