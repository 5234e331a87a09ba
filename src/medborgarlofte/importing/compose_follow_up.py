"""The draft of a follow-up."""

import re
from typing import Any, Final

from medborgarlofte.i18n import Text
from medborgarlofte.importing.blocks import Source
from medborgarlofte.importing.compose_parts import first_day, name, prose, shared
from medborgarlofte.importing.draft import Draft, Part
from medborgarlofte.importing.found import Found, FoundCommitment
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.periods import point
from medborgarlofte.importing.plans import figure_in, reported_period
from medborgarlofte.swedish import PartialDate


def follow_up(found: Found, source: Source, promise: str, today: PartialDate) -> Draft:
    date, block = _date(found, today)
    parts = [
        Part("titel", found.title or source.name, [found.title_blocks]),
        Part("status", "utkast"),
        Part("löfte", promise),
        Part("datum", str(date), [[block] if block >= 0 else []]),
    ]
    if reported := reported_period(found.title):
        parts.append(Part("avser", reported, [found.title_blocks]))
    posts = [one for one in found.commitments if one.status or one.result or one.verdict]
    if posts:
        parts.append(Part("poster", [_post(found, one) for one in posts], [one.blocks for one in posts]))
    if found.other_results:
        parts.append(
            Part(
                "övriga_resultat",
                [{"text": text} for text, _ in found.other_results],
                [[b] for _, b in found.other_results],
            )
        )
    parts += prose(found, "sammanfattning", [*found.introduction, *found.summary])
    parts += shared(found, source)
    doubts = [
        (one.blocks[0], Text("det framgår inte hur det gick", "how it went does not show"))
        for one in found.commitments
        if not one.status
    ]
    if block < 0:
        doubts.append(
            (
                found.title_blocks[0] if found.title_blocks else 0,
                Text(
                    "källan säger inte när uppföljningen gjordes",
                    "the source does not say when the follow-up was made",
                ),
            )
        )
    return Draft(name(found, "uppföljning"), "uppföljning", parts, doubts)


def _post(found: Found, one: FoundCommitment) -> dict[str, Any]:
    made: dict[str, Any] = {"åtagande": one.id}
    if one.status:
        made["status"] = one.status
    units = [str(target.get("enhet", "")) for target in measures(one.text, first_day(found)).targets]
    if re.fullmatch(r"\d{1,3}(?: \d{3})*|\d+", one.result):
        made["utfall"] = one.result
        return made
    if figure := figure_in(one.result, units):
        made["utfall"] = figure
    if one.result:
        made["kommentar"] = one.result
    return made


_WHEN: Final = re.compile(
    r"\b(?:Publicera[dt]|Uppdatera[dt]|Sammanställ\w*|Senast uppdaterad|Datum|Upprättad\w*)\b\D{0,20}((?:\d{1,2} )?(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) \d{4}|\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)


def _date(found: Found, today: PartialDate) -> tuple[PartialDate, int]:

    for index, block in enumerate(found.blocks):
        match = _WHEN.search(block.text)
        if match:
            try:
                return point(match[1]), index
            except ValueError:
                continue
    return today, -1


# ---------------------------------------------------------------- the agreement
