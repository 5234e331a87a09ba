"""An outcome put into a follow-up's file changes that item's lines and no other byte, or nothing at all."""

import codecs
import copy
import itertools
import unicodedata
from collections.abc import Mapping
from itertools import product
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from each import each
from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.editing import KEYS, Entry, record
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.statuses import STATUS_LABELS
from medborgarlofte.source.editing import lines_of
from medborgarlofte.source.files import decode
from medborgarlofte.source.positions import locate
from medborgarlofte.source.reader import ParsedYaml, read
from medborgarlofte.source.writing import scalar
from subsets import examples

HEAD: Final = "dokument: uppföljning\nlöfte: exempelby/lofte-2024\ndatum: 2024-12-31\n"


# ---------------------------------------------------------------- files, as people write them

COMMENTS: Final = st.sampled_from(["", "", "", "  # varför då?", " # enligt Kim: 43", "  # åäö 🚓"])
BETWEEN: Final = st.sampled_from(
    ["", "", "", "\n", "# K1: se listan\n", "  # indraget\n", "\n      # långt in\n", "   \n"]
)
WORDS: Final = st.sampled_from(
    [
        "pågår",
        "genomfört",
        "43",
        "ja",
        "Två lampor - en stulen",
        "Lamporna kom sent.",
        "9 av 10",
        "åäö 🚓",
        "~",
    ]
)


STYLES: Final = (
    "{comment}",
    " {text}{comment}",
    "   {text}{comment}",
    " '{text}'{comment}",
    ' "{text}: #1"{comment}',
    " '{text} it''s'",
    " {text}\n{inner}på flera\n{inner}rader",
    ' "{text}\n{inner}på två rader"{comment}',
    " |\n{inner}{text}\n{inner}# ingen kommentar",
    " |-\n{inner}{text}\n\n{inner}efter en tom rad",
    " |+\n{inner}{text}\n\n",
    " >-\n{inner}{text}\n{inner}vikt",
    " >\n{inner}{text}\n\n{inner}vikt",
    "\n{inner}{text}",
    "\n{inner}'{text}'",
    " {{cirka: 60}}{comment}",
    " {{minst: 60,\n{inner}}}",
    "\n{inner}cirka: 60",
    " ~",
)
"""What stands behind the colon of a key in a block, with the space before it, up to the end of its last line."""


@st.composite
def _written(draw: st.DrawFn, column: int) -> str:
    inner = " " * (column + draw(st.sampled_from([1, 2, 4])))
    return draw(st.sampled_from(STYLES)).format(text=draw(WORDS), comment=draw(COMMENTS), inner=inner)


@st.composite
def _block_item(draw: st.DrawFn, name: str, indent: int) -> str:
    """An item of a list in block form."""
    gap = draw(st.sampled_from([" ", " ", "   "]))
    column = indent + 1 + len(gap)
    keys = draw(st.permutations(["status", "utfall", "kommentar", "ordalydelse", "effekt"]))
    keys = keys[: draw(st.integers(0, 4))]
    place = draw(st.sampled_from([0, 0, 0, len(keys)]))
    quote = draw(st.sampled_from(["", "", "", "'", '"']))
    spelled = draw(st.sampled_from(["åtagande", "åtagande", "atagande"]))
    rows = [f"{key}:{draw(_written(column))}" for key in keys]
    rows.insert(place, f"{spelled}: {quote}{name}{quote}{draw(COMMENTS)}")
    lines = [f"{draw(BETWEEN)}{' ' * column}{row}" if n else row for n, row in enumerate(rows)]
    first = draw(st.sampled_from([f"-{gap}", f"-{gap}", f"-\n{' ' * column}"]))
    return " " * indent + first + "\n".join(lines) + "\n" + draw(BETWEEN)


@st.composite
def _flow_item(draw: st.DrawFn, name: str) -> str:
    """An item in braces, on one line or on two."""
    values = {
        "status": draw(st.sampled_from([" ", " pågår", " 'pågår'"])),
        "utfall": draw(st.sampled_from([" ", " 43", " {cirka: 60}", " {cirka: 60, }"])),
        "kommentar": draw(st.sampled_from([" ", " 'a, b'", ' "}"', " två lampor"])),
    }
    keys = draw(st.permutations(list(values)))[: draw(st.integers(0, 3))]
    rows = [f"åtagande: {name}", *(f"{key}:{values[key]}" for key in keys)]
    space, comma = draw(st.sampled_from(["", " "])), draw(st.sampled_from([", ", ",  ", ",\n      "]))
    return f"{{{space}{comma.join(rows)}{space}}}"


