"""Promises laid out as tables, columns and lists of labels give the same fields as running lists."""

import io
import re
from collections.abc import Sequence
from typing import Any

import docx
import pytest

from each import each
from importing.drafts import TODAY, read
from medborgarlofte.importing.blocks import Block, row
from medborgarlofte.importing.furniture import mark_furniture
from medborgarlofte.importing.layout import lay_out
from medborgarlofte.importing.pdf_layout import blocks_of_lines
from medborgarlofte.importing.pdf_lines import Line
from medborgarlofte.importing.pipeline import import_bytes

pytestmark = pytest.mark.slow

OPENING = ("Medborgarlöfte Exempelby 2025", "Exempelby kommun och polisen lovar följande under 2025.")


def _drafts(name: str, data: bytes) -> list[dict[str, Any]]:
    _, drafts = import_bytes(name, data, lang="sv", today=TODAY)
    return [read(draft) for draft in drafts]


def _of_page(body: str) -> dict[str, Any]:
    page = f"<html><body><main><h1>{OPENING[0]}</h1><p>{OPENING[1]}</p>{body}</main></body></html>"
    return _drafts("a.html", page.encode())[0]


def _of_word(
    rows: Sequence[Sequence[Sequence[str]]], opening: tuple[str, str] = OPENING
) -> list[dict[str, Any]]:
    """The drafts of a Word file with a table; cells are paragraphs, a row of one cell goes over all columns."""
    document, made = docx.Document(), io.BytesIO()
    document.add_heading(opening[0], 0)
    document.add_paragraph(opening[1])
    table = document.add_table(len(rows), max(map(len, rows)))
    for line, cells in zip(table.rows, rows, strict=True):
        if len(cells) == 1:
            line.cells[0].merge(line.cells[-1])
        for cell, (first, *others) in zip(line.cells, cells, strict=False):
            cell.text = first
            for text in others:
                cell.add_paragraph(text)
    document.save(made)
    return _drafts("a.docx", made.getvalue())


def _promised(draft: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.get("part", ""), one["text"]) for one in draft.get("åtaganden", [])]


BY_PARTY = [
    ("polisen", "Fotpatrullerar på torget två kvällar i veckan."),
    ("polisen", "Besöker skolorna varje termin."),
    ("kommunen", "Lagar trasiga lampor inom tre dagar."),
    ("exempelbyhus", "Byter lås i 12 portar."),
]


@each([
    [[["Polisen"], ["Exempelby kommun"], ["Exempelbyhus"]],
     [[text for who, text in BY_PARTY if who == one] for one in ("polisen", "kommunen", "exempelbyhus")]],
    [[["Det här gör polisen", *(f"– {text}" for _, text in BY_PARTY[:2])],
      ["Kommunens löften", BY_PARTY[2][1]], ["Exempelbyhus", BY_PARTY[3][1]]]],
    [[["Polisen"], ["Kommunen"], ["Exempelbyhus"]],
     [[BY_PARTY[0][1]], [BY_PARTY[2][1]], [BY_PARTY[3][1]]], [[BY_PARTY[1][1]], [""], [""]]],
])  # fmt: skip
def test_a_table_with_a_party_in_each_column_is_read_by_column(rows: list[list[list[str]]]) -> None:
    assert _promised(_of_word(rows)[0]) == BY_PARTY


def test_a_table_of_parties_has_areas_in_rows_of_their_own_or_before_each_row() -> None:
    heads = "<th>Polisen</th><th>Kommunen</th>"
    cells = "<td>Mäter hastighet varje vecka.</td><td>Bygger fyra gupp.</td>"
    tables = (
        f"<tr>{heads}</tr><tr><td colspan=2>Trafik</td></tr><tr>{cells}</tr>",
        f"<tr><th>Område</th>{heads}</tr><tr><td>Trafik</td>{cells}</tr>",
    )
    for table in tables:
        draft = _of_page(f"<table>{table}</table>")
        assert _promised(draft) == [
            ("polisen", "Mäter hastighet varje vecka."),
            ("kommunen", "Bygger fyra gupp."),
        ]
        assert [one["fokus"] for one in draft["åtaganden"]] == [["trafik"], ["trafik"]]


