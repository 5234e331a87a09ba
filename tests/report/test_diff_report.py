"""A comparison in every way of writing it."""

import copy
import dataclasses
import json
import re
from collections import Counter
from collections.abc import Sequence
from itertools import product
from typing import Any, Final

import pytest
from jsonschema import ValidationError

from corpus import PROMISE, exempelby, shipped
from each import each
from medborgarlofte.diff.describe import COUNTED, EFFECTS, FIELDS, field_name, headline, remark, value
from medborgarlofte.diff.document import compare
from medborgarlofte.diff.model import KINDS, Change, Comparison, Evidence, Kind, Remark
from medborgarlofte.diff.words import word_diff
from medborgarlofte.i18n import LANGUAGES, Language, Text
from medborgarlofte.load import LoadedDocument, load_bytes
from medborgarlofte.model.promise import Responsible
from medborgarlofte.report import DIFF_FORMATS
from medborgarlofte.report.diff.text import Compared
from medborgarlofte.report.formats import View
from medborgarlofte.site.comparison import standalone
from medborgarlofte.timeline import consecutive
from schemas import shape_of, validator

SCHEMA = validator("diff")
HEAD: Final = PROMISE[: PROMISE.index("åtaganden:")]
BEFORE: Final = """\
åtaganden:
  - {id: K1, part: kommunen, fokus: [unga], text: Fritidsgården har öppet minst 100 kvällar under året.}
  - {id: K2, part: kommunen, text: Kommunen tar emot synpunkter.}
  - {id: K3, part: kommunen, text: Nattvandringar i parken., mål: {minst: 4, enhet: vandringar, per: år}}
  - {id: K4, part: kommunen, text: Rensa buskage.}
  - {id: K5, part: kommunen, text: Byta lampor.}
  - {id: K6, part: kommunen, text: Utbilda personal om droger.}
  - {id: K7, part: kommunen, text: Besöka skolor och föreningar.}
  - {id: K8, part: polisen, text: Hålla en dialog med torghandlare.}
"""
AFTER: Final = """\
åtaganden:
  - {id: K1, part: kommunen, fokus: [unga], text: Fritidsgården har öppet minst 80 kvällar under året., fortsätter: [a#K1]}
  - {id: K2, part: kommunen, text: Kommunen tar emot synpunkter.}
  - {id: K3, part: kommunen, text: Nattvandringar i parken., mål: {minst: 6, enhet: vandringar, per: år}}
  - {id: K4, part: kommunen, text: Rensa buskage och byta lampor., fortsätter: [a#K4, a#K5]}
  - {id: K6, part: polisen, text: Utbilda personal om droger.}
  - {id: K7a, part: kommunen, text: Besöka skolor., fortsätter: [a#K7]}
  - {id: K7b, part: kommunen, text: Besöka föreningar., fortsätter: [a#K7]}
  - {id: K9, part: polisen, text: Cykelmärkning.}
"""
CALLED: Final = (Text("”gammal”", "“gammal”"), Text("”ny”", "“ny”"))
LIKE: Final = """\
åtaganden:
  - {id: K3, part: kommunen, text: Vuxna nattvandrar i hela tätorten tillsammans med föräldrar och föreningar.}
"""


def _document(name: str, text: str) -> LoadedDocument:
    loaded, wrong = load_bytes(name, f"{name}.yaml", text.encode())
    assert loaded is not None, wrong
    return loaded


def _row(before: str = HEAD + BEFORE, after: str = HEAD + AFTER) -> Compared:
    old, new = _document("a", before), _document("b", after)
    return Compared(compare(old, new), old, new)


def _written(row: Compared, name: str, lang: Language = "sv", *, width: int = 80, color: bool = False) -> str:
    return DIFF_FORMATS[name]([row], View(lang, width, color))


