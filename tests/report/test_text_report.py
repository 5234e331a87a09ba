"""A check as a person reads it: the line, what, why, what to do now, and the count."""

import re

import pytest
from inline_snapshot import snapshot
from rich.cells import cell_len

from corpus import PROMISE, loaded
from each import each
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Language
from medborgarlofte.model.messages import EMPTY_VALUE
from medborgarlofte.report import CHECK_FORMATS
from medborgarlofte.report.check.result import CheckResult, closing
from medborgarlofte.report.check.text import plain_frame, write_text
from medborgarlofte.report.formats import View
from medborgarlofte.source.finding import SEVERITIES
from medborgarlofte.source.positions import Span

FAULTY = PROMISE.replace("titel: Medborgarlöfte", "titl: Medborgarlöfte").replace("åtaganden:", "ataganden:")


def _checked(text: str) -> CheckResult:
    workspace = loaded(text)
    return CheckResult(workspace.diagnostics, workspace.files, workspace.texts)


def _written(text: str, lang: Language = "sv", width: int = 80) -> str:
    return write_text(_checked(text), View(lang, width, False))


def test_findings_are_written_in_swedish() -> None:
    assert _written(FAULTY) == snapshot(
        """\
<stdin>:2:1 fel D05
  2 | titl: Medborgarlöfte för Exempelby 2024
    | ^^^^
  Nyckeln ”titl” finns inte här.
  Varför: En okänd nyckel visas ingenstans, så det som står där skulle gå
  förlorat.
  Gör så här: Menade du ”titel”?

<stdin>:9:1 tips Y26
  9 | ataganden:
    | ^^^^^^^^^
  ”ataganden” stavas ”åtaganden”.
  Varför: Nyckeln går att läsa ändå, men med samma stavning överallt blir
  filerna lättare att söka i.
  Gör så här: Ändra till ”åtaganden”.

1 fel, 1 tips. Kontrollerade 1 fil.
"""
    )


def test_findings_are_written_in_english() -> None:
    assert _written(FAULTY, "en") == snapshot(
        """\
<stdin>:2:1 error D05
  2 | titl: Medborgarlöfte för Exempelby 2024
    | ^^^^
  There is no key “titl” here.
  Why: An unknown key is not shown anywhere, so its content would be lost.
  Do this: Did you mean “titel”?

<stdin>:9:1 hint Y26
  9 | ataganden:
    | ^^^^^^^^^
  “ataganden” is spelled “åtaganden”.
  Why: The key is accepted, but consistent spelling makes the files easier to
  search.
  Do this: Change it to “åtaganden”.

1 error, 1 hint. Checked 1 file.
"""
    )


def test_what_is_set_aside_is_neither_shown_nor_counted() -> None:
    checked = _checked(FAULTY)
    waived = tuple(d._replace(waived="skäl") for d in checked.diagnostics)

    said = write_text(CheckResult(waived, checked.files, checked.texts), View("sv", 80, False))

    assert len(waived) == 2
    assert len(said.splitlines()) == 1
    assert "fel" not in said


@each(
    [
        (
            0,
            [],
            "Det fanns inget att kontrollera: inga YAML-filer.",
            "There was nothing to check: no YAML files.",
        ),
        (1, [], "Inga problem i 1 fil.", "No problems in 1 file."),
        (2, [], "Inga problem i 2 filer.", "No problems in 2 files."),
        (1, ["error"], "1 fel. Kontrollerade 1 fil.", "1 error. Checked 1 file."),
        (2, ["error"] * 2, "2 fel. Kontrollerade 2 filer.", "2 errors. Checked 2 files."),
        (1, ["warning"], "1 varning. Kontrollerade 1 fil.", "1 warning. Checked 1 file."),
        (
            3,
            ["info", "warning", "error", "warning", "info"],
            "1 fel, 2 varningar, 2 tips. Kontrollerade 3 filer.",
            "1 error, 2 warnings, 2 hints. Checked 3 files.",
        ),
    ]
)
def test_the_last_line_counts(files: int, severities: list[str], swedish: str, english: str) -> None:
    found = tuple(
        Diagnostic(EMPTY_VALUE, severity, "a", Span(1, 1, 1, 2), values={"key": "a"})
        for given in severities
        for severity in SEVERITIES
        if severity == given
    )
    checked = CheckResult(found, ("a",) * files, {})

    assert (swedish, english) == (closing(checked, "sv"), closing(checked, "en"))


