"""Whole commitments: measured or not, vague, reserved, relative to when they are read."""

import datetime as dt
from typing import Final

import pytest

from each import each
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import analyse

START: Final = dt.date(2024, 1, 1)
END: Final = dt.date(2024, 12, 31)

COMMITMENTS: Final = """
# a relative clause ends at the verb of the main clause
vague | De nätverk som finns bland föräldrar ska stärkas och utvecklas.
vague | Den modell som provades i Lillby ska vidareutvecklas.
vague | Kommunen har som mål att stödja ideella krafter.
- | Ungdomar som vill utvecklas erbjuds en mentor.
vague | Det nätverk för butiker som ofta träffas ska vi utveckla.
vague | De band som finns mellan grannar vill vi stärka.
- | De lampor som ofta släcks ska vi tända.
# so does a condition, and “det” before what is done
vague | När fler klagar ska kulturnämnden utveckla ljusslingorna.
vague | Det åligger vårdnämnden att främja nykterhet.
vague | Det är skolans uppgift att motverka mobbning.
vague | Nämnden beslutar att beakta flickors behov.
vague | Parterna är överens om att verka för lugn.
- | Nämnden beslutar att köpa in armaturer.
- | Om någon ber oss lovar vi att bistå.
# a feast that is to be of some kind is not when
vague | Vi ska verka för en trygg jul.
vague | Vi ska arbeta för en lugnare skolavslutning.
vague | Områdespolisen verkar för lugna skolvägar.
- | De väktare som arbetar för bolaget får en ny radio.
# figures of what is
- | Trots att 54 procent av de svarande upplever otrygghet saknas belysning; den ska byggas.
- | I mätningen 2023 uppgav 27 procent att de undviker parken, som nu ska städas.
- | Eftersom 38 procent i undersökningen kände oro ska tunneln få kameror.
- | Undersökningen omfattade 3 200 unga.
- | I enkäten deltog 310 elever.
measured | Enkäten ska nå 1 000 invånare.
- | Fyra av tio uppger att de undviker tunneln, där lampor ska sättas upp.
measured | Vi frågar 200 personer om de är trygga.
measured | Stöd ges till 40 unga som är oroliga.
measured | Minst 75 procent av invånarna ska känna sig trygga ute.
measured | 80 procent av eleverna ska få undervisning om droger.
# names with a number, and changes without a unit
- | Skytteklubben Tallvik 52 lånar ut hallen.
- | Kiosken Bryggan 7 säljer reflexer.
- | Den som är yngre än 15 år körs hem.
- | Mammagruppen Söder 15 är öppen.
measured | Gruppen Ekeby ses 12 gånger om året.
measured | Antalet kameror ska öka med sex.
- | Vi lyssnar under en föreläsning.
# days
measured | Polisen är på plats varje matchdag.
measured | Senast vid månadsskiftet april/maj är lampan bytt.
measured | Möten hålls den första måndagen varannan månad.
- | Väktare finns på plats vid skolavslutningar.
# what is reserved, and what is not
reserved | Cykellås delas ut så långt lagret räcker.
reserved | Lekplatsen rustas upp om nämnden beviljar pengar.
reserved | Kontoret står på torget beroende på årstid och väder.
reserved | Bänkar sätts upp i den takt ekonomin medger.
reserved | Vi håller öppet om bemanningen räcker.
reserved | Poliser finns på plats om inte annat prioriteras.
measured | Tre ronder i veckan görs och får inte ställas in.
- | Kursen lär ut hur man vid behov larmar.
reserved | Lägret ordnas så långt ledarna kan avvaras.
reserved | När patruller kan frigöras går vi ut på torget.
reserved | Broarna tvättas, såvida upphandlingen går igenom.
reserved | Om det inte blåser för hårt står tältet på torget.
reserved | Vi öppnar kaféet om det är uppehåll.
measured | Om det snöar plogar vi inom två timmar.
- | Vi går så långt som till bron.
- | När skolan har uppehåll är gården öppen.
reserved | Skyltar sätts upp i takt med att pengar tillförs.
reserved | Passen går ut, men särskilda kommenderingar går före.
reserved | Målningen görs när investeringsmedel finns.
reserved | Ronden flyttas till en annan dag om det blåser.
reserved | Om vädret är fint bjuder vi på saft i parken.
- | Samordnaren prövar om kameran fortfarande behövs.
# what nobody sees
vague | Fortsatt utveckling av mötesplatsen.
vague | Nyanlända ska känna sig delaktiga.
vague | Arbetet med trygga skolvägar ska drivas vidare.
- | Kommunen sätter upp utvecklade skyltar.
- | Polisen söker narkotika med hund.
# relative time
relative | Under många år har planket varit trasigt.
measured | Varje morgon läser vakten om det senaste dygnets händelser.
relative | Garaget som stängdes för en tid sedan öppnas igen.
relative | Parken som byggdes om för ett par år sedan får bänkar.
relative | Sedan drygt två år tillbaka ordnar föreningen läger.
relative | Sedan midsommar i fjol finns en lampa vid bryggan.
relative | De senaste åren har lyktorna bytts.
relative | Från och med nu är kiosken bemannad.
measured | Sedan hålls två kvällar om droger.
relative | De senaste veckornas stölder gör att cyklar ska märkas.
relative | Under nästkommande termin startar en föräldragrupp.
measured | Varje sommar anordnas tre läger.
"""


@each([tuple(line.split(" | ")) for line in COMMITMENTS.splitlines() if " | " in line])
def test_a_commitment_is_read_as_a_whole(expected: str, text: str) -> None:
    read = analyse(text)
    found = {
        "vague": bool(read.of(ex.Predicate)),
        "reserved": bool(read.of(ex.Reservation)),
        "relative": bool(read.of(ex.Relative)),
        "measured": read.is_measured(START, END),
    }

    assert [name for name, is_so in found.items() if is_so] == ([] if expected == "-" else [expected])


@each(
    [
        ("Allt färre invånare drabbas av stölder.", True),
        ("Inbrotten ligger på en lägre nivå än i länet.", True),
        ("Anmälningarna om misshandel har gått ner.", True),
        ("Tryggare skolvägar är ett av våra områden.", False),
        ("Om brotten ökar sätter vi in fler väktare.", False),
        ("Kostnaderna för klotter halveras.", False),
        ("Klottret har halverats.", True),
    ]
)
def test_a_comparison_is_a_claim_and_a_name_is_none(text: str, claimed: bool) -> None:
    assert bool(analyse(text).of(ex.Claim)) == claimed


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("alla över 65 år", 65, 120), ("unga under 18 år", 0, 18), ("ungdomar 13–17 år", 13, 17)],
)
def test_an_open_age_covers_every_age_beyond(text: str, first: int, last: int) -> None:
    [age] = analyse(text).of(ex.Label)

    assert age.covers == frozenset(range(first, last + 1))


@each(["Läsåret 2022/23 har vi öppet.", "Läsåret 2022/2023 har vi öppet."])
def test_a_school_year_spans_two_years(text: str) -> None:
    [window] = analyse(text).of(ex.Window)

    assert window.until is not None
    assert (window.moment.year, window.until.year) == (2022, 2023)


def test_a_month_after_a_year_is_no_second_year() -> None:
    assert analyse("Beslut 2022/07 gäller.").of(ex.Window) == []


def test_what_an_official_says_is_promised_too() -> None:
    assert analyse("”Vi går varje fredag”, säger kommunpolisen.").of(ex.Schedule)
    assert not analyse("Temat är ”Varje fredag”.").of(ex.Schedule)
