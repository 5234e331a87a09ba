"""One cause, one finding: what is said of mistakes that people make in ordinary files."""

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.load import load
from medborgarlofte.rules.engine import lint

PROMISE: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby 2030
status: antaget
period: {från: 2030-01-01, till: 2030-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
fokusområden:
  - {id: unga, rubrik: Unga}
åtaganden:
  - id: K1
    part: kommunen
    fokus: unga
    text: Kommunen ordnar fyra vandringar.
    mål: {exakt: 4, enhet: vandringar}
"""
TODAY: Final = dt.date(2030, 5, 1)


def check(text: str, folder: Path, **others: str) -> list[Diagnostic]:
    """Everything that is found in one file, with these beside it."""
    promises = folder / "promises"
    promises.mkdir(parents=True)
    for name, content in {"lofte": text, **others}.items():
        (promises / f"{name}.yaml").write_text(content, encoding="utf-8")
    workspace = load([str(promises / "lofte.yaml")], folder)
    found = [*workspace.diagnostics, *lint(workspace, today=TODAY)]
    return sorted(found, key=lambda diagnostic: diagnostic.order)


def changed(old: str, new: str) -> str:
    """The promise with one thing written otherwise."""
    assert old in PROMISE
    return PROMISE.replace(old, new, 1)


def reading(found: list[Diagnostic]) -> list[tuple[int, str]]:
    """Line and code of what was found before the rules."""
    return [(diagnostic.span.line, diagnostic.code) for diagnostic in found if diagnostic.code[0] in "DXY"]


# ---------------------------------------------------------------- texts that a # cut


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("fyra vandringar.", "kontroller #trygg på torget", 14),
        ("fyra vandringar.", "kontroller # trygg på torget", 14),
        ("Exempelby 2030", "Exempelby #1 2030", 2),
        ("rubrik: Unga}", "rubrik: Unga #a}", 9),
        ("rubrik: Unga}", "rubrik: Unga #a,\n     kategori: ovrigt}", 9),
        ("fyra vandringar.", "fyra #trygga\n      vandringar.", 14),
        ("fyra vandringar.", "fyra\n      #trygga vandringar.", 15),
        ("status: antaget", "inledning: #trygg i Exempelby", 3),
        ("    part: kommunen", "    medverkande:\n      - Skolan #fyra\n    part: kommunen", 13),
        ("    part: kommunen", "    ansvarig: enhetschef #fält\n    part: kommunen", 12),
    ],
)
def test_text_behind_a_hash_sign_is_an_error_at_its_place(
    old: str, new: str, line: int, tmp_path: Path
) -> None:
    found = check(changed(old, new), tmp_path)

    assert [(line, "Y31")] == reading(found)
    [cut] = [diagnostic for diagnostic in found if diagnostic.code == "Y31"]
    assert cut.severity == "error"


def test_the_remedy_is_the_whole_text_in_quotation_marks(tmp_path: Path) -> None:
    [cut, *_] = [d for d in check(changed("fyra vandringar.", "tre #x"), tmp_path) if d.code == "Y31"]

    assert 'Sätt citattecken runt hela texten: "Kommunen ordnar tre #x".' in cut.help("sv")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: K1", "id: K1 # ny"),
        ("part: kommunen", "part: kommunen # ja"),
        ("status: antaget", "status: antaget # i maj"),
        ("{exakt: 4, enhet: vandringar}", "\n      exakt: 4 # som i fjol\n      enhet: vandringar"),
        ("Kommunen ordnar fyra vandringar.", '"Kommunen ordnar fyra vandringar." # ja'),
        ("Kommunen ordnar fyra vandringar.", "| # så\n      Kommunen ordnar fyra vandringar #1."),
        ("Kommunen ordnar fyra vandringar.", "Kommunen ordnar fyra vandringar.\n    # en egen rad"),
        ("status: antaget", "inledning: # fyll i\nstatus: antaget"),
    ],
)
def test_a_comment_that_cuts_nothing_is_a_comment(old: str, new: str, tmp_path: Path) -> None:
    assert reading(check(changed(old, new), tmp_path)) == []


# ---------------------------------------------------------------- written as elsewhere, pasted from Word and Excel


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("{exakt: 4, enhet: vandringar}", "{minst: 2,5}", 15, "D26"),
        ("{exakt: 4,", "{minst: 2,5,", 15, "D26"),
        ("{exakt: 4, enhet: vandringar}", "{mellan: [2,5, 3,5]}", 15, "D26"),
        ("{exakt: 4, enhet: vandringar}", "minst 90 kvällar", 15, "D28"),
        ("{exakt: 4, enhet: vandringar}", "många", 15, "D28"),
        ("exakt: 4", "minst: -4", 15, "D27"),
        ("exakt: 4", "mellan: [-4, 2]", 15, "D27"),
        ("exakt: 4", "mellan: [4, många]", 15, "D12"),
        ("exakt: 4", "alla: kanske", 15, "D13"),
        ("  - id: K1", "  – id: K1", 11, "Y28"),
        ("  - {id: unga, rubrik: Unga}", "  • {id: unga, rubrik: Unga}", 9, "Y28"),
        ("    fokus: unga", "    medverkande:\n      • Skolan\n      • Kyrkan\n    fokus: unga", 14, "Y28"),
        ("åtaganden:\n", "åtaganden:\nK1\tkommunen\tVi går.\nK2\tpolisen\tVi står.\n", 11, "Y29"),
        ("åtaganden:\n", "åtaganden:\n  K1\tkommunen\tVi går.\n  K2\tpolisen\tVi står.\n", 11, "Y29"),
        ("titel: M", "titel:\u00a0M", 2, "Y30"),
        ("{id: kommunen", "{id:\u00a0kommunen", 6, "Y30"),
        ("    part: kommunen", "    ansvarig:\n      enhet:\u00a0Fält\n    part: kommunen", 13, "Y30"),
        ("  - id: K1", "  -\u00a0id: K1", 11, "Y30"),
        ("enhet: vandringar}", "enhet: Obs: vandringar}", 15, "Y10"),
        ("namn: Exempelby kommun}", "namn: Obs: Exempelby kommun}", 6, "Y10"),
        ("enhet: vandringar}", "enhet: vandringar per: år}", 15, "Y09"),
        ("status: antaget", "status: ”antaget”", 3, "D24"),
        ("från: 2030-01-01", "från: ”2030-01-01”", 4, "D24"),
        ("id: kommunen,", "id: ”kommunen”,", 6, "D24"),
        ("namn: Exempelby kommun}", "namn: Exempelby kommun, kommunkod: ”9999”}", 6, "D24"),
        ("status: antaget", "föregångare: ”x”", 3, "D24"),
        ("status: antaget", "föregångare: lofte", 3, "X06"),
        ("part: kommunen", "part: kom munen", 12, "D21"),
        ("fokus: unga", "fokus: ungaa", 13, "X01"),
    ],
)
def test_a_slip_is_one_finding(old: str, new: str, line: int, code: str, tmp_path: Path) -> None:
    assert [(line, code)] == reading(check(changed(old, new), tmp_path))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("status: antaget", "status: Antaget", 3),
        ("typ: kommun", "typ: KOMMUN", 6),
        ("part: kommunen", "part: Kommunen", 12),
        ("dokument: medborgarlöfte", "dokument: Medborgarlofte", 1),
        ("rubrik: Unga}", "rubrik: Unga, kategori: Trafik}", 9),
    ],
)
def test_capitals_and_missing_dots_in_a_value_are_a_hint(
    old: str, new: str, line: int, tmp_path: Path
) -> None:
    found = check(changed(old, new), tmp_path)

    assert [(line, "D25")] == reading(found)
    assert [d.severity for d in found if d.code == "D25"] == ["info"]


def test_two_causes_on_one_line_are_two_findings(tmp_path: Path) -> None:
    found = check(changed("{exakt: 4, enhet", "{exakt: fyra, pre: år, enhet"), tmp_path)

    assert reading(found) == [(15, "D12"), (15, "D05")]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("minst 90 kvällar", "{minst: 90, enhet: kvällar}"),
        ("högst två per vecka", "{högst: 2, per: vecka}"),
        ("cirka 1 000 besök om året", "{exakt: 1 000, enhet: besök, per: år, cirka: ja}"),
        ("3,5 timmar per månad", '{exakt: "3,5", enhet: timmar, per: månad}'),
    ],
)
def test_a_target_in_words_is_answered_with_its_keys(written: str, meant: str, tmp_path: Path) -> None:
    found = check(changed("{exakt: 4, enhet: vandringar}", written), tmp_path)

    assert [f"Skriv ”mål: {meant}”."] == [d.help("sv") for d in found if d.code == "D28"]


@pytest.mark.parametrize("name", ["lofte.yaml.txt", "Lofte.YML.TXT"])
def test_a_file_that_notepad_renamed_is_found(name: str, tmp_path: Path) -> None:
    promises = tmp_path / "promises"
    promises.mkdir()
    (promises / name).write_text(PROMISE, encoding="utf-8")

    for asked in (promises, promises / name):
        [found] = load([str(asked)], tmp_path).diagnostics

        assert ("Y32", f"promises/{name}") == (found.code, found.file)
        assert f"Byt namn på filen till ”{name[:-4]}”." in found.help("sv")


# ---------------------------------------------------------------- the rest of a document with an error


def test_the_rules_read_what_an_error_leaves(tmp_path: Path) -> None:
    text = changed("exakt: 4", "exakt: fyra") + "inledning: Med start i våras har vi gjort en lägesbild.\n"

    codes = {diagnostic.code for diagnostic in check(text, tmp_path)}

    assert {"D12", "T06", "A02", "U01"} <= codes


@pytest.mark.parametrize(
    ("old", "new", "silent"),
    [
        ("{exakt: 4, enhet: vandringar}", "{exakt: fyra}", {"M01", "M08"}),
        ("    text: Kommunen ordnar fyra vandringar.\n", "", {"M01", "K04", "M08"}),
        ("fokus: unga", "fokus: ungaa", {"S03"}),
        ("part: kommunen", "part: komunen", {"A05"}),
        ("    part: kommunen", "    ansvrig: {enhet: Fält, funktion: chef}\n    part: kommunen", {"A02"}),
        ("till: 2030-12-31", "till: 2030-12-32", {"T02", "W01"}),
        ("typ: kommun", "typ: komun", {"A04", "R05"}),
    ],
)
def test_what_only_follows_from_an_error_is_not_found(
    old: str, new: str, silent: set[str], tmp_path: Path
) -> None:
    found = check(changed(old, new), tmp_path)

    assert any(diagnostic.severity == "error" and diagnostic.code[0] in "DX" for diagnostic in found)
    assert set() == silent & {diagnostic.code for diagnostic in found}


def test_an_error_in_one_item_of_a_report_hides_nothing_of_the_others(tmp_path: Path) -> None:
    items = (
        "dokument: uppföljning\nlöfte: p\ndatum: 2030-04-30\nslutlig: ja\n"
        "poster:\n  - {åtagande: P1, status: ej genomfört, utfall: -1}\n  - {åtagande: K1, status: genomfört, utfall: 2}\n"
    )
    promise = (
        PROMISE + "  - {id: P1, part: polisen, text: Polisen gör tre besök., mål: {exakt: 3, enhet: besök}}\n"
    )

    found = [(d.code, d.span.line) for d in check(items, tmp_path, p=promise)]

    assert ("D27", 6) in found
    assert [line for code, line in found if code == "U05"] == [7]


def test_a_key_is_named_as_it_is_written(tmp_path: Path) -> None:
    item = "dokument: uppföljning\nlöfte: p\ndatum: 2030-02-28\nposter: {åtagande: K1, utfall: -3}\n"

    [found] = [d for d in check(item, tmp_path, p=PROMISE) if d.code == "D27"]

    assert found.message("sv").startswith("”utfall”")


def test_a_plan_with_an_unknown_cadence_is_not_called_silent_about_it(tmp_path: Path) -> None:
    plan = "uppföljningsplan: {takt: vartannat år, sammankallande: x, redovisas_för: y}\n"

    found = {d.code: d.message("sv") for d in check(PROMISE + plan, tmp_path)}

    assert "takt" in found["D09"]
    assert found["U01"] == "Uppföljningsplanen säger inte när nästa uppföljning är (nästa)."


def test_a_broken_follow_up_is_not_called_missing(tmp_path: Path) -> None:
    plan = "uppföljningsplan: {takt: kvartal, nästa: 2030-02-01, sammankallande: x, redovisas_för: y}\n"
    broken = "dokument: uppföljning\nlöfte: lofte\ndatum: 2030-02-31\nposter: {åtagande: K1, status: pågår}\n"
    whole = broken.replace("02-31", "02-28")

    assert "U03" not in {d.code for d in check(PROMISE + plan, tmp_path, uppfoljning=broken)}
    assert "U03" in {d.code for d in check(PROMISE + plan, _below(tmp_path))}
    assert "U03" not in {d.code for d in check(PROMISE + plan, _below(tmp_path), uppfoljning=whole)}


def _below(folder: Path) -> Path:
    below = folder / str(len(list(folder.iterdir())))
    below.mkdir()
    return below


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (PROMISE, {"S01": 1, "U01": 1, "T04": 0}),
        (PROMISE.split("åtaganden:")[0], {"S01": 2, "S03": 0, "U01": 1}),
        (changed("part: kommunen\n", "medverkande: Skolan\n"), {"A03": 1, "A05": 0}),
    ],
    ids=["no plan and no signature", "no commitments", "nobody promises"],
)
def test_two_rules_do_not_report_one_cause(text: str, codes: dict[str, int], tmp_path: Path) -> None:
    found = [diagnostic.code for diagnostic in check(text, tmp_path)]

    assert codes == {code: found.count(code) for code in codes}


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("åtaganden:", "commitments:", "åtaganden"),
        ("parter:", "Parties:", "parter"),
        ("titel:", "title:", "titel"),
    ],
)
def test_a_key_in_english_is_one_finding_with_the_swedish_one(
    old: str, new: str, meant: str, tmp_path: Path
) -> None:
    [found] = [one for one in check(changed(old, new), tmp_path) if one.code[0] in "DX"]

    assert (found.code, found.values["key_meant"]) == ("D05", meant)


def test_a_list_where_one_word_is_chosen_is_a_wrong_shape(tmp_path: Path) -> None:
    [found] = [
        one
        for one in check(changed("status: antaget", "status: [antaget]"), tmp_path)
        if one.severity == "error"
    ]

    assert found.code == "D07"
    assert "[" not in found.message("sv")


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("    part: kommunen", "    part: Exempelby kommun", "kommunen"),
        ("    fokus: unga", "    fokus: Barn och unga", "unga"),
        ("typ: polis,", "typ: polismyndigheten,", "polis"),
    ],
)
def test_a_name_where_an_id_belongs_gets_the_id(old: str, new: str, meant: str, tmp_path: Path) -> None:
    text = changed(old, new).replace("rubrik: Unga", "rubrik: Barn och unga")
    [found] = [one for one in check(text, tmp_path) if one.code[0] in "DX"]

    assert found.values["real"] == meant


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("period: {från", "period: {från: 2029-01-01, till: 2029-12-31}\nperiod: {från", [(5, "Y22")]),
        ("åtaganden:\n  - id: K1\n", "åtaganden:\n  K1:\n", [(10, "D07")]),
        ("åtaganden:\n", "effektmål: {id: E1, text: Fler går ut., indikator: Andel, utgångsvärde: {värde: 5, år: tjugo}, målvärde: 9}\nåtaganden:\n", [(10, "D12")]),
    ],
)  # fmt: skip
def test_what_follows_from_an_error_is_no_finding_of_its_own(
    old: str, new: str, expected: list[tuple[int, str]], tmp_path: Path
) -> None:
    late = "undertecknat: {namn: Kim Exempelsson, roll: kommunstyrelsens ordförande, datum: 2030-01-01}\n"
    text = changed(old, new).replace("mål: {exakt", "senast: 2030-05-31\n    mål: {exakt") + late
    found = check(text, tmp_path)

    assert [
        (one.span.line, one.code)
        for one in found
        if one.code[0] in "DXY" or one.code in ("T04", "T08", "M04")
    ] == expected


def test_a_key_that_is_wrong_here_is_not_respelled(tmp_path: Path) -> None:
    [found] = [one for one in check(changed("åtaganden:", "atagande:"), tmp_path) if one.code[0] in "DXY"]

    assert (found.code, found.help("sv")) == ("D05", "Menade du ”åtaganden”?")


@pytest.mark.parametrize(
    ("new", "proposed"),
    [
        ("  - part: polisen\n    text: Ett.\n  - id: P1\n    part: polisen\n", "P2"),
        ("  - part: kommunen\n    text: Ett.\n  - id: P1\n    part: polisen\n", "K2"),
        ("  - text: Ett.\n  - id: P1\n    part: polisen\n", "P2"),
    ],
)
def test_a_missing_id_is_the_next_free_one(new: str, proposed: str, tmp_path: Path) -> None:
    [found] = [one for one in check(f"{PROMISE}{new}    text: Två.\n", tmp_path) if one.code[0] in "DXY"]

    assert (found.code, found.span.line) == ("D04", 16)
    assert f"Lägg till ”id: {proposed}”." in found.help("sv")


def test_items_by_name_are_no_list(tmp_path: Path) -> None:
    report = "dokument: uppföljning\nlöfte: lofte\ndatum: 2030-04-30\nposter:\n  K1: {status: pågår}\n  K2: {status: pågår}\n"
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "u.yaml").write_text(report, encoding="utf-8")
    (tmp_path / "promises" / "lofte.yaml").write_text(PROMISE, encoding="utf-8")
    [found] = load([str(tmp_path / "promises" / "u.yaml")], tmp_path).diagnostics

    assert (found.span.line, found.code) == (4, "D07")
    assert "”- åtagande: K1” i stället för ”K1:”" in found.help("sv")


@pytest.mark.parametrize(
    ("old", "new", "code", "meant"),
    [
        ("    part: kommunen", "    party: kommunen", "D05", "part"),
        ("    mål: ", "    goal: ", "D05", "mål"),
        ("åtaganden:", "underskrifter: {namn: Kim Exempelsson}\nåtaganden:", "D05", "undertecknat"),
        ("part: kommunen", "part: båda", "X01", "tillsammans"),
        ("part: kommunen", "part: Gemensamt", "X01", "tillsammans"),
    ],
)
def test_other_words_for_a_key_or_for_both_parties_are_understood(
    old: str, new: str, code: str, meant: str, tmp_path: Path
) -> None:
    [found] = [one for one in check(changed(old, new), tmp_path) if one.code[0] in "DXY"]

    assert found.code == code
    assert f"Menade du ”{meant}”?" in found.help("sv")


def test_a_body_in_the_place_of_the_police_chief_is_one_finding(tmp_path: Path) -> None:
    signed = (
        "undertecknat:\n  - {namn: Kim Exempelsson, roll: kommunstyrelsens ordförande, part: kommunen}\n"
        "  - {namn: Robin Provgren, roll: kommunfullmäktige, part: polisen}\n"
    )
    found = check(PROMISE + signed, tmp_path)

    assert [one.span.line for one in found if one.code == "A04"] == [18]


GOAL: Final = "effektmål:\n  - {{id: E1, text: {text}, indikator: Andel trygga, utgångsvärde: {{värde: 58, enhet: procent, år: 2029}}, målvärde: {value}}}\nåtaganden:\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{exakt: 4, enhet: vandringar}", "{minst: 950, enhet: procent}", ["D31"]),
        ("fyra vandringar.\n    mål: {exakt: 4, enhet: vandringar}", "130 procent fler.\n    mål: {minst: 130, enhet: procent}", []),
        ("{exakt: 4, enhet: vandringar}", "{exakt: 4, enhet: vandringar}\nkontakter: [{funktion: Säkerhetssamordnare, epost: trygghet.exempelby.example}]", ["D32"]),
        ("{exakt: 4, enhet: vandringar}", "{exakt: 4, enhet: vandringar}\nkontakter: [{funktion: Säkerhetssamordnare, epost: trygghet@exempelby.example}]", []),
        ("åtaganden:\n", GOAL.format(text="Fler ska vara trygga.", value=650), ["D31"]),
        ("åtaganden:\n", GOAL.format(text="Minst 70 procent ska vara trygga.", value=65), ["M08"]),
        ("åtaganden:\n", GOAL.format(text="Minst 65 procent ska vara trygga.", value=65), []),
        ("åtaganden:\n", GOAL.format(text="Andelen ska öka från 58 procent.", value=65), []),
        ("åtaganden:\n", GOAL.format(text="Andelen trygga ska öka med 7 procent.", value=65), []),
        ("åtaganden:\n", GOAL.format(text="Andelen trygga ska bli 12 procent högre.", value=65), []),
        ("Exempelby 2030", "Exempelby 2028", ["T07"]),
        ("Exempelby 2030", "Exempelby 2030–2032", []),
        ("åtaganden:\n", "underlag:\n  - {typ: lägesbild, datum: 2030-06-01}\nåtaganden:\n", ["T01"]),
        ("åtaganden:\n", "underlag:\n  - {typ: lägesbild, datum: 2030-04-01}\nåtaganden:\n", []),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_meant_is_found_once(
    old: str, new: str, expected: list[str], tmp_path: Path
) -> None:
    found = {one.code for one in check(changed(old, new), tmp_path)}
    known = {one.code for one in check(PROMISE, tmp_path / "before")}

    assert sorted(found - known) == expected


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "advice"),
    [
        ("fyra vandringar.", "fyra vandringar: mål: tio.", 14, "Y10", "Sätt citattecken runt hela texten"),
        ("part: kommunen\n    fokus", "part: kommunen fokus", 12, "Y10", "Är ”fokus” en nyckel: skriv den på en egen rad."),
        ("text: Kommunen ordnar fyra vandringar.", "text: ”Nytt: fyra vandringar.”", 14, "Y10", 'hela texten: "Nytt: fyra vandringar.".'),
        ("åtaganden:", "// Våra löften\nåtaganden:", 10, "Y16", "Är raden en kommentar: skriv # först på den."),
        ("status: antaget", "status: beslutat", 3, "D09", "Menade du ”antaget”?"),
        ("fokus: unga", "fokus: Unga och deras familjer", 13, "D21", "Skriv det id som texten har"),
        ("till: 2030-12-31", "till: 2030-12-31 kl. 12:00", 4, "D11", "Skriv ”2030-12-31”"),
    ],
)  # fmt: skip
def test_the_advice_works_when_it_is_followed(
    old: str, new: str, line: int, code: str, advice: str, tmp_path: Path
) -> None:
    [found] = [one for one in check(changed(old, new), tmp_path) if one.code[0] in "DXY"]

    assert (found.span.line, found.code) == (line, code)
    assert advice in found.help("sv")


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "advice"),
    [
        ("till: 2030-12-31", "tom: 2030-12-31", 4, "D05", "Menade du ”till”?"),
        ("till: 2030-12-31", "till: våren 2030", 4, "D11", "Skriv till exempel ”2024-12-31”"),
        ("{exakt: 4, enhet: vandringar}", "{exakt=4, enhet=vandringar}", 15, "D05", "likhetstecken: ”exakt: 4”."),
        ("{exakt: 4, enhet: vandringar}", "(exakt: 4, enhet: vandringar)", 15, "Y10", "skriv { och } i stället för ( och )."),
        ("{exakt: 4,", "{minst: 10–12,", 15, "D28", "Skriv ”mellan: [10, 12]”."),
        ("status: antaget", "diarienummer: ?", 3, "Y13", "Sätt citattecken runt hela texten."),
        ("  - {id: unga, rubrik: Unga}", "  - Unga\n  - Trafik", 9, "D07", "Skriv varje punkt som ”- {id: …, rubrik: …}”."),
        ("    part: kommunen\n    fokus: unga\n    text", "  - part: kommunen\n  - fokus: unga\n  - text", 11, "D33", "Skriv strecket bara före den första nyckeln."),
        ("fokusområden:\n  - {id: unga, rubrik: Unga}\n", "", 11, "X01", "Lägg till ”fokusområden” med alla id som står här"),
        ("{id: kommunen,", "{id: staden,", 12, "X01", "Det står på 2 ställen i filen; rätta alla."),
    ],
)  # fmt: skip
def test_one_cause_in_a_list_or_a_group_is_one_finding(
    old: str, new: str, line: int, code: str, advice: str, tmp_path: Path
) -> None:
    more = "  - {id: K2, part: kommunen, fokus: unga, text: Ett.}\n"
    found = check(changed(old, new) + more, tmp_path)
    [first] = [one for one in found if one.code[0] in "DXY"]

    assert "fokusområden" not in [one.values["part"] for one in found if one.code == "S01"]
    assert (first.span.line, first.code) == (line, code)
    assert advice in first.help("sv")


@pytest.mark.parametrize(
    ("old", "new", "code", "advice"),
    [
        ("mål: {exakt", "status: pågår\n    mål: {exakt", "D05", "Skriv det i en uppföljning, under ”poster”."),
        ("    fokus: unga", "    titl: Vandringar\n    fokus: unga", "D05", "Det som går att skriva är"),
        ("status: antaget", "kontakter: [{funktion: Växel, epost: mailto:x@exempelby.example}]", "D32", "Skriv adressen som ”trygghet@exempelby.example”"),
        ("status: antaget", "diarienummer: [KS 1](https://exempelby.example)", "Y13", "Sätt citattecken runt hela texten."),
        ("status: antaget", "status:: antaget", "D05", "Ta bort det ena kolonet."),
        ("till: 2030-12-31", "till: tills vidare", "D28", "Skriv ”tills_vidare: ja”."),
        ("  - {id: unga, rubrik: Unga}", "  - {id: unga, rubrik: Unga}\n  -", "D07", "Ta bort det ensamma strecket"),
        ("text: Kommunen", "rubrik: Kommunen", "D05", "Menade du ”text”?"),
        ("status: antaget", "status: signerat", "D09", "Menade du ”antaget”?"),
        ("fokus: unga", "fokus: unga\u200b", "D21", "Ordet innehåller ett osynligt tecken (U+200B)."),
    ],
)  # fmt: skip
def test_a_word_in_the_wrong_place_gets_the_right_one(
    old: str, new: str, code: str, advice: str, tmp_path: Path
) -> None:
    [found] = [one for one in check(changed(old, new), tmp_path) if one.code[0] in "DXY"]

    assert (found.code, advice in found.help("sv")) == (code, True)


REPORT: Final = """\
dokument: uppföljning
löfte: lofte
datum: 2030-04-30
poster:
  - åtagande: K1
    status: pågår
    kommentar: Den första är gjord.
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kommentar: Den", "kommentar: Obs: Den", [(7, "Y10")]),
        ("  - åtagande", "  -åtagande", [(5, "Y17")]),
        ("    status", "  status", [(6, "Y11")]),
        ("poster:", "åtaganden:", [(4, "D05")]),
        ("pågår", "halvvägs", [(6, "D09")]),
        ("    status: pågår\n", "", [(5, "U04")]),
        ("pågår", "pågår\n    utfall: −5", [(7, "D27")]),
    ],
)
def test_a_broken_item_of_a_report_is_no_missing_status(
    old: str, new: str, expected: list[tuple[int, str]], tmp_path: Path
) -> None:
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "lofte.yaml").write_text(PROMISE, encoding="utf-8")
    (tmp_path / "promises" / "u.yaml").write_text(REPORT.replace(old, new), encoding="utf-8")
    workspace = load([str(tmp_path / "promises" / "u.yaml")], tmp_path)
    found = [*workspace.diagnostics, *lint(workspace, today=TODAY)]

    assert [(one.span.line, one.code) for one in found if one.code[0] in "DXY" or one.code == "U04"] == (
        expected
    )


