"""Fields that are only declared: each is on the page, in Markdown, in the tables, in the PDF's text and in the comparison."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus import PROMISE
from diff.promises_of_pairs import loaded_value
from lazy_site import LazySite
from medborgarlofte.diff.describe import plain
from medborgarlofte.diff.document import compare
from medborgarlofte.exporting.tables import TABLES, write_csv
from medborgarlofte.load import load
from medborgarlofte.site.page import Site
from medborgarlofte.site.pdf import pdf_files

AREA = {"område": {"typ": "stadsdel", "namn": "Norrby", "kommun": "Exempelby", "kommunkod": "9999"}}

UNIT: dict[str, Any] = {
    "parter": [
        {"id": "kommunen", "typ": "kommun", "namn": "Exempelby kommun"},
        {"id": "falt", "typ": "annan", "namn": "Fältgruppen", "del_av": "kommunen"},
    ]
}


def _value(more: dict[str, Any]) -> dict[str, Any]:
    return {
        **yaml.safe_load(PROMISE.replace("2024-01-01", "'2024-01-01'").replace("2024-12-31", "'2024-12-31'")),
        **more,
    }


def _surfaces(folder: Path, more: dict[str, Any]) -> dict[str, str]:
    """What a reader sees of a promise in each form of output."""
    (folder / "promises").mkdir()
    (folder / "promises" / "lofte.yaml").write_text(
        yaml.safe_dump(_value(more), allow_unicode=True), encoding="utf-8"
    )
    workspace = load([], folder)
    assert [(d.code, d.route) for d in workspace.diagnostics] == []
    pages = LazySite(workspace)
    return {
        "html": pages["lofte.html"].decode(),
        "markdown": pages["lofte.md"].decode(),
        "csv": b"".join(write_csv(table, workspace) for table in TABLES).decode(),
        "json": pages["data/loften.json"].decode(),
    }


def _changes(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    comparison = compare(loaded_value("a", _value(before)), loaded_value("b", _value(after)))
    return [(piece.field, plain(piece.old), plain(piece.new)) for piece in comparison.other]


def test_the_municipality_that_a_district_lies_in(tmp_path: Path) -> None:
    surfaces = _surfaces(tmp_path, AREA)

    assert "<dt>Område</dt><dd>Norrby, Exempelby</dd>" in surfaces["html"]
    assert "- Område: Norrby, Exempelby\n" in surfaces["markdown"]
    assert ",omrade_typ,omrade_namn,omrade_kommun,omrade_kommunkod," in surfaces["csv"]
    assert ",stadsdel,Norrby,Exempelby,9999," in surfaces["csv"]
    assert '"kommunkod": "9999"' in surfaces["json"]
    without = {"område": {"typ": "stadsdel", "namn": "Norrby", "kommunkod": "9999"}}
    assert _changes(without, AREA) == [("område/kommun", None, "Exempelby")]


def test_a_party_that_is_a_unit_of_another(tmp_path: Path) -> None:
    surfaces = _surfaces(tmp_path, UNIT)
    words = "Lovas av Exempelby kommun och Fältgruppen (del av: Exempelby kommun)."

    assert words in surfaces["html"]
    assert words in surfaces["markdown"]
    assert "lofte#falt,lofte,,falt,annan,Fältgruppen,,,kommunen\r\n" in surfaces["csv"]
    assert '"del_av": "kommunen"' in surfaces["json"]
    alone = {"parter": [UNIT["parter"][0], {"id": "falt", "typ": "annan", "namn": "Fältgruppen"}]}
    assert _changes(alone, UNIT) == [("parter/falt/del_av", None, "kommunen")]


def test_a_unit_of_a_party_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "promises").mkdir()
    unit = {**UNIT["parter"][1], "del_av": "komunen"}
    value = _value({"parter": [UNIT["parter"][0], unit]})
    (tmp_path / "promises" / "lofte.yaml").write_text(yaml.safe_dump(value), encoding="utf-8")

    [found] = load([], tmp_path).diagnostics
    assert (found.code, found.route) == ("X01", "parter/falt/del_av")


CONSULTATION = {
    "synpunkter": {
        "till": "2023-11-30",
        "länk": "https://exempelby.example/tyck",
        "text": "Alla synpunkter läses.",
    }
}


def test_until_when_and_how_a_draft_can_be_commented_on(tmp_path: Path) -> None:
    surfaces = _surfaces(tmp_path, CONSULTATION | {"status": "utkast"})

    assert "Lämna synpunkter till och med den 30\xa0november 2023." in surfaces["html"]
    assert '<a class="go" href="https://exempelby.example/tyck">Skriv vad du tycker</a>' in surfaces["html"]
    assert "Lämna synpunkter till och med den 30\xa0november 2023." in surfaces["markdown"]
    assert "Alla synpunkter läses.\n\n<https://exempelby.example/tyck>\n" in surfaces["markdown"]
    assert _changes({}, CONSULTATION) == []


def test_comments_on_a_draft_are_no_part_of_the_adopted_promise(tmp_path: Path) -> None:
    surfaces = _surfaces(tmp_path, CONSULTATION)

    assert "synpunkter" not in surfaces["html"].lower().replace("jsonld", "")
    assert '"till": "2023-11-30"' in surfaces["json"]


@pytest.mark.data  # needs typst and pypdfium2
def test_a_declared_field_is_in_the_pdf(tmp_path: Path) -> None:
    text = _pdf_text(tmp_path, AREA | UNIT)

    assert "Norrby, Exempelby" in text
    assert "Fältgruppen (del av: Exempelby kommun)" in text


def _pdf_text(folder: Path, more: dict[str, Any]) -> str:
    import pypdfium2

    _surfaces(folder, more)
    [pdf] = [file.make() for file in pdf_files(Site(load([], folder), "sv"))]
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
