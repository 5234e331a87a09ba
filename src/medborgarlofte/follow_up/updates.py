"""Parser for typed updates such as ”K1=genomfört:104”."""

import re
from typing import Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.assessment import assess
from medborgarlofte.follow_up.editing import Entry
from medborgarlofte.follow_up.reports import FollowUps, before, days_of, fingerprint, is_final
from medborgarlofte.follow_up.totals import Total, items_of, total_of
from medborgarlofte.i18n import Text, sentences
from medborgarlofte.language.classes import classify
from medborgarlofte.language.status_words import status_in_words
from medborgarlofte.model.follow_up import Actual, Counting, FollowUp, FollowUpItem
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.model.statuses import STATUS_LABELS
from medborgarlofte.suggestions import did_you_mean
from medborgarlofte.swedish import fold, parse_number
from medborgarlofte.units import is_share


class Reporting(NamedTuple):
    """Promise, follow-up being edited, and all follow-ups."""

    promise: Promise
    document: FollowUp
    history: FollowUps


def entry_of(setting: str, about: Reporting, counting: Counting | None = None) -> Entry:
    """Entry for ”K1=genomfört:104:kommentar”.

    Raises LofteError.
    """
    name, equals, rest = setting.partition("=")
    status, colon, rest = rest.partition(":")
    figure, _, comment = rest.partition(":")
    if not equals:
        raise LofteError(
            Text(f"”{setting}” saknar likhetstecken.", f"“{setting}” has no equals sign."),
            Text("Skriv --set K1=genomfört:104", "Write --set K1=genomfört:104"),
        )
    commitment = commitment_named(name.strip(), about.promise)
    status = status.strip()
    is_number = re.fullmatch(rf"[1-{len(STATUS_LABELS)}]", status) is not None
    if is_number and not colon and commitment.targets:
        raise _ambiguous_number(status, commitment)
    if re.search(r"\d", status) and not is_number:
        raise LofteError(
            Text(f"Statusen ”{status}” finns inte.", f"There is no status “{status}”."),
            Text(
                f"Är det utfallet, skriv ett kolon före: --set {commitment.id}=:{status}",
                f"If it is the outcome, write a colon before it: --set {commitment.id}=:{status}",
            ),
        )
    return made_entry(commitment, status, figure.strip(), comment.strip(), about, counting)


def _ambiguous_number(number: str, commitment: Commitment) -> LofteError:
    """Error for a number alone, which may be an outcome or the number of a status."""
    status, label = list(STATUS_LABELS.items())[int(number) - 1]
    return LofteError(
        Text(
            f"{commitment.id}={number} kan vara både ett utfall och en status.",
            f"{commitment.id}={number} may be an outcome or a status.",
        ),
        Text(
            f"Är det utfallet: --set {commitment.id}=:{number}. "
            f"Är det status {number}: --set {_setting(commitment, status)}",
            f"If it is the outcome: --set {commitment.id}=:{number}. "
            f"If it is status {number} ({label.en.lower()}): --set {_setting(commitment, status)}",
        ),
    )


def _setting(commitment: Commitment, status: str) -> str:
    """Argument of --set, quoted where a shell needs it."""
    setting = f"{commitment.id}={status}"
    return f'"{setting}"' if " " in setting else setting


def commitment_named(name: str, promise: Promise) -> Commitment:
    """Commitment by id.

    Raises LofteError with the closest one.
    """
    for commitment in promise.commitments:
        if commitment.id.casefold() == name.casefold():
            return commitment
    unknown = Text(f"Löftet har inget åtagande ”{name}”.", f"The promise has no commitment “{name}”.")
    raise _not_one_of([commitment.id for commitment in promise.commitments], name, unknown)


def _not_one_of(known: list[str], word: str, message: Text) -> LofteError:
    listed = ", ".join(known)
    if not known:
        return LofteError(message, Text("Det finns inga att välja bland.", "There are none to choose from."))
    choices = Text(f"Det finns: {listed}.", f"Choose from: {listed}.")
    return LofteError(message, sentences(did_you_mean(word, known), choices))


def made_entry(
    commitment: Commitment,
    status: str,
    figure: str,
    comment: str,
    about: Reporting,
    counting: Counting | None = None,
) -> Entry:
    """Entry; the figure implies a missing status.

    Raises LofteError.
    """

    if not (status or figure or comment):
        raise LofteError(
            Text(
                f"Det står inget att föra in om {commitment.id}.",
                f"There is nothing to record of {commitment.id}.",
            ),
            Text(f"Skriv --set {commitment.id}=genomfört:104", f"Write --set {commitment.id}=genomfört:104"),
        )
    counted = _counting(commitment, figure, about, counting)
    values: dict[str, object] = {}
    if status:
        values["status"] = status_named(status)
    elif figure:
        values["status"] = _implied_status(commitment, figure, about, counted)
    if figure:
        values["utfall"] = figure_as_written(figure, commitment)
    if counted:
        values["räknat"] = counted
    if comment:
        values["kommentar"] = comment
    return Entry(commitment.id, {**values, "ordalydelse": fingerprint(commitment.text)})


