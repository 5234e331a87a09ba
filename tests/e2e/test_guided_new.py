"""`lofte new` at a terminal: one question at a time, each commitment checked, the draft kept at every step."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
from inline_snapshot import snapshot

from corpus import plain
from invented import FILE, ID, PROMISE, project
from program import lofte
from terminal import CTRL_C, CTRL_D, typed

Turn = tuple[str, str]
DRAFT: Final = "promises/exempelby/lofte-2027.yaml"
PLACE: Final[tuple[Turn, ...]] = (("Kommun: ", "Exempelby kommun\n"), ("Kommun [", "\n"))
POLICE: Final[Turn] = ("Polisen [", "\n")
PERIOD: Final[Turn] = ("Tid [", "hela 2027\n")
FOCUS: Final[Turn] = ("Fokusområden: ", "barn\n")
START: Final[tuple[Turn, ...]] = (*PLACE, POLICE, PERIOD, FOCUS)
MORE: Final = "Åtagande: "
EVENINGS: Final[tuple[Turn, ...]] = (
    (MORE, "Fältgruppen är ute minst 100 kvällar.\n"),
    ("Vem svarar", "enhetschef, Kultur och fritid\n"),
)
NONE: Final[Turn] = (MORE, "\n")
PLAN: Final[tuple[Turn, ...]] = (
    ("Hur ofta [", "\n"), ("Vem kallar", "kommunpolisen\n"), ("redovisningen [", "\n"),
)  # fmt: skip


def _new(folder: Path, *turns: Turn, words: tuple[str, ...] = (), **settings: str) -> tuple[int, str]:
    return typed(folder, ["new", *words], *turns, **settings)


def _draft(folder: Path, name: str = DRAFT) -> dict[str, Any]:
    value: dict[str, Any] = plain((folder / name).read_text(encoding="utf-8"))
    return value


def test_a_promise_is_written_question_by_question(tmp_path: Path) -> None:
    code, said = _new(tmp_path, *START, *EVENINGS, NONE, NONE, NONE, *PLAN)

    assert code == 0
    assert said == snapshot("""\

Fråga 1 av 8  Vilken kommun gäller det?
Enter tar förslaget inom [ ]   b föregående   - hoppar över   ? hjälp
q sparar och slutar
Kommun: Exempelby kommun
  Det är ingen av Sveriges kommuner. Enter behåller det du skrev.
Kommun [Exempelby kommun]: \n\

Fråga 2 av 8  Vilken polis är med?
   1  Lokalpolisområde Exempelby
Polisen [Lokalpolisområde Exempelby]: \n\

Fråga 3 av 8  Vilken tid gäller det?
Tid [2027]: hela 2027
  2027. Varje svar sparas i promises/exempelby/lofte-2027.yaml.

Fråga 4 av 8  Vad ska löftet riktas mot?
   1  Trafiksäkerhet och trafikbrott
   2  Mopeder och A-traktorer
   3  Barn och unga i riskzon
   4  Alkohol, narkotika, dopning, tobak och spel
   5  Otrygga platser och fysisk miljö
   6  Polisens närvaro och tillgänglighet
   7  Stöld och inbrott
   8  Våld i nära relation
   9  Hedersrelaterat våld och förtryck
  10  Våld i offentlig miljö
  11  Bedrägerier
  12  Skadegörelse och klotter
  13  Organiserad brottslighet
  14  Utsatthet på nätet
  15  Våldsbejakande extremism
  16  Avhopparverksamhet
  17  Brottsaktiva individer och återfall
  18  Särskilt utsatta brottsoffer och hatbrott
  19  Medborgardialog och delaktighet
  20  Gemensam lägesbild och metod
  21  Övrigt
Fokusområden: barn
  Barn och unga i riskzon.

Fråga 5 av 8  Vad lovar kommunen?
Ett åtagande i taget: vem gör vad, var, hur mycket eller hur ofta, till när.
Enter inga fler   u tar bort det senaste
Åtagande: Fältgruppen är ute minst 100 kvällar.
  Går att följa upp: minst 100 kvällar.
