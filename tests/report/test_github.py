"""A check as workflow commands: one line each, with what GitHub reads as punctuation escaped."""

import datetime as dt
import re
from typing import Final

import pytest

from corpus import PROMISE, loaded, shipped
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Language, Text
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.report.check.data import write_github
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.formats import View
from medborgarlofte.rules.engine import lint
from medborgarlofte.source.positions import Span

LINE: Final = re.compile(
    r"::(error|warning|notice) file=[^,:\s]+,line=\d+,endLine=\d+,col=\d+(,endColumn=\d+)?,title=[^,:]+::\S.*"
)


def written(*diagnostics: Diagnostic, lang: Language = "sv") -> str:
    """The workflow commands for these."""
    return write_github(CheckResult(diagnostics, (), {}), View(lang, 80, False))


def unescaped(text: str) -> str:
    """What GitHub shows of an escaped text."""
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


@pytest.fixture
def misspelt() -> Diagnostic:
    """A finding on one line."""
    [found] = loaded(PROMISE.replace("titel:", "titl:")).diagnostics
    return found


def test_a_finding_is_a_command(misspelt: Diagnostic) -> None:
    assert written(misspelt) == (
        "::error file=<stdin>,line=2,endLine=2,col=1,endColumn=5,title=D05 unknown-key::"
        "Nyckeln ”titl” finns inte här. Menade du ”titel”?\n"
    )


def test_a_finding_is_reported_in_english(misspelt: Diagnostic) -> None:
    assert written(misspelt, lang="en").endswith("::There is no key “titl” here. Did you mean “titel”?\n")


def test_what_github_reads_as_punctuation_is_escaped(misspelt: Diagnostic) -> None:
    file = "a,b:c%d\r\n/é.yaml"
    notice = SchemaNotice(
        "D99", "50%, a:b", Text("{value}: 100%,\nslut", ""), Text("", ""), Text("r\n::x::", "")
    )
    odd = misspelt._replace(file=file, notice=notice, values={"value": "%0A"})
    command = written(odd)
    head, data = command.removesuffix("\n").split("::", 2)[1:]

    assert (
        head
        == "error file=a%2Cb%3Ac%25d%0D%0A/é.yaml,line=2,endLine=2,col=1,endColumn=5,title=D99 50%25%2C a%3Ab"
    )
    assert data == "%250A: 100%25,%0Aslut r%0A::x::"
    assert unescaped(data) == "%0A: 100%,\nslut r\n::x::"


@pytest.mark.parametrize(
    ("severity", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")]
)
def test_severities_have_the_names_that_github_gives_them(
    misspelt: Diagnostic, severity: str, command: str
) -> None:
    changed = misspelt._replace(severity=severity)  # type: ignore[arg-type]

    assert written(changed).startswith(f"::{command} file=")


def test_a_finding_of_several_lines_has_no_last_column(misspelt: Diagnostic) -> None:
    long = misspelt._replace(span=Span(2, 3, 5, 7))

    assert "line=2,endLine=5,col=3,title=" in written(long)


def test_what_is_set_aside_is_left_out(misspelt: Diagnostic) -> None:
    assert written(misspelt._replace(waived="skäl")) == ""


def test_nothing_found_is_nothing_written() -> None:
    assert written() == ""


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_finding_of_the_shipped_promises_is_one_command(lang: Language) -> None:
    found = lint(shipped(), today=dt.date(2024, 6, 1), profile="granskning")
    lines = written(*found, lang=lang).splitlines()

    assert len([d for d in found if d.waived is None]) == len(lines)
    assert [line for line in lines if not LINE.fullmatch(line)] == []
