"""What changed in one commitment, field by field, and whether it binds to more or to less."""

from typing import Any, Final

import pytest

from diff.promises_of_pairs import Row, loaded_value, new_promise, old_promise, value_of
from each import each
from medborgarlofte.diff.describe import plain
from medborgarlofte.diff.document import compare
from medborgarlofte.diff.model import Change

ROW: Final[Row] = {"id": "K1", "part": "kommunen", "text": "Vi är ute."}
JOINT: Final = ["kommunen", "polisen"]


def _change(before: Row, after: Row) -> Change:
    """What became of a commitment between 2023 and 2024."""
    old = old_promise({**ROW, **before})
    [change] = compare(old, new_promise({**ROW, **after, "fortsätter": ["gammal#K1"]})).changes
    return change


def _pieces(before: Row, after: Row) -> list[tuple[str, Any, Any, str]]:
    return [
        (piece.field, plain(piece.old), plain(piece.new), piece.effect)
        for piece in _change(before, after).evidence
    ]


def _between(old: Row, before: Row, new: Row, after: Row) -> Change:
    """What became of a commitment between two promises with something of their own."""
    sides = [
        loaded_value("gammal", value_of([{**ROW, **before}], "2023-01-01", "2023-12-31") | old),
        loaded_value(
            "ny", value_of([{**ROW, **after, "fortsätter": ["gammal#K1"]}], "2024-01-01", "2024-12-31") | new
        ),
    ]
    [change] = compare(*sides).changes
    return change


def _texts(before: str, after: str) -> list[tuple[str, str]]:
    return [(field, effect) for field, _, _, effect in _pieces({"text": before}, {"text": after})]


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [(100, 50, "weakened"), (100, 150, "sharpened"), (50, 100, "sharpened"), (150, 100, "weakened")],
)
def test_a_number_changed_in_the_text_alone_is_compared_with_that_of_the_text_before(
    before: int, after: int, effect: str
) -> None:
    target = {"mål": {"minst": 100, "enhet": "kvällar", "per": "perioden"}}
    old, new = ({**target, "text": f"Vi är ute minst {number} kvällar."} for number in (before, after))

    found = [{"minst": float(number), "enhet": "kvällar"} for number in (before, after)]

    assert _pieces(old, new) == [("mål", *found, effect)]


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Vi är ute.", "vi är ute"),
        ("Vi är ute 2023.", "Vi är ute 2024."),
        ("Vi är ute 1999 och 2023.", "Vi är ute 2000 och 2024."),
    ],
)
def test_the_same_words_and_years_that_move_along_are_kept(before: str, after: str) -> None:
    assert _change({"text": before}, {"text": after}).kind == "kept"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Vi är ute.", "Vi är inne."),
        ("Vi är ute 2023.", "Vi är ute 2025."),
        ("Vi bor i hus 1823.", "Vi bor i hus 1824."),
        ("Vi bor i hus 20231.", "Vi bor i hus 20241."),
    ],
)
def test_other_words_alone_are_reworded(before: str, after: str) -> None:
    change = _change({"text": before}, {"text": after})

    assert change.kind == "reworded"
    assert _pieces({"text": before}, {"text": after}) == [("text", before, after, "neutral")]


@pytest.mark.parametrize(("year", "kind"), [("2023", "kept"), ("2024", "reworded")])
def test_years_do_not_move_along_with_a_period_without_a_start(year: str, kind: str) -> None:
    old, new = {"period": {"till": "2023"}}, {"period": {"till": "2024"}}

    assert kind == _between(old, {"text": "Vi är ute 2023."}, new, {"text": f"Vi är ute {year}."}).kind


@each(
    [
        ("mål", {"mål": {"minst": 2}}, {"mål": {"minst": 3}}),
        ("tid", {"tid": "varje fredag"}, {"tid": "varannan fredag"}),
        ("senast", {"senast": "2023-06-30"}, {}),
        ("förbehåll", {"förbehåll": "om vi kan"}, {}),
        ("omfattning", {"plats": "torget och parken"}, {"plats": "torget"}),
    ]
)
def test_other_words_are_not_told_beside_what_the_words_say(field: str, before: Row, after: Row) -> None:
    found = _pieces(before, {**after, "text": "Vi går."})

    assert [field] == [name for name, _, _, _ in found]


