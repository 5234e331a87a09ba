"""A promise from its first line to the next year's, step by step as a municipality takes them."""

import re
import subprocess
from pathlib import Path
from typing import Final

from inline_snapshot import snapshot

from invented import BODY, FILE, ID, SIGNED
from medborgarlofte.i18n import Language
from program import lofte

NEXT: Final = "promises/exempelby/lofte-2025.yaml"
_IDENTITY: Final = ("-c", "user.name=Test", "-c", "user.email=test@example.org")


class Story:
    """A repository, and what the program said at each step, as on a screen."""

    def __init__(self, folder: Path, lang: Language) -> None:
        self.folder, self.lang = folder, lang
        self.told: dict[str, str] = {}
        self.git("init", "--quiet", "--initial-branch", "main")

    def git(self, *words: str) -> str:
        done = subprocess.run(
            ["git", *_IDENTITY, *words], cwd=self.folder, capture_output=True, check=True, text=True
        )
        return done.stdout

    def commit(self) -> None:
        self.git("add", "promises")
        self.git("commit", "--quiet", "--message", "x")

    def step(self, name: str, *words: str, code: int = 0) -> str:
        answer = lofte(*words, "--lang", self.lang, cwd=self.folder)
        self.told[name] = (answer.out + answer.err).replace("\N{NO-BREAK SPACE}", " ")
        assert (name, code) == (name, answer.code), answer
        return answer.out

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")


def _told(folder: Path, lang: Language) -> dict[str, str]:
    """The whole story; what is claimed in both languages is claimed here."""
    story = Story(folder, lang)
    _begin(story)
    _follow_up(story)
    _sum_up(story)
    _renew(story)
    return story.told


def _begin(story: Story) -> None:
    story.step(
        "new", "new", "--municipality", "Exempelby kommun", "--start", "2024-01-01", "--end", "2024-12-31"
    )
    scaffold = story.read(FILE)
    pointer, *lines = scaffold.splitlines(keepends=True)
    draft = pointer + "".join(line for line in lines if not line.startswith("#"))
    story.write(FILE, draft + BODY)
    story.step("validate", "validate", "--today", "2023-12-01")
    story.write(FILE, story.read(FILE).replace("status: utkast", "status: antaget") + SIGNED)
    story.step("validate signed", "validate", "--profile", "publicering", "--today", "2024-01-15")
    story.commit()
    _render(story, "render")
    assert "Fältgruppen är ute minst 100 kvällar." in story.read("site/exempelby/lofte-2024.html")
    story.step("due", "due", "--today", "2024-03-01", "--within", "1y")


def _render(story: Story, name: str, *options: str) -> None:
    story.step(name, "render", "-o", "site", "--today", "2025-01-02", *options)
    # How many files a site has, and how many changed, is no business of this story.
    story.told[name] = re.sub(r"\d+", "N", story.told[name])


OUTCOMES: Final = {
    "2024-04-30": ("K1=:34", "K2=:0:Lamporna kommer i augusti.", "P1=:36", "G1=:1"),
    "2024-08-31": ("K1=:30", "K2=:15", "P1=:30", "G1=:1"),
    "2024-12-31": (
        "K1=genomfört:40",
        "K2=genomfört:25:Fem stolpar var rostiga | de byttes också.",
        "P1=genomfört:38",
        "G1=delvis genomfört:1:Torget byggdes om i oktober 2024.",
    ),
}
"""What was done in each part of the year: 104 evenings, 40 lamps, 104 evenings and three meetings of four."""


def _follow_up(story: Story) -> None:
    for day, outcomes in OUTCOMES.items():
        settings = [word for outcome in outcomes for word in ("--set", outcome)]
        if day != min(OUTCOMES):
            settings += ["--counted", "sedan-förra"]
        story.step(f"follow-up {day}", "follow-up", ID, "--date", day, *settings)
        story.step(f"validate {day}", "validate", "--today", day)
        story.commit()

    assert story.git("log", "--format=%s", "--", FILE) == "x\n"  # committed once and not since