# ---------------------------------------------------------------- the line with its underline


def _frame(text: str, span: Span, width: int = 40) -> str:
    return "\n".join(plain_frame(text, span, width))


def test_the_span_is_underlined() -> None:
    assert _frame("titel: Löfte\n", Span(1, 8, 1, 13)) == snapshot(
        """\
  1 | titel: Löfte
    |        ^^^^^\
"""
    )


def test_a_span_of_several_lines_is_underlined_to_the_end_of_its_first() -> None:
    assert _frame("a: >-\n  ett\n  två\n", Span(1, 4, 3, 6)) == snapshot(
        """\
  1 | a: >-
    |    ^^\
"""
    )


def test_tabs_and_wide_characters_keep_the_underline_in_its_place() -> None:
    assert _frame("\ta: b", Span(1, 2, 1, 3)) == snapshot(
        """\
  1 |     a: b
    |     ^\
"""
    )
    assert _frame("日本: 東京", Span(1, 5, 1, 7)) == snapshot(
        """\
  1 | 日本: 東京
    |       ^^^^\
"""
    )


def test_a_long_line_is_cut_around_the_span() -> None:
    line = "text: " + "ord " * 30 + "HÄR " + "ord " * 30
    start = line.index("HÄR")

    assert _frame(line, Span(1, start + 1, 1, start + 4)) == snapshot(
        """\
  1 | …rd ord ord HÄR ord ord ord ord o…
    |             ^^^\
"""
    )


def test_a_finding_anywhere_on_a_very_long_line_is_shown() -> None:
    line = "ord " * 250_000

    for start in range(0, len(line), 1000):
        shown = _frame(line, Span(1, start + 1, 1, start + 4))
        assert "ord" in shown
        assert "^^^" in shown


@pytest.mark.parametrize("letter", ["x", "\t", "東"], ids=["narrow", "tab", "wide"])
def test_a_line_is_never_wider_than_the_terminal(letter: str) -> None:
    wide = {
        (width, column): line
        for width in (40, 100)
        for column in (1, 2, 50, 199, 200, 201)
        for line in plain_frame(letter * 200, Span(1, column, 1, column + 1), width)
        if cell_len(line) > width
    }

    assert wide == {}


def test_a_place_after_the_end_of_a_line_is_shown() -> None:
    assert _frame("titel:\n", Span(1, 7, 1, 7)) == snapshot(
        """\
  1 | titel:
    |       ^\
"""
    )


def test_a_place_without_width_does_not_push_the_line_aside() -> None:
    shown = _frame("# kommentar", Span(1, 1, 1, 1))

    assert shown.splitlines()[0] == "  1 | # kommentar"


def test_without_the_text_there_is_no_frame() -> None:
    assert _frame("", Span(1, 1, 1, 1)) == ""
    assert _frame("en rad", Span(5, 1, 5, 1)) == ""


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_sentence_is_whole_in_the_report(lang: Language) -> None:
    checked = _checked(FAULTY)
    said = " ".join(write_text(checked, View(lang, 80, False)).split())

    for diagnostic in checked.diagnostics:
        for sentence in (diagnostic.message(lang), diagnostic.why(lang), diagnostic.help(lang)):
            assert sentence in said


def test_brackets_in_what_the_user_wrote_are_shown_as_they_are() -> None:
    assert "”[red]hej[/red]”" in _written(
        PROMISE.replace("dokument: medborgarlöfte", 'dokument: "[red]hej[/red]"')
    )


@each(CHECK_FORMATS)
def test_nothing_in_an_id_can_command_the_terminal_in_any_format(name: str) -> None:
    text = PROMISE.replace("id: K1, part: kommunen", 'id: "\\x9b31m", part: komunen')
    written = CHECK_FORMATS[name](_checked(text), View("sv", 80, False))

    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", written) is None


@pytest.mark.parametrize("key", ['"\\e[31m"', '"\\x07"', '"a\\nb"'])
def test_nothing_in_a_file_can_command_the_terminal(key: str) -> None:
    assert re.search("[\x00-\x09\x0b-\x1f\x7f]", _written(f"{PROMISE}{key}: x\n")) is None
