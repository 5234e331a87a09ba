"""Units after one and after several."""

import pytest

from medborgarlofte.units import in_number


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("kvällar", "kväll"),
        ("gånger", "gång"),
        ("inställda kvällar", "inställd kväll"),
        ("planerade trygghetsvandringar i centrum", "planerad trygghetsvandring i centrum"),
        ("nya öppna skolor", "ny öppen skola"),
        ("gemensamma insatser", "gemensam insats"),
        ("inställda besök", "inställt besök"),
        ("planerade möten", "planerat möte"),
        ("gemensamma möten", "gemensamt möte"),
        ("anmälda brott", "anmält brott"),
        ("besökta skolor", "besökt skola"),
        ("besökta ställen", "besökt ställe"),
        ("extra pass", "extra pass"),
        ("tjejer och killar på skolor", "tjejer och killar på skolor"),
        ("procent", "procent"),
    ],
)
def test_a_unit_and_its_adjectives_are_singular_after_one(many: str, one: str) -> None:
    assert in_number(many, 1) == one
    assert in_number(many, 2) == many
