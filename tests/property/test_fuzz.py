"""Whatever stands in a file: no exception, and a document or something said about a place in it."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus import EXEMPELBY, PROMISES, plain
from medborgarlofte.i18n import LANGUAGES
from medborgarlofte.load import Workspace, load
from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.validation import document_of, meaning_of
from medborgarlofte.report import CHECK_FORMATS
from medborgarlofte.report.check.result import CheckResult
from medborgarlofte.report.formats import View
from medborgarlofte.source.reader import read
from subsets import examples

pytestmark = pytest.mark.slow

SEEDS = [path.read_bytes() for path in sorted(PROMISES.rglob("*.yaml"))]
WHOLE = {
    path.stem: plain(path.read_text(encoding="utf-8"))
    for path in sorted((EXEMPELBY / "promises").rglob("*.yaml"))
}
NASTY = [
    b"\t", b'"', b"'", b"{", b"}", b"[", b"]", b"- ", b"-", b": ", b":", b"&a ", b"*a", b"!!str ", b"!", b"|", b">", b"%",
    b"@", b"`", b"#", b"? ", b"<<: ", b"\n", b"\r\n", b"\r", b"---\n", b"...\n", b"\x00", b"\x1b", b"\xe5", b"\xed\xa0\x80",
    b"\xef\xbb\xbf", b"\xc2\xa0", b"\xe2\x80\xa8", b"\xff\xfe", b"a\xcc\x8a", b'"\\ud800"', b'"\\x1b"', b"~", b"<<<<<<< ",
]  # fmt: skip
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def _check(data: bytes) -> Workspace:
    """Load the bytes, and see to it that every finding has a place and can be written."""
    workspace = load(["-"], Path("/"), data)
    assert workspace.diagnostics or workspace.documents
    lines = workspace.texts.get("<stdin>", "").split("\n")
    for diagnostic in workspace.diagnostics:
        span = diagnostic.span
        assert span.line >= 1
        assert span.column >= 1
        assert (span.end_line, span.end_column) >= (span.line, span.column)
        if workspace.texts.get("<stdin>"):
            assert span.line <= len(lines)
            assert span.column <= len(lines[span.line - 1]) + 1
    checked = CheckResult(workspace.diagnostics, workspace.files, workspace.texts)
    for lang in LANGUAGES:
        for name in ("text", "json"):
            written = CHECK_FORMATS[name](checked, View(lang, 80, False))
            assert CONTROL.search(written) is None
            assert written.encode()
    return workspace


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """A shipped promise with a few bytes taken out, put in, doubled or changed."""
    data = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        put = draw(
            st.one_of(
                st.just(b""), st.sampled_from(NASTY), st.just(data[start:end] * 2), st.binary(max_size=3)
            )
        )
        data = data[:start] + put + data[end:]
    return data


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbfab\xe5")
@example(b"\xef\xbb\xbf")
@example(b"\xef\xbb\xbf\xef\xbb\xbfa: b")
def test_any_bytes_are_answered(data: bytes) -> None:
    _check(data)


@given(st.text(max_size=300))
@example("~")
@example("---\n---\n")
@example('"\\x1b": a')
@example('dokument: medborgarlöfte\n"\\e": 1\n')
def test_any_text_is_answered(text: str) -> None:
    _check(text.encode("utf-8", "surrogatepass"))


@given(mutations())
@settings(max_examples=examples(80))
def test_a_promise_with_a_few_bytes_changed_is_answered(data: bytes) -> None:
    _check(data)


@given(st.binary(max_size=300) | mutations())
def test_reading_and_validating_never_raise(data: bytes) -> None:
    value, source, findings = read(data, spellings())
    document, _, findings, _ = document_of(meaning_of(value))

    assert findings or findings or document is not None
    assert source.root is not None or findings


@given(mutations(), st.sampled_from(["a.yaml", "å b.yml", "index.yaml"]))
@settings(max_examples=examples(25))
def test_a_changed_promise_in_a_folder_is_answered(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    folder = tmp_path_factory.mktemp("promises")
    (folder / name).write_bytes(data)
    workspace = load([str(folder)], folder)

    assert (name,) == workspace.files
    assert workspace.diagnostics or workspace.documents


# ---------------------------------------------------------------- every value of a whole document made odd

ODD: list[Any] = [
    None, "", " ", "x", "-x", "0", "9" * 20, "ja", "2022-13-45", "2022", "ingen#alls", "å" * 200,
    [], [None], ["x"], [{}], [[["x"]]], {}, {"x": "y"}, {"id": ["x"]},
]  # fmt: skip


def _routes(value: Any, route: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [route, *(below for step, part in steps for below in _routes(part, (*route, step)))]


def _with(value: Any, route: tuple[Any, ...], odd: Any) -> Any:
    if not route:
        return odd
    changed = value.copy()
    changed[route[0]] = _with(value[route[0]], route[1:], odd)
    return changed


@pytest.mark.parametrize("name", WHOLE)
def test_any_value_made_odd_is_answered(name: str) -> None:
    for route in _routes(WHOLE[name]):
        for odd in ODD:
            document, _, findings, _ = document_of(meaning_of(_with(WHOLE[name], route, odd)))

            assert findings or document is not None, (route, odd)
            for finding in findings:
                for text in (finding.notice.message, finding.notice.why, finding.notice.help):
                    assert text.format(finding.values)


@given(st.data())
def test_any_value_made_odd_has_a_place(data: st.DataObject) -> None:
    whole = WHOLE[data.draw(st.sampled_from(sorted(WHOLE)))]
    route = data.draw(st.sampled_from(_routes(whole)[1:]))
    odd = data.draw(st.sampled_from(ODD))
    _check(yaml.safe_dump(_with(whole, route, odd), allow_unicode=True, sort_keys=False).encode())
