"""Where a finding is placed, and how its route is written."""

import pytest

from each import each
from medborgarlofte.diagnostic import (
    SEVERITY_WORDS,
    Diagnostic,
    place,
    route_text,
    value_at,
)
from medborgarlofte.model.messages import EMPTY_VALUE, MISSING_KEY
from medborgarlofte.source.finding import SEVERITIES, Finding
from medborgarlofte.source.positions import Route, Span
from medborgarlofte.source.reader import read

TEXT = """\
titel: Löfte
period:
  från: 2024
åtaganden:
  - id: K1
    text: >-
      Minst hundra
      kvällar.
    fokus: [unga]
  - text: Utan id
trasig: !x y
hel: {trasig: !x y}
"""


def _placed(route: Route, *, on_key: bool = False, chars: tuple[int, int] | None = None) -> Diagnostic | None:
    value, source, _ = read(TEXT.encode(), {})
    values = {"key": "a", "description": "b"}
    return place(Finding(MISSING_KEY, route, values, on_key=on_key, chars=chars), "a.yaml", source, value)


@each(
    [
        (("titel",), Span(1, 8, 1, 13)),
        (("period",), Span(2, 1, 2, 7)),
        (("period", "till"), Span(2, 1, 2, 7)),
        (("åtaganden",), Span(4, 1, 4, 10)),
        (("åtaganden", 0), Span(5, 5, 5, 7)),
        (("åtaganden", 0, "part"), Span(5, 5, 5, 7)),
        (("åtaganden", 0, "fokus"), Span(9, 5, 9, 10)),
        (("åtaganden", 0, "fokus", 0), Span(9, 13, 9, 17)),
        (("saknas",), Span(1, 1, 1, 6)),
    ]
)
def test_a_finding_is_at_the_value_or_at_the_key_above_what_is_missing(route: Route, span: Span) -> None:
    found = _placed(route)
    assert found is not None

    assert span == found.span


def test_a_finding_can_point_at_the_key() -> None:
    found = _placed(("titel",), on_key=True)
    assert found is not None

    assert Span(1, 1, 1, 6) == found.span


def test_a_finding_can_point_at_words_in_a_text() -> None:
    text = "Minst hundra kvällar."
    found = _placed(("åtaganden", 0, "text"), chars=(text.index("hundra"), text.index("kvällar") + 7))
    assert found is not None

    assert Span(7, 13, 8, 14) == found.span


@pytest.mark.parametrize("route", [("trasig",), ("trasig", "mer"), ("hel",), ("hel", "trasig")])
def test_nothing_is_reported_about_what_the_reader_refused(route: Route) -> None:
    assert _placed(route) is None


def test_what_is_missing_beside_a_refused_value_is_reported() -> None:
    assert _placed(("hel", "saknas")) is not None


@each(
    [
        ((), ""),
        (("titel",), "titel"),
        (("åtaganden", 0, "text"), "åtaganden/K1/text"),
        (("åtaganden", 1, "text"), "åtaganden/1/text"),
        (("åtaganden", 0, "fokus", 0), "åtaganden/K1/fokus/0"),
        (("period", 0, "från"), "period/från"),
        (("saknas", "helt"), "saknas/helt"),
    ]
)
def test_a_route_names_items_by_their_id(route: Route, written: str) -> None:
    value, _, _ = read(TEXT.encode(), {})

    assert written == route_text(value, route)


def test_a_post_of_a_follow_up_is_named_by_its_commitment() -> None:
    assert route_text({"poster": [{"åtagande": "K1"}]}, ("poster", 0, "utfall")) == "poster/K1/utfall"


@each([(("a", 0, "b"), "c"), (("a", 0), {"b": "c"}), (("a", 1), None), (("x",), None), (("d", 0), "e")])
def test_a_route_leads_to_a_value_or_to_nothing(route: Route, value: object) -> None:
    assert value == value_at({"a": [{"b": "c"}], "d": "e"}, route)


def test_what_why_and_what_to_do_now_are_filled_in() -> None:
    diagnostic = Diagnostic(EMPTY_VALUE, "error", "a.yaml", Span(1, 1, 1, 2), values={"key": "titel"})

    assert (diagnostic.message("sv"), diagnostic.message("en")) == (
        "”titel” har inget värde.",
        "“titel” has no value.",
    )
    assert "{" not in diagnostic.why("sv") + diagnostic.help("en")


def test_every_severity_has_a_word_in_both_languages() -> None:
    assert set(SEVERITIES) == set(SEVERITY_WORDS)
    assert (
        len(SEVERITIES)
        == len({word.sv for word in SEVERITY_WORDS.values()})
        == len({w.en for w in SEVERITY_WORDS.values()})
    )
