"""What a comparison tells of two documents beside what became of each commitment."""

from typing import Any, Final

import pytest

from corpus import EXEMPELBY
from diff.promises_of_pairs import Row, loaded_value, value_of
from each import each
from medborgarlofte.diff.describe import plain
from medborgarlofte.diff.document import commitment_changes, compare
from medborgarlofte.diff.model import Basis, Change, Comparison, Remark
from medborgarlofte.load import LoadedDocument, load
from medborgarlofte.model.agreement import Agreement

OLD: Final = ("2023-01-01", "2023-12-31")
NEW: Final = ("2024-01-01", "2024-12-31")
PATROL: Final[Row] = {"id": "K1", "part": "polisen", "text": "Polisen patrullerar i centrum varje vecka."}
BUSHES: Final[Row] = {"id": "K2", "part": "kommunen", "text": "Rensa buskage vid gångvägar."}
KOMMUN: Final = {"id": "kommunen", "typ": "kommun", "namn": "Exempelby kommun"}
GRANNE: Final = {"id": "grannen", "typ": "kommun", "namn": "Grannby kommun"}
POLIS: Final = {"id": "polisen", "typ": "polis", "namn": "Lokalpolisområde Exempelby"}
LIONS: Final = {"id": "lions", "typ": "förening", "namn": "Lions Éxempelby"}


def _promise(
    document_id: str, years: tuple[str, str], *rows: Row, more: dict[str, Any] | None = None
) -> LoadedDocument:
    return loaded_value(document_id, value_of(rows or [PATROL], *years) | (more or {}))


def _compared(before: dict[str, Any], after: dict[str, Any], **asked: Any) -> Comparison:
    """Two promises of the same year with the same commitments that differ in what is given."""
    return compare(_promise("a", NEW, more=before), _promise("b", NEW, more=after), **asked)


def _kinds(comparison: Comparison) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(change.kind, change.old, change.new) for change in comparison.changes]


def _pieces(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, Any, Any, str]]:
    return [
        (piece.field, plain(piece.old), plain(piece.new), piece.effect)
        for piece in _compared(before, after).other
    ]


# ---------------------------------------------------------------- commitments


def test_commitments_are_reported_the_weakened_first_and_then_by_id() -> None:
    old = [
        {**BUSHES, "id": "A", "text": "Rensa buskage minst 4 gånger."},
        {**BUSHES, "id": "B", "text": "Fritidsgården har öppet i jul."},
        {**BUSHES, "id": "D", "text": "Byta lampor."},
        {**BUSHES, "id": "C", "text": "Hålla dialog med torghandlare."},
    ]
    new = [
        {**BUSHES, "id": "Z", "text": "Byta lampor."},
        {**BUSHES, "id": "X", "text": "Rensa buskage minst 2 gånger.", "fortsätter": ["a#A"]},
        {**BUSHES, "id": "Y", "text": "Patrullera."},
    ]

    assert _kinds(compare(_promise("a", OLD, *old), _promise("b", NEW, *new))) == [
        ("weakened", ("A",), ("X",)),
        ("dropped", ("B",), ()),
        ("dropped", ("C",), ()),
        ("new", (), ("Y",)),
        ("kept", ("D",), ("Z",)),
    ]


def test_commitments_of_one_kind_are_reported_in_the_order_of_the_new_promise() -> None:
    old = [PATROL, BUSHES]
    new = [{**PATROL, "id": "B"}, {**BUSHES, "id": "A"}]

    assert _kinds(compare(_promise("a", OLD, *old), _promise("b", NEW, *new))) == [
        ("kept", ("K2",), ("A",)),
        ("kept", ("K1",), ("B",)),
    ]


def test_the_same_words_belong_to_the_party_that_said_them() -> None:
    old = [{**BUSHES, "id": "K1", "part": "kommunen"}, {**BUSHES, "id": "K2", "part": "polisen"}]
    new = [{**BUSHES, "id": "A", "part": "polisen"}, {**BUSHES, "id": "B", "part": "kommunen"}]

    assert _kinds(compare(_promise("a", OLD, *old), _promise("b", NEW, *new))) == [
        ("kept", ("K2",), ("A",)),
        ("kept", ("K1",), ("B",)),
    ]


def test_a_change_of_one_into_one_has_its_evidence() -> None:
    [change] = compare(_promise("a", OLD), _promise("b", NEW, {**PATROL, "förbehåll": "om vi kan"})).changes

    assert [(piece.field, piece.effect) for piece in change.evidence] == [("förbehåll", "weakened")]


