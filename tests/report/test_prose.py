"""One promise told as text to paste: every word of it from the documents, in whole sentences."""

import datetime as dt
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from corpus import long_words, shipped, squeezed
from example_places import ABY, ALFABY, LAST, OSTBY, TODAY, example, read, three_places
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import Workspace
from medborgarlofte.report.summary.prose import SHORT, render_prose
from medborgarlofte.stats import PromiseFigures, figures


def _one(workspace: Workspace, name: str = "", today: dt.date = TODAY) -> PromiseFigures:
    return next(one for one in figures(workspace, today=today) if one.id.startswith(name))


def _told(one: PromiseFigures, lang: Language = "sv", *, width: int = 80, short: bool = False) -> str:
    """With ordinary spaces, to compare by eye."""
    return render_prose(one, lang=lang, width=width, short=short).replace("\N{NO-BREAK SPACE}", " ")


def _every(folder: Path) -> list[PromiseFigures]:
    return [
        one
        for workspace in (three_places(folder), example(), shipped(), long_words())
        for one in figures(workspace, today=TODAY)
    ]


# ---------------------------------------------------------------- in full


def test_the_example_in_swedish() -> None:
    assert _told(_one(example(), "exempelby/lofte-2024")) == snapshot("""\
Medborgarlöfte för Exempelby 2024 gäller 1 januari 2024 – 31 december 2024.
Exempelby kommun och Lokalpolisområde Exempelby lovar 4 saker.

Exempelby kommun:
– Fältgruppen är ute minst 100 kvällar.
– Vi byter 40 lampor i Stadsparken före den 1 november.

Lokalpolisområde Exempelby:
– Polisen fotpatrullerar vid stationen minst två kvällar i veckan.

Tillsammans:
– Kommunpolisen och rektorn besöker varje klass i årskurs 7 en gång per termin.

Så gick det 2024: 2 genomförda, 2 delvis.

– K2, delvis genomfört (31 lampor av 40): Leverantören kom sent, och marken frös
  i november. Resten byts i april 2025.
– G1, delvis genomfört (16 besök av 18): Två klasser hade prov på den dag som
  var bokad, och ingen ny tid gick att finna.

Läs mer: https://www.exempelby.example/medborgarlofte-2024
""")


def test_the_example_in_english() -> None:
    assert _told(_one(example(), "exempelby/lofte-2024"), "en") == snapshot("""\
Medborgarlöfte för Exempelby 2024 is for 1 January 2024 – 31 December 2024.
Exempelby kommun and Lokalpolisområde Exempelby promise 4 things.

Exempelby kommun:
– Fältgruppen är ute minst 100 kvällar.
– Vi byter 40 lampor i Stadsparken före den 1 november.

Lokalpolisområde Exempelby:
– Polisen fotpatrullerar vid stationen minst två kvällar i veckan.

Together:
– Kommunpolisen och rektorn besöker varje klass i årskurs 7 en gång per termin.

How it went, 2024: 2 done, 2 partly.

– K2, partly done (31 lampor of 40): Leverantören kom sent, och marken frös i
  november. Resten byts i april 2025.
– G1, partly done (16 besök of 18): Två klasser hade prov på den dag som var
  bokad, och ingen ny tid gick att finna.

Read more: https://www.exempelby.example/medborgarlofte-2024
""")


def test_every_sort_of_commitment_and_status(tmp_path: Path) -> None:
    assert _told(_one(three_places(tmp_path), "alfaby")) == snapshot("""\
Medborgarlöfte för Alfaby 2024 gäller 2024. Alfaby kommun och Polisen i Alfaby
lovar 5 saker.

Alfaby kommun:
– Fältgruppen är ute minst 100 kvällar.

Polisen i Alfaby:
– Polisen är synlig i centrum.

Tillsammans:
– Vi ordnar möten med invånarna.

Alfaby kommun och Polisen i Alfaby:
– Kommunen och polisen svarar på frågor.

Det här lovas:
– Tryggheten ska öka.

Så gick det 2024: 1 pågår, 1 genomfört, 1 delvis, 1 inte genomfört, 1 utan
uppgift. 1 av 4 redovisade åtaganden är genomfört, 1 delvis, 1 ej redovisat.

– A2, delvis genomfört (antal: cirka 60): Gruppen var utlånad i november 2024 |
  och december 2024.
– A3, inte genomfört: Skäl saknas.
""")


