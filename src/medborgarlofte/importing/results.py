"""Results of a follow-up: each commitment as restated, and how it went."""

import re
from typing import Final

from medborgarlofte.diff.similarity import similarities
from medborgarlofte.i18n import Text
from medborgarlofte.importing.blocks import Block, squash
from medborgarlofte.importing.found import Found, FoundCommitment
from medborgarlofte.importing.furniture import is_dated
from medborgarlofte.importing.headings import role_of
from medborgarlofte.importing.roster import Roster, who
from medborgarlofte.importing.sentences import is_past, says_done, sentences
from medborgarlofte.importing.statuses import colour_of, leading_status, legend, status_in, status_of

_OTHER: Final = re.compile(
    r"utan att det stod|aldrig ingick i löftet|ingick inte i löftet|dessutom|annat (?:som |vi |polisen |kommunen )?(?:hände|har hänt|(?:har )?gjort(?:s|des)?|gjordes|gjorde)|utöver löftet|utanför löftet",
    re.IGNORECASE,
)
_PROMISED: Final = re.compile(r"\b(?:lovade|skulle|hade lovat|åtog sig|utlovade)\b")
_PLANNED: Final = re.compile(r"\b(?:skulle|ska|skall|lovade|hade lovat|åtog sig|utlovade)\b")
_PASSIVE: Final = re.compile(r"\bskulle (?:\w+ ){0,3}?(?:\w{3,}s|få|bli)\b")
"""What was to be done, by whom it does not say: ”Cyklar skulle märkas.”"""
_COUNTS: Final = re.compile(
    r"\b(?:saker|löften|punkter|åtaganden|insatser|åtgärder)\b(?! (?:på|i|mot|för att)\b)"
)
"""What a summary counts: ”lovade åtta saker för 2023”."""
_SUMMED: Final = re.compile(
    r"^sammanfattning|^slutsats|^vad vi tar med|^samlad bedömning|^slutord", re.IGNORECASE
)
_LABEL: Final = re.compile(
    r"^(?:Resultat(?:et)?|Utfall|Så gick det|Kommentar|Uppföljning|Status|(?:Nul|L)äget?|Bedömning)\s*:\s*"
)
_TAIL: Final = re.compile(
    r"\s+[–—-]\s+(?P<dash>[A-ZÅÄÖa-zåäö ]{2,30})\.?$|\s*\((?P<within>[A-ZÅÄÖa-zåäö ]{2,30})\)\.?$"
)


def place_results(found: Found, roster: Roster) -> None:
    """Give each commitment its result, and place summaries and results that nobody promised."""
    found.commitments += _told(found, roster)
    found.commitments.sort(key=lambda one: one.blocks[0])
    restated = _restated(found)
    answers = _answers(found)
    colours = legend([block.text for block in found.blocks])
    by_block = {index: commitment for commitment in found.commitments for index in commitment.blocks}
    last: FoundCommitment | None = None
    heading, reported = "", False
    for index, block in enumerate(found.blocks):
        if index in by_block:
            last = by_block[index]
            _inline(last)
        elif index in restated:
            last = restated[index]
        elif one := answers.get(index):
            last = one
            last.blocks.append(index)
            _judge(last, block.text, leading_status(block.text), colours)
        elif index in answers:
            found.other_results.append((block.text, index))
        elif block.kind == "heading":
            heading, last = block.text, last if _is_label(found, index) else None
            reported = reported or says_done(block.text)
        elif block.kind != "furniture":
            begun = leading_status(block.text)
            if last is not None and block.kind in ("paragraph", "item") and (begun or not last.result):
                last.blocks.append(index)
                _judge(last, _LABEL.sub("", block.text), begun, colours)
            elif (
                index not in found.sections["introduction"] or not found.commitments
            ) and index not in found.title_blocks:
                last = None
                _loose(found, index, heading, reported=reported or not found.commitments)


def _restated(found: Found) -> dict[int, FoundCommitment]:
    """Blocks that name a commitment again, before how it went; they are no commitments of their own."""
    made: dict[int, FoundCommitment] = {}
    begun = {one.blocks[0]: one for one in reversed(found.commitments)}
    texts = [(one, squash(one.text)) for one in found.commitments]
    for index, block in enumerate(found.blocks):
        if block.kind not in ("heading", "paragraph"):
            continue
        words = squash(begun[index].text if index in begun else block.text)
        named = next((one for one, text in texts if one.blocks[0] < index and words in text), None)
        if named is not None and len(words) > 12:
            made[index] = named
    found.commitments = [one for one in found.commitments if one.blocks[0] not in made]
    return made


_LIKENESS: Final = 0.2
"""How alike a result and the commitment that it answers are at least."""
_BY_ORDER: Final = Text(
    "utfallet är parat med åtagandet på samma plats i listan",
    "the result is paired with the commitment at the same place of the list",
)