FIGURES = (
    "<h2>Läget</h2><table><tr><th></th><th>Polisen</th><th>Kommunen</th></tr>"
    "<tr><td>Anmälda stölder</td><td>120</td><td>14</td></tr></table>"
)
CONTACTS = (
    "<h2>Kontakt</h2><table><tr><td>Polisen</td><td>Kommunen</td></tr>"
    "<tr><td>Ola Ek, kommunpolis</td><td>Eva Berg, säkerhetssamordnare</td></tr></table>"
)
SIGNATURES = (
    "<h2>Underskrifter</h2><table><tr><td>För polisen</td><td>För Exempelby kommun</td></tr>"
    "<tr><td>Exempelby den 3 mars 2025</td><td>Exempelby den 3 mars 2025</td></tr>"
    "<tr><td>Ola Ek</td><td>Eva Berg</td></tr>"
    "<tr><td>Lokalpolisområdeschef</td><td>Kommunstyrelsens ordförande</td></tr></table>"
)


@each([FIGURES, CONTACTS, SIGNATURES])
def test_figures_contacts_and_signatures_of_two_parties_are_no_promises(table: str) -> None:
    draft = _of_page(f"<ul><li>Polisen ska besöka skolan.</li></ul>{table}")
    assert _promised(draft) == [("polisen", "Polisen ska besöka skolan.")]


SECTIONED = [
    (["fokus"], "Mäter hastighet på Storgatan", "polisen", None),
    (["fokus"], "Har skolvärdar vid övergångsställena", "kommunen", "fritidsenheten"),
    (["annat"], "Söker med hund på gymnasiet", "polisen", None),
]


def _cells(*texts: str) -> list[list[str]]:
    return [[text] for text in texts]


ROWS = [
    _cells("Mäter hastighet på Storgatan", "Polisen", "Varje vecka"),
    _cells("Har skolvärdar vid övergångsställena", "Kommunen (fritidsenheten)", "Skoldagar"),
    _cells("Söker med hund på gymnasiet", "Polisen", "Tre gånger"),
]
HEADER = _cells("Insats", "Ansvarig", "När")


@each([
    [HEADER, _cells("Fokus"), *ROWS[:2], _cells("Annat"), ROWS[2]],
    [HEADER, _cells("1. Fokus"), *ROWS[:2], _cells("Tiderna står på webbplatsen."), _cells("2. Annat"), ROWS[2]],
    [HEADER, _cells("Fokus", "", ""), *ROWS[:2], _cells("Annat", "", ""), ROWS[2]],
])  # fmt: skip
def test_a_row_over_the_whole_table_is_an_area_and_the_header_still_holds(
    rows: list[list[list[str]]],
) -> None:
    draft = _of_word(rows)[0]
    assert [one["rubrik"] for one in draft["fokusområden"]] == ["Fokus", "Annat"]
    assert [
        (one["fokus"], one["text"], one["part"], one.get("ansvarig", {}).get("funktion"))
        for one in draft["åtaganden"]
    ] == SECTIONED


def test_a_row_over_the_whole_table_can_name_who_promises() -> None:
    rows = [
        _cells("Åtgärd", "När"),
        _cells("Polisens åtaganden"),
        _cells("Hundsök på gymnasiet", "Tre gånger"),
    ]
    rows += [_cells("Kommunens åtaganden"), _cells("Nya lampor vid stationen", "Senast 1 oktober")]
    assert _promised(_of_word(rows)[0]) == [
        ("polisen", "Hundsök på gymnasiet"),
        ("kommunen", "Nya lampor vid stationen"),
    ]


def test_a_commitment_that_only_its_first_cell_says_is_no_area() -> None:
    draft = _of_word([HEADER, ROWS[0], _cells("Går hundrundor", "", ""), ROWS[1]])[0]
    assert "fokusområden" not in draft
    assert ("polisen", "Går hundrundor") in _promised(draft)


def test_a_title_above_the_first_cell_of_a_pdf_is_a_row_of_its_own() -> None:
    texts = [
        ("Insats", 90, 0), ("Ansvarig", 200, 0), ("När", 300, 0), ("Trygga skolvägar", 90, 13),
        ("Hastigheten", 90, 26), ("mäts utanför", 90, 39), ("kommunens", 90, 52), ("alla skolor,", 90, 65),
        ("också på", 90, 78), ("kvällarna", 90, 91), ("Polisen", 200, 26), ("Varje", 300, 26), ("vecka", 300, 39),
    ]  # fmt: skip
    lines = [
        Line(1, text, left=left, right=left + 5.0 * len(text), base=700.0 - down, bottom=698.0 - down, top=708.0 - down, size=11.0)
        for text, left, down in texts
    ]  # fmt: skip
    assert [block.cells for block in blocks_of_lines([lines], set())] == [
        ("Insats", "Ansvarig", "När"),
        ("Trygga skolvägar", "", ""),
        ("Hastigheten mäts utanför kommunens alla skolor, också på kvällarna", "Polisen", "Varje vecka"),
    ]


