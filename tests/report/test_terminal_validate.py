"""`lofte validate` as it is drawn on a terminal."""

import pytest
from inline_snapshot import snapshot

from corpus import loaded
from medborgarlofte.report import CHECK_FORMATS
from medborgarlofte.report.check.result import CheckResult
from report.terminal_screens import Draw, checked, view

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
            d._replace(file=file) for d in result.diagnostics if d.code in {"D10", "M01", "M02", "T06"}
        )
        found.append(CheckResult(renamed, (file,), {file: text}))
    diagnostics = tuple(d for result in found for d in result.diagnostics)
    files = tuple(file for result in found for file in result.files)
    return CheckResult(
        diagnostics, files, {file: text for result in found for file, text in result.texts.items()}
    )


def _drawn(name: str = "text") -> Draw:
    return view(CHECK_FORMATS, _result(DRAFT, OTHER), name)


def test_findings_at_80_columns() -> None:
    assert _drawn()(80, False, "sv") == snapshot("""\
fel D10  Datumet ”2027-06-31” finns inte: juni har 30 dagar.
  promises/bjorkhulta/lofte-1.yaml:4:34
  4 │ period: {från: 2026-07-01, till: 2027-06-31}
    │                                  ^^^^^^^^^^
  Varför      Ett datum som inte finns går varken att påminna om eller följa
              upp.
  Gör så här  Kontrollera datumet mot beslutet eller källan.

varning M01  K1 (”Vi ska verka för en ökad vuxennärvaro [se bilaga 2].”) säger
             varken hur mycket, hur ofta eller till när.
  promises/bjorkhulta/lofte-1.yaml:8:36
  8 │ …, part: kommunen, text: "Vi ska verka för en ökad vuxennärvaro [se bilag…
    │                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Varför      Då kan varken ni eller invånarna säga om det blev gjort.
  Gör så här  Lägg till ”mål” (antal eller takt), ”tid” (ett schema) eller
              ”senast” (ett datum). Om ni har valt att inte ange något tal:
              skriv varför under ”mål_saknas”.

varning M02  Åtagande K1: det går inte att se när ”verka för” är gjort.
  promises/bjorkhulta/lofte-1.yaml:8:44
  8 │ …kommunen, text: "Vi ska verka för en ökad vuxennärvaro [se bilaga 2]."}
    │                          ^^^^^^^^^
  Varför      Att ni arbetar med, utvecklar eller verkar för något går alltid
              att säga. Ingen kan svara ja eller nej på om det är gjort.
  Gör så här  Skriv vad någon ska göra: vem, vad, var, hur många eller hur ofta,
              och till när.

────────────────────────────────────────────────────────────────────────────────
varning M01  K1 (”Vi ska verka för en ökad vuxennärvaro med start i våras.”)
             säger varken hur mycket, hur ofta eller till när.
  promises/bjorkhulta/lofte-2.yaml:8:36
  8 │ …, part: kommunen, text: "Vi ska verka för en ökad vuxennärvaro med start…
    │                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Varför      Då kan varken ni eller invånarna säga om det blev gjort.
  Gör så här  Lägg till ”mål” (antal eller takt), ”tid” (ett schema) eller
              ”senast” (ett datum). Om ni har valt att inte ange något tal:
              skriv varför under ”mål_saknas”.

varning M02  Åtagande K1: det går inte att se när ”verka för” är gjort.
  promises/bjorkhulta/lofte-2.yaml:8:44
  8 │ …kommunen, text: "Vi ska verka för en ökad vuxennärvaro med start i våras…
    │                          ^^^^^^^^^
  Varför      Att ni arbetar med, utvecklar eller verkar för något går alltid
              att säga. Ingen kan svara ja eller nej på om det är gjort.
  Gör så här  Skriv vad någon ska göra: vem, vad, var, hur många eller hur ofta,
              och till när.

varning T06  Det framgår inte vilket år ”i våras” syftar på.
  promises/bjorkhulta/lofte-2.yaml:8:85
  8 │ … vuxennärvaro med start i våras."}
    │                          ^^^^^^^
  Varför      Texten läses i flera år och kopieras ofta till nästa löfte. Då
              betyder orden något annat.
  Gör så här  Skriv månad och år i stället: ”sedan april 2021”.

Antal  Regel  Vad                                                        Nivå
────────────────────────────────────────────────────────────────────────────────
    2  M01    … (”…”) säger varken hur mycket, hur ofta eller till när.  varning
    2  M02    Åtagande …: det går inte att se när ”…” är gjort.          varning
    1  D10    Datumet ”…” finns inte: …                                  fel
    1  T06    Det framgår inte vilket år ”…” syftar på.                  varning

Flest fynd                        Fel  Varningar  Tips
──────────────────────────────────────────────────────
promises/bjorkhulta/lofte-1.yaml    1          2     0
promises/bjorkhulta/lofte-2.yaml    0          3     0

1 fel, 5 varningar. Kontrollerade 2 filer.
Mer om en regel: lofte validate --explain M01
""")