@pytest.mark.parametrize(
    ("areas", "found"),
    [
        ("  - {id: unga, rubrik: Unga}\n", ["K1"]),
        ("  - {id: unga, rubrik: Unga}\n  - {id: natt, rubrik: Natt}\n", ["Unga", "Natt", "K1"]),
    ],
)
def test_a_commitment_without_focus_is_what_its_area_lacks(
    areas: str, found: list[str], tmp_path: Path
) -> None:
    text = changed("    fokus: unga\n", "").replace("  - {id: unga, rubrik: Unga}\n", areas)
    messages = [one.message("sv") for one in check(text, tmp_path) if one.code == "S03"]

    assert len(messages) == len(found)
    assert all(name in message for name, message in zip(found, messages, strict=True))


@pytest.mark.parametrize("code", ["<br>", "&nbsp;", "</p>", "&ouml;"])
def test_code_of_a_web_page_in_a_text_is_residue(code: str, tmp_path: Path) -> None:
    found = check(changed("fyra vandringar.", f"fyra{code}vandringar."), tmp_path)

    assert [one.span.line for one in found if one.code == "K06"] == [14]


SIGNED: Final = "undertecknat:\n  - {{namn: Kim Exempelsson, roll: kommunstyrelsens ordförande, part: kommunen, datum: {day}}}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PROMISE + SIGNED.format(day="2028-12-10"), ["T04"]),
        (PROMISE + SIGNED.format(day="2029-03-10"), []),
        (changed("Exempelby 2030", "Exempelby 2031").replace("mål: {", "senast: 2031-06-30\n    mål: {") + SIGNED.format(day="2030-12-10"), ["T07"]),
        (PROMISE.replace("mål: {", "senast: 2031-06-30\n    mål: {") + SIGNED.format(day="2030-12-10"), ["T04", "T08"]),
    ],
)  # fmt: skip
def test_a_copied_promise_is_one_finding(text: str, expected: list[str], tmp_path: Path) -> None:
    assert sorted(one.code for one in check(text, tmp_path) if one.code in ("T04", "T07", "T08")) == expected