def test_what_is_stated_of_another_document_is_not_stated_of_this_one() -> None:
    new = {**BUSHES, "fortsätter": ["c#K1", "b#K1"]}

    assert _kinds(compare(_promise("a", OLD), _promise("b", NEW, new))) == [
        ("dropped", ("K1",), ()),
        ("new", (), ("K2",)),
    ]


def test_a_guess_is_left_out_in_strict_mode_and_what_is_sure_is_not() -> None:
    old = _promise("a", OLD, PATROL, BUSHES)
    new = _promise("b", NEW, {**PATROL, "text": "Polisen patrullerar i parken varje vecka."}, BUSHES)
    [guess, sure] = sorted(compare(old, new).changes, key=lambda change: change.old)
    strict = compare(old, new, strict=True)

    assert (guess.basis, sure.basis) == ("likeness", "identical")
    assert [candidate.old for candidate in guess.candidates][:1] == ["K1"]
    assert sure.candidates == ()
    assert _kinds(strict) == [("dropped", ("K1",), ()), ("new", (), ("K1",)), ("kept", ("K2",), ("K2",))]
    assert strict.changes[1].candidates[0].old == "K1"


def test_guesses_are_among_the_changes_of_the_commitments_alone() -> None:
    before, after = (
        _promise("a", OLD),
        _promise("b", NEW, {**PATROL, "text": "Polisen patrullerar i parken."}),
    )
    promises: list[Any] = [before.document, after.document]

    assert commitment_changes("a", *promises) == compare(before, after).changes
    assert [change.basis for change in commitment_changes("a", *promises)] == ["likeness"]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (
            [PATROL, BUSHES],
            [{**PATROL, "id": "A", "text": "Allt.", "fortsätter": ["a#K2", "a#K1"]}],
            "merged",
        ),
        (
            [PATROL],
            [
                {**BUSHES, "id": "B", "text": "Ett.", "fortsätter": ["a#K1"]},
                {**BUSHES, "id": "A", "text": "Två.", "fortsätter": ["a#K1"]},
            ],
            "split",
        ),
        (
            [PATROL, BUSHES],
            [
                {**PATROL, "id": "A", "text": "Ett.", "fortsätter": ["a#K1"]},
                {**PATROL, "id": "B", "text": "Två.", "fortsätter": ["a#K2"]},
                {**PATROL, "id": "C", "text": "Tre.", "fortsätter": ["a#K1", "a#K2"]},
            ],
            "merged",
        ),
    ],
)
def test_several_on_one_side_are_reported_together_with_their_wordings(
    old: list[Row], new: list[Row], kind: str
) -> None:
    [change] = compare(_promise("a", OLD, *old), _promise("b", NEW, *new)).changes
    [piece] = change.evidence
    before, after = ({row["id"]: row["text"] for row in rows} for rows in (old, new))

    assert (change.kind, change.basis) == (kind, "stated")
    assert (change.old, change.new) == (tuple(sorted(before)), tuple(sorted(after)))
    assert (piece.field, piece.effect) == ("text", "neutral")
    assert piece.old == tuple(before[key] for key in change.old)
    assert piece.new == tuple(after[key] for key in change.new)


def test_a_group_is_as_similar_as_its_weakest_link() -> None:
    old = [
        {**BUSHES, "id": "K1", "text": "Rensa buskage."},
        {**BUSHES, "id": "K2", "text": "Byta trasiga lampor längs gångvägar."},
    ]
    new = {
        **BUSHES,
        "id": "A",
        "text": "Rensa buskage och byta trasiga lampor längs gångvägar.",
        "fortsätter": ["a#K1", "a#K2"],
    }
    [change] = compare(_promise("a", OLD, *old), _promise("b", NEW, new)).changes

    assert (change.kind, change.basis) == ("merged", "stated")
    assert change.score is not None
    assert change.score == round(change.score, 3) < 0.6


@each(
    [
        ([KOMMUN, POLIS], [{**KOMMUN, "id": "k", "namn": "Exempelby stad"}, POLIS], "kept"),
        ([KOMMUN, POLIS], [KOMMUN, GRANNE, POLIS], "kept"),
        ([KOMMUN, GRANNE, POLIS], [KOMMUN, POLIS], "kept"),
        ([GRANNE, POLIS], [KOMMUN, GRANNE, POLIS], "moved"),
        ([KOMMUN, LIONS], [KOMMUN, {**LIONS, "id": "l"}], "kept"),
    ]
)
def test_a_party_is_the_same_by_kind_only_while_it_is_alone_in_both_promises(
    before: list[Row], after: list[Row], kind: str
) -> None:
    def promise(document_id: str, parties: list[Row]) -> LoadedDocument:
        return _promise(document_id, NEW, {**PATROL, "part": parties[0]["id"]}, more={"parter": parties})

    [change] = compare(promise("a", before), promise("b", after)).changes

    assert change.kind == kind


