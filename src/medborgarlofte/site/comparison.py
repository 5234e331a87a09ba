"""Data of a comparison, as components show it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from medborgarlofte.diff.describe import area, initial, long_words, remark, texts, value
from medborgarlofte.diff.kinds import (
    CHANGE_WORDS,
    ChangeLook,
    count_changes,
    format_change_count,
    look_of_change,
)
from medborgarlofte.diff.model import Change, Comparison, Evidence
from medborgarlofte.diff.sentences import Words, change_sentences, sentence, then_of
from medborgarlofte.diff.words import Piece, word_diff
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.facts import lower
from medborgarlofte.language.phrases import enumerated, format_commitments
from medborgarlofte.load import LoadedDocument
from medborgarlofte.site.templates import templates_for
from medborgarlofte.site.views import Count, Run, Sentence, Square, Verdict, sign_of
from medborgarlofte.stats import year_of
from medborgarlofte.swedish import format_number


class Marked(NamedTuple):
    """Words, and whether the other year lacks them."""

    words: str
    differs: bool


class Side(NamedTuple):
    """What one year says."""

    year: str
    pieces: Sequence[Marked]


class ChangeRow(NamedTuple):
    """A change: what it means, the words of both years, and how it went with the old one."""

    look: ChangeLook
    kind: str
    words: str = ""
    """The wording itself, of what is new, removed or unchanged."""
    sentences: Sequence[Sentence] = ()
    sides: Sequence[Side] = ()
    label: str = ""
    value: str = ""
    against: str = ""
    bar: Any = None
    result_look: str = ""


class Outcome(NamedTuple):
    """How it went with a commitment of the older promise."""

    result_look: str
    label: str
    value: str
    against: str
    bar: Any


class Section(NamedTuple):
    """Changes under one heading."""

    name: str
    heading: str
    about: str
    rows: Sequence[ChangeRow]


SECTIONS: Final[Mapping[str, tuple[Text, tuple[ChangeLook, ...]]]] = {
    "svagare": (Text("Svagare", "Weaker"), ("weaker",)),
    "borttaget": (Text("Borttaget", "Removed"), ("gone",)),
    "skarpare": (Text("Skarpare", "Sharper"), ("sharper",)),
    "nytt": (Text("Nytt", "New"), ("new",)),
    "annat": (Text("Samma sak, annat sätt", "The same, another way"), ("move", "text")),
    "liknar": (Text("Liknar varandra", "Look alike"), ("like",)),
}
"""Headings of a comparison with the changes under them; what is unchanged comes last, folded away."""
ONLY_ALIKE: Final = Text(
    "De här åtagandena liknar varandra. Löftet säger inte om de är samma.",
    "These commitments look alike. The promise does not say whether they are the same.",
)
WEAKER_MEANS: Final = Text(
    "Svagare betyder att löftet binder till mindre: ett lägre tal, ett senare datum eller färre som berörs.",
    "Weaker means that the promise binds to less: a lower number, a later date or fewer who are concerned.",
)
FORMER: Final = Text("det förra löftet", "the former promise")
NEWER: Final = Text("det nya löftet", "the new promise")


def runs(words: Sequence[Words]) -> Sentence:
    """A sentence of a comparison in pieces."""
    return [Run(one.text, own=one.own) for one in words]


def view(
    comparison: Comparison,
    old: LoadedDocument,
    new: LoadedDocument,
    lang: Language,
    *,
    title_of: Callable[[str], str] = str,
    outcomes: Mapping[str, Outcome] | None = None,
) -> dict[str, Any]:
    """Data of the comparison template. `outcomes` tell how the older commitments went, by id."""
    years = year_of(old.document), year_of(new.document)
    pair = _Pair(texts(old), texts(new), years, outcomes or {}, lang)
    rows = [_row(change, pair) for change in comparison.changes]
    then = then_of(*years)
    return {
        "verdict": _verdict(comparison, old, new, lang),
        "sections": [
            Section(name, heading[lang], ONLY_ALIKE[lang] if name == "liknar" else "", found)
            for name, (heading, looks) in SECTIONS.items()
            if (found := [row for row in rows if row.look in looks])
        ],
        "same": [row for row in rows if row.look == "same"],
        "areas": [
            f"{initial(area(change, lang))}." for change in comparison.focus_areas if change.kind != "kept"
        ],
        "other": [
            (runs(sentence(piece, lang, then)), _long(piece))
            for piece in (_titled(piece, title_of) for piece in comparison.other)
            if not piece.is_internal and not _says_nothing(piece, years)
        ],
    }


def _long(piece: Evidence) -> list[tuple[str, list[Marked]]]:
    """Old and new words of a long text, without what is the same and far from what differs."""
    pieces = long_words(piece)
    return (
        [
            (mark, [Marked(one.words, one.mark != "=") for one in pieces if one.mark in ("=", mark)])
            for mark in "-+"
        ]
        if pieces
        else []
    )


def _says_nothing(piece: Evidence, years: tuple[str, str]) -> bool:
    """Whether it is a period that has only moved with its year, which the heading says."""
    before, after = (value(period, "sv") for period in (piece.old, piece.new))
    return piece.field == "period" and bool(years[0]) and before.replace(years[0], years[1]) == after


def _titled(piece: Evidence, title_of: Callable[[str], str]) -> Evidence:
    """Evidence of another agreement, with its title for its id."""
    if piece.field != "ingår_i":
        return piece
    old, new = (name and title_of(name) for name in (piece.old, piece.new))
    return replace(piece, old=old, new=new)


def _verdict(comparison: Comparison, old: LoadedDocument, new: LoadedDocument, lang: Language) -> Verdict:
    counted = count_changes(comparison.changes)
    counts = [Count(sign_of(look), format_change_count(look, n)[lang]) for look, n in counted.items()]
    notes = [
        *([[Run(_totals(old, new)[lang])]] if comparison.changes else []),
        [Run(WEAKER_MEANS[lang])],
        *([Run(remark(noticed, FORMER, NEWER)[lang])] for noticed in comparison.remarks),
    ]
    squares = [Square(sign_of(look)) for look, n in counted.items() for _ in range(n)]
    question = Text("Lovas det mer eller mindre?", "Is more or less promised?")
    text = ", ".join(one.text for one in counts)
    return Verdict(question[lang], *_headline(counted, lang), squares, text, counts, notes=notes)


def _headline(counted: Mapping[ChangeLook, int], lang: Language) -> tuple[str, str]:
    """”1 borttaget,” and ”1 skarpare och 2 nya åtaganden”: what there is of more and less, else of the rest."""
    found = {
        look: n for look, n in counted.items() if look in ("weaker", "gone", "sharper", "new")
    } or counted
    if not found:
        return Text("Inga", "No")[lang], Text("åtaganden att jämföra", "commitments to compare")[lang]
    first, *others = [format_change_count(look, n)[lang] for look, n in found.items()]
    last, single = list(found)[-1], list(found.values())[-1] == 1
    noun = Text("åtagande" if single else "åtaganden", "commitment" if single else "commitments")[lang]
    ending = f" {noun}" if last not in ("move", "text", "like") else ""
    if not others:
        return first, ending.strip()
    joined = f"{Text('och', 'and')[lang]} " * (len(others) == 1) + enumerated(others)[lang]
    return first + "," * (len(others) > 1), joined + ending


def _totals(old: LoadedDocument, new: LoadedDocument) -> Text:
    counts = [len(getattr(one.document, "commitments", ())) for one in (old, new)]
    years, before = [year_of(one.document) for one in (old, new)], format_commitments(counts[0])
    if not all(years) or years[0] == years[1]:
        return Text(
            f"Det förra löftet har {before.sv}. Det nya har {format_number(counts[1])}.",
            f"The former promise has {before.en}. The new one has {format_number(counts[1], 'en')}.",
        )
    return Text(
        f"Löftet för {years[0]} har {before.sv}. Löftet för {years[1]} har {format_number(counts[1])}.",
        f"The promise for {years[0]} has {before.en}. The promise for {years[1]} has {format_number(counts[1], 'en')}.",
    )


class _Pair(NamedTuple):
    """What the rows of a comparison have in common."""

    olds: Mapping[str, str]
    news: Mapping[str, str]
    years: tuple[str, str]
    outcomes: Mapping[str, Outcome]
    lang: Language


def _row(change: Change, pair: _Pair) -> ChangeRow:
    years, lang = pair.years, pair.lang
    before, after = [pair.olds[key] for key in change.old], [pair.news[key] for key in change.new]
    look = look_of_change(change)
    then = then_of(*years)
    said = [runs(words) for words in change_sentences(change, lang, then, (*before, *after))]
    only = (after or before)[0] if look in ("new", "gone", "same") else ""
    if look == "like":
        said = [
            [Run(Text("Om det är samma åtagande: ", "If it is the same commitment: ")[lang]), *one]
            for one in said
        ] or [[Run(CHANGE_WORDS["like"].label[lang])]]
    outcome = pair.outcomes.get(change.old[0]) if len(change.old) == 1 and look != "same" else None
    named = years if years[0] != years[1] and all(years) else Text("Förut Nu", "Before Now")[lang].split(" ")
    row = ChangeRow(
        look, CHANGE_WORDS[look].label[lang], only, said, [] if only else _sides(before, after, named)
    )
    if outcome is None:
        return row
    return row._replace(**outcome._asdict() | {"label": f"{named[0]}: {lower(outcome.label)}"})


def _sides(before: Sequence[str], after: Sequence[str], years: Sequence[str]) -> list[Side]:
    """The words of both years with those that differ marked; once where they are the same."""
    if before == after:
        return [Side(years[1], [Marked(before[0], False)])]
    if len(before) == len(after) == 1:
        pieces = list(word_diff(before[0], after[0]))
        return [
            Side(year, [_marked(piece, years) for piece in pieces if piece.mark in ("=", mark)])
            for year, mark in zip(years, "-+", strict=True)
        ]
    return [
        Side(year, [Marked(text, False)])
        for year, found in zip(years, (before, after), strict=True)
        for text in found
    ]


def _marked(piece: Piece, years: Sequence[str]) -> Marked:
    """A piece of a diff; the year of the promise itself is expected to differ."""
    return Marked(piece.words, piece.mark != "=" and piece.words.strip(".,") not in years)


def standalone(rows: Sequence[tuple[Comparison, LoadedDocument, LoadedDocument]], lang: Language) -> str:
    """Comparisons as a self-contained HTML page."""
    templates = templates_for(lang)
    data = {
        "views": [
            {
                **view(comparison, old, new, lang),
                "old": old.document,
                "new": new.document,
                "comparison": comparison,
            }
            for comparison, old, new in rows
        ],
        "style": templates.static("style.css").decode(),
    }
    return templates.render("html", "comparison_alone.html", data)
