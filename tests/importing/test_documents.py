"""Invented documents of many shapes, and what their drafts hold."""

import re
from pathlib import Path

import pytest

from importing_helpers import DOCUMENTS, FILES, imported, imported_text, read
from medborgarlofte.importing.blocks import squash
from medborgarlofte.load import load

WANTED = {
    "askvik-overenskommelse": """
samverkansöverenskommelse: 2023-07-01–2026-06-30
  narkotika Narkotika
  trafik Trafik
  / Maria Holst, Kommunstyrelsens ordförande, kommunen
  / Anders Kvist, Lokalpolisområdeschef, polisen
""",
    "brunnsta-2024": """
medborgarlöfte: 2024–2024
  P1 polisen [skadegorelse-centrum]: Ökad närvaro i centrum under helgkvällar
  P2 polisen [skadegorelse-centrum]: Riktade insatser mot klotter vid minst 8 tillfällen
  K1 kommunen [skadegorelse-centrum]: Sanering av klotter inom två dygn
  K2 kommunen [skadegorelse-centrum]: Ny belysning på Kvarnplan (klart i september 2024)
  P3 polisen [buskorning-moped]: Minst 20 mopedkontroller under april–september
  P4 polisen [buskorning-moped]: Samtal med vårdnadshavare när unga stoppats
  K3 kommunen [buskorning-moped]: Temadagar om trafik i årskurs 9
  G1 tillsammans [vald-nara-relationer]: Utbildning i att upptäcka våld för all personal i förskolan
  G2 tillsammans [vald-nara-relationer]: En kampanj i november varje år
""",
    "ekliden-tva-perioder": """
medborgarlöfte: 2024–2024
  P1 polisen: fotpatrullera i centrum minst 40 gånger under året
  P2 polisen: besöka alla åttondeklasser
  K1 kommunen: hålla biblioteket öppet till klockan 20 på vardagar
medborgarlöfte: 2023–2023
  P1 polisen: fotpatrullera i centrum minst 25 gånger under året
  K1 kommunen: rusta upp parken vid Storgatan
  K2 kommunen: erbjuda feriejobb till 100 ungdomar
""",
    "granliden-2024": """
medborgarlöfte: 2024-03–2024-11
  A1 hedens-bostader-ab [trygga-gardar]: Belysningen på alla bostadsgårdar kontrolleras en gång i mån
  A2 hedens-bostader-ab [trygga-gardar]: Trappuppgångar som klottrats ner saneras inom 24 timmar.
  P1 polisen [trygga-gardar]: Fotpatruller går genom området minst tre gånger per vecka.
  A3 granlidens [meningsfull-fritid]: Idrottshallen är öppen för spontanidrott varje lördagskväll.
  K1 kommunen [meningsfull-fritid]: Fritidsledare finns på plats i området alla vardagskvällar.
  G1 tillsammans [meningsfull-fritid]: Ett områdesmöte hålls varje månad där boende kan träffa alla
""",
    "harvik-2023-2025": """
medborgarlöfte: 2023–2025
  K1 kommunen [trygga-hamnar]: Bemanna hamnkontoret kvällstid under juni, juli och augusti
  P1 polisen [trygga-hamnar]: Genomföra båtpatrullering minst tio nätter per säsong
  G1 tillsammans [trygga-hamnar]: Bjuda in båtklubbarna till samverkansmöte två gånger per år
  A1 harvik-hamn-ab [trygga-hamnar]: Sätta upp kameror vid gästhamnen
  K2 kommunen [unga-riskzon]: Hålla orossamtal inom fem dagar från ingripande
  P2 polisen [unga-riskzon]: Besöka fritidsgårdarna minst en gång i veckan
  / Per Ahlqvist, Kommundirektör, Harviks kommun, kommunen
  / Fatima Sundbom, Lokalpolisområdeschef, Östra kusten, polisen
""",
    "kalvo-2025": """
medborgarlöfte: 2025–2025
  P1 polisen: Vi är på torget varje lördag mellan klockan 22 och 02.
  P2 polisen: Vi återkopplar till anmälare inom 14 dagar.
  K1 kommunen: Vi släcker inte gatubelysningen före klockan 01.
  K2 kommunen: Vi har minst sex nattvandrare ute varje helg.
  G1 tillsammans: Vi möter invånarna på Kalvödagen den 31 juni 2025.
  A1 kalvo-raddningstjanst: Vi utbildar 200 elever i brandsäkerhet.
  / Lisa Norén, kommunchef, kommunen
  / Bo Ramsell, biträdande lokalpolisområdeschef, polisen
""",
    "lugnby-2022": """
medborgarlöfte: 2022–2022
  A1 -: Hastighetskontroller genomförs varje vecka på infartsvägarna
  A2 -: Fritidsgården hålls öppen fyra kvällar i veckan.
  A3 -: Belysningen vid ån byts ut före den 1 oktober 2022.
  P1 polisen: Skolorna besöks minst två gånger per termin av polisen.
  K1 kommunen: Föräldravandringar ordnas av kommunen under skolavslutningen
""",
    "rosvalla-2021": """
medborgarlöfte: 2021–2021
  P1 polisen [stationsomradet]: Polisen kommer att vara synlig på stationen minst fyra kväll
  K1 kommunen [stationsomradet]: Rosvalla kommun kommer att laga trasig belysning inom tre ar
  P2 polisen [barn-unga-natet]: Polisen kommer att hålla föreläsningar om nätbrott för alla
  K2 kommunen [barn-unga-natet]: Kommunen kommer att erbjuda vårdnadshavare en kurs, två kväl
  G1 tillsammans [barn-unga-natet]: Båda parter kommer att svara på frågor i ett öppet forum den
""",
    "sjomarken-uppfoljning-t1": """
medborgarlöfte: 2024–2024
  P1 polisen: Polisen ska genomföra 60 trafikkontroller under året.
  P2 polisen: Polisen ska delta i nattvandringar minst en gång i månaden.
  P3 polisen: Polisen ska ordna en temakväll om bedrägerier för äldre.
  K1 kommunen: Kommunen ska sätta upp tre nya bänkar på torget.
  K2 kommunen: Kommunen ska införa en trygghetsapp.
uppföljning: 2024-01–2024-04
  P1 pågår 22
  P2 genomfört
  P3 ej påbörjat
  K1 delvis genomfört 2
  K2 utgått
""",
    "tallmo-2024": """
medborgarlöfte: 2024-02-01–2025-01-31
  P1 polisen: Genomför minst 30 hastighetskontroller vid skolor och försko
  P2 polisen: Besöker varje klass i årskurs 8 en gång under höstterminen.
  P3 polisen: Patrullerar till fots i centrum fredagar och lördagar.
  K1 kommunen: Bygger två farthinder på Björkarbyvägen senast 30 juni 2024.
  K2 kommunen: Ordnar föräldramöten om narkotika på alla fyra högstadieskol
  K3 kommunen: Svarar på felanmälningar om belysning inom 48 timmar.
  G1 tillsammans: Trygghetsvandringar på minst tre platser varje år.
  G2 tillsammans: Öppet hus på biblioteket i april och oktober.
  / Karin Bodén, Lokalpolisområdeschef, polisen
  / Johan Ek Lindgren, Kommunstyrelsens ordförande, kommunen
""",
    "tre-kommuner-2024": """
medborgarlöfte: 2024-01-01–2024-12-31
  P1 polisen: ha minst en utryckande patrull i varje kommun under fredags-
  P2 polisen: genomföra 12 krogkontroller per kommun
  K1 anas: rusta upp resecentrum före den 1 september 2024
  K2 oxna: anställa en fältassistent på heltid
  K3 sundby: inventera belysningen på alla gång- och cykelvägar
  G1 anas+oxna+sundby: driva en gemensam jour för unga som behöver stöd, med svar i
  G2 tillsammans: träffas den första torsdagen i varje kvartal
""",
    "vassbo-2020": """
medborgarlöfte: –2021-12
  P1 polisen: Polisen förbinder sig att genomföra minst två trafikkontroll
  K1 kommunen: Vassbo kommun åtar sig att klippa häckarna vid alla korsning
  G1 tillsammans: Tillsammans ska polisen och kommunen arrangera fyra trygghet
  / Eva Rydman, kommunstyrelsens ordförande, kommunen
  / Sten Wik, lokalpolisområdeschef, polisen
""",
}

