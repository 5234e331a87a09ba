"""Typical mistakes in a promise, and the page in docs that lists them.

`python tests/mistakes.py` writes docs/misstag.md.
"""

import datetime as dt
import tempfile
from collections import Counter
from pathlib import Path
from typing import Final, Literal, NamedTuple

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.drafting.fixes import fix
from medborgarlofte.load import InputFile, LoadedFile, check_references, load
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
  - id: P1
    part: polisen
    fokus: unga
    text: Polisen är på torget minst två timmar i veckan.
    mål: {minst: 2, enhet: timmar}
återkoppling:
  - {kanal: webbplats, länk: https://www.exempel.se/}
undertecknat:
  - {namn: Kim Exempelsson, roll: kommunstyrelsens ordförande, part: kommunen, datum: 2030-01-01}
  - {namn: Robin Provgren, roll: lokalpolisområdeschef, part: polisen, datum: 2030-01-01}
kontakter:
  - {funktion: samordnare, publik: nej, epost: samordnare@exempel.se}
"""
TODAY: Final = dt.date(2030, 5, 1)
Mended = Literal["fixed", "asked", "left"]


class Mistake(NamedTuple):
    """A slip in the promise: what was right, and what was written instead."""

    origin: str
    what: str
    right: str
    wrong: str
    code: str
    mended: Mended
    data: bytes | None = None
    """The whole file, where its bytes are the mistake."""

    @property
    def content(self) -> bytes:
        if self.data is not None:
            return self.data
        assert self.right in PROMISE, self.right
        return PROMISE.replace(self.right, self.wrong, 1).encode()


KEYS, WORD, EXCEL, NOTEPAD, GIT, CHAT = (
    "Tangentbordet",
    "Word och PDF",
    "Excel",
    "Anteckningar",
    "Git",
    "Chatt",
)
_QUOTED: Final = "".join(f"> {line}" for line in PROMISE.splitlines(keepends=True))
_NUMBERED: Final = "".join(f"{n} {line}" for n, line in enumerate(PROMISE.splitlines(keepends=True), start=1))
MISTAKES: Final = (
    Mistake(KEYS, "Indrag med tabb", "    part: kommunen", "\tpart: kommunen", "Y06", "fixed"),
    Mistake(KEYS, "Ett mellanslag för lite i indraget", "    part: kommunen", "   part: kommunen", "Y11", "asked"),
    Mistake(KEYS, "Inget mellanslag efter kolon", "titel: Med", "titel:Med", "Y07", "fixed"),
    Mistake(KEYS, "Inget mellanslag efter kolon inom klamrar", "{id: unga", "{id:unga", "Y07", "fixed"),
    Mistake(KEYS, "Inget mellanslag efter strecket", "- id: K1", "-id: K1", "Y17", "fixed"),
    Mistake(KEYS, "Inget mellanslag mellan streck och klammer", "- {id: kommunen", "-{id: kommunen", "Y17", "fixed"),
    Mistake(KEYS, "Strecket saknas i en ny punkt", "  - id: P1", "    id: P1", "Y22", "asked"),
    Mistake(KEYS, "Strecket saknas i den första punkten", "  - id: K1", "    id: K1", "Y39", "left"),
    Mistake(KEYS, "Första raden i en punkt är borta", "    mål: {exakt: 4, enhet: vandringar}\n  - id: P1\n", "    mål: {exakt: 4, enhet: vandringar}\n", "Y22", "left"),
    Mistake(KEYS, "Raden ovanför en lista är borta", "undertecknat:\n", "", "D39", "left"),
    Mistake(KEYS, "Raden ovanför en lista är indragen", "undertecknat:", " undertecknat:", "Y11", "left"),
    Mistake(KEYS, "En rad under en nyckel är inte indragen", "period: {från: 2030-01-01, till: 2030-12-31}", "period:\nfrån: 2030-01-01\n  till: 2030-12-31", "D37", "left"),
    Mistake(KEYS, "Komma efter citattecken, som i JSON", "status: antaget", '"status": "antaget",', "Y12", "fixed"),
    Mistake(KEYS, "Kolon saknas", "titel: Med", "titel Med", "Y16", "asked"),
    Mistake(KEYS, "Kolon saknas efter en rubrik", "åtaganden:", "åtaganden", "Y16", "asked"),
    Mistake(KEYS, "Semikolon i stället för kolon", "titel: Med", "titel; Med", "Y16", "asked"),
    Mistake(KEYS, "Citattecknet avslutas inte", "titel: Med", 'titel: "Med', "Y08", "asked"),
    Mistake(KEYS, "Text efter citattecken", "titel: Medborgarlöfte", 'titel: "Trygg" löfte', "Y12", "fixed"),
    Mistake(KEYS, "Kolon i texten", "text: Kommunen ordnar", "text: Nytt: kommunen ordnar", "Y10", "fixed"),
    Mistake(KEYS, "Två nycklar på samma rad", "part: kommunen\n    fokus:", "part: kommunen, fokus:", "Y10", "asked"),
    Mistake(KEYS, "En kommentar med //", "åtaganden:", "// Våra löften\nåtaganden:", "Y16", "left"),
    Mistake(KEYS, "Klammern avslutas inte", "2030-12-31}", "2030-12-31", "Y09", "asked"),
    Mistake(KEYS, "En klammer för mycket", "rubrik: Unga}", "rubrik: Unga}}", "Y27", "left"),
    Mistake(KEYS, "Felstavad nyckel", "fokusområden:", "fokusområdn:", "D05", "asked"),
    Mistake(KEYS, "Felstavat värde", "antaget", "antagett", "D09", "asked"),
    Mistake(KEYS, "Felstavat id", "part: kommunen", "part: komunen", "X01", "asked"),
    Mistake(KEYS, "Versal i nyckeln", "titel:", "Titel:", "Y26", "fixed"),
    Mistake(KEYS, "Nyckel utan å, ä och ö", "åtaganden:", "ataganden:", "Y26", "fixed"),
    Mistake(KEYS, "Versal i ett värde", "status: antaget", "status: Antaget", "D25", "fixed"),
    Mistake(KEYS, "Versal i ett id", "part: polisen", "part: Polisen", "D25", "fixed"),
    Mistake(KEYS, "Datum som inte finns", "2030-12-31", "2030-11-31", "D10", "left"),
    Mistake(KEYS, "Datum på annat sätt", "2030-12-31", "31 december 2030", "D11", "fixed"),
    Mistake(KEYS, "Två streck före en punkt", "  - id: K1", "  - - id: K1", "Y27", "left"),
    Mistake(KEYS, "Samma dag på amerikanskt vis", "till: 2030-12-31", "till: 12/31/2030", "D11", "fixed"),
    Mistake(KEYS, "Perioden i ord", "period: {från: 2030-01-01, till: 2030-12-31}", "period: 2030-01-01 – 2030-12-31", "D07", "left"),
    Mistake(KEYS, "Fel dokumentslag", "dokument: medborgarlöfte", "dokument: uppföljning", "D36", "left"),
    Mistake(KEYS, "Två namn i en underskrift", "namn: Kim Exempelsson,", "namn: Kim Exempelsson och Sam Testberg,", "D35", "left"),
    Mistake(KEYS, "Mallens platshållare står kvar", "namn: Kim Exempelsson,", "namn: NN,", "D34", "left"),
    Mistake(KEYS, "Hakparentesen i mallen står kvar", "namn: Kim Exempelsson,", "namn: [namn],", "D34", "left"),
    Mistake(KEYS, "Likhetstecken i stället för kolon", "    part: kommunen", "    part = kommunen", "Y16", "asked"),
    Mistake(KEYS, "Gruppen är inte indragen", "period: {från: 2030-01-01, till: 2030-12-31}", "period:\nfrån: 2030-01-01\ntill: 2030-12-31", "D37", "left"),
    Mistake(WORD, "Webbadress med mellanslag", "https://www.exempel.se/", '"https://www.exempel.se/mitt löfte.pdf"', "D14", "left"),
    Mistake(WORD, "Datum med tankstreck", "2030-12-31", "2030–12–31", "D11", "fixed"),
    Mistake(EXCEL, "Datum med klockslag", "2030-12-31", "2030-12-31 00:00:00", "D11", "fixed"),
    Mistake(EXCEL, "Excels tal för en dag", "2030-12-31", "47848", "D11", "left"),
    Mistake(KEYS, "Datum utan streck och sekel", "2030-12-31", "301231", "D11", "left"),
    Mistake(KEYS, "Perioden slutar före den börjar", "2030-12-31", "2029-12-31", "D17", "left"),
    Mistake(KEYS, "Samma rad två gånger", "status: antaget", "status: antaget\nstatus: antaget", "Y22", "fixed"),
    Mistake(KEYS, "Samma nyckel, två värden", "status: antaget", "status: antaget\nstatus: utkast", "Y22", "left"),
    Mistake(KEYS, "Samma id två gånger", "id: P1", "id: K1", "D22", "left"),
    Mistake(KEYS, "Mellanslag i ett id", "id: P1", "id: P 1", "D21", "left"),
    Mistake(KEYS, "Två id i samma text", "part: kommunen", "part: kommunen och polisen", "D21", "asked"),
    Mistake(KEYS, "Texten i stället för id", "fokus: unga", "fokus: Unga och deras familjer", "D21", "left"),
    Mistake(KEYS, "Ett id saknas", "  - id: P1\n    ", "  - ", "D04", "left"),
    Mistake(KEYS, "Period som text", "{från: 2030-01-01, till: 2030-12-31}", "hela 2030", "D07", "left"),
    Mistake(KEYS, "En hashtagg i texten", "fyra vandringar.", "fyra #trygga vandringar.", "Y31", "asked"),
    Mistake(KEYS, "Texten börjar med @", "titel: Med", "titel: @Med", "Y13", "fixed"),
    Mistake(KEYS, "Texten börjar med asterisk", "titel: Med", "titel: *Med", "Y13", "fixed"),
    Mistake(KEYS, "Text på samma rad som |", "text: Kommunen", "text: | Kommunen", "Y15", "fixed"),
    Mistake(KEYS, "Ett tal med bokstäver", "exakt: 4", "exakt: fyra", "D12", "asked"),
    Mistake(KEYS, "Målet som löpande text", "{exakt: 4, enhet: vandringar}", "minst 90 kvällar", "D28", "asked"),
    Mistake(KEYS, "Decimalkomma inom klamrar", "minst två timmar i veckan.\n    mål: {minst: 2", "minst 2,5 timmar i veckan.\n    mål: {minst: 2,5", "D26", "fixed"),
    Mistake(KEYS, "Webbadress utan https", "https://www.exempel.se/", "www.exempel.se/", "D14", "asked"),
    Mistake(KEYS, "j i stället för ja", "publik: nej", "publik: n", "D13", "fixed"),
    Mistake(KEYS, "En obligatorisk rad saknas", "titel: Medborgarlöfte för Exempelby 2030\n", "", "D04", "left"),
    Mistake(KEYS, "Omvänt snedstreck inom citattecken", "text: Kommunen ordnar fyra vandringar.", r'text: "Se G:\Avtal."', "Y14", "fixed"),
    Mistake(WORD, "Böjda citattecken", "status: antaget", "status: ”antaget”", "D24", "fixed"),
    Mistake(WORD, "Böjda citattecken runt en text med kolon", "text: Kommunen ordnar fyra vandringar.", "text: ”Nytt: kommunen ordnar fyra vandringar.”", "Y10", "fixed"),
    Mistake(WORD, "Punkter (•) som lista", "  - {id: kommunen", "  • {id: kommunen", "Y28", "fixed"),
    Mistake(WORD, "Tankstreck (–) som lista", "  - id: K1", "  – id: K1", "Y28", "fixed"),
    Mistake(WORD, "Punkter i typsnittet Symbol", "  - id: K1", "  \uf0b7 id: K1", "Y28", "fixed"),
    Mistake(WORD, "Words ihåliga punkt (o) som lista", "  - id: K1", "  o id: K1", "Y28", "fixed"),
    Mistake(WORD, "Numrerad lista", "  - id: K1", "  1. id: K1", "Y28", "fixed"),
    Mistake(WORD, "Osynligt tecken i ett värde", "status: antaget", "status: antaget\u200b", "D09", "fixed"),
    Mistake(WORD, "Hårt mellanslag efter kolon", "titel: Med", "titel:\u00a0Med", "Y30", "fixed"),
    Mistake(WORD, "Hårda mellanslag i indraget", "    part: kommunen", "\u00a0\u00a0\u00a0\u00a0part: kommunen", "Y06", "fixed"),
    Mistake(WORD, "Words radbyte inne i texten", "ordnar fyra", "ordnar\x0bfyra", "Y04", "asked"),
    Mistake(EXCEL, "En inklistrad tabellrad", "  - id: K1", "  K3\tkommunen\tunga\tVi gör\n  - id: K1", "Y29", "left"),
    Mistake(EXCEL, "Tabbar inne i en text", "ordnar fyra", "ordnar\tfyra", "D29", "left"),
    Mistake(EXCEL, "Dubblade citattecken", "text: Kommunen ordnar fyra vandringar.", 'text: "Kommunen ordnar ""fyra"" vandringar."', "Y12", "fixed"),
    Mistake(NOTEPAD, "Sparad som ANSI", "", "", "Y03", "fixed", PROMISE.encode("cp1252")),
    Mistake(NOTEPAD, "Sparad som Unicode (UTF-16)", "", "", "Y03", "fixed", PROMISE.encode("utf-16")),
    Mistake(NOTEPAD, "Sparad som UTF-16 utan märke", "", "", "Y03", "fixed", PROMISE.encode("utf-16-le")),
    Mistake(NOTEPAD, "Öppnad och sparad med fel kodning", "", "", "Y33", "fixed", b"".join(c.encode() for c in PROMISE.encode().decode("cp1252"))),
    Mistake(NOTEPAD, "Tom fil", "", "", "Y05", "left", b"\n"),
    Mistake(GIT, "Märken efter en konflikt", "status: antaget\n", "<<<<<<< HEAD\nstatus: antaget\n=======\nstatus: utkast\n>>>>>>> gren\n", "Y19", "left"),
    Mistake(GIT, "Två dokument i samma fil", "kontakter:", "---\nkontakter:", "Y23", "left"),
    Mistake(GIT, "Två dokument utan --- emellan", "kontakter:", "dokument: uppföljning\nlöfte: lofte-2030\nkontakter:", "Y23", "left"),
    Mistake(GIT, "En ensam --- sist i filen", "epost: samordnare@exempel.se}\n", "epost: samordnare@exempel.se}\n---\n", "Y23", "fixed"),
    Mistake(CHAT, "Citerat mejl (>)", "", "> dokument: medborgarlöfte", "Y35", "fixed", _QUOTED.encode()),
    Mistake(CHAT, "Radnumren följde med", "", "1 dokument: medborgarlöfte", "Y35", "fixed", _NUMBERED.encode()),
    Mistake(CHAT, "Mejlhuvudet följde med", "dokument: medborgarlöfte", "Från: Kim\nTill: Robin\nÄmne: Löftet\n\nHej!\n\ndokument: medborgarlöfte", "Y36", "left"),
    Mistake(CHAT, "En rad ur en chatt", "återkoppling:\n", "[10:41] Kim: klistra in här\nåterkoppling:\n", "Y36", "left"),
    Mistake(CHAT, "Ett ord i fetstil", "status: antaget", "status: **antaget**", "Y37", "fixed"),
    Mistake(CHAT, "Rubriken i fetstil", "åtaganden:", "**åtaganden:**", "Y37", "fixed"),
    Mistake(CHAT, "En hälsning ovanför", "dokument: medborgarlöfte", "Hej! Här är löftet.\n\ndokument: medborgarlöfte", "Y36", "left"),
    Mistake(CHAT, "En hälsning under", "epost: samordnare@exempel.se}\n", "epost: samordnare@exempel.se}\n\nMed vänlig hälsning\nKim\n", "Y36", "left"),
    Mistake(CHAT, "Nyckeln i fetstil", "status: antaget", "**status**: antaget", "Y37", "fixed"),
    Mistake(CHAT, "Adressen bakom en länktext", "  - {kanal: webbplats, länk: https://www.exempel.se/}", "  - kanal: webbplats\n    länk: [Löftet](https://www.exempel.se/)", "Y37", "fixed"),
    Mistake(CHAT, "Ram av ``` från en chatt", "dokument:", "```yaml\ndokument:", "Y34", "fixed"),
)  # fmt: skip


def found_in(data: bytes) -> list[Diagnostic]:
    """Everything that `lofte validate` reports for a file alone in its project."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "promises" / "lofte.yaml"
        path.parent.mkdir()
        path.write_bytes(data)
        workspace = load([str(path)], Path(folder))
        return [*workspace.diagnostics, *lint(workspace, today=TODAY)]


USUAL: Final = Counter(diagnostic.code for diagnostic in found_in(PROMISE.encode()))
"""What the rules find in the promise without the mistake."""


def check(data: bytes) -> LoadedFile:
    """The file, its references checked."""
    loaded = LoadedFile(InputFile("lofte", "promises/lofte.yaml", None, data))
    check_references([loaded])
    return loaded


def mended(mistake: Mistake) -> Mended:
    """What `--fix` does with the mistake."""
    certain, agreed = (fix(mistake.content, check, accept).remaining for accept in (_certain, _any))
    codes = [[row.code for row in rows] for rows in (certain, agreed)]
    return "fixed" if not codes[0] else "asked" if not codes[1] else "left"


def _certain(row: object, _source: object) -> bool:
    return bool(getattr(row, "certain", False))


def _any(_row: object, _source: object) -> bool:
    return True


_MENDED: Final[dict[Mended, str]] = {"fixed": "rättar", "asked": "frågar först", "left": "–"}


def page() -> str:
    """docs/misstag.md."""
    lines = [
        "# Vanliga misstag och vad lofte gör med dem",
        "",
        "Varje rad är ett misstag i ett annars riktigt löfte. `lofte validate` ger ett enda fynd, och så står det i fyndet.",
        "Kolumnen `--fix` säger om `lofte validate --fix` rättar det, frågar först (utan terminal: med `--unsafe`), eller",
        "lämnar det därför att bara du vet svaret. Sidan skrivs av `python tests/mistakes.py`, och ett test kör varje rad.",
        "",
        "| Varifrån | Misstaget | Så här kan det se ut | Fynd | Gör så här | `--fix` |",
        "|---|---|---|---|---|---|",
    ]
    for mistake in MISTAKES:
        [finding] = [row for row in found_in(mistake.content) if row.code == mistake.code]
        cells = [
            mistake.origin,
            mistake.what,
            _code(mistake.wrong.strip(" \n")),
            mistake.code,
            finding.help("sv"),
            _MENDED[mended(mistake)],
        ]
        escaped = (cell.replace("|", r"\|") for cell in cells)
        lines.append(f"| {' | '.join(escaped)} |")
    return "\n".join([*lines, *_NAMED, ""])


_NAMED: Final = (
    (
        "| Anteckningar | Filen heter .yaml.txt | `lofte-2030.yaml.txt` | Y32 | Byt namn på filen till ”lofte-2030.yaml”. "
        "I Anteckningar: välj filformatet Alla filer när du sparar. | rättar |"
    ),
)


def _code(text: str) -> str:
    """Text as inline code, white space shown."""
    shown = text.replace("\t", "→").replace("\u00a0", "°").replace("\x0b", "↓").replace("\n", " ⏎ ")
    fence = "``" if "`" in shown else "`"
    return f"{fence}{shown}{fence}" if shown else ""


if __name__ == "__main__":
    (Path(__file__).parents[1] / "docs" / "misstag.md").write_text(page(), encoding="utf-8")
