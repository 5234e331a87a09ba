"""`lofte validate` as it is drawn on a terminal."""

from dataclasses import replace

import pytest
from inline_snapshot import snapshot

from corpus import loaded
from medborgarlofte.report import check
from medborgarlofte.report.check.result import CheckResult
from report.terminal_screens import View, checked, view

DRAFT = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Björkhulta 2026
status: utkast
period: {från: 2026-07-01, till: 2027-06-31}
parter:
  - {id: kommunen, typ: kommun, namn: Björkhulta kommun}
åtaganden:
  - {id: K1, part: kommunen, text: "Vi ska verka för en ökad vuxennärvaro [se bilaga 2]."}
"""
OTHER = DRAFT.replace("2027-06-31", "2027-06-30").replace("[se bilaga 2]", "med start i våras")


def _result(*texts: str) -> CheckResult:
    """Drafts in files of their own."""
    found: list[CheckResult] = []
    for number, text in enumerate(texts, start=1):
        file = f"promises/bjorkhulta/lofte-{number}.yaml"
        result = checked(loaded(text))
        renamed = tuple(
            replace(d, file=file) for d in result.diagnostics if d.code in {"D10", "M01", "M02", "T06"}
        )
        found.append(CheckResult(renamed, (file,), {file: text}))
    diagnostics = tuple(d for result in found for d in result.diagnostics)
    files = tuple(file for result in found for file in result.files)
    return CheckResult(
        diagnostics, files, {file: text for result in found for file, text in result.texts.items()}
    )


def _drawn(name: str = "text") -> View:
    return view(check.FORMATS, _result(DRAFT, OTHER), name)


def test_findings_at_80_columns() -> None:
    assert _drawn()(80, False, "sv") == snapshot("""\
fel D10  Datumet ”2027-06-31” finns inte: juni har 30 dagar.
  promises/bjorkhulta/lofte-1.yaml:4:34
  4 │ period: {från: 2026-07-01, till: 2027-06-31}
    │                                  ^^^^^^^^^^
  Varför      Ett datum som inte finns kan varken påminna eller följas upp.
  Gör så här  Kontrollera dagen mot beslutet eller källan.

────────────────────────────────────────────────────────────────────────────────
varning M01  K1 (”Vi ska verka för en ökad vuxennärvaro med start i våras.”)
             säger varken hur mycket, hur ofta eller till när.
  promises/bjorkhulta/lofte-2.yaml:8:36
  8 │ …, part: kommunen, text: "Vi ska verka för en ökad vuxennärvaro med start…
    │                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Varför      Då kan ingen säga om det blev gjort, varken ni eller invånarna.
  Gör så här  Lägg till ”mål” (antal, takt), ”tid” (ett schema) eller ”senast”
              (en dag). Är det ett val att inte ange något tal, skriv varför
              under ”mål_saknas”.

varning M02  K1 lovar att ”verka för”, men det går inte att se när det är gjort.
  promises/bjorkhulta/lofte-2.yaml:8:44
  8 │ …kommunen, text: "Vi ska verka för en ökad vuxennärvaro med start i våras…
    │                          ^^^^^^^^^
  Varför      Att arbeta med, utveckla eller verka för något stämmer alltid.
              Invånare och journalister kan inte svara ja eller nej.
  Gör så här  Säg vad någon ska göra: vem, vad, var, hur många eller hur ofta,
              till när.

varning T06  ”i våras” säger inte vilket år.
  promises/bjorkhulta/lofte-2.yaml:8:85
  8 │ … vuxennärvaro med start i våras."}
    │                          ^^^^^^^
  Varför      Texten läses i flera år och kopieras till nästa löfte. Då betyder
              orden något annat.
  Gör så här  Skriv månad och år i stället: ”sedan april 2021”.

Antal  Regel  Vad                                                        Nivå
────────────────────────────────────────────────────────────────────────────────
    1  D10    Datumet ”…” finns inte: …                                  fel
    1  M01    … (”…”) säger varken hur mycket, hur ofta eller till när.  varning
    1  M02    … lovar att ”…”, men det går inte att se när det är        varning
                gjort.
    1  T06    ”…” säger inte vilket år.                                  varning

Flest fynd                        Fel  Varningar  Tips
──────────────────────────────────────────────────────
promises/bjorkhulta/lofte-1.yaml    1          0     0
promises/bjorkhulta/lofte-2.yaml    0          3     0