def test_a_promise_that_nobody_has_followed_up(tmp_path: Path) -> None:
    assert _told(_one(three_places(tmp_path), "aby")) == snapshot("""\
Medborgarlöfte för Åby 2023–2027 gäller 1 juli 2023 – 30 juni 2027. Åby kommun
och Lokalpolisområde Åby lovar en sak.

Åby kommun:
– Kommunen märker 200 cyklar.

Ingen uppföljning finns än.
""")


def test_a_promise_without_commitments(tmp_path: Path) -> None:
    assert _told(_one(three_places(tmp_path), "ostby")) == snapshot("""\
Utkast: Medborgarlöfte för Östby 2024 gäller 1 januari 2024 och tills vidare.
Löftet är ett utkast och inte beslutat.

Ingen uppföljning finns än.
""")


def test_every_commitment_is_verbatim(tmp_path: Path) -> None:
    for one in _every(tmp_path):
        told = squeezed(_told(one))
        assert [c.text for c in one.promise.commitments if f"– {squeezed(c.text)}" not in told] == []


def test_statuses_of_several_are_in_the_plural() -> None:
    one = _one(example(), "exempelby/lofte-2023")

    assert "2 genomförda, 1 delvis" in squeezed(_told(one))
    assert "2 genomförda, 1 delvis" in squeezed(_told(one, short=True))


def test_what_was_not_done_is_reported_with_its_reason_or_that_there_is_none(tmp_path: Path) -> None:
    told = squeezed(_told(_one(three_places(tmp_path), "alfaby")))

    assert (
        "– A2, delvis genomfört (antal: cirka 60): Gruppen var utlånad i november 2024 | och december 2024."
        in told
    )
    assert "– A3, inte genomfört: Skäl saknas." in told
    assert "– A1" not in told


def test_a_figure_with_its_reason_is_that_of_all_parts_together(tmp_path: Path) -> None:
    early = LAST.replace(
        "datum: 2024-12-20\nslutlig: ja\n", "datum: 2024-06-30\navser: {från: 2024, till: 2024-06}\n"
    )
    late = LAST.replace("slutlig: ja\n", "avser: {från: 2024-07, till: 2024-12-20}\nräknat: sedan förra\n")
    files = {
        "promises/alfaby/lofte-2024.yaml": ALFABY,
        "promises/alfaby/uppfoljning-1.yaml": early.replace("{cirka: 60}", "20"),
        "promises/alfaby/uppfoljning-2.yaml": late.replace("{cirka: 60}", "30"),
    }

    assert "– A2, delvis genomfört (antal: 50):" in _told(_one(read(tmp_path, **files)))


def test_one_commitment_is_one_thing(tmp_path: Path) -> None:
    one = _one(three_places(tmp_path), "aby")

    assert "Åby kommun och Lokalpolisområde Åby lovar en sak." in squeezed(_told(one))
    assert "Åby kommun and Lokalpolisområde Åby promise one thing." in squeezed(_told(one, "en"))


def test_one_party_promises_alone(tmp_path: Path) -> None:
    alone = ABY.replace("  - {id: polisen, typ: polis, namn: Lokalpolisområde Åby}\n", "")
    one = _one(read(tmp_path, **{"promises/aby/lofte-2023.yaml": alone}))

    assert "Åby kommun lovar en sak." in squeezed(_told(one))
    assert "Åby kommun promises one thing." in squeezed(_told(one, "en"))


def test_three_parties_are_listed(tmp_path: Path) -> None:
    three = ABY.replace(
        "fokusområden:", "  - {id: regionen, typ: region, namn: Region Provlandet}\nfokusområden:"
    )
    one = _one(read(tmp_path, **{"promises/aby/lofte-2023.yaml": three}))

    assert "Åby kommun, Lokalpolisområde Åby och Region Provlandet lovar en sak." in squeezed(_told(one))


@pytest.mark.parametrize(
    ("period", "swedish", "english"),
    [
        ("{från: 2024, till: 2024}", "gäller 2024.", "is for 2024."),
        ("{från: 2024, till: 2026}", "gäller 2024–2026.", "is for 2024–2026."),
        ("{från: 2024-01-01, tills_vidare: ja}", "gäller 1 januari 2024 och tills vidare.", None),
        ("{till: 2024-12-31}", "gäller till och med 31 december 2024.", None),
        ("{text: under mandatperioden}", "gäller under mandatperioden.", None),
    ],
)
def test_the_period_is_reported(tmp_path: Path, period: str, swedish: str, english: str | None) -> None:
    text = ABY.replace("{från: 2023-07-01, till: 2027-06-30}", period)
    one = _one(read(tmp_path, **{"promises/aby/lofte-2023.yaml": text}))

    assert swedish in squeezed(_told(one))
    if english:
        assert english in squeezed(_told(one, "en"))
    assert "is for until" not in squeezed(_told(one, "en"))