@pytest.mark.parametrize(
    ("day", "status", "expected"),
    [
        ("2029-04-30", "pågår", ["U10"]),
        ("2030-01", "pågår", []),
        ("2030-04-30", "klart", ["D09"]),
    ],
)
def test_a_copied_follow_up_is_one_finding(
    day: str, status: str, expected: list[str], tmp_path: Path
) -> None:
    (tmp_path / "promises").mkdir()
    (tmp_path / "promises" / "lofte.yaml").write_text(PROMISE, encoding="utf-8")
    report = f"dokument: uppföljning\nlöfte: lofte\ndatum: {day}\nposter:\n  - {{åtagande: K1, status: {status}, utfall: 1}}\n"
    (tmp_path / "promises" / "u.yaml").write_text(report, encoding="utf-8")
    workspace = load([str(tmp_path / "promises" / "u.yaml")], tmp_path)
    found = [*workspace.diagnostics, *lint(workspace, today=TODAY)]

    assert [one.code for one in found if one.code in ("D09", "U04", "U10")] == expected


def test_a_copy_that_nobody_has_changed_is_one_finding(tmp_path: Path) -> None:
    found = check(PROMISE, tmp_path, **{"lofte-2031": PROMISE})
    (tmp_path / "promises" / "lofte-2031.yaml").rename(tmp_path / "promises" / "a.yaml")
    copies = lint(load([], tmp_path), today=TODAY)

    assert [one.code for one in found if one.code == "S04"] == []  # the original is right
    assert [(one.file, one.span.line, one.message("sv")) for one in copies if one.code == "S04"] == [
        ("promises/lofte.yaml", 2, "Filen är en kopia av ”a.yaml”.")
    ]