1 fel, 3 varningar. Kontrollerade 2 filer.
Mer om en regel: lofte validate --explain D10
""")


def test_findings_at_50_columns() -> None:
    assert _drawn()(50, False, "sv") == snapshot("""\
fel D10  Datumet ”2027-06-31” finns inte: juni har
         30 dagar.
  promises/bjorkhulta/lofte-1.yaml:4:34
  4 │ period: {från: 2026-07-01, till: 2027-06-31}
    │                                  ^^^^^^^^^^
  Varför: Ett datum som inte finns kan varken
  påminna eller följas upp.
  Gör så här: Kontrollera dagen mot beslutet eller
  källan.

──────────────────────────────────────────────────
varning M01  K1 (”Vi ska verka för en ökad
             vuxennärvaro med start i våras.”)
             säger varken hur mycket, hur ofta
             eller till när.
  promises/bjorkhulta/lofte-2.yaml:8:36
  8 │ …mmunen, text: "Vi ska verka för en ökad vu…
    │                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Varför: Då kan ingen säga om det blev gjort,
  varken ni eller invånarna.
  Gör så här: Lägg till ”mål” (antal, takt), ”tid”
  (ett schema) eller ”senast” (en dag). Är det ett
  val att inte ange något tal, skriv varför under
  ”mål_saknas”.

varning M02  K1 lovar att ”verka för”, men det går
             inte att se när det är gjort.
  promises/bjorkhulta/lofte-2.yaml:8:44
  8 │ …text: "Vi ska verka för en ökad vuxennärva…
    │                ^^^^^^^^^
  Varför: Att arbeta med, utveckla eller verka för
  något stämmer alltid. Invånare och journalister
  kan inte svara ja eller nej.
  Gör så här: Säg vad någon ska göra: vem, vad,
  var, hur många eller hur ofta, till när.

varning T06  ”i våras” säger inte vilket år.
  promises/bjorkhulta/lofte-2.yaml:8:85
  8 │ …aro med start i våras."}
    │                ^^^^^^^
  Varför: Texten läses i flera år och kopieras
  till nästa löfte. Då betyder orden något annat.
  Gör så här: Skriv månad och år i stället: ”sedan
  april 2021”.

Antal  Regel  Vad                          Nivå
──────────────────────────────────────────────────
    1  D10    Datumet ”…” finns inte: …    fel
    1  M01    … (”…”) säger varken hur     varning
                mycket, hur ofta eller
                till när.
    1  M02    … lovar att ”…”, men det     varning
                går inte att se när det
                är gjort.
    1  T06    ”…” säger inte vilket år.    varning

promises/bjorkhulta/lofte-1.yaml
  Fel: 1, Varningar: 0, Tips: 0
promises/bjorkhulta/lofte-2.yaml
  Fel: 0, Varningar: 3, Tips: 0

1 fel, 3 varningar. Kontrollerade 2 filer.
Mer om en regel: lofte validate --explain D10
""")


def test_findings_at_140_columns_in_english() -> None:
    assert _drawn()(140, False, "en") == snapshot("""\
error D10  The date “2027-06-31” does not exist: June has 30 days.
  promises/bjorkhulta/lofte-1.yaml:4:34
  4 │ period: {från: 2026-07-01, till: 2027-06-31}
    │                                  ^^^^^^^^^^
  Why         A date that does not exist can neither remind nor be followed up.
  Do this     Check the day against the decision or the source.

────────────────────────────────────────────────────────────────────────────────────────────
warning M01  K1 (“Vi ska verka för en ökad vuxennärvaro med start i våras.”) says neither
             how much, how often nor by when.
  promises/bjorkhulta/lofte-2.yaml:8:36
  8 │ …: K1, part: kommunen, text: "Vi ska verka för en ökad vuxennärvaro med start i våras…
    │                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Why         Then nobody can say whether it was done, neither you nor the residents.
  Do this     Add “mål” (a number or rate), “tid” (a schedule) or “senast” (a day). If
              leaving out a number is a choice, say why under “mål_saknas”.

