"""`lofte new` from typed words to files: from nothing, from last year's promise, and the example."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest
from inline_snapshot import snapshot

from corpus import ROOT, plain
from invented import FILE, ID, PROMISE, project
from medborgarlofte.cli.commands.documents import NEW_KINDS
from medborgarlofte.i18n import LANGUAGES
from medborgarlofte.swedish import slug
from program import Answer, lofte

PLACE: Final = ("--municipality", "Exempelby kommun")
YEAR: Final = ("--start", "2024-01-01", "--end", "2024-12-31")
NEXT: Final = "promises/exempelby/lofte-2025.yaml"


def _new(folder: Path, *words: str) -> Answer:
    return lofte("new", *words, cwd=folder)


def _written(folder: Path, *words: str) -> str:
    """What was written, where the program says that it was."""
    answer = _new(folder, *words)
    found = re.fullmatch(
        r"Skrev (\S+?)(?:: ett utkast med .*)?\. (?:Kontrollera|Granska) med: lofte validate.*\n", answer.out
    )
    assert (answer.code, answer.err, bool(found)) == (0, "", True), answer
    assert found is not None
    return (folder / found[1]).read_text(encoding="utf-8")


def _files(folder: Path) -> dict[str, str]:
    """Every file and what it holds, as a fingerprint."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _refused(folder: Path, *words: str) -> str:
    """What is said; nothing may have been written."""
    before = _files(folder)
    swedish, english = _new(folder, *words), _new(folder, *words, "--lang", "en")

    assert {2} == {swedish.code, english.code}, swedish
    assert {""} == {swedish.out, english.out}
    assert before == _files(folder)
    return swedish.err + english.err


# ---------------------------------------------------------------- from nothing


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", NEW_KINDS)
def test_a_document_of_every_kind_is_clean(tmp_path: Path, kind: str, lang: str) -> None:
    made = _new(tmp_path, kind, *PLACE, *YEAR, "--lang", lang)
    checked = lofte("validate", "--today", "2023-12-01", cwd=tmp_path)

    assert (made.code, made.err) == (0, "")
    assert (tmp_path / f"promises/exempelby/{NEW_KINDS[kind]}-2024.yaml").is_file()
    assert (checked.code, checked.out) == (0, "Inga problem i 1 fil.\n")
    assert ("är ett utkast utan åtaganden" in checked.err) is (NEW_KINDS[kind] == "lofte")


def test_a_promise_begins_with_what_is_known(tmp_path: Path) -> None:
    assert _known(_written(tmp_path, *PLACE, *YEAR)) == snapshot("""\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby 2024
status: utkast
period: {från: 2024-01-01, till: 2024-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
""")


def test_a_document_of_a_day_begins_with_that_day(tmp_path: Path) -> None:
    assert _known(_written(tmp_path, "lagesbild", *PLACE, "--start", "2024-10-01")) == snapshot("""\
dokument: lägesbild
titel: Lägesbild för Exempelby 2024
datum: 2024-10-01
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun}
""")


def _known(text: str) -> str:
    """The lines that are not comments."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))


def test_every_other_key_is_a_comment_with_what_it_holds(tmp_path: Path) -> None:
    text = _written(tmp_path, "medborgardialog", *PLACE, "--start", "2024-10-01")

    assert text == snapshot("""\
