"""What a rule finds inside a text is underlined where it stands, however the text is written in the file."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from typer.testing import CliRunner

from corpus import (
    PROMISE,
    PROMISES,
    ROOT,
    copy_of_promises,
    loaded,
    plain,
    squeezed,
    written_on_another_machine,
)
from each import each
from medborgarlofte.cli.app import program
from medborgarlofte.cli.session import Session
from medborgarlofte.diagnostic import Diagnostic, place, value_at
from medborgarlofte.i18n import LANGUAGES
from medborgarlofte.load import LoadedDocument, Workspace, load
from medborgarlofte.report.check.text import plain_frame
from medborgarlofte.rules import RULES
from medborgarlofte.rules.engine import lint
from medborgarlofte.rules.rule import RuleContext
from medborgarlofte.source.positions import Span

pytestmark = pytest.mark.slow

TODAY: Final = dt.date(2024, 6, 1)
SHIPPED: Final = sorted(path.relative_to(PROMISES).as_posix() for path in PROMISES.rglob("*.yaml"))


def findings(workspace: Workspace) -> list[Diagnostic]:
    """What the rules say under the profile granskning."""
    return lint(workspace, today=TODAY, profile="granskning")


def cut(text: str, span: Span) -> str:
    """What stands in a place of a file."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def told(diagnostics: list[Diagnostic]) -> list[tuple[Any, ...]]:
    """What was found, and where."""
    return [(d.file, d.code, d.severity, d.span, d.route, d.waived, d.message("sv")) for d in diagnostics]


# ---------------------------------------------------------------- one date, written in every way

WAYS: Final = [
    ("inledning: Till den 31 juni 2024.", (11, 21, 33)),  # plain
    ("inledning: Löftet gäller\n  till den\n  31 juni 2024.", (13, 3, 15)),  # plain, of several lines
    ("inledning: 'Till den 31 juni 2024.'", (11, 22, 34)),  # single quotes
    ("inledning: 'Det ''är'' till den 31 juni 2024.'", (11, 33, 45)),  # single quotes, doubled
    ("inledning: '  Till\n\n  den 31 juni 2024.'", (13, 7, 19)),  # single quotes, of several lines
    ('inledning: "Till den 31 juni 2024."', (11, 22, 34)),  # double quotes
    (r'inledning: "F\u00f6r \"er\"\t\n till den 31 juni 2024.\n"', (11, 42, 54)),  # double quotes, escapes
    (r'inledning: "Till den \x33\u0031 juni 2024."', (11, 22, 42)),  # double quotes, escaped itself
    ('inledning: "Till \\\n  den\\\n  \\ 31 juni 2024."', (13, 5, 17)),  # double quotes, lines joined
    ("inledning: >-\n  Löftet gäller\n  till den 31 juni 2024.", (13, 12, 24)),  # folded
    ("inledning: > # kom\n\n    Till den\n    31 juni 2024.\n\n", (14, 5, 17)),  # folded, with a comment
    ("inledning: |\n  Löftet gäller\n\n    till den 31 juni 2024.", (14, 14, 26)),  # literal
    ("inledning: |2-\n    Till den 31 juni 2024.", (12, 14, 26)),  # literal, with its indentation
    ("inledning: |+\n  å👮 ä till den 31 juni 2024.\n\n\n", (12, 17, 29)),  # literal, wide letters
    ("lägesbild: x\ninledning: 'Till den 31 juni 2024.' # 31 juni", (12, 22, 34)),  # before a comment
    ("inledning:\n  Till den 31 juni 2024.", (12, 12, 24)),  # on the next line
    ('? inledning\n: "Till den 31 juni 2024."', (12, 13, 25)),  # behind a question mark
]


def found_date(workspace: Workspace) -> tuple[Diagnostic, str]:
    """The one impossible date, and the text of the file."""
    assert workspace.diagnostics == ()
    [diagnostic] = [d for d in findings(workspace) if d.code == "T01"]
    return diagnostic, workspace.texts["<stdin>"]