def _sum_up(story: Story) -> None:
    today = ("--today", "2025-01-02")
    story.step("summary", "summary", *today)
    story.step("summary of one", "summary", ID, *today)
    short = story.step("summary short", "summary", ID, "--short", *today)
    story.step("summary markdown", "summary", ID, "--format", "markdown", *today)
    story.step("summary csv", "summary", ID, "--format", "csv", *today)
    story.step("due afterwards", "due", *today, "--within", "1y")

    assert len(short.split()) <= 60


def _renew(story: Story) -> None:
    story.step("new from", "new", "--from", ID)
    made = story.read(NEXT)
    story.told["next year's draft"] = made
    story.write(NEXT, _edited(made))
    story.step("validate next", "validate", "--today", "2025-01-02")
    story.step("due next", "due", "--today", "2025-01-02", "--within", "1y", code=1)
    story.step("diff", "diff", ID, "exempelby/lofte-2025")
    _render(story, "render next")
    assert not (story.folder / "site/exempelby/lofte-2025.html").exists()
    _render(story, "render with drafts", "--drafts")
    assert "minst 80 kvällar" in story.read("site/exempelby/lofte-2025.html")


def _edited(draft: str) -> str:
    """Fewer evenings, no meetings, one thing more, and the year in K2's text moved on."""
    weaker = draft.replace("minst 100 kvällar", "minst 80 kvällar").replace("{minst: 100", "{minst: 80")
    later = re.sub(r"  # .* 2024\.\n(?=  - id: K2)", "", weaker).replace("oktober 2024.\n", "oktober 2025.\n")
    changed, count = re.subn(r"  # .*\n  - id: G1\n(?:    .*\n)+", NEW, later)
    assert count == 1, draft
    return changed


NEW: Final = """\
  - id: P2
    part: polisen
    text: Polisen märker 200 cyklar.
    mål: {exakt: 200, enhet: cyklar}
"""