NUMBER = re.compile(r"^\s*\d+\.\s")
"""The number of an item, which its place in the list stands for."""
ALL = sorted([*DOCUMENTS.glob("*.txt"), *FILES.glob("*.txt")])


def summary(path: Path) -> str:
    """The drafts of a file in short: periods, areas, commitments, results, signatures."""
    lines = []
    for draft in imported(path):
        value = read(draft)
        period = value.get("period") or value.get("avser") or {}
        lines.append(f"{value['dokument']}: {period.get('från', '')}–{period.get('till', '')}")
        lines += [f"  {one['id']} {one['rubrik']}" for one in value.get("områden", [])]
        for one in value.get("åtaganden", []):
            part = one.get("part", "-")
            focus = f" [{','.join(one['fokus'])}]" if "fokus" in one else ""
            lines.append(
                f"  {one['id']} {'+'.join(part) if isinstance(part, list) else part}{focus}: {one['text'][:60].strip()}"
            )
        lines += [
            f"  {one['åtagande']} {one.get('status', '-')} {one.get('utfall', '')}".rstrip()
            for one in value.get("poster", [])
        ]
        lines += [
            f"  / {one['namn']}, {one['roll']}, {one.get('part', '-')}"
            for one in value.get("undertecknat", [])
        ]
    return "\n".join(lines)


