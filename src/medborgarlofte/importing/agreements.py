"""Parts of a samverkansöverenskommelse."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from medborgarlofte.importing.blocks import Block
from medborgarlofte.importing.found import Found, FoundArea, short_id
from medborgarlofte.importing.headings import Role, focus_of, leads, role_of
from medborgarlofte.importing.lists import Item, place_list
from medborgarlofte.importing.party_headings import party_heading
from medborgarlofte.importing.roster import Roster
from medborgarlofte.importing.rows import place_table
from medborgarlofte.importing.sentences import strength
from medborgarlofte.importing.tables import columns_of
from medborgarlofte.importing.walk import Context, Walk

_NOT_AREAS: Final = frozenset(
    (
        "follow-up", "signatures", "organisation", "validity", "background", "decision", "contacts",
        "glossary", "goals", "action-plan", "links", "purpose", "feedback"
    )
)  # fmt: skip


def place_agreement(found: Found, roster: Roster) -> None:
    """Place the parts of an agreement by headings; rows of an action plan are commitments."""
    walk, index = _Walk(found), 0
    while index < len(found.blocks):
        block = found.blocks[index]
        columns = set(columns_of(block.cells) or ()) if block.cells else set()
        index += 1
        if block.kind == "furniture" or index - 1 in found.title_blocks:
            continue
        if _closing(block.text):
            walk.area, walk.inside = None, False
        if {"who", "when"} & columns:
            planned = Walk(found, roster, Context("commitments"))
            index = place_table(planned, index - 1, columns_of(block.cells) or ())
        elif block.kind == "item" and (listed := _undertakings(walk, roster, index - 1)):
            walk.undertake(roster, listed)
            index = listed[-1][0] + 1
        elif block.kind == "heading" and not _closing(block.text):
            walk.enter(index - 1, block)
        elif walk.area is not None and block.kind in ("paragraph", "item"):
            walk.area.description.append(index - 1)
        elif walk.inside and walk.role == "areas" and block.kind == "item":
            taken = {area.id for area in found.areas}
            found.areas.append(FoundArea(block.text.rstrip(" .;,"), [index - 1], short_id(block.text, taken)))
        else:
            _place(found, walk.role, index - 1)


@dataclass
class _Walk:
    """Current position in an agreement."""

    found: Found
    role: Role | None = None
    area: FoundArea | None = None
    inside: bool = False
    """Whether among the areas of cooperation."""
    labelled: bool = False
    """Whether the heading that was read last names its area behind a label: ”Område 1: …”."""
    section: str = ""
    """The number of the section that holds the areas."""
    heading: int = -1
    """The block of the heading that was read last."""

    def undertake(self, roster: Roster, items: Sequence[Item]) -> None:
        """Place the undertakings of a list, in the area of its heading."""
        heading = self.found.blocks[self.heading].text if self.heading >= 0 else ""
        parties = party_heading(heading, roster)
        if self.area is None and heading and not parties and self.role in (None, "situation"):
            taken = {area.id for area in self.found.areas}
            between = range(self.heading + 1, items[0][0])
            above = [index for index in between if self.found.blocks[index].kind == "paragraph"]
            introduction = self.found.sections["introduction"]
            introduction[:] = [index for index in introduction if index not in above]
            self.area = FoundArea(heading, [self.heading], short_id(heading, taken), above)
            self.found.areas.append(self.area)
        focus = self.area.id if self.area else ""
        context = Context("commitments", parties, focus, known=True)
        place_list(Walk(self.found, roster, context), items)

    def enter(self, index: int, block: Block) -> None:
        """Go on under a heading."""
        number, self.heading = block.marker.strip("."), index
        title = focus_of(block.text) or block.text
        self.labelled = title != block.text
        named = None if self.labelled else role_of(block.text)
        if named in ("areas", "focus-list"):
            self.inside, self.section, self.area, self.role = True, number.split(".")[0], None, "areas"
        elif self._is_stray(number, named):
            self.found.areas[-1].description.append(index)
        elif self._is_area(number, named):
            taken = {area.id for area in self.found.areas}
            self.area = FoundArea(title, [index], number or short_id(title, taken))
            self.found.areas.append(self.area)
            self.role = "areas"
        else:
            self.inside = self.inside and not number and named is None
            self.area, self.role = None, named

    def _is_stray(self, number: str, named: Role | None) -> bool:
        """Whether a short line without a number only looks like a heading among numbered areas."""
        if self.labelled or self.area is None or number or named is not None or not self.area.blocks:
            return False
        return bool(self.found.blocks[self.area.blocks[0]].marker)

    def _is_area(self, number: str, named: Role | None) -> bool:
        if not self.inside or not (number or named not in _NOT_AREAS):
            return False
        if not self.section or (not number and self.labelled):
            return True
        return self.section == number.split(".", maxsplit=1)[0] and "." in number


def _undertakings(walk: _Walk, roster: Roster, start: int) -> list[Item]:
    """The items of a list most of which say what a party does; none of another list."""
    rest = enumerate(walk.found.blocks[start:], start)
    items = [*takewhile(lambda item: item[1].kind in ("item", "furniture"), rest)]
    items = [item for item in items if item[1].kind == "item"]
    promising = sum(strength(block.text, tuple(roster.others)) > 0 for _, block in items)
    heading = walk.found.blocks[walk.heading].text if walk.heading >= 0 else ""
    led = leads(heading) and bool(party_heading(heading, roster))
    return items if walk.role not in _NOT_AREAS and (led or promising * 2 > len(items)) else []


def _closing(text: str) -> bool:
    """True for a paragraph that ends the areas."""
    return bool(
        re.match(r"(?:Denna ö|Ö)verenskommelsen? gäller|Avtalet gäller|[A-ZÅÄÖ]\w+ den \d+ \w+ \d{4}$", text)
    )


def _place(found: Found, role: Role | None, index: int) -> None:
    block = found.blocks[index]
    text = block.text
    if role == "follow-up" or (
        re.search(r"\bföljas? upp\b|\bföljs upp\b|\bföljer upp\b", text)
        and block.kind == "paragraph"
        and role not in ("organisation", "background")
    ):
        found.sections["follow-up"].append(index)
    elif role == "organisation":
        found.sections[role].append(index)
    elif role == "purpose":
        found.sections["purpose"].append(index)
    elif role == "action-plan" and block.kind == "paragraph":
        found.sections["action-plan"].append(index)
    elif (role == "background" and block.kind == "paragraph" and not found.areas) or (
        role is None and block.kind == "paragraph" and not found.areas and len(text) > 60
    ):
        found.sections["introduction"].append(index)