Vem svarar för det (funktion, enhet; - hoppar över): enhetschef, Kultur och fritid
  K1 är sparat. Utkastet har 1 åtagande.
Enter inga fler   u tar bort det senaste
Åtagande: \n\

Fråga 6 av 8  Vad lovar polisen?
Ett åtagande i taget: vem gör vad, var, hur mycket eller hur ofta, till när.
Enter inga fler   u tar bort det senaste
Åtagande: \n\

Fråga 7 av 8  Vad lovar ni tillsammans?
Ett åtagande i taget: vem gör vad, var, hur mycket eller hur ofta, till när.
Enter inga fler   u tar bort det senaste
Åtagande: \n\

Fråga 8 av 8  Hur följs löftet upp?
   1  varje tertial
   2  varje halvår
   3  varje år
Hur ofta [varje halvår]: \n\
Vem kallar till mötena (en funktion): kommunpolisen
Vem får redovisningen [kommunstyrelsen]: \n\
Skrev promises/exempelby/lofte-2027.yaml: ett utkast med 1 åtagande. Granska
med: lofte validate --profile granskning
""")
    assert _draft(tmp_path) == snapshot(
        {
            "dokument": "medborgarlöfte",
            "titel": "Medborgarlöfte för Exempelby 2027",
            "status": "utkast",
            "period": {"från": "2027", "till": "2027"},
            "parter": [
                {"id": "kommunen", "typ": "kommun", "namn": "Exempelby kommun"},
                {"id": "polisen", "typ": "polis", "namn": "Lokalpolisområde Exempelby"},
            ],
            "fokusområden": [
                {"id": "barn-och-unga", "rubrik": "Barn och unga i riskzon", "kategori": "barn-och-unga"}
            ],
            "åtaganden": [
                {
                    "id": "K1",
                    "part": "kommunen",
                    "text": "Fältgruppen är ute minst 100 kvällar.",
                    "mål": {"minst": "100", "enhet": "kvällar"},
                    "fokus": ["barn-och-unga"],
                    "ansvarig": {"enhet": "Kultur och fritid", "funktion": "enhetschef"},
                }
            ],
            "uppföljningsplan": {
                "takt": "halvår",
                "nästa": "2027-06-30",
                "sammankallande": "kommunpolisen",
                "redovisas_för": "kommunstyrelsen",
            },
        }
    )


def test_what_was_written_passes_the_linter(tmp_path: Path) -> None:
    _new(tmp_path, *START, *EVENINGS, NONE, NONE, NONE, *PLAN)
    checked = lofte("validate", cwd=tmp_path)
    reviewed = lofte("validate", "--profile", "granskning", "--format", "compact", cwd=tmp_path)

    assert (checked.code, checked.out) == (0, "Inga problem i 1 fil.\n")
    assert set(re.findall(r"\b[A-Z]\d\d\b", reviewed.out)) == {
        "A03",
        "R01",
        "R03",
    }  # what it does not ask for


def test_english_is_asked_in_english_and_writes_the_same_file(tmp_path: Path) -> None:
    code, said = typed(
        tmp_path, ["new", "--lang", "en"],
        ("Municipality: ", "Exempelby kommun\n"), ("Municipality [", "\n"), ("The police [", "\n"),
        ("Period [", "from 1 Jan 2027 to 31 Dec 2027\n"), ("Focus areas: ", "3\n"), ("Commitment: ", "q\n"),
        COLUMNS="50",
    )  # fmt: skip

    assert code == 0
    assert "Question 5 of 8  What does the municipality" in said
    assert _draft(tmp_path)["period"] == {"från": "2027-01-01", "till": "2027-12-31"}


def test_a_vague_commitment_is_shown_with_its_remedy_before_the_next(tmp_path: Path) -> None:
    vague = (MORE, "Vi ska verka för ökad trygghet i centrum.\n")
    _, said = _new(tmp_path, *START, vague, ("Behålla: ", "\n"), *EVENINGS, (MORE, "q\n"))
    shown = said[said.index(vague[1]) :].splitlines()[:8]

    assert "\n".join(line.rstrip() for line in shown) == snapshot("""\
