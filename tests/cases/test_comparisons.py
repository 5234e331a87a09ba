"""Comparisons of whole promises that real documents have shown to go wrong."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from inline_snapshot import snapshot

from program import Answer, lofte

PARTIES: Final = """\
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
"""
LESS: Final = """\
åtaganden:
  - {id: G1, part: tillsammans, text: Tillsammans lovar vi att utveckla arbetet med grannsamverkan.}
  - {id: G2, part: tillsammans, text: Vi lovar att genomföra två trygghetsvandringar i tätorten för att hitta brister som går att rätta till och på så sätt öka tryggheten., mål: {exakt: 2, enhet: trygghetsvandringar}}
"""
LATER_LESS: Final = """\
åtaganden:
  - {id: K1, part: kommunen, text: Genomföra temainriktade trygghetsvandringar.}
  - {id: P1, part: polisen, text: Patrullera vid områden som kommer fram i våra lägesbilder.}
  - {id: G2, part: tillsammans, text: Fortsätta utveckla arbetet med Grannsamverkan.}
"""


def _write(folder: Path, name: str, year: int, rest: str, parties: str = PARTIES) -> None:
    head = f"dokument: medborgarlöfte\ntitel: Löfte för Exempelby {year}\nperiod: {{från: {year}-01-01, till: {year}-12-31}}\n"
    file = folder / "promises" / f"{name}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(head + parties + rest, encoding="utf-8")


def _years(folder: Path, before: str, after: str, parties: str = PARTIES) -> None:
    _write(folder, "a", 2030, before)
    _write(folder, "b", 2031, f"föregångare: a\n{after}", parties)


def _compared(folder: Path, *words: str) -> list[dict[str, Any]]:
    answer = lofte("diff", *words, "--format", "json", cwd=folder)
    rows: list[dict[str, Any]] = json.loads(answer.out)["comparisons"]
    return rows


def _kinds(comparison: dict[str, Any]) -> list[tuple[str, str]]:
    return [(c["kind"], "+".join(c["old"]) + " → " + "+".join(c["new"])) for c in comparison["commitments"]]


def _page(folder: Path) -> str:
    """The published comparison, without its heading and foot."""
    assert lofte("render", "--force", "-o", "ut", cwd=folder).code == 0
    text = (folder / "ut" / "b-jamforelse.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    return text.partition("\n\n")[2].partition("\n---")[0]


def _diff(folder: Path, *words: str) -> Answer:
    return lofte("diff", "a", "b", *words, cwd=folder)


def _findings(folder: Path, *codes: str) -> list[tuple[str, str, str]]:
    answer = lofte(
        "validate", "--select", ",".join(codes), "--profile", "granskning", "--format", "json", cwd=folder
    )
    return [(d["code"], d["severity"], d["message"]) for d in json.loads(answer.out)["diagnostics"]]


# ---------------------------------------------------------------- which promise comes before


def test_promises_for_two_districts_in_one_year_are_not_compared(tmp_path: Path) -> None:
    for name, area in (("a", "Kvarnholmen"), ("b", "Sjöudden")):
        area_line = f"område: {{typ: stadsdel, namn: {area}}}\n"
        rows = "åtaganden:\n  - {id: K1, part: polisen, text: Polisen gör tio krogtillsyner.}\n"
        _write(tmp_path, name, 2030, area_line + rows)

    assert _compared(tmp_path) == []


def test_the_named_predecessor_is_compared_and_not_the_other_promise_of_that_year(tmp_path: Path) -> None:
    school, station = (
        f"åtaganden:\n  - {{id: P1, part: polisen, text: Polisen går två kvällar i veckan vid {place}.}}\n"
        for place in ("skolorna", "stationen")
    )
    _write(tmp_path, "a", 2030, school)
    _write(tmp_path, "annat", 2030, station)
    _write(tmp_path, "b", 2031, f"föregångare: a\n{school}")

    assert [(row["old"]["id"], row["new"]["id"]) for row in _compared(tmp_path)] == [("a", "b")]
    assert "1 oförändrat" in _page(tmp_path)


# ---------------------------------------------------------------- facts and suggestions


def test_another_spelling_and_a_higher_number_are_kept_and_sharpened(tmp_path: Path) -> None:
    _years(
        tmp_path,
        """\
åtaganden:
  - {id: P1, part: polisen, text: Polisen skall göra minst två trafikinsatser vid skolorna., mål: {minst: 2, enhet: trafikinsatser, per: perioden}}
  - {id: P2, part: polisen, text: Polisen skall besöka alla klasser i årskurs 7 under 2030.}
""",
        """\
åtaganden:
  - {id: P1, part: polisen, text: Polisen ska göra minst fyra trafikinsatser vid skolorna., mål: {minst: 4, enhet: trafikinsatser, per: perioden}}
  - {id: P2, part: polisen, text: Polisen ska besöka alla klasser i årskurs 7 under 2031.}