def test_findings_at_50_columns() -> None:
    assert _drawn()(50, False, "sv") == snapshot("""\
fel D10  Datumet ”2027-06-31” finns inte: juni har
         30 dagar.
  promises/bjorkhulta/lofte-1.yaml:4:34
  4 │ period: {från: 2026-07-01, till: 2027-06-31}
    │                                  ^^^^^^^^^^
  Varför: Ett datum som inte finns går varken att
  påminna om eller följa upp.
  Gör så här: Kontrollera datumet mot beslutet
  eller källan.

varning M01  K1 (”Vi ska verka för en ökad
             vuxennärvaro [se bilaga 2].”) säger
             varken hur mycket, hur ofta eller
             till när.
  promises/bjorkhulta/lofte-1.yaml:8:36
  8 │ …mmunen, text: "Vi ska verka för en ökad vu…
    │                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Varför: Då kan varken ni eller invånarna säga om
  det blev gjort.
  Gör så här: Lägg till ”mål” (antal eller takt),
  ”tid” (ett schema) eller ”senast” (ett datum).
  Om ni har valt att inte ange något tal: skriv
  varför under ”mål_saknas”.

varning M02  Åtagande K1: det går inte att se när
             ”verka för” är gjort.
  promises/bjorkhulta/lofte-1.yaml:8:44
  8 │ …text: "Vi ska verka för en ökad vuxennärva…
    │                ^^^^^^^^^
  Varför: Att ni arbetar med, utvecklar eller
  verkar för något går alltid att säga. Ingen kan
  svara ja eller nej på om det är gjort.
  Gör så här: Skriv vad någon ska göra: vem, vad,
  var, hur många eller hur ofta, och till när.

──────────────────────────────────────────────────
varning M01  K1 (”Vi ska verka för en ökad
             vuxennärvaro med start i våras.”)
             säger varken hur mycket, hur ofta
             eller till när.
  promises/bjorkhulta/lofte-2.yaml:8:36
  8 │ …mmunen, text: "Vi ska verka för en ökad vu…
    │                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Varför: Då kan varken ni eller invånarna säga om
  det blev gjort.
  Gör så här: Lägg till ”mål” (antal eller takt),
  ”tid” (ett schema) eller ”senast” (ett datum).
  Om ni har valt att inte ange något tal: skriv
  varför under ”mål_saknas”.

varning M02  Åtagande K1: det går inte att se när
             ”verka för” är gjort.
  promises/bjorkhulta/lofte-2.yaml:8:44
  8 │ …text: "Vi ska verka för en ökad vuxennärva…
    │                ^^^^^^^^^
  Varför: Att ni arbetar med, utvecklar eller
  verkar för något går alltid att säga. Ingen kan
  svara ja eller nej på om det är gjort.
  Gör så här: Skriv vad någon ska göra: vem, vad,
  var, hur många eller hur ofta, och till när.

varning T06  Det framgår inte vilket år ”i våras”
             syftar på.
  promises/bjorkhulta/lofte-2.yaml:8:85
  8 │ …aro med start i våras."}
    │                ^^^^^^^
  Varför: Texten läses i flera år och kopieras
  ofta till nästa löfte. Då betyder orden något
  annat.
  Gör så här: Skriv månad och år i stället: ”sedan
  april 2021”.

Antal  Regel  Vad                          Nivå
──────────────────────────────────────────────────
    2  M01    … (”…”) säger varken hur     varning
                mycket, hur ofta eller
                till när.
    2  M02    Åtagande …: det går inte     varning
                att se när ”…” är gjort.
    1  D10    Datumet ”…” finns inte: …    fel
    1  T06    Det framgår inte vilket      varning
                år ”…” syftar på.

promises/bjorkhulta/lofte-1.yaml
  Fel: 1, Varningar: 2, Tips: 0
promises/bjorkhulta/lofte-2.yaml
  Fel: 0, Varningar: 3, Tips: 0

1 fel, 5 varningar. Kontrollerade 2 filer.
Mer om en regel: lofte validate --explain M01
""")


