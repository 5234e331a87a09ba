"""Table columns, also after extraction lost them."""

import re
from collections.abc import Callable, Sequence
from typing import Final, Literal

from medborgarlofte.importing.agents import is_collective, mentions
from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.headings import focus_of, role_of
from medborgarlofte.importing.statuses import share_of, status_of

Column = Literal[
    "number",
    "who",
    "what",
    "when",
    "result",
    "status",
    "focus",
    "goal",
    "purpose",
    "reservation",
    "responsible",
    "target",
    "other",
]

_COLUMNS: Final[tuple[tuple[Column, str], ...]] = (
    ("number", r"(?:nr|nummer|#|punkt nr|löpnr)\.?"),
    ("status", r"(?:hållet|(?:vår |samlad )?bedömning|status|läge|färg|uppfyllt|betyg|klart|håller löftet|(?:mål)?uppfyllelse(?:grad)?(?:,? (?:i procent|\(?%\)?))?|utförd?t?|genomfört|omdöme|infriat)"),
    ("result", r"(?:(?:så|det|detta) (?:blev|gick)(?: det)?|resultat(?:et)?|utfall(?:et)?|vad (?:som )?(?:hände|det blev|har hänt|vi gjorde|har gjorts|blev gjort)|kommentar(?:er)?|det här hände|hur (?:det gick|gick det)|uppföljning|(?:det(?:ta)? )?(?:har )?(?:detta )?gjorde vi|gjort)"),
    ("who", r"(?:(?:av )?vem(?: som)?(?: lovar| gör(?: det)?| ansvarar(?: för det)?| står för det)?|(?:huvud)?ansvarig(?:a|t)?(?: för| part(?:er)?| aktör(?:er)?| enhet)?|ansvar|part(?:er)?|aktör(?:er)?|utförare|utförs av|löftesgivare|lovas av)"),
    ("when", r"(?:när(?: och hur ofta| är det klart| ska det vara klart| sker det)?|hur (?:ofta|mycket|många)(?: och när)?|tid(?:plan|punkt|sram)?|omfattning|antal|mått(?: och tid)?|mätetal|indikator|målvärde|takt|frekvens|klart(?: senast)?|senast|färdigt(?: senast)?|nivå|period|datum|deadline)"),
    ("what", r"(?:vad|(?:vad |det )?(?:vi |som )?(?:vi )?lova(?:r|de|s|ts)(?: vi)?(?: att)?|vi lova\w*|åtagande(?:n|t)?|åtgärd(?:er|en)?|löfte(?:n|t)?|aktivitet(?:er|en)?|insats(?:er|en)?|punkt|vad (?:vi |som )?ska (?:vi )?(?:göra(?:s)?|hända)|det här (?:lovar vi|ska göras|gör vi)|vad som ska göras|(?:det här |detta |vad )?lova(?:de|r|t) (?:polisen|kommunen|staden|parterna|polisen och kommunen|kommunen och polisen)(?: att)?|(?:polisens|kommunens|våra) (?:löfte|löften|åtaganden?)|(?:vad|så|hur) (?:ska |gör )vi(?: göra)?(?: åt det)?|vad (?:som )?(?:görs|händer)|vi ska|vårt löfte|så här gör vi|det (?:här )?gör vi|lösning)"),
    ("reservation", r"(?:förbehåll|undantag|reservation(?:er)?|gäller inte)"),
    ("focus", r"(?:(?:prioriterat )?område|fokus(?:område)?|problem(?:område)?(?: ?/ ?orsak(?:er)?)?|plats|tema)"),
    ("goal", r"(?:mål|effekt(?:mål)?|önskat läge)"),
    ("purpose", r"syfte(?:t)?"),
)  # fmt: skip


def column_of(title: str) -> Column | None:
    """What a column or a label with this title holds."""
    text = re.sub(r"\s+(?:den )?\d.*$", "", title.strip().lower().rstrip(":?"))
    return next((column for column, pattern in _COLUMNS if re.fullmatch(pattern, text)), None)


def columns_of(cells: Sequence[str]) -> tuple[Column, ...] | None:
    """Columns of a header row, or None."""
    found = [column_of(cell) for cell in cells]
    known = [column for column in found if column]
    if len(known) < 2 or "what" not in known:
        return None
    return tuple(column or "other" for column in found)