def _rows() -> list[Compared]:
    """Every comparison that the shipped and invented promises give, both ways, and the one of this file."""
    found = [_row()]
    for workspace in (shipped(), exempelby()):
        for old, new in consecutive(workspace):
            found += [Compared(compare(old, new), old, new), Compared(compare(new, old), new, old)]
    return found


# ---------------------------------------------------------------- words


@each(LANGUAGES)
def test_every_kind_and_effect_has_words(lang: Language) -> None:
    assert set(COUNTED) == set(KINDS)
    assert all(one[lang] and many[lang] for one, many in COUNTED.values())
    assert len({one[lang] for one, _ in COUNTED.values()}) == len(KINDS)
    assert {"weakened", "sharpened", "neutral"} == set(EFFECTS)


def test_the_headline_counts_with_one_and_several_distinguished() -> None:
    def changes(*kinds: Kind) -> Comparison:
        return Comparison("a", "b", tuple(Change(kind, ("K1",), ("K1",)) for kind in kinds))

    assert headline(changes("kept"), "sv") == "1 behållet"
    assert headline(changes("weakened", "kept", "kept"), "sv") == "1 försvagat, 2 behållna"
    assert headline(changes("new", "dropped", "dropped"), "en") == "2 dropped, 1 new"
    assert headline(changes(), "sv") == "inga åtaganden"


def test_two_texts_are_woven_so_that_each_can_be_read_out_of_it() -> None:
    for row in _rows():
        for change in row.comparison.changes:
            for old, new in ((" ".join(change.old * 3), "K1 och K2"), ("", "x"), ("x", "")):
                pieces = list(word_diff(old, new))
                assert " ".join(p.words for p in pieces if p.mark in "=-") == " ".join(old.split())
                assert " ".join(p.words for p in pieces if p.mark in "=+") == " ".join(new.split())


@each(LANGUAGES)
def test_a_remark_names_the_document_it_is_about(lang: Language) -> None:

    assert "gammal" in remark(Remark("partial-source", "old"), *CALLED)[lang]
    assert "ny" in remark(Remark("partial-source", "new"), *CALLED)[lang]
    assert "gammal" in remark(Remark("not-followed-up", "old"), *CALLED)[lang]
    assert "i år" in remark(Remark("stale-time", "i år"), *CALLED)[lang]


@each(LANGUAGES)
def test_every_piece_of_evidence_has_a_name_in_words(lang: Language) -> None:
    pieces = [
        piece
        for row in _rows()
        for change in (*row.comparison.changes, *row.comparison.focus_areas)
        for piece in (*change.evidence, *row.comparison.other)
    ]

    assert [piece.field for piece in pieces if "_" in field_name(piece, lang)] == []
    assert {piece.field for piece in pieces if piece.label is None} <= set(FIELDS)


# ---------------------------------------------------------------- text


def test_the_weakened_is_reported_first_and_the_kept_only_counted() -> None:
    written = _written(_row(), "text")
    heads = [line.split()[0] for line in written.splitlines() if re.match(r"[A-ZÅÄÖ]{4}", line)]

    assert heads == ["FÖRSVAGAT", "BORTTAGET", "DELAT", "HOPSLAGET", "FLYTTAT", "SKÄRPT", "NYTT"]
    assert "1 försvagat, 1 borttaget, 1 delat, 1 hopslaget, 1 flyttat, 1 skärpt, 1 nytt, 1 behållet." in (
        _written(_row(), "text", width=120)
    )


def test_what_was_taken_away_and_what_came_can_be_distinguished_without_colour() -> None:
    assert "minst [-100-] {+80+} kvällar" in _written(_row(), "text")


def test_the_evidence_says_what_it_was_and_became() -> None:
    assert "mål (svagare): minst 100 kvällar" in _written(_row(), "text").replace("\u00a0", " ")
    assert "target (weaker): at least 100 kvällar" in _written(_row(), "text", "en").replace("\u00a0", " ")