warning M02  K1 promises to “verka för”, but it cannot be seen when that is done.
  promises/bjorkhulta/lofte-2.yaml:8:44
  8 │ …rt: kommunen, text: "Vi ska verka för en ökad vuxennärvaro med start i våras."}
    │                              ^^^^^^^^^
  Why         Working with, developing or striving for something is always true. Residents
              and journalists cannot answer yes or no.
  Do this     Say what somebody will do: who, what, where, how many or how often, by when.

warning T06  “i våras” does not say which year.
  promises/bjorkhulta/lofte-2.yaml:8:85
  8 │ …ökad vuxennärvaro med start i våras."}
    │                              ^^^^^^^
  Why         The text is read for years and copied into the next promise. Then the words
              mean something else.
  Do this     Write the month and year instead: “sedan april 2021”.

Count  Rule  What                                                         Level
─────────────────────────────────────────────────────────────────────────────────
    1  D10   The date “…” does not exist: …                               error
    1  M01   … (“…”) says neither how much, how often nor by when.        warning
    1  M02   … promises to “…”, but it cannot be seen when that is done.  warning
    1  T06   “…” does not say which year.                                 warning

Most findings                     Errors  Warnings  Hints
─────────────────────────────────────────────────────────
promises/bjorkhulta/lofte-1.yaml       1         0      0
promises/bjorkhulta/lofte-2.yaml       0         3      0

1 error, 3 warnings. Checked 2 files.
More about a rule: lofte validate --explain D10
""")


def test_the_compact_view() -> None:
    assert _drawn("compact")(50, False, "sv") == snapshot("""\
promises/bjorkhulta/lofte-1.yaml
  4:34  fel      D10  Datumet ”2027-06-31” finns
                      inte: juni har 30 dagar.
promises/bjorkhulta/lofte-2.yaml
  8:36  varning  M01  K1 (”Vi ska verka för en
                      ökad vuxennärvaro med start
                      i våras.”) säger varken hur
                      mycket, hur ofta eller till
                      när.
  8:44  varning  M02  K1 lovar att ”verka för”,
                      men det går inte att se när
                      det är gjort.
  8:85  varning  T06  ”i våras” säger inte vilket
                      år.

1 fel, 3 varningar. Kontrollerade 2 filer.
Mer om en regel: lofte validate --explain D10
""")


def test_the_statistics() -> None:
    assert _drawn("statistics")(80, False, "en") == snapshot("""\
Count  Rule  What                                                        Level
────────────────────────────────────────────────────────────────────────────────
    1  D10   The date “…” does not exist: …                              error
    1  M01   … (“…”) says neither how much, how often nor by when.       warning
    1  M02   … promises to “…”, but it cannot be seen when that is       warning
               done.
    1  T06   “…” does not say which year.                                warning

1 error, 3 warnings. Checked 2 files.
More about a rule: lofte validate --explain D10
""")


def test_no_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    drawn = view(check.FORMATS, CheckResult((), ("a.yaml", "b.yaml"), {}))

    assert drawn(80, True, "sv") == snapshot("\x1b[1;38;2;7;136;76mInga problem\x1b[0m i 2 filer.\n")


def test_a_finding_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    drawn = view(check.FORMATS, _result(DRAFT))

    assert drawn(60, True, "sv") == snapshot("""\
\x1b[1;7;38;2;224;41;68mfel\x1b[0m \x1b[1mD10\x1b[0m  \x1b[1mDatumet ”2027-06-31” finns inte: juni har 30 dagar.\x1b[0m
  promises/bjorkhulta/lofte-1.yaml:4:34
\x1b[38;2;118;118;118m  4 │ \x1b[0mperiod: {från: 2026-07-01, till: 2027-06-31}
\x1b[38;2;118;118;118m    │ \x1b[0m                                 \x1b[1;38;2;224;41;68m^^^^^^^^^^\x1b[0m
  \x1b[38;2;118;118;118mVarför: \x1b[0m\x1b[38;2;118;118;118mEtt datum som inte finns kan varken påminna eller\x1b[0m
  \x1b[38;2;118;118;118mföljas upp.\x1b[0m
  \x1b[1;38;2;54;114;226mGör så här: \x1b[0mKontrollera dagen mot beslutet eller källan.

\x1b[1;38;2;224;41;68m1 fel\x1b[0m. Kontrollerade 1 fil.
Mer om en regel: \x1b[1;38;2;54;114;226mlofte validate --explain D10\x1b[0m
""")
