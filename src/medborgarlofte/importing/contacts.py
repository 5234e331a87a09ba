"""Contacts: functions with the address of each."""

import re
from collections.abc import Iterator
from typing import Any, Final

from medborgarlofte.importing.found import Found
from medborgarlofte.importing.people import NAME, ROLE, is_role
from medborgarlofte.importing.private import emails

_ADDRESS: Final = re.compile(
    r"(?:e-?post(?:adress)?|mejl|mail|telefon|tfn|tel|växel)\b\.?\s*:?\s", re.IGNORECASE
)
"""What a line begins with that belongs to the function above it: ”E-post: …”."""


def contacts_of(found: Found) -> Iterator[tuple[dict[str, Any], list[int]]]:
    """Each contact with its blocks; an address below a function is the address of that function."""
    lines: list[list[int]] = []
    for index in found.sections["contacts"]:
        text, above = found.blocks[index].text, found.blocks[index - 1].text if index else ""
        address = _ADDRESS.match(text) or not _named(text)
        if address and lines and lines[-1][-1] == index - 1:
            lines[-1].append(index)
        else:
            lines.append([index - 1, index] if address and is_role(above) else [index])
    for blocks in lines:
        if value := _contact(", ".join(found.blocks[index].text for index in blocks)):
            yield value, blocks


def _named(text: str) -> str:
    """A line without addresses and numbers; empty where it is nothing else."""
    return _REACHED.sub("", text).strip(" ,:;|") if re.search(r"[^\W\d_]", _REACHED.sub("", text)) else ""


_REACHED: Final = re.compile(r"\S+@\S+|\+?\d[\d ()/-]{4,}\d")


def _contact(text: str) -> dict[str, Any]:
    """Function, organisation and address.

    Names and private numbers are left out.
    """
    made: dict[str, Any] = {}
    name = None if ROLE.match(text) else NAME.search(text)
    rest = text[name.end() :] if name and name.start() < 3 else text
    if role := ROLE.search(rest):
        made["funktion"] = role[0].strip(" ,")
    elif not name and not _ADDRESS.match(text) and not text.rstrip().endswith("?"):
        made["funktion"] = _named(re.split(r"[,:]", text)[0])[:80]
    if found := emails(text):
        made["epost"] = found[0]
    if phone := re.search(r"(?<!\d)(?:0(?!7[02369])\d{1,3}[- ]\d[\d ]{3,9}\d|114 ?14|112)(?!\d)", text):
        made["telefon"] = phone[0]
    return made if made.get("funktion") else {}
