"""`lofte validate --published`: each promise beside the kept copies of what police and municipality publish."""

import shutil
from pathlib import Path

import pytest

from corpus import ROOT
from program import Answer, lofte

EXAMPLE = ROOT / "docs" / "exempel"
PROMISE = "promises/exempelby/lofte-2024.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "tests" / "rules" / "arkiv", tmp_path / "arkiv")
    return tmp_path


def _published(folder: Path, *copies: str) -> Answer:
    """The answer for the example promise with these kept copies."""
    file = folder / PROMISE
    head, _ = file.read_text(encoding="utf-8").split("publicerat:")
    rows = "".join(f"  - {{utgivare: polisen, format: html, arkiverad: {copy}}}\n" for copy in copies)
    file.write_text(f"{head}publicerat:\n{rows}", encoding="utf-8")
    return lofte("validate", PROMISE, "--published", "--select", "W06", "--compact", cwd=folder)


def _said(answer: Answer) -> list[str]:
    return [line.partition("W06 ")[2] for line in answer.out.splitlines() if "W06 " in line]


def test_a_page_with_the_same_wording_is_silent(folder: Path) -> None:
    assert _said(_published(folder, "arkiv/kommunen-2024.html")) == []


def test_what_a_page_lacks_or_words_in_another_way_is_a_finding(folder: Path) -> None:
    assert _said(_published(folder, "arkiv/kommunen-2024.html", "arkiv/polisen-2024.html")) == [
        "Sidan från polisen skriver P1 på ett annat sätt: ”Polisen fotpatrullerar vid stationen varje helg”.",
        "Sidan från polisen saknar K2: ”Vi byter 40 lampor i Stadsparken före den 1 november”.",
    ]


def test_what_a_page_has_extra_and_another_period_are_findings(folder: Path) -> None:
    page = folder / "arkiv" / "kommunen-2024.html"
    text = page.read_text(encoding="utf-8").replace("31 december 2024", "30 juni 2024")
    page.write_text(text.replace("<li>Vi byter", "<li>Vi öppnar fritidsgården på söndagar.</li><li>Vi byter"))
    assert _said(_published(folder, "arkiv/kommunen-2024.html")) == [
        "Sidan från polisen anger perioden ”1 januari–30 juni 2024”.",
        "Sidan från polisen har ett åtagande som inte finns här: ”Vi öppnar fritidsgården på söndagar”.",
    ]


def test_a_copy_that_cannot_be_read_is_a_finding_with_its_reason(folder: Path) -> None:
    (folder / "arkiv" / "sida.pdf").write_bytes(b"%PDF-1.7\nintet")
    assert _said(_published(folder, "arkiv/borta.html", "arkiv/sida.pdf")) == [
        "Sidan från polisen är inte sparad: filen arkiv/borta.html finns inte.",
        "Sidan från polisen går inte att läsa: sida.pdf går inte att läsa som en PDF.",
    ]


def test_an_address_is_not_fetched_but_named(folder: Path) -> None:
    answer = lofte("validate", PROMISE, "--published", cwd=folder)
    assert "https://www.polisen.example/exempelby/medborgarlofte-2024 jämförs inte. Spara sidan" in answer.err


def test_without_the_option_no_copy_is_read(folder: Path) -> None:
    _published(folder, "arkiv/borta.html")
    assert _said(lofte("validate", PROMISE, "--compact", cwd=folder)) == []
