"""About the open data: files, columns and licence."""

from collections.abc import Iterator
from typing import Any

from medborgarlofte.exporting.metadata import LICENCES
from medborgarlofte.exporting.tables import TABLES
from medborgarlofte.i18n import Text
from medborgarlofte.site.data_files import CALENDAR, FEEDS
from medborgarlofte.site.json_ld import data_set_block
from medborgarlofte.site.page import Page, Site

TYPES = {
    ".csv": ("text/csv", "CSV"),
    ".json": ("application/json", "JSON"),
    ".rdf": ("application/rdf+xml", "RDF"),
}

ABOUT_FILES = {
    "csv-metadata.json": Text("Beskrivning av tabellerna (CSVW)", "Description of the tables (CSVW)"),
    "datapackage.json": Text(
        "Beskrivning av tabellerna (Data Package)", "Description of the tables (Data Package)"
    ),
    "loften.json": Text("Alla dokument hela", "All documents whole"),
    "loften.schema.json": Text("Schema för alla dokument", "Schema of all documents"),
    "dcat.rdf": Text("Katalog för dataportaler (DCAT-AP-SE)", "Catalogue for data portals (DCAT-AP-SE)"),
}


def pages(site: Site) -> Iterator[Page]:
    """The page."""
    yield Page(
        address="oppna-data",
        template="open_data",
        title=site.say(Text("Öppna data", "Open data")),
        sources=tuple(site.workspace.documents),
        make=lambda: _data(site),
    )


def _data(site: Site) -> dict[str, Any]:
    about = {table.file: table.about for table in TABLES} | ABOUT_FILES
    files = []
    for name, make in site.open_data.items():
        kind = TYPES[f".{name.rpartition('.')[2]}"]
        files.append((f"data/{name}", about[name], kind[1], max(1, round(len(make()) / 1000))))
    types = {
        f"data/{name}": TYPES[f".{name.rpartition('.')[2]}"][0] for name in about if name.endswith(".csv")
    }
    return {
        "files": files,
        "tables": TABLES,
        "licence": LICENCES[site.website.licence],
        "feeds": FEEDS,
        "calendar": CALENDAR,
        "structured": data_set_block(site, types | {"data/loften.json": "application/json"}),
    }
