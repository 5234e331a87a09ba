"""A code explained."""

import re

import pytest
from inline_snapshot import snapshot

from each import each
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import LANGUAGES
from medborgarlofte.report.explanation import SCHEMA_NOTICES, explain, notices


def test_a_code_is_explained_in_swedish() -> None:
    assert explain("D10", lang="sv", width=80) == snapshot(
        """\
D10 impossible-date

Datumet ”…” finns inte: ….

Varför: Ett datum som inte finns går varken att påminna om eller följa upp.

Gör så här: Kontrollera datumet mot beslutet eller källan.
"""
    )


def test_a_code_is_explained_whatever_its_capitals() -> None:
    assert explain("D10", lang="en", width=80) == explain("d10", lang="en", width=80)


@each(sorted(notices()))
def test_every_code_is_explained_in_both_languages(code: str) -> None:
    explained = [explain(code, lang=lang, width=80) for lang in LANGUAGES]

    assert explained[0] != explained[1]
    assert [text.startswith(f"{code} {notices()[code].name}\n") for text in explained] == [True, True]


@each(sorted(notice.code for notice in SCHEMA_NOTICES))
def test_messages_about_the_form_of_a_file_fits_the_terminal_and_has_no_holes(code: str) -> None:
    for lang in LANGUAGES:
        text = explain(code, lang=lang, width=80)

        assert re.findall(r"\{\{|\}\}|\{\w+\}", text) == []
        assert [line for line in text.splitlines() if len(line) > 80] == []


@each(sorted(notices()))
def test_no_explanation_sends_the_reader_back_to_itself(code: str) -> None:
    for lang in LANGUAGES:
        assert f"--explain {code}" not in explain(code, lang=lang, width=80)


@pytest.mark.parametrize(("code", "meant"), [("D1O", True), ("ZZZ", False)])
def test_a_code_that_there_is_not_is_answered_with_the_nearest(code: str, meant: bool) -> None:
    with pytest.raises(LofteError) as caught:
        explain(code, lang="sv", width=80)

    assert f"Koden ”{code}” finns inte." == caught.value.message.sv
    assert meant is (caught.value.help is not None)
