"""The open data described for a data portal: DCAT-AP-SE 3.0.1 as RDF/XML, without blank nodes."""

import datetime as dt
from collections.abc import Sequence
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from medborgarlofte.exporting.csvw import LICENCES
from medborgarlofte.exporting.feeds import as_bytes, xml_text

SPACES: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
_THEMES: Final = ("JUST", "GOVE")
_THEME: Final = "http://publications.europa.eu/resource/authority/data-theme/"
_LANGUAGE: Final = "http://publications.europa.eu/resource/authority/language/SWE"
_PUBLIC: Final = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"
_LOCAL_AUTHORITY: Final = "http://purl.org/adms/publishertype/LocalAuthority"


class Distribution(NamedTuple):
    """A file of the data set."""

    file: str
    title: str
    media_type: str


class Catalogue(NamedTuple):
    """Who publishes what, and where."""

    base: str
    """Address of the site, with a slash at the end."""
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
    """One catalogue with one data set, whose files are its distributions."""
    for prefix, space in SPACES.items():
        ET.register_namespace(prefix, space)
    root = ET.Element(_name("rdf:RDF"))
    base, licence = catalogue.base, LICENCES[catalogue.licence][1]
    here = {name: f"{base}data/dcat.rdf#{name}" for name in ("catalogue", "dataset", "publisher", "contact")}

    element = _thing(root, "dcat:Catalog", here["catalogue"])
    _words(element, catalogue.title, catalogue.description)
    _link(element, "dcterms:publisher", here["publisher"])
    _link(element, "dcterms:license", licence)
    _link(element, "dcterms:language", _LANGUAGE)
    _link(element, "foaf:homepage", base)
    _link(element, "dcat:dataset", here["dataset"])

    element = _thing(root, "dcat:Dataset", here["dataset"])
    _words(element, catalogue.title, catalogue.description)
    _link(element, "dcterms:publisher", here["publisher"])
    _link(element, "dcat:contactPoint", here["contact"])
    _link(element, "dcterms:language", _LANGUAGE)
    _link(element, "dcterms:accessRights", _PUBLIC)
    for theme in _THEMES:
        _link(element, "dcat:theme", f"{_THEME}{theme}")
    for keyword in ("medborgarlöfte", "brottsförebyggande arbete", "trygghet", *catalogue.municipalities):
        _text(element, "dcat:keyword", keyword, lang="sv")
    if catalogue.modified:
        date = _text(element, "dcterms:modified", catalogue.modified.isoformat())
        date.set(_name("rdf:datatype"), "http://www.w3.org/2001/XMLSchema#date")
    _link(element, "dcat:landingPage", f"{base}oppna-data.html")
    for part in catalogue.distributions:
        _link(element, "dcat:distribution", f"{base}data/dcat.rdf#{part.file}")

    for part in catalogue.distributions:
        element = _thing(root, "dcat:Distribution", f"{base}data/dcat.rdf#{part.file}")
        _text(element, "dcterms:title", part.title, lang="sv")
        _link(element, "dcat:accessURL", f"{base}data/{part.file}")
        _link(element, "dcat:downloadURL", f"{base}data/{part.file}")
        _text(element, "dcterms:format", part.media_type)
        _link(element, "dcterms:license", licence)

    element = _thing(root, "foaf:Agent", here["publisher"])
    _text(element, "foaf:name", catalogue.publisher)
    _link(element, "dcterms:type", _LOCAL_AUTHORITY)
    if catalogue.organisation_no:
        _text(element, "dcterms:identifier", catalogue.organisation_no)

    element = _thing(root, "vcard:Organization", here["contact"])
    _text(element, "vcard:fn", catalogue.publisher)
    _link(element, "vcard:hasEmail", f"mailto:{catalogue.email}")

    return as_bytes(root)


def _words(element: ET.Element, title: str, description: str) -> None:
    _text(element, "dcterms:title", title, lang="sv")
    _text(element, "dcterms:description", description, lang="sv")


def _name(written: str) -> str:
    prefix, _, local = written.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def _thing(root: ET.Element, kind: str, address: str) -> ET.Element:
    return ET.SubElement(root, _name(kind), {_name("rdf:about"): address})


def _link(parent: ET.Element, tag: str, address: str) -> None:
    ET.SubElement(parent, _name(tag), {_name("rdf:resource"): address})


def _text(parent: ET.Element, tag: str, text: str, lang: str | None = None) -> ET.Element:
    element = ET.SubElement(
        parent, _name(tag), {"{http://www.w3.org/XML/1998/namespace}lang": lang} if lang else {}
    )
    element.text = xml_text(text)
    return element