""",
    )

    assert _page(tmp_path) == snapshot("""\
Exempelby, åtagande för åtagande. Läs hela [löftet för 2031](b.md) eller [löftet för 2030](a.md).

## Lovas det mer eller mindre?

**1 skarpare** åtagande: 1 skarpare, 1 oförändrat.



Löftet för 2030 har 2 åtaganden. Löftet för 2031 har 2.

Svagare betyder att löftet binder till mindre: ett lägre tal, ett senare datum eller färre som berörs.

Det förra löftet har ingen uppföljning här, så det går inte att se hur det gick.


## Skarpare

- **Skarpare**
  - Minst 4 trafikinsatser. 2030 var det minst 2.
  - 2030: Polisen skall göra minst två trafikinsatser vid skolorna.
  - 2031: Polisen ska göra minst fyra trafikinsatser vid skolorna.

## Oförändrat

- Polisen ska besöka alla klasser i årskurs 7 under 2031.
""")


def test_a_pair_that_is_only_alike_is_apart_on_the_page_and_in_the_headline(tmp_path: Path) -> None:
    _years(tmp_path, LESS, LATER_LESS)
    [comparison] = _compared(tmp_path)

    assert _page(tmp_path) == snapshot("""\
Exempelby, åtagande för åtagande. Läs hela [löftet för 2031](b.md) eller [löftet för 2030](a.md).

## Lovas det mer eller mindre?

**1 nytt** åtagande: 1 nytt, 1 med andra ord, 1 som liknar.



Löftet för 2030 har 2 åtaganden. Löftet för 2031 har 3.

Svagare betyder att löftet binder till mindre: ett lägre tal, ett senare datum eller färre som berörs.

Det förra löftet har ingen uppföljning här, så det går inte att se hur det gick.


## Nytt

- **Nytt**: Patrullera vid områden som kommer fram i våra lägesbilder.

## Samma sak, annat sätt

- **Andra ord**
  - Andra ord, men lika mycket lovas.
  - 2030: Tillsammans lovar vi att utveckla arbetet med grannsamverkan.
  - 2031: Fortsätta utveckla arbetet med Grannsamverkan.

## Liknar varandra

De här åtagandena liknar varandra. Löftet säger inte om de är samma.

- **Liknar**
  - Om det är samma åtagande: 2030 stod det 2 trygghetsvandringar. Det gör det inte längre.
  - Om det är samma åtagande: Exempelby kommun lovar det. 2030 lovade parterna tillsammans det.
  - 2030: Vi lovar att genomföra två trygghetsvandringar i tätorten för att hitta brister som går att rätta till och på så sätt öka tryggheten.
  - 2031: Genomföra temainriktade trygghetsvandringar.
