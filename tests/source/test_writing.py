"""What is written as YAML is read back as it was, and looks as the shipped files do."""

import unicodedata
from typing import Any, Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus import ROOT
from each import each
from folder_state import EXAMPLE
from medborgarlofte.model.kinds import spellings
from medborgarlofte.source.reader import read
from medborgarlofte.source.writing import WIDTH, Quoted, scalar, write
from subsets import examples

KEYS: Final = st.sampled_from(sorted(set(spellings().values())))
"""The keys of the format; the reader gives no others in a document without errors."""

LETTERS: Final = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn"), include_characters="åäö🚓")
MARKS: Final = st.text("aåÖ 0123456789:#'\"-–,.[]{}&*!|>%@`?\\/~=<🚓", max_size=40)
WORDS: Final = st.lists(
    st.sampled_from(
        ["Vi", "är", "ute", "minst", "100", "kvällar:", "- och", "#2", "i Exempelby,", "ja", "”nu”"]
    ),
    max_size=30,
).map(" ".join)
PLAIN: Final = st.sampled_from(
    ["", "~", "null", "Null", "NULL", "ja", "nej", "no", "true", "1082", "0180", "007", "1 000", "3,5", "1e3", "0x1F",
     "2024-12-31", "2024", "-", "--", "---", "...", "?", ":", "- a", "? a", "a: b", "a:", ":a", "a #b", "#a", "'", '"',
     "''", "[a", "a]", "{", "}", "a, b", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "<<", "=", "\\", "\\n", "a\\",
     " ", " a", "a ", "  a  b  ", "é", "\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}a", "\ufeff", "a\ufeffb", "👮‍♀️"]
)  # fmt: skip
LINE: Final = st.one_of(PLAIN, MARKS, WORDS, st.text(LETTERS, max_size=30)).map(
    lambda text: unicodedata.normalize("NFC", text)
)
"""A text on one line, with composed letters as the reader gives them."""
SHORT: Final = LINE.map(lambda text: text[:60])
TEXT: Final = st.one_of(
    LINE,
    st.lists(LINE, min_size=1, max_size=5).map("\n".join),
    st.lists(LINE, max_size=4).map(lambda lines: "\n".join([*lines, "", ""])),
)