def _answers(found: Found) -> dict[int, FoundCommitment | None]:
    """Items of lists of results, with what they answer: the likest, or the same place where both lists are as long."""
    placed, items, role = found.placed, [], None
    for index, block in enumerate(found.blocks):
        if block.kind == "heading":
            role = None if _is_label(found, index) else role_of(block.text)
        elif index in placed:
            role = None
        elif block.kind == "item" and role in ("results", "follow-up"):
            items.append(index)
    open_ = [one for one in found.commitments if items and not one.result]
    open_ = [one for one in open_ if one.blocks[0] < items[0]] or open_
    made: dict[int, FoundCommitment | None] = dict.fromkeys(items)
    scores = similarities(
        [found.blocks[index].text for index in items], [one.text for one in open_], by_topic=True
    )
    likest = sorted(
        ((score, -row, -column) for row, line in enumerate(scores) for column, score in enumerate(line)),
        reverse=True,
    )
    taken: set[int] = set()
    for score, row, column in likest:
        if score >= _LIKENESS and made[items[-row]] is None and -column not in taken:
            made[items[-row]] = open_[-column]
            taken.add(-column)
    if len(items) == len(open_) and items and items[-1] - items[0] == len(items) - 1:
        left = (one for number, one in enumerate(open_) if number not in taken)
        for index in [index for index in items if made[index] is None]:
            made[index] = one = next(left)
            one.result_doubt = _BY_ORDER
    return made


def _is_label(found: Found, index: int) -> bool:
    """Whether a heading stands between a commitment and its own result: ”Resultat:”."""
    above = found.blocks[index - 1].kind == "paragraph" and index - 1 in found.placed
    return above and role_of(found.blocks[index].text) == "results"


def _told(found: Found, roster: Roster) -> list[FoundCommitment]:
    """Commitments and results in running text: a paragraph that begins with what was promised."""
    made: list[FoundCommitment] = []
    listed, placed = bool(found.commitments), found.placed
    for index, block in enumerate(found.blocks):
        parts = sentences(block.text) if block.kind == "paragraph" and not block.quoted else []
        if (
            len(parts) < 2
            or index in placed
            or _COUNTS.search(parts[0])
            or says_done(parts[0])
            or not (_PROMISED if listed else _PLANNED).search(parts[0])
        ):
            continue
        parties, passive = who(parts[0], roster, add=True), _PASSIVE.search(parts[0])
        if parties or passive:
            rest = " ".join(parts[1:])
            verdicts = [begun for part in reversed(parts[1:]) if (begun := leading_status(part))]
            status = verdicts[0][0] if verdicts else status_in(rest)
            if (listed or not parties) and not (status or re.search(r"\d", rest)):
                continue
            made.append(FoundCommitment(parts[0], [index], parties, result=rest, status=status))
            for other in (found.sections["introduction"], found.sections["summary"]):
                other[:] = [one for one in other if one != index]
    return made


def _judge(one: FoundCommitment, text: str, begun: tuple[str, str] | None, colours: dict[str, str]) -> None:
    """Set result, verdict and status from a comment."""
    rest = text
    if begun is None:
        one.status = one.status or status_in(text)
    else:
        status, one.verdict = begun
        rest = re.sub(rf"^.*?{re.escape(one.verdict)}\s*[.:!,;–—-]?\s*", "", text, count=1)
        one.status = colours.get(colour_of(one.verdict), status)
    one.result = rest or one.result


def _inline(one: FoundCommitment) -> None:
    """Split off a result behind the promise: ”Polisen ska … Resultat: …” or ” – Genomfört”."""
    parts = sentences(one.text)
    for number in range(1, len(parts)):
        rest = " ".join(parts[number:])
        begun = leading_status(rest)
        if begun or _LABEL.match(rest):
            one.text = " ".join(parts[:number])
            _judge(one, _LABEL.sub("", rest), begun, {})
            return
    tail = _TAIL.search(one.text)
    word = (tail["dash"] or tail["within"]) if tail else ""
    if tail and status_of(word):
        one.text, one.verdict, one.status = one.text[: tail.start()], word, status_of(word)


def _is_told(block: Block) -> bool:
    """Whether a block of a report without promises says what has been done."""
    leads = block.kind != "paragraph" or block.text.rstrip().endswith(":")
    return block.kind == "item" or (not leads and is_past(sentences(block.text)[0]))


def _loose(found: Found, index: int, heading: str, *, reported: bool) -> None:
    """A paragraph that belongs to no commitment; `reported` where what was done needs no commitment."""
    block = found.blocks[index]
    apart = index in found.sections["contacts"] or is_dated(block.text)
    role, parts = role_of(heading) if heading else None, sentences(block.text)
    if apart or not parts:
        return
    below = (heading or block.kind == "item") and index > max(found.title_blocks, default=0)
    if below and reported and role in (None, "results", "follow-up") and _is_told(block):
        found.other_results.append((block.text, index))
        found.doubts[:] = [one for one in found.doubts if one[0] != index]
        for other in (found.sections["introduction"], found.sections["summary"]):
            other[:] = [one for one in other if one != index]
        return
    if block.kind != "paragraph":
        return
    others = [text for text in parts if _OTHER.search(text)]
    if role == "denied" and not others:
        others = parts
    found.other_results += [(text, index) for text in others]
    taken = any(index in found.sections[part] for part in ("follow-up", "feedback", "situation", "evidence"))
    summed = _SUMMED.match(heading)
    if (summed or (role in ("lessons", "results") and not taken)) and len(others) < len(parts):
        found.sections["summary"].append(index)
