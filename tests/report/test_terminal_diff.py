"""`lofte diff` as it is drawn on a terminal."""

import pytest
from inline_snapshot import snapshot

from medborgarlofte.report import DIFF_FORMATS
from report.terminal_screens import Draw, compared, view

BEFORE = """\
  - {id: K1, part: kommunen, text: Fältgruppen är ute minst 100 kvällar under året., mål: {minst: 100, enhet: kvällar}}
  - {id: K2, part: kommunen, text: "Vi röjer buskar på fem platser [se bilaga 2]."}
  - {id: K3, part: kommunen, text: Besöka skolor och föreningar.}
  - {id: K4, part: kommunen, text: Kommunen tar emot synpunkter.}
"""
AFTER = """\
  - {id: K1, part: kommunen, text: "Fältgruppen är ute minst 80 kvällar under året, om bemanningen tillåter.", mål: {minst: 80, enhet: kvällar}}
  - {id: K3a, part: kommunen, text: Besöka skolor., fortsätter: ["exempelby/lofte-2025#K3"]}
  - {id: K3b, part: kommunen, text: Besöka föreningar., fortsätter: ["exempelby/lofte-2025#K3"]}
  - {id: K4, part: kommunen, text: Kommunen tar emot synpunkter.}
  - {id: P1, part: polisen, text: Polisen märker 200 cyklar.}
"""


def _drawn() -> Draw:
    return view(DIFF_FORMATS, [compared(BEFORE, AFTER)])


def test_changes_at_80_columns() -> None:
    assert _drawn()(80, False, "sv") == snapshot("""\
exempelby/lofte-2025 → exempelby/lofte-2026
1 försvagat, 1 borttaget, 1 delat, 1 nytt, 1 behållet.

FÖRSVAGAT K1
  Fältgruppen är ute minst [-100-] {+80+} kvällar under [-året.-] {+året, om
  bemanningen tillåter.+}
    mål          svagare   minst 100 kvällar → minst 80 kvällar
    förbehåll    svagare   inget → om bemanningen tillåter

BORTTAGET K2
  Vi röjer buskar på fem platser [se bilaga 2].
    mål          svagare   5 platser → inget

DELAT K3 → K3a+K3b
  - Besöka skolor och föreningar.
  + Besöka skolor.
  + Besöka föreningar.

NYTT P1
  Polisen märker 200 cyklar.

Behållet: K4.
""")


def test_changes_at_50_columns() -> None:
    assert _drawn()(50, False, "sv") == snapshot("""\
exempelby/lofte-2025 → exempelby/lofte-2026
1 försvagat, 1 borttaget, 1 delat, 1 nytt,
1 behållet.

FÖRSVAGAT K1
  Fältgruppen är ute minst [-100-] {+80+} kvällar
  under [-året.-] {+året, om bemanningen
  tillåter.+}
    mål          svagare   minst 100 kvällar →
                           minst 80 kvällar
    förbehåll    svagare   inget → om bemanningen
                           tillåter

BORTTAGET K2
  Vi röjer buskar på fem platser [se bilaga 2].
    mål          svagare   5 platser → inget

DELAT K3 → K3a+K3b
  - Besöka skolor och föreningar.
  + Besöka skolor.
  + Besöka föreningar.

NYTT P1
  Polisen märker 200 cyklar.

Behållet: K4.
""")


def test_the_old_text_beside_the_new_one_at_140_columns() -> None:
    assert _drawn()(140, False, "en") == snapshot("""\
exempelby/lofte-2025 → exempelby/lofte-2026
1 weakened, 1 dropped, 1 split, 1 new, 1 kept.

WEAKENED K1
  Fältgruppen är ute minst [-100-] kvällar under [-året.-]           │  Fältgruppen är ute minst {+80+} kvällar under {+året, om
                                                                     │  bemanningen tillåter.+}
    target       weaker    at least 100 kvällar → at least 80 kvällar
    reservation  weaker    nothing → om bemanningen tillåter

DROPPED K2
  Vi röjer buskar på fem platser [se bilaga 2].
    target       weaker    5 platser → nothing

SPLIT K3 → K3a+K3b
  - Besöka skolor och föreningar.
  + Besöka skolor.
  + Besöka föreningar.

NEW P1
  Polisen märker 200 cyklar.

Kept: K4.
""")


def test_removed_words_are_struck_and_added_ones_underlined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    (line,) = (line for line in _drawn()(80, True, "sv").splitlines() if "Fältgruppen" in line)

    assert line == snapshot(
        "  Fältgruppen är ute minst \x1b[9;38;2;224;41;68m100\x1b[0m \x1b[1;4;38;2;7;136;76m80\x1b[0m kvällar under \x1b[9;38;2;224;41;68måret.\x1b[0m \x1b[1;4;38;2;7;136;76måret, om bemanningen\x1b[0m"
    )


def test_nothing_has_changed() -> None:
    assert view(DIFF_FORMATS, [compared(BEFORE, BEFORE)])(80, False, "sv") == snapshot("""\
exempelby/lofte-2025 → exempelby/lofte-2026
4 behållna.
Inget har ändrats.
""")


def test_several_comparisons_have_a_rule_between_them() -> None:
    row = compared(BEFORE, BEFORE)

    assert view(DIFF_FORMATS, [row, row])(60, False, "sv") == snapshot("""\
exempelby/lofte-2025 → exempelby/lofte-2026
4 behållna.
Inget har ändrats.

────────────────────────────────────────────────────────────
exempelby/lofte-2025 → exempelby/lofte-2026
4 behållna.
Inget har ändrats.
""")
