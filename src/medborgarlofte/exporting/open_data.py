"""Files of the open data export."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple

from medborgarlofte.exporting.json_documents import write_documents, write_schema
from medborgarlofte.exporting.metadata import LICENCES, write_csvw, write_data_package
from medborgarlofte.exporting.tables import TABLES, write_csv, write_excel_csv
from medborgarlofte.load import Workspace
from medborgarlofte.model.places import places
from medborgarlofte.model.promise import Promise
from medborgarlofte.swedish import sort_key

TITLE: Final = "Medborgarlöften"
DESCRIPTION: Final = "Vad polis och kommun har lovat invånarna, åtagande för åtagande, och hur det gick."


class Distribution(NamedTuple):
    """One file of the data set."""

    file: str
    title: str
    media_type: str


DISTRIBUTIONS: Final[tuple[Distribution, ...]] = (
    *(Distribution(table.file, table.about.sv, "text/csv") for table in TABLES),
    Distribution("loften.json", "Alla dokument hela", "application/json"),
)

Written = tuple[str, Callable[[], bytes]]


def open_data(workspace: Workspace, *, modified: dt.date | None, excel: bool = False) -> Iterator[Written]:
    """Name and writer of each file.

    `modified` is the last change of any document. The catalogue needs publisher, address and email in
    lofte.toml. `excel` adds tables for Excel.
    """
    site = workspace.config.website
    title = site.name or TITLE
    for table in TABLES:
        yield table.file, partial(write_csv, table, workspace)
        if excel:
            name = f"{table.file.removesuffix('.csv')}-excel.csv"
            yield name, partial(write_excel_csv, table, workspace)
    yield "csv-metadata.json", lambda: write_csvw(title=title, publisher=site.publisher, licence=site.licence)
    yield "datapackage.json", lambda: write_data_package(title=title, licence=site.licence)
    yield "loften.json", lambda: write_documents(workspace)
    yield "loften.schema.json", write_schema
    if site.publisher and site.base_url and site.email:
        from medborgarlofte.templating import render_xml  # noqa: PLC0415 - loads Jinja, 5 MB

        catalogue = {
            "base": f"{site.base_url.rstrip('/')}/",
            "title": title,
            "description": DESCRIPTION,
            "publisher": site.publisher,
            "organisation_no": site.organisation_no,
            "email": site.email,
            "modified": modified,
            "distributions": DISTRIBUTIONS,
            "municipalities": sorted(
                {place for _, promise in workspace.of_kind(Promise) for place in places(promise)},
                key=sort_key,
            ),
        }
        licence = LICENCES[site.licence][1]
        yield "dcat.rdf", lambda: render_xml("dcat.rdf", catalogue=catalogue, licence=licence)