# yaml-language-server: $schema=../../.lofte/medborgardialog.schema.json
# Rader som börjar med # är förklaringar. Ta bort tecknet och fyll i det som finns, ta bort resten.
# Kontrollera med: lofte validate
dokument: medborgardialog
titel: Medborgardialog för Exempelby 2024
# status:                  utkast medan det skrivs, antaget när det beslutats. Om det gäller nu
#                          följer av perioden.
datum: 2024-10-01
# tid:                     Klockslag: 17–19.
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun}
# område:                  När den inte gäller en hel kommun.
#   typ:                   stadsdel, tätort, län …
#   namn:                  Platsens namn.
#   kommun:                Kommunen som området ligger i.
#   kommunkod:             Kommunens fyra siffror inom citattecken: "1082".
# plats:                   Var den hålls.
# metod:                   Hur den går till: mobilt kontor, enkät, vandring.
# deltagare:               Hur många som deltog.
# teman:                   Vad som togs upp.
#   - id:                  Kort namn.
#     rubrik:              Det som togs upp, med få ord.
#     kategori:            Kategori ur taxonomin.
#     antal:               Hur många som tog upp det.
#     text:                Vad som sades, utan namn.
# sammanfattning:          Vad som sades, kort.
# länk:                    Var mer finns att läsa.
# diarienummer:            Ärendets diarienummer.
# beslut:                  Beslut om dokumentet.
#   - organ:               Vem som beslutade: kommunstyrelsen.
#     datum:               När beslutet fattades.
#     paragraf:            Paragrafen i protokollet: § 14.
# publicerat:              Var och när det har publicerats.
#   - utgivare:            Den som publicerade: en parts id eller ett namn.
#     länk:                Adressen till sidan.
#     datum:               När det publicerades.
#     format:              html för en webbsida, pdf för en fil.
#     period:              Perioden som den står tryckt där.
#     titel:               Rubriken som den står tryckt där.
#     fokusområden:        Fokusområdena som de står tryckta där.
#     arkiverad:           Sökväg eller adress till en sparad kopia.
# undertecknat:            Vilka som skrev under, och när.
#   - namn:                Den som skrev under.
#     roll:                Uppdrag eller befattning: lokalpolisområdeschef.
#     part:                Id på parten som underskriften gäller.
#     datum:               När det undertecknades.
# kontakter:               Vart den vänder sig som vill veta mer.
#   - funktion:            En funktion, inte en person: trygghetssamordnare.
#     organisation:        Var funktionen finns.
#     epost:               Helst en funktionsadress.
#     telefon:             Växel eller funktionsnummer.
#     publik:              nej när uppgiften inte ska publiceras.
#     endast_press:        ja när uppgiften bara är för journalister.
# sammanfattningar:        Sammanfattningar på andra språk och på lättläst svenska: {språk: en,
#                          text: …}.
#   - språk:               Språkets kod (en, ar, fi …), eller lättläst.
#     text:                Sammanfattningen på det språket.
""")


@pytest.mark.parametrize("kind", NEW_KINDS)
def test_a_document_of_every_kind_follows_its_schema_and_its_comments_are_keys_of_it(
    tmp_path: Path, kind: str
) -> None:
    text = _written(tmp_path, kind, *PLACE, *YEAR)
    pointed = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert pointed is not None
    schema = json.loads((tmp_path / "promises/exempelby" / pointed[1]).read_text(encoding="utf-8"))
    outer = set(re.findall(r"^# (\w+):  ", text, re.MULTILINE))
    inner = set(re.findall(r"^#  [ -]+(\w+):  ", text, re.MULTILINE))

    jsonschema.validate(plain(text), schema)
    assert outer and inner
    assert set() == outer - set(schema["properties"])
    assert set() == inner - set(_properties(schema))


def _properties(part: Any) -> Iterator[str]:
    """Every key that a schema knows, on every level."""
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    if isinstance(part, dict) and isinstance(part.get("properties"), dict):
        yield from part["properties"]
    for inner in parts:
        yield from _properties(inner)


def test_a_real_municipality_is_known_by_its_code(tmp_path: Path) -> None:
    text = _written(tmp_path, "--municipality", "Karlshamns kommun", *YEAR)

    assert plain(text)["parter"][0]["kommunkod"] == "1082"
    assert 'kommunkod: "1082"' in text
    assert plain(text)["titel"] == "Medborgarlöfte för Karlshamn 2024"
    assert (tmp_path / "promises/karlshamn/lofte-2024.yaml").is_file()


def test_a_promise_of_several_years_says_so(tmp_path: Path) -> None:
    text = _written(tmp_path, *PLACE, "--start", "2024", "--end", "2027")

    assert plain(text)["titel"] == "Medborgarlöfte för Exempelby 2024–2027"
    assert plain(text)["period"] == {"från": "2024", "till": "2027"}


def test_the_police_are_called_what_one_says(tmp_path: Path) -> None:
    text = _written(tmp_path, *PLACE, *YEAR, "--police", "Lokalpolisområde Norra Provlandet")

    assert plain(text)["parter"][1]["namn"] == "Lokalpolisområde Norra Provlandet"


def test_the_file_stands_where_one_says(tmp_path: Path) -> None:
    _written(tmp_path, *PLACE, *YEAR, "-o", "promises/exempelby/centrum-2024.yaml")

    assert (tmp_path / "promises/exempelby/centrum-2024.yaml").is_file()


def test_from_a_folder_below_the_nearest_folder_of_promises_is_used(tmp_path: Path) -> None:
    project(tmp_path)
    answer = _new(tmp_path / "promises/exempelby", "lagesbild", *PLACE, "--start", "2024-01-01")

    assert answer == Answer(0, "Skrev lagesbild-2024.yaml. Kontrollera med: lofte validate\n", "")


@pytest.mark.parametrize("output", [None, "utkast.yaml", "utkast/lofte-2024.yaml"])
def test_nothing_is_written_outside_the_folder_where_the_command_runs(
    tmp_path: Path, output: str | None
) -> None:
    folder = tmp_path / "här"
    folder.mkdir()
    _new(folder, *PLACE, *YEAR, *(["-o", output] if output else []))

    assert {path.name for path in tmp_path.iterdir()} == {"här"}


def test_each_schema_is_written_once(tmp_path: Path) -> None:
    for kind in NEW_KINDS:
        _written(tmp_path, kind, *PLACE, *YEAR)
    schemas = sorted((tmp_path / ".lofte").iterdir())
    assert [path.name for path in schemas] == sorted(f"{slug(kind)}.schema.json" for kind in NEW_KINDS)

    schemas[0].write_text("{}", encoding="utf-8")
    before = _files(tmp_path / ".lofte")
    for kind in NEW_KINDS:
        _written(tmp_path, kind, *PLACE, "--start", "2025-01-01", "--end", "2025-12-31")
    assert before == _files(tmp_path / ".lofte")


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize("kind", NEW_KINDS)
def test_nothing_that_exists_is_overwritten(tmp_path: Path, kind: str) -> None:
    name = f"promises/exempelby/{NEW_KINDS[kind]}-2024.yaml"
    project(tmp_path, **{name: "# något eget\n"})
    said = _refused(tmp_path, kind, *PLACE, *YEAR)

    assert said == (
        f"Fel: {name} finns redan. Inget har ändrats.\nVälj ett annat namn med -o.\n"
        f"Error: {name} already exists. Nothing has been changed.\nChoose another name with -o.\n"
    )


def test_what_is_missing_is_named_when_nobody_can_be_asked(tmp_path: Path) -> None:
    assert _refused(tmp_path) == snapshot("""\
