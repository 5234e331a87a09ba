"""A comparison as text for a terminal, as Markdown for a paper to the board, and as JSON for programs."""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Protocol

from click import style

from medborgarlofte.diff.describe import (
    COUNTED,
    SUGGESTION,
    headline,
    marked,
    names,
    remark,
    texts,
    told,
)
from medborgarlofte.diff.model import Change, Comparison, Kind
from medborgarlofte.i18n import Language, Text
from medborgarlofte.load import LoadedDocument

VERSION: Final = 1
_COLORS: Final[Mapping[Kind, str]] = {
    "weakened": "red", "dropped": "red", "sharpened": "green", "new": "green", "moved": "yellow", "split": "yellow", "merged": "yellow",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with the two documents, whose words are shown."""

    comparison: Comparison
    old: LoadedDocument
    new: LoadedDocument
    narrowed: bool = False
    """Whether only one kind of change is left in it."""


class DiffFormat(Protocol):
    """Writes comparisons; `width` and `color` matter only on a terminal."""

    def __call__(self, rows: Sequence[Compared], *, lang: Language, width: int, color: bool) -> str: ...


def write_text(rows: Sequence[Compared], *, lang: Language, width: int, color: bool) -> str:
    """The headline, what to know, then the commitments with the weakened first."""
    return "\n\n".join("\n".join(_text(row, lang, width, color)) for row in rows) + "\n"


def _text(row: Compared, lang: Language, width: int, color: bool) -> Iterator[str]:
    comparison = row.comparison
    for line in _wrapped(f"{comparison.old} → {comparison.new}", width, ""):
        yield _styled(line, color, bold=True)
    if comparison.changes:
        yield from _wrapped(headline(comparison, lang) + ".", width, "")
    for noticed in comparison.remarks:
        yield from _wrapped(f"! {remark(noticed, comparison)[lang]}", width, "", "  ")
    olds, news = texts(row.old), texts(row.new)
    for change in comparison.changes:
        if change.kind != "kept" or row.narrowed:
            yield ""
            yield from _change(change, olds, news, lang, width, color)
    for heading, lines in _rest(comparison, lang):
        yield from ["", _styled(heading, color, bold=True)]
        for line in lines:
            yield from _wrapped(line, width, "  ", "    ")
    if comparison.is_empty and not row.narrowed:
        yield Text("Inget har ändrats.", "Nothing has changed.")[lang]


def _rest(comparison: Comparison, lang: Language) -> Iterator[tuple[str, list[str]]]:
    """What changed beside the commitments, under its heading."""
    areas = [
        f"{COUNTED[change.kind][0][lang]}: {names(change)}"
        for change in comparison.focus_areas
        if change.kind != "kept"
    ]
    if areas:
        yield Text("Fokusområden", "Focus areas")[lang], areas
    if comparison.other:
        yield Text("I övrigt", "Otherwise")[lang], [told(piece, lang) for piece in comparison.other]


def _change(
    change: Change, olds: Mapping[str, str], news: Mapping[str, str], lang: Language, width: int, color: bool
) -> Iterator[str]:
    ids = " → ".join("+".join(side) for side in (change.old, change.new) if side)
    word = COUNTED[change.kind][0][lang].upper()
    guess = f" ({_suggestion(change, lang)})" if change.is_guess else ""
    first, *rest = _wrapped(f"{word} {ids}{guess}", width, "", "    ")
    yield _styled(word, color, fg=_COLORS.get(change.kind), bold=True) + first.removeprefix(word)
    yield from rest
    if len(change.old) == len(change.new) == 1:
        yield from _wrapped(_woven(olds[change.old[0]], news[change.new[0]], color), width, "  ")
    else:
        yield from (line for key in change.old for line in _wrapped(f"- {olds[key]}", width, "  ", "    "))
        yield from (line for key in change.new for line in _wrapped(f"+ {news[key]}", width, "  ", "    "))
    for piece in change.evidence:
        if piece.field != "text":
            shown = (*olds.values(), *news.values())
            yield from _wrapped(told(piece, lang, shown), width, "    ", "      ")


def _suggestion(change: Change, lang: Language) -> str:
    return SUGGESTION[lang].format(score=f"{change.score:.2f}".replace(".", "," if lang == "sv" else "."))


def _woven(old: str, new: str, color: bool) -> str:
    pieces = []
    for piece in marked(old, new):
        if piece.mark == "=":
            pieces.append(piece.words)
        elif color:
            pieces.append(
                style(
                    piece.words, fg="red" if piece.mark == "-" else "green", strikethrough=piece.mark == "-"
                )
            )
        else:
            pieces.append(f"[-{piece.words}-]" if piece.mark == "-" else f"{{+{piece.words}+}}")
    return " ".join(pieces)


def _wrapped(text: str, width: int, first: str, rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        max(width, 40),
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _styled(text: str, color: bool, **how: Any) -> str:
    return style(text, **how) if color else text


# ---------------------------------------------------------------- Markdown


def write_markdown(rows: Sequence[Compared], *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - one signature
    """A table for each comparison: what was promised, what is promised now, and what that means."""
    return "\n\n".join("\n".join(_markdown(row, lang)) for row in rows) + "\n"


def _markdown(row: Compared, lang: Language) -> Iterator[str]:
    comparison = row.comparison
    titles = [getattr(loaded.document, "title", None) or loaded.id for loaded in (row.old, row.new)]
    yield f"## {titles[0]} → {titles[1]}"
    yield ""
    if comparison.changes:
        yield headline(comparison, lang).capitalize() + "."
        yield ""
    yield "\n>\n".join(f"> {_cell(remark(noticed, comparison)[lang])}" for noticed in comparison.remarks)
    olds, news = texts(row.old), texts(row.new)
    if comparison.changes:
        yield from [
            "",
            f"| {Text('Förut', 'Before')[lang]} | {Text('Nu', 'Now')[lang]} | {Text('Vad det innebär', 'What it means')[lang]} |",
            "|---|---|---|",
        ]
    for change in comparison.changes:
        before = "<br>".join(_cell(olds[key]) for key in change.old)
        after = "<br>".join(_cell(news[key]) for key in change.new)
        meaning = [COUNTED[change.kind][0][lang].capitalize()]
        if change.is_guess:
            meaning.append(f"({_suggestion(change, lang)})")
        shown = (*olds.values(), *news.values())
        meaning += [_cell(told(p, lang, shown)) for p in change.evidence if p.field != "text"]
        yield f"| {before or '–'} | {after or '–'} | {'<br>'.join(meaning)} |"
    for heading, lines in _rest(comparison, lang):
        yield from ["", f"### {heading}", ""]
        yield from (f"- {_cell(line)}" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "\\<")


# ---------------------------------------------------------------- JSON


def write_json(rows: Sequence[Compared], *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - one signature
    """The envelope has English keys and changes only with a note in the changelog; docs/schema/diff.schema.json."""
    envelope = {"version": VERSION, "comparisons": [_json(row, lang) for row in rows]}
    return json.dumps(envelope, ensure_ascii=False, indent=2) + "\n"


def _json(row: Compared, lang: Language) -> dict[str, Any]:
    comparison = row.comparison
    return {
        "old": _document(row.old),
        "new": _document(row.new),
        "headline": comparison.headline,
        "commitments": [_plain(change) for change in comparison.changes],
        "focus_areas": [_plain(change) for change in comparison.focus_areas],
        "other": [asdict(piece) for piece in comparison.other],
        "remarks": [
            {"key": noticed.key, "about": noticed.about, "message": remark(noticed, comparison)[lang]}
            for noticed in comparison.remarks
        ],
    }


def _document(loaded: LoadedDocument) -> dict[str, Any]:
    period = getattr(loaded.document, "period", None)
    dates = (
        {"from": str(period.start or "") or None, "to": str(period.last_date or "") or None}
        if period
        else None
    )
    return {"id": loaded.id, "period": dates}


def _plain(change: Change) -> dict[str, Any]:
    made = asdict(change)
    return {**made, "old": list(change.old), "new": list(change.new)}


DIFF_FORMATS: Final[Mapping[str, DiffFormat]] = {
    "text": write_text,
    "markdown": write_markdown,
    "json": write_json,
}
