"""Compared documents and their words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from medborgarlofte.diff.describe import SUGGESTION, area, describe_evidence
from medborgarlofte.diff.model import Change, Comparison
from medborgarlofte.i18n import Language, Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.lifecycle import STAGE_LABELS


@dataclass(frozen=True, slots=True)
class Compared:
    """Comparison and both documents."""

    comparison: Comparison
    old: LoadedDocument
    new: LoadedDocument
    narrowed: bool = False
    """Whether only one kind of change is left (`--only`)."""


UNCHANGED: Final = Text("Inget har ändrats.", "Nothing has changed.")
FOCUS_AREAS: Final = Text("Fokusområden", "Focus areas")
OTHER: Final = Text("I övrigt", "Otherwise")


def draft_mark(loaded: LoadedDocument, lang: Language) -> str:
    """” (utkast)” after the id of a draft; empty for others."""
    return f" ({STAGE_LABELS['utkast'][lang].lower()})" if loaded.document.is_draft else ""


def suggestion(change: Change, lang: Language) -> str:
    """”förslag, likhet 0,74” for an unconfirmed pair."""
    score = f"{change.score or 0:.2f}".replace(".", "," if lang == "sv" else ".")
    return SUGGESTION[lang].format(score=score)


def ids(change: Change) -> str:
    """”K1+K2 → K3”."""
    return " → ".join("+".join(side) for side in (change.old, change.new) if side)


def focus_areas(comparison: Comparison, lang: Language) -> list[str]:
    """Changed focus areas: ”borttaget: Barn och unga”."""
    return [area(change, lang) for change in comparison.focus_areas if change.kind != "kept"]


def is_shown(change: Change) -> bool:
    """Whether there is more to say of a change than that it was kept."""
    return change.kind != "kept" or bool(change.evidence)


def beside_commitments(comparison: Comparison, lang: Language) -> Iterator[tuple[str, list[str]]]:
    """What changed besides the commitments, by heading."""
    areas = focus_areas(comparison, lang)
    if areas:
        yield FOCUS_AREAS[lang], areas
    if comparison.other:
        yield OTHER[lang], [describe_evidence(piece, lang) for piece in comparison.other]