Fel: --municipality saknas.
Se lofte new --help, eller kör i en terminal så frågar lofte.
Error: --municipality is missing.
See lofte new --help, or run it in a terminal and lofte asks.
""")
    assert _refused(tmp_path, *PLACE) == snapshot("""\
Fel: --start saknas.
Se lofte new --help, eller kör i en terminal så frågar lofte.
Error: --start is missing.
See lofte new --help, or run it in a terminal and lofte asks.
""")
    assert _refused(tmp_path, *PLACE, "--start", "2024") == snapshot("""\
Fel: --end saknas.
Se lofte new --help, eller kör i en terminal så frågar lofte.
Error: --end is missing.
See lofte new --help, or run it in a terminal and lofte asks.
""")


def test_impossible_days_are_refused(tmp_path: Path) -> None:
    said = {
        day: _refused(tmp_path, *PLACE, "--start", day, "--end", "2024-12-31")
        for day in ("2024-02-30", "2023-02-29", "2024-13", "0000", "i går", "24-01-01")
    }

    assert said == snapshot(
        {
            "2024-02-30": """\
Fel: ”2024-02-30” finns inte: februari 2024 har 29 dagar.
Error: “2024-02-30” does not exist: February 2024 has 29 days.
""",
            "2023-02-29": """\
Fel: ”2023-02-29” finns inte: februari 2023 har 28 dagar.
Error: “2023-02-29” does not exist: February 2023 has 28 days.
""",
            "2024-13": """\
Fel: ”2024-13” finns inte: det finns ingen månad 13.
Error: “2024-13” does not exist: there is no month 13.
""",
            "0000": """\
Fel: ”0000” finns inte: året 0 är utanför 1900–2200.
Error: “0000” does not exist: the year 0 is outside 1900–2200.
""",
            "i går": """\