def test_a_suggestion_is_reported_to_be_one_with_its_score() -> None:
    row = _row(after=HEAD + LIKE)

    assert re.search(r"FÖRSVAGAT K3 → K3 \(förslag, likhet 0,[34]\d\)", _written(row, "text"))
    assert re.search(r"\(suggestion, likeness 0\.[34]\d\)", _written(row, "text", "en"))
    assert "| försvagat" not in _written(row, "markdown").lower().partition("|")[0]


def test_suggestions_are_counted_apart_from_facts() -> None:
    row = _row(after=HEAD + LIKE)
    [comparison] = _json([row])["comparisons"]

    assert headline(row.comparison, "sv") == "7 borttagna; 1 liknar (förslag)"
    assert headline(row.comparison, "en") == "7 dropped; 1 looks alike (suggestion)"
    assert (comparison["headline"], comparison["suggestions"]) == ({"dropped": 7}, {"weakened": 1})


@each(product([40, 60, 80, 120], LANGUAGES))
def test_no_line_is_wider_than_the_terminal(width: int, lang: Language) -> None:
    for row in _rows():
        lines = _written(row, "text", lang, width=width).splitlines()
        assert [line for line in lines if len(line) > width and len(line.split()) > 1] == []


@each(product(DIFF_FORMATS, LANGUAGES))
def test_no_words_of_the_other_language_are_left(name: str, lang: Language) -> None:
    foreign = {
        "sv": r"\b(weakened|dropped|nothing|weaker|target|suggestion)\b",
        "en": r"(försvagat|borttaget|\binget\b|svagare|förslag|I övrigt)",
    }
    if name not in {"json", "html"}:
        assert re.findall(foreign[lang], _written(_row(), name, lang), re.IGNORECASE) == []


def test_several_comparisons_stand_apart() -> None:
    rows = [_row(), _row()]

    for name in ("text", "markdown"):
        one = DIFF_FORMATS[name](rows[:1], View("sv", 80, False))
        assert DIFF_FORMATS[name](rows, View("sv", 80, False)) == f"{one}\n{one}"


@each(DIFF_FORMATS)
def test_a_report_ends_with_one_line_end_and_has_no_trailing_blanks(name: str) -> None:
    for row in _rows():
        written = _written(row, name)
        assert written.endswith("\n") and not written.endswith("\n\n")
        assert [line for line in written.splitlines() if line != line.rstrip()] == []


# ---------------------------------------------------------------- Markdown


def _cells(line: str) -> list[str]:
    return re.split(r"(?<!\\)\|", line)[1:-1]


@each(LANGUAGES)
def test_a_row_for_every_commitment_with_three_cells(lang: Language) -> None:
    for row in _rows():
        table = [line for line in _written(row, "markdown", lang).splitlines() if line.startswith("|")]
        assert {3} == {len(_cells(line)) for line in table}
        assert len(table) == 2 + len(row.comparison.changes)


def test_focus_areas_are_reported_in_markdown_as_in_text() -> None:
    row = _row(after=(HEAD + AFTER).replace("rubrik: Barn och unga", "rubrik: Unga på nätet"))

    assert "Unga på nätet" in _written(row, "text")
    assert "Unga på nätet" in _written(row, "markdown")


# ---------------------------------------------------------------- JSON


def _json(rows: Sequence[Compared], lang: Language = "sv") -> Any:
    return json.loads(DIFF_FORMATS["json"](rows, View(lang, 80, False)))


@each(LANGUAGES)
def test_every_comparison_follows_the_schema(lang: Language) -> None:
    rows = _rows()
    SCHEMA.validate(_json(rows, lang))
    SCHEMA.validate(_json([]))

    assert {change.kind for row in rows for change in row.comparison.changes} >= {
        "weakened", "dropped", "split", "merged", "moved", "sharpened", "new", "kept"
    }  # fmt: skip


