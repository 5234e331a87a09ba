"""Where keys and items of lofte.toml stand."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from each import each
from medborgarlofte.source.positions import Route
from medborgarlofte.source.toml_positions import span_of

TEXT = (
    """\
# M01 = "av" in a comment, farg = 1
[webbplats]
namn = "bas_url = 1 # no comment"
"bas_url" = 'x'
farg.mork = """
    '"#000000"'
    """
beskrivning = \"\"\"
M01 = "no key"
[regler]
\\"\"\" \"\"\"
text = '''
licens = 1'''
datum = 2024-05-01 10:00:00

[regler] # the real one
M01 = "av"
M02="fel"

[[filer]]
namn = "a"
regler = {M01 = "av", "M03" = "fel", M02.x = 1}
[[ filer ]]
namn = "b"
[filer.regler]
M01 = "x"
[tillganglighet]
brister = [
  "ett, # två",  # ett ]
  5, ["a", {M01 = 1}],
]
[a."b.c".d]
e = 1
"""
)


def _marked(route: Route, text: str = TEXT) -> tuple[int, str]:
    """The line of a place, and the characters there."""
    span = span_of(text, route)
    assert span.line == span.end_line
    return span.line, text.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1]


@each(
    [
        (("webbplats",), 2, "webbplats"),
        (("webbplats", "namn"), 3, "namn"),
        (("webbplats", "bas_url"), 4, "bas_url"),
        (("webbplats", "farg"), 5, "farg"),
        (("webbplats", "farg", "mork"), 5, "mork"),
        (("webbplats", "text"), 10, "text"),
        (("webbplats", "datum"), 12, "datum"),
        (("regler",), 14, "regler"),
        (("regler", "M01"), 15, "M01"),
        (("regler", "M02"), 16, "M02"),
        (("filer",), 18, "filer"),
        (("filer", 0), 18, "filer"),
        (("filer", 0, "regler", "M01"), 20, "M01"),
        (("filer", 0, "regler", "M03"), 20, "M03"),
        (("filer", 0, "regler", "M02", "x"), 20, "x"),
        (("filer", 1), 21, "filer"),
        (("filer", 1, "namn"), 22, "namn"),
        (("filer", 1, "regler"), 23, "regler"),
        (("filer", 1, "regler", "M01"), 24, "M01"),
        (("tillganglighet", "brister"), 26, "brister"),
        (("tillganglighet", "brister", 0), 27, '"ett, # två"'),
        (("tillganglighet", "brister", 1), 28, "5"),
        (("tillganglighet", "brister", 2, 0), 28, '"a"'),
        (("tillganglighet", "brister", 2, 1, "M01"), 28, "M01"),
        (("a", "b.c"), 30, "b.c"),
        (("a", "b.c", "d", "e"), 31, "e"),
    ]
)
def test_a_key_and_an_item_have_their_own_place(route: Route, line: int, marked: str) -> None:
    assert (line, marked) == _marked(route)


@each(
    [
        (("regler", "Z99"), 14, "regler"),
        (("filer", 1, "saknas"), 21, "filer"),
        (("tillganglighet", "brister", 9), 26, "brister"),
        (("webbplats", 0, "namn"), 3, "namn"),
        (("saknas",), 1, ""),
        ((), 1, ""),
    ]
)
def test_what_is_not_there_has_the_place_of_the_nearest_above(route: Route, line: int, marked: str) -> None:
    assert (line, marked) == _marked(route)


def test_a_key_above_every_table_and_a_table_that_is_opened_by_its_child() -> None:
    text = "a.b = 1\n[x.y]\n[x]\nz = 2\n"

    assert _marked(("a", "b"), text) == (1, "b")
    assert _marked(("x",), text) == (2, "x")
    assert _marked(("x", "z"), text) == (4, "z")


def _routes(value: Any, route: Route = ()) -> list[Route]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for step, part in parts for found in ((*route, step), *_routes(part, (*route, step)))]


@given(st.text("[]{}=\"'\n#.,\\ ab1x", max_size=60))
def test_every_route_of_any_toml_has_a_place_of_its_own_kind(text: str) -> None:
    try:
        value = tomllib.loads(text)
    except (ValueError, RecursionError):
        return
    for route in _routes(value):
        line, marked = _marked(route, text)
        assert 1 <= line <= text.count("\n") + 1
        if isinstance(route[-1], str) and "\\" not in text:
            assert marked == route[-1]