LABELLED = """Medborgarlöfte Exempelby 2025

Exempelby kommun och polisen lovar följande under 2025.

1. Vi ska göra parken tryggare.
   - Plats: Storparken
   - Ansvarig: Kommunen (gatukontoret)
   - När: senast 1 oktober 2025
   - Kostnad: 200 000 kr
   - Mäts: minst 40 lampor
2. Vi ska minska fortkörningen på Storgatan.
   - Ansvarig: Polisen
   - När: två gånger i veckan
   - Mäts: medelhastighet före och efter
3. Vi ska vara ute på skolavslutningen.
   - Ansvarig: Polisen och kommunen
   - Mål: färre anmälningar
"""
AS_PAGE = (
    "<ol><li>Vi ska göra parken tryggare.<ul><li>Plats: Storparken</li><li><b>Ansvarig:</b> Kommunen (gatukontoret)</li>"
    "<li>När: senast 1 oktober 2025</li><li>Kostnad: 200 000 kr</li><li>Mäts: minst 40 lampor</li></ul></li>"
    "<li>Vi ska minska fortkörningen på Storgatan.<ul><li>Ansvarig: Polisen</li><li>När: två gånger i veckan</li>"
    "<li>Mäts: medelhastighet före och efter</li></ul></li><li>Vi ska vara ute på skolavslutningen.<ul>"
    "<li>Ansvarig: Polisen och kommunen</li><li>Mål: färre anmälningar</li></ul></li></ol>"
)
AS_HEADINGS = (
    LABELLED.replace("1. ", "\n### ").replace("2. ", "\n### ").replace("3. ", "\n### ").replace("   - ", "- ")
)


@each([
    (LABELLED.encode(), "a.txt"),
    (LABELLED.replace("1. ", "• ").replace("2. ", "• ").replace("3. ", "• ").encode(), "a.txt"),
    (f"<main><h1>{OPENING[0]}</h1><p>{OPENING[1]}</p>{AS_PAGE}</main>".encode(), "a.html"),
    (f"# {AS_HEADINGS}".encode(), "a.md"),
])  # fmt: skip
def test_labels_below_each_commitment_are_its_fields(data: bytes, name: str) -> None:
    first, second, third = _drafts(name, data)[0]["åtaganden"]
    assert (first["part"], first["ansvarig"]) == ("kommunen", {"funktion": "gatukontoret"})
    assert (first["senast"], first["mål"]) == ("2025-10-01", {"minst": "40", "enhet": "lampor"})
    assert (second["part"], second["tid"]) == ("polisen", "två gånger i veckan")
    assert second["mål"] == {"exakt": "2", "enhet": "gånger", "per": "vecka"}
    assert (third["part"], third["text"]) == ("tillsammans", "Vi ska vara ute på skolavslutningen.")


def test_activities_below_a_title_are_no_labels() -> None:
    text = (
        f"{OPENING[0]}\n\n{OPENING[1]}\n\n"
        "- Vi ska göra centrum tryggare:\n  - Sommartid: fotpatrullerar polisen varje kväll\n"
        "  - Kommunen: har fältare ute varje fredag\n- Polisen ska märka 200 cyklar.\n"
    )
    assert _promised(_drafts("a.txt", text.encode())[0]) == [
        ("polisen", "Sommartid: fotpatrullerar polisen varje kväll"),
        ("kommunen", "har fältare ute varje fredag"),
        ("polisen", "Polisen ska märka 200 cyklar."),
    ]


