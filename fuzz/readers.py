"""Fuzzing of `lofte import`: `python fuzz/readers.py [seconds] [seed]` mutates files of every format.

A finding is any exception but LofteError, more time than allowed, or a draft that does not pass the schema. Word files are
changed inside their parts, so that most of them are still Word files.
"""

import io
import re
import sys
import time
import traceback
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from medborgarlofte.errors import LofteError
from medborgarlofte.importing.pipeline import import_bytes
from medborgarlofte.load import load_bytes
from medborgarlofte.swedish import PartialDate

ROOT: Final = Path(__file__).parents[1] / "tests" / "importing"
FINDINGS: Final = Path(__file__).parent / "findings" / "readers"
TODAY: Final = PartialDate(2024, 6, 1)
SECONDS: Final = 10.0
"""How long one file may take, in time of the processor."""
PIECES: Final = (
    "", " ", "\n", "\n\n", "\t", "   ", "- ", "• ", "1. ", "1.1 ", "§ 3 ", ":", ".", "Polisen ska", "Kommunen lovar att", "Tillsammans",
    "den 31 juni 2024", "2024–2023", "2024", "senast", "minst två", "70 procent", "(P, K)", "P är polisen", "säger Eva Ek.",
    "Lokalpolisområde", "Åsa Ek, kommunchef", "...........", "Sida 1 (3)", "\x00", "\x1b[31m", "\u202e", "\ud7ff", "\ufffe", "\u2028", "'", '"', "#",
    "---", "{}", "[]", "&a", "*a", "!", "|", ">", "%", "@", "`", "<b>", "</p>", "<table>", "<tr><td>", "<td rowspan=9999>", "<li>", "<ol start=99>",
    "<!--", "&amp;", "&#0;", "å" * 300, "x" * 3000, "a " * 500, "9" * 400, "Vem\tVad\tNär", "Grönt.", "Löfte 1: ", "070-123 45 67",
)  # fmt: skip


def seeds() -> list[Path]:
    """The files to begin from."""
    return sorted(path for path in [*ROOT.glob("files/*.*"), *ROOT.glob("documents/*.txt")])


def mutate(path: Path, random: Random) -> bytes:
    """The bytes of a file with a few changes."""
    data = path.read_bytes()
    if path.suffix == ".docx" and random.random() < 0.85:
        return _word(data, random)
    if path.suffix in (".txt", ".html", ".rtf") and random.random() < 0.85:
        return _text(data.decode("utf-8", "replace"), random).encode("utf-8", "surrogatepass")
    return _bytes(data, random)


def _text(text: str, random: Random) -> str:
    for _ in range(random.choice((1, 1, 2, 3, 5, 9))):
        lines = text.split("\n")
        kind = random.randrange(6)
        at, other = random.randrange(len(lines)), random.randrange(len(lines))
        if kind == 0:
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == 1:
            del lines[at : at + random.choice((1, 1, 3))]
        elif kind == 2:
            lines[at:at] = lines[other : other + random.choice((1, 3, 20))]
        else:
            cut = random.randint(0, len(lines[at]))
            end = min(len(lines[at]), cut + random.choice((0, 0, 1, 5, 40)))
            lines[at] = lines[at][:cut] + random.choice(PIECES) + lines[at][end:]
        text = "\n".join(lines) if lines else ""
    return text


def _bytes(data: bytes, random: Random) -> bytes:
    for _ in range(random.choice((1, 1, 2, 4, 10))):
        at = random.randint(0, len(data))
        end = min(len(data), at + random.choice((0, 1, 1, 4, 60, 2000)))
        put = random.choice(
            (b"", data[at:end] * 2, bytes([random.randrange(256)]), b"\xff" * 8, b"0", b" obj", b"<<", b">>")
        )
        data = data[:at] + put + data[end:]
    return data


def _word(data: bytes, random: Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for item in old.infolist():
            part = old.read(item.filename)
            if (
                item.filename.endswith(("document.xml", "numbering.xml", "styles.xml", ".rels"))
                and random.random() < 0.6
            ):
                part = _xml(part, random)
            if random.random() > 0.02:
                new.writestr(item.filename, part)
    return made.getvalue()


def _xml(part: bytes, random: Random) -> bytes:
    pieces = re.split(rb"(<[^>]*>)", part)
    for _ in range(random.choice((1, 2, 4))):
        at, other = random.randrange(len(pieces)), random.randrange(len(pieces))
        kind = random.randrange(4)
        if kind == 0:
            pieces[at] = b""
        elif kind == 1:
            pieces[at] = pieces[other]
        elif kind == 2:
            pieces[at] = re.sub(rb"\d+", str(random.choice((-1, 0, 9, 10**9))).encode(), pieces[at])
        elif not pieces[at].startswith(b"<"):
            pieces[at] = random.choice(PIECES).replace("<", "&lt;").encode("utf-8", "replace")
    return b"".join(pieces)


def check(name: str, data: bytes) -> None:
    """Import the bytes. Raises for whatever must not happen."""
    begun = time.process_time()
    try:
        _, drafts = import_bytes(name, data, lang="sv", today=TODAY)
    except LofteError:
        drafts = []
    for draft in drafts:
        _, found = load_bytes(draft.name, f"{draft.name}.yaml", draft.text.encode())
        wrong = [d.message("sv") for d in found if d.severity == "error"]
        assert not wrong, wrong
        assert re.fullmatch(r"[a-z0-9-]+", draft.name), draft.name
    taken = time.process_time() - begun
    assert taken < SECONDS, f"{taken:.1f} s"


def runs(seed: int) -> Iterator[tuple[str, bytes]]:
    """Mutated files without end."""
    random = Random(seed)  # noqa: S311 - for variety, not for secrets
    files = seeds()
    while True:
        path = random.choice(files)
        yield path.name, mutate(path, random)


def main() -> None:
    """Run until the time is up; write each new place that breaks with its file."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 600.0
    until, count, places = time.monotonic() + seconds, 0, set[str]()
    for name, data in runs(int(sys.argv[2]) if len(sys.argv) > 2 else 0):
        if time.monotonic() > until:
            break
        count += 1
        try:
            check(name, data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we are looking for
            frames = traceback.extract_tb(error.__traceback__)[-2:]
            place = f"{type(error).__name__} " + " < ".join(
                f"{Path(f.filename).name}:{f.lineno}" for f in frames
            )
            place += f" {str(error)[:60]}" if isinstance(error, AssertionError) else ""
            if place not in places:
                places.add(place)
                FINDINGS.mkdir(parents=True, exist_ok=True)
                (FINDINGS / f"{len(places)}-{name}").write_bytes(data)
                sys.stdout.write(f"{place}: {FINDINGS / f'{len(places)}-{name}'}\n{traceback.format_exc()}")
                sys.stdout.flush()
    sys.stdout.write(f"{count} files in {seconds:.0f} s, {len(places)} places\n")


if __name__ == "__main__":
    main()