""")
    assert (comparison["headline"], comparison["suggestions"]) == ({"new": 1, "reworded": 1}, {"weakened": 1})


def test_a_guess_is_no_split_and_its_lost_number_fails_a_build(tmp_path: Path) -> None:
    _years(tmp_path, LESS, LATER_LESS)
    [comparison] = _compared(tmp_path)

    assert _kinds(comparison) == [
        ("weakened", "G2 → K1"),
        ("new", " → P1"),
        ("reworded", "G1 → G2"),
    ]
    assert _diff(tmp_path, "--exit-code").code == 1
    assert _findings(tmp_path, "M03") == snapshot(
        [
            (
                "M03",
                "warning",
                "K1 har inget tal, men liknar ett åtagande som hade ett. I ”a” stod det: ”Vi lovar att genomföra två trygghetsvandringar i tätorten …”.",
            )
        ]
    )


def test_a_dropped_number_fails_a_build_and_a_dropped_wish_does_not(tmp_path: Path) -> None:
    wish = "åtaganden:\n  - {id: P1, part: polisen, text: Polisen finns på torget.}\n"
    patrol = "  - {id: P2, part: polisen, text: Stöldmärka 200 cyklar vid badet.}\n"
    other = "  - {id: K1, part: kommunen, text: Rensa buskage längs gångvägar.}\n"
    _years(tmp_path, wish + patrol, wish)

    assert _diff(tmp_path, "--exit-code").code == 1
    assert _findings(tmp_path, "M03") == [
        (
            "M03",
            "info",
            "Inget åtagande motsvarar P2 i ”a”, som hade ett tal: ”Stöldmärka 200 cyklar vid badet”.",
        )
    ]

    _years(tmp_path, wish + other, wish)

    assert _diff(tmp_path, "--exit-code").code == 0
    assert _findings(tmp_path, "M03") == []


def test_a_single_effort_that_is_reported_as_done_is_no_lost_number(tmp_path: Path) -> None:
    wish = "åtaganden:\n  - {id: P1, part: polisen, text: Polisen finns på torget.}\n"
    once = "  - {id: P2, part: polisen, text: Stöldmärka 200 cyklar vid badet.}\n"
    _years(tmp_path, wish + once, wish)
    (tmp_path / "promises" / "u.yaml").write_text(
        "dokument: uppföljning\nlöfte: a\ndatum: 2030-12-31\nposter:\n  - {åtagande: P2, status: genomfört, utfall: 200}\n",
        encoding="utf-8",
    )

    assert _findings(tmp_path, "M03") == []


def test_a_likely_pair_that_nobody_has_stated_is_asked_about_with_what_to_write(tmp_path: Path) -> None:
    row = "åtaganden:\n  - {{id: {id}, part: polisen, text: {text}{more}}}\n"
    before = row.format(id="P1", text="Polisen skall göra två trafikinsatser vid skolorna.", more="")
    after = "Polisen ska göra fyra trafikinsatser vid skolan."
    _years(tmp_path, before, row.format(id="P7", text=after, more=""))
    [(code, severity, message)] = _findings(tmp_path, "R08")

    assert (code, severity) == ("R08", "info")
    assert message.endswith("Om det är det: skriv fortsätter: [a#P1]")

    _years(tmp_path, before, row.format(id="P7", text=after, more=', fortsätter: ["a#P1"]'))

    assert _findings(tmp_path, "R08") == []


# ---------------------------------------------------------------- everything is compared


def test_a_lowered_goal_a_dropped_problem_and_a_chosen_one(tmp_path: Path) -> None:
    goal = "effektmål:\n  - {{id: E1, text: Minst {n} procent är trygga ute sent., indikator: trygga ute sent, utgångsvärde: {{värde: 58, enhet: procent, år: 2029}}, målvärde: {n}}}\n"
    _years(
        tmp_path,
        "problemområden:\n  - {rubrik: Mörka platser, kategori: otrygga-platser}\n  - {rubrik: Trafikbrott, kategori: trafik}\n"
        + goal.format(n=65)
        + "åtaganden:\n  - {id: P1, part: polisen, text: Polisen gör minst en medborgardialog vartannat år., mål: {minst: 1, enhet: medborgardialog, per: 2 år}}\n",
        "fokusområden:\n  - {id: trafik, rubrik: Trafikbrott, kategori: trafik}\n"
        + goal.format(n=60)
        + "åtaganden:\n  - {id: P1, part: polisen, text: Polisen gör minst två medborgardialoger per år., mål: {minst: 2, enhet: medborgardialoger, per: år}}\n",
    )

    assert _diff(tmp_path, "--format", "text").out.replace("\u00a0", " ") == snapshot("""\
a → b
1 skärpt.
! ”a” har ingen uppföljning här, så det går inte att se hur det gick.

SKÄRPT P1 → P1
  Polisen gör minst [-en medborgardialog vartannat-] {+två medborgardialoger per+} år.
    mål (skarpare): minst 1 medborgardialog vartannat år → minst 2 medborgardialoger per år

Fokusområden
  problemområdet ”Trafikbrott” blev fokusområde

I övrigt
  period (ändrat): 1 januari 2030 – 31 december 2030 → 1 januari 2031 – 31 december 2031
  problemområden (ändrat): ”Mörka platser” togs bort
  sänkt effektmål ”trygga ute sent” (svagare): 65 procent → 60 procent
""")
    assert _page(tmp_path) == snapshot("""\
Exempelby, åtagande för åtagande. Läs hela [löftet för 2031](b.md) eller [löftet för 2030](a.md).

## Lovas det mer eller mindre?

**1 skarpare** åtagande: 1 skarpare.



Löftet för 2030 har 1 åtagande. Löftet för 2031 har 1.

Svagare betyder att löftet binder till mindre: ett lägre tal, ett senare datum eller färre som berörs.

Det förra löftet har ingen uppföljning här, så det går inte att se hur det gick.


## Skarpare

- **Skarpare**
  - Minst 2 medborgardialoger per år. 2030 var det minst 1 medborgardialog vartannat år.
  - 2030: Polisen gör minst en medborgardialog vartannat år.
  - 2031: Polisen gör minst två medborgardialoger per år.

## I övrigt