def test_the_story_in_swedish(tmp_path: Path) -> None:
    assert _told(tmp_path, "sv") == snapshot(
        {
            "new": "Skrev promises/exempelby/lofte-2024.yaml: ett utkast med 0 åtaganden. Granska med: lofte validate --profile granskning\n",
            "validate": "Inga problem i 1 fil.\n",
            "validate signed": "Inga problem i 1 fil.\n",
            "render": "Klart: N filer. Öppna site/index.html i en webbläsare.\n",
            "due": """\
2024-04-30  kommande, om 60 dagar
  Uppföljning: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-08-31  kommande, om 183 dagar
  Uppföljning: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-10-31  kommande, om 244 dagar
  K2 ska vara gjort: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-12-31  kommande, om 305 dagar
  Uppföljning: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-12-31  kommande, om 305 dagar
  Löftet tar slut: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
0 försenade, 5 kommande.
""",
            "follow-up 2024-04-30": "Förde in 4 åtaganden i promises/exempelby/uppfoljning-2024-04-30.yaml.\n",
            "validate 2024-04-30": "Inga problem i 2 filer.\n",
            "follow-up 2024-08-31": "Förde in 4 åtaganden i promises/exempelby/uppfoljning-2024-08-31.yaml.\n",
            "validate 2024-08-31": "Inga problem i 3 filer.\n",
            "follow-up 2024-12-31": "Förde in 4 åtaganden i promises/exempelby/uppfoljning-2024-12-31.yaml.\n",
            "validate 2024-12-31": "Inga problem i 4 filer.\n",
            "summary": """\
Medborgarlöfte för Exempelby 2024
  exempelby/lofte-2024 · 1 januari 2024 – 31 december 2024 · avslutat
  4 åtaganden: Exempelby kommun 2, Lokalpolisområde Exempelby 1, tillsammans 1
  mätbara 4 av 4 · med ansvarig 4 av 4 · ifyllt 86 %
  ███▓ 3 genomförda, 1 delvis

1 löfte, 4 åtaganden. 3 av 4 åtaganden är genomförda, 1 delvis.
""",
            "summary of one": """\
Medborgarlöfte för Exempelby 2024 gäller 1 januari 2024 – 31 december 2024. Exempelby kommun och
Lokalpolisområde Exempelby lovar 4 saker.

Exempelby kommun:
– Fältgruppen är ute minst 100 kvällar.
– Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024.

Lokalpolisområde Exempelby:
– Polisen fotpatrullerar vid stationen minst två kvällar i veckan.

Tillsammans:
– Kommunpolisen och fältgruppen håller fyra samtal med invånarna på torget.

Så gick det 2024: 3 genomförda, 1 delvis.

– G1, delvis genomfört (3 samtal av 4): Torget byggdes om i oktober 2024.

Läs mer: https://www.exempelby.example/lofte-2024
""",
            "summary short": """\
Medborgarlöfte för Exempelby 2024 gäller 1 januari 2024 – 31 december 2024. Exempelby kommun och
Lokalpolisområde Exempelby lovar 4 saker. Så gick det 2024: 3 genomförda, 1 delvis. Läs mer:
https://www.exempelby.example/lofte-2024
""",
            "summary markdown": """\
## Medborgarlöfte för Exempelby 2024

Gäller 1 januari 2024 – 31 december 2024. Uppföljt 31 december 2024: 3 genomförda, 1 delvis.

| Löftet | Mål | Utfall | Status | Varför |
|---|---|---|---|---|
| K1: Fältgruppen är ute minst 100 kvällar. | minst 100 kvällar under perioden | 104 | Genomfört |  |
| K2: Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024. | 40 lampor | 40 | Genomfört | Fem stolpar var rostiga \\| de byttes också. |
| P1: Polisen fotpatrullerar vid stationen minst två kvällar i veckan. | minst 2 kvällar per vecka | 104 | Genomfört |  |
| G1: Kommunpolisen och fältgruppen håller fyra samtal med invånarna på torget. | 4 samtal under perioden | 3 | Delvis genomfört | Torget byggdes om i oktober 2024. |
""",
            "summary csv": """\
id,titel,fran,till,lage,med_utkast,kommuner,ataganden,matbara,med_ansvarig,uppfoljningar,senast_uppfoljt,ej_paborjat,pagar,genomfort,delvis_genomfort,ej_genomfort,utgatt,gar_ej_att_bedoma,ingen_uppgift
exempelby/lofte-2024,Medborgarlöfte för Exempelby 2024,2024-01-01,2024-12-31,avslutat,false,Exempelby kommun,4,4,4,3,2024-12-31,0,0,3,1,0,0,0,0
""",
            "due afterwards": "Inget har en dag till och med 2026-01-03. Längre fram: lofte due --within 5å\n",
            "new from": "Skrev promises/exempelby/lofte-2025.yaml: ett utkast med 4 åtaganden. Granska med: lofte validate --profile granskning\n",
            "next year's draft": """\
# yaml-language-server: $schema=../../.lofte/medborgarlofte.schema.json
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
  # Texten nämner 2024.
  - id: K2
    part: kommunen
    fokus: [platser]
    text: Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024.
    mål: {exakt: 40, enhet: lampor}
    senast: 2025-10-31
    ansvarig: {enhet: Gatukontoret, funktion: driftchef}
    fortsätter: [exempelby/lofte-2024#K2]
  - id: P1
    part: polisen
    fokus: [platser]
    text: Polisen fotpatrullerar vid stationen minst två kvällar i veckan.
    mål: {minst: 2, enhet: kvällar, per: vecka}
    ansvarig: {enhet: Lokalpolisområde Exempelby, funktion: gruppchef områdespolisen}
    fortsätter: [exempelby/lofte-2024#P1]
  # Förra gången: delvis genomfört, 3 (2024-12-31). Torget byggdes om i oktober 2024.
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
""",
            "validate next": "Inga problem i 5 filer.\n",
            "due next": """\
2025-01-01  försenat, 1 dag sedan
  Utkastet ska vara beslutat: Medborgarlöfte för Exempelby 2025 (exempelby/lofte-2025)
1 försenat, 0 kommande.
""",
            "diff": """\
exempelby/lofte-2024 → exempelby/lofte-2025 (utkast)
1 försvagat, 1 borttaget, 1 nytt, 2 behållna.

FÖRSVAGAT K1 → K1
  Fältgruppen är ute minst [-100-] {+80+} kvällar.
    mål (svagare): minst 100 kvällar under perioden → minst 80 kvällar under perioden

BORTTAGET G1
  - Kommunpolisen och fältgruppen håller fyra samtal med invånarna på torget.
    mål (svagare): 4 samtal under perioden → inget

NYTT P2
  + Polisen märker 200 cyklar.

I övrigt
  period (ändrat): 1 januari 2024 – 31 december 2024 → 1 januari 2025 – 31 december 2025
  underlag (svagare): medborgardialog → inget
  återkoppling (ändrat): ”Resultatet läggs ut senast den 31 januari 2025” togs bort
  återkoppling (ändrat): ”webbplats” tillkom
  status (ändrat): antaget → utkast
""",
            "render next": """\
Klart: N filer (N nya eller ändrade). Öppna site/index.html i en webbläsare.
N utkast är inte med (exempelby/lofte-N). Ta med det: --drafts
""",
            "render with drafts": "Klart: N filer (N nya eller ändrade). Öppna site/index.html i en webbläsare.\n",
        }
    )


