"""Metadata of the tables: CSVW, Frictionless, SQL and Datasette."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from medborgarlofte.exporting.columns import Column
from medborgarlofte.exporting.json_documents import json_bytes
from medborgarlofte.exporting.relations import RELATIONS, Relation
from medborgarlofte.exporting.tables import KEY, TABLES, Table

LICENCES: Final[Mapping[str, tuple[str, str, str]]] = {
    "cc0": ("CC0-1.0", "http://creativecommons.org/publicdomain/zero/1.0/", "Creative Commons CC0 1.0"),
    "cc-by": ("CC-BY-4.0", "http://creativecommons.org/licenses/by/4.0/", "Creative Commons Erkännande 4.0"),
}
"""SPDX name, URI as DCAT-AP-SE requires it (http, final slash) and title."""

CONTEXT: Final = ["http://www.w3.org/ns/csvw", {"@language": "sv"}]
"""Of CSVW metadata in Swedish."""


def write_csvw(*, title: str, publisher: str | None, licence: str) -> bytes:
    """CSVW metadata of all tables: csv-metadata.json."""
    made: dict[str, Any] = {
        "@context": CONTEXT,
        "dc:title": title,
        "dc:license": {"@id": LICENCES[licence][1]},
        "tables": [_csvw_table(table) for table in TABLES],
    }
    if publisher:
        made["dc:publisher"] = publisher
    return json_bytes(made)


def _csvw_table(table: Table) -> dict[str, Any]:
    return {
        "url": table.file,
        "dc:description": table.about.sv,
        "dialect": {"delimiter": ",", "header": True, "encoding": "utf-8"},
        "tableSchema": {
            "columns": [
                csvw_column(column, required=column.name == KEY, date=_DATE) for column in table.columns
            ],
            "primaryKey": KEY,
        },
    }


_DATE: Final = {"base": "date", "format": "yyyy-MM-dd"}


def csvw_column(column: Column, *, required: bool, date: Any = "date") -> dict[str, Any]:
    """Column of a CSVW table; `date` is the type of days."""
    kind: Any = {"base": column.type, "format": column.pattern} if column.pattern else column.type
    kind = date if column.type == "date" else kind
    made = {"name": column.name, "titles": column.name, "dc:description": column.about, "datatype": kind}
    return made | ({"required": True} if required else {})


def write_data_package(*, title: str, licence: str) -> bytes:
    """Frictionless metadata: datapackage.json."""
    name, path, label = LICENCES[licence]
    return json_bytes(
        {
            "profile": "tabular-data-package",
            "name": "medborgarloften",
            "title": title,
            "licenses": [{"name": name, "path": path, "title": label}],
            "resources": [_resource(table) for table in TABLES],
        }
    )


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.file.removesuffix(".csv"),
        "path": table.file,
        "description": table.about.sv,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": KEY,
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    limits: dict[str, Any] = {"pattern": column.pattern} if column.pattern else {}
    if column.name == KEY:
        limits |= {"required": True, "unique": True}
    made: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.about}
    return made | ({"constraints": limits} if limits else {})


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
        "tables": [_csvw_relation(relation) for relation in RELATIONS],
    }


def _csvw_relation(relation: Relation) -> dict[str, Any]:
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
