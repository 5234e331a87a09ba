"""`lofte summary` and `lofte due` as they are drawn on a terminal."""

import datetime as dt
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from example_places import TODAY, example, three_places
from medborgarlofte.follow_up.deadline import Deadline
from medborgarlofte.follow_up.deadlines import deadlines
from medborgarlofte.i18n import Text
from medborgarlofte.report import DUE_FORMATS, SUMMARY_FORMATS
from medborgarlofte.report.due.text import DueResult
from medborgarlofte.report.summary.result import Summary
from medborgarlofte.stats import figures, rows
from report.terminal_screens import Draw, view


def _summary(folder: Path, by: str = "") -> Draw:
    found = figures(three_places(folder), today=TODAY)
    return view(SUMMARY_FORMATS, Summary(found, by, rows(found, by) if by else ()))


def test_promises_at_80_columns(tmp_path: Path) -> None:
    assert _summary(tmp_path)(80, False, "sv") == snapshot("""\
Löfte              Period     Läge    Gjort  Delvis  Pågår  Inte  Okänt  Mätbara
────────────────────────────────────────────────────────────────────────────────
alfaby/lofte-2024  2024       gäller      1       1      1     1      1   2 av 5
aby/lofte-2023     2023–2027  gäller      0       0      0     0      1   1 av 1
ostby/lofte-2024   2024–      utkast      0       0      0     0      0   0 av 0
Sammanlagt                                1       1      1     1      2   3 av 6

3 löften, 6 åtaganden. 1 av 4 redovisade åtaganden är genomfört, 1 delvis, 2 ej
redovisade. Ett av 3 löften är utkast eller följs upp i utkast.
Inte: inte påbörjat, inte genomfört eller utgått. Okänt: går inte att bedöma
eller ingen uppgift.
""")


def test_promises_at_50_columns(tmp_path: Path) -> None:
    assert _summary(tmp_path)(50, False, "sv") == snapshot("""\
alfaby/lofte-2024
  Period: 2024, Läge: gäller, Gjort: 1, Delvis: 1,
  Pågår: 1, Inte: 1, Okänt: 1, Mätbara: 2 av 5
aby/lofte-2023
  Period: 2023–2027, Läge: gäller, Gjort: 0,
  Delvis: 0, Pågår: 0, Inte: 0, Okänt: 1,
  Mätbara: 1 av 1
ostby/lofte-2024
  Period: 2024–, Läge: utkast, Gjort: 0,
  Delvis: 0, Pågår: 0, Inte: 0, Okänt: 0,
  Mätbara: 0 av 0
Sammanlagt
  Gjort: 1, Delvis: 1, Pågår: 1, Inte: 1,
  Okänt: 2, Mätbara: 3 av 6

3 löften, 6 åtaganden. 1 av 4 redovisade åtaganden
är genomfört, 1 delvis, 2 ej redovisade. Ett
av 3 löften är utkast eller följs upp i utkast.
Inte: inte påbörjat, inte genomfört eller utgått.
Okänt: går inte att bedöma eller ingen uppgift.
""")


def test_promises_at_140_columns_in_english(tmp_path: Path) -> None:
    assert _summary(tmp_path)(140, False, "en") == snapshot("""\
Promise            Period     Stage     Done  Partly  Ongoing  Not  Unknown  Measurable
───────────────────────────────────────────────────────────────────────────────────────
alfaby/lofte-2024  2024       in force     1       1        1    1        1      2 of 5
aby/lofte-2023     2023–2027  in force     0       0        0    0        1      1 of 1
ostby/lofte-2024   2024–      draft        0       0        0    0        0      0 of 0
Total                                      1       1        1    1        2      3 of 6

3 promises, 6 commitments. 1 of 4 reported commitments is done, 1 partly, 2 not reported.
1 of 3 promises is a draft or followed up in drafts.
Not: not begun, not done or withdrawn. Unknown: cannot be judged or no report.
""")


def test_focus_areas_wrap_in_their_column(tmp_path: Path) -> None:
    assert _summary(tmp_path, "focus")(80, False, "sv") == snapshot("""\
Fokusområde                   Löften  Gjort  Delvis  Pågår  Inte  Okänt  Mätbara
────────────────────────────────────────────────────────────────────────────────
Barn och unga i riskzon            1      1       0      0     0      0   1 av 1
Stöld och inbrott                  1      0       0      0     0      1   1 av 1
Trafiksäkerhet och                 1      1       1      0     0      0   1 av 2
  trafikbrott
(inte angivet)                     1      0       0      1     1      1   1 av 3
Sammanlagt                         3      1       1      1     1      2   3 av 6

3 löften, 6 åtaganden. 1 av 4 redovisade åtaganden är genomfört, 1 delvis, 2 ej
redovisade. Ett av 3 löften är utkast eller följs upp i utkast.
Inte: inte påbörjat, inte genomfört eller utgått. Okänt: går inte att bedöma
eller ingen uppgift.
""")


def test_nothing_to_count() -> None:
    assert view(SUMMARY_FORMATS, Summary(()))(80, False, "sv") == snapshot("0 löften, 0 åtaganden.\n")


