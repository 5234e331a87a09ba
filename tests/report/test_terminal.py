"""Rules that every view on a terminal keeps: its width, its words without colour, brackets and control characters."""

import re
import subprocess
import sys
from typing import Any, Final

import pytest
from rich.cells import cell_len

from each import each
from medborgarlofte.report import CHECK_FORMATS, DIFF_FORMATS, DUE_FORMATS, SUMMARY_FORMATS
from medborgarlofte.report.formats import Cell, Formats
from medborgarlofte.report.terminal import STYLES, Column, Screen, fold, rich_text
from report.terminal_screens import CODES, every_view

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _truecolor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")


WIDTHS: Final = sorted({*range(40, 60), *range(60, 141, 7), *(79, 80, 99, 100)})
"""Every narrow one, and both sides of those where a layout changes."""


def test_no_line_is_wider_than_the_window() -> None:
    wide = [
        (name, width, line)
        for name, draw in every_view().items()
        for width in WIDTHS
        for line in draw(width, False, "sv").splitlines()
        if cell_len(line) > width
    ]

    assert wide == []


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_word_is_carried_by_colour_alone(width: int) -> None:
    for name, draw in every_view().items():
        colored = CODES.sub("", draw(width, True, "sv"))
        plain = draw(width, False, "sv")
        if name == "diff":
            # Where there is no colour the words that differ have signs, and so lines break elsewhere.
            plain = re.sub(r"\[-|-\]|\{\+|\+\}", "", plain)
            colored, plain = (" ".join(sorted(text.replace("│", "").split())) for text in (colored, plain))
        assert (name, colored) == (name, plain)


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_line_ends_in_blanks(width: int) -> None:
    for name, draw in every_view().items():
        lines = CODES.sub("", draw(width, True, "en")).splitlines()
        assert (name, [line for line in lines if line != line.rstrip()]) == (name, [])


def test_every_view_is_the_same_each_time() -> None:
    for name, draw in every_view().items():
        assert (name, draw(80, True, "sv")) == (name, draw(80, True, "sv"))


def test_brackets_and_emoji_codes_are_printed_as_they_are() -> None:
    screen = Screen(width=80, color=True)
    screen.paragraph("[red]ett[/red] [se bilaga 2] :smile:")
    screen.table([Column("[b]Id[/b]")], [["[/x] :smile:"]])
    text = CODES.sub("", str(screen))

    for words in ("[red]ett[/red] [se bilaga 2] :smile:", "[b]Id[/b]", "[/x] :smile:"):
        assert words in text


def test_control_characters_are_spelled_out() -> None:
    screen = Screen(width=80, color=False)
    screen.paragraph("a\x1b[31mb\x07")

    assert str(screen) == "a\\x1b[31mb\\x07\n"


def test_a_command_and_a_number_with_its_unit_stay_on_one_line() -> None:
    screen = Screen(width=40, color=False)
    screen.paragraph("Läs mer om hur regeln ska tolkas: ", ("lofte validate --explain M01", "command"))
    screen.paragraph("Det är nu inte mer än högst ungefär 120 dagar.")

    assert str(screen) == (
        "Läs mer om hur regeln ska tolkas:\nlofte validate --explain M01\nDet är nu inte mer än högst ungefär\n120 dagar.\n"
    )


def test_a_path_breaks_after_a_slash_and_a_compound_between_its_parts() -> None:
    assert fold("promises/exempelby/uppfoljning-2026.yaml:7:69", 30) == [
        "promises/exempelby/", "uppfoljning-2026.yaml:7:69",
    ]  # fmt: skip
    assert fold("brottsofferstödjande", 14) == ["brottsoffer-", "stödjande"]
    assert fold("日本" * 4, 6) == ["日本日", "本日本", "日本"]
    assert fold("kort", 14) == ["kort"]


def test_no_break_spaces_are_kept_and_do_not_break() -> None:
    screen = Screen(width=40, color=False)
    screen.paragraph("Det är alldeles för många: sammanlagt 12\N{NO-BREAK SPACE}345")

    assert str(screen) == "Det är alldeles för många: sammanlagt\n12\N{NO-BREAK SPACE}345\n"


def test_a_table_that_does_not_fit_becomes_records() -> None:
    columns = [Column("Löfte"), Column("Läge"), Column("Gjort", right=True)]
    rows: list[list[Cell]] = [[("exempelby/lofte-2026", "id"), "gäller till och med juni", "8 av 9"]]
    wide, narrow = Screen(width=60, color=False), Screen(width=40, color=False)
    wide.table(columns, rows)
    narrow.table(columns, rows)

    assert str(wide).splitlines()[0].split() == ["Löfte", "Läge", "Gjort"]
    assert str(narrow) == "exempelby/lofte-2026\n  Läge: gäller till och med juni,\n  Gjort: 8 av 9\n"


def test_every_style_is_readable_on_black_and_on_white() -> None:
    def luminance(color: str) -> float:
        channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    colors = {word for style in STYLES for word in style.split() if word.startswith("#")}
    contrasts = {
        color: min((luminance(color) + 0.05) / 0.05, 1.05 / (luminance(color) + 0.05)) for color in colors
    }

    assert len(colors) == 5
    assert min(contrasts.values()) >= 4.5, contrasts


def test_every_style_that_is_used_is_in_the_theme() -> None:
    named = {name for names in STYLES.values() for name in names}
    for name, draw in every_view().items():
        assert (name, draw(100, True, "sv") != "") == (name, True)  # rich raises on an unknown style

    assert {
        "weakened",
        "dropped",
        "split",
        "merged",
        "moved",
        "sharpened",
        "new",
        "reworded",
        "kept",
    } <= named


def test_rich_text_keeps_every_word() -> None:
    assert rich_text(["ett ", ("två", "id"), " tre"]).plain == "ett två tre"


@pytest.mark.parametrize("formats", [CHECK_FORMATS, DIFF_FORMATS, DUE_FORMATS, SUMMARY_FORMATS])
def test_a_format_given_by_name_is_never_the_terminal_view(formats: Formats[Any]) -> None:
    for name in formats:
        assert formats.choose(name, terminal=True) is formats[name]
    assert formats.choose(None, terminal=False) is formats["text"]
    assert formats.choose(None, terminal=True) not in formats.values()
    with pytest.raises(KeyError):
        formats["terminal"]


@each([("CHECK", "json"), ("CHECK", "sarif"), ("DUE", "json"), ("DIFF", "json"), ("SUMMARY", "csv")])
def test_formats_for_programs_do_not_load_the_drawing_library(command: str, name: str) -> None:
    program = (
        f"import sys; from medborgarlofte.report import {command}_FORMATS; {command}_FORMATS[{name!r}]; "
        "sys.exit('rich.console' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
