"""Comparisons as Markdown tables for meeting papers."""

from collections.abc import Iterator, Sequence

from medborgarlofte.diff.describe import COUNTED, describe_evidence, headline, remarks, texts
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.phrases import format_title
from medborgarlofte.report.diff.result import Compared
from medborgarlofte.report.diff.sentences import beside_commitments, suggestion


def write(rows: Sequence[Compared], /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Table per comparison: before, now, effect."""
    return "\n\n".join("\n".join(_comparison(row, lang)) for row in rows) + "\n"


def _comparison(row: Compared, lang: Language) -> Iterator[str]:
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
            _cell(describe_evidence(piece, lang, shown)) for piece in change.evidence if piece.field != "text"
        ]
        yield f"| {before or '–'} | {after or '–'} | {'<br>'.join(meaning)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "\\<")