Vi ska verka för ökad trygghet i centrum.
  varning M02  Åtagande K1: det går inte att se när ”verka för” är gjort.
  Gör så här  Skriv vad någon ska göra: vem, vad, var, hur många eller hur ofta,
              och till när.
  Enter skriver om   j behåller ändå
Behålla:
Enter inga fler   u tar bort det senaste
Åtagande: Fältgruppen är ute minst 100 kvällar.\
""")
    assert [row["text"] for row in _draft(tmp_path)["åtaganden"]] == ["Fältgruppen är ute minst 100 kvällar."]


def test_a_vague_commitment_may_be_kept(tmp_path: Path) -> None:
    vague = "Vi ska verka för ökad trygghet i centrum."
    _new(tmp_path, *START, (MORE, f"{vague}\n"), ("Behålla: ", "j\n"), ("Vem svarar", "-\n"), (MORE, "q\n"))

    assert [row["text"] for row in _draft(tmp_path)["åtaganden"]] == [vague]


@pytest.mark.parametrize(
    ("typed_period", "period"),
    [
        ("2027–2028", {"från": "2027", "till": "2028"}),
        ("våren 2027", {"från": "2027-01", "till": "2027-06"}),
        ("1 mars 2027 tills vidare", {"från": "2027-03-01", "tills_vidare": "ja"}),
    ],
)
def test_the_period_is_read_as_people_write_it(
    tmp_path: Path, typed_period: str, period: dict[str, str]
) -> None:
    _new(tmp_path, *PLACE, POLICE, ("Tid [", f"{typed_period}\n"), ("Fokusområden: ", "q\n"))

    assert _draft(tmp_path)["period"] == period


def test_a_wrong_answer_asks_again(tmp_path: Path) -> None:
    code, said = _new(
        tmp_path, *PLACE, POLICE,
        ("Tid [", "hela tiden\n"), ("Tid [", "31 juni 2027\n"), ("Tid [", "1 mars 2027\n"), ("Till och med", "2026\n"),
        ("Tid [", "2027\n"), ("Fokusområden: ", "99\n"), ("Fokusområden: ", "våld\n"), ("Fokusområden: ", "q\n"),
    )  # fmt: skip

    assert code == 0
    assert "”hela tiden” är ingen tid som går att läsa." in said
    assert "juni har 30 dagar" in said
    assert "Perioden slutar (2026) före den börjar (2027-03-01)." in said
    assert "”99” är inget av valen." in said
    assert "”våld” kan vara flera: 8 Våld i nära relation." in said


def test_a_single_day_asks_for_the_last(tmp_path: Path) -> None:
    _new(
        tmp_path,
        *PLACE,
        POLICE,
        ("Tid [", "1 jan 2027\n"),
        ("Till och med [2027-12-31]", "\n"),
        ("Fokusområden", "q\n"),
    )

    assert _draft(tmp_path)["period"] == {"från": "2027-01-01", "till": "2027-12-31"}


def test_one_goes_back_skips_and_removes(tmp_path: Path) -> None:
    _new(
        tmp_path, *PLACE, ("Polisen [", "b\n"), ("Kommun [Exempelby", "-\n"), ("Kommun [", "Provby kommun\n"), ("Kommun [", "\n"), ("Polisen [", "-\n"),
        PERIOD, ("Fokusområden: ", "-\n"), *EVENINGS, (MORE, "u\n"), *EVENINGS, NONE, ("Hur ofta", "q\n"),
    )  # fmt: skip
    draft = _draft(tmp_path, "promises/provby/lofte-2027.yaml")

    assert [party["namn"] for party in draft["parter"]] == ["Provby kommun"]
    assert [row["id"] for row in draft["åtaganden"]] == ["K1"]


def test_another_year_is_another_file_of_the_same_draft(tmp_path: Path) -> None:
    _new(
        tmp_path,
        *PLACE,
        POLICE,
        PERIOD,
        ("Fokusområden: ", "b\n"),
        ("Tid [", "2028\n"),
        ("Fokusområden: ", "q\n"),
    )

    assert [path.name for path in (tmp_path / "promises/exempelby").iterdir()] == ["lofte-2028.yaml"]


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, "q\n"], ids=["Ctrl-C", "Ctrl-D", "q"])
def test_one_who_leaves_keeps_every_answer_and_goes_on_later(tmp_path: Path, key: str) -> None:
    code, said = _new(tmp_path, *START, *EVENINGS, (MORE, key))
    assert code == (0 if key == "q\n" else 130)
    assert "Traceback" not in said
    before = _draft(tmp_path)

    _, said = _new(
        tmp_path,
        ("Kommun [Exempelby kommun]", "\n"),
        POLICE,
        PERIOD,
        ("Fokusområden", "barn\n"),
        NONE,
        (MORE, "q\n"),
    )

    assert "Utkastet finns redan. Här fortsätter du i det." in said
    assert before == _draft(tmp_path)


@pytest.mark.parametrize(
    ("lang", "kept", "change"),
    [
        ("sv", "har andra uppgifter än dina svar: 2027-01 – 2027-06", "Skriv b för att ändra dem."),
        ("en", "differs from your answers: 2027-01 – 2027-06", "Write b to change it."),
    ],
)
def test_what_a_draft_holds_is_kept_and_named_when_the_answer_differs(
    tmp_path: Path, lang: str, kept: str, change: str
) -> None:
    words = ("--municipality", "Exempelby kommun", "--police", "Lokalpolisområde Exempelby", "--lang", lang)
    period, focus = {"sv": ("Tid [", "Fokusområden: "), "en": ("Period [", "Focus areas: ")}[lang]
    _new(tmp_path, (period, "våren 2027\n"), (focus, "q\n"), words=words)
    before = _draft(tmp_path)

    _, said = _new(tmp_path, (period, "2027\n"), (focus, "q\n"), words=words)
    assert kept in " ".join(said.split())
    assert change in " ".join(said.split())
    assert before == _draft(tmp_path)

    _new(
        tmp_path,
        (period, "2027\n"),
        (focus, "b\n"),
        (f"{period}2027-01 – 2027-06]", "2027\n"),
        (focus, "q\n"),
        words=words,
    )
    assert _draft(tmp_path)["period"] == {"från": "2027", "till": "2027"}


def test_a_question_mark_explains_every_question(tmp_path: Path) -> None:
    _, said = _new(
        tmp_path,
        *START,
        (MORE, "Vi ska verka för trygghet.\n"),
        ("Behålla: ", "?\n"),
        ("Behålla: ", "j\n"),
        ("hoppar över): ", "?\n"),
        ("hoppar över): ", "-\n"),
        (MORE, "q\n"),
    )

    assert "j sparar det som det står." in said
    assert "Skriv en funktion, inte en person" in said
    assert "Det går inte här." not in said


def test_the_last_line_is_wrapped_in_a_narrow_window(tmp_path: Path) -> None:
    _, said = _new(tmp_path, *START, (MORE, "q\n"), COLUMNS="50")

    assert max(map(len, said.splitlines())) <= 50
    assert said.endswith("lofte validate --profile granskning\n")


def test_one_who_leaves_before_the_period_leaves_no_file(tmp_path: Path) -> None:
    code, said = _new(tmp_path, *PLACE, ("Polisen [", "q\n"))

    assert (code, said.splitlines()[-1]) == (0, "Inget har skrivits.")
    assert list(tmp_path.rglob("*")) == []


def test_a_file_that_was_edited_is_never_overwritten(tmp_path: Path) -> None:
    project(tmp_path, **{DRAFT: "# något eget\n"})
    code, said = _new(tmp_path, *PLACE, POLICE, PERIOD, ("Tid [", "q\n"))

    assert "finns redan. Inget har ändrats." in said
    assert (tmp_path / DRAFT).read_text(encoding="utf-8") == "# något eget\n"
    assert code == 0


def test_parties_period_and_commitments_are_proposed_from_the_project(tmp_path: Path) -> None:
    project(tmp_path, **{FILE: PROMISE})
    follow_up = [word for one in ("K1=:104", "K2=ej genomfört:0:Strejk.") for word in ("--set", one)]
    lofte("follow-up", ID, "--date", "2024-12-31", *follow_up, cwd=tmp_path)
    _, said = _new(
        tmp_path, ("Kommun [Exempelby kommun]", "\n"), ("Polisen [Lokalpolisområde Exempelby]", "\n"),
        ("Tid [2025-01-01 – 2025-12-31]", "\n"), ("Fokusområden", "1\n"), (MORE, "2\n"), (MORE, "q\n"),
    )  # fmt: skip
    draft = _draft(tmp_path, "promises/exempelby/lofte-2025.yaml")

    assert "   1  Barn och unga\n   2  Otrygga platser\n" in said
    assert "      Förra gången: genomfört, 104 av minst 100 kvällar under perioden\n" in said
    assert "      Förra gången: ej genomfört, 0 av 40 lampor\n" in said
    assert draft["föregångare"] == ID
    assert draft["åtaganden"] == snapshot(
        [
            {
                "id": "K2",
                "part": "kommunen",
                "text": "Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024.",
                "mål": {"exakt": "40", "enhet": "lampor"},
                "senast": "2025-10-31",
                "ansvarig": {"enhet": "Gatukontoret", "funktion": "driftchef"},
                "fortsätter": ["exempelby/lofte-2024#K2"],
                "fokus": ["unga"],
            }
        ]
    )


def test_the_parties_of_lofte_toml_are_proposed(tmp_path: Path) -> None:
    lofte(
        "init", "--kommun", "Exempelby kommun", "--polis", "Lokalpolisområde Norra Provlandet", cwd=tmp_path
    )
    told = (
        ("Kommun [Exempelby kommun]", "\n"),
        ("Polisen [Lokalpolisområde Norra Provlandet]", "\n"),
        PERIOD,
    )
    _new(tmp_path, *told, ("Fokusområden", "q\n"))
    lofte("new", "--start", "2028", "--end", "2028", cwd=tmp_path)

    for name in (DRAFT, "promises/exempelby/lofte-2028.yaml"):
        assert [party["namn"] for party in _draft(tmp_path, name)["parter"]] == [
            "Exempelby kommun",
            "Lokalpolisområde Norra Provlandet",
        ]


@pytest.mark.parametrize(
    ("typed_name", "name"), [("1082", "Karlshamns kommun"), ("karlshamn", "Karlshamns kommun")]
)
def test_a_known_municipality_is_written_in_full(tmp_path: Path, typed_name: str, name: str) -> None:
    _new(tmp_path, ("Kommun: ", f"{typed_name}\n"), POLICE, PERIOD, ("Fokusområden", "q\n"))

    assert _draft(tmp_path, "promises/karlshamn/lofte-2027.yaml")["parter"][0]["namn"] == name


def test_a_document_of_a_day_is_requested_its_day(tmp_path: Path) -> None:
    code, _ = _new(tmp_path, *PLACE, ("Dag [", "15 januari 2027\n"), words=("lagesbild",))

    assert code == 0
    assert _draft(tmp_path, "promises/exempelby/lagesbild-2027.yaml")["datum"] == "2027-01-15"


def test_what_is_given_is_not_prompted_for(tmp_path: Path) -> None:
    code, said = _new(
        tmp_path, ("Tid [2027]", "\n"), ("Fokusområden", "q\n"),
        words=("--municipality", "Exempelby kommun", "--police", "Polisen", "--start", "2027"),
    )  # fmt: skip

    assert code == 0
    assert "Vilken kommun" not in said
    assert _draft(tmp_path)["parter"][1]["namn"] == "Polisen"


@pytest.mark.parametrize("width", ["50", "80"])
def test_every_line_fits_the_window(tmp_path: Path, width: str) -> None:
    _, said = _new(
        tmp_path,
        *START,
        *EVENINGS[:1],
        ("Vem svarar", "enhetschef, Kultur\n"),
        (MORE, "?\n"),
        (MORE, "q\n"),
        COLUMNS=width,
    )
    lines = [line for line in said.splitlines() if not line.startswith(("Åtagande", "Svar", "Vem", "Skrev"))]

    assert max(map(len, lines)) <= int(width)