def test_numbers_take_the_colour_of_their_status(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")

    assert _summary(tmp_path)(80, True, "sv").splitlines()[2:4] == snapshot(
        [
            "\x1b[1malfaby/lofte-2024\x1b[0m \x1b[38;2;118;118;118m \x1b[0m2024      \x1b[38;2;118;118;118m \x1b[0mgäller \x1b[38;2;118;118;118m \x1b[0m    \x1b[1;38;2;7;136;76m1\x1b[0m \x1b[38;2;118;118;118m \x1b[0m     \x1b[1;38;2;189;88;0m1\x1b[0m \x1b[38;2;118;118;118m \x1b[0m    \x1b[1;38;2;54;114;226m1\x1b[0m \x1b[38;2;118;118;118m \x1b[0m   \x1b[1;38;2;224;41;68m1\x1b[0m \x1b[38;2;118;118;118m \x1b[0m    \x1b[1m1\x1b[0m \x1b[38;2;118;118;118m \x1b[0m 2 av 5",
            "\x1b[1maby/lofte-2023\x1b[0m    \x1b[38;2;118;118;118m \x1b[0m2023–2027 \x1b[38;2;118;118;118m \x1b[0mgäller \x1b[38;2;118;118;118m \x1b[0m    \x1b[38;2;118;118;118m0\x1b[0m \x1b[38;2;118;118;118m \x1b[0m     \x1b[38;2;118;118;118m0\x1b[0m \x1b[38;2;118;118;118m \x1b[0m    \x1b[38;2;118;118;118m0\x1b[0m \x1b[38;2;118;118;118m \x1b[0m   \x1b[38;2;118;118;118m0\x1b[0m \x1b[38;2;118;118;118m \x1b[0m    \x1b[1m1\x1b[0m \x1b[38;2;118;118;118m \x1b[0m 1 av 1",
        ]
    )


def _due() -> Draw:
    today = dt.date(2025, 11, 15)
    found = deadlines(example(), today=today, until=dt.date(2026, 12, 31))
    late = Deadline(
        dt.date(2025, 11, 3),
        "exempelby/lofte-2025",
        "follow-up",
        "",
        "Löftet",
        Text("Uppföljning", "Follow-up"),
        "overdue",
    )
    return view(DUE_FORMATS, DueResult([found[0], late, *found[1:]], today, today))


def test_deadlines_at_80_columns() -> None:
    assert _due()(80, False, "sv") == snapshot("""\
Försenat
  ons 15 oktober    31 dagar sedan  Lägesbilden ska uppdateras (6 §):
                                    exempelby/lagesbild-2023
  mån 3 november    12 dagar sedan  Uppföljning: exempelby/lofte-2025
November 2025
  sön 30 november   om 15 dagar     Åtgärdsplanen ska följas upp (6 §):
                                    exempelby/atgardsplan-2024
Oktober 2026
  lör 31 oktober    om 350 dagar    Överenskommelsen följs upp:
                                    exempelby/overenskommelse-2023
December 2026
  tors 31 december  om 411 dagar    Överenskommelsen tar slut:
                                    exempelby/overenskommelse-2023

2 försenade, 3 kommande.
I din kalender: lofte due -o uppfoljning.ics
""")


def test_deadlines_at_50_columns() -> None:
    assert _due()(50, False, "sv") == snapshot("""\
Försenat
  ons 15 oktober    31 dagar sedan
    Lägesbilden ska uppdateras (6 §):
    exempelby/lagesbild-2023
  mån 3 november    12 dagar sedan
    Uppföljning: exempelby/lofte-2025
November 2025
  sön 30 november   om 15 dagar
    Åtgärdsplanen ska följas upp (6 §):
    exempelby/atgardsplan-2024
Oktober 2026
  lör 31 oktober    om 350 dagar
    Överenskommelsen följs upp:
    exempelby/overenskommelse-2023
December 2026
  tors 31 december  om 411 dagar
    Överenskommelsen tar slut:
    exempelby/overenskommelse-2023

2 försenade, 3 kommande.
I din kalender: lofte due -o uppfoljning.ics
""")


def test_deadlines_at_140_columns_in_english() -> None:
    assert _due()(140, False, "en") == snapshot("""\
Overdue
  Wed 15 October   31 days ago  The situation picture should be updated (section 6):
                                exempelby/lagesbild-2023
  Mon 3 November   12 days ago  Follow-up: exempelby/lofte-2025
November 2025
  Sun 30 November  in 15 days   The action plan should be followed up (section 6):
                                exempelby/atgardsplan-2024
October 2026
  Sat 31 October   in 350 days  The agreement is followed up: exempelby/overenskommelse-2023
December 2026
  Thu 31 December  in 411 days  The agreement ends: exempelby/overenskommelse-2023

2 overdue, 3 to come.
In your calendar: lofte due -o uppfoljning.ics
""")


def test_nothing_is_due() -> None:
    assert view(DUE_FORMATS, DueResult((), TODAY, dt.date(2025, 3, 1)))(80, False, "sv") == snapshot(
        "Inget har en dag till och med 2025-03-01. Längre fram: lofte due --within 5å\n"
    )
