"""What the components of templates/parts/components.html show, in the language of the site."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from medborgarlofte.diff.kinds import ChangeLook
from medborgarlofte.follow_up.figures import Bar
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.facts import Fact
from medborgarlofte.language.phrases import (
    format_commitments,
    format_done,
    format_of,
    format_status_count,
    format_statuses,
    format_verdict,
)
from medborgarlofte.model.statuses import BEST_FIRST, NOT_REPORTED, STANDINGS


class Run(NamedTuple):
    """Some words of a sentence."""

    text: str
    link: str = ""
    """Address from the root of the site."""
    strong: bool = False
    own: bool = False
    """Whether they are the document's own, which are Swedish in either language."""


Sentence = Sequence[Run]


class Square(NamedTuple):
    """A commitment in a strip."""

    look: str
    label: str = ""
    words: str = ""
    link: str = ""


class Count(NamedTuple):
    """”4 genomförda” with its sign."""

    look: str
    text: str


class Tile(NamedTuple):
    """A name with its squares and ”3 av 6”."""

    name: str
    squares: Sequence[Square]
    text: str
    """What the squares show, in words."""
    share: str
    share_of: str = ""
    link: str = ""
    own: bool = True
    """Whether the name is the document's own."""


class MatrixRow(NamedTuple):
    """A name with a number in each column."""

    name: str
    numbers: Sequence[int]
    link: str = ""
    own: bool = True
    """Whether the name is the document's own."""


class Verdict(NamedTuple):
    """The answer that a page begins with."""

    question: str
    value: str
    """”4 av 12”."""
    rest: str
    """”åtaganden är genomförda”."""
    squares: Sequence[Square] = ()
    text: str = ""
    """What the squares show, in words."""
    counts: Sequence[Count] = ()
    small: str = ""
    below: Sequence[Sentence] = ()
    acts: Sequence[Run] = ()
    tiles: Sequence[Tile] = ()
    notes: Sequence[Sentence] = ()
    before: Sequence[Square] = ()
    """The squares of the time before."""
    before_text: str = ""


class Row(NamedTuple):
    """A commitment with how it went, or with how it changed."""

    look: str
    words: str
    id: str = ""
    label: str = ""
    """The status, or the kind of change."""
    value: str = ""
    """”94 kvällar”."""
    against: str = ""
    """” av minst 90”."""
    bar: Bar | None = None
    why: str = ""
    note: str = ""
    """In place of a reason that nobody has given."""
    by: str = ""
    """”Kommunen lovar.”"""
    facts: Sequence[Fact] = ()
    source: Run | None = None
    """The promise, in a list across promises."""
    classes: Sequence[str] = ()
    """What the filters select it by."""
    result_look: str = ""
    """Sign of the result, where the row has one of its own."""


def look_of(status: str) -> str:
    """Name of a status's sign."""
    return STANDINGS[status].look


def sign_of(look: ChangeLook) -> str:
    """Name of the sign of a change."""
    return "text" if look == "like" else look


def best_first(statuses: Mapping[str, int]) -> dict[str, int]:
    """Non-zero counts from done to no report."""
    return {status: statuses[status] for status in BEST_FIRST if statuses.get(status)}


def counts_of(statuses: Mapping[str, int], lang: Language) -> list[Count]:
    """The legend of a strip."""
    return [
        Count(look_of(status), format_status_count(status, count)[lang])
        for status, count in best_first(statuses).items()
    ]


def strip_text(statuses: Mapping[str, int], lang: Language) -> str:
    """A strip in words: ”3 genomförda, 1 delvis”."""
    return format_statuses(best_first(statuses))[lang]


def mini_squares(statuses: Mapping[str, int]) -> list[Square]:
    """Squares of a strip that is one picture."""
    return [Square(look_of(s)) for s, count in best_first(statuses).items() for _ in range(count)]


def linked_squares(
    rows: Iterable[tuple[str, str, str]], lang: Language, *, linked: bool = True
) -> list[Square]:
    """Squares that lead to cards, where they are on the same page; rows are status, id and wording."""
    ordered = sorted(rows, key=lambda row: BEST_FIRST.index(row[0]))
    seen: Counter[tuple[str, str]] = Counter()
    squares = []
    for status, key, text in ordered:
        words = " ".join(text.split())
        seen[status, words] += 1
        again = f" ({seen[status, words]})" if seen[status, words] > 1 else ""
        link = f"#{key}" if linked else ""
        squares.append(Square(look_of(status), STANDINGS[status].label[lang], f"{words}{again}", link))
    return squares


NO_FOLLOW_UP: Final = Text(", ingen uppföljning", ", no follow-up")
NO_REPORT: Final = Text(", ingen uppgift", ", no report")
"""Of commitments whose promise is followed up."""
NO_COMMITMENTS: Final = Text("inga åtaganden", "no commitments")


def tile(
    name: str,
    statuses: Mapping[str, int],
    lang: Language,
    *,
    link: str = "",
    own: bool = True,
    missing: Text = NO_FOLLOW_UP,
) -> Tile:
    """A name with its squares and how many are done, once something is reported."""
    done, total = statuses.get("genomfört", 0), sum(statuses.values())
    if not followed_up(statuses):
        count = format_commitments(total)[lang] + missing[lang]
        return Tile(name, (), "", count if total else NO_COMMITMENTS[lang], link=link, own=own)
    share, whole = format_of(done, total)[lang], format_done(done, total)[lang]
    return Tile(
        name,
        mini_squares(statuses),
        strip_text(statuses, lang),
        share,
        whole.removeprefix(share).strip(),
        link,
        own,
    )


def followed_up(statuses: Mapping[str, int]) -> bool:
    """Whether anything is reported of any commitment."""
    return any(count for status, count in statuses.items() if status != NOT_REPORTED)


def answer(statuses: Mapping[str, int], lang: Language, *, ended: bool) -> tuple[str, str]:
    """”4 av 12” and ”åtaganden är genomförda”."""
    done, total = statuses.get("genomfört", 0), sum(statuses.values())
    return format_of(done, total)[lang], format_verdict(done, total, ended=ended)[lang]


def verdict_of(
    question: str,
    said: tuple[str, str],
    statuses: Mapping[str, int],
    squares: Sequence[Square],
    lang: Language,
) -> Verdict:
    """The answer, with the squares and the legend of how commitments went."""
    return Verdict(question, *said, squares, strip_text(statuses, lang), counts_of(statuses, lang))