def test_every_description_of_a_party_is_promised_by_it() -> None:
    draft = _of_page(
        "<h2>Trafik</h2><dl><dt>Polisen</dt><dd>har kontroller varje vecka</dd><dd>kontaktar föräldrar samma kväll</dd>"
        "<dt>Kommunen</dt><dd><ul><li>bygger fyra gupp</li><li>röjer sly vid Skolvägen</li></ul></dd></dl>"
        "<h2>Droger</h2><dl><div><dt>Tillsammans</dt><dd>informerar vi föräldrarna</dd></div></dl>"
    )
    assert [(one["part"], one["text"], one["fokus"]) for one in draft["åtaganden"]] == [
        ("polisen", "har kontroller varje vecka", ["trafik"]),
        ("polisen", "kontaktar föräldrar samma kväll", ["trafik"]),
        ("kommunen", "bygger fyra gupp", ["trafik"]),
        ("kommunen", "röjer sly vid Skolvägen", ["trafik"]),
        ("tillsammans", "informerar vi föräldrarna", ["droger"]),
    ]


@each([
    "<dt>Eva Berg</dt><dd>kommunstyrelsens ordförande</dd><dt>Ola Ek</dt><dd>lokalpolisområdeschef</dd>",
    "<dt>kommunstyrelsens ordförande</dt><dd>Eva Berg</dd><dt>lokalpolisområdeschef</dt><dd>Ola Ek</dd>",
    (
        "<dt>För Exempelby kommun</dt><dd>Eva Berg</dd><dd>kommunstyrelsens ordförande</dd>"
        "<dt>För polisen</dt><dd>Ola Ek</dd><dd>lokalpolisområdeschef</dd>"
    ),
])  # fmt: skip
def test_signatures_in_a_list_of_descriptions(people: str) -> None:
    draft = _of_page(
        f"<ul><li>Polisen ska märka 200 cyklar.</li></ul><h2>Underskrifter</h2><dl>{people}</dl>"
    )
    assert [(one["namn"], one["roll"]) for one in draft["undertecknat"]] == [
        ("Eva Berg", "kommunstyrelsens ordförande"),
        ("Ola Ek", "lokalpolisområdeschef"),
    ]


def test_contacts_of_parties_in_a_list_of_descriptions_are_no_promises() -> None:
    contacts = "<dl><dt>Polisen</dt><dd>Ring 114 14 dygnet runt</dd><dt>Kommunen</dt><dd>Ring 0555-10 00 00</dd></dl>"
    draft = _of_page(f"<ul><li>Polisen ska märka 200 cyklar.</li></ul><h2>Kontakt</h2>{contacts}")
    assert _promised(draft) == [("polisen", "Polisen ska märka 200 cyklar.")]