@each(WAYS)
def test_the_date_is_underlined_where_it_is(written: str, where: tuple[int, int, int]) -> None:
    diagnostic, text = found_date(loaded(f"{PROMISE}{written}\n"))
    line, column, end = where

    assert diagnostic.route == "inledning"
    assert Span(line, column, line, end) == diagnostic.span
    assert cut(text, diagnostic.span).replace(r"\x33\u0031", "31") == "31 juni 2024"


@each(WAYS)
def test_the_date_is_underlined_at_the_same_place_on_another_machine(
    written: str, where: tuple[int, int, int]
) -> None:
    data = written_on_another_machine(f"{PROMISE}{written}\n")
    diagnostic, _ = found_date(load(["-"], ROOT, data))

    assert where == (diagnostic.span.line, diagnostic.span.column, diagnostic.span.end_column)


@each(WAYS)
def test_the_frame_shows_the_date(written: str, where: tuple[int, int, int]) -> None:
    diagnostic, text = found_date(loaded(f"{PROMISE}{written}\n"))
    _, marks = plain_frame(text, diagnostic.span, 100)

    assert "^" * (where[2] - where[1]) == marks.split("|")[1].strip()


@pytest.mark.parametrize(
    "written",
    ["inledning: >-\n  Löftet gäller till den 31\n  juni 2024.", "inledning: 'Till den 31\n  juni 2024.'"],
)
def test_a_date_over_two_lines_is_underlined_from_its_first_word(written: str) -> None:
    diagnostic, text = found_date(loaded(f"{PROMISE}{written}\n"))

    assert cut(text, diagnostic.span) == "31\n  juni 2024"


@each(
    [
        ("titel: Medborgarlöfte till den 31 juni 2024", "titel"),
        ("period: {från: 2024, text: till 31 juni 2024}", "period/text"),
        ("återkoppling:\n  - {kanal: webbplats, text: 'Den 31 juni 2024.'}", "återkoppling/0/text"),
        ("effektmål:\n  - {id: E1, text: 'Färre brott den 31 juni 2024.'}", "effektmål/E1/text"),
        ("uppföljningsplan: {text: Den 31 juni 2024.}", "uppföljningsplan/text"),
    ]
)
def test_the_date_is_found_in_every_part(written: str, route: str) -> None:
    value = plain(PROMISE) | plain(written)
    diagnostic, text = found_date(loaded(yaml.safe_dump(value, allow_unicode=True, sort_keys=False)))

    assert (route, "31 juni 2024") == (diagnostic.route, cut(text, diagnostic.span))


# ---------------------------------------------------------------- every finding inside a text of the shipped promises


def inside(workspace: Workspace) -> Iterator[tuple[LoadedDocument, Diagnostic, str]]:
    """Each finding that means a part of a text, with that part as it was read."""
    for item in workspace.valid.values():
        context = RuleContext(item, workspace, TODAY)
        for rule in RULES:
            if not isinstance(item.document, rule.scope):
                continue
            for finding in rule.check(context):
                value = value_at(item.value, finding.place)
                if finding.chars is None or not isinstance(value, str):
                    continue
                diagnostic = place(finding, item.file, item.source, item.value)
                assert diagnostic is not None
                yield item, diagnostic, value.strip()[slice(*finding.chars)]


def escape_controls(text: str) -> str:
    """The characters that show, without what YAML adds to write them."""
    return re.sub(r"\s|\\[n\n]|\\", "", text.replace("''", "'"))


def test_what_a_rule_means_is_what_is_underlined() -> None:
    workspace = load(["promises"], ROOT)
    found = list(inside(workspace))

    assert len(found) > 50
    for item, diagnostic, meant in found:
        assert escape_controls(meant) == escape_controls(cut(item.source.text, diagnostic.span)), (
            diagnostic.code,
            item.file,
        )
        assert meant.strip(), (diagnostic.code, item.file)