def test_other_words_are_reported_beside_what_they_do_not_say() -> None:
    found = _pieces({"medverkande": ["Lions"]}, {"text": "Vi går.", "medverkande": ["Rotary"]})

    assert [name for name, _, _, _ in found] == ["medverkande", "text"]


def test_the_weakened_is_reported_before_the_sharpened_and_that_before_the_rest() -> None:
    before = {"mål": {"minst": 2}, "förbehåll": "om vi kan", "plats": "torget", "syfte": "a"}
    after = {"mål": {"minst": 3}, "förbehåll": "om vi vill", "plats": "torget och parken", "syfte": "b"}
    more = {"senast": "2023-06-30", "tid": "varje fredag"}

    assert [effect for _, _, _, effect in _pieces(before | more, after)] == [
        "weakened",
        "weakened",
        "sharpened",
        "sharpened",
        "neutral",
        "neutral",
    ]


@each(
    [
        ({"mål": {"minst": 2}}, {"mål": {"minst": 3}, "part": "polisen"}, "sharpened"),
        (
            {"mål": {"minst": 3}, "senast": "2023-12-31"},
            {"mål": {"minst": 2}, "senast": "2024-03-31"},
            "weakened",
        ),
        ({"mål": {"minst": 3}}, {"mål": {"minst": 2}, "senast": "2024-03-31"}, "weakened"),
        ({}, {"part": "polisen", "text": "Vi går."}, "moved"),
        ({"part": JOINT, "leds_av": "polisen"}, {"part": JOINT, "leds_av": "kommunen"}, "moved"),
        ({"fokus": ["unga"]}, {"fokus": ["trafik"]}, "moved"),
        ({"fokus": ["unga"]}, {"fokus": ["unga", "trafik"]}, "reworded"),
        ({}, {}, "kept"),
    ]
)
def test_a_change_is_of_the_first_kind_that_applies(before: Row, after: Row, kind: str) -> None:
    assert kind == _change(before, after).kind


# ---------------------------------------------------------------- what binds


@each([
        (
            {"mål": {"minst": 4, "cirka": "ja", "enhet": "kvällar", "per": "2 veckor"}},
            {"mål": {"högst": 5, "inom": "24 timmar", "för_varje": "skola"}},
            ("mål", {"minst": 4, "enhet": "kvällar", "dagar_per": 14, "cirka": True},
             {"högst": 5, "för_varje": True}, "weakened"),
        ),
        (
            {"mål": {"minst": 80, "enhet": "procent", "av": "eleverna"}},
            {"mål": {"alla": "ja", "enhet": "elever"}},
            ("mål", {"minst": 0.8, "enhet": "eleverna", "andel": True},
             {"minst": 1.0, "enhet": "elever", "andel": True}, "sharpened"),
        ),
        ({"tid": "varje fredag"}, {}, ("tid", {"minst": 1.0, "dagar_per": 7.0}, None, "weakened")),
        ({}, {"mål": {"minst": 1, "per": "månad"}}, ("mål", None, {"minst": 1, "dagar_per": 30.44}, "sharpened")),
        (
            {"mål": {"minst": 1, "per": "vecka"}},
            {"tid": "varannan fredag"},
            ("mål", {"minst": 1, "dagar_per": 7}, {"minst": 1.0, "dagar_per": 14.0}, "weakened"),
        ),
        (
            {"mål": {"minst": 5, "per": "perioden"}},
            {"mål": {"minst": 4, "per": "perioden"}},
            ("mål", {"minst": 5, "dagar_per": 365}, {"minst": 4, "dagar_per": 366}, "weakened"),
        ),
    ])  # fmt: skip
def test_a_measure_that_changed_is_shown_on_both_sides(
    before: Row, after: Row, piece: tuple[str, Any, Any, str]
) -> None:
    assert piece in _pieces(before, after)