@pytest.mark.parametrize("name", WANTED)
def test_draft_of_each_shape(name: str) -> None:
    assert summary(DOCUMENTS / f"{name}.txt") == WANTED[name].strip()


def test_every_document_has_an_expected_draft() -> None:
    assert {path.stem for path in DOCUMENTS.glob("*.txt")} == set(WANTED)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_no_line_of_the_source_is_lost(path: Path) -> None:
    everything = squash(" ".join(draft.text for draft in imported(path)))
    for line in path.read_text(encoding="utf-8").splitlines():
        if "070-" not in line:
            assert squash(NUMBER.sub("", line)) in everything, line


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_commitments_stand_in_the_source_letter_for_letter(path: Path) -> None:
    source = " ".join(path.read_text(encoding="utf-8").split())
    for draft in imported(path):
        for one in read(draft).get("åtaganden", []):
            assert one["text"] in source


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_drafts_pass_the_schema(path: Path, tmp_path: Path) -> None:
    for draft in imported(path):
        (tmp_path / f"{draft.name}.yaml").write_text(draft.text, encoding="utf-8")
    workspace = load([str(tmp_path)], tmp_path)
    assert [d.message("sv") for d in workspace.diagnostics if d.severity == "error"] == []
    assert all(loaded.document.status == "utkast" for loaded in workspace.documents.values())


def test_same_source_gives_the_same_bytes() -> None:
    path = DOCUMENTS / "tallmo-2024.txt"
    assert imported(path) == imported(path)


def test_mobile_numbers_and_names_of_contacts_are_left_out() -> None:
    draft = imported(DOCUMENTS / "tallmo-2024.txt")[0]
    assert "070" not in draft.text
    assert read(draft)["kontakter"] == [
        {"funktion": "Trygghetssamordnare"},
        {"funktion": "Kommunens växel", "epost": "trygghet@tallmo.example", "telefon": "0480-123 45"},
    ]
    assert "ett mobilnummer är utelämnat" in [reason.sv for _, reason in draft.doubts]


def test_uncertain_places_are_said_in_the_draft_and_beside_it() -> None:
    draft = imported_text("Medborgarlöfte för Lillby 2024\n\nÅtaganden\n\n- Bänkar målas i maj.\n")[0]
    assert "# osäkert: texten säger inte vem som lovar (rad 5)" in draft.text
    assert ("rad 5", "texten säger inte vem som lovar") in [
        (place.sv, reason.sv) for place, reason in draft.doubts
    ]


def test_a_day_that_does_not_exist_is_kept_as_text() -> None:
    draft = imported_text(
        "Medborgarlöfte för Lillby\n\nLöftet gäller från den 1 april 2024 till den 31 juni 2024.\n\n"
        "Polisen ska\n\n- gå till fots i centrum varje fredag\n"
    )[0]
    assert read(draft)["period"] == {"text": "från den 1 april 2024 till den 31 juni 2024"}
    assert "perioden har en dag som inte finns" in [reason.sv for _, reason in draft.doubts]