# ---------------------------------------------------------------- what was meant where something else stands


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "advice"),
    [
        ("    mål:", "    senast: [2030-06-30, 2030-12-31]\n    mål:", 15, "D07", "”senast: 2030-06-30”"),
        ("    mål:", "    senast: {datum: 2030-06-30, text: juni}\n    mål:", 15, "D07", "”senast: 2030-06-30”"),
        ("    mål:", "    senast: {från: 2030-01, till: 2030-06}\n    mål:", 15, "D07", "”senast: 2030-06”"),
        ("    mål:", "    plats: [Torget, Parken]\n    mål:", 15, "D07", "”plats: Torget, Parken”"),
        ("rubrik: Unga}", "rubrik: Unga, kategori: [trygghet, trafik]}", 9, "D07", "”kategori: trygghet”"),
        ("exakt: 4,", "mellan: 4-6,", 15, "D28", "”mellan: [4, 6]”"),
        ("{från: 2030-01-01, till: 2030-12-31}", "Q2 2030", 4, "D07", "”period: {från: …, till: …}”"),
        ("titel: M", "titel:\n  text: M", 2, "D07", "”titel: Medborgarlöfte för Exempelby 2030”"),
        ("{från: 2030-01-01, till: 2030-12-31}", "[2030-01, 2030-12]", 4, "D07", "{från: 2030-01, till: 2030-12}"),
        ("{från: 2030-01-01, till: 2030-12-31}", "jan–dec 2030", 4, "D07", "{från: 2030-01, till: 2030-12}"),
        ("{från: 2030-01-01, till: 2030-12-31}", "2030/2031", 4, "D07", "{från: 2030, till: 2031}"),
        ("{från: 2030-01-01, till: 2030-12-31}", "kalenderåret 2030", 4, "D07", "{från: 2030, till: 2030}"),
        ("  - id: K1\n", "  K1:\n", 10, "D07", "”- id: K1” i stället för ”K1:”"),
        ("åtaganden:", "undertecknat:\n  kommunen: Kim\n  polisen: Robin\nåtaganden:", 10, "D07", "[{namn: …, roll: …}]"),
        ("status:", "beslut: KS den 10 december\nstatus:", 3, "D07", "[{organ: …}]"),
        ("status:", "ingår_i: [avtal]\nstatus:", 3, "D07", "”ingår_i: avtal”"),
        ("fokus: unga", "fokus: lofte#unga", 13, "D21", "Menade du ”unga”?"),
        ("    mål: {", "    fortsätter: [lofte-2029 #K1]\n    mål: {", 15, "Y31", '"lofte-2029#K1"'),
        ("    mål: {", "    mål_saknas: ja\n    mål: {", 15, "D07", "Skriv varför"),
        ("    mål: {", "    mål_saknas: Antalet styrs av läget.\n    mål: {", 15, "D07", "Ta bort den av nycklarna"),
    ],
)  # fmt: skip
def test_the_value_that_was_meant_is_proposed(
    old: str, new: str, line: int, code: str, advice: str, tmp_path: Path
) -> None:
    found = [one for one in check(changed(old, new), tmp_path) if one.code[0] in "DXY"]

    assert [(one.span.line, one.code) for one in found] == [(line, code)]
    assert advice in found[0].help("sv")


