"""Which form the program answers in: drawn on a terminal, else plain text."""

import re

import pytest

from corpus import EXEMPELBY
from each import each
from program import lofte

COMMANDS = {
    "validate": ("validate", "--profile", "granskning"),
    "compact": ("validate", "--profile", "granskning", "--compact"),
    "statistics": ("validate", "--profile", "granskning", "--statistics"),
    "summary": ("summary", "--today", "2026-05-12"),
    "due": ("due", "--today", "2024-06-01", "--within", "2y"),
    "diff": ("diff", "exempelby"),
}


@each(COMMANDS)
def test_colour_draws_and_everything_else_gives_plain_text(name: str) -> None:
    plain = lofte(*COMMANDS[name], cwd=EXEMPELBY)
    drawn = lofte(*COMMANDS[name], cwd=EXEMPELBY, FORCE_COLOR="1", COLUMNS="80")
    without = lofte(*COMMANDS[name], cwd=EXEMPELBY, FORCE_COLOR="1", NO_COLOR="1")

    assert "\x1b[" in drawn.out
    assert "\x1b[" not in plain.out
    assert plain == without
    assert plain.code == drawn.code


@pytest.mark.parametrize("name", ["validate", "summary", "due", "diff"])
def test_a_format_that_is_requested_is_plain_on_a_terminal_too(name: str) -> None:
    plain = lofte(*COMMANDS[name], cwd=EXEMPELBY)

    assert lofte(*COMMANDS[name], "--format", "text", cwd=EXEMPELBY, FORCE_COLOR="1") == plain


def test_plain_text_is_never_wider_than_120_columns() -> None:
    wide = lofte(*COMMANDS["validate"], cwd=EXEMPELBY, COLUMNS="200")

    assert max(map(len, re.sub(r"(?m)^\S+:\d+:\d+ .*$", "", wide.out).splitlines())) <= 120
