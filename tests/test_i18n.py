"""Sentences in two languages, and the word that a person most likely meant."""

from each import each
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.suggestions import closest_match


def test_a_text_is_looked_up_by_language() -> None:
    text = Text("löfte", "promise")

    assert (text["sv"], text["en"]) == ("löfte", "promise")


def test_a_text_fills_its_fields_in_both_languages() -> None:
    text = Text("”{name}” saknas.", "“{name}” is missing.")

    assert Text("”K1” saknas.", "“K1” is missing.") == text.format({"name": "K1"})


def test_a_text_inside_a_text_goes_in_with_its_own_language() -> None:
    advice = Text("Menade du ”K1”?", "Did you mean “K1”?")

    assert advice == Text("{advice}", "{advice}").format({"advice": advice})


def test_braces_in_a_value_are_left_alone() -> None:
    assert Text("{0}", "{0}") == Text("{value}", "{value}").format({"value": "{0}"})


def test_an_error_speaks_english_to_python_and_both_languages_to_people() -> None:
    error = LofteError(Text("Mappen saknas.", "The folder is missing."))

    assert str(error) == "The folder is missing."
    assert error.message.sv == "Mappen saknas."
    assert error.help is None


@each(
    [
        ("åtagande", "åtaganden"),
        ("atagande", "åtaganden"),
        ("ÅTAGANDEN", "åtaganden"),
        ("titl", "titel"),
        ("perioden", "period"),
        ("xyz", None),
        ("", None),
    ]
)
def test_the_nearest_word_is_found_whatever_its_marks_and_capitals(word: str, meant: str | None) -> None:
    assert meant == closest_match(word, ["titel", "period", "åtaganden"])


def test_the_nearest_word_does_not_depend_on_the_order_of_the_candidates() -> None:
    words = ["abcd1", "abcd2", "abcd3", "Abcd1"]

    assert closest_match("abcd", words) == closest_match("abcd", words[::-1])


def test_of_very_many_candidates_the_nearest_is_found_among_those_that_begin_alike() -> None:
    ids = [f"kommun-{number}/lofte-{year}" for number in range(300) for year in range(2020, 2030)]

    assert closest_match("kommun-217/löfte-20255", ids) == "kommun-217/lofte-2025"
    assert closest_match("zzz", ids) is None


def test_a_higher_cutoff_asks_for_a_nearer_word() -> None:
    assert closest_match("dokment", ["dokument"], cutoff=0.75) == "dokument"
    assert closest_match("moment", ["dokument"], cutoff=0.75) is None


def test_nothing_is_near_when_there_is_nothing() -> None:
    assert closest_match("titel", []) is None
