"""The real documents of the repository: imported from their text they give the commitments that promises/ holds."""

from pathlib import Path
from typing import Any

from corpus import plain
from each import each
from importing.drafts import draft_of
from medborgarlofte.importing.blocks import squash

ROOT = Path(__file__).parents[2]
SEEDS = {
    "karlshamn-medborgarlofte-2022": "karlshamn/lofte-2022",
    "karlshamn-medborgarlofte-2024-nyhet": "karlshamn/lofte-2024",
    "karlshamn-samverkansoverenskommelse-2021-2024": "karlshamn/overenskommelse-2021",
    "karlstad-medborgarlofte-2023-2027": "karlstad/lofte-2023",
    "solvesborg-medborgarlofte-2022-2023": "solvesborg/lofte-2022",
}


def _said(document: dict[str, Any]) -> list[tuple[str, ...]]:
    """Who promises what, and the areas of an agreement; layout aside."""
    commitments = [(str(one.get("part")), squash(one["text"])) for one in document.get("åtaganden", [])]
    areas = [
        (one["id"], squash(one["rubrik"]), squash(one.get("text", ""))) for one in document.get("områden", [])
    ]
    return sorted([*commitments, *areas])


@each(SEEDS)
def test_commitments_are_those_of_the_collection(seed: str) -> None:
    made = draft_of(ROOT / "tests" / "seeds" / f"{seed}.txt")
    kept = plain((ROOT / "promises" / f"{SEEDS[seed]}.yaml").read_text(encoding="utf-8"))
    assert _said(made) == _said(kept)
    assert {**made["period"], "text": ""} == {**kept["period"], "text": ""}
    assert [one["roll"].lower() for one in made.get("undertecknat", [])] == [
        one["roll"].lower() for one in kept.get("undertecknat", [])
    ]
