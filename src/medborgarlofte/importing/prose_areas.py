"""Focus areas named in running text or above it."""

import re
from collections.abc import Iterator
from typing import Final

from medborgarlofte.importing.found import Found
from medborgarlofte.importing.headings import commits, focus_of, role_of
from medborgarlofte.importing.sentences import sentences

_NAMED: Final = re.compile(
    r"\b(?:fokus(?:et)?(?: (?:ligger|läggs|är|blir|lägger vi|har legat|ska ligga))?(?: (?:främst|särskilt|bland annat))? (?:på|är)"
    r"|fokuserar (?:vi |löftet |parterna )?(?:(?:främst|särskilt|under \d{4}) )?på"
    r"|(?:fokus|insats)områden(?:a)?(?: (?:är|blir|heter)|:)"
    r"|prioriterade (?:områden|frågor)(?:na)?(?: (?:är|blir)|:)"
    r"|(?:vi |parterna |löftet )(?:har )?(?:prioriterar|prioriterat|satsar (?:särskilt )?på|valt(?: ut| att (?:satsa på|fokusera på|prioritera))?))"
    r"(?: (?:två|tre|fyra|fem|sex)(?: \w+)? områden:)?\s*:?\s+(?:(?:områdena|frågorna|särskilt|främst)\s+)?(?P<list>[^.:;!?]+)",
    re.IGNORECASE,
)
"""What a sentence says before it lists focus areas."""
_FIXED: Final = re.compile(
    r"\b(barn|unga|ungdomar|alkohol|narkotika|våld|hot|gång|stöld|inbrott|torg|park\w*) och (unga|barn|ungdomar|narkotika|alkohol|hot|våld|cykel\w*|inbrott|rån|parker|torg)\b",
    re.IGNORECASE,
)
"""Pairs that are one area."""
_NO_AREA: Final = re.compile(
    r"\b(?:som|att|ska|har|är|vi|polisen|kommunen|områden|frågor|delar|saker|mål|följande)\b|\d",
    re.IGNORECASE,
)


def named_areas(found: Found, *, running: bool) -> None:
    """Add focus areas: from headings, from words that open paragraphs, or from a sentence that lists them.

    Headings count where all commitments stand in running text.
    """
    under = _under_headings(found) if running else []
    if found.focus_areas and not under:
        return
    under = under or _opening_words(found)
    for title, index, blocks in under:
        focus = found.add_focus(title, index)
        for one in found.commitments:
            one.focus = focus if one.blocks[0] in blocks else one.focus
    if not under:
        for title, index in next(_listed(found), []):
            found.add_focus(title, index)


_Area = tuple[str, int, set[int]]
"""Title, its block, and the blocks of its commitments."""


def _under_headings(found: Found) -> list[_Area]:
    """Noun headings above promises of running text."""
    headings = [n for n, b in enumerate(found.blocks) if b.kind == "heading" and n not in found.title_blocks]
    made: dict[int, set[int]] = {}
    for one in found.commitments:
        above = max((index for index in headings if index < one.blocks[0]), default=-1)
        if above >= 0 and role_of(found.blocks[above].text) is None and not commits(found.blocks[above].text):
            made.setdefault(above, set()).add(one.blocks[0])
    titles = {index: found.blocks[index].text for index in made}
    areas = [(focus_of(titles[n]) or titles[n].strip(" .:"), n, blocks) for n, blocks in made.items()]
    return areas if len(areas) > 1 else []


def _opening_words(found: Found) -> list[_Area]:
    """”Tryggare station. Polisen lovar …”: words without a verb before the promises of a paragraph."""
    made = []
    for index in sorted(found.placed):
        first, *rest = sentences(found.blocks[index].text) or [""]
        promised = any(index in one.blocks and one.text.startswith(first) for one in found.commitments)
        if rest and len(first.split()) <= 5 and not promised and not _NO_AREA.search(first):
            made.append((first.strip(" .:"), index, {index}))
    return made if len(made) > 1 else []


def _listed(found: Found) -> Iterator[list[tuple[str, int]]]:
    """Sentences that list two focus areas or more."""
    for index, block in enumerate(found.blocks):
        if block.kind not in ("paragraph", "item") or block.quoted or index in found.placed:
            continue
        for match in (match for one in sentences(block.text) for match in _NAMED.finditer(one)):
            titles = _split(match["list"])
            if len(titles) > 1 and all(len(one.split()) <= 6 and not _NO_AREA.search(one) for one in titles):
                yield [(title, index) for title in titles]


def _split(text: str) -> list[str]:
    """Items of ”trygghet i centrum, narkotika och trafik”."""
    kept = _FIXED.sub(lambda pair: pair[0].replace(" och ", "\0"), text)
    *first, last = re.split(r",\s+", kept)
    parts = [*first, *re.split(r"\s+(?:och|samt)\s+(?:(?:på|om|mot)\s+)?", last)]
    return [
        re.sub(r"^(?:och|samt|på)\s+", "", part).replace("\0", " och ").strip()
        for part in parts
        if part.strip()
    ]
