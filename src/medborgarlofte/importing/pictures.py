"""Parts of a lägesbild."""

import re
from collections.abc import Iterator

from medborgarlofte.importing.draft import Part
from medborgarlofte.importing.found import Found
from medborgarlofte.importing.headings import role_of
from medborgarlofte.importing.sections import area_of, listed, prose


def place_picture(found: Found) -> None:
    """Place the mapping and the listed problems; what else it says is left to the one who edits the draft."""
    role = None
    for index, block in enumerate(found.blocks):
        if block.kind == "heading":
            role = role_of(block.text)
        elif block.kind == "item" and role in ("problems", "focus-list"):
            found.add_problem(block.text, index)
        elif block.kind == "paragraph" and role == "situation":
            found.sections["situation"].append(index)


def picture(found: Found) -> Iterator[Part]:
    """Date or the year of the title, mapping and problems."""
    year = re.search(r"\b20\d\d\b", found.title)
    if date := found.signed or (year[0] if year else ""):
        yield Part("datum", date)
    yield from prose(found, "kartläggning", "situation")
    yield from listed("problem", [(area_of(one), one.blocks) for one in found.problems])
