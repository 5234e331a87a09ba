"""A coordinator's first hour and whole year at a terminal, from an empty folder, without editing a file by hand."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from corpus import plain
from medborgarlofte.i18n import LANGUAGES, Language, Text
from terminal import typed

pytestmark = pytest.mark.slow

MUNICIPAL: Final = (
    ("Fältgruppen är ute minst 100 kvällar.", 50),
    ("Kommunen byter 40 lampor i Stadsparken före den 1 oktober.", 20),
    ("Fritidsgården har öppet minst 50 lördagar.", 25),
    ("Skolorna håller minst 10 föräldramöten om nätet.", 5),
    ("Kommunen röjer buskar på minst 6 platser.", 3),
    ("Kommunen ordnar minst 4 trygghetsvandringar.", 2),
)
POLICE: Final = (
    ("Polisen fotpatrullerar vid stationen minst 100 kvällar.", 50),
    ("Polisen gör minst 12 hastighetskontroller vid skolorna.", 6),
    ("Kommunpolisen håller minst 8 lektioner i årskurs 7.", 4),
    ("Polisen gör minst 6 kontroller av A-traktorer.", 3),
)
JOINT: Final = (
    ("Kommunpolisen och fältgruppen håller minst 4 samtal med invånarna på torget.", 2),
    ("Polisen och kommunen bjuder in butikerna till minst 2 möten.", 1),
)
HALVES: Final = tuple(half for _, half in (*MUNICIPAL, *POLICE, *JOINT))
"""What is done in each half of the year: each target is reached in December."""
ID: Final = "exempelby/lofte-2027"
NEXT: Final = "exempelby/lofte-2028"

Turn = tuple[Text | str, str]


def _q(sv: str, en: str, keys: str = "\n") -> Turn:
    return Text(sv, en), keys


INIT: Final = (
    _q("Kommun: ", "Municipality: ", "Exempelby kommun\n"),
    _q("Kommun [", "Municipality ["),
    _q("Lokalpolisområde [", "Local police area ["),
)
COMMITMENT: Final = Text("Åtagande: ", "Commitment: ")
RESPONSIBLE: Final = Text("Vem svarar", "Who is responsible")
END: Final = (COMMITMENT, "\n")


def _commitments(rows: Sequence[tuple[str, int]], responsible: str, *lead: Turn) -> list[Turn]:
    """Each text, and who is responsible: written once, then Enter."""
    turns: list[Turn] = []
    for number, (text, _) in enumerate(rows):
        turns += [(COMMITMENT, f"{text}\n"), *lead, (RESPONSIBLE, f"{'' if number else responsible}\n")]
    return [*turns, END]


NEW: Final[Sequence[Turn]] = (
    _q("Kommun [Exempelby kommun]", "Municipality [Exempelby kommun]"),
    _q("Polisen [", "The police ["),
    _q("Tid [", "Period [", "1 jan 2027 – 31 dec 2027\n"),
    _q("Fokusområden: ", "Focus areas: ", "5\n"),
    *_commitments(MUNICIPAL, "enhetschef, Kultur och fritid"),
    *_commitments(POLICE, "gruppchef, Lokalpolisområde Exempelby"),
    *_commitments(JOINT, "kommunpolis, Lokalpolisområde Exempelby", _q("Vem håller ihop", "Who leads")),
    _q("Hur ofta [", "How often ["),
    _q("Vem kallar", "Who convenes", "kommunpolisen\n"),
    _q("redovisningen", "the report"),
)
SIGN: Final[Sequence[Turn]] = (
    _q("skrev under för", "signed for", "Kim Exempelsson, kommunstyrelsens ordförande\n"),
    _q("skrev under för", "signed for", "Robin Provgren, lokalpolisområdeschef\n"),
)
REPORT: Final[Sequence[Turn]] = tuple(
    turn
    for half in HALVES
    for turn in (
        _q("Utfall, ", "Outcome, ", f"{half}\n"),
        _q("Status 1–7 [", "Status 1–7 ["),
        _q("Kommentar: ", "Comment: "),
    )
)


class _Year:
    """Commands typed one after the other in a folder."""

    def __init__(self, folder: Path, lang: Language, width: int) -> None:
        self.folder, self.lang, self.width = folder, lang, width
        self.screens: list[str] = []

    def type(self, command: str, turns: Sequence[Turn] = ()) -> str:
        told = [(words[self.lang] if isinstance(words, Text) else words, keys) for words, keys in turns]
        words = [*command.split(), "--lang", self.lang]
        code, said = typed(self.folder, words, *told, COLUMNS=str(self.width), TERM="xterm", NO_COLOR="1")
        assert code == 0, said
        self.screens.append(said)
        return said


@pytest.mark.parametrize("width", [50, 80])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_year_without_editing_a_file(tmp_path: Path, lang: Language, width: int) -> None:
    year = _Year(tmp_path, lang, width)
    home = tmp_path / "promises" / "exempelby"

    year.type("init", INIT)
    assert Text("12 åtaganden", "12 commitments")[lang] in year.type("new", NEW)
    assert Text("Inga problem", "No problems")[lang] in year.type("validate --today 2026-12-10")
    year.type(f"sign {ID} --date 2026-12-15", SIGN)
    promise = plain((home / "lofte-2027.yaml").read_text(encoding="utf-8"))
    assert (promise["status"], len(promise["åtaganden"])) == ("antaget", 12)
    assert [row["part"] for row in promise["undertecknat"]] == ["kommunen", "polisen"]

    year.type(f"follow-up {ID} --date 2027-06-30 -i", REPORT)
    counting = _q("(1 eller 2)", "(1 or 2)", "1\n")
    done = year.type(f"follow-up {ID} --date 2027-12-31 -i", (counting, *REPORT))
    assert Text("Hittills 100 av minst 100", "So far 100 of at least 100")[lang] in done
    assert "(50 + 50)" in done

    year.type(f"new --from {ID}")
    compared = year.type(f"diff {ID} {NEXT}")
    assert Text("12 behållna", "12 kept")[lang] in compared
    year.type("render --today 2028-01-15")
    page = (tmp_path / "site/exempelby/lofte-2027.html").read_text(encoding="utf-8")
    assert "Fältgruppen är ute minst 100 kvällar." in page
    assert re.search(r"12\s+av\s+12|12\s+of\s+12", page.replace("\xa0", " "))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_wider_than_the_window(tmp_path: Path, lang: Language) -> None:
    year = _Year(tmp_path, lang, 50)
    year.type("init", INIT)
    year.screens.clear()
    for command, turns in (
        ("new", NEW),
        (f"sign {ID} --date 2026-12-15", SIGN),
        (f"follow-up {ID} --date 2027-06-30 -i", REPORT),
    ):
        year.type(command, turns)
    typed_words = [keys.strip() for turns in (NEW, SIGN) for _, keys in turns if keys.strip()]
    lines = [line for screen in year.screens for line in screen.splitlines()]
    wide = [
        line
        for line in lines
        if len(line) > 50
        and not re.match(r"(Svar|Answer): |.*promises/", line)
        and not any(w in line for w in typed_words)
    ]

    assert wide == []
