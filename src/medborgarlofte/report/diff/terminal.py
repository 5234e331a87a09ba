"""Comparisons for a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rich import box
from rich.table import Table

from medborgarlofte.diff.commitment import JOINED
from medborgarlofte.diff.describe import (
    COUNTED,
    EFFECTS,
    SIMILAR,
    describe_evidence,
    describe_item,
    field_name,
    long_words,
    old_and_new,
    remarks,
    texts,
)
from medborgarlofte.diff.model import Change, Comparison, Evidence
from medborgarlofte.diff.words import Piece, word_diff
from medborgarlofte.i18n import Language, Text
from medborgarlofte.report.diff.text import (
    FOCUS_AREAS,
    OTHER,
    UNCHANGED,
    Compared,
    draft_mark,
    focus_areas,
    ids,
    is_shown,
    suggestion,
)
from medborgarlofte.report.formats import Part, View
from medborgarlofte.report.terminal import Screen, rich_text

SIDE_BY_SIDE_FROM: Final = 100
"""Columns from which the old text is shown beside the new one."""


def write_text(rows: Sequence[Compared], view: View) -> str:
    """Counts, remarks, then changes with evidence."""
    screen = Screen(width=view.width, color=view.color)
    for index, row in enumerate(rows):
        if index:
            screen.blank()
            screen.rule()
        _comparison(screen, row, view.lang)
    return str(screen)


def _comparison(screen: Screen, row: Compared, lang: Language) -> None:
    comparison = row.comparison
    marks = [draft_mark(loaded, lang) for loaded in (row.old, row.new)]
    screen.paragraph((comparison.old, "id"), f"{marks[0]} → ", (comparison.new, "id"), marks[1])
    if comparison.changes:
        screen.paragraph(*_counts(comparison, lang))
    for _, sentence in remarks(comparison):
        screen.paragraph(sentence[lang], lead=("! ", "finding.warning"))
    shown = [change for change in comparison.changes if is_shown(change) or row.narrowed]
    for change in shown:
        screen.blank()
        _change(screen, change, texts(row.old), texts(row.new), lang)
    _beside_commitments(screen, comparison, lang)
    if comparison.is_empty and not row.narrowed:
        screen.paragraph(UNCHANGED[lang])
    kept = [_ids(change) for change in comparison.changes if change not in shown]
    guesses = [change for change in shown if change.is_guess]
    if (kept and shown) or guesses:
        screen.blank()
    if kept and shown:
        label = COUNTED["kept"][len(kept) != 1][lang].capitalize()
        screen.paragraph(f"{label}: {', '.join(kept)}.")
    if guesses and comparison.old != comparison.new:
        confirm = Text("Ett förslag är en gissning. Bekräfta det: ", "A suggestion is a guess. Confirm it: ")
        command = f"lofte diff {comparison.old} {comparison.new} --confirm"
        screen.paragraph(confirm[lang], (command, "command"))


def _counts(comparison: Comparison, lang: Language) -> list[Part]:
    """”2 försvagade, 1 borttaget, 4 behållna; 1 liknar (förslag).”"""
    parts: list[Part] = []
    for kind, number in comparison.headline.items():
        parts += [", "] * bool(parts)
        words = f"{number} {COUNTED[kind][number != 1][lang]}"
        parts.append((words, kind if kind not in {"kept", "reworded"} else ""))
    if number := sum(comparison.suggestions.values()):
        parts += ["; "] * bool(parts)
        parts.append(f"{number} {SIMILAR[number != 1][lang]}")
    return [*parts, "."]


def _change(
    screen: Screen, change: Change, olds: Mapping[str, str], news: Mapping[str, str], lang: Language
) -> None:
    guess = f", {suggestion(change, lang)}" if change.is_guess else ""
    screen.paragraph((COUNTED[change.kind][0][lang].upper(), change.kind), f" {_ids(change)}{guess}")
    before, after = [olds[key] for key in change.old], [news[key] for key in change.new]
    if len(before) == len(after) == 1:
        _draw_texts(screen, before[0], after[0])
    elif len(before) + len(after) == 1:
        screen.paragraph(*before, *after, lead="  ")
    else:
        for sign, style, sided in (("-", "dropped", before), ("+", "new", after)):
            for text in sided:
                screen.paragraph(text, lead=[(f"  {sign} ", style)])
    for piece in change.evidence:
        if not piece.is_wording_alone:
            _evidence(screen, piece, lang, (*olds.values(), *news.values()))


def _ids(change: Change) -> str:
    """”K1 → K2”, or ”K1” for equal ids."""
    return ids(change) if change.old != change.new else "+".join(change.old)


def _draw_texts(screen: Screen, old: str, new: str) -> None:
    """Add both texts, side by side or merged."""
    if old == new or screen.width < SIDE_BY_SIDE_FROM:
        screen.paragraph(*_words(screen, old, new, "=-+"), lead="  ")
        return
    room = (screen.width - 7) // 2
    table = Table(
        box=box.MINIMAL, show_header=False, show_edge=False, border_style="rule", padding=(0, 1, 0, 2)
    )
    table.add_column(width=room)
    table.add_column(width=room)
    table.add_row(*(rich_text(_words(screen, old, new, marks), room) for marks in ("=-", "=+")))
    screen.put(table)


def _words(screen: Screen, old: str, new: str, marks: str) -> list[Part]:
    """The words of one text or both, styled where they differ."""
    return _styled(screen, word_diff(old, new), marks)


def _styled(screen: Screen, pieces: Iterable[Piece], marks: str) -> list[Part]:
    """The pieces with some marks, styled where they differ; with signs where there is no colour."""
    signs = {"=": "{}", "-": "{}", "+": "{}"} if screen.color else {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    styles = {"=": "", "-": "words.old", "+": "words.new"}
    parts: list[Part] = []
    for piece in pieces:
        if piece.mark in marks:
            parts += [" "] * bool(parts)
            parts.append((signs[piece.mark].format(piece.words), styles[piece.mark]))
    return parts


def _evidence(screen: Screen, piece: Evidence, lang: Language, shown: Sequence[str] = ()) -> None:
    """Add field, effect and values not shown yet."""
    if piece.field == JOINED:
        screen.paragraph(describe_evidence(piece, lang), lead="    ")
        return
    words: list[Part] = [describe_item(piece, lang) if piece.is_item else old_and_new(piece, lang, shown)]
    pieces = long_words(piece) if words[0] else []
    if pieces:
        words = _styled(screen, pieces, "=-+")
    name, effect = field_name(piece, lang), EFFECTS[piece.effect][lang]
    if pieces or len(name) > LONGEST_NAME:
        screen.paragraph((name, "muted"), " ", (effect, piece.effect), lead="    ")
        screen.paragraph(*words, lead="      ")
    else:
        screen.paragraph(*words, lead=[(f"    {name:<12} ", "muted"), (f"{effect:<10}", piece.effect)])


LONGEST_NAME: Final = 16
"""Characters from which the name of a field stands on a line of its own."""


def _beside_commitments(screen: Screen, comparison: Comparison, lang: Language) -> None:
    areas = list(focus_areas(comparison, lang))
    if areas:
        screen.blank()
        screen.paragraph((FOCUS_AREAS[lang], "heading"))
        for line in areas:
            screen.paragraph(line, lead="  ")
    if comparison.other:
        screen.blank()
        screen.paragraph((OTHER[lang], "heading"))
        for piece in comparison.other:
            _evidence(screen, piece, lang)
