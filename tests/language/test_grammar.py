"""Each row of the grammar reads its example and leaves its counter-example."""

from each import each
from medborgarlofte.language.build import BUILDERS, matched_rows
from medborgarlofte.language.grammar import COMPUTED, MACROS, ROWS, letters
from medborgarlofte.language.lexicon import words_table
from medborgarlofte.language.patterns import expand, needed_letters
from medborgarlofte.language.tokens import scan


def rows_of(text: str) -> set[int]:
    """The rows that read something in a text."""
    return {number for number, _ in matched_rows(scan(text))}


@each(range(len(ROWS)), lambda number: f"{number}-{ROWS[number].kind}")
def test_a_row_reads_its_example_and_leaves_its_counter_example(number: int) -> None:
    assert number in rows_of(f"Här gäller {ROWS[number].reads}.")
    assert number not in rows_of(f"Här gäller {ROWS[number].leaves}.")


def test_every_row_has_a_builder_and_every_builder_a_row() -> None:
    assert {row.kind.partition(":")[0] for row in ROWS} == set(BUILDERS)


def test_every_class_of_measures_has_a_letter_and_is_named_once() -> None:
    assert set(letters()) == {*words_table()["measure"], *COMPUTED}
    assert len(set(letters().values())) == len(COMPUTED) + len(words_table()["measure"])


def test_every_macro_is_used() -> None:
    patterns = " ".join((*(row.pattern for row in ROWS), *MACROS.values()))

    assert [name for name in MACROS if f"<{name}>" not in patterns] == []
    assert "<" not in expand(MACROS["amount"], MACROS)


@each(
    [
        ("ab?c{0,2}d{1,3}?", ["a", "d"]),
        ("[ab][^c]d", ["ab", "d"]),
        ("(?:ab|c)d", ["ac", "d"]),
        ("(?:ab|c?)d", ["d"]),
        ("(?:a|b)?(?P<name>c(?:d|e){0,2})", ["c"]),
        ("(?<!a)(?<=[b])c(?!d)(?=e|f)", ["c"]),
        ("a|b?", []),
    ]
)
def test_every_match_holds_one_of_each_set_of_needed_letters(regex: str, needed: list[str]) -> None:
    assert list(needed_letters(regex)) == [frozenset(letters) for letters in needed]
