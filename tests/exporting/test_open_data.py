"""Open data that other programs accept: tables, their descriptions, the documents whole, and the catalogue."""

import csv
import io
import json
import re
import urllib.parse
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD

from exporting.filled import chain, written
from folder_state import EXAMPLE, folder_with, follow_up_text, promise_text
from lazy_site import LazySite
from medborgarlofte.exporting.open_data import open_data
from medborgarlofte.exporting.tables import TABLES
from medborgarlofte.load import Workspace, load
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import Document
from medborgarlofte.model.situation_picture import SituationPicture
from medborgarlofte.model.statuses import STATUS_LABELS
from medborgarlofte.model.validation import document_of, meaning_of

pytestmark = pytest.mark.slow

Files = Mapping[str, bytes]
Row = dict[str, str]

VCARD: Final = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
CC0: Final = "http://creativecommons.org/publicdomain/zero/1.0/"

SETTINGS: Final = """\
[webbplats]
namn = "Trygg i Exempelby"
utgivare = "Exempelby kommun"
organisationsnummer = "212000-0000"
bas_url = "https://trygg.exempelby.example/loften"
epost = "trygghet@exempelby.example"
"""


@cache
def _example() -> Workspace:
    return load([], EXAMPLE)


def _every_status(folder: Path) -> Workspace:
    """A promise with a commitment of each status, one that only has a figure and one that nobody has reported."""
    ids = [f"S{number}" for number in range(len(STATUS_LABELS))]
    lines = [
        f"  - {{id: {key}, part: kommunen, text: 'Åtagande {key}, ”ordagrant”.'}}" for key in (*ids, "F", "U")
    ]
    told = [
        f"  - {{åtagande: {key}, status: {status}}}" for key, status in zip(ids, STATUS_LABELS, strict=True)
    ]
    first = "poster:\n" + "\n".join((*told, "  - {åtagande: F, utfall: '1 234,5'}")) + "\n"
    second = """\
slutlig: ja
avser: {från: 2024-07-01, till: 2024-12-31}
poster:
  - {åtagande: S0, utfall: {cirka: 60}, effekt: god, kommentar: "Två rader;\\n\\n\\"citat\\", komma."}
"""
    return folder_with(
        folder,
        {
            "lofte": promise_text(more="\n".join(lines) + "\n"),
            "uppfoljning-1": follow_up_text("2024-06-30", first),
            "uppfoljning-2": follow_up_text("2024-12-31", second),
        },
    )


@cache
def _files(workspace: Workspace, *, excel: bool = False) -> dict[str, bytes]:
    return {name: make() for name, make in open_data(workspace, modified=None, excel=excel)}


