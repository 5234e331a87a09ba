"""The same text in Word files, PDFs and web pages of different origin gives the same draft."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from each import each
from importing.drafts import FILES, draft_of
from medborgarlofte.importing.pdf_layout import blocks_of_lines
from medborgarlofte.importing.pdf_lines import Line

pytestmark = pytest.mark.slow

WANTED = {
    "P1": (
        "polisen",
        (
            "fotpatrullera på Stora torget minst tre kvällar i veckan, med särskild uppmärksamhet på fredagar och "
            "lördagar när krogarna stänger"
        ),
    ),
    "P2": ("polisen", "genomföra tio hastighetskontroller per månad utanför Björkskolan"),
    "P3": ("polisen", "märka cyklar på stationen två gånger om året"),
    "K1": (
        "kommunen",
        "sätta upp belysning längs gångvägen mellan skolan och idrottsplatsen senast den 30 september 2024",
    ),
    "K2": (
        "kommunen",
        "laga skadade cykelställ inom fem vardagar från det att felet har anmälts till kontaktcenter",
    ),
    "G1": (
        "tillsammans",
        "bjuda in till trygghetsvandringar i Lillby, Västerby och Åsen en gång per halvår",
    ),
}


def _commitments(draft: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {one["id"]: (one["part"], one["text"]) for one in draft["åtaganden"]}


@each(sorted(FILES.glob("*.*")), lambda path: path.name)
def test_every_format_gives_the_same_draft(path: Path) -> None:
    draft = draft_of(path)
    assert draft["titel"] == "Medborgarlöfte för Lillby 2024"
    assert draft["period"] == {"från": "2024", "till": "2024", "text": "2024"}
    assert [party["namn"] for party in draft["parter"]] == ["Lillby kommun", "Lokalpolisområde Norra skogen"]
    assert _commitments(draft) == WANTED
    assert draft["åtaganden"][3]["senast"] == str(dt.date(2024, 9, 30))
    assert draft["uppföljningsplan"] == {
        "takt": "kvartal",
        "text": "Vi redovisar resultatet på kommunens webbplats varje kvartal.",
    }
    assert [(one["namn"], one["roll"]) for one in draft["undertecknat"]] == [
        ("Anna Lundgren", "Lokalpolisområdeschef"),
        ("Erik Sjöberg", "Kommundirektör"),
    ]


def test_yaml_of_a_draft_is_read_as_it_was_written() -> None:
    draft = draft_of(FILES / "styles.docx")
    assert yaml.safe_load(yaml.safe_dump(draft, allow_unicode=True)) == draft


def test_a_quotation_below_an_indented_list_is_no_part_of_its_last_item() -> None:
    texts = [
        ("• Polisen går till fots i centrum minst tre kvällar", 75.0, 0.0),
        ("i veckan.", 85.0, 13.0),
        ("• Kommunen har fritidsledare ute varje lördag kväll", 75.0, 28.0),
        ("”Det är bra att någon finns på plats när vi går", 57.0, 43.5),
        ("hem”, skriver en granne.", 57.0, 56.5),
    ]
    lines = [
        Line(1, text, left=left, right=left + 4.6 * len(text), base=700 - down, size=10.0)
        for text, left, down in texts
    ]
    assert [block.text.strip() for block in blocks_of_lines([lines], set())] == [
        "• Polisen går till fots i centrum minst tre kvällar i veckan.",
        "• Kommunen har fritidsledare ute varje lördag kväll",
        "”Det är bra att någon finns på plats när vi går hem”, skriver en granne.",
    ]