@st.composite
def follow_up_files(draw: st.DrawFn) -> bytes:
    """A follow-up as somebody may have written it by hand, with items for some of K1 to K4."""
    names = [f"K{n}" for n in draw(st.lists(st.integers(1, 4), min_size=0, max_size=4, unique=True))]
    indent = draw(st.sampled_from([0, 2, 2, 4]))
    kind = draw(st.sampled_from(["block", "block", "block", "mixed", "flow", "alone", "empty", "none"]))
    if kind == "none":
        items = ""
    elif kind == "empty" or not names:
        items = draw(st.sampled_from(["poster:\n", "poster: # fyll i\n", "poster: []\n", "poster: ~\n"]))
    elif kind == "alone":
        items = f"poster:\n  åtagande: {names[0]}\n  status:{draw(_written(2))}\n"
    elif kind == "flow":
        items = f"poster: [{', '.join(draw(_flow_item(name)) for name in names)}]{draw(COMMENTS)}\n"
    else:
        rows = [
            " " * indent + f"- {draw(_flow_item(name))}{draw(COMMENTS)}\n"
            if kind == "mixed" and draw(st.booleans())
            else draw(_block_item(name, indent))
            for name in names
        ]
        items = f"poster:{draw(COMMENTS)}\n{draw(BETWEEN)}" + "".join(rows)
    before = draw(
        st.sampled_from(["", "", "---\n", "# överst\n\n", "sammanfattning: |\n  Två rader.\n\n  Slut.\n"])
    )
    behind = draw(
        st.sampled_from(
            [
                "",
                "",
                "\n\n",
                "# sist\n",
                "  # indraget sist",
                "anmärkningar: slut",
                "indikatorer: [{indikator: E1, värde: 62}]\n",
                "övriga_resultat:\n  - text: Föräldrar vandrade.\n    utfall: 14\n",
            ]
        )
    )
    head = HEAD if before != "---\n" else before + HEAD
    text = head + (before if before != "---\n" else "") + items + behind
    if draw(st.integers(0, 5)) == 0:
        text = text.rstrip("\n")
    if draw(st.integers(0, 5)) == 0:
        text = unicodedata.normalize("NFD", text)
    if draw(st.integers(0, 3)) == 0:
        text = text.replace("\n", "\r\n")
    return (codecs.BOM_UTF8 if draw(st.integers(0, 4)) == 0 else b"") + text.encode()


VALUES: Final[Mapping[str, st.SearchStrategy[Any]]] = {
    "räknat": st.sampled_from(["hittills", "sedan förra"]),
    "status": st.sampled_from(list(STATUS_LABELS)),
    "utfall": st.sampled_from(["104", "0", "1 000", "2 per vecka", "9 av 10", "nästan: 100", "- 5"])
    | st.sampled_from([{"cirka": "60"}, {"minst": "60"}, {"cirka": "1 000"}]),
    "kommentar": st.sampled_from(
        ["Det gick.", "Två: en #stulen", "it's", '"', "{", "a, b]", "- nej", "ja", "~", "👮 åäö"]
    )
    | st.text("aå :#'\"-,{}[]&*!|>%@`?\\1\n", max_size=12).map(lambda text: text.strip() or "nej"),
    "ordalydelse": st.sampled_from(["cc513328", "00001234", "1e100000", "7ddb3268"]),
}


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True))
    return Entry(f"K{draw(st.integers(1, 4))}", {key: draw(VALUES[key]) for key in keys})


# ---------------------------------------------------------------- what must hold


def _read(data: bytes) -> ParsedYaml:
    return read(data, spellings())


def _rows(value: Any) -> list[Any]:
    items = value.get("poster")
    return [items] if isinstance(items, dict) else items or []


def _with(value: Any, entry: Entry) -> Any:
    """The value of a file with the entry in it."""
    wanted = copy.deepcopy(value)
    if not any(row["åtagande"] == entry.commitment for row in _rows(wanted)):
        wanted["poster"] = [*_rows(wanted), {"åtagande": entry.commitment}]
    item = next(row for row in _rows(wanted) if row["åtagande"] == entry.commitment)
    item.update(entry.values)
    return wanted


