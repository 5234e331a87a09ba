"""Answers to a request, read back line by line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from medborgarlofte.follow_up.requests import COUNTED, DATE, LABELS, PROMISE
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
    counted: str = ""
    """What the figures count, as it is written."""
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
            self.counted = value.strip()
            cues = (
                counting for counting, words in _CUES.items() if any(word in fold(value) for word in words)
            )
            self.counting = next(cues, None)
            return True
        return False


_CUES: Final[Mapping[Counting, tuple[str, ...]]] = {
    "sedan förra": (fold("sedan"), "since"),
    "hittills": ("hittills", "so far"),
}
"""Words that tell what figures count."""


# ---------------------------------------------------------------- text

_HEAD: Final = re.compile(r"\[\s*(?P<id>[^\W\d_]{0,4}\.?\d+[a-z]?)\s*\]")
_BARE_HEAD: Final = re.compile(r"(?P<id>[^\W\d_]{0,4}\.?\d+[a-z]?)\s+(?P<text>\S.*)")
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
        if head := _HEAD.match(self.known.with_brackets(line)):
            line = self.known.with_brackets(line)
            self.commitment, self.current = head["id"], ""
            rest = line[head.end() :].strip()
            if rest and rest not in self.known:
                self.answers.misread.append(_outside(number, rest))
        elif not self.commitment:
            if line and not self.answers.take_heading(line) and line not in self.known:
                is_answer = key and key["value"] and fold(key["key"]) in _KEYS
                self.answers.misread.append((_of_nothing if is_answer else _outside)(number, line))
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
            label = None if key else _label_of(line)
            self.answers.misread.append(
                _without_label(number, line, label, self.commitment)
                if label
                else _unknown_line(number, line, key, self.commitment)
            )


class _Known(NamedTuple):
    """Text of the form, to recognize its lines however they are wrapped."""

    lines: frozenset[str]
    text: str

    def with_brackets(self, line: str) -> str:
        """The heading of a commitment with the brackets that it was sent with; any other line as it is."""
        found = _BARE_HEAD.match(line)
        sent = f"[{found['id']}] {found['text']}" if found else ""
        return sent if sent and sent in self.lines else line

    def __contains__(self, line: object) -> bool:
        return line in self.lines or (len(str(line).split()) > 3 and str(line) in self.text)


def _outside(line: int, text: str) -> Misread:
    return Misread(line, 1, Text(f"”{text}” hör inte till något fält.", f"“{text}” belongs to no field."),
        Text("Raden togs inte med.", "The line was left out."),
        Text("Behövs den, skriv den efter ”Kommentar:” under rätt åtagande.", "If it is needed, write it after “Kommentar:” under the right commitment."),
        blocks=False)  # fmt: skip


def _label_of(line: str) -> str | None:
    """The key of an answer whose label or colon is gone: “Status delvis genomfört”, “delvis genomfört”, “31”."""
    first, _, rest = line.partition(" ")
    if rest and (key := _KEYS.get(fold(first))):
        return key
    if re.fullmatch(r"(?:cirka |minst )?\d[\d ]*", line, re.IGNORECASE):
        return "utfall"
    return "status" if fold(line.rstrip(".")) in map(fold, STATUS_LABELS) else None


def _without_label(line: int, text: str, key: str, commitment: str) -> Misread:
    label = LABELS[key]
    first, _, rest = text.partition(" ")
    value = rest if _KEYS.get(fold(first)) == key else text
    return Misread(line, 1, Text(f"Före ”{value}” saknas ”{label.sv}:”.", f"“{label.en}:” is missing before “{value}”."),
        Text("Då går det inte att veta vad raden svarar på.", "So what the line answers is not known."),
        Text(f"Skriv ”{label.sv}: {value}”.", f"Write “{label.en}: {value}”."), commitment=commitment)  # fmt: skip


def _of_nothing(line: int, text: str) -> Misread:
    return Misread(line, 1, Text(f"”{text}” hör inte till något åtagande.", f"“{text}” belongs to no commitment."),
        Text("Svaret har inte förts in.", "The answer was not recorded."),
        Text("Skriv åtagandets id inom hakparentes på en rad ovanför: [K1].", "Write the id of the commitment in brackets on a line above: [K1]."))  # fmt: skip


def _unknown_line(line: int, text: str, key: str, commitment: str) -> Misread:
    if not key or (meant := closest_match(key, [label.sv for label in LABELS.values()])) is None:
        return _outside(line, text)
    return Misread(line, 1, Text(f"Fältet ”{key}” finns inte.", f"There is no field “{key}”."),
        Text("Då går det inte att veta vad raden svarar på.", "So what the line answers is not known."),
        Text(f"Menade du ”{meant}:”?", f"Did you mean “{meant}:”?"), commitment=commitment)  # fmt: skip
