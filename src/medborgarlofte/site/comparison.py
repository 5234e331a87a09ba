"""Template data of a comparison."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from medborgarlofte.diff.describe import COUNTED, area, describe_evidence, headline, remark, texts, word_diff
from medborgarlofte.diff.model import Change, Comparison
from medborgarlofte.i18n import Language, Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.site.templates import templates_for


class Row(NamedTuple):
    """One change with the texts it concerns."""

    change: Change
    label: Text
    olds: list[str]
    news: list[str]
    woven: list[Any]
    """Word diff, if one text became one other."""
    evidence: list[str]


def view(comparison: Comparison, old: LoadedDocument, new: LoadedDocument, lang: Language) -> dict[str, Any]:
    """Data of the comparison template."""
    return {
        "comparison": comparison,
        "old": old.document,
        "new": new.document,
        "headline": headline(comparison, lang),
        "remarks": [remark(noticed, comparison)[lang] for noticed in comparison.remarks],
        "rows": list(_rows(comparison, old, new, lang)),
        "areas": [
            (COUNTED[change.kind][0][lang], area(change, lang))
            for change in comparison.focus_areas
            if change.kind != "kept"
        ],
        "other": [describe_evidence(piece, lang) for piece in comparison.other],
    }


def _rows(comparison: Comparison, old: LoadedDocument, new: LoadedDocument, lang: Language) -> Iterator[Row]:
    olds, news = texts(old), texts(new)
    for change in comparison.changes:
        before, after = [olds[key] for key in change.old], [news[key] for key in change.new]
        differs = len(before) == len(after) == 1 and before != after
        evidence = [
            describe_evidence(piece, lang, (*before, *after))
            for piece in change.evidence
            if piece.field != "text"
        ]
        woven = list(word_diff(before[0], after[0])) if differs else []
        yield Row(change, COUNTED[change.kind][0], before, after, woven, evidence)


def standalone(rows: Sequence[tuple[Comparison, LoadedDocument, LoadedDocument]], lang: Language) -> str:
    """Comparisons as a self-contained HTML page."""
    templates = templates_for(lang)
    data = {
        "views": [view(comparison, old, new, lang) for comparison, old, new in rows],
        "style": templates.static("style.css").decode(),
    }
    return templates.render("html", "comparison_alone.html", data)