def _item_lines(reading: ParsedYaml, commitment: str) -> tuple[int, int] | None:
    """The first and the last line of an item, from 1; None when there is none."""
    assert reading.source.root is not None
    for index, row in enumerate(_rows(reading.value)):
        if row["åtagande"] == commitment:
            span = locate(reading.source.root, ("poster", index)).node.span
            return span.line, span.end_line if span.end_column > 1 else span.end_line - 1
    return None


def _same_around(before: list[str], after: list[str]) -> tuple[int, int]:
    """How many lines are the same from the top and, of the others, from the bottom."""
    top = sum(
        1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    )
    rest = min(len(before), len(after)) - top
    pairs = zip(reversed(before), reversed(after), strict=False)
    bottom = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    return top, min(bottom, rest)


def _lines(data: bytes) -> list[str]:
    return lines_of(data.removeprefix(codecs.BOM_UTF8).decode())


def _recorded(data: bytes, *entry: Entry) -> bytes | None:
    """The bytes with the entries in them, or None when that was refused."""
    try:
        return record(data, entry, spellings())
    except LofteError:
        return None


@given(follow_up_files(), entries())
@settings(
    max_examples=examples(200), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_an_entry_changes_its_own_lines_and_nothing_else(data: bytes, entry: Entry) -> None:
    reading = _read(data)
    after = _recorded(data, entry)
    event("refused" if after is None else "recorded")
    if after is None:
        return

    assert _read(after).value == _with(reading.value, entry)
    assert [finding for finding in _read(after).findings if finding.severity != "info"] == []
    top, bottom = _same_around(_lines(data), _lines(after))
    at = _item_lines(reading, entry.commitment)
    count = len(_lines(data))
    if at:
        assert top >= at[0] - 1
        assert bottom >= count - at[1]
    else:  # one line of the file may be another: the one behind which the item was put, or the empty key
        assert top + bottom >= count - 1
    assert data.startswith(codecs.BOM_UTF8) == after.startswith(codecs.BOM_UTF8)
    if data.count(b"\n") == data.count(b"\r\n"):
        assert after.count(b"\n") == after.count(b"\r\n")
    else:
        assert b"\r" not in after


@given(follow_up_files(), entries())
@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_the_same_entry_a_second_time_changes_nothing(data: bytes, entry: Entry) -> None:
    after = _recorded(data, entry)
    if after is not None:
        assert after == _recorded(after, entry)


@given(follow_up_files(), entries(), entries())
@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_several_entries_are_the_same_as_one_after_another(data: bytes, one: Entry, two: Entry) -> None:
    first = _recorded(data, one)

    assert _recorded(data, one, two) == (None if first is None else _recorded(first, two))


@given(follow_up_files())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_no_entry_changes_nothing(data: bytes) -> None:
    assert data == record(data, [], spellings())


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode), entries())
def test_a_file_that_is_no_follow_up_gives_an_error_to_read_and_no_other(data: bytes, entry: Entry) -> None:
    after = _recorded(data, entry)
    if after is not None:
        assert _read(after).value == _with(_read(data).value, entry)


# ---------------------------------------------------------------- layouts that must work

STATUS: Final = Entry("K1", {"status": "genomfört"})
ALL: Final = Entry(
    "K1",
    {
        "status": "genomfört",
        "utfall": {"cirka": "60"},
        "kommentar": "Två: en kvar",
        "ordalydelse": "cc513328",
    },
)


