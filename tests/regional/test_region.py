"""Municipalities side by side, in the example of six and in small invented collections."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from corpus import ROOT, shipped
from example_places import read
from medborgarlofte.diff.similarity import near_pairs, similarities
from medborgarlofte.load import Workspace, load
from medborgarlofte.model.config import Region as Configured
from medborgarlofte.regional import Region, areas, region_of
from medborgarlofte.stats import PromiseFigures, figures

TODAY = dt.date(2026, 9, 2)


def _figures(workspace: Workspace) -> list[PromiseFigures]:
    return figures(workspace, today=TODAY, ids=frozenset(workspace.documents))


def _region(workspace: Workspace, today: dt.date = TODAY, *configured: Configured) -> Region:
    found = _figures(workspace)
    return region_of(areas(found, configured)[0], found, workspace, today=today)


def _six() -> Region:
    return _region(load([], ROOT / "docs" / "exempel-region"))


def test_the_region_of_six_knows_who_has_a_promise_in_force() -> None:
    region = _six()

    assert region.area.name.sv == "Lokalpolisområde Mittdalen"
    assert region.in_force == 4
    assert Counter(place.state for place in region.places) == {"in-force": 4, "ended": 1, "draft": 1}
    assert region.timings == {
        "missing": ["Norrdal kommun"],
        "on-time": ["Exempelby kommun", "Granvik kommun", "Åkerby kommun"],
    }


def test_each_municipality_is_shown_by_what_is_in_force_else_the_latest_and_what_comes() -> None:
    shown = {
        place.name: [(row.figures.year, row.state, row.until) for row in place.shown]
        for place in _six().places
    }

    assert shown == {
        "Exempelby kommun": [("2026", "in-force", dt.date(2026, 12, 31))],
        "Granvik kommun": [("2025–2026", "in-force", dt.date(2026, 12, 31))],
        "Norrdal kommun": [("2026", "in-force", dt.date(2026, 12, 31))],
        "Sjöstad kommun": [("2025", "ended", dt.date(2025, 12, 31))],
        "Tallboda kommun": [("2027", "draft", dt.date(2027, 12, 31))],
        "Åkerby kommun": [("2024–2027", "in-force", dt.date(2027, 12, 31))],
    }


def test_topics_count_commitments_by_municipality_and_name_what_nobody_takes_up() -> None:
    region = _six()

    assert [(topic.slug, topic.counts) for topic in region.topics] == [
        ("barn-och-unga", (4, 3, 2, 3, 2, 1)),
        ("trafik", (3, 2, 3, 0, 2, 0)),
        ("otrygga-platser", (3, 2, 0, 2, 1, 2)),
        ("synlighet", (0, 1, 2, 2, 1, 2)),
        ("bedrageri", (2, 0, 0, 2, 0, 0)),
        ("andts", (0, 1, 1, 0, 1, 0)),
        ("tillgrepp", (0, 0, 0, 1, 0, 0)),
    ]
    assert region.commitments == (12, 9, 8, 10, 7, 5)
    assert {"vald-nara-relation", "natet"} <= set(region.absent)
    assert "trafik" not in region.absent


def test_shared_wordings_stand_side_by_side_with_how_it_went() -> None:
    verbatim, vague, tidy = _six().shared

    assert verbatim.text == "Polisen fotpatrullerar vid stationen minst två kvällar i veckan."
    assert [(row.place, row.unit.status) for row in verbatim.sharers] == [
        ("Exempelby kommun", "delvis genomfört"),
        ("Granvik kommun", "genomfört"),
        ("Norrdal kommun", "ingen uppgift"),
    ]
    assert (verbatim.is_verbatim, verbatim.is_measurable) == (True, True)
    assert (vague.is_verbatim, vague.is_measurable) == (False, False)
    assert [(row.place, row.same) for row in tidy.sharers] == [
        ("Exempelby kommun", True),
        ("Granvik kommun", False),
        ("Sjöstad kommun", True),
    ]


PROMISE = """\
dokument: medborgarlöfte
titel: Medborgarlöfte
status: antaget
period: {{från: 2026-01-01, till: 2026-12-31}}
parter: [{parties}, {{id: polisen, typ: polis, namn: Polisen}}]
åtaganden: [{{id: K1, part: polisen, text: Polisen är ute på torget.}}]
{more}
"""


def _promise(*names: str, more: str = "") -> str:
    parties = ", ".join(f"{{id: k{n}, typ: kommun, namn: {name}}}" for n, name in enumerate(names))
    return PROMISE.format(parties=parties, more=more)


def test_one_promise_of_two_municipalities_is_not_a_copy(tmp_path: Path) -> None:
    region = _region(read(tmp_path, **{"promises/a.yaml": _promise("Alfaby kommun", "Betaby kommun")}))

    assert [place.state for place in region.places] == ["in-force", "in-force"]
    assert region.shared == ()


PLAN = "uppföljningsplan: {nästa: 2026-06-30}"


@pytest.mark.parametrize(
    ("more", "reported", "today", "timing"),
    [
        ("", "", "2026-09-02", "unplanned"),
        ("", "2026-06-01", "2026-09-02", "reported"),
        (PLAN, "", "2026-06-30", "not-due"),
        (PLAN, "", "2026-07-14", "not-due"),
        (PLAN, "", "2026-07-15", "missing"),
        (PLAN, "2026-06-29", "2026-09-02", "on-time"),
        (PLAN, "2026-07-14", "2026-09-02", "on-time"),
        (PLAN, "2026-08-14", "2026-09-02", "late"),
    ],
)
def test_a_follow_up_is_on_time_within_the_grace_of_two_weeks(
    tmp_path: Path, more: str, reported: str, today: str, timing: str
) -> None:
    follow_up = (
        f"dokument: uppföljning\nlöfte: a\ndatum: {reported}\nposter: [{{åtagande: K1, status: pågår}}]\n"
    )
    files = {
        "promises/a.yaml": _promise("Alfaby kommun", more=more),
        "promises/b.yaml": _promise("Betaby kommun"),
    }
    files |= {"promises/u.yaml": follow_up} if reported else {}
    region = _region(read(tmp_path, **files), dt.date.fromisoformat(today))

    assert region.places[0].timing == timing


def test_areas_are_configured_ones_police_areas_counties_and_the_whole_collection_once_each() -> None:
    found = _figures(shipped())
    own = Configured.model_validate(
        {"namn": "Vid kusten", "kommuner": ["Karlshamns kommun", "1083", "Ronneby"]}
    )

    assert [(area.kind, area.name.sv, area.places) for area in areas(found, [own])] == [
        ("own", "Vid kusten", ("Karlshamn", "Ronneby", "Sölvesborg")),
        ("police-area", "Lokalpolisområde Karlshamn", ("Karlshamn", "Sölvesborg")),
        ("all", "Alla kommuner", ("Karlshamn", "Karlstad", "Sölvesborg")),
    ]


def test_a_configured_municipality_without_a_promise_has_none() -> None:
    own = Configured.model_validate({"namn": "Vid kusten", "kommuner": ["Karlshamn", "Ronneby"]})
    region = _region(shipped(), TODAY, own)

    assert [(place.name, place.state) for place in region.places] == [
        ("Karlshamn", "ended"),
        ("Ronneby", "none"),
    ]


def test_near_pairs_are_those_of_the_whole_matrix() -> None:
    region = _six()
    texts = [
        unit.commitment.text for place in region.places for row in place.shown for unit in row.figures.units
    ]
    matrix = similarities(texts, texts)

    for least in (0.3, 0.6, 0.85, 0.99):
        found = {(one, other) for one, other, _ in near_pairs(texts, least)}
        scores = {(one, other): matrix[one][other] for other in range(len(texts)) for one in range(other)}
        # The matrix weighs each text twice, which moves a score by less than a hundredth.
        assert {pair for pair, score in scores.items() if score >= least + 0.01} <= found
        assert found <= {pair for pair, score in scores.items() if score >= least - 0.01}