def test_the_story_in_english(tmp_path: Path) -> None:
    assert _told(tmp_path, "en") == snapshot(
        {
            "new": "Wrote promises/exempelby/lofte-2024.yaml: a draft with 0 commitments. Review with: lofte validate --profile granskning\n",
            "validate": "No problems in 1 file.\n",
            "validate signed": "No problems in 1 file.\n",
            "render": "Done: N files. Open site/index.html in a web browser.\n",
            "due": """\
2024-04-30  upcoming, in 60 days
  Follow-up: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-08-31  upcoming, in 183 days
  Follow-up: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-10-31  upcoming, in 244 days
  K2 should be done: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-12-31  upcoming, in 305 days
  Follow-up: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
2024-12-31  upcoming, in 305 days
  The promise ends: Medborgarlöfte för Exempelby 2024 (exempelby/lofte-2024)
0 overdue, 5 to come.
""",
            "follow-up 2024-04-30": "Recorded 4 commitments in promises/exempelby/uppfoljning-2024-04-30.yaml.\n",
            "validate 2024-04-30": "No problems in 2 files.\n",
            "follow-up 2024-08-31": "Recorded 4 commitments in promises/exempelby/uppfoljning-2024-08-31.yaml.\n",
            "validate 2024-08-31": "No problems in 3 files.\n",
            "follow-up 2024-12-31": "Recorded 4 commitments in promises/exempelby/uppfoljning-2024-12-31.yaml.\n",
            "validate 2024-12-31": "No problems in 4 files.\n",
            "summary": """\
Medborgarlöfte för Exempelby 2024
  exempelby/lofte-2024 · 1 January 2024 – 31 December 2024 · ended
  4 commitments: Exempelby kommun 2, Lokalpolisområde Exempelby 1, together 1
  measurable 4 of 4 · with a responsible function 4 of 4 · filled in 86 %
  ███▓ 3 done, 1 partly

1 promise, 4 commitments. 3 of 4 commitments are done, 1 partly.
""",
            "summary of one": """\
Medborgarlöfte för Exempelby 2024 is for 1 January 2024 – 31 December 2024. Exempelby kommun and
Lokalpolisområde Exempelby promise 4 things.

Exempelby kommun:
– Fältgruppen är ute minst 100 kvällar.
– Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024.

Lokalpolisområde Exempelby:
– Polisen fotpatrullerar vid stationen minst två kvällar i veckan.

Together:
– Kommunpolisen och fältgruppen håller fyra samtal med invånarna på torget.

How it went, 2024: 3 done, 1 partly.

– G1, partly done (3 samtal of 4): Torget byggdes om i oktober 2024.

Read more: https://www.exempelby.example/lofte-2024
""",
            "summary short": """\
Medborgarlöfte för Exempelby 2024 is for 1 January 2024 – 31 December 2024. Exempelby kommun and
Lokalpolisområde Exempelby promise 4 things. How it went, 2024: 3 done, 1 partly. Read more:
https://www.exempelby.example/lofte-2024
""",
            "summary markdown": """\
## Medborgarlöfte för Exempelby 2024

Period: 1 January 2024 – 31 December 2024. Followed up 31 December 2024: 3 done, 1 partly.

| Promised | Target | Outcome | Status | Why |
|---|---|---|---|---|
| K1: Fältgruppen är ute minst 100 kvällar. | at least 100 kvällar during the period | 104 | Done |  |
| K2: Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024. | 40 lampor | 40 | Done | Fem stolpar var rostiga \\| de byttes också. |
| P1: Polisen fotpatrullerar vid stationen minst två kvällar i veckan. | at least 2 kvällar per week | 104 | Done |  |
| G1: Kommunpolisen och fältgruppen håller fyra samtal med invånarna på torget. | 4 samtal during the period | 3 | Partly done | Torget byggdes om i oktober 2024. |
""",
            "summary csv": """\
id,titel,fran,till,lage,med_utkast,kommuner,ataganden,matbara,med_ansvarig,uppfoljningar,senast_uppfoljt,ej_paborjat,pagar,genomfort,delvis_genomfort,ej_genomfort,utgatt,gar_ej_att_bedoma,ingen_uppgift
exempelby/lofte-2024,Medborgarlöfte för Exempelby 2024,2024-01-01,2024-12-31,avslutat,false,Exempelby kommun,4,4,4,3,2024-12-31,0,0,3,1,0,0,0,0
""",
            "due afterwards": "Nothing is due up to and including 2026-01-03. Further ahead: lofte due --within 5y\n",
            "new from": "Wrote promises/exempelby/lofte-2025.yaml: a draft with 4 commitments. Review with: lofte validate --profile granskning\n",
            "next year's draft": """\
# yaml-language-server: $schema=../../.lofte/medborgarlofte.schema.json
# Draft after Medborgarlöfte för Exempelby 2024.
# The commitments are the same, word for word. Change, strike out and add. “fortsätter” lets lofte diff follow them.
# Decide and write again: underlag, undertecknat, diarienummer, publicerat, återkoppling (text, länk).
# Check: lofte validate. Before signing: lofte validate --profile publicering
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
  # The text names 2024.
  - id: K2
    part: kommunen
    fokus: [platser]
    text: Kommunen byter 40 lampor i Stadsparken senast den 31 oktober 2024.
    mål: {exakt: 40, enhet: lampor}
    senast: 2025-10-31
    ansvarig: {enhet: Gatukontoret, funktion: driftchef}
    fortsätter: [exempelby/lofte-2024#K2]
  - id: P1
    part: polisen
    fokus: [platser]
    text: Polisen fotpatrullerar vid stationen minst två kvällar i veckan.
    mål: {minst: 2, enhet: kvällar, per: vecka}
    ansvarig: {enhet: Lokalpolisområde Exempelby, funktion: gruppchef områdespolisen}
    fortsätter: [exempelby/lofte-2024#P1]
  # Last time: delvis genomfört, 3 (2024-12-31). Torget byggdes om i oktober 2024.
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
""",
            "validate next": "No problems in 5 files.\n",
            "due next": """\
2025-01-01  overdue, 1 day ago
  The draft should be decided: Medborgarlöfte för Exempelby 2025 (exempelby/lofte-2025)
1 overdue, 0 to come.
""",
            "diff": """\
exempelby/lofte-2024 → exempelby/lofte-2025 (draft)
1 weakened, 1 dropped, 1 new, 2 kept.

WEAKENED K1 → K1
  Fältgruppen är ute minst [-100-] {+80+} kvällar.
    target (weaker): at least 100 kvällar during the period → at least 80 kvällar during the period

DROPPED G1
  - Kommunpolisen och fältgruppen håller fyra samtal med invånarna på torget.
    target (weaker): 4 samtal during the period → nothing

NEW P2
  + Polisen märker 200 cyklar.

Otherwise
  period (changed): 1 January 2024 – 31 December 2024 → 1 January 2025 – 31 December 2025
  evidence (weaker): medborgardialog → nothing
  feedback (changed): “Resultatet läggs ut senast den 31 januari 2025” was dropped
  feedback (changed): “webbplats” was added
  status (changed): antaget → utkast
""",
            "render next": """\
Done: N files (N new or changed). Open site/index.html in a web browser.
N draft is left out (exempelby/lofte-N). Include it: --drafts
""",
            "render with drafts": "Done: N files (N new or changed). Open site/index.html in a web browser.\n",
        }
    )