def test_findings_at_140_columns_in_english() -> None:
    assert _drawn()(140, False, "en") == snapshot("""\
error D10  The date “2027-06-31” does not exist: June has 30 days.
  promises/bjorkhulta/lofte-1.yaml:4:34
  4 │ period: {från: 2026-07-01, till: 2027-06-31}
    │                                  ^^^^^^^^^^
  Why         A date that does not exist can be neither a reminder nor a deadline.
  Do this     Check the date against the decision or the source.

warning M01  K1 (“Vi ska verka för en ökad vuxennärvaro [se bilaga 2].”) says neither how
             much, how often nor by when.
  promises/bjorkhulta/lofte-1.yaml:8:36
  8 │ …: K1, part: kommunen, text: "Vi ska verka för en ökad vuxennärvaro [se bilaga 2]."}
    │                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Why         Then neither you nor the residents can say whether it was done.
  Do this     Add “mål” (a number or a rate), “tid” (a schedule) or “senast” (a date). If
              you have chosen not to give a number: say why under “mål_saknas”.

warning M02  Commitment K1: it is unclear when “verka för” is done.
  promises/bjorkhulta/lofte-1.yaml:8:44
  8 │ …rt: kommunen, text: "Vi ska verka för en ökad vuxennärvaro [se bilaga 2]."}
    │                              ^^^^^^^^^
  Why         You can always say that you work with, develop or strive for something. Nobody
              can answer yes or no to whether it is done.
  Do this     Say what somebody will do: who, what, where, how many or how often, and by
              when.

────────────────────────────────────────────────────────────────────────────────────────────
warning M01  K1 (“Vi ska verka för en ökad vuxennärvaro med start i våras.”) says neither
             how much, how often nor by when.
  promises/bjorkhulta/lofte-2.yaml:8:36
  8 │ …: K1, part: kommunen, text: "Vi ska verka för en ökad vuxennärvaro med start i våras…
    │                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Why         Then neither you nor the residents can say whether it was done.
  Do this     Add “mål” (a number or a rate), “tid” (a schedule) or “senast” (a date). If
              you have chosen not to give a number: say why under “mål_saknas”.

warning M02  Commitment K1: it is unclear when “verka för” is done.
  promises/bjorkhulta/lofte-2.yaml:8:44
  8 │ …rt: kommunen, text: "Vi ska verka för en ökad vuxennärvaro med start i våras."}
    │                              ^^^^^^^^^
  Why         You can always say that you work with, develop or strive for something. Nobody
              can answer yes or no to whether it is done.
  Do this     Say what somebody will do: who, what, where, how many or how often, and by
              when.

warning T06  It does not say which year “i våras” refers to.
  promises/bjorkhulta/lofte-2.yaml:8:85
  8 │ …ökad vuxennärvaro med start i våras."}
    │                              ^^^^^^^
  Why         The text is read for years and often copied into the next promise. Then the
              words mean something else.
  Do this     Write the month and year instead: “sedan april 2021”.

Count  Rule  What                                                   Level
───────────────────────────────────────────────────────────────────────────
    2  M01   … (“…”) says neither how much, how often nor by when.  warning
    2  M02   Commitment …: it is unclear when “…” is done.          warning
    1  D10   The date “…” does not exist: …                         error
    1  T06   It does not say which year “…” refers to.              warning

Most findings                     Errors  Warnings  Hints
─────────────────────────────────────────────────────────
promises/bjorkhulta/lofte-1.yaml       1         2      0
promises/bjorkhulta/lofte-2.yaml       0         3      0

1 error, 5 warnings. Checked 2 files.
More about a rule: lofte validate --explain M01
""")


def test_the_compact_view() -> None:
    assert _drawn("compact")(50, False, "sv") == snapshot("""\
promises/bjorkhulta/lofte-1.yaml
  4:34  fel      D10  Datumet ”2027-06-31” finns
                      inte: juni har 30 dagar.
  8:36  varning  M01  K1 (”Vi ska verka för en
                      ökad vuxennärvaro [se bilaga
                      2].”) säger varken hur
                      mycket, hur ofta eller till
                      när.
  8:44  varning  M02  Åtagande K1: det går inte
                      att se när ”verka för” är
                      gjort.
promises/bjorkhulta/lofte-2.yaml
  8:36  varning  M01  K1 (”Vi ska verka för en
                      ökad vuxennärvaro med start
                      i våras.”) säger varken hur
                      mycket, hur ofta eller till
                      när.
  8:44  varning  M02  Åtagande K1: det går inte
                      att se när ”verka för” är
                      gjort.
  8:85  varning  T06  Det framgår inte vilket år
                      ”i våras” syftar på.

1 fel, 5 varningar. Kontrollerade 2 filer.
Mer om en regel: lofte validate --explain M01
""")


