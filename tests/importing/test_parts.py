"""What is placed beside the commitments: focus areas, reservations, councils, action plans, known promises."""

from pathlib import Path

import pytest

from corpus import plain
from each import each
from importing.drafts import TODAY, imported_text, read
from medborgarlofte.importing.pipeline import import_bytes
from medborgarlofte.load import load
from program import lofte

HEAD = "Medborgarlöfte för Lillby 2024\n\n"
BY_PARTY = "\n\nPolisen ska:\n\n- gå till fots i centrum varje fredag\n\nKommunen ska:\n\n- laga lampor inom tio dagar\n"


def _areas(text: str) -> list[str]:
    [draft] = imported_text(text)
    return [one["rubrik"] for one in read(draft).get("fokusområden", [])]


@each([
        ("Fokus ligger på trygghet i centrum, narkotika och trafik.", ["trygghet i centrum", "narkotika", "trafik"]),
        ("Vi har valt att prioritera hamnen, barn och unga samt trafiken.", ["hamnen", "barn och unga", "trafiken"]),
        ("Årets fokusområden är inbrott och bedrägerier mot äldre.", ["inbrott", "bedrägerier mot äldre"]),
        ("Löftet fokuserar särskilt på äldre.", []),
        ("Vi har valt att göra detta, och polisen ska hjälpa till.", []),
    ])  # fmt: skip
def test_focus_areas_are_read_from_a_sentence(sentence: str, areas: list[str]) -> None:
    assert _areas(f"{HEAD}Löftet gäller hela året. {sentence}{BY_PARTY}") == areas


def test_focus_areas_are_read_from_a_list_after_an_intro() -> None:
    intro = "Utifrån lägesbilden har vi valt tre prioriterade områden:\n\n1. Trygga platser\n2. Narkotika\n3. Trafik"
    assert _areas(f"{HEAD}{intro}{BY_PARTY}") == ["Trygga platser", "Narkotika", "Trafik"]


def test_words_that_open_paragraphs_are_focus_areas_of_their_commitments() -> None:
    text = f"{HEAD}Tryggare station. Polisen lovar att stå där varje fredag.\n\nLugnare trafik. Kommunen lovar att bygga tre gupp.\n"
    [draft] = imported_text(text)
    assert [(one["fokus"], one["text"]) for one in read(draft)["åtaganden"]] == [
        (["tryggare-station"], "Polisen lovar att stå där varje fredag."),
        (["lugnare-trafik"], "Kommunen lovar att bygga tre gupp."),
    ]


def test_a_promise_in_the_part_about_follow_up_is_a_commitment() -> None:
    text = f"{HEAD}Hamnen\n\nPolisen ska stå i hamnen varje lördag.\n\nHur går det?\n\nVi lovar också att hålla två öppna möten. Löftet följs upp i december.\n"
    [draft] = imported_text(text)
    assert [one["text"] for one in read(draft)["åtaganden"]] == [
        "Polisen ska stå i hamnen varje lördag.",
        "Vi lovar också att hålla två öppna möten.",
    ]


def test_reservations_are_placed_from_words_and_labels() -> None:
    text = f"{HEAD}Polisen ska:\n\n- patrullera i hamnen varje lördag om isläget tillåter\n\nÅtgärd: Kommunen ska ha öppet på söndagar.\nFörbehåll: Gäller inte i juli.\n"
    [draft] = imported_text(text)
    assert [one["förbehåll"] for one in read(draft)["åtaganden"]] == [
        "om isläget tillåter",
        "Gäller inte i juli.",
    ]


AGREEMENT = """Samverkansöverenskommelse mellan Lillby kommun och Polisen 2024–2026

Samverkansområden

1. Ungdomar i riskzon

Parterna ska tidigt upptäcka unga i riskzon.

Organisation

Arbetet leds av det lokala brottsförebyggande rådet, som består av:

- kommundirektören
- lokalpolisområdeschefen

Styrgrupp

Funktion\tOrganisation
Socialchef\tLillby kommun
Gruppchef\tPolisen

Handlingsplan

Nr\tÅtgärd\tAnsvarig\tKlart
1.\tTa fram en lägesbild\tPolisen\t2024-06-30
2.\tUtbilda rektorer\tEkonomichefen\tMaj 2025
"""


def test_the_council_the_steering_group_and_the_action_plan_of_an_agreement() -> None:
    [draft] = imported_text(AGREEMENT)
    value = read(draft)
    name = "lokala brottsförebyggande rådet"
    members = ["kommundirektören", "lokalpolisområdeschefen"]
    assert value["råd"] == {"namn": name, "grupper": [{"namn": name, "ledamöter": members}]}
    assert value["styrgrupp"] == ["Socialchef, Lillby kommun", "Gruppchef, Polisen"]
    assert [(one.get("part"), one["text"], str(one["senast"])) for one in value["åtaganden"]] == [
        ("polisen", "Ta fram en lägesbild", "2024-06-30"),
        (None, "Utbilda rektorer", "2025-05"),
    ]
    assert value["åtaganden"][1]["ansvarig"] == {"funktion": "Ekonomichefen"}


FOLLOW_UP = """Uppföljning av medborgarlöftet {year} i Lillby

Löfte\tLäge\tKommentar
Kommunen ska laga lampor inom tio dagar.\tGult\tLamporna lagades inom tolv dagar.
Polisen ska gå till fots i centrum varje fredag.\tGrönt\tPolisen gick alla fredagar.
Polisen ska måla båtar.\tRött\tInga båtar målades.
"""


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    folder = tmp_path / "promises" / "lillby"
    folder.mkdir(parents=True)
    [draft] = imported_text(f"{HEAD}Lillby kommun och polisen i Lillby{BY_PARTY}")
    (folder / "lofte-2024.yaml").write_text(draft.text, encoding="utf-8")
    return tmp_path


def test_a_follow_up_is_of_the_promise_that_the_collection_holds(collection: Path) -> None:
    (collection / "sida.txt").write_text(FOLLOW_UP.format(year=2024), encoding="utf-8")
    answer = lofte("import", "sida.txt", cwd=collection)
    [file] = (collection / "promises").rglob("uppfoljning-*.yaml")
    text = file.read_text(encoding="utf-8")
    assert file.parent.name == "lillby" and len([*file.parent.iterdir()]) == 2
    assert "löfte: lillby/lofte-2024\n" in text
    posts = plain(text)["poster"]
    assert [(one["åtagande"], one["status"]) for one in posts] == [
        ("K1", "delvis genomfört"),
        ("P1", "genomfört"),
    ]
    assert "Inga båtar målades." in text and "åtagande: P2" not in text
    assert "inget åtagande i lillby/lofte-2024 liknar det här" in answer.err
    assert lofte("validate", "--profile", "utkast", cwd=collection).code == 0


def test_a_follow_up_of_another_year_brings_its_own_promise(collection: Path) -> None:
    promises = list(load([str(collection / "promises")], collection).documents.values())
    data = FOLLOW_UP.format(year=2022).encode()
    _, drafts = import_bytes("sida.txt", data, lang="sv", today=TODAY, collection=lambda: promises)
    assert [draft.name for draft in drafts] == ["lofte-lillby-2022", "uppfoljning-lillby-2022"]
