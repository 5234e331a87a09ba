"""CSVW and Frictionless metadata of the tables."""

from collections.abc import Mapping
from typing import Any, Final

from medborgarlofte.exporting.columns import Column
from medborgarlofte.exporting.json_documents import json_bytes
from medborgarlofte.exporting.tables import TABLES, Table

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
                csvw_column(column, required=column.name == table.key, date=_DATE) for column in table.columns
            ],
            "primaryKey": table.key,
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
            "fields": [_field(column, table.key) for column in table.columns],
            "primaryKey": table.key,
            "missingValues": [""],
        },
    }


def _field(column: Column, key: str) -> dict[str, Any]:
    limits: dict[str, Any] = {"pattern": column.pattern} if column.pattern else {}
    if column.name == key:
        limits |= {"required": True, "unique": True}
    made: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": column.about,
    }
    return made | ({"constraints": limits} if limits else {})