@each([
        (
            {"mål": {"minst": 4, "enhet": "besök"}},
            {"mål": {"minst": 4, "enhet": "möten"}},
            ("mål", [{"minst": 4, "enhet": "besök"}], [{"minst": 4, "enhet": "möten"}], "neutral"),
        ),
        (
            {"mål": {"mellan": [3, 4], "enhet": "besök"}},
            {"mål": {"mellan": [3, 4], "enhet": "möten"}},
            ("mål", [{"mellan": [3, 4], "enhet": "besök"}], [{"mellan": [3, 4], "enhet": "möten"}], "neutral"),
        ),
        ({"tid": "på kvällar"}, {}, ("tid", "på kvällar", None, "neutral")),
        ({"tid": "fredagar 18–20"}, {"tid": "måndagar 18–20"}, ("tid", "fredagar 18–20", "måndagar 18–20", "neutral")),
        ({"tid": "fredagar 18–20"}, {"tid": "fredagar 18–22"}, ("tid", "fredagar 18–20", "fredagar 18–22", "sharpened")),
        ({"tid": "fredagar 18–22"}, {"tid": "fredagar 18–20"}, ("tid", "fredagar 18–22", "fredagar 18–20", "weakened")),
    ])  # fmt: skip
def test_a_field_that_binds_to_as_much_is_shown_as_it_was(
    before: Row, after: Row, piece: tuple[str, Any, Any, str]
) -> None:
    assert [piece] == _pieces(before, after)


def test_a_measure_that_moves_between_the_fields_of_a_commitment_is_no_change() -> None:
    assert _pieces({"mål": {"minst": 1, "per": "vecka"}}, {"tid": "varje fredag"}) == [
        ("mål", [{"minst": 1, "per": "vecka"}], None, "neutral"),
        ("tid", None, "varje fredag", "neutral"),
    ]


TWO_YEARS: Final = {"period": {"från": "2022", "till": "2023"}}
COUNT: Final = {"mål": {"minst": 104}}
RATE: Final = {"mål": {"minst": 1, "per": "vecka"}}


@pytest.mark.parametrize(
    ("old", "before", "new", "after", "kind"),
    [
        (TWO_YEARS, COUNT, {}, RATE, "reworded"),
        (TWO_YEARS, RATE, {}, COUNT, "sharpened"),
        ({}, RATE, TWO_YEARS, COUNT, "reworded"),
        ({}, COUNT, TWO_YEARS, RATE, "weakened"),
    ],
)
def test_a_number_without_a_rate_is_for_the_whole_of_its_own_period(
    old: Row, before: Row, new: Row, after: Row, kind: str
) -> None:
    assert kind == _between(old, before, new, after).kind


@each(
    [
        ("2023-06-30", "2024-06-30", []),
        ("2023-06-30", "2024-07-03", []),
        ("2023-06-30", "2024-06-27", []),
        ("2023-06-30", "2024-07-04", [("senast", "2023-06-30", "2024-07-04", "weakened")]),
        ("2023-06-30", "2024-06-26", [("senast", "2023-06-30", "2024-06-26", "sharpened")]),
        ("2023-06", "2024-05", [("senast", "2023-06-30", "2024-05-31", "sharpened")]),
        ("2023-06", None, [("senast", "2023-06-30", None, "weakened")]),
        (None, "2024-06", [("senast", None, "2024-06-30", "sharpened")]),
        (None, None, []),
    ]
)
def test_a_deadline_is_compared_with_where_the_period_moved_it(
    before: str | None, after: str | None, pieces: list[tuple[str, Any, Any, str]]
) -> None:
    assert pieces == _pieces({"senast": before}, {"senast": after})


