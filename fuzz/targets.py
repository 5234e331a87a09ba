"""What must hold whatever stands in a file: a function for each part of the program that reads one.

Each takes the bytes of a file, and raises when a promise of the program is broken: any exception but LofteError, a
finding without a place, an answer that cannot be read, an edit that changes something else, or more time than allowed.
"""

import codecs
import copy
import csv
import datetime as dt
import io
import json
import re
import shutil
import time
import unicodedata
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, wraps
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, TypeVar
from xml.etree import ElementTree as ET

from corpus import EXAMPLE, ROOT
from markup_reader import MarkupReader
from medborgarlofte.cli.confirm import write as write_confirmed
from medborgarlofte.cli.session import Session
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.diff.document import compare as compared
from medborgarlofte.drafting.fix_values import Applied
from medborgarlofte.drafting.fixes import fix as fix_file
from medborgarlofte.drafting.renewal import next_term, renewed
from medborgarlofte.errors import LofteError
from medborgarlofte.follow_up.deadlines import deadlines
from medborgarlofte.follow_up.editing import Entry
from medborgarlofte.follow_up.editing import record as recorded
from medborgarlofte.follow_up.form import new_form, occasion
from medborgarlofte.follow_up.reports import fingerprint, follow_ups
from medborgarlofte.follow_up.updates import Reporting, entry_of
from medborgarlofte.i18n import LANGUAGES
from medborgarlofte.load import STDIN, InputFile, LoadedDocument, LoadedFile, Workspace, load, load_bytes
from medborgarlofte.model.config import CONFIG_FILE
from medborgarlofte.model.config_file import read_config
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.kinds import KINDS, spellings
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.statuses import STATUS_LABELS
from medborgarlofte.report import CHECK_FORMATS, DIFF_FORMATS, DUE_FORMATS, SUMMARY_FORMATS
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.diff.text import Compared
from medborgarlofte.report.due.text import DueResult
from medborgarlofte.report.formats import View
from medborgarlofte.report.summary.prose import render_prose as format_prose
from medborgarlofte.report.summary.result import Summary
from medborgarlofte.rules.engine import lint
from medborgarlofte.rules.rule import Profile
from medborgarlofte.rules.settings import settings_of
from medborgarlofte.site.build import output_files
from medborgarlofte.site.comparison import standalone
from medborgarlofte.site.page import Site
from medborgarlofte.site.publish import contents
from medborgarlofte.source.editing import lines_of
from medborgarlofte.source.files import INVISIBLE, decode
from medborgarlofte.source.positions import locate
from medborgarlofte.source.reader import read
from medborgarlofte.stats import figures, rows
from seeds import CONFIG, documents, faulty, nearest, temporary

TODAY: Final = dt.date(2024, 6, 1)
NOWHERE: Final = Path("/")
PROFILES: Final[tuple[Profile | Literal["auto"], ...]] = (
    "auto",
    "utkast",
    "granskning",
    "publicering",
    "arkiv",
)
CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")

SECONDS: Final = 5.0
SECONDS_PER_KB: Final = 0.5
"""How long a target may take, in time of the processor: many times what it needs, so that only a hang is caught."""

T = TypeVar("T")


