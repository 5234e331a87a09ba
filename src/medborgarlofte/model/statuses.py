"""Statuses of a commitment: labels, meaning, looks."""

from typing import Final, Literal, NamedTuple, get_args

from medborgarlofte.i18n import Text

Status = Literal[
    "ej påbörjat", "pågår", "genomfört", "delvis genomfört", "ej genomfört", "utgått", "går ej att bedöma"
]
Look = Literal["done", "half", "go", "idle", "no", "out", "unk", "none"]
"""Which sign and colour a status has; each its own, so that it can be told in print and by the colour-blind."""

NOT_REPORTED: Final = "ingen uppgift"
"""The standing of a commitment that no follow-up has reported: not the same as not done."""


class Standing(NamedTuple):
    """A status, or its absence."""

    label: Text
    one: Text
    """After the number 1."""
    many: Text
    """After any other number."""
    meaning: Text
    look: Look
    action: str = ""
    """The word of schema.org, where it has one."""
    needs_reason: bool = False
    """Whether somebody has to say why."""


STANDINGS: Final = {
    "ej påbörjat": Standing(
        Text("Inte påbörjat", "Not begun"),
        Text("inte påbörjat", "not begun"),
        Text("inte påbörjade", "not begun"),
        Text("Arbetet har inte börjat.", "The work has not begun."),
        "idle",
        "PotentialActionStatus",
    ),
    "pågår": Standing(
        Text("Pågår", "Under way"),
        Text("pågår", "under way"),
        Text("pågår", "under way"),
        Text("Arbetet har börjat men är inte klart.", "The work has begun but is not finished."),
        "go",
        "ActiveActionStatus",
    ),
    "genomfört": Standing(
        Text("Genomfört", "Done"),
        Text("genomfört", "done"),
        Text("genomförda", "done"),
        Text("Det som lovades är gjort.", "What was promised has been done."),
        "done",
        "CompletedActionStatus",
    ),
    "delvis genomfört": Standing(
        Text("Delvis genomfört", "Partly done"),
        Text("delvis", "partly"),
        Text("delvis", "partly"),
        Text(
            "En del är gjort, men inte allt. Skälet ska stå bredvid.",
            "Some of it has been done, but not all. The reason should stand beside it.",
        ),
        "half",
        needs_reason=True,
    ),
    "ej genomfört": Standing(
        Text("Inte genomfört", "Not done"),
        Text("inte genomfört", "not done"),
        Text("inte genomförda", "not done"),
        Text(
            "Det blev inte gjort. Skälet ska stå bredvid.",
            "It was not done. The reason should stand beside it.",
        ),
        "no",
        "FailedActionStatus",
        needs_reason=True,
    ),
    "utgått": Standing(
        Text("Utgått", "Withdrawn"),
        Text("utgått", "withdrawn"),
        Text("utgångna", "withdrawn"),
        Text(
            "Parterna har tagit tillbaka åtagandet under perioden.",
            "The parties have withdrawn the commitment during the period.",
        ),
        "out",
        "FailedActionStatus",
        needs_reason=True,
    ),
    "går ej att bedöma": Standing(
        Text("Går inte att bedöma", "Cannot be judged"),
        Text("går inte att bedöma", "cannot be judged"),
        Text("går inte att bedöma", "cannot be judged"),
        Text("Det finns inget underlag som visar om det blev gjort.", "Nothing shows whether it was done."),
        "unk",
    ),
    NOT_REPORTED: Standing(
        Text("Ingen uppgift", "No report"),
        Text("utan uppgift", "without a report"),
        Text("utan uppgift", "without a report"),
        Text(
            "Ingen uppföljning nämner åtagandet. Det är inte detsamma som att det inte blev gjort.",
            "No follow-up mentions the commitment. That is not the same as its not being done.",
        ),
        "none",
    ),
}
"""In the order in which they are listed."""

BEST_FIRST: Final = tuple(sorted(STANDINGS, key=lambda status: get_args(Look).index(STANDINGS[status].look)))
"""Statuses from done to no report, in the order in which they are shown side by side."""

STANDING_LABELS: Final = {standing: row.label for standing, row in STANDINGS.items()}
STATUS_LABELS: Final = {status: label for status, label in STANDING_LABELS.items() if status != NOT_REPORTED}
NEEDS_REASON: Final = tuple(status for status, row in STANDINGS.items() if row.needs_reason)
UNFINISHED: Final = tuple(status for status, row in STANDINGS.items() if row.look in ("idle", "go"))
"""Statuses that do not tell how it went."""