- Problemområdet ”Trafikbrott” blev fokusområde.
- Problemområden: ”Mörka platser” togs bort.
- Sänkt effektmål ”trygga ute sent” (svagare): 60 procent. 2030 var det 65 procent.
""")
    assert _diff(tmp_path, "--exit-code").code == 1


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        ("text: Fler är trygga., utgångsvärde: {värde: 50}, målvärde: 60", "målvärde: 55", "weakened"),
        ("text: Färre utsätts., utgångsvärde: {värde: 20}, målvärde: 10", "målvärde: 15", "weakened"),
        ("text: Färre utsätts., utgångsvärde: {värde: 20}, målvärde: 10", "målvärde: 5", "sharpened"),
        ("text: Högst 200 brott anmäls., målvärde: 200", "målvärde: 250", "weakened"),
        ("text: Anmälda brott., målvärde: 200", "målvärde: 250", "neutral"),
    ],
)
def test_a_goal_is_weaker_when_its_value_moves_back_towards_the_baseline(
    tmp_path: Path, before: str, after: str, effect: str
) -> None:
    changed = before.rpartition("målvärde")[0] + after
    old, new = (f"effektmål:\n  - {{id: E1, {goal}}}\n" for goal in (before, changed))
    _years(tmp_path, old, new)
    [comparison] = _compared(tmp_path)

    assert [
        (piece["field"], piece["effect"]) for piece in comparison["other"] if "mål" in piece["field"]
    ] == [("effektmål/E1/målvärde", effect)]


def _agreements(folder: Path, *rests: str) -> None:
    for name, year, rest in zip(("a", "b"), (2028, 2032), rests, strict=True):
        head = f"dokument: samverkansöverenskommelse\ntitel: Överenskommelse\nperiod: {{från: {year}, till: {year + 3}}}\n"
        file = folder / "promises" / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(head + PARTIES + rest, encoding="utf-8")


def test_agreements_are_compared_item_by_item_in_words(tmp_path: Path) -> None:
    _agreements(
        tmp_path,
        """\
områden:
  - {id: "2.1", rubrik: Trafik, text: Parterna arbetar för lugnare trafik.}
  - {id: "2.2", rubrik: Narkotika, text: Parterna arbetar mot narkotika.}
uppföljning: {när: 2029-12-31, av: [styrgruppen]}
""",
        """\
områden:
  - {id: "2.1", rubrik: Narkotika, text: Parterna arbetar mot narkotika och tobak.}
  - {id: "2.2", rubrik: Stationen, text: Parterna gör stationen trygg.}
uppföljning: {när: 2034-06, av: [styrgruppen, rådet]}
""",
    )

    assert _diff(tmp_path, "--format", "text").out.replace("\u00a0", " ") == snapshot("""\
a → b

I övrigt
  period (ändrat): 2028–2031 → 2032–2035
  samverkansområden (ändrat): ”Trafik” togs bort
  samverkansområden ”Narkotika”, text (ändrat): Parterna arbetar mot narkotika. → Parterna arbetar
    mot narkotika och tobak.
  samverkansområden (ändrat): ”Stationen” tillkom
  uppföljning, följs upp (ändrat): 31 december 2029 → juni 2034
  uppföljning, av (ändrat): styrgruppen → styrgruppen, rådet
""")


# ---------------------------------------------------------------- who promises


def test_a_party_that_joins_leaves_a_joint_commitment_kept(tmp_path: Path) -> None:
    rows = "åtaganden:\n  - {id: G1, part: tillsammans, text: Vi går två trygghetsvandringar.}\n"
    _years(tmp_path, rows, rows, PARTIES + "  - {id: raddning, typ: myndighet, namn: Räddningstjänsten}\n")
    [comparison] = _compared(tmp_path)

    assert comparison["headline"] == {"kept": 1}
    assert "Räddningstjänsten lovar nu också\n" in _diff(tmp_path, "--format", "text").out
    assert "Räddningstjänsten lovar nu också det här.\n" in _page(tmp_path)


def test_another_party_is_named_in_words_for_residents(tmp_path: Path) -> None:
    row = "åtaganden:\n  - {{id: G1, part: {part}, text: Vi går två trygghetsvandringar.}}\n"
    _years(tmp_path, row.format(part="tillsammans"), row.format(part="polisen"))
    page = _page(tmp_path)

    assert "Lokalpolisområde Exempelby lovar det. 2030 lovade parterna tillsammans det." in page
    assert _unreadable(page) == []


def _unreadable(page: str) -> Sequence[str]:
    """Signs of field names and ids in a page."""
    return [word for word in ("polisen)", "(ändrat)", "→", "part:", "fokus_", "None") if word in page]


def test_another_agreement_is_named_by_its_title(tmp_path: Path) -> None:
    _agreements(tmp_path, "", "")
    for name in ("a", "b"):
        file = tmp_path / "promises" / f"{name}.yaml"
        text = file.read_text(encoding="utf-8").replace(
            "Överenskommelse\n", f"Överenskommelsen {name.upper()}\n"
        )
        (tmp_path / "promises" / f"avtal-{name}.yaml").write_text(text, encoding="utf-8")
    _years(tmp_path, "ingår_i: avtal-a\n", "ingår_i: avtal-b\n")

    assert "- Överenskommelse: Överenskommelsen B. 2030 var det Överenskommelsen A.\n" in _page(tmp_path)