def within_bounds(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The target, which fails too when it takes more than its time."""

    @wraps(target)
    def timed(data: bytes) -> None:
        began = time.process_time()
        target(data)
        taken, allowed = time.process_time() - began, SECONDS + SECONDS_PER_KB * len(data) / 1000
        assert taken <= allowed, f"{taken:.1f} s for {len(data)} bytes"

    return timed


def one_of(choices: Sequence[T], data: bytes, turn: int = 0) -> T:
    """One of the choices, the same one each time for the same bytes."""
    return choices[zlib.crc32(data, turn) % len(choices)]


# ---------------------------------------------------------------- check


def in_place(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str]) -> None:
    """Every diagnostic stands inside its file."""
    for diagnostic in diagnostics:
        span = diagnostic.span
        assert span.line >= 1
        assert span.column >= 1
        assert (span.end_line, span.end_column) >= (span.line, span.column)
        text = texts.get(diagnostic.file)
        if text:
            lines = text.split("\n")
            assert span.line <= len(lines), diagnostic
            assert span.column <= len(lines[span.line - 1]) + 1, diagnostic


MANY: Final = 100
"""As many findings are written, so that files with thousands do not take the time of all others."""


def can_be_written(checked: CheckResult) -> None:
    """Every format gives what programs can read, and nothing that commands a terminal."""
    for lang in LANGUAGES:
        for name, write in {**CHECK_FORMATS, "terminal": CHECK_FORMATS.choose(None, terminal=True)}.items():
            written = write(checked, View(lang, 80, False))
            assert CONTROL.search(written) is None, name
            assert written.encode().decode() == written
            if name == "json":
                assert len(json.loads(written)["diagnostics"]) == len(checked.diagnostics)
            elif name == "sarif":
                assert len(json.loads(written)["runs"][0]["results"]) == len(checked.diagnostics)
            elif name == "junit":
                ET.fromstring(written)  # noqa: S314 - what our own program has written
            elif name == "github":
                assert all(line.startswith("::") for line in written.split("\n") if line)


@within_bounds
def check(data: bytes) -> None:
    """`lofte validate -`: a document or something said about it, every finding in its place, every format readable."""
    workspace = load([STDIN], NOWHERE, data)
    assert workspace.diagnostics or workspace.documents
    profile = one_of(PROFILES, data)
    found = sorted(
        (*workspace.diagnostics, *lint(workspace, today=TODAY, profile=profile)),
        key=lambda diagnostic: diagnostic.order,
    )
    in_place(found, workspace.texts)
    can_be_written(CheckResult(tuple(found[:MANY]), workspace.files, workspace.texts))


@cache
def _empty() -> Path:
    return temporary()


@contextmanager
def _written(path: Path, data: bytes) -> Iterator[None]:
    """The bytes at a path, where afterwards stands what stood there."""
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    try:
        yield
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


@within_bounds
def configure(data: bytes) -> None:
    """`lofte.toml`: settings or something said about it, every finding in its place."""
    config, found = read_config(data, CONFIG_FILE)
    text, _ = decode(data)
    _, wrong = settings_of(config, text)
    in_place((*found, *wrong), {CONFIG_FILE: text})
    can_be_written(CheckResult((*found, *wrong)[:MANY], (CONFIG_FILE,), {CONFIG_FILE: text}))


# ---------------------------------------------------------------- compare


@within_bounds
def compare(data: bytes) -> None:
    """`lofte diff`: every commitment accounted for once on each side, every format readable."""
    seed = nearest(data)
    old, _ = load_bytes(seed.id, "old.yaml", seed.data)
    new, found = load_bytes(one_of((seed.id, "ny/lofte"), data), "new.yaml", data)
    if old is None or new is None or any(diagnostic.severity == "error" for diagnostic in found):
        return
    if type(old.document) is not type(new.document):
        return
    strict, followed_up = one_of((True, False), data), one_of((True, False, None), data)
    both = [
        Compared(compared(before, after, followed_up=followed_up, strict=strict), before, after)
        for before, after in ((old, new), (new, old), (new, new))
    ]
    for row in both:
        for side, loaded in (("old", row.old), ("new", row.new)):
            if isinstance(loaded.document, Promise):
                named = Counter(key for change in row.comparison.changes for key in getattr(change, side))
                assert named == Counter({one.id: 1 for one in loaded.document.commitments}), side
    assert all(change.kind == "kept" for change in both[-1].comparison.changes)
    lang = one_of(LANGUAGES, data)
    for name, write in {**DIFF_FORMATS, "terminal": DIFF_FORMATS.choose(None, terminal=True)}.items():
        written = write(both, View(lang, 80, False))
        assert written.encode().decode() == written
        if name == "json":
            assert len(json.loads(written)["comparisons"]) == len(both)
        if name in {"text", "terminal"}:
            assert CONTROL.search(written) is None
    page = standalone([(row.comparison, row.old, row.new) for row in both], lang)
    inert(page, frozenset(element.tag for element in _plain_comparison().elements), attributes=None)


@cache
def _plain_comparison() -> MarkupReader:
    [old, new] = [seed for seed in documents() if seed.id in ("karlshamn/lofte-2022", "karlshamn/lofte-2024")]
    one, other = (load_bytes(seed.id, "x.yaml", seed.data)[0] for seed in (old, new))
    assert one is not None
    assert other is not None
    pairs = ((one, other), (other, one), (one, one))
    return MarkupReader(
        standalone(
            [(compared(old, new, followed_up=False, strict=False), old, new) for old, new in pairs], "sv"
        )
    )


# ---------------------------------------------------------------- render

FROM_PROSE: Final = frozenset(
    ["p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "br", "code", "pre", "hr", "del", "ins"]
)
"""Elements that a text may become: those of Markdown, and the marks of what differs."""

SCHEMES: Final = frozenset(["http", "https", "mailto", "tel"])


def inert(html: str, tags: frozenset[str], attributes: frozenset[tuple[str, str]] | None) -> None:
    """The page is well formed, holds no element or attribute that a text brought, and no address that runs."""
    assert html.count("<!") == 1
    reader = MarkupReader(html)
    assert {element.tag for element in reader.elements} <= tags | FROM_PROSE
    for element in reader.elements:
        for name, value in element.attributes.items():
            assert not name.startswith("on")
            if attributes is not None:
                assert (element.tag, name) in attributes, (element.tag, name)
            if name in ("href", "src") and value != "data:,":
                scheme = re.match(r"[a-z][a-z0-9+.-]*(?=:)", re.sub(r"[\x00-\x20]+", "", value.lower()))
                assert scheme is None or scheme[0] in SCHEMES, value
        if element.tag == "script":
            assert element.attributes == {"type": "application/ld+json"}
    for block in reader.blocks:
        json.loads(block)
    assert len(reader.ids) == len(set(reader.ids))


class Markup(NamedTuple):
    """The elements and attributes of a site that uses all of them, but for what a text may become."""

    tags: frozenset[str]
    attributes: frozenset[tuple[str, str]]


@cache
def _known() -> Markup:
    elements = [
        element
        for folder in (EXAMPLE, ROOT / "docs" / "exempel-region")
        for lang in LANGUAGES
        for name, made in contents(output_files(Site(load([], folder), lang)))
        if name.endswith(".html")
        for element in MarkupReader(made.decode()).elements
    ]
    named = {(element.tag, name) for element in elements for name in element.attributes}
    always = {("a", "href"), ("a", "title"), ("ol", "start"), ("meta", "property"), ("li", "value")}
    return Markup(frozenset(element.tag for element in elements), frozenset(named | always))


@cache
def _copied(project: Path) -> Path:
    folder = temporary()
    shutil.copytree(project / "promises", folder / "promises")
    return folder


def among_others(data: bytes) -> Workspace:
    """The documents of a project with the bytes in the place of the one that they resemble."""
    seed = nearest(data)
    folder = _copied(seed.project)
    with _written(folder / "promises" / f"{seed.id}.yaml", data):
        return load([], folder)


@within_bounds
def render(data: bytes) -> None:
    """`lofte render`: pages that hold text and nothing that a text brought, and data that programs can read."""
    workspace = among_others(data)
    in_place(workspace.diagnostics, workspace.texts)
    if nearest(data).id not in workspace.documents:
        return
    files = dict(contents(output_files(Site(workspace, one_of(LANGUAGES, data)))))
    for name, made in files.items():
        text = made.decode()
        if name.endswith(".html"):
            inert(text, *_known())
        elif name.endswith(".json"):
            json.loads(text)
        elif name.endswith(".xml"):
            ET.fromstring(made)  # noqa: S314 - what our own program has written
        elif name.endswith(".csv"):
            assert len({len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)}) == 1
        elif name.endswith(".ics"):
            _calendar(text)


def _calendar(text: str) -> None:
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in "".join(lines)
    whole = text.replace("\r\n ", "").split("\r\n")
    assert all(re.match(r"[A-Z-]+[;:]", line) for line in whole[:-1])


@within_bounds
def report(data: bytes) -> None:
    """`lofte summary` and `lofte due`: figures that agree with themselves, every format readable."""
    workspace = among_others(data)
    if nearest(data).id not in workspace.documents:
        return
    lang = one_of(LANGUAGES, data)
    found = figures(workspace, today=TODAY)
    by = one_of(("", "municipality", "year", "focus", "party", "police-area"), data)
    views = {**SUMMARY_FORMATS, "terminal": SUMMARY_FORMATS.choose(None, terminal=True)}
    for name, write in views.items():
        written = write(Summary(found, by, rows(found, by) if by else ()), View(lang, 80, False))
        if name == "json":
            json.loads(written)
        elif name == "csv":
            assert len({len(row) for row in csv.reader(io.StringIO(written), strict=True)}) <= 1
        elif name in {"text", "terminal"}:
            assert CONTROL.search(written) is None
    for one in found:
        assert format_prose(one, lang=lang, width=80, short=False)
        assert len(format_prose(one, lang=lang, width=80, short=True).split()) <= 60
    due = deadlines(workspace, today=TODAY, until=TODAY + dt.timedelta(days=one_of((30, 800, 40000), data)))
    for name, write_due in DUE_FORMATS.items():
        written = write_due(DueResult(due, TODAY, TODAY), View(lang, 80, False))
        if name == "json":
            json.loads(written)
        elif name == "ics":
            _calendar(written)
        else:
            assert CONTROL.search(written) is None


# ---------------------------------------------------------------- fix

DATES: Final = frozenset(["datum", "hämtad", "från", "till", "senast", "nästa", "när", "förlängd_till"])


def _texts(value: Any, route: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every text of a document with its route."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in steps:
        yield from _texts(part, (*route, step))
    if isinstance(value, str):
        yield route, value


def _bare(text: str) -> str:
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text))


@within_bounds
def repair(data: bytes) -> None:
    """`lofte validate --fix`: the same wording, no new finding, and idempotent."""
    after, fixes = _fix(data)
    assert (after != data) == bool(fixes)
    assert (after, []) == _fix(after)
    if not fixes:
        return
    before, now = read(data, spellings()), read(after, spellings())
    if before.source.root is None:  # the encoding or the syntax was fixed
        assert now.findings != before.findings
        return
    assert after.decode()
    assert data.startswith(codecs.BOM_UTF8) == after.startswith(codecs.BOM_UTF8)
    was, came = (
        {tuple(map(_step, route)): text for route, text in _texts(reading.value)} for reading in (before, now)
    )
    wordings = {route for route in was.keys() & came.keys() if route[-1] == "text"}
    assert all(_bare(was[route]) == _bare(came[route]) for route in wordings)


def _fix(data: bytes) -> tuple[bytes, list[Applied]]:
    fixed = fix_file(data, lambda given: LoadedFile(InputFile("lofte", "lofte.yaml", None, given)))
    return fixed.data, fixed.applied


def _step(step: Any) -> Any:
    return _bare(step) if isinstance(step, str) else step


def _errors(data: bytes) -> Counter[str]:
    return Counter(d.code for d in load([STDIN], NOWHERE, data).diagnostics if d.severity == "error")


# ---------------------------------------------------------------- follow up

COMMENTS: Final = (
    "Det gick.", "Två: en #stulen", "it's", '"', "{", "a, b]", "- nej", "~", "👮 åäö", "Rad ett.\nRad två.", "  runt  ", "%", "|",
    "x" * 200, "a " * 100, "A\u030a", "<b>", "ja", "0123", "2024-01-01",
)  # fmt: skip
OUTCOMES: Final[tuple[Any, ...]] = (
    "104",
    "0",
    "1 000",
    "9 av 10",
    {"cirka": "60"},
    {"minst": "1 000"},
    "- 5",
    "nästan: 100",
)


def _rows(value: Any) -> list[Any]:
    items = value.get("poster") if isinstance(value, dict) else None
    return (
        [items] if isinstance(items, dict) else items if isinstance(items, list) else [items] if items else []
    )


def _named(row: Any, commitment: str) -> bool:
    return isinstance(row, dict) and row.get("åtagande") == commitment


def _with(value: Any, entry: Entry) -> Any:
    """The value of a file with the entry in it."""
    wanted = copy.deepcopy(value)
    if not any(_named(row, entry.commitment) for row in _rows(wanted)):
        wanted["poster"] = [*_rows(wanted), {"åtagande": entry.commitment}]
    next(row for row in _rows(wanted) if _named(row, entry.commitment)).update(entry.values)
    return wanted


@within_bounds
def record(data: bytes) -> None:
    """`lofte follow-up --set`: what was recorded and nothing else, the same a second time, or refused."""
    reading = read(data, spellings())
    ids = [
        row["åtagande"]
        for row in _rows(reading.value)
        if isinstance(row, dict) and isinstance(row.get("åtagande"), str)
    ]
    values = {
        "status": one_of(tuple(STATUS_LABELS), data),
        "utfall": one_of(OUTCOMES, data, 1),
        "kommentar": one_of(COMMENTS, data, 2),
        "ordalydelse": fingerprint(one_of(COMMENTS, data, 3)),
    }
    kept = one_of((("status",), ("kommentar",), ("status", "utfall"), tuple(values)), data, 4)
    entry = Entry(one_of((*ids, "K1", "Å 9"), data, 5), {key: values[key] for key in kept})
    try:
        after = recorded(data, [entry], spellings())
    except LofteError:
        return
    now = read(after, spellings())
    assert now.value == _with(reading.value, entry)
    assert not [finding for finding in now.findings if finding.severity != "info"]
    assert after == recorded(after, [entry], spellings())
    assert data.startswith(codecs.BOM_UTF8) == after.startswith(codecs.BOM_UTF8)
    _only_its_lines(data, after, entry.commitment)
    wrong, still = (_errors(given) for given in (data, after))
    assert not Counter({code: count for code, count in (still - wrong).items() if code.startswith("Y")})


def _only_its_lines(data: bytes, after: bytes, commitment: str) -> None:
    """No line changed but those of the item, or the one that a new item was put behind."""
    if after == data:
        return
    reading = read(data, spellings())
    before, now = (lines_of(given.removeprefix(codecs.BOM_UTF8).decode()) for given in (data, after))
    top = next(
        (n for n, (one, other) in enumerate(zip(before, now, strict=False)) if one != other),
        min(len(before), len(now)),
    )
    pairs = zip(reversed(before), reversed(now), strict=False)
    bottom = next((n for n, (one, other) in enumerate(pairs) if one != other), min(len(before), len(now)))
    bottom = min(bottom, min(len(before), len(now)) - top)
    assert reading.source.root is not None
    for index, row in enumerate(_rows(reading.value)):
        if _named(row, commitment):
            span = locate(reading.source.root, ("poster", index)).node.span
            assert top >= span.line - 1
            assert bottom >= len(before) - (span.end_line if span.end_column > 1 else span.end_line - 1)
            return
    assert top + bottom >= len(before) - 1


@within_bounds
def continue_(data: bytes) -> None:
    """What is written from a promise is valid: the form of a follow-up, filled in, and next year's promise."""
    seed = nearest(data)
    workspace = among_others(data)
    loaded = workspace.documents.get(seed.id)
    if loaded is not None and isinstance(loaded.document, FollowUp):
        loaded = workspace.documents.get(loaded.document.promise)
    if loaded is None or not isinstance(loaded.document, Promise):
        return
    lang, promise = one_of(LANGUAGES, data), loaded.document
    earlier = follow_ups(workspace, loaded.id)
    try:
        when = occasion(promise, earlier, date=None, today=TODAY)
        form = new_form(loaded.id, promise, earlier, when, lang=lang).encode()
        follow_up = _readable("uppfoljning", form)
        assert isinstance(follow_up.document, FollowUp)
        assert [item.commitment for item in follow_up.document.items] == [
            one.id for one in promise.commitments
        ]
        about = Reporting(promise, follow_up.document, earlier)
        for one in promise.commitments[:5]:
            setting = f"{one.id}={one_of(('genomfört', 'delvis', '1', ''), data)}:{one_of(('104', 'cirka 60', '', 'x'), data, 1)}:Så."
            form = recorded(form, [entry_of(setting, about)], spellings())
        _readable("uppfoljning", form)
    except LofteError:
        pass
    try:
        term = next_term(promise)
    except LofteError:
        return
    _readable("lofte", renewed(loaded.id, loaded.value, promise, earlier, term, lang=lang).encode())


def _readable(name: str, data: bytes) -> LoadedDocument:
    loaded, found = load_bytes(name, f"{name}.yaml", data)
    assert [(d.code, d.message("en")) for d in found if d.severity == "error"] == []
    assert loaded is not None
    return loaded


@within_bounds
def confirm(data: bytes) -> None:
    """`lofte diff --confirm`: the link that was confirmed and nothing else."""
    seed = nearest(data)
    new, found = load_bytes(seed.id, "new.yaml", data)
    if new is None or any(d.severity == "error" for d in found) or not isinstance(new.document, Promise):
        return
    old = replace(new, id="exempelby/förra")
    answers = [((one.id,), (one.id,)) for one in new.document.commitments]
    folder = _copied(seed.project)
    path = folder / "new.yaml"
    session = Session("sv", folder, TODAY, 80, color=False, interactive=False)
    with _written(path, data):
        count = write_confirmed(session, Compared(compared(old, new), old, new), answers)
        after = _readable("new", path.read_bytes())
    assert isinstance(after.document, Promise)
    written = 0
    for before, now in zip(new.document.commitments, after.document.commitments, strict=True):
        link = f"{old.id}#{before.id}"
        assert now.continues in (before.continues, (*before.continues, link))
        written += now.continues != before.continues
        assert now.model_copy(update={"continues": ()}) == before.model_copy(update={"continues": ()})
    assert count == written
    same = {"commitments": ()}
    assert after.document.model_copy(update=same) == new.document.model_copy(update=same)


# ---------------------------------------------------------------- all of them


EVERY_KIND: Final = tuple(kind.KIND for kind in KINDS)


class Target(NamedTuple):
    """A function to call with the bytes of a file, and the kinds of document that it has something to do with."""

    run: Callable[[bytes], None]
    kinds: tuple[str, ...] = EVERY_KIND


TARGETS: Final[Mapping[str, Target]] = {
    "check": Target(check),
    "configure": Target(configure, ()),
    "compare": Target(compare),
    "render": Target(render),
    "report": Target(report, (Promise.KIND, FollowUp.KIND)),
    "fix": Target(repair),
    "record": Target(record, (FollowUp.KIND,)),
    "continue": Target(continue_, (Promise.KIND, FollowUp.KIND)),
    "confirm": Target(confirm, (Promise.KIND,)),
}


def seeds_of(name: str) -> list[bytes]:
    """The files that a target begins from."""
    valid = [seed.data for seed in documents() if seed.kind in TARGETS[name].kinds]
    if name == "configure":
        return [CONFIG]
    return [*valid, *faulty()] if name in ("check", "fix") else valid
