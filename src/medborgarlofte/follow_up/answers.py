"""Answers to a request as what is recorded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.answer_lines import Answers, Field, Misread
from medborgarlofte.follow_up.editing import Entry
from medborgarlofte.follow_up.updates import (
    Reporting,
    commitment_named,
    made_entry,
    needs_counting,
    proposed,
    status_named,
)
from medborgarlofte.i18n import Text
from medborgarlofte.model.follow_up import Counting
from medborgarlofte.model.statuses import STATUS_LABELS
from medborgarlofte.swedish import fold


def entries_of(answers: Answers, about: Reporting) -> tuple[list[Entry], list[Misread]]:
    """What can be recorded, and what cannot.

    A commitment with a line that cannot be understood is left out whole.
    """
    misread = list(answers.misread)
    by_commitment: dict[str, list[Field]] = {}
    for one in answers.fields:
        if one.value.strip():
            by_commitment.setdefault(one.commitment.casefold(), []).append(one)
    blocked = {one.commitment.casefold() for one in misread if one.blocks}
    entries = []
    for key, fields in by_commitment.items():
        wrong = list(_problems(fields, about, answers.counting))
        misread += wrong
        if not wrong and key not in blocked:
            entries.append(_entry(fields, about, answers.counting))
            misread += [_read_as(one) for one in fields if one.key == "status" and not _is_status(one.value)]
    return entries, sorted(misread, key=lambda one: (one.line, one.column))


def _entry(fields: Sequence[Field], about: Reporting, counting: Counting | None) -> Entry:
    commitment = commitment_named(fields[0].commitment, about.promise)
    values = {one.key: one.value.strip() for one in fields}
    return made_entry(
        commitment,
        _status(values.get("status", "")),
        values.get("utfall", ""),
        values.get("kommentar", ""),
        about,
        counting,
    )


def _status(written: str) -> str:
    """Status as in the file, also from its English name. Raises LofteError."""
    word = written.rstrip(". ")
    english = {fold(label.en): status for status, label in STATUS_LABELS.items()}
    return english.get(fold(word)) or (status_named(word) if word else "")


def _is_status(written: str) -> bool:
    """True for a status as it is offered, in either language."""
    offered = {word for status, label in STATUS_LABELS.items() for word in (status, label.sv, label.en)}
    return fold(written.rstrip(". ")) in map(fold, offered)


def _read_as(one: Field) -> Misread:
    """Remark on a status in other words than the offered ones."""
    meant = _status(one.value)
    return Misread(one.line, one.column,
        Text(f"”{one.value}” lästes som ”{meant}”.", f"“{one.value}” was read as “{meant}”."),
        Text("Så visas det på sidan.", "That is how it will be shown."),
        Text("Stämmer det inte: rätta status i filen.", "If that is wrong: correct the status in the file."),
        blocks=False)  # fmt: skip


def _problems(fields: Sequence[Field], about: Reporting, counting: Counting | None) -> Iterator[Misread]:
    """What is wrong with the answers about a commitment."""
    by_key: dict[str, Field] = {}
    for one in fields:
        if one.key in by_key:
            first = by_key[one.key].line
            yield _misread(
                one,
                Text(f"{one.commitment} har redan ett svar på rad {first}.", f"{one.commitment} has an answer on line {first}."),
                Text("Vilket som gäller går inte att veta.", "Which one holds is not known."),
                Text("Ta bort det ena.", "Remove one of them."),
            )  # fmt: skip
            return
        by_key[one.key] = one
    for keys, check in (
        (("status", "utfall", "kommentar"), lambda _: commitment_named(fields[0].commitment, about.promise)),
        (("status",), lambda one: _status(one.value)),
        (("utfall",), lambda one: _check_figure(one, by_key, about, counting)),
    ):
        for one in _first(by_key, keys):
            try:
                check(one)
            except LofteError as error:
                yield _misread(one, error.message, _LEFT_OUT, error.help or _CORRECT)
                return


def _first(by_key: Mapping[str, Field], keys: Iterable[str]) -> list[Field]:
    return [by_key[key] for key in keys if key in by_key][:1]


def _check_figure(
    one: Field, by_key: Mapping[str, Field], about: Reporting, counting: Counting | None
) -> None:
    """Raise LofteError unless a figure can be recorded."""
    commitment, figure = commitment_named(one.commitment, about.promise), one.value.strip()
    if needs_counting(commitment, figure, about) and counting is None:
        raise LofteError(
            Text(f"Vad {figure} räknar står inte.", f"What {figure} counts is not stated."),
            Text("Läs in igen med --counted hittills eller --counted sedan-förra.", "Read it again with --counted hittills or --counted sedan-förra."),
        )  # fmt: skip
    if proposed(commitment, figure, about, counting) is None and "status" not in by_key:
        raise LofteError(
            Text(f"Av ”{figure}” följer ingen status.", f"“{figure}” does not determine a status."),
            Text("Skriv en av statusarna efter ”Status:”.", "Write one of the statuses after “Status:”."),
        )


def _misread(one: Field, what: Text, why: Text, remedy: Text) -> Misread:
    return Misread(one.line, one.column, what, why, remedy, commitment=one.commitment)


_LEFT_OUT: Final = Text(
    "Svaret om åtagandet har inte förts in.", "The answer about the commitment was not recorded."
)
_CORRECT: Final = Text("Rätta raden och läs in filen igen.", "Correct the line and read the file again.")
