"""From plain values to a document, or to what is wrong in them."""

from collections.abc import Callable
from typing import Any

import pytest

from corpus import EXEMPELBY, PROMISE, plain
from each import each
from medborgarlofte.model.action_plan import ActionPlan
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.fields import rate_days
from medborgarlofte.model.follow_up import Actual, FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.taxonomy import categories, covers
from medborgarlofte.model.validation import document_of, meaning_of
from medborgarlofte.source.finding import Finding
from medborgarlofte.swedish import PartialDate

Edit = Callable[[dict[str, Any]], object]


def _promise(**changes: Any) -> dict[str, Any]:
    value: dict[str, Any] = plain(PROMISE)
    return {key: part for key, part in (value | changes).items() if part is not ...}


def _commitment(**changes: Any) -> dict[str, Any]:
    return _promise(åtaganden=[{"id": "K1", "text": "Ett."} | changes])


def _found(value: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    findings = document_of(meaning_of(value)).findings
    return [(finding.notice.code, finding.place) for finding in findings]


def _finding(value: Any) -> Finding:
    document, _, [finding], unread = document_of(meaning_of(value))
    assert document is None or unread
    return finding


def _help(value: Any) -> str:
    finding = _finding(value)
    return finding.notice.help.format(finding.values).sv


def _message(value: Any) -> str:
    finding = _finding(value)
    return finding.notice.message.format(finding.values).sv


def _valid(value: Any) -> Promise:
    document, _, findings, _ = document_of(meaning_of(value))
    assert findings == []
    assert isinstance(document, Promise)
    return document


# ---------------------------------------------------------------- what the document is


@pytest.mark.parametrize("value", [None, "text", ["a"], []])
def test_what_is_not_keys_with_values_is_no_document(value: Any) -> None:
    assert _found(value) == [("D01", ())]


def test_a_document_must_say_what_it_is() -> None:
    assert _found(_promise(dokument=...)) == [("D02", ())]


@pytest.mark.parametrize("key", ["dokuments", "dokumnet", "Dokument"])
def test_a_misspelt_first_key_is_distinguished_from_a_missing_one(key: str) -> None:
    value = {key: "medborgarlöfte", **_promise(dokument=...)}

    assert [("D05", (key,))] == _found(value)
    assert _help(value) == "Menade du ”dokument”?"


def test_a_misspelt_kind_is_one_finding_with_a_proposal() -> None:
    value = _promise(dokument="medborgarlöften")

    assert _found(value) == [("D03", ("dokument",))]
    assert _help(value) == "Menade du ”medborgarlöfte”?"


def test_the_rest_of_a_document_with_a_misspelt_kind_is_looked_at() -> None:
    assert _found(_promise(dokument="medborgarlöffte", status="x")) == [
        ("D03", ("dokument",)),
        ("D09", ("status",)),
    ]


def test_a_kind_that_resembles_nothing_is_answered_with_those_there_are() -> None:
    assert (
        _help({"dokument": "xyz"})
        == "Det som går att skriva är ”medborgarlöfte”, ”samverkansöverenskommelse”, ”uppföljning”, ”lägesbild”, "
        "”åtgärdsplan”, ”trygghetsmätning” eller ”medborgardialog”."
    )


@pytest.mark.parametrize("kind", [["medborgarlöfte"], {"a": "b"}])
def test_a_kind_that_is_no_text_is_refused(kind: Any) -> None:
    assert _found(_promise(dokument=kind)) == [("D03", ("dokument",))]


# ---------------------------------------------------------------- keys


@pytest.mark.parametrize("key", ["titel", "period", "parter"])
def test_a_missing_key_is_one_finding(key: str) -> None:
    assert [("D04", (key,))] == _found(_promise(**{key: ...}))


def test_a_missing_key_in_a_list_is_placed_at_its_item() -> None:
    assert _found(_promise(åtaganden=[{"text": "Ett."}])) == [("D04", ("åtaganden", 0, "id"))]


@each([("titel", None), ("titel", ""), ("titel", "  "), ("parter", None), ("parter", []), ("period", None)])
def test_a_required_key_without_a_value_is_empty_rather_than_missing(key: str, nothing: Any) -> None:
    assert [("D06", (key,))] == _found(_promise(**{key: nothing}))


@each(["inledning", "diarienummer", "status", "område", "åtaganden", "uppföljningsplan", "källa"])
def test_an_optional_key_without_a_value_counts_as_left_out(key: str) -> None:
    assert _valid(_promise(**{key: ...})) == _valid(_promise(**{key: None}))


def test_an_optional_key_without_a_value_deep_down_counts_as_left_out() -> None:
    assert _valid(_commitment()) == _valid(_commitment(mål=None, ansvarig=None, senast=None))


@each(
    [
        (_promise(titl="a"), ("titl",), None),
        (_commitment(txt="a"), ("åtaganden", 0, "txt"), None),
        (_commitment(mal="a"), ("åtaganden", 0, "mal"), "mål"),
        (_commitment(ansvrig="a"), ("åtaganden", 0, "ansvrig"), "ansvarig"),
        (_promise(period={"from": "2024"}), ("period", "from"), "från"),
        (_promise(title="a"), ("title",), None),
    ]
)
def test_an_unknown_key_is_pointed_at_and_a_free_one_near_it_proposed(
    value: Any, route: Any, meant: str | None
) -> None:
    finding = _finding(value)

    assert ("D05", route, True) == (finding.notice.code, finding.place, finding.on_key)
    assert meant == finding.values["key_meant"]


@pytest.mark.parametrize("key", ["text", "plats", "period"])
def test_an_empty_key_that_is_known_elsewhere_is_reported_where_it_is_not(key: str) -> None:
    value = _promise(fokusområden={"id": "a", "rubrik": "Trafik", key: None})

    assert _found(value) == [("D05", ("fokusområden", 0, key))]


def test_a_misspelt_required_key_is_one_finding() -> None:
    value = _promise(titel=..., titl="Löfte")

    assert _found(value) == [("D05", ("titl",))]
    assert _help(value) == "Menade du ”titel”?"


def test_english_field_names_are_not_accepted() -> None:
    assert _found(_promise(titel=..., title="Löfte")) == [("D05", ("title",))]


def test_a_key_that_holds_a_colon_lacks_its_space() -> None:
    assert (
        _help(_commitment(mål={"minst": "1", "enhet:kvällar": None}))
        == "Skriv ”enhet: …” med ett mellanslag."
    )


def test_words_after_a_comma_in_braces_are_recognised() -> None:
    assert "Hör orden till texten före kommatecknet" in _help(
        _promise(område={"typ": "x", "namn": "Barn", "unga och familj": None})
    )


# ---------------------------------------------------------------- values


@each([
        (_promise(status="antagen"), "D09", ("status",)),
        (_commitment(senast="2022-06-31"), "D10", ("åtaganden", 0, "senast")),
        (_commitment(senast="31 december 2024"), "D11", ("åtaganden", 0, "senast")),
        (_commitment(senast="i tid"), "D11", ("åtaganden", 0, "senast")),
        (_commitment(mål={"minst": "många"}), "D12", ("åtaganden", 0, "mål", 0, "minst")),
        (_promise(endast_polisen="kanske"), "D13", ("endast_polisen",)),
        (_promise(publicerat={"länk": "javascript:alert(1)"}), "D14", ("publicerat", 0, "länk")),
        (_promise(publicerat={"länk": "https://a b"}), "D14", ("publicerat", 0, "länk")),
        (_promise(publicerat={"länk": "data:text/html,x"}), "D14", ("publicerat", 0, "länk")),
        (_promise(parter=[{"id": "a", "typ": "kommun", "namn": "A", "kommunkod": "108"}]), "D15", ("parter", 0, "kommunkod")),
        (_promise(parter=[{"id": "a", "typ": "kommun", "namn": "Håbo kommun", "kommunkod": "0643"}]), "D16", ("parter", 0, "kommunkod")),
        (_promise(period={"från": "2024-02", "till": "2024-01"}), "D17", ("period", "till")),
        (_promise(period={"från": "2024", "till": "2025", "förlängd_till": "2023"}), "D17", ("period", "förlängd_till")),
        (_commitment(mål={"minst": "1", "högst": "2"}), "D18", ("åtaganden", 0, "mål", 0, "högst")),
        (_commitment(mål={"enhet": "kvällar"}), "D19", ("åtaganden", 0, "mål", 0)),
        (_commitment(mål={"mellan": ["4", "3"]}), "D20", ("åtaganden", 0, "mål", 0)),
        (_commitment(id="K 1"), "D21", ("åtaganden", 0, "id")),
        (_commitment(id="x" * 41), "D21", ("åtaganden", 0, "id")),
        (_commitment(mål={"minst": "1", "per": "ibland"}), "D09", ("åtaganden", 0, "mål", 0, "per")),
        (_promise(fokusområden={"id": "a", "rubrik": "A", "kategori": "Trafikk"}), "D09", ("fokusområden", 0, "kategori")),
    ])  # fmt: skip
def test_a_value_that_cannot_be_is_one_finding_at_its_route(value: Any, code: str, route: Any) -> None:
    assert [(code, route)] == _found(value)


@each(
    [
        (_promise(titel=["a"]), "”titel” ska vara en text, men här står en lista."),
        (_promise(titel={"a": "b"}), "”titel” ska vara en text, men här står en grupp av nycklar."),
        (_promise(period="2024"), "”period” ska vara en grupp av nycklar, men här står en text."),
        (_commitment(senast=["2024"]), "”senast” ska vara ett datum, men här står en lista."),
        (_commitment(mål={"minst": ["1"]}), "”minst” ska vara ett tal, men här står en lista."),
        (
            _promise(parter="Kommunen"),
            "”parter” ska vara en lista (rader som börjar med ”- ”), men här står en text.",
        ),
    ]
)
def test_a_value_of_the_wrong_shape_says_what_it_should_be(value: Any, message: str) -> None:
    assert _finding(value).notice.code == "D07"
    assert message == _message(value)


@pytest.mark.parametrize("span", [["3"], ["3", "4", "5"], "3"])
def test_a_span_of_too_few_or_many_numbers_is_answered_in_a_whole_sentence(span: Any) -> None:
    message = _message(_commitment(mål={"mellan": span}))

    assert "., men" not in message
    assert "något annat" not in message


def test_a_list_whose_dashes_lack_their_space_is_recognised() -> None:
    assert _found(_promise(nämner_kommuner="-Karlshamn -Karlskrona")) == [("D08", ("nämner_kommuner",))]


@pytest.mark.parametrize("parts", ["–", "-5 grader", "- a"])
def test_a_text_that_only_begins_with_a_dash_is_a_text(parts: str) -> None:
    assert (parts,) == _valid(_promise(nämner_kommuner=parts)).mentioned_municipalities


def test_every_fault_is_reported_in_one_go() -> None:
    value = _promise(
        status="x", period={"från": "2024-13"}, åtaganden=[{"id": "K1"}, {"id": "a b", "text": "Ett."}]
    )

    assert sorted(code for code, _ in _found(value)) == ["D04", "D09", "D10", "D21"]


# ---------------------------------------------------------------- what a document must agree on with itself


@pytest.mark.parametrize("key", ["åtaganden", "fokusområden", "parter", "effektmål"])
def test_an_id_used_twice_is_pointed_at_the_second_time(key: str) -> None:
    items = {
        "åtaganden": {"text": "Ett."},
        "fokusområden": {"rubrik": "A"},
        "parter": {"typ": "annan", "namn": "A"},
        "effektmål": {"text": "Ett."},
    }[key]
    value = _promise(**{key: [{"id": "A1", **items}, {"id": "B1", **items}, {"id": "a1", **items}]})

    assert [("D22", (key, 2, "id"))] == _found(value)


def test_a_follow_up_answers_for_each_commitment_once() -> None:
    value = {
        "dokument": "uppföljning",
        "löfte": "a",
        "datum": "2024",
        "poster": [{"åtagande": "K1"}, {"åtagande": "K1"}],
    }

    assert _found(value) == [("D30", ("poster", 1, "åtagande"))]


@pytest.mark.parametrize(
    ("written", "example"),
    [
        ("ca 44 kvällar", "{cirka: 44, enhet: kvällar}"),
        ("minst 44", "{minst: 44}"),
        ("44 st", "44"),
        ("44 kvällar och 3 möten", None),
        ("Vi var ute 44 kvällar.", None),
        ("44", None),
    ],
)
def test_an_outcome_that_is_a_number_in_words_gets_the_keys(written: str, example: str | None) -> None:
    value = {"dokument": "uppföljning", "löfte": "a", "datum": "2024"}
    findings = document_of(meaning_of({**value, "poster": [{"åtagande": "K1", "utfall": written}]})).findings

    assert [getattr(one.values["example"], "sv", "") for one in findings] == (
        [f"”utfall: {example}”"] if example else []
    )


def test_an_indicator_may_have_values_for_several_years() -> None:
    rows = [{"indikator": "E1", "värde": "1", "år": "2023"}, {"indikator": "E1", "värde": "2", "år": "2024"}]
    document, _, findings, _ = document_of(
        meaning_of({"dokument": "uppföljning", "löfte": "a", "datum": "2024", "indikatorer": rows})
    )

    assert (findings, isinstance(document, FollowUp)) == ([], True)


@each(
    [
        ("9999", "Vad som helst", "kommun"),
        ("1082", "Karlshamns kommun", "kommun"),
        ("1480", "Angered", "stadsdel"),
        ("1082", "Lokalpolisområde Sölvesborg", "polis"),
        (None, "Exempelby kommun", "kommun"),
    ]
)
def test_a_party_whose_code_and_name_can_go_together_is_let_through(
    code: str | None, name: str, kind: str
) -> None:
    party = {"id": "a", "typ": kind, "namn": name} | ({"kommunkod": code} if code else {})

    assert name == _valid(_promise(parter=[party], åtaganden=...)).parties[0].name


# ---------------------------------------------------------------- what a document may say


def test_dates_numbers_and_booleans_are_read() -> None:
    promise = _valid(_commitment(senast="2024-06", mål={"minst": "1 000,5", "enhet": "träd", "cirka": "ja"}))

    assert PartialDate(2024, 6) == promise.commitments[0].due
    assert (
        promise.commitments[0].targets[0].at_least,
        promise.commitments[0].targets[0].approximate,
    ) == (1000.5, True)


@each([("ja", True), ("Nej", False), ("true", True), ("FALSE", False), ("yes", True), ("no", False)])
def test_yes_and_no_are_understood_in_both_languages(written: str, read: bool) -> None:
    assert read is _valid(_promise(endast_polisen=written)).police_only


@each(["https://a.se", "http://a.se/b?c=d#e", "HTTPS://a.se", "mailto:a@b.se", "tel:+46400102030"])
def test_addresses_that_cannot_run_anything_are_let_through(link: str) -> None:
    assert link == _valid(_promise(publicerat={"länk": link})).publications[0].link


@pytest.mark.parametrize(
    ("written", "proposed"),
    [
        ("www.karlshamn.se", "https://www.karlshamn.se"),
        ("karlshamn.se/loften", "https://karlshamn.se/loften"),
        ("se hemsidan", "https://www.exempel.se/"),
    ],
)
def test_an_address_without_its_beginning_is_proposed_with_it(written: str, proposed: str) -> None:
    assert f"Skriv hela adressen, till exempel ”{proposed}”." == _help(_promise(publicerat={"länk": written}))


def test_one_thing_may_stand_without_its_list() -> None:
    alone = _commitment(part="a", fokus="b", mål={"minst": "1", "enhet": "träd"})
    in_lists = _commitment(part=["a"], fokus=["b"], mål=[{"minst": "1", "enhet": "träd"}])

    assert _valid(in_lists) == _valid(alone)


def test_a_responsible_function_may_be_one_text() -> None:
    assert _valid(_commitment(ansvarig={"funktion": "enhetschef"})) == _valid(
        _commitment(ansvarig="enhetschef")
    )


def test_a_document_never_changes() -> None:
    promise = _valid(_promise())

    with pytest.raises(ValueError, match="frozen"):
        promise.title = "Annat"  # type: ignore[misc]


@each(
    [
        ("104", {"värde": 104}),
        ("3,5", {"värde": 3.5}),
        ({"cirka": "60"}, {"cirka": 60}),
        ({"minst": "60"}, {"minst": 60}),
        ("ungefär hälften", {"text": "ungefär hälften"}),
    ]
)
def test_an_outcome_is_a_number_an_approximate_one_a_lower_bound_or_words(
    outcome: Any, actual: dict[str, Any]
) -> None:
    post = {"åtagande": "K1", "utfall": outcome}
    document, _, findings, _ = document_of(
        meaning_of({"dokument": "uppföljning", "löfte": "a", "datum": "2024", "poster": post})
    )
    assert isinstance(document, FollowUp), findings

    assert (Actual.model_validate(actual),) == document.items[0].actuals


def test_an_outcome_that_says_nothing_is_refused() -> None:
    value = {
        "dokument": "uppföljning",
        "löfte": "a",
        "datum": "2024",
        "poster": [{"åtagande": "K1", "utfall": {}}],
    }

    assert _found(value) == [("D07", ("poster", 0, "utfall", 0))]


@pytest.mark.parametrize("name", ["lofte-2023", "lofte-2024", "overenskommelse-2023", "uppfoljning-2024"])
def test_a_document_written_out_reads_back_the_same(name: str) -> None:
    text = (EXEMPELBY / "promises" / "exempelby" / f"{name}.yaml").read_text(encoding="utf-8")
    document, _, findings, _ = document_of(meaning_of(plain(text)))
    assert isinstance(document, (Promise, Agreement, FollowUp)), findings
    written = document.model_dump(by_alias=True, exclude_defaults=True, mode="json")

    assert document == type(document).model_validate(written)


# ---------------------------------------------------------------- rates and categories


@each(
    [
        ("dag", 1),
        ("vecka", 7),
        ("2 veckor", 14),
        ("år", 365.25),
        ("3 månader", 91.3125),
        ("perioden", None),
        ("2  veckor", 14),
    ]
)
def test_a_rate_has_a_length_in_days(rate: str, days: float | None) -> None:
    assert days == rate_days(rate)


@pytest.mark.parametrize("rate", ["0 veckor", "2 perioden"])
def test_a_rate_without_a_length_cannot_be_counted_in_several(rate: str) -> None:
    assert [code for code, _ in _found(_commitment(mål={"minst": "1", "per": rate}))] == ["D09"]


@pytest.mark.parametrize("kind", ["åtgärdsplan", "samverkansöverenskommelse"])
def test_the_follow_up_of_a_plan_or_an_agreement_may_be_a_text(kind: str) -> None:
    """Their JSON Schema allows it."""
    value: dict[str, Any] = {
        "dokument": kind,
        "titel": "Plan",
        "parter": [{"id": "kommunen", "typ": "kommun", "namn": "Exempelby kommun"}],
        "uppföljning": "Varje år.",
    }
    value |= {"datum": "2026-01-01"} if kind == "åtgärdsplan" else {"period": {"från": "2026"}}
    document, _, findings, _ = document_of(meaning_of(value))
    assert findings == []
    assert isinstance(document, ActionPlan | Agreement)
    assert document.follow_up
    assert document.follow_up.text == "Varje år."


def test_a_category_above_covers_the_one_below_and_not_the_other_way() -> None:
    assert covers("trafik", "motorburen-ungdom")
    assert covers("trafik", "trafik")
    assert not covers("motorburen-ungdom", "trafik")
    assert not covers("trafik", "finns inte")


def test_every_category_above_is_a_category_in_both_languages() -> None:
    for slug, category in categories().items():
        assert slug == category.slug
        assert category.label.sv
        assert category.label.en
        assert category.parent is None or category.parent in categories()
