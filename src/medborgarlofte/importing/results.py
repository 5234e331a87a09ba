"""The results of a follow-up: each commitment as it is restated, and how it went."""

import re
from typing import Final

from medborgarlofte.importing.found import Found, FoundCommitment
from medborgarlofte.importing.furniture import is_compiled, is_dated
from medborgarlofte.importing.headings import role_of
from medborgarlofte.importing.roster import Roster, who
from medborgarlofte.importing.sentences import sentences
from medborgarlofte.importing.statuses import leading_status, legend, status_in, status_of

_OTHER: Final = re.compile(
    r"utan att det stod|aldrig ingick i löftet|ingick inte i löftet|dessutom|utöver löftet|utanför löftet",
    re.IGNORECASE,
)
_SUMMED: Final = re.compile(
    r"^sammanfattning|^slutsats|^vad vi tar med|^samlad bedömning|^slutord", re.IGNORECASE
)


def place_results(found: Found, roster: Roster) -> None:
    """Give each commitment its result, and place summaries and results that nobody promised."""
    if not found.commitments:
        found.commitments = _told(found, roster)
    colours = legend([block.text for block in found.blocks])
    by_block = {index: commitment for commitment in found.commitments for index in commitment.blocks}
    last: FoundCommitment | None = None
    heading = ""
    for index, block in enumerate(found.blocks):
        if index in by_block:
            last = by_block[index]
            _inline(last)
            continue
        if block.kind == "furniture":
            continue
        if block.kind == "heading":
            heading, last = block.text, None
            continue
        begun = leading_status(block.text)
        if last is not None and block.kind in ("paragraph", "item") and (begun or not last.result):
            _result(last, index, block.text, begun, colours)
        elif index in found.introduction or index in found.title_blocks:
            continue
        else:
            last = None
            _loose(found, index, heading)


def _told(found: Found, roster: Roster) -> list[FoundCommitment]:
    """Commitments and results in running text: a paragraph that begins with what was promised."""
    made = []
    for index, block in enumerate(found.blocks):
        parts = sentences(block.text) if block.kind == "paragraph" and not block.quoted else []
        if len(parts) < 2 or not re.search(r"\b(?:skulle|ska|skall|lovade(?: att)?)\b", parts[0]):
            continue
        if parties := who(parts[0], roster, add=True):
            rest = " ".join(parts[1:])
            made.append(FoundCommitment(parts[0], [index], parties, result=rest, status=status_in(rest)))
            for other in (found.introduction, found.summary):
                if index in other:
                    other.remove(index)
    return made


_LABEL: Final = re.compile(
    r"^(?:Resultat(?:et)?|Utfall|Så gick det|Kommentar|Uppföljning|Status|Bedömning)\s*:\s*"
)


def _result(
    commitment: FoundCommitment, index: int, text: str, begun: tuple[str, str] | None, colours: dict[str, str]
) -> None:
    commitment.blocks.append(index)
    rest = _LABEL.sub("", text)
    if begun is not None:
        status, word = begun
        rest = re.sub(rf"^.*?{re.escape(word)}\s*[.:!,;–—-]?\s*", "", text, count=1)
        commitment.verdict = word
        commitment.status = colours.get(word.lower()[:3], status)
    else:
        commitment.status = commitment.status or status_in(text)
    commitment.result = rest or commitment.result


def _inline(commitment: FoundCommitment) -> None:
    """A result that stands behind the promise in the same block: ”Polisen ska … Resultat: …” or ” – Genomfört”."""
    if commitment.result or commitment.verdict:
        return
    parts = sentences(commitment.text)
    for number in range(1, len(parts)):
        rest = " ".join(parts[number:])
        begun = leading_status(rest)
        if begun or re.match(r"(?:Resultat|Utfall|Så gick det|Kommentar|Uppföljning)\s*:", rest):
            commitment.text = " ".join(parts[:number])
            word = begun[1] if begun else ""
            bare = _LABEL.sub("", rest)
            commitment.result = (
                re.sub(rf"^{re.escape(word)}\s*[.:!,;–—-]?\s*", "", bare, count=1) if word else bare
            )
            commitment.verdict = word
            commitment.status = status_of(word) or status_in(rest)
            return
    tail = re.search(
        r"\s+[–—-]\s+([A-ZÅÄÖa-zåäö ]{2,30})\.?$|\s*\(([A-ZÅÄÖa-zåäö ]{2,30})\)\.?$", commitment.text
    )
    word = (tail[1] or tail[2]) if tail else ""
    if tail and status_of(word):
        commitment.text, commitment.verdict, commitment.status = (
            commitment.text[: tail.start()],
            word,
            status_of(word),
        )


def _loose(found: Found, index: int, heading: str) -> None:
    """A paragraph that belongs to no commitment."""
    block = found.blocks[index]
    if (
        block.kind != "paragraph"
        or index in found.contacts
        or is_dated(block.text)
        or is_compiled(block.text)
    ):
        return
    role = role_of(heading) if heading else None
    others = [text for text in sentences(block.text) if _OTHER.search(text)]
    if role == "denied" and not others:
        others = sentences(block.text)
    found.other_results += [(text, index) for text in others]
    for area in (found.follow_up, found.feedback, found.situation, found.evidence):
        if index in area and not _SUMMED.match(heading):
            return
    if (_SUMMED.match(heading) or role in ("lessons", "results")) and len(others) < len(
        sentences(block.text)
    ):
        found.summary.append(index)