Fel: ”i går” är inget datum.
Skriv det som 2025-01-01.
Error: “i går” is not a date.
Write it as 2025-01-01.
""",
            "24-01-01": """\
Fel: ”24-01-01” är inget datum.
Skriv det som 2025-01-01.
Error: “24-01-01” is not a date.
Write it as 2025-01-01.
""",
        }
    )


def test_an_end_before_the_start_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path, *PLACE, "--start", "2024-06-01", "--end", "2024-05-31") == snapshot("""\
Fel: Perioden slutar (2024-05-31) före den börjar (2024-06-01).
Error: The period ends (2024-05-31) before it starts (2024-06-01).
""")
    assert _refused(tmp_path, *PLACE, "--start", "2025", "--end", "2024") == snapshot("""\
Fel: Perioden slutar (2024) före den börjar (2025).
Error: The period ends (2024) before it starts (2025).
""")


def test_a_kind_that_there_is_not_is_answered_with_the_nearest(tmp_path: Path) -> None:
    assert _refused(tmp_path, "lägesbil", *PLACE, *YEAR) == snapshot("""\
Fel: ”lägesbil” går inte att välja. Menade du ”lägesbild”? Det finns: medborgarlöfte, samverkansöverenskommelse, lägesbild, åtgärdsplan, trygghetsmätning, medborgardialog.
Se ”lofte new --help”.
Error: “lägesbil” is not a valid choice. Did you mean “lägesbild”? Choose from: medborgarlöfte, samverkansöverenskommelse, lägesbild, åtgärdsplan, trygghetsmätning, medborgardialog.
See “lofte new --help”.
""")


def test_a_file_with_another_ending_is_refused(tmp_path: Path) -> None:
    assert _refused(tmp_path, *PLACE, *YEAR, "-o", "lofte.txt") == snapshot("""\
Fel: ”lofte.txt” slutar inte på .yaml.
Löften skrivs i filer som slutar på .yaml.
Error: “lofte.txt” does not end in .yaml.
Promises are written in files that end in .yaml.
""")


@pytest.mark.parametrize("output", [".", "..", "promises", "promises/"])
def test_a_folder_is_no_file_to_write(tmp_path: Path, output: str) -> None:
    project(tmp_path)

    assert ".yaml" in _refused(tmp_path, *PLACE, *YEAR, "-o", output)


@pytest.mark.parametrize("name", ["   ", "\t", "\n"])
def test_a_municipality_without_a_name_is_refused(tmp_path: Path, name: str) -> None:
    _refused(tmp_path, "--municipality", name, *YEAR)


@pytest.mark.parametrize(
    "name", ["Å: kommun", "'x' # y", "{a}", "- b", "Nya\nkommunen", "../../x", '"q"', "null", "ja"]
)
def test_whatever_a_municipality_is_called_the_file_can_be_read(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "här"
    folder.mkdir()
    text = _written(folder, "--municipality", name, *YEAR)

    assert " ".join(name.split()) == " ".join(plain(text)["parter"][0]["namn"].split())
    assert lofte("validate", "--today", "2023-12-01", cwd=folder).code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"här"}


# ---------------------------------------------------------------- from last year's promise

FOLLOW_UP: Final = """\
dokument: uppföljning
löfte: exempelby/lofte-2024
datum: 2024-12-31
poster:
  - {åtagande: K1, status: genomfört, utfall: 104}
  - åtagande: K2
    status: delvis genomfört
    utfall: {cirka: 30}
    kommentar: |
      Tio stolpar var rostiga.
      De byts i mars 2025.
  - {åtagande: P1, status: ej genomfört, kommentar: Gruppen var utlånad.}
  - {åtagande: G1, status: pågår, utfall: 3}
"""
FOLLOWED_UP: Final = "promises/exempelby/uppfoljning-2024-12-31.yaml"


@pytest.fixture
def last_year(tmp_path: Path) -> Path:
    """A promise that was followed up."""
    return project(tmp_path, **{FILE: PROMISE, FOLLOWED_UP: FOLLOW_UP})


def _rows(text: str) -> dict[str, Any]:
    return {row["id"]: row for row in plain(text)["åtaganden"]}


def test_next_year_s_draft_points_out_a_time_of_last_year(last_year: Path) -> None:
    path = last_year / FILE
    target = "mål: {minst: 100, enhet: kvällar, per: perioden}"
    text = path.read_text(encoding="utf-8")
    assert target in text
    path.write_text(text.replace(target, f"{target}\n    tid: 2024-06-30", 1), encoding="utf-8")
    written = _written(last_year, "--from", ID)
    assert "  # ”tid” nämner 2024.\n  - id: K1\n" in written
    assert "    tid: 2024-06-30\n" in written


def test_next_year_s_draft_in_swedish(last_year: Path) -> None:
    assert _written(last_year, "--from", ID) == snapshot("""\
