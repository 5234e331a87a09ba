"""Compared documents: their words, plain text and Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from medborgarlofte.diff.describe import (
    COUNTED,
    SUGGESTION,
    area,
    describe_evidence,
    headline,
    remarks,
    texts,
)
from medborgarlofte.diff.model import Change, Comparison
from medborgarlofte.diff.words import word_diff, woven
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.phrases import format_title
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.lifecycle import STAGE_LABELS
from medborgarlofte.report.formats import View, wrap


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


def write_text(rows: Sequence[Compared], view: View) -> str:
    """Counts, remarks, then changes, weakened first."""
    return "\n\n".join("\n".join(_comparison(row, view.lang, view.width)) for row in rows) + "\n"


def _comparison(row: Compared, lang: Language, width: int) -> Iterator[str]:
    comparison = row.comparison
    marks = [draft_mark(loaded, lang) for loaded in (row.old, row.new)]
    yield from wrap(f"{comparison.old}{marks[0]} → {comparison.new}{marks[1]}", width)
    if comparison.changes:
        yield from wrap(f"{headline(comparison, lang)}.", width)
    for _, sentence in remarks(comparison):
        yield from wrap(f"! {sentence[lang]}", width, "", "  ")
    olds, news = texts(row.old), texts(row.new)
    for change in comparison.changes:
        if is_shown(change) or row.narrowed:
            yield ""
            yield from _change(change, olds, news, lang, width)
    for heading, lines in beside_commitments(comparison, lang):
        yield from ["", heading]
        for line in lines:
            yield from wrap(line, width, "  ", "    ")
    if comparison.is_empty and not row.narrowed:
        yield UNCHANGED[lang]


def _change(
    change: Change, olds: Mapping[str, str], news: Mapping[str, str], lang: Language, width: int
) -> Iterator[str]:
    guess = f" ({suggestion(change, lang)})" if change.is_guess else ""
    yield from wrap(f"{COUNTED[change.kind][0][lang].upper()} {ids(change)}{guess}", width, "", "    ")
    if len(change.old) == len(change.new) == 1:
        yield from wrap(woven(word_diff(olds[change.old[0]], news[change.new[0]])), width, "  ")
    else:
        yield from (line for key in change.old for line in wrap(f"- {olds[key]}", width, "  ", "    "))
        yield from (line for key in change.new for line in wrap(f"+ {news[key]}", width, "  ", "    "))
    for piece in change.evidence:
        if not piece.is_wording_alone:
            shown = (*olds.values(), *news.values())
            yield from wrap(describe_evidence(piece, lang, shown), width, "    ", "      ")


def write_markdown(rows: Sequence[Compared], view: View) -> str:
    """Table per comparison: before, now, effect."""
    return "\n\n".join("\n".join(_markdown_comparison(row, view.lang)) for row in rows) + "\n"


def _markdown_comparison(row: Compared, lang: Language) -> Iterator[str]:
    comparison = row.comparison
    titles = [
        format_title(loaded.document, loaded.document.title or loaded.id)[lang]
        for loaded in (row.old, row.new)
    ]
    yield f"## {titles[0]} → {titles[1]}"
    yield ""
    if comparison.changes:
        yield headline(comparison, lang).capitalize() + "."
        yield ""
    yield "\n>\n".join(f"> {_cell(sentence[lang])}" for _, sentence in remarks(comparison))
    yield from _table(row, lang)
    for heading, lines in beside_commitments(comparison, lang):
        yield from ["", f"### {heading}", ""]
        yield from (f"- {_cell(line)}" for line in lines)


def _table(row: Compared, lang: Language) -> Iterator[str]:
    olds, news = texts(row.old), texts(row.new)
    if row.comparison.changes:
        heads = Text("Förut | Nu | Vad det innebär", "Before | Now | What it means")
        yield from ["", f"| {heads[lang]} |", "|---|---|---|"]
    for change in row.comparison.changes:
        before = "<br>".join(_cell(olds[key]) for key in change.old)
        after = "<br>".join(_cell(news[key]) for key in change.new)
        meaning = [COUNTED[change.kind][0][lang].capitalize()]
        if change.is_guess:
            meaning.append(f"({suggestion(change, lang)})")
        shown = (*olds.values(), *news.values())
        meaning += [
            _cell(describe_evidence(piece, lang, shown))
            for piece in change.evidence
            if not piece.is_wording_alone
        ]
        yield f"| {before or '–'} | {after or '–'} | {'<br>'.join(meaning)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "\\<")
