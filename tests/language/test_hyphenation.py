"""Soft hyphens in long words."""

from medborgarlofte.language.hyphenation import soft_hyphenated


def test_long_words_get_soft_hyphens_and_others_none() -> None:
    assert (
        soft_hyphenated("Trygghetssamordnaren går.")
        == "Trygg\u00adhets\u00adsam\u00adord\u00adna\u00adren går."
    )


def test_what_is_too_long_for_a_word_stays_as_it_is() -> None:
    assert soft_hyphenated("x" * 700_000) == "x" * 700_000
