"""Answers to a request, read back line by line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.editing import Entry
from medborgarlofte.follow_up.requests import COUNTED, COUNTINGS, DATE, LABELS, PROMISE
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
from medborgarlofte.suggestions import closest_match
from medborgarlofte.swedish import fold


class Field(NamedTuple):
    """What is written for a key of a commitment, and where."""

    commitment: str
    key: str
    value: str
    line: int
    column: int = 1


class Misread(NamedTuple):
    """A line that cannot be used: what, why, and what to do."""

    line: int
    column: int
    what: Text
    why: Text
    remedy: Text
    blocks: bool = True
    """Whether the commitment is not recorded."""
    commitment: str = ""


@dataclass
class Answers:
    """Content of a returned form."""

    promise: str = ""
    date: str = ""
    counting: Counting | None = None
    fields: list[Field] = field(default_factory=list)
    misread: list[Misread] = field(default_factory=list)

    def take_heading(self, line: str) -> bool:
        """Read a line of the heading; false for any other."""
        label, colon, value = line.partition(":")
        if not colon:
            return False
        for text, name in ((PROMISE, "promise"), (DATE, "date")):
            if fold(label) in (fold(text.sv), fold(text.en)):
                setattr(self, name, value.strip())
                return True
        if fold(label) in (fold(COUNTED.sv), fold(COUNTED.en)):
            counted = fold(value.strip())
            for counting, words in COUNTINGS.items():
                if counted in (fold(words.sv), fold(words.en)):
                    self.counting = counting
            return self.counting is not None
        return False


# ---------------------------------------------------------------- text

_HEAD: Final = re.compile(r"\[\s*(?P<id>[^\W\d_]{0,4}\.?\d+[a-z]?)\s*\]")
_KEY: Final = re.compile(r"(?P<key>[^\W\d_]{3,12})\s*:\s*(?P<value>.*)")
_QUOTED: Final = re.compile(r"^(?:\s*[>|])+\s?")
_KEYS: Final[Mapping[str, str]] = {
    fold(word): key for key, label in LABELS.items() for word in (label.sv, label.en)
}


def parse_text(text: str, form: str) -> Answers:
    """Answers in a text; `form` is the whole text that was sent.

    Quoted lines of a mail are read as well. Lines of the form are skipped, and every other line that belongs
    to no field is reported.
    """
    known = _Known(frozenset(" ".join(line.split()) for line in form.splitlines()), " ".join(form.split()))
    reader = _Reader(Answers(), known)
    for number, written in enumerate(text.splitlines(), start=1):
        reader.read(number, written)
    return reader.answers


@dataclass
class _Reader:
    """Lines of a text, and the field that they belong to."""

    answers: Answers
    known: "_Known"
    commitment: str = ""
    current: str = ""

    def read(self, number: int, written: str) -> None:
        line = " ".join(_QUOTED.sub("", written).split())
        key = _KEY.match(line)
        if head := _HEAD.match(line):
            self.commitment, self.current = head["id"], ""
            rest = line[head.end() :].strip()
            if rest and rest not in self.known:
                self.answers.misread.append(_outside(number, rest))
        elif not self.commitment:
            if line and not self.answers.take_heading(line) and line not in self.known:
                self.answers.misread.append(_outside(number, line))
        elif key and key["value"] and line in self.known.lines:
            self.current = (
                ""  # the form's own ”Mål: …” and ”Status: …”, also of a second form in the same text
            )
        elif key and fold(key["key"]) in _KEYS:
            self.current = _KEYS[fold(key["key"])]
            column = written.find(key["value"]) + 1 if key["value"] else len(written) + 1
            self.answers.fields.append(Field(self.commitment, self.current, key["value"], number, column))
        elif not line:
            self.current = ""
        else:
            self._continue(number, line, key["key"] if key else "")

    def _continue(self, number: int, line: str, key: str) -> None:
        """A further line of a comment, or one that belongs to nothing."""
        fields = self.answers.fields
        if self.current and (self.current == "kommentar" or not fields[-1].value):
            value, first = (
                f"{fields[-1].value} {line}".strip(),
                fields[-1].line if fields[-1].value else number,
            )
            fields[-1] = fields[-1]._replace(value=value, line=first)
        elif line not in self.known:
            self.answers.misread.append(_unknown_line(number, line, key, self.commitment))


class _Known(NamedTuple):
    """Text of the form, to recognize its lines however they are wrapped."""

    lines: frozenset[str]
    text: str

    def __contains__(self, line: object) -> bool:
        return line in self.lines or (len(str(line).split()) > 3 and str(line) in self.text)


def _outside(line: int, text: str) -> Misread:
    return Misread(line, 1, Text(f"”{text}” hör inte till något fält.", f"“{text}” belongs to no field."),
        Text("Raden togs inte med.", "The line was left out."),
        Text("Behövs den, skriv den efter ”Kommentar:” under rätt åtagande.", "If it is needed, write it after “Kommentar:” under the right commitment."),
        blocks=False)  # fmt: skip


def _unknown_line(line: int, text: str, key: str, commitment: str) -> Misread:
    if not key or (meant := closest_match(key, [label.sv for label in LABELS.values()])) is None:
        return _outside(line, text)
    return Misread(line, 1, Text(f"Fältet ”{key}” finns inte.", f"There is no field “{key}”."),
        Text("Då går det inte att veta vad raden svarar på.", "So what the line answers is not known."),
        Text(f"Menade du ”{meant}:”?", f"Did you mean “{meant}:”?"), commitment=commitment)  # fmt: skip


# ---------------------------------------------------------------- from fields to entries


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
