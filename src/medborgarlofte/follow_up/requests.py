"""Requests for answers, one for each responsible function."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from medborgarlofte.follow_up.figures import format_actual_of
from medborgarlofte.follow_up.totals import total_of
from medborgarlofte.follow_up.updates import Reporting, earlier_items, needs_counting
from medborgarlofte.i18n import Language, Text
from medborgarlofte.language.phrases import format_targets
from medborgarlofte.model.follow_up import Counting
from medborgarlofte.model.promise import Commitment
from medborgarlofte.model.record import TOGETHER
from medborgarlofte.model.statuses import STATUS_LABELS
from medborgarlofte.swedish import format_date

WIDTH: Final = 72
"""Columns, fewer than mail programs wrap at."""

KEYS: Final = ("status", "utfall", "kommentar")
LABELS: Final = {
    "status": Text("Status", "Status"),
    "utfall": Text("Utfall", "Outcome"),
    "kommentar": Text("Kommentar", "Comment"),
}
PROMISE: Final = Text("Löfte", "Promise")
DATE: Final = Text("Uppföljning", "Follow-up")
COUNTED: Final = Text("Talen räknar", "The figures count")
COUNTINGS: Final[dict[Counting, Text]] = {
    "sedan förra": Text("sedan förra uppföljningen", "since the last follow-up"),
    "hittills": Text("löftet hittills", "the promise so far"),
}


class Request(NamedTuple):
    """What one function is asked to fill in."""

    recipient: str
    promise_id: str
    about: Reporting
    counting: Counting
    commitments: tuple[Commitment, ...]

    def heading(self, lang: Language) -> list[str]:
        """Lines that say what the answer is about; they are read back."""
        titles = Text(
            f"Uppföljning av {self.about.promise.title}", f"Follow-up of {self.about.promise.title}"
        )
        lines = [
            titles[lang],
            f"{_TO[lang]}: {self.recipient}",
            f"{PROMISE[lang]}: {self.promise_id}",
            f"{DATE[lang]}: {self.about.document.date}",
        ]
        if self.is_counting:
            lines.append(f"{COUNTED[lang]}: {COUNTINGS[self.counting][lang]}")
        return lines

    @property
    def is_counting(self) -> bool:
        """Whether a figure must state what it counts."""
        return any(needs_counting(commitment, "1", self.about) for commitment in self.commitments)


def requests(
    promise_id: str, about: Reporting, commitments: Sequence[Commitment], counting: Counting
) -> list[Request]:
    """Commitments by responsible function, in the promise's order."""
    by_function: dict[str, list[Commitment]] = {}
    for commitment in commitments:
        by_function.setdefault(recipient_of(commitment, about), []).append(commitment)
    return [Request(name, promise_id, about, counting, tuple(rows)) for name, rows in by_function.items()]


def recipient_of(commitment: Commitment, about: Reporting) -> str:
    """Responsible function and unit, else those who promise."""
    responsible = commitment.responsible
    if responsible and (responsible.function or responsible.unit):
        return ", ".join(filter(None, (responsible.function, responsible.unit)))
    names = {party.id: party.name or party.id or "" for party in about.promise.parties}
    parties = commitment.parties if TOGETHER not in commitment.parties else tuple(names)
    return ", ".join(names.get(party, party) for party in parties or names)


def so_far(commitment: Commitment, about: Reporting, lang: Language) -> str:
    """”43 kvällar (30 april 2024)”; empty before the first report."""
    items = [row for row in earlier_items(commitment, about) if row[1].actuals or row[1].status]
    if not items:
        return ""
    actuals = total_of(commitment, items).actuals
    total = "; ".join(format_actual_of(commitment, one)[lang] for one in actuals)
    status = next((item.status for _, item in reversed(items) if item.status), None)
    words = ", ".join(filter(None, (status, total)))
    return f"{words} ({format_date(items[-1][0].date, lang)})".replace("\N{NO-BREAK SPACE}", " ")


def targets_of(commitment: Commitment, lang: Language) -> str:
    """Targets in words."""
    return format_targets(commitment.targets)[lang].replace("\N{NO-BREAK SPACE}", " ")


def instructions(request: Request, lang: Language, *, table: bool = False) -> list[str]:
    """How the form is filled in, one paragraph each; `table` for the columns of Excel."""
    statuses = ", ".join(STATUS_LABELS)
    figures = _FIGURES[lang] + (f" {_COUNTS[request.counting][lang]}" if request.is_counting else "")
    return [
        (_COLUMNS if table else _HOW)[lang],
        f"{LABELS['status'][lang]}: {statuses}.",
        figures,
        _COMMENTS[lang],
    ]


def write_request(request: Request, lang: Language) -> str:
    """Text to send, with rows to fill in."""
    return "\n".join(_lines(request, lang)) + "\n"


def _lines(request: Request, lang: Language) -> Iterator[str]:
    for line in request.heading(lang):
        yield from _wrapped(line)
    for paragraph in ("", *instructions(request, lang)):
        yield from _wrapped(paragraph)
    for commitment in request.commitments:
        yield ""
        yield from _wrapped(f"[{commitment.id}] {' '.join(commitment.text.split())}")
        for label, value in (
            (TARGET, targets_of(commitment, lang)),
            (SO_FAR, so_far(commitment, request.about, lang)),
        ):
            if value:
                yield from _wrapped(f"{label[lang]}: {value}")
        for key in KEYS:
            yield f"{LABELS[key][lang]}: "


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False) or [""]


TARGET: Final = Text("Mål", "Target")
SO_FAR: Final = Text("Hittills", "So far")
_TO: Final = Text("Till", "To")
_HOW: Final = Text(
    "Skriv efter kolon under varje åtagande och skicka tillbaka texten. Vet du inte, lämna tomt.",
    "Write after the colon under each commitment and send the text back. If you do not know, leave it empty.",
)
_COLUMNS: Final = Text(
    "Fyll i de tre sista kolumnerna, spara och skicka tillbaka filen. Vet du inte, lämna tomt.",
    "Fill in the last three columns, save and send the file back. If you do not know, leave it empty.",
)
_FIGURES: Final = Text(
    "Utfall är det som räknas: 104, cirka 60, minst 60 eller ord.",
    "Outcome is what is counted: 104, cirka 60 (about), minst 60 (at least) or words.",
)
_COUNTS: Final[dict[Counting, Text]] = {
    "sedan förra": Text(
        "Räkna bara det nya sedan förra uppföljningen.", "Count only what is new since the last follow-up."
    ),
    "hittills": Text("Räkna hela löftet hittills.", "Count the promise so far."),
}
_COMMENTS: Final = Text(
    "Kommentaren publiceras: skriv varför, särskilt när det inte blev gjort, men inga namn på personer.",
    "The comment is published: write why, above all when it was not done, but no names of persons.",
)
