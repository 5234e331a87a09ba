"""Changes to a file as slips of the hand, pasting and malice make them: of its lines, its values and its bytes."""

import re
import unicodedata
from collections.abc import Callable
from random import Random
from typing import Final

from seeds import documents

NASTY: Final = (
    "", " ", "~", "null", "ja", "nej", "NO", "0", "-1", "00", "1e9", "9" * 25, "0,5", "1.10", "1 000", "½", "٣", "²", "∞",
    "2024", "0000", "9999-12-31", "0001-01-01", "2024-02-30", "2024-13", "31/12 2024", "hösten 2024", "24:00", "tillsammans",
    "[]", "{}", "[[]]", "[a, b]", "{a: b}", "{cirka: 60}", "[1, 2]", "- ", "-", "? ", ": ", "#", "'", '"', "''", '""', "'a",
    '"\\x1b[31m"', '"\\ud800"', '"\\0"', '"\\n"', '"a\\r\\nb"', '"\\u2028"', "9" * 400, "9" * 5000, "1e400", "2999-12-31",
    "1900-01-01", '"a\\nb"', '"\\N"', '"\\L"', "&a", "*a", "!!str x", "!", "|", ">", ">-", "|2",
    "%", "@", "`", "<<: x", "---", "...", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)",
    "[a](javascript:alert(1))", "https://a.example", "https://[", "http://a b", "mailto:x", "//", "<!--", "```", "| a | b |",
    "{{ 1 }}", "{0}", "%s", "{titel}", "]]>", "&amp;", "=1+1", "a/b#c", "#K1", "K1", "../..", "exempelby/lofte-2024",
    "exempelby/lofte-2024#K1", "kommunen", "å" * 300, "x" * 3000, "a " * 500, "minst 100 kvällar per månad", "senast den 31 juni",
    "A\u030angstro\u0308m", "\u200b", "\ufeff", "\u202egnp", "\u2066", "\u00a0", "\u00ad", "🚓👩‍🚒", "ß", "ﬁ", "İ", "ſ", "ǅ",
)  # fmt: skip
"""Values that something trips over: numbers, dates, YAML's marks, markup, addresses, odd and long words."""

LETTERS: Final = (
    "\t", "\x00", "\x1b", "\x7f", "\x85", "\u00a0", "\u00ad", "\u0301", "\u030a", "\u0130", "\u200b", "\u200d", "\u2028",
    "\u2029", "\u202e", "\u3000", "\ufeff", "\ufffd", "\uffff", "\U000e0041", "\U0001f693", "\u0660", "\u00b2", "½", "’", "”",
    "–", "−", "\r", "\r\n", "\n", "'", '"', "#", ":", ": ", "- ", ",", "{", "}", "[", "]", "&", "*", "!", "|", ">", "%", "@",
    "`", "<", "\\", "/",
)  # fmt: skip

VALUE: Final = re.compile(r"(?:[-{,] |^) *(?P<key>[\w\"']+): *(?P<value>[^,}\]\n#]*)")
KEY: Final = re.compile(r"[\wåäö]+(?=:)")
NUMBER: Final = re.compile(r"\d+")

Change = Callable[[list[str], Random], None]


