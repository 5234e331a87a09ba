"""The PDF of a promise: tagged as PDF/UA-1 asks, whole, and the same every time."""

import io
import itertools
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus import EXAMPLE, exempelby, long_words, squeezed
from each import each
from lazy_site import LazySite
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import Workspace, load
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.page import Site
from medborgarlofte.site.pdf import pdf_files
from wordings import WORDINGS

pytestmark = pytest.mark.data  # typst and pikepdf are in the extras pdf and dev


@cache
def _example() -> Workspace:
    return load([], EXAMPLE)


@cache
def _made(lang: Language) -> dict[str, bytes]:
    return {piece.name: piece.make() for piece in pdf_files(Site(_example(), lang))}


def _text(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_range() for page in document]
    # A word broken at the end of a line is one word.
    return squeezed(" ".join(pages).replace("\ufffe\r\n", "").replace("\ufffe", "").replace("\u00ad", ""))


def _elements(node: Any) -> Iterator[Any]:
    """Every element of the structure tree, in the order of reading."""
    import pikepdf

    if isinstance(node, pikepdf.Array):
        for part in node:
            yield from _elements(part)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"])


def _tags(data: bytes) -> list[str]:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(element["/S"])[1:] for element in _elements(pdf.Root.StructTreeRoot)]


def test_there_is_one_for_each_promise_follow_up_and_comparison() -> None:
    assert sorted(_made("sv")) == [
        "exempelby/lofte-2023.pdf",
        "exempelby/lofte-2024-jamforelse.pdf",
        "exempelby/lofte-2024.pdf",
        "exempelby/uppfoljning-2023-12-31.pdf",
        "exempelby/uppfoljning-2024-06-30.pdf",
        "exempelby/uppfoljning-2024-12-31.pdf",
    ]


def test_every_commitment_is_in_it() -> None:
    lacking = [
        commitment.id
        for loaded, promise in _example().of_kind(Promise)
        for commitment in promise.commitments
        if squeezed(commitment.text).replace(" ", "")
        not in _text(_made("sv")[f"{loaded.id}.pdf"]).replace(" ", "")
    ]

    assert lacking == []


@each(LANGUAGES)
def test_it_is_tagged_titled_and_says_its_language(lang: Language) -> None:
    import pikepdf

    for name, data in _made(lang).items():
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert (name, lang) == (name, str(pdf.Root.Lang))
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
            assert bool(pdf.Root.MarkInfo.Marked)
            assert str(pdf.docinfo.Title)
            assert pdf.open_metadata().get("pdfuaid:part") == "1"


def test_headings_skip_no_level_and_tables_have_heads() -> None:
    for name, data in _made("sv").items():
        tags = _tags(data)
        levels = [int(tag[1]) for tag in tags if tag in ("H1", "H2", "H3", "H4")]

        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), name
        assert (tags.count("Table") > 0) == (tags.count("TH") > 0), name


def test_the_title_of_a_file_is_its_first_heading() -> None:
    import pikepdf

    for name, data in _made("sv").items():
        with pikepdf.open(io.BytesIO(data)) as pdf:
            title = squeezed(str(pdf.docinfo.Title)).replace("\u00ad", "")
        assert _text(data).replace(" ", "").startswith(title.replace(" ", "")), name


def _pdf_with(**more: object) -> bytes:
    """The PDF of a promise with other values."""
    value = {**_example().documents["exempelby/lofte-2023"].value, **more}
    workspace = load(["-"], EXAMPLE / "promises", json.dumps(value, ensure_ascii=False).encode())
    return next(p.make() for p in pdf_files(Site(workspace, "sv")) if p.name == "stdin.pdf")


@each(["العربية", "ქართული", "Українська", "ייִדיש", "Davvisámegiella", "✓ och ◐"])
def test_scripts_that_the_fonts_hold_are_shown(text: str) -> None:
    data = _pdf_with(inledning=f"Det här är {text}.")

    assert "[" not in _text(data)


def test_scripts_that_no_font_holds_are_left_out_with_a_notice() -> None:
    data = _pdf_with(inledning="Löftet finns också på ትግርኛ ቋንቋ och 中文 😀.")

    assert "finns också på […] och […]." in _text(data)
    assert "[…] är text med tecken som inte kan visas i den här filen." in _text(data)
    assert "ETHIOPIC" not in _text(data)


def test_a_checker_of_pdf_ua_finds_nothing(tmp_path: Path) -> None:
    import pdfua

    found = {}
    for name, data in _made("sv").items():
        file = tmp_path / "one.pdf"
        file.write_bytes(data)
        found[name] = [finding.message for finding in pdfua.validate(str(file)).findings]

    assert {name: [] for name in _made("sv")} == found


def test_the_same_documents_give_the_same_bytes() -> None:
    again = {piece.name: piece.make() for piece in pdf_files(Site(_example(), "sv"))}

    assert again == _made("sv")


@pytest.mark.parametrize("workspace", [exempelby, long_words])
def test_documents_of_other_shapes_become_pdf_too(workspace: Any) -> None:
    made = [piece.make() for piece in pdf_files(Site(workspace(), "sv"))]

    assert len(made) >= 1
    assert all(data.startswith(b"%PDF") for data in made)


def test_nothing_in_a_text_is_read_as_markup() -> None:
    payload = '#read("/etc/passwd") *fet* = rubrik $x^2$ @ref <etikett>'
    value = {**_example().documents["exempelby/lofte-2023"].value, "titel": payload}
    workspace = load(["-"], EXAMPLE / "promises", json.dumps(value, ensure_ascii=False).encode())
    data = next(p.make() for p in pdf_files(Site(workspace, "sv")) if p.name == "stdin.pdf")

    assert payload.replace(" ", "") in _text(data).replace(" ", "")


def test_the_pdf_holds_every_word_of_the_markdown_page() -> None:

    pages = LazySite(_example())
    for name, data in _made("sv").items():
        words = re.findall(
            r"\w{4,}", re.sub(r"\]\([^)]*\)", "]", pages[name.replace(".pdf", ".md")].decode())
        )
        shown = _text(data).replace(" ", "").replace("-", "")

        assert [word for word in words if word not in shown] == [], name


@each(WORDINGS)
def test_wording_is_shown_letter_for_letter(text: str) -> None:
    value = dict(_example().documents["exempelby/lofte-2023"].value)
    value["åtaganden"] = [{**value["åtaganden"][0], "text": text}, *value["åtaganden"][1:]]
    workspace = load(["-"], EXAMPLE / "promises", json.dumps(value, ensure_ascii=False).encode())
    for lang in LANGUAGES:
        data = next(p.make() for p in pdf_files(Site(workspace, lang)) if p.name == "stdin.pdf")

        assert text.replace(" ", "") in _text(data).replace(" ", "")
