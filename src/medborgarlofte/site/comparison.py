"""Template data of a comparison."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from medborgarlofte.diff.describe import (
    COUNTED,
    Piece,
    area,
    headline,
    initial,
    long_words,
    remark,
    texts,
    word_diff,
)
from medborgarlofte.diff.model import Change, Comparison, Evidence
from medborgarlofte.diff.sentences import Words, sentence
from medborgarlofte.i18n import Language, Text
from medborgarlofte.load import LoadedDocument
from medborgarlofte.site.templates import templates_for

FORMER: Final = Text("det förra löftet", "the former promise")
NEWER: Final = Text("det nya löftet", "the new promise")


class Sentence(NamedTuple):
    """What changed, in words, and which words differ in a long text."""

    words: list[Words]
    woven: list[Piece]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.words)


class Row(NamedTuple):
    """One change with the texts it concerns."""

    change: Change
    label: Text
    olds: list[str]
    news: list[str]
    woven: list[Piece]
    """Word diff, if one text became one other."""
    evidence: list[Sentence]
    """What shows the change, in sentences."""


def view(
    comparison: Comparison,
    old: LoadedDocument,
    new: LoadedDocument,
    lang: Language,
    title_of: Callable[[str], str] = str,
) -> dict[str, Any]:
    """Data of the comparison template: facts in `rows`, pairs that are only suggested in `similar`."""
    rows = list(_rows(comparison, old, new, lang))
    return {
        "comparison": comparison,
        "old": old.document,
        "new": new.document,
        "headline": headline(comparison, lang),
        "remarks": [remark(noticed, FORMER, NEWER)[lang] for noticed in comparison.remarks],
        "rows": [row for row in rows if not row.change.is_guess],
        "similar": [row for row in rows if row.change.is_guess],
        "areas": [initial(area(change, lang)) for change in comparison.focus_areas if change.kind != "kept"],
        "other": [
            Sentence(sentence(piece, lang), long_words(piece))
            for piece in (_titled(piece, title_of) for piece in comparison.other)
            if not piece.is_internal
        ],
    }


def _titled(piece: Evidence, title_of: Callable[[str], str]) -> Evidence:
    """Evidence of another agreement, with its title for its id."""
    if piece.field != "ingår_i":
        return piece
    old, new = (name and title_of(name) for name in (piece.old, piece.new))
    return replace(piece, old=old, new=new)


def _rows(comparison: Comparison, old: LoadedDocument, new: LoadedDocument, lang: Language) -> Iterator[Row]:
    olds, news = texts(old), texts(new)
    for change in comparison.changes:
        before, after = [olds[key] for key in change.old], [news[key] for key in change.new]
        differs = len(before) == len(after) == 1 and before != after
        evidence = [
            Sentence(sentence(piece, lang, (*before, *after)), [])
            for piece in change.evidence
            if piece.field != "text"
            and not piece.is_internal
            and change.new  # of what is gone the text says it
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