@each(
    [
        ("poster:\n  - åtagande: K1\n    status:\n", "poster:\n  - åtagande: K1\n    status: genomfört\n"),
        (
            "poster:\n  - åtagande: K1\n    status: # vad?\n",
            "poster:\n  - åtagande: K1\n    status: genomfört # vad?\n",
        ),
        (
            "poster:\n  - åtagande: K1\n    status: pågår  # 43\n",
            "poster:\n  - åtagande: K1\n    status: genomfört  # 43\n",
        ),
        (
            'poster:\n  - åtagande: K1\n    status: "pågår"\n',
            "poster:\n  - åtagande: K1\n    status: genomfört\n",
        ),
        ("poster:\n  - åtagande: K1\n", "poster:\n  - åtagande: K1\n    status: genomfört\n"),
        ("poster:\n- åtagande: K1", "poster:\n- åtagande: K1\n  status: genomfört"),
        (
            "poster:\n  - utfall: 5\n    åtagande: K1\n",
            "poster:\n  - utfall: 5\n    åtagande: K1\n    status: genomfört\n",
        ),
        (
            "poster:\n  -   åtagande: K1 # ett\n",
            "poster:\n  -   åtagande: K1 # ett\n      status: genomfört\n",
        ),
        ("poster:\n  - {åtagande: K1}\n", "poster:\n  - {åtagande: K1, status: genomfört}\n"),
        (
            "poster:\n  - {åtagande: K1, status: pågår, utfall: 5}\n",
            "poster:\n  - {åtagande: K1, status: genomfört, utfall: 5}\n",
        ),
        (
            "poster: [{åtagande: K1}, {åtagande: K2}]\n",
            "poster: [{åtagande: K1, status: genomfört}, {åtagande: K2}]\n",
        ),
        ("poster: {åtagande: K1}\n", "poster: {åtagande: K1, status: genomfört}\n"),
        ("poster:\n  åtagande: K1\n", "poster:\n  åtagande: K1\n  status: genomfört\n"),
        # a new item
        ("", "poster:\n  - åtagande: K1\n    status: genomfört\n"),
        ("poster:\n", "poster: [{åtagande: K1, status: genomfört}]\n"),
        ("poster: []\n", "poster: [{åtagande: K1, status: genomfört}]\n"),
        (
            "poster:\n  - åtagande: K2\n    status: pågår\n\n# Sådant som ingen lovade\nanmärkningar: x\n",
            (
                "poster:\n  - åtagande: K2\n    status: pågår\n  - åtagande: K1\n    status: genomfört\n\n"
                "# Sådant som ingen lovade\nanmärkningar: x\n"
            ),
        ),
        (
            "poster:\n  - åtagande: K2\n    kommentar: |\n      Två\n      rader.\n\nanmärkningar: x\n",
            (
                "poster:\n  - åtagande: K2\n    kommentar: |\n      Två\n      rader.\n  - åtagande: K1\n"
                "    status: genomfört\n\nanmärkningar: x\n"
            ),
        ),
        (
            "poster:\n  - {åtagande: K2}\nanmärkningar: x\n",
            "poster:\n  - {åtagande: K2}\n  - åtagande: K1\n    status: genomfört\nanmärkningar: x\n",
        ),
        ("poster: [{åtagande: K2}]\n", "poster: [{åtagande: K2}, {åtagande: K1, status: genomfört}]\n"),
    ]
)
def test_a_status_is_written_in_the_style_of_the_file(before: str, after: str) -> None:
    assert HEAD + after == record((HEAD + before).encode(), [STATUS], spellings()).decode()


def test_all_keys_are_written_in_their_order() -> None:
    data = (HEAD + "poster:\n  - åtagande: K1\n  - åtagande: K2\n").encode()

    assert record(data, [ALL], spellings()).decode() == HEAD + (
        "poster:\n  - åtagande: K1\n    status: genomfört\n    utfall: {cirka: 60}\n"
        "    kommentar: 'Två: en kvar'\n    ordalydelse: cc513328\n  - åtagande: K2\n"
    )


@each(
    [
        "|\n      Lamporna kom\n      sent.\n",
        ">-\n      Lamporna kom\n      sent.\n",
        '"Lamporna kom\n      sent."\n',
        "Lamporna kom\n      sent.\n",
        "\n      Lamporna kom sent.\n",
        "|\n      Lamporna kom sent.\n\n      Resten kom aldrig.\n\n",
    ]
)
def test_a_comment_of_several_lines_is_replaced(old: str) -> None:
    text = HEAD + f"poster:\n  - åtagande: K1\n    kommentar: {old}    effekt: viss\n  - åtagande: K2\n"
    after = record(text.encode(), [Entry("K1", {"kommentar": "Det gick."})], spellings())

    value = _read(after).value
    assert value["poster"] == [
        {"åtagande": "K1", "kommentar": "Det gick.", "effekt": "viss"},
        {"åtagande": "K2"},
    ]
    assert after.decode().startswith(HEAD + "poster:\n  - åtagande: K1\n    kommentar:")