@pytest.fixture(scope="module", params=["example", "every status", "every key"])
def workspace(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The municipality of the handbook, a small one with every status, and one with every key of every kind."""
    if request.param == "example":
        return _example()
    folder = tmp_path_factory.mktemp("open-data")
    if request.param == "every status":
        return _every_status(folder)
    return written(folder, chain("Ord", "Mening."))


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


def _records(data: bytes) -> list[Row]:
    head, *rows = _rows(data)
    return [dict(zip(head, row, strict=True)) for row in rows]


def _tables(workspace: Workspace) -> dict[str, bytes]:
    return {name: data for name, data in _files(workspace).items() if name.endswith(".csv")}


# ---------------------------------------------------------------- tables


def test_there_is_a_table_of_promises_one_of_commitments_and_one_of_reports(workspace: Workspace) -> None:
    assert set(_tables(workspace)) == {
        "loften.csv", "ataganden.csv", "uppfoljning.csv", "parter.csv", "overenskommelser-ataganden.csv", "siffror.csv",
    }  # fmt: skip


def test_a_table_is_utf_8_with_commas_and_crlf(workspace: Workspace) -> None:
    for name, data in _tables(workspace).items():
        text = data.decode("utf-8")
        plain = re.sub(r'"(?:[^"]|"")*"', "", text)

        assert not text.startswith("\ufeff"), name
        assert text.endswith("\r\n"), name
        assert plain.count("\n") == plain.count("\r\n") == len(_rows(data)), name
        assert "," in text.partition("\r\n")[0] and ";" not in text.partition("\r\n")[0], name


def test_the_headings_of_a_table_are_plain_and_differ(workspace: Workspace) -> None:
    for name, data in _tables(workspace).items():
        head = _rows(data)[0]

        assert [heading for heading in head if not re.fullmatch(r"[a-z][a-z0-9_]*", heading)] == [], name
        assert len(set(head)) == len(head), name


def test_every_row_of_a_table_is_as_wide_as_its_heading(workspace: Workspace) -> None:
    widths = {name: {len(row) for row in _rows(data)} for name, data in _tables(workspace).items()}

    assert widths == {table.file: {len(table.columns)} for table in TABLES}


def test_there_is_a_row_for_each_promise_commitment_and_report(workspace: Workspace) -> None:
    counts = {name: len(_records(data)) for name, data in _tables(workspace).items()}
    promises = [promise for _, promise in workspace.of_kind(Promise)]

    assert counts == {
        "loften.csv": len(promises),
        "ataganden.csv": sum(len(promise.commitments) for promise in promises),
        "uppfoljning.csv": sum(len(follow_up.items) for _, follow_up in workspace.of_kind(FollowUp)),
        "overenskommelser-ataganden.csv": sum(len(a.commitments) for _, a in workspace.of_kind(Agreement)),
        "siffror.csv": sum(len(picture.figures) for _, picture in workspace.of_kind(SituationPicture)),
        "parter.csv": sum(len(loaded.document.parties) for loaded in workspace.documents.values()),
    }


def test_an_id_distinguishes_a_row_from_every_other(workspace: Workspace) -> None:
    twins = {
        name: [key for key, count in Counter(row["id"] for row in _records(data)).items() if count > 1]
        for name, data in _tables(workspace).items()
    }

    assert twins == {table.file: [] for table in TABLES}


def test_a_row_refers_to_rows_that_are_there(workspace: Workspace) -> None:
    tables = {name: _records(data) for name, data in _tables(workspace).items()}
    promises, commitments = ({row["id"] for row in tables[name]} for name in ("loften.csv", "ataganden.csv"))

    assert {row["lofte_id"] for row in tables["ataganden.csv"]} <= promises
    assert {f"{row['lofte_id']}#{row['atagande']}" for row in tables["uppfoljning.csv"]} <= commitments


def test_every_status_is_in_the_tables_as_in_the_files(tmp_path: Path) -> None:
    tables = {name: _records(data) for name, data in _tables(_every_status(tmp_path)).items()}
    latest = {row["atagande"]: row["status"] for row in tables["ataganden.csv"]}

    assert latest == {
        **{f"S{number}": status for number, status in enumerate(STATUS_LABELS)},
        "F": "", "U": "", "K1": "", "K2": "",
    }  # fmt: skip
    assert {row["status"] for row in tables["uppfoljning.csv"]} == {*STATUS_LABELS, ""}


def test_figures_dates_and_truths_are_written_for_programs(tmp_path: Path) -> None:
    tables = {name: _records(data) for name, data in _tables(_every_status(tmp_path)).items()}
    told = {row["id"]: row for row in tables["uppfoljning.csv"]}
    commitments = {row["atagande"]: row for row in tables["ataganden.csv"]}
    final = told["exempelby/uppfoljning-2#S0"]

    assert (told["exempelby/uppfoljning-1#F"]["utfall"], commitments["F"]["utfall_text"]) == (
        "1234.5",
        "1 234,5",
    )
    assert (final["utfall"], final["utfall_text"], final["slutlig"]) == ("60", "cirka 60", "true")
    assert (final["datum"], final["avser_fran"], final["avser_till"]) == (
        "2024-12-31",
        "2024-07-01",
        "2024-12-31",
    )
    assert final["kommentar"] == 'Två rader;\n\n"citat", komma.'
    assert (
        commitments["K1"]["mal_minst"],
        commitments["K1"]["mal_hogst"],
        commitments["K1"]["mal_enhet"],
    ) == (
        "100",
        "",
        "kvällar",
    )
    assert commitments["S0"]["text"] == "Åtagande S0, ”ordagrant”."


@pytest.mark.parametrize("date", ["2024", "2024-06", "2024-06-30"])
def test_the_date_of_a_follow_up_is_as_precise_as_its_source(tmp_path: Path, date: str) -> None:
    report = follow_up_text(date, "poster: [{åtagande: K1, status: pågår}]\n")
    tables = _tables(folder_with(tmp_path, {"lofte": promise_text(), "uppfoljning": report}))
    [row] = _records(tables["uppfoljning.csv"])

    assert row["datum"] == date
    assert date in {row["uppfolt"] for row in _records(tables["ataganden.csv"])}


def test_the_tables_of_the_site_are_those_of_the_export(workspace: Workspace) -> None:
    site = LazySite(workspace)

    assert {f"data/{name}": data for name, data in _tables(workspace).items()} == {
        name: data for name, data in site.items() if name.endswith(".csv")
    }


def test_a_table_for_excel_holds_the_same_with_semicolons_and_decimal_commas(workspace: Workspace) -> None:
    files = _files(workspace, excel=True)
    for table in TABLES:
        data = files[table.file.replace(".csv", "-excel.csv")]
        plain = _rows(files[table.file])
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
        numbers = [column.type == "number" for column in table.columns]

        assert data.startswith(b"\xef\xbb\xbf")
        assert rows == [
            [
                cell.replace(".", ",") if is_number else cell
                for cell, is_number in zip(row, numbers, strict=True)
            ]
            for row in plain
        ]


def test_the_same_documents_give_the_same_bytes(workspace: Workspace) -> None:
    assert _files(workspace, excel=True) == _files(load([], workspace.folder), excel=True)


# ---------------------------------------------------------------- descriptions of the tables


@pytest.fixture
def folder(workspace: Workspace, tmp_path: Path) -> Path:
    """The files of the open data in a folder."""
    made = tmp_path / "data"
    made.mkdir()
    for name, data in _files(workspace).items():
        (made / name).write_bytes(data)
    return made


def test_the_descriptions_name_the_columns_that_there_are(workspace: Workspace) -> None:
    files = _files(workspace)
    heads = {name: _rows(data)[0] for name, data in _tables(workspace).items()}
    described = json.loads(files["csv-metadata.json"])["tables"]
    package = json.loads(files["datapackage.json"])["resources"]

    assert {
        table["url"]: [c["name"] for c in table["tableSchema"]["columns"]] for table in described
    } == heads
    assert {
        resource["path"]: [f["name"] for f in resource["schema"]["fields"]] for resource in package
    } == heads


def test_every_column_is_described_in_words(workspace: Workspace) -> None:
    files = _files(workspace)
    columns = [
        column
        for table in json.loads(files["csv-metadata.json"])["tables"]
        for column in table["tableSchema"]["columns"]
    ]
    fields = [
        field for r in json.loads(files["datapackage.json"])["resources"] for field in r["schema"]["fields"]
    ]

    assert [column["name"] for column in columns if not column["dc:description"].strip()] == []
    assert [field["name"] for field in fields if not field["description"].strip()] == []


@pytest.mark.data
def test_the_tables_are_as_csvw_says(folder: Path) -> None:
    csvw = pytest.importorskip("csvw", reason="csvw is not installed: pip install -e '.[dev]'")
    described = csvw.CSVW(str(folder / "csv-metadata.json"), validate=True)

    assert described.warnings == []
    assert described.is_valid is True


@pytest.mark.data
def test_csvw_reads_as_many_rows_with_types(folder: Path) -> None:
    csvw = pytest.importorskip("csvw", reason="csvw is not installed: pip install -e '.[dev]'")
    group = csvw.TableGroup.from_file(folder / "csv-metadata.json")
    for table in group.tables:
        rows = list(table.iterdicts(strict=True))

        assert len(rows) == len(_records((folder / str(table.url)).read_bytes())), table.url


@pytest.mark.data
def test_the_tables_are_as_the_data_package_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frictionless = pytest.importorskip(
        "frictionless", reason="frictionless is not installed: pip install -e '.[dev]'"
    )
    monkeypatch.chdir(folder)
    report = frictionless.validate("datapackage.json")

    assert report.flatten(["fieldName", "rowNumber", "type", "message"]) == []
    assert (report.valid, len(report.tasks)) == (True, len(TABLES))


# ---------------------------------------------------------------- the documents whole


def _whole(workspace: Workspace) -> dict[str, Any]:
    return {row["id"]: row["document"] for row in json.loads(_files(workspace)["loften.json"])["documents"]}


def _published(document: Document) -> Document:
    """The document without what is never published."""
    contacts = tuple(row for row in document.contacts if row.public and not row.press_only)
    return document.model_copy(update={"notes": None, "waivers": (), "contacts": contacts})


def test_the_documents_are_as_their_schema_says(workspace: Workspace) -> None:
    files = _files(workspace)
    schema = json.loads(files["loften.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    errors = jsonschema.Draft202012Validator(schema).iter_errors(json.loads(files["loften.json"]))

    assert [(list(error.absolute_path), error.message) for error in errors] == []


def test_the_schema_refuses_what_the_format_does_not_have(workspace: Workspace) -> None:
    files = _files(workspace)
    value = json.loads(files["loften.json"])
    validator = jsonschema.Draft202012Validator(json.loads(files["loften.schema.json"]))
    value["documents"][0]["document"]["påhittad"] = "x"
    misnamed = {**value, "documents": [{"id": "a", "document": {"dokument": "påhittat"}}]}

    assert not validator.is_valid(value)
    assert not validator.is_valid(misnamed)


def test_a_document_can_be_read_back(workspace: Workspace) -> None:
    read = {key: document_of(meaning_of(value)) for key, value in _whole(workspace).items()}

    # every key at once gives reasons for lacking what is there too
    wrong = [found for one in read.values() for found in one.findings if found.severity != "warning"]

    assert wrong == []
    assert {key: one.document for key, one in read.items()} == {
        key: _published(loaded.document) for key, loaded in workspace.documents.items()
    }


def test_a_document_that_is_read_back_gives_the_same_again(tmp_path: Path, workspace: Workspace) -> None:
    again = written(tmp_path / "again", _whole(workspace))

    assert _files(again) == _files(workspace)


def test_what_is_not_public_is_left_out(tmp_path: Path) -> None:
    documents = chain("Ord", "Mening.")
    for document in documents.values():
        document |= {"anmärkningar": "Hemligt.", "undantag": [{"regel": "M01", "skäl": "Hemligt."}]}
        document["kontakter"] = [
            {"funktion": "Öppet"},
            {"funktion": "Hemligt", "publik": "nej"},
            {"funktion": "Hemligt", "endast_press": "ja"},
        ]
    workspace = written(tmp_path, documents)
    files = {**_files(workspace, excel=True), **LazySite(workspace)}

    assert [name for name, data in files.items() if "Hemligt" in data.decode()] == []
    assert all(document["kontakter"] == [{"funktion": "Öppet"}] for document in _whole(workspace).values())


# ---------------------------------------------------------------- the catalogue


def _configured(folder: Path, settings: str = SETTINGS) -> Workspace:
    return written(folder, chain("Ord", "Mening."), settings)


def _graph(workspace: Workspace) -> rdflib.Graph:
    return rdflib.Graph().parse(data=_files(workspace)["dcat.rdf"], format="xml")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> rdflib.Graph:
    """The catalogue of a municipality that says who publishes, where and to whom one writes."""
    return _graph(_configured(tmp_path_factory.mktemp("catalogue")))


MANDATORY: Final[Mapping[rdflib.URIRef, tuple[rdflib.URIRef, ...]]] = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
    DCAT.Distribution: (DCAT.accessURL,),
    FOAF.Agent: (FOAF.name, DCTERMS.type),
    VCARD.Organization: (VCARD.fn, VCARD.hasEmail),
}
"""What DCAT-AP-SE 3.0.1 asks of each class, at the least."""

RESOURCES: Final = (
    DCTERMS.publisher, DCTERMS.license, DCTERMS.language, DCTERMS.accessRights, DCTERMS.type, DCAT.dataset, DCAT.theme,
    DCAT.distribution, DCAT.contactPoint, DCAT.landingPage, DCAT.accessURL, DCAT.downloadURL, FOAF.homepage, VCARD.hasEmail,
)  # fmt: skip
"""Properties whose value is an address, not a text."""


@pytest.mark.parametrize("kind", MANDATORY, ids=lambda kind: kind.rpartition("/")[2])
def test_the_catalogue_states_what_is_mandatory(catalogue: rdflib.Graph, kind: rdflib.URIRef) -> None:
    things = list(catalogue.subjects(RDF.type, kind))
    lacking = [
        (str(thing), str(name))
        for thing in things
        for name in MANDATORY[kind]
        if not [value for value in catalogue.objects(thing, name) if str(value).strip()]
    ]

    assert len(things) >= 1
    assert lacking == []


def test_everything_in_the_catalogue_has_an_address_and_one_kind(catalogue: rdflib.Graph) -> None:
    nodes = {node for triple in catalogue for node in (triple[0], triple[2])}
    kinds = {thing: list(catalogue.objects(thing, RDF.type)) for thing in set(catalogue.subjects())}

    assert [node for node in nodes if isinstance(node, rdflib.BNode)] == []
    assert [thing for thing, found in kinds.items() if len(found) != 1] == []


def test_every_address_in_the_catalogue_is_whole(catalogue: rdflib.Graph) -> None:
    addresses = {str(node) for triple in catalogue for node in triple if isinstance(node, rdflib.URIRef)}

    assert [address for address in addresses if not _is_whole(address)] == []


def _is_whole(address: str) -> bool:
    """Whether an address stands by itself and holds no character that an IRI may not (RFC 3987)."""
    parts = urllib.parse.urlsplit(address)
    placed = (
        bool(parts.netloc)
        if parts.scheme in ("http", "https")
        else parts.scheme == "mailto" and "@" in parts.path
    )
    return placed and re.search(r'[\x00-\x20<>"{}|\\^`]', address) is None


def test_what_is_an_address_is_not_written_as_a_text(catalogue: rdflib.Graph) -> None:
    texts = [
        (str(name), str(value))
        for _, name, value in catalogue
        if name in RESOURCES and not isinstance(value, rdflib.URIRef)
    ]

    assert texts == []


def test_what_the_catalogue_refers_to_on_its_own_address_is_in_it(catalogue: rdflib.Graph) -> None:
    here = "https://trygg.exempelby.example/loften/data/dcat.rdf#"
    subjects = set(catalogue.subjects())

    assert [
        value for value in catalogue.objects() if str(value).startswith(here) and value not in subjects
    ] == []


def test_titles_and_descriptions_in_the_catalogue_say_their_language(catalogue: rdflib.Graph) -> None:
    languages = {
        value.language
        for name in (DCTERMS.title, DCTERMS.description, DCAT.keyword)
        for value in catalogue.objects(None, name)
        if isinstance(value, rdflib.Literal)
    }

    assert languages == {"sv"}


def test_the_catalogue_says_who_and_on_what_terms(catalogue: rdflib.Graph) -> None:
    [whole], [publisher], [contact] = (
        list(catalogue.subjects(RDF.type, kind)) for kind in (DCAT.Catalog, FOAF.Agent, VCARD.Organization)
    )
    licences = set(catalogue.objects(None, DCTERMS.license))

    assert catalogue.value(whole, DCTERMS.title) == rdflib.Literal("Trygg i Exempelby", lang="sv")
    assert catalogue.value(publisher, FOAF.name) == rdflib.Literal("Exempelby kommun")
    assert catalogue.value(publisher, DCTERMS.identifier) == rdflib.Literal("212000-0000")
    assert catalogue.value(contact, VCARD.hasEmail) == rdflib.URIRef("mailto:trygghet@exempelby.example")
    assert licences == {rdflib.URIRef(CC0)}
    assert set(catalogue.objects(None, DCTERMS.publisher)) == {publisher}


def test_every_distribution_has_the_terms_and_is_a_file_that_there_is(tmp_path: Path) -> None:
    workspace = _configured(tmp_path)
    graph, site = _graph(workspace), LazySite(workspace)
    [data_set] = graph.subjects(RDF.type, DCAT.Dataset)
    distributions = set(graph.objects(data_set, DCAT.distribution))
    files = {
        str(address).removeprefix("https://trygg.exempelby.example/loften/")
        for distribution in distributions
        for name in (DCAT.accessURL, DCAT.downloadURL)
        for address in graph.objects(distribution, name)
    }

    assert distributions == set(graph.subjects(RDF.type, DCAT.Distribution))
    assert files == {
        "data/loften.csv",
        "data/ataganden.csv",
        "data/uppfoljning.csv",
        "data/parter.csv",
        "data/overenskommelser-ataganden.csv",
        "data/siffror.csv",
        "data/loften.json",
    }
    assert files <= set(site)
    assert [d for d in distributions if graph.value(d, DCTERMS.license) != rdflib.URIRef(CC0)] == []


def test_the_catalogue_says_when_the_data_was_last_changed(tmp_path: Path) -> None:
    site = LazySite(_configured(tmp_path))
    graph = rdflib.Graph().parse(data=site["data/dcat.rdf"], format="xml")
    [data_set] = graph.subjects(RDF.type, DCAT.Dataset)

    assert graph.value(data_set, DCTERMS.modified) == rdflib.Literal("2024-06-01", datatype=XSD.date)


def test_other_terms_are_stated_alike_everywhere(tmp_path: Path) -> None:
    workspace = _configured(tmp_path, SETTINGS + 'licens = "cc-by"\n')
    files = _files(workspace)
    address = "http://creativecommons.org/licenses/by/4.0/"

    assert set(_graph(workspace).objects(None, DCTERMS.license)) == {rdflib.URIRef(address)}
    assert json.loads(files["csv-metadata.json"])["dc:license"] == {"@id": address}
    assert json.loads(files["datapackage.json"])["licenses"][0]["path"] == address


@pytest.mark.parametrize("missing", ["utgivare", "bas_url", "epost"])
def test_there_is_no_catalogue_when_nobody_says_who_publishes_it(tmp_path: Path, missing: str) -> None:
    settings = "".join(line for line in SETTINGS.splitlines(keepends=True) if not line.startswith(missing))
    workspace = _configured(tmp_path, settings)
    site = LazySite(workspace)

    assert "dcat.rdf" not in _files(workspace)
    assert "data/dcat.rdf" not in site
    assert b"dcat.rdf" not in site["oppna-data.html"]


ODD_SETTINGS: Final = {
    "epost": ["trygghet på exempelby", "Trygghet <trygghet@exempelby.example>", "mailto:trygghet@exempelby.example", "|@{}"],
    "bas_url": ["https://exempelby.example/{x}", "https://exempelby.example/a|b", "mailto:trygghet@exempelby.example",
                "tel:0100", "https://exempelby.example/?x=1", "https://exempelby.example/#x", "https://", "http:///a"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in ODD_SETTINGS.items() for value in values]
)
def test_a_setting_that_makes_no_address_is_refused_or_fixed(tmp_path: Path, key: str, value: str) -> None:
    settings = re.sub(
        rf"(?m)^{key} = .*$", lambda _: f"{key} = {json.dumps(value, ensure_ascii=False)}", SETTINGS
    )
    (tmp_path / "promises").mkdir()
    (tmp_path / "lofte.toml").write_text(settings, encoding="utf-8")
    if load([], tmp_path).diagnostics:
        return
    graph = _graph(_configured(tmp_path, settings))
    addresses = {str(node) for triple in graph for node in triple if isinstance(node, rdflib.URIRef)}
    files = [urllib.parse.urlsplit(str(address)) for address in graph.objects(None, DCAT.accessURL)]

    assert [address for address in addresses if not _is_whole(address)] == []
    assert [parts for parts in files if not re.search(r"/data/[a-z]+\.(csv|json)$", parts.path)] == []
    assert {parts.scheme for parts in files} <= {"http", "https"}