@each(
    [
        ({"text": "Klart senast 30 juni 2023."}, {"text": "Klart senast 30 juni 2024."}, []),
        (
            {"text": "Klart senast 30 juni."},
            {"text": "Klart senast 30 september."},
            [("senast", "2023-06-30", "2024-09-30", "weakened")],
        ),
        (
            {"text": "Klart senast 30 juni 2023."},
            {"text": "Klart.", "senast": "2024-06-30"},
            [("senast", "2023-06-30", "2024-06-30", "neutral")],
        ),
        (
            {"text": "Klart.", "senast": "2023-06-30"},
            {"text": "Klart senast 30 juni 2024."},
            [("senast", "2023-06-30", "2024-06-30", "neutral")],
        ),
        (
            {"text": "Klart senast 30 juni 2023."},
            {"text": "Klart senast 31 juli 2024."},
            [("senast", "2023-06-30", "2024-07-31", "weakened")],
        ),
    ]
)
def test_a_deadline_may_stand_in_the_words(
    before: Row, after: Row, pieces: list[tuple[str, Any, Any, str]]
) -> None:
    assert pieces == _pieces(before, after)


@each(
    [
        ({"förbehåll": "om vi kan"}, {"förbehåll": "om vi vill"}, [("om vi kan", "om vi vill", "neutral")]),
        ({"förbehåll": "om vi kan"}, {}, [("om vi kan", None, "sharpened")]),
        ({}, {"förbehåll": "om vi kan"}, [(None, "om vi kan", "weakened")]),
        (
            {"text": "Vi är ute vid behov."},
            {"förbehåll": "vid behov"},
            [("vid behov", "vid behov", "neutral")],
        ),
        ({"text": "Vi är ute vid behov."}, {}, [("vid behov", None, "sharpened")]),
        ({"text": "Vi är ute vid behov."}, {"text": "Vi är ute i mån av tid."}, []),
    ]
)
def test_a_reservation_binds_to_less_whether_in_its_field_or_in_the_words(
    before: Row, after: Row, pieces: list[tuple[Any, Any, str]]
) -> None:
    found = [piece for piece in _pieces(before, after) if piece[0] == "förbehåll"]

    assert [("förbehåll", *piece) for piece in pieces] == found


UNIT: Final = {"enhet": "Fritid"}
BOTH: Final = {"enhet": "Fritid", "funktion": "chef"}


@each(
    [
        (None, UNIT, (None, "Fritid", "sharpened")),
        (UNIT, BOTH, ("Fritid", "Fritid, chef", "sharpened")),
        (BOTH, {"funktion": "rektor"}, ("Fritid, chef", "rektor", "neutral")),
        (UNIT, {"enhet": "Skola"}, ("Fritid", "Skola", "neutral")),
        (BOTH, UNIT, ("Fritid, chef", "Fritid", "weakened")),
        (UNIT, None, ("Fritid", None, "weakened")),
    ]
)
def test_a_function_that_answers_for_it_binds_to_more_than_a_unit_and_that_to_more_than_nobody(
    before: Row | None, after: Row | None, piece: tuple[Any, Any, str]
) -> None:
    assert [("ansvarig", *piece)] == _pieces({"ansvarig": before}, {"ansvarig": after})


# ---------------------------------------------------------------- how much is covered


@each(
    [
        ("Vi besöker alla skolor.", "Vi besöker de flesta skolor."),
        ("Vi besöker alla skolor.", "Vi besöker skolor."),
        ("Vi besöker alla skolor.", "Vi besöker skolorna."),
        ("Vi besöker varje skola.", "Vi besöker skolorna."),
        ("Vi städar samtliga hus.", "Vi städar husen."),
        ("Vi besöker alla skolor och alla parker.", "Vi besöker alla skolor och parker."),
        ("Vi finns i hela kommunen.", "Vi finns i centrum."),
        ("Vi finns i hela kommunen.", "Vi finns i centrum hela dagen."),
        ("Vi finns i hela kommunen.", "Vi finns i hela centrum och delar av kommunen."),
        ("Vi ringer alla boende i dag.", "Vi ringer de flesta i dag."),
        ("Vi kör alla bussarna på kvällen.", "Vi kör bussen på kvällen."),
        ("Vi städar varje skola.", "Vi städar skolornas gårdar."),
        ("Vi besöker skolor och förskolor.", "Vi besöker skolor."),
        ("Vi besöker skolor och förskolor.", "Vi besöker förskolor."),
        ("Vi besöker skolor samt torg.", "Vi besöker torg."),
        ("Vi besöker skolor eller torg.", "Vi besöker torg."),
        ("Vi besöker skolor, torg samt parker ofta.", "Vi besöker skolor, torg ofta."),
        ("Vi går i parken eller på torget nu.", "Vi går i parken nu."),
        ("Vi går i parken eller på torget nu.", "Vi går på torget nu."),
        ("Vi går i ett och två tre fyra fem sex.", "Vi går i ett."),
    ]
)
def test_a_text_that_covers_less_is_weaker(wide: str, narrow: str) -> None:
    assert ("omfattning", "weakened") in _texts(wide, narrow)
    assert ("omfattning", "sharpened") in _texts(narrow, wide)