def test_the_next_follow_up_is_reported_while_there_is_one(tmp_path: Path) -> None:
    alfaby = _one(three_places(tmp_path), "alfaby", dt.date(2024, 1, 15))

    assert "Löftet följs upp 30 juni 2024." in squeezed(_told(alfaby))
    assert "följs upp" not in _told(_one(three_places(tmp_path), "alfaby", dt.date(2025, 1, 15)))


def test_the_page_of_the_promise_is_reported_whole() -> None:
    told = _told(_one(example(), "exempelby/lofte-2024"), width=40)

    assert "https://www.exempelby.example/medborgarlofte-2024\n" in told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, width: int, short: bool, lang: Language) -> None:
    for one in _every(tmp_path):
        lines = render_prose(one, lang=lang, width=width, short=short).splitlines()
        assert [line for line in lines if len(line) > width and len(line.split()) > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_width_changes_nothing_but_the_lines(tmp_path: Path, lang: Language) -> None:
    for one in _every(tmp_path):
        assert squeezed(_told(one, lang, width=40)) == squeezed(_told(one, lang, width=120))


@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_text_ends_with_one_line_end_and_has_no_trailing_blanks(
    tmp_path: Path, lang: Language, short: bool
) -> None:
    for one in _every(tmp_path):
        told = render_prose(one, lang=lang, width=80, short=short)
        assert told.strip()
        assert told.endswith("\n") and not told.endswith("\n\n")
        assert [line for line in told.splitlines() if line != line.rstrip()] == []
        assert "\n\n\n" not in told


def test_no_words_of_the_other_language_are_left(tmp_path: Path) -> None:
    for name in ("alfaby", "aby", "ostby"):
        one = _one(three_places(tmp_path), name)
        for word in (" is for ", "promise", "together", "There is", "How it has gone"):
            assert word not in _told(one)
        for word in (" gäller ", " lovar ", "Tillsammans", "finns än", "Så har det gått", "Skäl saknas"):
            assert word not in _told(one, "en")


# ---------------------------------------------------------------- in short


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_short_form_has_at_most_sixty_words(tmp_path: Path, lang: Language) -> None:
    for one in _every(tmp_path):
        assert 0 < len(_told(one, lang, short=True).split()) <= SHORT == 60


def test_the_short_form_of_the_example() -> None:
    one = _one(example(), "exempelby/lofte-2024")

    assert _told(one, short=True) == snapshot("""\
Medborgarlöfte för Exempelby 2024 gäller 1 januari 2024 – 31 december 2024.
Exempelby kommun och Lokalpolisområde Exempelby lovar 4 saker. Så gick det 2024:
2 genomförda, 2 delvis. Läs mer:
https://www.exempelby.example/medborgarlofte-2024
""")
    assert _told(one, "en", short=True) == snapshot("""\
Medborgarlöfte för Exempelby 2024 is for 1 January 2024 – 31 December 2024.
Exempelby kommun and Lokalpolisområde Exempelby promise 4 things. How it went,
2024: 2 done, 2 partly. Read more:
https://www.exempelby.example/medborgarlofte-2024
""")


def test_a_sentence_that_has_no_room_is_left_out_whole(tmp_path: Path) -> None:
    title = " ".join(["Löfte"] * 70)
    text = ABY.replace("titel: Medborgarlöfte för Åby 2023–2027", f"titel: {title}")
    one = _one(read(tmp_path, **{"promises/aby/lofte-2023.yaml": text}))

    assert squeezed(_told(one, short=True)) == (
        "Åby kommun och Lokalpolisområde Åby lovar en sak. Ingen uppföljning finns än."
    )


def test_a_promise_with_nothing_in_it_has_a_short_form(tmp_path: Path) -> None:
    one = _one(read(tmp_path, **{"promises/ostby/lofte-2024.yaml": OSTBY}))

    assert _told(one, short=True).startswith("Utkast: Medborgarlöfte för Östby 2024 gäller 1 januari 2024")