MEASURED: Final = (
    "effektmål:\n  - id: E1\n    text: Minst 65 procent är trygga.\n"
    "    utgångsvärde: {värde: 58, enhet: procent, år: 2029}\n    målvärde: {värde: 65, enhet: procent}\n"
)


def test_a_value_in_another_shape_contradicts_no_text(tmp_path: Path) -> None:
    found = check(changed("åtaganden:", f"{MEASURED}åtaganden:"), tmp_path)

    assert [one.help("sv") for one in found if one.code in ("D07", "M08")] == [
        "Skriv bara ett värde: ”målvärde: 65”."
    ]


@pytest.mark.parametrize("name", ["lofte.yaml", "./lofte", "C:\\Loften\\promises\\lofte.yaml", "Medborgarlöfte för Exempelby 2030"])  # fmt: skip
def test_a_document_named_by_its_file_or_title_is_found(name: str, tmp_path: Path) -> None:
    plan = (
        "uppföljningsplan: {takt: år, nästa: 2030-01-31, sammankallande: säkerhetschef, redovisas_för: KS}\n"
    )
    report = f"dokument: uppföljning\nlöfte: {name}\ndatum: 2030-01-31\nposter: [{{åtagande: K1, status: pågår}}]\n"
    check(PROMISE + plan, tmp_path, uppfoljning=report)
    workspace = load([str(tmp_path / "promises")], tmp_path)
    late = [one.code for one in lint(workspace, today=TODAY) if one.code == "U03"]

    assert [(one.code, one.help("sv")) for one in workspace.diagnostics] == [("X02", "Menade du ”lofte”?")]
    assert late == []