@each(
    [
        ("Vi besöker alla skolor.", "Vi besöker alla skolorna."),
        ("Vi besöker alla skolor.", "Vi besöker parker."),
        ("Vi besöker alla skolor.", "Vi besöker skolgårdsombuden."),
        ("Vi städar varje skola.", "Vi städar skolgården."),
        ("Vi städar alla parkerna.", "Vi städar parkbänkar."),
        ("Vi röjer alla vikar.", "Vi röjer skogen."),
        ("Vi städar alla torg.", "Vi städar torr tvätt."),
        ("Vi finns i hela kommunen.", "Vi finns i hela centrum."),
        ("Vi finns i alla parker.", "Vi finns i hela centrum."),
        ("Vi finns i hela kommunen.", "Vi finns i alla kommunens parker."),
        ("Vi besöker skolor ofta.", "Vi besöker skolor."),
        ("Vi besöker skolor och torg i dag.", "Vi besöker torg och skolor."),
        ("Vi går i ett och två tre fyra fem sex sju.", "Vi går i ett."),
        ("Vi går på torget och ser.", "Vi ser på torget."),
        ("Vi besöker skolor och torg.", "Vi besöker skolor, torg."),
        ("Vi är ute på torg och i våra parker.", "Vi är ute på torg varje kväll."),
    ]
)
def test_other_words_cover_neither_more_nor_less(before: str, after: str) -> None:
    assert [field for field, _ in _texts(before, after) if field == "omfattning"] == []


@each(
    [
        ("Vi ställer inte in någon kväll.", "Vi ställer in högst en kväll."),
        ("Vi ställer inte in några kvällar.", "Vi ställer in högst två kvällar."),
        ("Ingen kväll ställs in.", "Högst en kväll ställs in."),
        ("Inga planerade pass ställs in.", "Högst tre planerade pass ställs in."),
        ("Det händer aldrig att någon lampa är trasig.", "Högst fem lampor är trasiga."),
    ]
)
def test_at_most_some_is_weaker_than_none(none: str, some: str) -> None:
    assert _texts(none, some) == [("mål", "weakened")]
    assert _texts(some, none) == [("mål", "sharpened")]


def test_none_of_another_thing_is_no_limit() -> None:
    assert _texts("Vi glömmer inte någon skola.", "Vi ställer in högst en kväll.") == [("mål", "sharpened")]


@each([
        ("målgrupp", "unga 13–25 år", "unga 13–19 år"),
        ("målgrupp", "föräldrar till barn i årskurs 4–9", "föräldrar till barn i årskurs 6"),
        ("plats", "alla torg", "de flesta torg"),
        ("tid", "maj–september", "juni–augusti"),
        ("tid", "varje fredag april–oktober", "varje fredag i juli"),
        ("tid", "under vår och höst", "under hösten"),
    ])  # fmt: skip
def test_a_field_that_covers_fewer_ages_places_or_months_is_weaker(key: str, wide: str, narrow: str) -> None:
    there, back = ({key: one} for one in (wide, narrow))

    assert [_change(there, back).kind, _change(back, there).kind] == ["weakened", "sharpened"]
    assert _change({key: "torget"}, {key: "hamnen"}).kind == "reworded"