def _values(part: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(part, max_size=4) | st.dictionaries(KEYS, part, max_size=4)


VALUES: Final = st.recursive(st.none() | TEXT, _values, max_leaves=8)
DOCUMENTS: Final = st.dictionaries(KEYS, VALUES, min_size=1, max_size=6)


def _read(text: str) -> Any:
    reading = read(text.encode(), spellings())
    assert reading.findings == [], text
    return reading.value


@given(DOCUMENTS)
@settings(max_examples=examples(80))
@example({"text": "\n"})
@example({"text": "\n\n a\n"})
@example({"text": " a\nb"})
@example({"text": "a \nb"})
@example({"text": "a\n b\n\n"})
@example({"text": "a\n\n\n", "titel": "b"})
@example({"åtaganden": [{"text": " indragen\nrad", "id": "K1", "part": "x"}]})
@example({"åtaganden": [[" indragen\nrad"]]})
@example({"poster": [None, "", [], {}, [None], {"titel": None}]})
@example({"poster": [[["a"], []], [{}]]})
@example({"titel": "x" * 300, "text": "ord " * 80 + "slut"})
@example({"text": "ord  med  dubbla  mellanslag " * 10})
@example({"text": "'" * 120 + ": " + "b " * 60})
def test_what_is_written_is_read_back(value: dict[str, Any]) -> None:
    assert value == _read(write(value))


@given(DOCUMENTS)
@settings(max_examples=examples(30))
def test_what_was_read_is_written_the_same_again(value: dict[str, Any]) -> None:
    text = write(value)

    assert text == write(_read(text))


@each(sorted([*EXAMPLE.rglob("*.yaml"), *(ROOT / "promises").rglob("*.yaml")]), lambda path: path.stem)
def test_every_shipped_document_is_read_back(path: Any) -> None:
    value = _read(path.read_text(encoding="utf-8"))

    assert value == _read(write(value))


def test_it_looks_as_the_shipped_files_do() -> None:
    written = write(
        {
            "dokument": "medborgarlöfte",
            "period": {"från": "2024-01-01", "till": "2024-12-31"},
            "parter": [{"id": "kommunen", "typ": "kommun", "namn": "Exempelby kommun", "kommunkod": "0180"}],
            "inledning": "Första stycket.\n\nAndra stycket.\n",
            "åtaganden": [
                {
                    "id": "K1",
                    "fokus": ["unga", "platser"],
                    "text": "Vi är ute minst 100 kvällar.",
                    "mål": {"minst": "100", "enhet": "kvällar"},
                }
            ],
            "sammanfattning": None,
        }
    )

    assert (
        written
        == """\
dokument: medborgarlöfte
period: {från: 2024-01-01, till: 2024-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun, kommunkod: '0180'}
inledning: |
  Första stycket.

  Andra stycket.
åtaganden:
  - id: K1
    fokus: [unga, platser]
    text: Vi är ute minst 100 kvällar.
    mål: {minst: 100, enhet: kvällar}
sammanfattning:
"""
    )


def test_a_long_text_is_wrapped_and_read_back_as_one() -> None:
    text = "Fältgruppen är ute på fredagar och lördagar. " * 12
    written = write({"inledning": text.strip()})

    assert WIDTH - len("inledning: ") <= max(map(len, written.splitlines())) <= WIDTH + len(" Fältgruppen")
    assert _read(written) == {"inledning": text.strip()}


def test_a_long_text_is_wrapped_behind_the_first_word_that_reaches_the_width() -> None:
    lines = write({"inledning": "Så går det. " * 60}).splitlines()

    assert {WIDTH < len(line) <= WIDTH + len(" det.") for line in lines[:-1]} == {True}


@each(
    [
        ({"titel": "x" * 80}, f" {{titel: {'x' * 80}}}"),
        ({"titel": "x" * 81}, f"\n  titel: {'x' * 81}"),
        ({"titel": "x" * 40, "id": "y" * 34}, f" {{titel: {'x' * 40}, id: {'y' * 34}}}"),
        ({"titel": "x" * 40, "id": "y" * 35}, f"\n  titel: {'x' * 40}\n  id: {'y' * 35}"),
        ({"titel": "en\nrad"}, "\n  titel: |-\n    en\n    rad"),
        ({"titel": "x", "part": ["y"]}, "\n  titel: x\n  part: [y]"),
        ({"id": "K1", "text": "Vi är ute."}, " {id: K1, text: Vi är ute.}"),
        ({"id": "K1", "part": "a", "text": "Vi."}, "\n  id: K1\n  part: a\n  text: Vi."),
        (["x" * 38, "y" * 37], f" [{'x' * 38}, {'y' * 37}]"),
        (["x" * 38, "y" * 38], f"\n  - {'x' * 38}\n  - {'y' * 38}"),
        (["en\nrad"], "\n  - |-\n    en\n    rad"),
    ]
)
def test_what_is_short_is_on_one_line(value: Any, expected: str) -> None:
    assert f"period:{expected}\n" == write({"period": value})


def test_what_occurs_twice_is_written_twice() -> None:
    shared = {"id": "a", "part": ["b"]}

    assert _read(write({"poster": [shared, shared], "mål": shared})) == {
        "poster": [shared, shared],
        "mål": shared,
    }


# ---------------------------------------------------------------- a text on one line


def _in_block_and_braces(plain: str) -> tuple[str, str]:
    return (
        f"titel: {plain}\nposter:\n  - {plain}\n  - text: {plain}\n    id: sist\n",
        f"poster: [{{titel: {plain}, text: {plain}}}, {plain}, {{id: sist}}]\n",
    )


@given(SHORT)
@settings(max_examples=examples(120))
def test_a_scalar_is_on_one_line_in_a_block_and_in_braces(text: str) -> None:
    plain = scalar(text)
    block, flow = _in_block_and_braces(plain)

    assert "\n" not in plain
    assert _read(block) == {"titel": text, "poster": [text, {"text": text, "id": "sist"}]}
    assert _read(flow) == {"poster": [{"titel": text, "text": text}, text, {"id": "sist"}]}


@pytest.mark.parametrize(
    "text", ["Lamporna kom sent. " * 4 + "Resten byts i april.", "Resten: " * 12 + "i april", "x" * 300]
)
def test_a_long_text_is_a_scalar_with_all_its_letters(text: str) -> None:
    block, flow = _in_block_and_braces(scalar(text))

    assert _read(block) == {"titel": text, "poster": [text, {"text": text, "id": "sist"}]}
    assert _read(flow) == {"poster": [{"titel": text, "text": text}, text, {"id": "sist"}]}


@each(["a\nb", "\n", "a\n\n  b ", "- a\n- b", "Rad: ett\n#två\n"])
def test_a_text_of_several_lines_is_a_scalar_on_one(text: str) -> None:
    plain = scalar(text)
    block, flow = _in_block_and_braces(plain)

    assert "\n" not in plain
    assert _read(block) == {"titel": text, "poster": [text, {"text": text, "id": "sist"}]}
    assert _read(flow) == {"poster": [{"titel": text, "text": text}, text, {"id": "sist"}]}


@given(SHORT)
def test_a_comment_behind_a_scalar_is_no_part_of_it(text: str) -> None:
    assert _read(f"titel: {scalar(text)}  # varför\n") == {"titel": text}


@each(
    [
        ("genomfört", "genomfört"),
        ("ja", "ja"),
        ("104", "104"),
        ("2024-12-31", "2024-12-31"),
        ("0180", "'0180'"),
        ("", "''"),
        ("null", "'null'"),
        ("Två lampor: en stulen", "'Två lampor: en stulen'"),
        ("Det är Kims #1", "'Det är Kims #1'"),
        ("exempelby/lofte-2024#K1", "exempelby/lofte-2024#K1"),
        ("a, b", "'a, b'"),
    ]
)
def test_a_scalar_is_quoted_only_where_it_must_be(text: str, expected: str) -> None:
    assert expected == scalar(text)


def test_a_code_is_written_within_quotation_marks_at_any_width() -> None:
    party = {"id": "kommunen", "kommunkod": Quoted("1082")}

    assert write({"parter": [party]}) == 'parter:\n  - {id: kommunen, kommunkod: "1082"}\n'
