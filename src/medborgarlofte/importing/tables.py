"""Tables: which column says who, what, when, how it went; also tables whose columns were lost on the way."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from medborgarlofte.importing.agents import is_collective, mentions
from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.statuses import status_of

Column = Literal["number", "who", "what", "when", "result", "status", "focus", "goal", "other"]

_COLUMNS: Final[tuple[tuple[Column, str], ...]] = (
    ("number", r"(?:nr|nummer|#|punkt nr|löpnr)\.?"),
    (
        "status",
        r"(?:hållet|status|bedömning|läge|färg|uppfyllt|betyg|måluppfyllelse|klart|håller löftet|uppfyllelse|utförd?t?|genomfört)\??",
    ),
    (
        "result",
        r"(?:så blev det|resultat(?:et)?|utfall(?:et)?|så gick det|vad (?:som )?(?:hände|det blev|har hänt|vi gjorde)|kommentar(?:er)?|det här hände|hur det gick|hur gick det|vad har gjorts|uppföljning|detta gjorde vi)\??",
    ),
    (
        "who",
        r"(?:vem|vem lovar|vem gör|vem ansvarar|vem gör det|ansvarig(?:a|t)?(?: part| aktör| enhet)?|ansvar|part(?:er)?|aktör(?:er)?|utförare|löftesgivare|av vem)\??",
    ),
    (
        "when",
        r"(?:när(?: och hur ofta)?|hur ofta(?: och när)?|hur mycket|tid(?:plan|punkt)?|omfattning|antal|mått|takt|frekvens|klart senast|senast|när är det klart|nivå|mått och tid|tidsram)\??",
    ),
    (
        "what",
        r"(?:vad|vad vi lovar|vi lovar|vi lovade|åtagande(?:n|t)?|åtgärd(?:er)?|löfte(?:n|t)?|aktivitet(?:er)?|insats(?:er)?|punkt|vad (?:vi )?ska (?:vi )?göra(?:s)?|det här lovar vi|det lovar vi|vad som ska göras|vi ska|det vi lovade|vad vi lovade|vårt löfte)\??",
    ),
    ("focus", r"(?:område|fokusområde|fokus|problem(?:område)?|plats|tema)"),
    ("goal", r"(?:mål|effekt(?:mål)?|syfte|önskat läge)"),
)


def column_of(title: str) -> Column | None:
    """What a column with this title holds."""
    text = re.sub(r"\s+(?:den )?\d.*$", "", title.strip().lower().rstrip(":"))
    return next((column for column, pattern in _COLUMNS if re.fullmatch(pattern, text)), None)


def columns_of(cells: Sequence[str]) -> tuple[Column, ...] | None:
    """The columns of a header row; None when the row is not one."""
    found = [column_of(cell) for cell in cells]
    known = [column for column in found if column]
    if len(known) < 2 or "what" not in known:
        return None
    return tuple(column or "other" for column in found)


def merged_header(text: str) -> tuple[Column, ...] | None:
    """The columns of a header whose cells stand with only spaces between: ”Vem Vad vi lovar När”."""
    if len(text) > 80:
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
        ((m.start(), text[m.start() :].strip(" .!")) for m in _ENDING.finditer(text) if m.start() and status_of(text[m.start() :])),
        None,
    )


def split_row(text: str, columns: Sequence[Column], names: Sequence[str]) -> dict[Column, str]:
    """The cells of a row whose columns were lost: the promisor first, then what, then when or how it went."""
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
    """Whether a cell names parties and nothing else."""
    bare = text.strip(" .:")
    if not bare or len(bare.split()) > 7:
        return False
    if any(bare.casefold() == name.casefold() for name in names):
        return True
    if is_collective(bare) or re.fullmatch(r"(?:alla|båda|samtliga)(?: \w+)?", bare, re.IGNORECASE):
        return len(bare.split()) <= 4
    found = mentions(bare, names)
    if not found:
        return False
    rest = bare
    for mention in found:
        rest = rest.replace(bare[mention.start : mention.end], " ")
    return all(
        word[:1].isupper() or word in ("och", "samt", "i", "&", ",", "lokala", "den")
        for word in rest.replace(",", " ").split()
    )


def table_rows(blocks: Sequence[Block], start: int) -> int:
    """The index after the last row of the table that begins at a block; furniture between rows is passed over."""
    end = start + 1
    index = end
    while index < len(blocks) and blocks[index].kind in ("row", "furniture"):
        if blocks[index].kind == "row":
            end = index + 1
        index += 1
    return end