def test_a_follow_up_of_the_wrong_promise_is_led_to_the_right_one(tmp_path: Path) -> None:
    other = changed("id: K1", "id: K7")
    report = (
        "dokument: uppföljning\nlöfte: lofte\ndatum: 2030-01-31\nposter: [{åtagande: K7, status: pågår}]\n"
    )
    check(PROMISE, tmp_path, andra=other, uppfoljning=report)
    [found] = load([str(tmp_path / "promises")], tmp_path).diagnostics

    assert (found.code, "skriv ”löfte: andra”" in found.help("sv")) == ("X04", True)


def test_a_follow_up_dated_before_its_promise_is_late_for_nothing(tmp_path: Path) -> None:
    plan = (
        "uppföljningsplan: {takt: år, nästa: 2030-01-31, sammankallande: säkerhetschef, redovisas_för: KS}\n"
    )
    report = (
        "dokument: uppföljning\nlöfte: lofte\ndatum: 2029-01-31\nposter: [{åtagande: K1, status: pågår}]\n"
    )
    check(PROMISE + plan, tmp_path, uppfoljning=report)
    found = lint(load([str(tmp_path / "promises")], tmp_path), today=TODAY)

    assert [one.code for one in found if one.code in ("U03", "U10")] == ["U10"]


def test_a_copied_file_is_only_a_copy_and_a_reference_without_an_id_is_completed(tmp_path: Path) -> None:
    plan = (
        "uppföljningsplan: {takt: år, nästa: 2030-01-31, sammankallande: säkerhetschef, redovisas_för: KS}\n"
    )
    check(PROMISE + plan, tmp_path, **{"lofte - Kopia": PROMISE + plan, "lofte-ny": PROMISE + plan})
    copy, again = (
        load([str(tmp_path / "promises" / f"{name}.yaml")], tmp_path)
        for name in ("lofte - Kopia", "lofte-ny")
    )
    (tmp_path / "promises" / "lofte-ny.yaml").unlink()
    later = changed("    mål: {", "    fortsätter:\n      - lofte #K1\n    mål: {")
    (tmp_path / "promises" / "nasta.yaml").write_text(later, encoding="utf-8")
    [found] = load([str(tmp_path / "promises" / "nasta.yaml")], tmp_path).diagnostics

    assert [one.code for one in (*copy.diagnostics, *lint(copy, today=TODAY))] == ["X08"]
    assert [one.code for one in lint(again, today=TODAY) if one.code in ("S04", "U03")] == ["S04"]
    assert (found.code, "”lofte#K1”" in found.help("sv")) == ("X04", True)


def test_a_decision_that_lies_ahead_is_reported_once(tmp_path: Path) -> None:
    decision = "beslut: {organ: kommunstyrelsen, datum: 2030-12-10}\n"
    text = PROMISE + SIGNED.format(day="2029-12-10") + decision

    assert [one.code for one in check(text, tmp_path) if one.code[0] == "T"] == ["T01"]


def test_pasted_html_is_one_finding_and_office_lock_files_are_no_documents(tmp_path: Path) -> None:
    text = changed("Kommunen ordnar fyra vandringar.", "<p>Kommunen ordnar fyra&nbsp;vandringar.</p>")
    found = check(text, tmp_path, **{"~$lofte": "\0"})

    assert [one.code for one in found if one.code in ("K06", "X05", "Y04")] == ["K06"]
