"""What in docs is made from the code is made from the code as it is now."""

import re
from itertools import product
from typing import Final

import pytest
from typer.testing import CliRunner

from each import each
from generate import generated
from medborgarlofte.cli.app import program
from medborgarlofte.cli.session import open_session
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.report.explanation import SCHEMA_NOTICES, explain, notices
from medborgarlofte.rules import RULES
from medborgarlofte.rules.rule import Rule
from reference_pages import keys_page, rules_page

PAGES: Final[dict[Language, str]] = {"sv": "regler.md", "en": "rules.md"}


def test_a_page_is_as_it_would_be_made_now() -> None:
    # Run `python docs/generate.py` when this fails.
    pages = generated()

    stale = [path.name for path, text in pages.items() if path.read_text(encoding="utf-8") != text]
    assert stale == []
    assert {
        "regler.md",
        "rules.md",
        "nycklar.md",
        "tabeller.md",
        "medborgarlofte.schema.json",
        "samverkansoverenskommelse.schema.json",
        "uppfoljning.schema.json",
        "lagesbild.schema.json",
        "atgardsplan.schema.json",
        "trygghetsmatning.schema.json",
        "medborgardialog.schema.json",
    } == {path.name for path in pages if path.parent.name != "komponenter"}


@each(product(RULES, LANGUAGES), lambda row: f"{row[0].code} {row[1]}")
def test_a_rule_has_its_section_with_everything_it_says(rule: Rule, lang: Language) -> None:
    page = rules_page(lang)
    [section] = re.findall(rf"(?ms)^## {rule.code} {rule.name}$(.*?)(?=^## )", page)

    assert section.count("```yaml\n") == 2
    assert rule.source in section
    for said in (rule.why[lang],):
        assert re.sub(r"\{\w+\}", "…", said).replace("{{", "{").replace("}}", "}") in section


@each(LANGUAGES)
def test_every_code_is_on_the_page(lang: Language) -> None:
    page = rules_page(lang)

    assert [code for code in notices() if f"{code} {notices()[code].name}" not in page] == []


@each(LANGUAGES)
def test_the_page_has_no_holes(lang: Language) -> None:
    prose = re.sub(r"(?s)```yaml.*?```", "", rules_page(lang))

    assert re.findall(r"\{\w+\}|\{\{|\}\}|None", prose) == []


def test_every_key_has_a_row() -> None:
    rows = re.findall(r"(?m)^\| `([^`]+)`( \*)? \| (.*) \|$", keys_page())

    assert len(rows) > 100
    assert [key for key, _, description in rows if not description.strip()] == []


def test_codes_are_unique() -> None:
    codes = [notice.code for notice in (*SCHEMA_NOTICES, *RULES)]

    assert sorted(set(codes)) == sorted(codes)


@pytest.mark.slow
@each(product(sorted(notices()), LANGUAGES))
def test_every_code_can_be_explained_by_the_command(code: str, lang: Language) -> None:
    session = open_session(lang, {})
    answer = CliRunner().invoke(
        program(session), ["validate", "--explain", code.lower()], standalone_mode=False
    )

    assert answer.return_value == 0
    assert answer.stdout.startswith(f"{code} {notices()[code].name}\n\n")
    assert explain(code, lang=lang, width=session.width) == answer.stdout


@each(product(RULES, LANGUAGES), lambda row: f"{row[0].code} {row[1]}")
def test_the_explanation_of_a_rule_explains_how_to_set_it_aside(rule: Rule, lang: Language) -> None:
    text = explain(rule.code, lang=lang, width=100)

    assert f"undantag: [{{regel: {rule.code}, " in text
    assert "M01" not in text.rpartition("undantag:")[2] or rule.code == "M01"
    assert rule.source in text
    for line in (*rule.bad.splitlines(), *rule.good.splitlines()):
        assert line in text


def test_the_catalogue_and_the_rules_name_the_same_levels() -> None:
    for rule in RULES:
        section = rules_page("sv").partition(f"## {rule.code} ")[2].partition("\n## ")[0]
        for stage in rule.stages:
            assert f"{stage} (" in section