@each(KINDS)
def test_the_schema_knows_every_kind(kind: Kind) -> None:
    assert kind in shape_of("diff")["$defs"]["kind"]["enum"]
    assert len(shape_of("diff")["$defs"]["kind"]["enum"]) == len(KINDS)


def test_the_headline_counts_the_commitments() -> None:
    for comparison in _json(_rows())["comparisons"]:
        kinds = [change["kind"] for change in comparison["commitments"]]
        counted = Counter(comparison["headline"]) + Counter(comparison["suggestions"])
        assert Counter(kinds) == counted


def _changed(answer: Any, route: Sequence[str | int], new: Any) -> Any:
    made = copy.deepcopy(answer)
    part = made
    for step in route[:-1]:
        part = part[step]
    part[route[-1]] = new
    return made


@each(
    [
        (("version",), 2),
        (("extra",), 1),
        (("comparisons", 0, "headline", "kept"), 0),
        (("comparisons", 0, "headline", "lost"), 1),
        (("comparisons", 0, "old", "id"), ""),
        (("comparisons", 0, "old", "period", "from"), "i år"),
        (("comparisons", 0, "commitments", 0, "kind"), "dropped"),
        (("comparisons", 0, "commitments", 0, "basis"), None),
        (("comparisons", 0, "commitments", 0, "basis"), "guess"),
        (("comparisons", 0, "commitments", 0, "score"), 1.5),
        (("comparisons", 0, "commitments", 0, "new"), []),
        (("comparisons", 0, "commitments", 0, "evidence", 0, "effect"), "worse"),
        (("comparisons", 0, "remarks"), [{"key": "x", "about": "old", "message": "x"}]),
    ]
)
def test_an_answer_of_another_shape_does_not_follow_the_schema(route: Sequence[str | int], new: Any) -> None:
    answer = _json([_row()])

    with pytest.raises(ValidationError):
        SCHEMA.validate(_changed(answer, route, new))


@each(LANGUAGES)
def test_language_changes_messages_only(lang: Language) -> None:
    answer = _json(_rows(), lang)
    for comparison in answer["comparisons"]:
        for told in comparison["remarks"]:
            del told["message"]
    other = _json(_rows(), "en")
    for comparison in other["comparisons"]:
        for told in comparison["remarks"]:
            del told["message"]

    assert answer == other


# ---------------------------------------------------------------- HTML


@each(LANGUAGES)
def test_html_shows_all_the_evidence_that_text_does(lang: Language) -> None:
    row = _row()
    written = standalone([(row.comparison, row.old, row.new)], lang)

    for change in row.comparison.changes:
        for piece in change.evidence:
            if piece.field == "mål":
                # The old value is told without the words that it ends with like the new one.
                assert value(piece.new, lang) in written.lower()
                assert " ".join(value(piece.old, lang).split(" ")[:2]) in written


def test_the_place_that_was_lost_is_reported_in_html() -> None:
    before = HEAD + "åtaganden:\n  - {id: K1, text: Vara ute om kvällen., plats: centrum och hamnen}\n"
    row = _row(before, before.replace("centrum och hamnen", "centrum"))
    [change] = row.comparison.changes

    assert change.kind == "weakened"
    assert "centrum och hamnen" in _written(row, "markdown") + _written(row, "json")
    assert "centrum och hamnen" in standalone([(row.comparison, row.old, row.new)], "sv")
    assert "centrum och hamnen" in _written(row, "text")


def test_evidence_of_plain_values_can_be_written() -> None:
    row = _row()
    shown: list[Any] = [None, "x", 1, (), ("x", "y"), Responsible.model_validate({"enhet": "Fritid"})]
    pieces = tuple(Evidence(f"f{n}", old, None, "neutral") for n, old in enumerate(shown))
    changed = dataclasses.replace(row, comparison=dataclasses.replace(row.comparison, other=pieces))

    for name in DIFF_FORMATS:
        assert _written(changed, name)