def _reported(*rows: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The promise and the follow-up of a report with a table."""
    opening = (
        "Uppföljning av medborgarlöftet i Exempelby 2025",
        "Exempelby kommun och polisen redovisar löftet.",
    )
    promise, report = _of_word([_cells(*row) for row in rows], opening)
    return promise, report


@each(
    [
        ("Måluppfyllelse", "Kommentar"),
        ("Måluppfyllelse (%)", "Kommentar"),
        ("Resultat", "Kommentar"),
        ("Utfall", "Kommentar"),
    ]
)
def test_a_share_of_what_was_promised_is_how_it_went_and_no_target(share: str, comment: str) -> None:
    promise, report = _reported(
        ("Löfte", share, comment),
        ("Polisen ska besöka tio skolor.", "100 %", "Alla fick besök i maj."),
        ("Polisen ska öppna ett kontor.", "0 %", "Lokalen saknas."),
        ("Polisen ska ha ett dialogmöte.", "0 %", "Har inte påbörjats."),
        ("Kommunen ska byta 50 lampor.", "60 %", "30 lampor i parken."),
        ("Kommunen ska röja sly.", "Går inte att mäta", "Ingen har räknat."),
    )  # fmt: skip
    assert [one.get("mål", {}).get("enhet") for one in promise["åtaganden"]] == [
        "skolor",
        None,
        None,
        "lampor",
        None,
    ]
    assert [(one["status"], one["kommentar"]) for one in report["poster"]] == [
        ("genomfört", "Alla fick besök i maj."),
        ("ej genomfört", "Lokalen saknas."),
        ("ej påbörjat", "Har inte påbörjats."),
        ("delvis genomfört", "30 lampor i parken."),
        ("går ej att bedöma", "Ingen har räknat."),
    ]


def test_a_result_in_percent_of_a_promise_in_percent_is_no_share_of_it() -> None:
    _, report = _reported(
        ("Löfte", "Resultat"),
        ("Polisen ska besöka tio skolor.", "100 %"),
        ("Polisen ska svara på minst 80 procent av anmälningarna samma dag.", "60 %"),
    )
    assert [(one.get("status"), one["kommentar"]) for one in report["poster"]] == [
        ("genomfört", "100 %"),
        (None, "60 %"),
    ]


def test_a_share_in_a_promise_is_still_its_target() -> None:
    rows = [
        _cells("Löfte", "Ansvarig", "Omfattning"),
        _cells("Lämna information till elever", "Polisen", "80 %"),
    ]
    (one,) = _of_word([*rows])[0]["åtaganden"]
    assert one["mål"] == {"exakt": "80", "enhet": "procent"}


def _line(text: str, left: float, base: float, *, page: int = 1, size: float = 11.0) -> Line:
    """A line of a page; ^ before a digit raises it."""
    made, right = Line(page, base=base), left
    for letter in re.findall(r"\^?.", text):
        up = 0.4 * size if letter[0] == "^" else 0.0
        box = (right, base + up, right + 0.4 * size, base + up + 0.4 * size)
        made.add(letter[-1], box, size, bold=False)
        right += 0.45 * size
    return made


def test_a_footnote_does_not_cut_the_commitment_above_it() -> None:
    first = [
        _line("• Kommunen ska sätta upp 40 nya lampor^2 mellan skolan", 72, 400),
        _line("och stationen och rusta 300 m^7 av torget senast", 80, 387),
        _line("2Om Trafikverket ger tillstånd.", 72, 60, size=8),
    ]
    second = [
        _line("1 november 2024.", 80, 400, page=2),
        _line("• Kommunen ska röja sly vid bäcken.", 72, 380, page=2),
    ]
    blocks = mark_furniture(lay_out(blocks_of_lines([first, second], set())))
    assert [(block.kind, block.text) for block in blocks] == [
        (
            "item",
            (
                "Kommunen ska sätta upp 40 nya lampor mellan skolan och stationen och rusta 300 m7 av torget senast "
                "1 november 2024."
            ),
        ),
        ("furniture", "2 Om Trafikverket ger tillstånd."),
        ("item", "Kommunen ska röja sly vid bäcken."),
    ]


def test_a_capital_in_a_narrow_column_begins_no_paragraph() -> None:
    lines = [
        _line("Polisen och kommunen lovar följande i hela kommunen under året.", 72, 440),
        _line("• Träffar boende på", 72, 400), _line("Norrbacken varje höst", 80, 387),
        _line("• Ordnar jobb för unga", 250, 400), _line("från Söderbacken", 258, 387),
    ]  # fmt: skip
    assert [block.text.strip() for block in blocks_of_lines([lines], set())] == [
        "Polisen och kommunen lovar följande i hela kommunen under året.",
        "• Träffar boende på Norrbacken varje höst",
        "• Ordnar jobb för unga från Söderbacken",
    ]


@each([
    (Block("paragraph", "medborgardialoger i höst.", page=2), "Kommunen ska hålla fyra medborgardialoger i höst."),
    (row(["medborgardialoger.", "", "deltagare."], 9, page=2), "Kommunen ska hålla fyra medborgardialoger."),
    (Block("paragraph", "Löftet följs upp.", page=2), "Kommunen ska hålla fyra"),
    (Block("paragraph", "medborgardialoger i höst.", page=1), "Kommunen ska hålla fyra"),
])  # fmt: skip
def test_a_cell_goes_on_below_a_page_break(below: Block, text: str) -> None:
    cut = row(["Kommunen ska hålla fyra", "100 %", "Alla är hållna."], 8, page=1)
    assert mark_furniture([cut, below])[0].cells[0] == text


def test_a_commitment_that_ends_in_mid_sentence_is_reported() -> None:
    page = f"<main><h1>{OPENING[0]}</h1><p>{OPENING[1]}</p><h2>Kommunen</h2><ul><li>sätta upp nya lampor senast</li>"
    _, drafts = import_bytes(
        "a.html", f"{page}<li>röja sly</li></ul></main>".encode(), lang="sv", today=TODAY
    )
    doubts = [reason.sv for _, reason in drafts[0].doubts]
    assert doubts == ["åtagandet verkar sluta mitt i en mening: ”… lampor senast”"]