# Utkast efter Medborgarlöfte för Exempelby 2024.
# Åtagandena är desamma, ord för ord. Ändra, stryk och lägg till. ”fortsätter” gör att lofte diff kan följa dem.
# Bestäm och skriv på nytt: underlag, undertecknat, diarienummer, publicerat, återkoppling (text, länk).
# Kontrollera: lofte validate. Före undertecknandet: lofte validate --profile publicering
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby 2025
status: utkast
period: {från: 2025-01-01, till: 2025-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
föregångare: exempelby/lofte-2024
överenskommelse_saknas: Kommunen och polisen skriver sin överenskommelse först efter valet.
fokusområden:
  - {id: unga, rubrik: Barn och unga, kategori: barn-och-unga}
  - {id: platser, rubrik: Otrygga platser, kategori: otrygga-platser}
åtaganden:
  - id: K1
    part: kommunen
    fokus: [unga]
    text: Fältgruppen är ute minst 100 kvällar.
    mål: {minst: 100, enhet: kvällar, per: perioden}
    ansvarig: {enhet: Kultur och fritid, funktion: enhetschef}
    fortsätter: [exempelby/lofte-2024#K1]
  # Förra gången: delvis genomfört, cirka 30 (2024-12-31). Tio stolpar var rostiga. De byts i mars 2025.
  # Texten nämner 2024.
  - id: K2
    part: kommunen
    fokus: [platser]
    text: Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024.
    mål: {exakt: 40, enhet: lampor}
    senast: 2025-10-31
    ansvarig: {enhet: Gatukontoret, funktion: driftchef}
    fortsätter: [exempelby/lofte-2024#K2]
  # Förra gången: ej genomfört (2024-12-31). Gruppen var utlånad.
  - id: P1
    part: polisen
    fokus: [platser]
    text: Polisen fotpatrullerar vid stationen minst två kvällar i veckan.
    mål: {minst: 2, enhet: kvällar, per: vecka}
    ansvarig: {enhet: Lokalpolisområde Exempelby, funktion: gruppchef områdespolisen}
    fortsätter: [exempelby/lofte-2024#P1]
  # Förra gången: pågår, 3 (2024-12-31).
  - id: G1
    part: tillsammans
    leds_av: polisen
    fokus: [unga, platser]
    text: Kommunpolisen och fältgruppen håller fyra samtal med invånarna på torget.
    mål: {exakt: 4, enhet: samtal, per: perioden}
    ansvarig: {enhet: Lokalpolisområde Exempelby, funktion: kommunpolis}
    fortsätter: [exempelby/lofte-2024#G1]
uppföljningsplan:
  takt: tertial
  nästa: 2025-04-30
  sammankallande: kommunpolisen
  redovisas_för: kommunstyrelsen
återkoppling:
  - {kanal: webbplats}
""")


def test_a_draft_that_nobody_has_edited_keeps_everything(last_year: Path) -> None:
    _written(last_year, "--from", ID)
    answer = lofte("diff", "exempelby", "--drafts", "--format", "json", cwd=last_year)
    [pair] = json.loads(answer.out)["comparisons"]

    assert {change["kind"] for change in pair["commitments"]} == {"kept"}


def test_texts_that_name_the_former_year_are_pointed_out(tmp_path: Path) -> None:
    text = PROMISE.replace("först efter valet", "sommaren 2024")
    written = _written(project(tmp_path, **{FILE: text}), "--from", ID)

    assert "# Läs igenom, där nämns 2024: överenskommelse_saknas.\n" in written


def test_next_year_s_draft_in_english(last_year: Path) -> None:
    answer = _new(last_year, "--from", ID, "--lang", "en")

    review = "lofte validate --profile granskning"
    assert answer == Answer(0, f"Wrote {NEXT}: a draft with 4 commitments. Review with: {review}\n", "")
    assert _comments((last_year / NEXT).read_text(encoding="utf-8")) == snapshot("""\
# Draft after Medborgarlöfte för Exempelby 2024.
# The commitments are the same, word for word. Change, strike out and add. “fortsätter” lets lofte diff follow them.
# Decide and write again: underlag, undertecknat, diarienummer, publicerat, återkoppling (text, länk).
# Check: lofte validate. Before signing: lofte validate --profile publicering
  # Last time: delvis genomfört, about 30 (2024-12-31). Tio stolpar var rostiga. De byts i mars 2025.
  # The text names 2024.
  # Last time: ej genomfört (2024-12-31). Gruppen var utlånad.
  # Last time: pågår, 3 (2024-12-31).
""")


def _comments(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if line.lstrip().startswith("#"))


def test_a_commitment_that_was_withdrawn_is_pointed_out(last_year: Path) -> None:
    path = last_year / FOLLOWED_UP
    withdrawn = "status: utgått, kommentar: Torget byggdes om.}"
    path.write_text(FOLLOW_UP.replace("status: pågår, utfall: 3}", withdrawn), encoding="utf-8")

    assert "Torget byggdes om." in _comments(_written(last_year, "--from", ID))


def test_the_draft_is_clean(last_year: Path) -> None:
    _written(last_year, "--from", ID)

    assert lofte("validate", "--today", "2024-12-31", cwd=last_year) == Answer(
        0, "Inga problem i 3 filer.\n", ""
    )


def test_a_title_and_an_outcome_of_several_lines_are_one_line_in_a_comment(tmp_path: Path) -> None:
    title = PROMISE.replace(
        "titel: Medborgarlöfte för Exempelby 2024", 'titel: "Medborgarlöfte\\nför Exempelby 2024"'
    )
    told = FOLLOW_UP.replace("utfall: {cirka: 30}", 'utfall: "Trettio\\nlampor"')
    folder = project(tmp_path, **{FILE: title, FOLLOWED_UP: told})
    comments = _comments(_written(folder, "--from", ID)).splitlines()

    assert comments[0] == "# Utkast efter Medborgarlöfte för Exempelby 2024."
    assert any("delvis genomfört, Trettio lampor (2024-12-31)" in line for line in comments)


def test_every_text_is_verbatim_and_continues_its_own(last_year: Path) -> None:
    before, after = _rows(PROMISE), _rows(_written(last_year, "--from", ID))

    assert list(before) == list(after)
    for key, row in before.items():
        assert row["text"] == after[key]["text"]
        assert [f"{ID}#{key}"] == after[key]["fortsätter"]


SHIPPED: Final = (
    "karlshamn/lofte-2022",
    "karlshamn/lofte-2024",
    "karlstad/lofte-2023",
    "solvesborg/lofte-2022",
)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_texts_of_the_shipped_promises_are_verbatim(tmp_path: Path, name: str) -> None:
    for path in (ROOT / "promises").rglob("*.yaml"):
        project(tmp_path, **{path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")})
    before = (ROOT / f"promises/{name}.yaml").read_text(encoding="utf-8")
    after = _written(tmp_path, "--from", name, "--start", "2031", "--end", "2031")

    assert {key: row["text"] for key, row in _rows(before).items()} == {
        key: row["text"] for key, row in _rows(after).items()
    }
    assert lofte("validate", "--profile", "utkast", "--today", "2030-12-01", cwd=tmp_path).code == 0


def test_the_years_of_the_title_are_moved_on(tmp_path: Path) -> None:
    text = PROMISE.replace("Exempelby 2024", "Exempelby 2023–2024, beslutat 1999")
    project(tmp_path, **{FILE: text.replace("från: 2024-01-01", "från: 2023-01-01")})
    made = _written(tmp_path, "--from", ID)

    assert plain(made)["titel"] == "Medborgarlöfte för Exempelby 2025–2026, beslutat 1999"
    assert plain(made)["period"] == {"från": "2025-01-01", "till": "2026-12-31"}


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("{från: 2024, till: 2024}", {"från": "2025", "till": "2025"}),
        ("{från: 2023, till: 2026}", {"från": "2027", "till": "2030"}),
        ("{från: 2024-07-01, till: 2025-06-30}", {"från": "2025-07-01", "till": "2026-06-30"}),
        ("{från: 2024-02, till: 2024-12}", {"från": "2025-01", "till": "2025-11"}),
        ("{från: 2024-01-15, till: 2024-12-31}", {"från": "2025-01-01", "till": "2025-12-18"}),
    ],
)
def test_the_next_period_is_as_long_and_begins_when_this_one_ends(
    tmp_path: Path, period: str, expected: dict[str, str]
) -> None:
    project(tmp_path, **{FILE: PROMISE.replace("{från: 2024-01-01, till: 2024-12-31}", period)})

    assert expected == plain(_written(tmp_path, "--from", ID))["period"]


def test_a_promise_without_an_end_needs_a_given_end(tmp_path: Path) -> None:
    text = PROMISE.replace("{från: 2024-01-01, till: 2024-12-31}", "{från: 2024-01-01, tills_vidare: ja}")
    project(tmp_path, **{FILE: text})

    assert _refused(tmp_path, "--from", ID) == snapshot("""\
Fel: Det förra löftet har inget slut att räkna från.
Ange perioden: --start 2025-01-01 --end 2025-12-31
Error: The previous promise has no end date to count from.
Give the period: --start 2025-01-01 --end 2025-12-31
""")
    made = _written(tmp_path, "--from", ID, "--start", "2026-01-01", "--end", "2026-12-31")
    assert plain(made)["period"] == {"från": "2026-01-01", "till": "2026-12-31"}


def test_days_move_with_the_promise(last_year: Path) -> None:
    made = plain(_written(last_year, "--from", ID))

    assert made["uppföljningsplan"]["nästa"] == "2025-04-30"
    assert _rows((last_year / NEXT).read_text(encoding="utf-8"))["K2"]["senast"] == "2025-10-31"


def test_what_is_true_of_one_year_only_is_left_out_and_told_of(last_year: Path) -> None:
    text = _written(last_year, "--from", ID)
    gone = set(plain(PROMISE)) - set(plain(text))

    assert gone == {"underlag", "undertecknat", "diarienummer", "publicerat"}
    assert all(key in _comments(text) for key in gone)


def test_what_is_taken_out_of_feedback_is_reported(last_year: Path) -> None:
    text = _written(last_year, "--from", ID)

    assert plain(text)["återkoppling"] == [{"kanal": "webbplats"}]
    assert "återkoppling" in _comments(text)


def test_the_draft_points_at_the_schema_also_where_one_says(tmp_path: Path) -> None:
    _new(tmp_path, *PLACE, *YEAR)
    text = _written(tmp_path, "--from", ID, "-o", "promises/exempelby/nasta.yaml")

    assert text.startswith("# yaml-language-server: $schema=../../.lofte/medborgarlofte.schema.json\n")


@pytest.mark.parametrize(
    "words",
    [
        ("--end", "2026-12-31"),
        ("--municipality", "Provby kommun"),
        ("--police", "Lokalpolisområde Provby"),
    ],
)
def test_no_flag_is_passed_over_in_silence(last_year: Path, words: tuple[str, ...]) -> None:
    answer = _new(last_year, "--from", ID, *words)

    assert answer.code == 2 or words[1] in (last_year / NEXT).read_text(encoding="utf-8")


def test_a_start_alone_does_not_make_a_promise_without_an_end(last_year: Path) -> None:
    answer = _new(last_year, "--from", ID, "--start", "2025-07-01")

    assert answer.code == 2 or "tills_vidare" not in (last_year / NEXT).read_text(encoding="utf-8")


def test_next_year_s_promise_is_not_overwritten(last_year: Path) -> None:
    project(last_year, **{NEXT: "# något eget\n"})

    assert _refused(last_year, "--from", ID) == snapshot("""\
Fel: promises/exempelby/lofte-2025.yaml finns redan. Inget har ändrats.
Välj ett annat namn med -o.
Error: promises/exempelby/lofte-2025.yaml already exists. Nothing has been changed.
Choose another name with -o.
""")


def test_only_a_promise_has_a_next_one(last_year: Path) -> None:
    assert _refused(last_year, "--from", "exempelby/uppfoljning-2024-12-31") == snapshot("""\
Fel: ”exempelby/uppfoljning-2024-12-31” är inget medborgarlöfte.
Error: “exempelby/uppfoljning-2024-12-31” is not a medborgarlöfte.
""")


def test_a_promise_that_there_is_not_is_answered_with_the_nearest(last_year: Path) -> None:
    assert _refused(last_year, "--from", "exempelby/lofte-2042") == snapshot("""\
Fel: ”exempelby/lofte-2042” finns inte: ingen fil, mapp eller kommun och inget id heter så.
Menade du ”exempelby/lofte-2024”?
Error: There is no “exempelby/lofte-2042”: no file, folder, municipality or id is called that.
Did you mean “exempelby/lofte-2024”?
""")


# ---------------------------------------------------------------- the example


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_passes_at_its_strictest_and_becomes_a_site(tmp_path: Path, lang: str) -> None:
    answer = _new(tmp_path, "--example", "prova", "--lang", lang)
    folder = tmp_path / "prova"

    assert (answer.code, answer.err) == (0, "")
    assert lofte("validate", "--profile", "publicering", "--today", "2024-12-31", cwd=folder) == Answer(
        0, "Inga problem i 11 filer.\n", ""
    )
    assert lofte("render", "-o", "webb", "--today", "2024-12-31", cwd=folder).code == 0
    assert (folder / "webb/exempelby/lofte-2024.html").is_file()


def test_the_advice_is_not_to_choose_the_folder_that_was_refused(tmp_path: Path) -> None:
    project(tmp_path / "prova", **{"min.txt": "x"})

    assert "--example prova\n" not in _refused(tmp_path, "--example", "prova")


def test_the_example_says_what_to_try(tmp_path: Path) -> None:
    assert _new(tmp_path, "--example", "prova").out == snapshot(
        "Skrev 11 filer i prova. Prova: cd prova, sedan lofte validate och lofte render\n"
    )
    assert _new(tmp_path, "--example", "try", "--lang", "en").out == snapshot(
        "Wrote 11 files in try. Try: cd try, then lofte validate and lofte render\n"
    )


def test_the_example_is_the_same_as_in_the_documentation(tmp_path: Path) -> None:
    _new(tmp_path, "--example", "prova")
    documents = ROOT / "docs" / "exempel" / "promises"
    pairs = [
        (path, tmp_path / "prova" / "promises" / path.relative_to(documents))
        for path in documents.rglob("*.yaml")
    ]

    assert len(pairs) > 5
    for told, written in pairs:
        lines = [path.read_text(encoding="utf-8").splitlines() for path in (told, written)]
        pointers = [line.startswith("# yaml-language-server:") for line in (lines[0][0], lines[1][0])]
        assert pointers[0] == pointers[1]
        assert lines[0][pointers[0] :] == lines[1][pointers[1] :]  # where the schema lies differs


def test_the_schemas_that_the_example_points_at_are_there(tmp_path: Path) -> None:
    _new(tmp_path, "--example", "prova")
    for path in (tmp_path / "prova").rglob("*.yaml"):
        pointed = re.match(r"# yaml-language-server: \$schema=(\S+)", path.read_text(encoding="utf-8"))
        assert pointed is None or "://" in pointed[1] or path.parent.joinpath(pointed[1]).is_file(), path


def test_an_empty_folder_takes_the_example(tmp_path: Path) -> None:
    (tmp_path / "prova").mkdir()

    assert _new(tmp_path, "--example", "prova").code == 0


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    project(tmp_path / "mina", **{"min.txt": "x"})

    assert _refused(tmp_path, "--example", "mina") == snapshot("""\
Fel: ”mina” finns redan och är inte tom. Inget har ändrats.
Välj en ny mapp: lofte new --example mina-2
Error: “mina” exists and is not empty. Nothing has been changed.
Choose a new folder: lofte new --example mina-2
""")
    assert "lofte new --example prova\n" in _refused(tmp_path, "--example", ".")
    assert _refused(tmp_path, "--example", "mina/min.txt") == snapshot("""\
Fel: ”mina/min.txt” finns redan och är inte tom. Inget har ändrats.
Välj en ny mapp: lofte new --example mina/min.txt-2
Error: “mina/min.txt” exists and is not empty. Nothing has been changed.
Choose a new folder: lofte new --example mina/min.txt-2
""")
