"""Municipalities side by side."""

import json
from pathlib import Path
from typing import Final

import pytest
from inline_snapshot import snapshot

from program import lofte
from schemas import validator

SCHEMA = validator("compare")
DAY: Final = ("--today", "2025-06-01")

_PROMISE: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för {name}
status: antaget
period: {{från: 2025, till: 2025}}
parter: [{{id: kommunen, typ: kommun, namn: {name}}}, {{id: polisen, typ: polis, namn: Polisen}}]
fokusområden: [{{id: a, rubrik: A, kategori: {one}}}, {{id: b, rubrik: B, kategori: {two}}}]
åtaganden:
  - {{id: K1, part: kommunen, fokus: [a], text: "Fältgruppen är ute minst 80 kvällar i centrum."}}
  - {{id: P1, part: polisen, fokus: [b], text: "{text}"}}
"""


@pytest.fixture
def places(tmp_path: Path) -> Path:
    for folder, name, one, two, text in (
        (
            "ostby",
            "Östby kommun",
            "barn-och-unga",
            "otrygga-platser",
            "Polisen går till fots på torget varje fredag.",
        ),
        ("vastby", "Västby kommun", "barn-och-unga", "otrygga-platser", "Vi märker cyklar."),
        ("norby", "Norby kommun", "barn-och-unga", "bedrageri", "Vi möter äldre på bibliotek."),
    ):
        path = tmp_path / "promises" / folder / "lofte-2025.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(_PROMISE.format(name=name, one=one, two=two, text=text), encoding="utf-8")
    (tmp_path / "lofte.toml").write_text(
        '[[regioner]]\nnamn = "Kusten"\nkommuner = ["Östby", "Norby"]\n', encoding="utf-8"
    )
    return tmp_path


def test_topics_differences_and_the_same_words(places: Path) -> None:
    answer = lofte("compare", *DAY, cwd=places)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == snapshot("""\
Alla kommuner: 3 kommuner, 3 med löfte som gäller.

Ämnen
  Barn och unga i riskzon: 3 åtaganden, 3 kommuner
  Otrygga platser och fysisk miljö: 2 åtaganden, 2 kommuner
  Bedrägerier: 1 åtagande, 1 kommun

Skillnader
  Norby kommun, bara här: Bedrägerier
  Norby kommun, saknas, men finns hos de flesta andra: Otrygga platser och fysisk miljö

Samma ord i flera kommuner
  Norby kommun K1, Västby kommun K1, Östby kommun K1
    ”Fältgruppen är ute minst 80 kvällar i centrum.”
""")


def test_an_area_leaves_out_the_others(places: Path) -> None:
    answer = lofte("compare", "--area", "kusten", "--lang", "en", *DAY, cwd=places)

    assert answer.out == snapshot("""\
Kusten: 2 municipalities, 2 with a promise in force.

Topics
  Children and young people at risk: 2 commitments, 2 of 2 municipalities
  Unsafe places and physical surroundings: 1 commitment, 1 of 2 municipalities
  Fraud: 1 commitment, 1 of 2 municipalities

Differences
  Norby kommun, only here: Fraud
  Norby kommun, missing, although the other has it: Unsafe places and physical surroundings
  Östby kommun, only here: Unsafe places and physical surroundings
  Östby kommun, missing, although the other has it: Fraud

The same words in several municipalities
  Norby kommun K1, Östby kommun K1
    “Fältgruppen är ute minst 80 kvällar i centrum.”
""")


def test_named_places_alone_are_compared(places: Path) -> None:
    made = json.loads(
        lofte("compare", "promises/ostby", "promises/vastby", "--format", "json", *DAY, cwd=places).out
    )

    assert [place["name"] for place in made["places"]] == ["Västby kommun", "Östby kommun"]


def test_json_follows_its_schema(places: Path) -> None:
    made = json.loads(lofte("compare", "--format", "json", *DAY, cwd=places).out)

    SCHEMA.validate(made)
    assert {place["name"]: (place["alone"], place["lacking"]) for place in made["places"]} == {
        "Norby kommun": (["bedrageri"], ["otrygga-platser"]),
        "Västby kommun": ([], []),
        "Östby kommun": ([], []),
    }
    assert [(row["verbatim"], row["commitments"]) for row in made["shared"]] == [
        (True, ["norby/lofte-2025#K1", "vastby/lofte-2025#K1", "ostby/lofte-2025#K1"])
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--area", "Kustn"), "Det finns inget område ”Kustn”.\nMenade du ”Kusten”?"),
        (
            ("promises/norby",),
            "Det finns inte flera kommuner att jämföra.\nTvå löften jämförs med: lofte diff",
        ),
    ],
    ids=["an unknown area", "one municipality"],
)
def test_what_cannot_be_compared(places: Path, words: tuple[str, ...], said: str) -> None:
    answer = lofte("compare", *words, cwd=places)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == f"Fel: {said}\n"