def test_the_statistics() -> None:
    assert _drawn("statistics")(80, False, "en") == snapshot("""\
Count  Rule  What                                                   Level
───────────────────────────────────────────────────────────────────────────
    2  M01   … (“…”) says neither how much, how often nor by when.  warning
    2  M02   Commitment …: it is unclear when “…” is done.          warning
    1  D10   The date “…” does not exist: …                         error
    1  T06   It does not say which year “…” refers to.              warning

1 error, 5 warnings. Checked 2 files.
More about a rule: lofte validate --explain M01
""")


def test_no_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    drawn = view(CHECK_FORMATS, CheckResult((), ("a.yaml", "b.yaml"), {}))

    assert drawn(80, True, "sv") == snapshot("\x1b[1;38;2;7;136;76mInga problem\x1b[0m i 2 filer.\n")


def test_a_finding_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")
    drawn = view(CHECK_FORMATS, _result(DRAFT))

    assert drawn(60, True, "sv") == snapshot("""\
\x1b[1;7;38;2;224;41;68mfel\x1b[0m \x1b[1mD10\x1b[0m  \x1b[1mDatumet ”2027-06-31” finns inte: juni har 30 dagar.\x1b[0m
  promises/bjorkhulta/lofte-1.yaml:4:34
\x1b[38;2;118;118;118m  4 │ \x1b[0mperiod: {från: 2026-07-01, till: 2027-06-31}
\x1b[38;2;118;118;118m    │ \x1b[0m                                 \x1b[1;38;2;224;41;68m^^^^^^^^^^\x1b[0m
  \x1b[38;2;118;118;118mVarför: \x1b[0m\x1b[38;2;118;118;118mEtt datum som inte finns går varken att påminna om\x1b[0m
  \x1b[38;2;118;118;118meller följa upp.\x1b[0m
  \x1b[1;38;2;54;114;226mGör så här: \x1b[0mKontrollera datumet mot beslutet eller källan.

\x1b[1;38;2;189;88;0mvarning\x1b[0m \x1b[1mM01\x1b[0m  \x1b[1mK1 (”Vi ska verka för en ökad vuxennärvaro [se\x1b[0m
             \x1b[1mbilaga 2].”) säger varken hur mycket, hur ofta\x1b[0m
             \x1b[1meller till när.\x1b[0m
  promises/bjorkhulta/lofte-1.yaml:8:36
\x1b[38;2;118;118;118m  8 │ \x1b[0m…: kommunen, text: "Vi ska verka för en ökad vuxennär…
\x1b[38;2;118;118;118m    │ \x1b[0m                   \x1b[1;38;2;189;88;0m^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\x1b[0m
  \x1b[38;2;118;118;118mVarför: \x1b[0m\x1b[38;2;118;118;118mDå kan varken ni eller invånarna säga om det blev\x1b[0m
  \x1b[38;2;118;118;118mgjort.\x1b[0m
  \x1b[1;38;2;54;114;226mGör så här: \x1b[0mLägg till ”mål” (antal eller takt), ”tid” (ett
  schema) eller ”senast” (ett datum). Om ni har valt att
  inte ange något tal: skriv varför under ”mål_saknas”.

\x1b[1;38;2;189;88;0mvarning\x1b[0m \x1b[1mM02\x1b[0m  \x1b[1mÅtagande K1: det går inte att se när ”verka\x1b[0m
             \x1b[1mför” är gjort.\x1b[0m
  promises/bjorkhulta/lofte-1.yaml:8:44
\x1b[38;2;118;118;118m  8 │ \x1b[0m…en, text: "Vi ska verka för en ökad vuxennärvaro [se…
\x1b[38;2;118;118;118m    │ \x1b[0m                   \x1b[1;38;2;189;88;0m^^^^^^^^^\x1b[0m
  \x1b[38;2;118;118;118mVarför: \x1b[0m\x1b[38;2;118;118;118mAtt ni arbetar med, utvecklar eller verkar för\x1b[0m
  \x1b[38;2;118;118;118mnågot går alltid att säga. Ingen kan svara ja eller nej på\x1b[0m
  \x1b[38;2;118;118;118mom det är gjort.\x1b[0m
  \x1b[1;38;2;54;114;226mGör så här: \x1b[0mSkriv vad någon ska göra: vem, vad, var, hur
  många eller hur ofta, och till när.

\x1b[1;38;2;224;41;68m1 fel\x1b[0m, \x1b[1;38;2;189;88;0m2 varningar\x1b[0m. Kontrollerade 1 fil.
Mer om en regel: \x1b[1;38;2;54;114;226mlofte validate --explain D10\x1b[0m
""")