def _counting(
    commitment: Commitment, figure: str, about: Reporting, given: Counting | None
) -> Counting | None:
    """What a figure counts, where that must be stated. Raises LofteError."""
    is_open = needs_counting(commitment, figure, about)
    if is_open and given is None:
        raise LofteError(
            Text(
                f"Räknar {figure} hela löftet hittills, eller bara det som är nytt sedan förra uppföljningen?",
                f"Does {figure} count the promise so far, or only what is new since the last follow-up?",
            ),
            Text(
                "Lägg till --counted hittills eller --counted sedan-förra.",
                "Add --counted hittills (so far) or --counted sedan-förra (since the last).",
            ),
        )
    return given if is_open else None


def _implied_status(commitment: Commitment, figure: str, about: Reporting, counted: Counting | None) -> str:
    """Status that follows from a figure. Raises LofteError."""
    judged = proposed(commitment, figure, about, counted)
    if judged is None:
        raise LofteError(
            Text(
                f"Vilken status {commitment.id} har följer inte av ”{figure}”.",
                f"The status of {commitment.id} does not follow from “{figure}”.",
            ),
            Text(
                f"Skriv den: --set {commitment.id}=genomfört:{figure}",
                f"Write it: --set {commitment.id}=genomfört:{figure}",
            ),
        )
    return judged


def status_named(word: str) -> str:
    """Status for a word, prefix, number or another word for it: “klart”. Raises LofteError."""
    statuses = list(STATUS_LABELS)
    if word.isdecimal() and 1 <= int(word) <= len(statuses):
        return statuses[int(word) - 1]
    begun = [status for status in statuses if fold(status).startswith(fold(word))]
    if fold(word) in map(fold, statuses) or len(begun) == 1:
        return next(status for status in (*statuses, *begun) if fold(status) == fold(word) or status in begun)
    if meant := status_in_words(word):
        return meant
    unknown = Text(f"Statusen ”{word}” finns inte.", f"There is no status “{word}”.")
    raise _not_one_of(statuses, word, unknown)


def figure_as_written(figure: str, commitment: Commitment) -> object:
    """Outcome in file form: {cirka: 60}; without the unit, where it is that of the target: “46 kvällar”.

    Raises LofteError for an invalid one.
    """

    if re.match(r"[-\N{MINUS SIGN}]\s*\d", figure):
        raise LofteError(
            Text(
                f"Ett utfall kan inte vara mindre än noll: ”{figure}”.",
                f"An outcome cannot be negative: “{figure}”.",
            )
        )
    plain, _, unit = figure.rpartition(" ")
    counted = plain if _is_unit(unit, commitment) else figure
    word, _, rest = counted.partition(" ")
    bound = {"ABOUT": "cirka", "MIN": "minst"}.get(classify(word.lower()).name)
    number = rest.strip() if bound else counted
    try:
        parse_number(number)
    except ValueError:
        return figure
    return {bound: number} if bound else number


_PIECES: Final = ("st", "st.", "stycken", "styck")


def _is_unit(word: str, commitment: Commitment) -> bool:
    """Whether a word is what the targets of a commitment count, in any form: kväll, kvällar."""
    units = [target.unit or "" for target in commitment.targets if not is_share(target.unit)]
    counted = bool(units) and all(_stems(unit) & _stems(word) for unit in units)
    return word.casefold() in _PIECES or (len(word) > 3 and counted)


def _stems(word: str) -> set[str]:
    """A noun with and without its ending, so that two forms of it share one: {kvallar, kvall}."""
    return {fold(word), _ENDING.sub("", fold(word))}


_ENDING: Final = re.compile(r"(?:[aeo]?r(?:na)?|[ae]?n|et?|t|a)$")
"""Endings of folded nouns: kvallar, skolorna, besoket."""


def earlier_items(commitment: Commitment, about: Reporting) -> list[tuple[FollowUp, FollowUpItem]]:
    """Items about a commitment in earlier follow-ups."""
    earlier = [row for _, row in before(about.history, about.document.date)]
    return list(items_of(earlier, commitment.id))


def needs_counting(commitment: Commitment, figure: str, about: Reporting) -> bool:
    """True when a figure must state what it counts."""
    return (
        _is_number(figure, commitment)
        and about.document.period is not None
        and about.document.counted is None
        and any(item.actuals for _, item in earlier_items(commitment, about))
    )


def _is_number(figure: str, commitment: Commitment) -> bool:
    written = figure_as_written(figure, commitment) if figure else None
    return written is not None and Actual.model_validate(written).number is not None


def total_with(
    commitment: Commitment, figure: str, about: Reporting, counting: Counting | None = None
) -> Total:
    """Total including one more figure.

    Raises LofteError for an invalid figure.
    """
    written = {"åtagande": commitment.id, "utfall": figure_as_written(figure, commitment), "räknat": counting}
    item = FollowUpItem.model_validate({key: value for key, value in written.items() if value is not None})
    return total_of(commitment, [*earlier_items(commitment, about), (about.document, item)])


def proposed(
    commitment: Commitment, figure: str, about: Reporting, counting: Counting | None = None
) -> str | None:
    """Status that a figure implies, or None."""
    total = total_with(commitment, figure, about, counting)
    if total.is_partial:
        return None
    days, final = days_of(about.promise, about.document), is_final(about.promise, about.document)
    judged = assess(commitment.targets, total.actuals, promised=days, final=final)
    return judged.status if judged else None