def test_a_joint_promise_and_an_unknown_party_are_kept_as_they_are() -> None:
    for part in ("tillsammans", ["polisen", "okänd"], []):
        row = {**PATROL, "part": part}
        more = {"parter": [KOMMUN, POLIS]}
        [change] = compare(_promise("a", NEW, row, more=more), _promise("b", NEW, row, more=more)).changes
        assert change.kind == "kept", part


# ---------------------------------------------------------------- focus areas


def _area(title: str, category: str | None = None, key: str = "x") -> Row:
    return {"id": key, "rubrik": title} | ({"kategori": category} if category else {})


@each(
    [
        ([_area("Unga")], [_area("unga!", key="y")], [("kept", ("Unga",), ("unga!",))]),
        (
            [_area("Unga", "barn-och-unga")],
            [_area("Barn", "barn-och-unga")],
            [("reworded", ("Unga",), ("Barn",))],
        ),
        (
            [_area("Unga", "barn-och-unga")],
            [_area("Unga", "trafik")],
            [("dropped", ("Unga",), ()), ("new", (), ("Unga",))],
        ),
        ([_area("Unga", "barn-och-unga")], [_area("Unga")], [("reworded", ("Unga",), ("Unga",))]),
        ([_area("Unga")], [_area("Äldre")], [("dropped", ("Unga",), ()), ("new", (), ("Äldre",))]),
        (
            [_area("B", key="b"), _area("A", key="a")],
            [],
            [("dropped", ("A",), ()), ("dropped", ("B",), ())],
        ),
        (
            [_area("Unga", "barn-och-unga"), _area("Barn", "barn-och-unga", "y")],
            [_area("Små", "barn-och-unga")],
            [("dropped", ("Barn",), ()), ("reworded", ("Unga",), ("Små",))],
        ),
    ]
)
def test_focus_areas_are_the_same_by_category_and_else_by_title(
    before: list[Row], after: list[Row], changes: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    found = _compared({"fokusområden": before}, {"fokusområden": after}).focus_areas

    assert changes == [(change.kind, change.old, change.new) for change in found]
    assert {"reworded"} >= {change.kind for change in found if change.evidence}


@each(
    [
        (_area("Unga", "barn-och-unga", "a"), _area("Barn", "barn-och-unga", "b"), "b", "kept"),
        (_area("Unga", None, "a"), _area("unga!", None, "b"), "b", "kept"),
        (_area("Unga", None, "a"), _area("Barn", None, "b"), "b", "moved"),
        (_area("Unga", None, "a"), _area("Unga", None, "a"), "okänd", "moved"),
        (_area("Unga", None, "b"), _area("Unga", None, "b"), "okänd", "moved"),
        (_area("Unga", None, "b"), _area("Unga", None, "b"), "a", "kept"),
    ]
)
def test_a_commitment_is_moved_when_its_focus_area_is_another(
    before: Row, after: Row, focus: str, kind: str
) -> None:
    old = _promise("a", NEW, {**PATROL, "fokus": ["a"]}, more={"fokusområden": [before]})
    new = _promise("b", NEW, {**PATROL, "fokus": [focus]}, more={"fokusområden": [after]})
    [change] = compare(old, new).changes

    assert kind == change.kind


def test_a_focus_area_with_another_title_shows_both() -> None:
    [change] = _compared(
        {"fokusområden": [_area("Unga", "barn-och-unga")]}, {"fokusområden": [_area("Barn", "barn-och-unga")]}
    ).focus_areas
    [piece] = change.evidence

    assert (piece.field, piece.old, piece.new, piece.effect) == ("rubrik", "Unga", "Barn", "neutral")
    assert (change.basis, change.score) == ("identical", 1.0)


# ---------------------------------------------------------------- what surrounds the commitments


@each(
    [
        (
            {"parter": [POLIS, KOMMUN]},
            {"parter": [KOMMUN, POLIS, LIONS]},
            (
                "parter",
                "Exempelby kommun, Lokalpolisområde Exempelby",
                "Exempelby kommun, Lions Éxempelby, Lokalpolisområde Exempelby",
                "neutral",
            ),
        ),
        (
            {"period": {"från": "2024", "till": "2024-06"}},
            {"period": {"från": "2024", "tills_vidare": True}},
            ("period", "2024 – 2024-06", "2024 – …", "neutral"),
        ),
        (
            {"period": {"till": "2024"}},
            {"period": {"till": "2024", "förlängd_till": "2025"}},
            ("period", "… – 2024", "… – 2025", "neutral"),
        ),
        (
            {"underlag": [{"typ": "brottsstatistik"}, {"typ": "medborgardialog"}]},
            {"underlag": [{"typ": "brottsstatistik"}, {"typ": "brottsstatistik"}]},
            ("underlag", "brottsstatistik, medborgardialog", "brottsstatistik", "weakened"),
        ),
        ({}, {"underlag": [{"typ": "brottsstatistik"}]}, ("underlag", None, "brottsstatistik", "sharpened")),
        (
            {"underlag": [{"typ": "brottsstatistik"}]},
            {"underlag": [{"typ": "medborgardialog"}]},
            ("underlag", "brottsstatistik", "medborgardialog", "neutral"),
        ),
        (
            {"återkoppling": [{"kanal": "möte", "länk": "https://x.se/"}, {"kanal": "affisch"}]},
            {},
            ("återkoppling", "affisch, https://x.se/", None, "weakened"),
        ),
        ({}, {"återkoppling": [{"text": "På torget."}]}, ("återkoppling", None, "På torget.", "sharpened")),
        ({}, {"återkoppling": [{"kanal": "möte"}]}, ("återkoppling", None, "möte", "sharpened")),
        (
            {"uppföljningsplan": {"takt": "år", "sammankallande": "säkerhetschefen"}},
            {},
            ("uppföljningsplan", "år, säkerhetschefen", None, "weakened"),
        ),
        (
            {},
            {"uppföljningsplan": {"text": "Vi följer upp."}},
            ("uppföljningsplan", None, "Vi följer upp.", "sharpened"),
        ),
        (
            {},
            {"uppföljningsplan": {"nästa": "2024-12", "redovisas_för": "nämnden", "text": "x"}},
            ("uppföljningsplan", None, "2024-12, nämnden", "sharpened"),
        ),
        (
            {"uppföljningsplan": {"takt": "kvartal"}},
            {"uppföljningsplan": {"takt": "år"}},
            ("uppföljningsplan/takt", "kvartal", "år", "weakened"),
        ),
        (
            {"uppföljningsplan": {"takt": "år", "text": "x"}},
            {"uppföljningsplan": {"takt": "månad", "text": "x"}},
            ("uppföljningsplan/takt", "år", "månad", "sharpened"),
        ),
        (
            {"uppföljningsplan": {"takt": "år", "sammankallande": "a"}},
            {"uppföljningsplan": {"sammankallande": "a"}},
            ("uppföljningsplan/takt", "år", None, "weakened"),
        ),
        (
            {"uppföljningsplan": {"sammankallande": "a"}},
            {"uppföljningsplan": {"sammankallande": "b"}},
            ("uppföljningsplan/sammankallande", "a", "b", "neutral"),
        ),
        (
            {"uppföljningsplan": {"takt": "år"}},
            {"uppföljningsplan": {"takt": "år", "redovisas_för": "nämnden"}},
            ("uppföljningsplan/redovisas_för", None, "nämnden", "sharpened"),
        ),
    ]
)
def test_what_surrounds_the_commitments_is_compared(
    before: dict[str, Any], after: dict[str, Any], piece: tuple[str, Any, Any, str]
) -> None:
    assert [piece] == _pieces(before, after)


@each(
    [
        (
            {"underlag": [{"typ": "medborgardialog"}]},
            {"underlag": [{"typ": "medborgardialog", "rubrik": "x"}]},
            ("underlag/medborgardialog/rubrik", None, "x"),
        ),
        (
            {"återkoppling": [{"kanal": "möte"}]},
            {"återkoppling": [{"kanal": "möte"}, {"kanal": "affisch"}]},
            ("återkoppling/affisch", None, {"kanal": "affisch"}),
        ),
        (
            {"uppföljningsplan": {"text": "a"}},
            {"uppföljningsplan": {"text": "b"}},
            ("uppföljningsplan/text", "a", "b"),
        ),
        ({"titel": "Löfte"}, {"titel": "Ett löfte"}, ("titel", "Löfte", "Ett löfte")),
        (
            {"parter": [POLIS, KOMMUN]},
            {"parter": [{**KOMMUN, "kommunkod": "9999"}, POLIS]},
            ("parter/kommunen/kommunkod", None, "9999"),
        ),
        (
            {"effektmål": [{"id": "E1", "text": "Fler är trygga.", "målvärde": 65}]},
            {"effektmål": [{"id": "E1", "text": "Fler är trygga.", "målvärde": 60}]},
            ("effektmål/E1/målvärde", 65, 60),
        ),
    ]
)
def test_what_has_no_comparator_of_its_own_is_neutral_evidence(
    before: dict[str, Any], after: dict[str, Any], piece: tuple[str, Any, Any]
) -> None:
    assert _pieces(before, after) == [(*piece, "neutral")]


def test_the_order_of_the_parties_is_no_change() -> None:
    assert _pieces({"parter": [KOMMUN, POLIS]}, {"parter": [POLIS, KOMMUN]}) == []


def test_years_and_dates_that_move_with_the_period_are_no_change() -> None:
    plans = ({"titel": f"Löfte {y}", "uppföljningsplan": {"nästa": f"{y}-06-30"}} for y in (2023, 2024))
    old, new = (
        _promise(name, years, more=plan) for name, years, plan in zip("ab", (OLD, NEW), plans, strict=True)
    )

    assert [piece.field for piece in compare(old, new).other] == ["period"]


def test_what_belongs_to_each_document_counts_between_versions_of_one() -> None:
    before, after = ({"diarienummer": number} for number in ("KS 1", "KS 2"))

    assert _pieces(before, after) == []
    [piece] = compare(_promise("a", NEW, more=before), _promise("a", NEW, more=after)).other
    assert (piece.field, piece.old, piece.new) == ("diarienummer", "KS 1", "KS 2")


def test_own_notes_and_private_contacts_are_not_compared() -> None:
    private = {"funktion": "chef", "telefon": "010-000 00 00", "publik": "nej"}

    assert _pieces({"anmärkningar": "a"}, {"anmärkningar": "b", "kontakter": [private]}) == []


def test_a_promise_in_another_agreement_says_so() -> None:
    before, after = ({"ingår_i": f"overenskommelse-{year}"} for year in (2022, 2024))

    assert _pieces(before, after) == [("ingår_i", "overenskommelse-2022", "overenskommelse-2024", "neutral")]


# ---------------------------------------------------------------- what to know about the whole


def _source(completeness: str) -> dict[str, Any]:
    return {"källa": {"fullständighet": completeness}}


@pytest.mark.parametrize(
    ("before", "after", "remarks"),
    [
        (_source("delvis"), _source("fullständig"), [Remark("partial-source", "old")]),
        (_source("fullständig"), _source("sammanfattning"), [Remark("partial-source", "new")]),
        (
            _source("sammanfattning"),
            {**_source("delvis"), "titel": "x"},
            [Remark("partial-source", "old"), Remark("partial-source", "new")],
        ),
        ({}, _source("fullständig"), []),
    ],
)
def test_a_source_that_does_not_give_all_gets_a_remark(
    before: dict[str, Any], after: dict[str, Any], remarks: list[Remark]
) -> None:
    assert remarks == list(_compared(before, after).remarks)


@pytest.mark.parametrize(
    ("followed_up", "remarks"),
    [(False, [Remark("not-followed-up", "old")]), (True, []), (None, [])],
)
def test_a_promise_without_follow_up_gets_a_remark(followed_up: bool | None, remarks: list[Remark]) -> None:
    assert remarks == list(_compared({}, {"titel": "x"}, followed_up=followed_up).remarks)


def test_a_sentence_about_this_year_that_occurs_in_both_years_gets_a_remark() -> None:
    before = {"inledning": "Här är det lugnt. Just nu är det mörkt i parken. I fjol brann det."}
    after = {"inledning": "Just nu är det mörkt – i parken! Förra året var det ljust. Här är det lugnt."}

    assert list(_compared(before, after).remarks) == [Remark("stale-time", "Just nu")]


def test_a_commitment_about_this_year_that_occurs_in_both_years_gets_a_remark_and_a_heading_is_not() -> None:
    row = {**PATROL, "text": "Polisen patrullerar just nu i centrum."}
    title = {"titel": "Vad vi lovar i år"}
    comparison = compare(_promise("a", OLD, row, more=title), _promise("b", NEW, row, more=title))

    assert list(comparison.remarks) == [Remark("stale-time", "just nu")]


def test_a_promise_compared_with_itself_has_nothing_around_it_and_no_remarks() -> None:
    same = {"inledning": "Just nu är det mörkt.", **_source("delvis")}
    comparison = _compared(same, same, followed_up=False)

    assert (comparison.other, comparison.remarks, comparison.is_empty) == ((), (), True)
    assert (comparison.old, comparison.new) == ("a", "b")


# ---------------------------------------------------------------- other kinds of documents


def _follow_up(document_id: str, **values: Any) -> LoadedDocument:
    return loaded_value(
        document_id, {"dokument": "uppföljning", "löfte": "x", "datum": "2024-12-31", **values}
    )


@each(
    [
        ({}, {}, []),
        ({"sammanfattning": "a"}, {"sammanfattning": "b"}, [("sammanfattning", "a", "b")]),
        ({"sammanfattning": "a"}, {}, [("sammanfattning", "a", None)]),
        (
            {"poster": [{"åtagande": "K1", "status": "pågår"}, {"åtagande": "K2", "status": "pågår"}]},
            {"poster": [{"åtagande": "K2", "status": "genomfört"}, {"åtagande": "K1", "status": "pågår"}]},
            [("poster/K2/status", "pågår", "genomfört")],
        ),
        (
            {"poster": [{"åtagande": "K1", "status": "pågår"}]},
            {"poster": [{"åtagande": "K2", "status": "pågår"}]},
            [
                ("poster/K1", {"åtagande": "K1", "status": "pågår"}, None),
                ("poster/K2", None, {"åtagande": "K2", "status": "pågår"}),
            ],
        ),
        (
            {"övriga_resultat": [{"text": "a"}]},
            {"övriga_resultat": [{"text": "b"}]},
            [("övriga_resultat/a", {"text": "a"}, None), ("övriga_resultat/b", None, {"text": "b"})],
        ),
    ]
)
def test_other_documents_are_compared_field_by_field(
    before: dict[str, Any], after: dict[str, Any], pieces: list[tuple[str, Any, Any]]
) -> None:
    comparison = compare(_follow_up("a", **before), _follow_up("b", **after))

    assert pieces == [(piece.field, plain(piece.old), plain(piece.new)) for piece in comparison.other]
    assert {piece.effect for piece in comparison.other} <= {"neutral"}
    assert (comparison.old, comparison.new, comparison.changes) == ("a", "b", ())


def test_a_promise_and_another_document_are_compared_field_by_field() -> None:
    comparison = compare(_promise("a", NEW), _follow_up("b"))

    assert comparison.changes == ()
    assert ("löfte", None, "x") in [
        (piece.field, plain(piece.old), plain(piece.new)) for piece in comparison.other
    ]


def test_the_parts_of_an_agreement_are_matched_by_their_ids_and_lists_of_texts_as_a_whole() -> None:
    agreement = {"dokument": "samverkansöverenskommelse", "titel": "x", "period": {"från": "2024"}}
    parties = [POLIS, {**KOMMUN, "namn": "Exempelby stad"}]
    old = loaded_value("a", {**agreement, "parter": [KOMMUN, POLIS], "syften": ["Trygghet"]})
    new = loaded_value("b", {**agreement, "parter": parties, "syften": ["Trygghet", "Trivsel"]})

    assert [(piece.field, plain(piece.old), plain(piece.new)) for piece in compare(old, new).other] == [
        ("parter/kommunen/namn", "Exempelby kommun", "Exempelby stad"),
        ("syften", ["Trygghet"], ["Trygghet", "Trivsel"]),
    ]


def test_an_agreement_is_no_change_of_itself() -> None:
    [(agreement, _)] = load([], EXEMPELBY).of_kind(Agreement)

    assert compare(agreement, agreement) == Comparison(agreement.id, agreement.id)


def test_a_change_is_a_guess_only_by_a_likeness_that_is_not_nearly_certain() -> None:
    bases: tuple[Basis | None, ...] = ("stated", "identical", "likeness", None)

    for score, guessed in ((0.49, True), (0.5, False), (None, True)):
        changes = [Change("kept", ("a",), ("b",), basis, score) for basis in bases]
        assert [change.is_guess for change in changes] == [False, False, guessed, False]
        assert [change.is_unconfirmed for change in changes] == [False, False, True, False]


# ---------------------------------------------------------------- remembered
