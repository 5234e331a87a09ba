"""The shipped promises say what their sources say, word for word."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from corpus import PROMISES, SEEDS, shipped, squeezed
from medborgarlofte.load import Workspace
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.promise import Promise

MOBILE = re.compile(
    r"(?<![0-9])(?:\+46|0046|0)[\s()/-]*(?:0[\s()/-]*)?7[02369](?:[\s()/-]*[0-9]){7}(?![0-9])"
)


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    """The shipped promises."""
    return shipped()


class Quoted(NamedTuple):
    """A text that must stand in the source, and what it is."""

    document: str
    what: str
    text: str
    source: str


def _quoted(workspace: Workspace) -> Iterator[Quoted]:
    for name, loaded in workspace.documents.items():
        document = loaded.document
        assert isinstance(document, (Promise, Agreement))
        assert document.provenance is not None
        assert document.provenance.file is not None
        source = squeezed((SEEDS / document.provenance.file).read_text(encoding="utf-8"))
        said: list[tuple[str, str | None]] = [
            ("namn i undertecknat", row.name) for row in document.signatures
        ]
        said += [
            ("inledning", paragraph) for paragraph in (document.introduction or "").split("\n\n") if paragraph
        ]
        if isinstance(document, Promise):
            said += [("åtagande", commitment.text) for commitment in document.commitments]
            said += [("fokusområde", area.title) for area in document.focus_areas]
            said += [
                ("beskrivning", line)
                for area in document.focus_areas
                for line in _paragraphs(area.description)
            ]
            said += [("problemområde", problem.title) for problem in document.problems]
            said += [("lägesbild", document.situation)]
        else:
            said += [("område", area.title) for area in document.areas]
            said += [("områdestext", line) for area in document.areas for line in _paragraphs(area.text)]
            said += [("syfte", purpose) for purpose in document.purposes]
        yield from (Quoted(name, what, squeezed(text), source) for what, text in said if text)


def _paragraphs(text: str | None) -> list[str]:
    return (text or "").split("\n\n")


def test_the_shipped_promises_are_without_errors(workspace: Workspace) -> None:
    assert workspace.diagnostics == ()


def test_every_quoted_text_is_in_its_source(workspace: Workspace) -> None:
    foreign = [
        (quoted.document, quoted.what, quoted.text)
        for quoted in _quoted(workspace)
        if quoted.text not in quoted.source
    ]

    assert foreign == []


def test_every_sort_of_quoted_text_is_looked_at(workspace: Workspace) -> None:
    sorts = {quoted.what for quoted in _quoted(workspace)}

    assert {
        "namn i undertecknat", "inledning", "åtagande", "fokusområde", "beskrivning", "problemområde", "lägesbild",
        "område", "områdestext", "syfte",
    } == sorts  # fmt: skip


@pytest.mark.parametrize(
    ("name", "commitments", "by_party", "focus_areas"),
    [
        ("karlshamn/lofte-2022", 13, {"kommunen": 4, "polisen": 5, "tillsammans": 4}, 2),
        ("karlshamn/lofte-2024", 1, {"tillsammans": 1}, 5),
        ("karlstad/lofte-2023", 16, {"polisen": 6, "tillsammans": 6, "kommunen": 4}, 1),
        ("solvesborg/lofte-2022", 3, {"tillsammans": 2, None: 1}, 3),
    ],
)
def test_a_promise_has_as_many_commitments_as_its_source(
    workspace: Workspace, name: str, commitments: int, by_party: dict[str | None, int], focus_areas: int
) -> None:
    promise = workspace.documents[name].document
    assert isinstance(promise, Promise)

    assert commitments == len(promise.commitments)
    assert by_party == Counter(party for item in promise.commitments for party in item.parties or (None,))
    assert focus_areas == len(promise.focus_areas)


@pytest.mark.parametrize(
    ("name", "areas", "signatures"),
    [("karlshamn/overenskommelse-2021", 15, 2), ("solvesborg/overenskommelse-2022", 4, 0)],
)
def test_an_agreement_has_as_many_areas_as_its_source(
    workspace: Workspace, name: str, areas: int, signatures: int
) -> None:
    agreement = workspace.documents[name].document
    assert isinstance(agreement, Agreement)

    assert (areas, signatures) == (len(agreement.areas), len(agreement.signatures))


def test_there_are_four_promises_and_two_agreements(workspace: Workspace) -> None:
    assert len(list(workspace.of_kind(Promise))) == 4
    assert len(list(workspace.of_kind(Agreement))) == 2


@pytest.mark.parametrize(
    ("promise", "agreement"),
    [
        ("karlshamn/lofte-2022", None),
        ("karlshamn/lofte-2024", "karlshamn/overenskommelse-2021"),
        ("solvesborg/lofte-2022", "solvesborg/overenskommelse-2022"),
    ],
)
def test_a_promise_is_part_of_the_agreement_its_source_names(
    workspace: Workspace, promise: str, agreement: str | None
) -> None:
    document = workspace.documents[promise].document
    assert isinstance(document, Promise)

    assert agreement == document.part_of


@pytest.mark.parametrize(
    "written", ["070-123 45 67", "+46 (0)73 123 45 67", "0761234567", "0046 72-123 45 67"]
)
def test_a_mobile_number_would_be_seen(written: str) -> None:
    assert MOBILE.search(f"ring {written}.")


def test_no_mobile_number_is_in_the_promises_or_their_sources() -> None:
    texts = {
        path: path.read_text(encoding="utf-8") for path in (*PROMISES.rglob("*.yaml"), *SEEDS.glob("*.txt"))
    }

    assert {path.name: found[0] for path, text in texts.items() if (found := MOBILE.search(text))} == {}
    assert len(texts) == 11
