"""Files changed by slips of the hand, pasting and malice, and long ones: what `fuzz/targets.py` promises holds for all."""

from collections.abc import Callable
from random import Random
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import PROMISE, loaded
from medborgarlofte.rules.engine import Settings, lint
from mutating import bitten, mutated
from targets import TARGETS, TODAY, seeds_of, within_bounds

pytestmark = pytest.mark.slow

SHARE: Final = settings.get_profile(settings.get_current_profile_name()).max_examples / 60
EXAMPLES: Final = {"render": 4, "report": 8, "continue": 8}
"""How many examples a slow target is given where a quick one is given 15."""

HEAD: Final = "dokument: medborgarlöfte\n"
FOLLOW_UP: Final = "dokument: uppföljning\nlöfte: exempelby/lofte-2024\ndatum: 2024-12-31\nposter:\n"


@pytest.mark.parametrize("name", TARGETS)
def test_a_file_that_fuzzing_begins_from_breaks_nothing(name: str) -> None:
    for seed in seeds_of(name)[::20]:
        TARGETS[name].run(seed)


@pytest.mark.parametrize("name", TARGETS)
def test_a_file_that_was_changed_breaks_nothing(name: str) -> None:
    @given(
        st.sampled_from(seeds_of(name)),
        st.sampled_from((mutated, mutated, bitten)),
        st.randoms(use_true_random=False),
    )
    @settings(
        max_examples=round(EXAMPLES.get(name, 15) * SHARE),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    def tried(seed: bytes, change: Callable[[bytes, Random], bytes], random: Random) -> None:
        TARGETS[name].run(change(seed, random))

    tried()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("check", PROMISE + 'inledning: "a' + " " * 30_000 + 'b"\n', id="spaces in a row"),
        pytest.param("check", PROMISE + "inledning: " + "a" * 60_000 + "\n", id="a word"),
        pytest.param("check", PROMISE + 'inledning: "' + "[a](" * 8_000 + '"\n', id="links that never close"),
        pytest.param("check", PROMISE + "inledning: " + "1." * 20_000 + "\n", id="numbers and full stops"),
        pytest.param(
            "fix", HEAD + '"a\u200bb": 1\n"ab": 2\n' + "# a\u200bb\n" * 8_000, id="invisible characters"
        ),
        pytest.param("fix", HEAD + "inledning: |\n" + "  a  \n" * 8_000, id="spaces at the end of lines"),
        pytest.param("check", PROMISE + "  - {part: x, text: a}\n" * 2_000, id="items without an id"),
        pytest.param("check", PROMISE + "  - {idd: K, part: x, text: a}\n" * 1_500, id="mistyped keys"),
        pytest.param(
            "record", FOLLOW_UP + "".join(f"  - {{åtagande: K{n}}}\n" for n in range(1_000)), id="many items"
        ),
    ],
)
def test_a_long_file_is_no_slower_for_its_length(name: str, text: str) -> None:
    TARGETS[name].run(text.encode())


@within_bounds
def _told_apart(data: bytes) -> None:
    found = lint(loaded(data.decode()), today=TODAY, settings=Settings(select=frozenset(["S04"])))
    assert found == []


def test_many_commitments_that_differ_by_a_number_are_distinguished_at_once() -> None:
    rows = (
        f"  - {{id: K{n}, part: kommunen, text: Vi gör sak nummer {n} en gång.}}\n" for n in range(2, 1_500)
    )
    _told_apart((PROMISE + "".join(rows)).encode())
