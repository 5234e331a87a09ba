"""A published promise is read back as it was."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from corpus import ROOT
from program import lofte


@pytest.fixture(scope="module", params=[True, False], ids=["followed up", "in force"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example municipality, rendered with its follow-ups or without."""
    project = tmp_path_factory.mktemp("round")
    lofte("new", "--example", ".", cwd=project)
    if not request.param:
        for file in project.rglob("uppfoljning-*.yaml"):
            file.unlink()
    made = lofte("render", "-o", "site", "--today", "2025-03-01", "--force", cwd=project)
    assert made.code == 0, made.err
    return project


@pytest.mark.parametrize(("promise", "count"), [("lofte-2023", 3), ("lofte-2024", 4)])
@pytest.mark.parametrize("ending", ["html", "md"])
def test_every_commitment_of_a_page_is_kept(site: Path, promise: str, count: int, ending: str) -> None:
    page = f"site/exempelby/{promise}.{ending}"
    answer = lofte("diff", f"exempelby/{promise}", page, "--format", "json", cwd=site)
    [comparison] = json.loads(answer.out)["comparisons"]

    assert {kind: number for kind, number in comparison["headline"].items() if number} == {"kept": count}


def test_every_commitment_of_the_pages_of_a_region_is_kept(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs" / "exempel-region" / "promises", tmp_path / "promises")
    lofte("render", "-o", "site", "--today", "2026-11-28", "--drafts", cwd=tmp_path)
    kinds = Counter[str]()
    for file in sorted(tmp_path.rglob("lofte-*.yaml")):
        name = f"{file.parent.name}/{file.stem}"
        for ending in ("html", "md"):
            page = f"site/{name}.{ending}"
            answer = lofte("diff", name, page, "--drafts", "--format", "json", cwd=tmp_path)
            kinds.update(json.loads(answer.out)["comparisons"][0]["headline"])

    assert {kind: number for kind, number in kinds.items() if number} == {"kept": 102}


def test_a_page_that_says_how_it_went_is_read_as_a_follow_up(tmp_path: Path) -> None:
    lofte("new", "--example", ".", cwd=tmp_path)
    lofte("render", "-o", "site", "--today", "2025-03-01", cwd=tmp_path)
    answer = lofte("import", "site/exempelby/lofte-2024.html", "-o", "-", cwd=tmp_path)
    told = [line.strip() for line in answer.out.splitlines() if "status: " in line and "åtagande" in line]

    assert told == [
        "- {åtagande: K1, status: genomfört, utfall: 112, kommentar: 112 kvällar av minst 100}",
        "- {åtagande: P1, status: genomfört, utfall: 106, kommentar: 106 kvällar av minst 104}",
    ]