def reconciled(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], names: Sequence[str]
) -> tuple[Column, ...]:
    """The columns of a header, where what a column holds says otherwise: ”Vi ska” and ”Lovar” can head either of two."""
    held = [_held([row[n] for row in rows if n < len(row)], names) for n in range(len(columns))]
    shares = [any(share_of(row[n]) is not None for row in rows if n < len(row)) for n in range(len(columns))]
    made = [
        kind
        if (kind in ("who", "status") and named in ("what", "other", "result") and kind not in columns)
        or (named in ("other", "status") and kind == "when" and not (named == "status" and shares[n]))
        else named
        for n, (named, kind) in enumerate(zip(columns, held, strict=True))
    ]
    if made.count("what") != 1:
        free = [
            n
            for n, kind in enumerate(made)
            if kind == "what" or (not made.count("what") and kind in ("other", "goal", "result"))
        ]
        keep = _longest(rows, free)
        made = ["what" if n == keep else "other" if kind == "what" else kind for n, kind in enumerate(made)]
    return tuple(made)


def _longest(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> int:
    """The column with most text, the first of equals; -1 for none."""
    return max(columns, key=lambda n: sum(len(row[n]) for row in rows if n < len(row)), default=-1)


def _held(cells: Sequence[str], names: Sequence[str]) -> Column:
    """What most of the cells of a column are."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return next(
        (
            kind
            for kind, holds in _CONTENTS
            if filled and sum(holds(c, names) for c in filled) * 3 > len(filled) * 2
        ),
        "other",
    )


def columns_by_content(rows: Sequence[Sequence[str]], names: Sequence[str]) -> tuple[Column, ...] | None:
    """The columns of a table without a header that is understood, by what most of their cells are."""
    width = max(map(len, rows), default=0)
    if len(rows) < 2 or width < 2:
        return None
    made = [_held([row[n] for row in rows if n < len(row)], names) for n in range(width)]
    free = [n for n, kind in enumerate(made) if kind == "other"]
    if not free or not {"who", "status", "when"} & set(made):
        return None
    what = free[0] if "status" in made else _longest(rows, free)
    made[what] = "what"
    words = [len(row[what].split()) for row in rows if what < len(row)]
    return tuple(made) if sum(words) >= 3 * len(words) else None


def merged_header(text: str) -> tuple[Column, ...] | None:
    """Columns of a collapsed header: ”Vem Vad När”."""
    if len(text) > 80 or ":" in text:
        return None
    return columns_of(re.split(r"\s+(?=[A-ZÅÄÖ])", text.strip()))


_WHEN: Final = re.compile(
    r"^(?:Minst|Högst|Max|Upp till|Varje|Varannan|Vartannat|Senast|Inom|En|Ett|Två|Tre|Fyra|Fem|Sex|Sju|Åtta|Nio|Tio|Elva|Tolv|\d|Dagligen|Löpande|Årligen|Månadsvis|Veckovis|Hela|Under|Per|Från|Före|Efter|Året|Vid|Klart|Alla|Helger|Vardagar"
    r"|(?:Mån|Tis|Ons|Tors|Fre|Lör|Sön)dag|Januari|Februari|Mars|April|Maj|Juni|Juli|Augusti|September|Oktober|November|December|Våren|Hösten|Sommaren|Vintern|Vår|Höst|\w+ton\b|\w+tio\b|Kvartalsvis|Terminsvis|Halvårsvis|Sommartid|Vintertid|Kvällar|Nätter)"
)
_ENDING: Final = re.compile(r"(?<!\w)(?=[A-ZÅÄÖ])")


def ending_verdict(text: str) -> tuple[int, str] | None:
    """Where a verdict begins that a text ends in, and the verdict."""
    return next(
        (
            (m.start(), text[m.start() :].strip(" .!"))
            for m in _ENDING.finditer(text)
            if m.start() and status_of(text[m.start() :])
        ),
        None,
    )


def split_row(text: str, columns: Sequence[Column], names: Sequence[str]) -> dict[Column, str]:
    """Cells of a collapsed row."""
    cells: dict[Column, str] = {}
    rest = text.strip()
    if "who" in columns and columns[0] in ("who", "number"):
        for start in [m.start() for m in re.finditer(r"(?<=\s)(?=[A-ZÅÄÖ])", rest)]:
            head = rest[:start].strip()
            if is_party(head, names):
                cells["who"], rest = head, rest[start:]
        if "who" not in cells:
            return {}
    if "status" in columns and (verdict := ending_verdict(rest)):
        cells["status"] = verdict[1]
        rest = rest[: verdict[0]].strip()
    if "result" in columns:
        found = re.search(r"[.!?]\s+(?=[A-ZÅÄÖ\d])", rest)
        if found:
            cells["result"] = rest[found.end() :].strip()
            rest = rest[: found.start() + 1]
    if "when" in columns:
        cuts = [
            m.start()
            for m in re.finditer(r"(?<=[a-zåäö\d.)]\s)(?=[A-ZÅÄÖ\d])", rest)
            if _WHEN.match(rest[m.start() :])
        ]
        cuts = [cut for cut in cuts if not rest[cut].isdigit()] or cuts
        if cuts:
            cells["when"] = rest[cuts[-1] :].strip()
            rest = rest[: cuts[-1]]
    cells["what"] = rest.strip()
    return cells


def is_party(text: str, names: Sequence[str]) -> bool:
    """True for a cell with only parties, or with a unit of one in brackets: ”Kommunen (hemtjänsten)”."""
    bare = re.sub(r"(?<=\w) \([^()]*\)$", "", text.strip()).strip(" .:")
    if not bare or len(bare.split()) > 7:
        return False
    if any(bare.casefold() == name.casefold() for name in names):
        return True
    if is_collective(bare) or re.fullmatch(r"(?:alla|båda|samtliga)(?: \w+)?", bare, re.IGNORECASE):
        return len(bare.split()) <= 4
    if re.fullmatch(r"(?:[A-ZÅÄÖ][\w-]+ )*AB(?: [A-ZÅÄÖ][\w-]+)*", bare):
        return " " in bare
    found = mentions(bare, names)
    if not found:
        return False
    rest = bare
    for mention in found:
        rest = rest.replace(bare[mention.start : mention.end], " ")
    return all(
        word[:1].isupper() or word in ("och", "samt", "i", "&", ",", "lokala", "den", "samverkan", "med")
        for word in rest.replace(",", " ").split()
    )


_HEADS: Final = re.compile(
    r"^(?:(?:Det här|Detta|Så här|Så|Vad)? ?(?:lovar|gör|ska) )|s(?= (?:egna )?(?:löften?|åtaganden?|insatser|åtgärder|del|ansvar)$)|(?:^| )(?:egna )?(?:löften?|åtaganden?|insatser|åtgärder|ansvar|del|lovar(?: att)?|åtar sig(?: att)?|ska(?: göra)?|gör)$"
)
"""What may stand beside a party that heads a column: ”Polisens åtaganden”, ”Det här gör kommunen”."""


def head_parties(titles: Sequence[str]) -> bool:
    """Whether each column is headed by a party; at least two by parties of a known kind."""
    bare = [_HEADS.sub("", title.strip(" .:")).strip() for title in titles]
    known = [is_party(title, ()) for title in bare]
    named = all(
        found or (re.fullmatch(r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){0,3}", title) and column_of(title) is None)
        for found, title in zip(known, bare, strict=True)
    )
    return named and sum(known) > 1 and len({*bare}) == len(bare)


def is_when(cell: str) -> bool:
    """True for a cell that says how often, how much or by when."""
    return bool(_WHEN.match(cell)) and len(cell.split()) < 7


_CONTENTS: Final[tuple[tuple[Column, Callable[[str, Sequence[str]], bool]], ...]] = (
    ("number", lambda cell, _: bool(re.fullmatch(r"[\dA-Z]{1,3}[.)]?", cell))),
    ("status", lambda cell, _: bool(status_of(cell))),
    ("who", is_party),
    ("when", lambda cell, _: is_when(cell)),
)


def table_rows(blocks: Sequence[Block], start: int) -> int:
    """Index after a table; furniture is skipped."""
    end = start + 1
    index = end
    while index < len(blocks) and blocks[index].kind in ("row", "furniture"):
        if blocks[index].kind == "row":
            end = index + 1
        index += 1
    return end


def section_of(
    blocks: Sequence[Block], index: int, header: int, columns: Sequence[Column], names: Sequence[str]
) -> str:
    """The title that goes over all columns, for the rows below it; empty for any other block."""
    block = blocks[index]
    text = focus_of(block.text) or re.sub(r"^\d{1,2}[.)] +", "", block.text).strip(" :")
    below = next((one for one in blocks[index + 1 :] if one.kind != "furniture"), None)
    if not re.fullmatch(r"[A-ZÅÄÖ\d].*[^.!?]", text) or len(text.split()) > 9 or below is None:
        return ""
    if below.table != blocks[header].table or len(below.cells) != len(columns):
        return ""
    headed = columns_of(below.cells) is not None
    if block.cells:
        first = blocks[header + 1 : header + 2]
        sectioned = headed or any(one.cells and not any(one.cells[1:]) for one in first)
        return text if len(block.cells) == 1 or (sectioned and not any(block.cells[1:])) else ""
    who = below.cells[columns.index("who")] if "who" in columns else ""
    return text if block.page and not headed and role_of(text) is None and is_party(who, names) else ""
