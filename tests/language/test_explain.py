"""What is found in a sentence, in words and through the command."""

import datetime as dt
from typing import get_args

import pytest
from typer.testing import CliRunner

from corpus import ROOT
from each import each
from medborgarlofte.cli.app import program
from medborgarlofte.cli.session import Session
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.format import KINDS, explain_text, format_explanation

TEXT = (
    "Vi ska verka för trygghet i parken minst två kvällar i veckan, om bemanningen tillåter, före midsommar."
)


def test_a_sentence_is_explained_line_by_line_in_both_languages() -> None:
    assert format_explanation(TEXT, "sv") == (
        "svagare än ”ska”: ”verka för”\nvagt verb: ”verka för”\n"
        "antal: ”minst två kvällar i veckan” = minst 2 kvällar per vecka\n"
        "förbehåll: ”om bemanningen tillåter”\n"
        "sista dag: ”före midsommar” = före midsommar"
    )
    assert format_explanation(TEXT, "en") == (
        "weaker than “shall”: “verka för”\nvague verb: “verka för”\n"
        "count: “minst två kvällar i veckan” = at least 2 kvällar per week\n"
        "reservation: “om bemanningen tillåter”\n"
        "deadline: “före midsommar” = before midsommar"
    )


@each(LANGUAGES)
def test_every_kind_of_expression_has_a_name(lang: Language) -> None:
    assert set(get_args(ex.Expression)) == set(KINDS)
    assert len({KINDS[kind][lang] for kind in KINDS}) == len(KINDS)


def test_the_words_of_an_expression_are_those_of_the_text() -> None:
    text = "Två\nkvällar i  veckan"
    [one] = explain_text(text, "sv")

    assert (one.written, text[one.start : one.end]) == ("Två kvällar i veckan", text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Två möten per år.", "antal: ”Två möten per år” = 2 möten per år\n"),
        ("Hej.", "Inget i texten är ett tal, en tid, ett förbehåll eller ett vagt verb.\n"),
        ("", "Inget i texten är ett tal, en tid, ett förbehåll eller ett vagt verb.\n"),
    ],
)
def test_the_command_explains_a_text(text: str, shown: str) -> None:
    session = Session("sv", ROOT, dt.date(2026, 11, 22), 100, color=False, interactive=False)
    answer = CliRunner().invoke(program(session), ["validate", "--explain-text", text])

    assert (answer.exit_code, answer.stdout.replace("\u00a0", " ")) == (0, shown)


def test_a_figure_from_a_survey_is_distinguished_from_a_target() -> None:
    text = "Enkäten visar att 43 procent är oroliga."

    assert "siffra om hur det är, inget mål: ”43 procent” = 43 procent" in format_explanation(text, "sv")
    assert "figure of how things are, no target: “43 procent” = 43 per cent" in format_explanation(text, "en")