def mutated(data: bytes, random: Random) -> bytes:
    """The bytes with a few changes; most keep them YAML, and some do not."""
    try:
        lines = data.decode().splitlines(keepends=True)
    except UnicodeDecodeError:
        return bitten(data, random)
    for _ in range(random.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        if not lines:
            lines = ["dokument: medborgarlöfte\n"]
        random.choice(CHANGES)(lines, random)
    made = "".join(lines).encode("utf-8", "surrogatepass")
    return bitten(made, random) if random.randrange(12) == 0 else made


def bitten(data: bytes, random: Random) -> bytes:
    """The bytes with some taken out, put in, doubled or turned."""
    for _ in range(random.choice((1, 1, 2, 4))):
        start = random.randint(0, len(data))
        end = min(len(data), start + random.choice((0, 1, 1, 2, 8, 40, 400)))
        piece = data[start:end]
        put = random.choice(
            (b"", piece * 2, bytes([random.randrange(256)]), piece[::-1], b"\xed\xa0\x80", b"\xc3")
        )
        data = data[:start] + put + data[end:]
    return data


# ---------------------------------------------------------------- lines


def _at(lines: list[str], random: Random) -> int:
    return random.randrange(len(lines))


def _stretch(lines: list[str], random: Random) -> slice:
    start = _at(lines, random)
    return slice(start, start + random.choice((1, 1, 1, 2, 4, 10)))


def drop(lines: list[str], random: Random) -> None:
    """Take lines out."""
    del lines[_stretch(lines, random)]


def double(lines: list[str], random: Random) -> None:
    """Write lines twice."""
    at = _stretch(lines, random)
    lines[at.stop : at.stop] = lines[at]


def move(lines: list[str], random: Random) -> None:
    """Put lines somewhere else."""
    at = _stretch(lines, random)
    taken = lines[at]
    del lines[at]
    where = random.randint(0, len(lines))
    lines[where:where] = taken


def indent(lines: list[str], random: Random) -> None:
    """Move lines further in or out."""
    steps = random.choice((-4, -2, -1, 1, 2, 4, 30))
    at = _stretch(lines, random)
    lines[at] = [
        " " * steps + line if steps > 0 else line[min(-steps, len(line) - len(line.lstrip())) :]
        for line in lines[at]
    ]


def splice(lines: list[str], random: Random) -> None:
    """Put in lines of another document."""
    theirs = random.choice(documents()).data.decode().splitlines(keepends=True)
    where = random.randint(0, len(lines))
    lines[where:where] = theirs[_stretch(theirs, random)]


def replace_by_theirs(lines: list[str], random: Random) -> None:
    """Put a line of another document in the place of one with the same key."""
    at = _at(lines, random)
    key = KEY.search(lines[at])
    theirs = [
        line
        for line in random.choice(documents()).data.decode().splitlines(keepends=True)
        if key and (other := KEY.search(line)) and other[0] == key[0]
    ]
    if theirs:
        lines[at] = random.choice(theirs)


def join(lines: list[str], random: Random) -> None:
    """Take away a line end."""
    at = _at(lines, random)
    lines[at] = lines[at].rstrip("\r\n")


def cut(lines: list[str], random: Random) -> None:
    """Break off, as when a file was saved halfway."""
    at = _at(lines, random)
    lines[at] = lines[at][: random.randint(0, len(lines[at]))]
    del lines[at + 1 :]


# ---------------------------------------------------------------- values and letters


def swap_value(lines: list[str], random: Random) -> None:
    """Write something else behind a key."""
    at = _at(lines, random)
    found = list(VALUE.finditer(lines[at]))
    if found:
        value = random.choice(found)
        text = random.choice(NASTY)
        if random.randrange(2):
            text = "'" + text.replace("'", "''") + "'"
        lines[at] = lines[at][: value.start("value")] + text + lines[at][value.end("value") :]


def add_to_value(lines: list[str], random: Random) -> None:
    """Write something before or behind a value."""
    at = _at(lines, random)
    body = lines[at].rstrip("\r\n")
    where = random.choice((len(body), random.randint(0, len(body))))
    lines[at] = (
        body[:where] + random.choice((" ", "")) + random.choice(NASTY) + body[where:] + lines[at][len(body) :]
    )


def quote_value(lines: list[str], random: Random) -> None:
    """Write a value in quotes, as a block, as a list or as a group."""
    at = _at(lines, random)
    found = list(VALUE.finditer(lines[at]))
    if found:
        value = random.choice(found)
        indent = " " * (len(lines[at]) - len(lines[at].lstrip()) + 4)
        form = random.choice(
            (
                "'{}'",
                '"{}"',
                "[{}]",
                "{{x: {}}}",
                "\n" + indent + "{}",
                "|\n" + indent + "{}",
                ">-\n" + indent + "{}\n\n",
                "{} # {}",
            )
        )
        text = form.format(value["value"].strip(), "x")
        lines[at] = lines[at][: value.start("value")] + text + lines[at][value.end("value") :]


def swap_number(lines: list[str], random: Random) -> None:
    """Write another number."""
    at = _at(lines, random)
    found = list(NUMBER.finditer(lines[at]))
    if found:
        number = random.choice(found)
        other = random.choice(
            (
                "0",
                "1",
                "2",
                "00",
                "31",
                "13",
                "99",
                "9999",
                "10000",
                "1000000",
                "9" * 20,
                "1,5",
                "-3",
                str(random.randrange(3000)),
            )
        )
        lines[at] = lines[at][: number.start()] + other + lines[at][number.end() :]


def swap_key(lines: list[str], random: Random) -> None:
    """Write the key of another line."""
    at, other = _at(lines, random), _at(lines, random)
    theirs = KEY.search(lines[other])
    if theirs:
        lines[at] = KEY.sub(theirs[0], lines[at], count=1)


def put_letter(lines: list[str], random: Random) -> None:
    """Put in an odd letter or two."""
    at = _at(lines, random)
    where = random.randint(0, len(lines[at]))
    lines[at] = lines[at][:where] + random.choice(LETTERS) * random.choice((1, 1, 1, 2)) + lines[at][where:]


def drop_letters(lines: list[str], random: Random) -> None:
    """Take letters out."""
    at = _at(lines, random)
    where = random.randint(0, len(lines[at]))
    lines[at] = lines[at][:where] + lines[at][where + random.choice((1, 1, 2, 5)) :]


def repeat(lines: list[str], random: Random) -> None:
    """Write a line, or a stretch of one, many times."""
    at = _at(lines, random)
    if random.randrange(2):
        lines[at:at] = [lines[at]] * random.choice((10, 100))
    else:
        start = random.randint(0, len(lines[at]))
        lines[at] = (
            lines[at][:start]
            + lines[at][start : start + 3].rstrip("\r\n") * random.choice((20, 300))
            + lines[at][start:]
        )


def of_another_machine(lines: list[str], random: Random) -> None:
    """Save as other programs do: byte order mark, line ends, decomposed letters."""
    way = random.randrange(4)
    if way == 0:
        lines[0] = "\ufeff" + lines[0]
    elif way == 1:
        lines[:] = [unicodedata.normalize("NFD", line) for line in lines]
    else:
        end = "\r\n" if way == 2 else "\r"
        lines[:] = [line.rstrip("\r\n") + end for line in lines]


CHANGES: Final[tuple[Change, ...]] = (
    drop, double, move, indent, splice, splice, replace_by_theirs, replace_by_theirs, join, cut,
    swap_value, swap_value, swap_value, swap_value, add_to_value, add_to_value, quote_value, quote_value, swap_number, swap_number,
    swap_key, put_letter, put_letter, drop_letters, repeat, of_another_machine,
)  # fmt: skip
"""What may happen, the likely more than once."""
