"""DCAT-AP-SE 3.0.1 catalogue as RDF/XML."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from medborgarlofte.exporting.csvw import LICENCES
from medborgarlofte.exporting.xml_templates import render_xml


class Distribution(NamedTuple):
    """One file of the data set."""

    file: str
    title: str
    media_type: str


class Catalogue(NamedTuple):
    """The data set and its publisher."""

    base: str
    """Address of the site, with a final slash."""
    title: str
    description: str
    publisher: str
    organisation_no: str | None
    email: str
    licence: str
    modified: dt.date | None
    distributions: Sequence[Distribution]
    municipalities: Sequence[str]
    """Names, as keywords."""


def write_catalogue(catalogue: Catalogue) -> bytes:
    """Catalogue with one data set and its distributions."""
    return render_xml("dcat.rdf", catalogue=catalogue, licence=LICENCES[catalogue.licence][1])
