"""Statuses of a commitment: labels, meaning, looks."""

from typing import Final, Literal, NamedTuple

from medborgarlofte.i18n import Text

Status = Literal[
    "ej påbörjat", "pågår", "genomfört", "delvis genomfört", "ej genomfört", "utgått", "går ej att bedöma"
]
Look = Literal["done", "partly", "undone", "waiting", "unknown"]

NOT_REPORTED: Final = "ingen uppgift"
"""The standing of a commitment that no follow-up has reported: not the same as not done."""


class Standing(NamedTuple):
    """A status, or its absence."""

    label: Text
    counted: Text
    """After a number of several; one alone is called as it is written in the file."""
    meaning: Text
    look: Look
    """Several may share one, since the word is always beside it."""
    sign: str
    """Before the word, for those who skim."""
    action: str = ""
    """The word of schema.org, where it has one."""
    needs_reason: bool = False
    """Whether somebody has to say why."""


STANDINGS: Final = {
    "ej påbörjat": Standing(
        Text("Ej påbörjat", "Not begun"),
        Text("ej påbörjade", "not begun"),
        Text("Arbetet har inte börjat.", "The work has not begun."),
        "waiting",
        "○",
        "PotentialActionStatus",
    ),
    "pågår": Standing(
        Text("Pågår", "Under way"),
        Text("pågår", "under way"),
        Text("Arbetet har börjat men är inte klart.", "The work has begun but is not finished."),
        "waiting",
        "→",
        "ActiveActionStatus",
    ),
    "genomfört": Standing(
        Text("Genomfört", "Done"),
        Text("genomförda", "done"),
        Text("Det som lovades är gjort.", "What was promised has been done."),
        "done",
        "✓",
        "CompletedActionStatus",
    ),
    "delvis genomfört": Standing(
        Text("Delvis genomfört", "Partly done"),
        Text("delvis genomförda", "partly done"),
        Text(
            "En del är gjort, men inte allt. Skälet ska stå bredvid.",
            "Some of it has been done, but not all. The reason should stand beside it.",
        ),
        "partly",
        "◐",
        needs_reason=True,
    ),
    "ej genomfört": Standing(
        Text("Ej genomfört", "Not done"),
        Text("ej genomförda", "not done"),
        Text(
            "Det blev inte gjort. Skälet ska stå bredvid.",
            "It was not done. The reason should stand beside it.",
        ),
        "undone",
        "✕",
        "FailedActionStatus",
        needs_reason=True,
    ),
    "utgått": Standing(
        Text("Utgått", "Withdrawn"),
        Text("utgångna", "withdrawn"),
        Text(
            "Parterna har tagit tillbaka åtagandet under perioden.",
            "The parties have withdrawn the commitment during the period.",
        ),
        "undone",
        "✕",
        "FailedActionStatus",
        needs_reason=True,
    ),
    "går ej att bedöma": Standing(
        Text("Går ej att bedöma", "Cannot be judged"),
        Text("går ej att bedöma", "cannot be judged"),
        Text("Det finns inget underlag som visar om det blev gjort.", "Nothing shows whether it was done."),
        "unknown",
        "?",
    ),
    NOT_REPORTED: Standing(
        Text("Ingen uppgift", "No report"),
        Text("utan uppgift", "without a report"),
        Text(
            "Ingen uppföljning nämner åtagandet. Det är inte detsamma som att det inte blev gjort.",
            "No follow-up mentions the commitment. That is not the same as its not being done.",
        ),
        "unknown",
        "–",
    ),
}
"""In the order in which they are listed."""

STANDING_LABELS: Final = {standing: row.label for standing, row in STANDINGS.items()}
STATUS_LABELS: Final = {status: label for status, label in STANDING_LABELS.items() if status != NOT_REPORTED}
NEEDS_REASON: Final = tuple(status for status, row in STANDINGS.items() if row.needs_reason)