@pytest.mark.parametrize("style", ["'", '"', "|", ">"])
@pytest.mark.parametrize("width", [30, 1000])
def test_what_a_rule_means_is_what_is_underlined_in_every_style(
    tmp_path: Path, style: str, width: int
) -> None:
    original = load(["promises"], ROOT)
    for path in copy_of_promises(tmp_path).rglob("*.yaml"):
        value = plain(path.read_text(encoding="utf-8"))
        written = yaml.dump(value, default_style=style, allow_unicode=True, sort_keys=False, width=width)
        path.write_text(written, encoding="utf-8")
    workspace = load(["promises"], tmp_path)
    before, after = (list(inside(given)) for given in (original, workspace))

    assert [(d.file, d.code, d.route, meant) for _, d, meant in before] == [
        (d.file, d.code, d.route, meant) for _, d, meant in after
    ]
    for item, diagnostic, meant in after:
        assert escape_controls(meant) == escape_controls(cut(item.source.text, diagnostic.span)), (
            diagnostic.code,
            item.file,
        )


# ---------------------------------------------------------------- twins


def test_promises_saved_on_another_machine_give_the_same_findings_at_the_same_places(tmp_path: Path) -> None:
    for path in copy_of_promises(tmp_path).rglob("*.yaml"):
        path.write_bytes(written_on_another_machine(path.read_text(encoding="utf-8")))
    one, other = load(["promises"], ROOT), load(["promises"], tmp_path)

    assert len(told(findings(one))) > 100
    assert told(findings(one)) == told(findings(other))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_comment_on_top_moves_every_finding_a_line_and_changes_nothing_else(
    tmp_path: Path, name: str
) -> None:
    path = copy_of_promises(tmp_path) / name
    before = told(findings(load([f"promises/{name}"], tmp_path)))
    path.write_text("# en kommentar: 31 juni\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    after = told(findings(load([f"promises/{name}"], tmp_path)))

    moved = [
        (file, code, severity, Span(span.line + 1, span.column, span.end_line + 1, span.end_column), *rest)
        for file, code, severity, span, *rest in before
    ]
    assert before
    assert moved == after


@pytest.mark.parametrize("name", SHIPPED)
def test_comments_between_the_parts_change_no_finding(tmp_path: Path, name: str) -> None:
    path = copy_of_promises(tmp_path) / name
    before = findings(load([f"promises/{name}"], tmp_path))
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^(?=\w)", "# och/eller 31 juni, vid behov\n\n", text), encoding="utf-8")
    after = findings(load([f"promises/{name}"], tmp_path))

    assert [(d.code, d.severity, d.route, d.message("sv")) for d in before] == [
        (d.code, d.severity, d.route, d.message("sv")) for d in after
    ]


def test_swedish_and_english_find_the_same_codes_at_the_same_places() -> None:
    rows = []
    for lang in LANGUAGES:
        session = Session(lang, ROOT, TODAY, 100, color=False, interactive=False)
        words = ["validate", "--profile", "granskning", "--format", "json"]
        found = json.loads(CliRunner().invoke(program(session), words).stdout)["diagnostics"]
        rows.append([{k: v for k, v in row.items() if k not in ("message", "why", "help")} for row in found])

    assert len(rows[0]) > 100
    assert rows[0] == rows[1]


def test_no_swedish_is_left_in_english_messages() -> None:
    """The words around quotations are English; only what stands in the document is quoted in Swedish."""
    said = [
        re.sub(r"“[^”]*”|: [^.]*$|\{[^}]*\}", "", part)
        for d in findings(load(["promises"], ROOT))
        for part in (d.message("en"), d.why("en"))
    ]
    swedish = re.compile(r"\b(och|eller|är|inte|som|för|till|saknas|löftet|åtagandet|ska)\b", re.IGNORECASE)

    assert sorted({text for text in said if swedish.search(text)}) == []


def test_every_text_of_a_finding_is_whole_in_both_languages() -> None:
    for diagnostic in findings(load(["promises"], ROOT)):
        for lang in LANGUAGES:
            for text in (diagnostic.message(lang), diagnostic.why(lang), diagnostic.help(lang)):
                assert squeezed(text) == text
                assert re.search(r"\{\w+\}|None|Text\(", text) is None, text
                assert text[-1] in ".?!)”“:}", text