@each(
    product(
        [
            "poster:\n  - åtagande: K1\n    kommentar:\n",
            "poster:\n  - åtagande: K1\n    kommentar: Gammal.  # fråga Kim\n",
            "poster: [{åtagande: K1, kommentar: Gammal.}]\n",
            "poster:\n",
        ],
        [
            "Kort.",
            "Leverantören kom sent, och marken frös i november. Resten av lamporna byts i april 2025, säger driftchefen.",
            "Två lampor: en stulen, en trasig. " * 10 + "Slut.",
            "Första raden.\nAndra raden.",
            "Första stycket.\n\n- ett\n- två\n",
            "  med blanksteg runt  ",
        ],
    )
)
def test_every_comment_can_be_recorded(items: str, comment: str) -> None:
    after = record((HEAD + items).encode(), [Entry("K1", {"kommentar": comment})], spellings())

    assert [{"åtagande": "K1", "kommentar": comment}] == _read(after).value["poster"]


def test_a_file_saved_by_another_program_keeps_its_ends_its_mark_and_its_letters() -> None:
    text = HEAD + "poster:\n  - åtagande: K1\n    status: pågår  # även på lördagar\n"
    data = codecs.BOM_UTF8 + unicodedata.normalize("NFD", text).replace("\n", "\r\n").encode()
    after = record(data, [STATUS], spellings())

    before_lines, after_lines = _lines(data), _lines(after)
    assert before_lines[:-1] == after_lines[:-1]
    assert (
        after_lines[-1]
        == "    status: genomfört  # " + unicodedata.normalize("NFD", "även på lördagar") + "\r\n"
    )
    assert after.startswith(codecs.BOM_UTF8)


@pytest.mark.parametrize("marks", [2, 3])
def test_several_byte_order_marks_stay_before_the_text(marks: int) -> None:
    data = codecs.BOM_UTF8 * marks + (HEAD + "poster:\n  - åtagande: K1\n").encode()
    after = record(data, [STATUS], spellings())

    assert after == data + "    status: genomfört\n".encode()
    assert _read(after).value == _with(_read(data).value, STATUS)


@each(
    [
        b"",
        b"# bara en kommentar\n",
        b"- a\n- b\n",
        b"dokument: [\n",
        b"dokument: uppf\xf6ljning\nposter: [{status: x}]\n",
        HEAD.encode("utf-16"),
        b"dokument: a\ndokument: b\n",
        b"dokument: a\x00b\n",
        b"dokument: &a b\n",
        b"dokument: a\n---\ndokument: b\n",
    ]
)
def test_a_file_that_cannot_be_read_is_refused(data: bytes) -> None:
    assert decode(data)[1] or _read(data).findings or not isinstance(_read(data).value, dict)

    with pytest.raises(LofteError, match="The follow-up has structural errors"):
        record(data, [STATUS], spellings())


@pytest.mark.parametrize("items", ["poster: senare\n", "poster: [senare]\n", "poster: [[{åtagande: K1}]]\n"])
def test_items_that_are_none_are_refused_or_left_as_they_are(items: str) -> None:
    data = (HEAD + items).encode()
    after = _recorded(data, STATUS)

    assert after is None or _read(after).value["poster"][:-1] == _read(data).value["poster"]


@pytest.mark.parametrize(
    "items",
    [
        "poster:\n  -\n    åtagande: K2\n",
        "poster:\n  - åtagande: K3\n  -\n    åtagande: K2",
        "poster:\n  åtagande: K2\n  status:",
        "poster:\n  åtagande: K2\n",
    ],
)
def test_a_new_item_is_put_behind_every_form_of_the_last_one_or_refused(items: str) -> None:
    data = (HEAD + items).encode()
    after = _recorded(data, STATUS)

    assert after is None or _read(after).value == _with(_read(data).value, STATUS)


def test_only_the_first_of_two_items_of_a_commitment_is_changed() -> None:
    text = HEAD + "poster:\n  - {åtagande: K1, status: pågår}\n  - {åtagande: K1, status: pågår}\n"

    assert record(text.encode(), [STATUS], spellings()).decode() == text.replace("pågår", "genomfört", 1)


@each(["1", "1.0", "null", "-", "no", "01"])
def test_odd_ids_are_found_and_written(name: str) -> None:
    data = (HEAD + f"poster:\n  - åtagande: {scalar('K2')}\n").encode()
    entry = Entry(name, {"status": "genomfört"})
    after = record(data, [entry], spellings())

    assert _read(after).value["poster"] == [{"åtagande": "K2"}, {"åtagande": name, "status": "genomfört"}]
    assert after == record(after, [entry], spellings())