@pytest.mark.parametrize("key", ["plats", "målgrupp"])
@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        ("torget och parken", "parken", "weakened"),
        ("torget", "parken, torget samt skolan", "sharpened"),
        ("torget", "parken", "neutral"),
        ("torget och parken", "parken och skolan", "neutral"),
        ("torget och parken", "parken, torget", "neutral"),
        ("torget och parken", "parken samt torget", "neutral"),
        ("torget", None, "neutral"),
        (None, "torget", "neutral"),
    ],
)
def test_a_place_or_group_that_is_no_longer_named_is_weaker(
    key: str, before: str | None, after: str | None, effect: str
) -> None:
    shown = [f"{key}: {value}" if value else None for value in (before, after)]

    assert [("omfattning", *shown, effect)] == _pieces({key: before}, {key: after})


# ---------------------------------------------------------------- who, and for what


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("kommunen", "polisen", [("part", ["kommunen"], ["polisen"], "neutral")]),
        (JOINT, "tillsammans", [("part_ny", None, ["bostadsbolaget", "raddningstjansten"], "neutral")]),
        ("tillsammans", JOINT, [("part", ["tillsammans"], JOINT, "neutral")]),
        (JOINT, JOINT[::-1], []),
    ],
)
def test_another_party_is_reported(before: Any, after: Any, pieces: list[tuple[str, Any, Any, str]]) -> None:
    assert pieces == _pieces({"part": before}, {"part": after})


@each(
    [
        (JOINT, "polisen", "kommunen", ["neutral"]),
        (JOINT, "polisen", None, ["weakened"]),
        (JOINT, None, "polisen", ["sharpened"]),
        ("tillsammans", None, "polisen", ["sharpened"]),
        ("polisen", None, "polisen", ["neutral"]),
        ("polisen", "polisen", None, ["neutral"]),
        ("polisen", "polisen", "kommunen", ["neutral"]),
        (JOINT, "polisen", "polisen", []),
    ]
)
def test_several_who_promise_bind_to_more_when_one_leads(
    part: Any, before: str | None, after: str | None, effects: list[str]
) -> None:
    found = _pieces({"part": part, "leds_av": before}, {"part": part, "leds_av": after})

    assert [("leds_av", before, after, effect) for effect in effects] == found


def test_a_lead_that_goes_because_only_one_is_left_is_not_weaker() -> None:
    found = _pieces({"part": JOINT, "leds_av": "polisen"}, {"part": "polisen"})

    assert found == [("part", JOINT, ["polisen"], "neutral")]


@pytest.mark.parametrize(
    ("before", "after", "piece"),
    [
        (["unga"], ["trafik"], ("fokus", ["barn och unga"], ["trafik"], "neutral")),
        (["unga", "trafik"], ["trafik", "narkotika"],
         ("fokus", ["barn och unga", "trafik"], ["narkotika", "trafik"], "neutral")),
        (["unga"], ["trafik", "unga"], ("fokus_antal", ["barn och unga"], ["barn och unga", "trafik"], "neutral")),
        (["unga"], [], ("fokus_antal", ["barn och unga"], None, "neutral")),
    ],
)  # fmt: skip
def test_another_focus_area_is_reported_and_one_that_only_came_or_went_otherwise(
    before: list[str], after: list[str], piece: tuple[str, Any, Any, str]
) -> None:
    assert [piece] == _pieces({"fokus": before}, {"fokus": after})


@each(
    [
        ("medverkande", ["Lions"], ["Lions", "Rotary"], (["Lions"], ["Lions", "Rotary"])),
        ("medverkande", ["Lions"], [], (["Lions"], None)),
        ("syfte", None, "Trygghet", (None, "Trygghet")),
        ("mål_för", ["trygghet"], ["trygghet", "trivsel"], (["trygghet"], ["trygghet", "trivsel"])),
        ("mål_saknas", "Går inte att räkna.", None, ("Går inte att räkna.", None)),
        ("indikatorer", [], ["E1"], (None, ["E1"])),
    ]
)
def test_what_binds_to_nothing_is_reported_without_effect(
    key: str, before: Any, after: Any, shown: tuple[Any, Any]
) -> None:
    assert [(key, *shown, "neutral")] == _pieces({key: before}, {key: after})
