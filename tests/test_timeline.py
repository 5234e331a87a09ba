"""Which promises follow each other, municipality by municipality."""

import datetime as dt
from pathlib import Path

import pytest

from medborgarlofte.load import Workspace, load
from medborgarlofte.model.promise import Promise
from medborgarlofte.timeline import consecutive, end_of, is_followed_up, predecessor_of, stage_of

HEAD = "dokument: medborgarlöfte\ntitel: Medborgarlöfte\nstatus: antaget\n"


def _promise(period: str, *towns: str, more: str = "") -> str:
    parties = "".join(f"  - {{id: p{n}, typ: kommun, namn: {town} kommun}}\n" for n, town in enumerate(towns))
    return f"{HEAD}{more}period: {{{period}}}\nparter:\n{parties}åtaganden:\n  - {{id: K1, part: p0, text: Rensa.}}\n"


def _year(year: int, *towns: str, more: str = "") -> str:
    return _promise(f"från: {year}-01-01, till: {year}-12-31", *towns, more=more)


def _loaded(folder: Path, **texts: str) -> Workspace:
    (folder / "promises").mkdir()
    for name, text in texts.items():
        (folder / "promises" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load([], folder)


def _workspace(folder: Path, **texts: str) -> Workspace:
    workspace = _loaded(folder, **texts)
    assert not workspace.has_errors, workspace.diagnostics
    return workspace


def _pairs(workspace: Workspace, *ids: str) -> list[tuple[str, str]]:
    wanted = frozenset(ids) if ids else None
    return [(old.id, new.id) for old, new in consecutive(workspace, wanted)]


def _former(workspace: Workspace, name: str) -> str | None:
    loaded = workspace.valid[name]
    assert isinstance(loaded.document, Promise)
    found = predecessor_of(workspace, loaded, loaded.document)
    return found.id if found else None


def test_promises_follow_each_other_in_the_order_of_their_periods(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path, a=_year(2024, "Åby"), b=_year(2022, "Åby"), c=_year(2023, "Åby"))

    assert _pairs(workspace) == [("b", "c"), ("c", "a")]
    assert [_former(workspace, name) for name in "abc"] == ["c", None, "b"]


def test_each_municipality_has_a_row_of_its_own_in_swedish_order(tmp_path: Path) -> None:
    workspace = _workspace(
        tmp_path,
        a=_year(2023, "Äby"),
        b=_year(2024, "Äby"),
        c=_year(2023, "Åby"),
        d=_year(2024, "Åby"),
        e=_year(2023, "Zby"),
        f=_year(2024, "Zby"),
        g=_year(2024, "Ensamby"),
    )

    assert _pairs(workspace) == [("e", "f"), ("c", "d"), ("a", "b")]
    assert _former(workspace, "g") is None


def test_two_promises_of_two_municipalities_together_follow_each_other_once(tmp_path: Path) -> None:
    workspace = _workspace(
        tmp_path, a=_year(2023, "Aby", "Bby"), b=_year(2024, "Aby", "Bby"), c=_year(2022, "Bby")
    )

    assert _pairs(workspace) == [("c", "a"), ("a", "b")]


def test_one_that_follows_two_comes_from_the_first(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path, a=_year(2023, "Bby"), b=_year(2023, "Aby"), c=_year(2024, "Bby", "Aby"))

    assert _pairs(workspace) == [("a", "c")]
    assert _former(workspace, "c") == "a"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_year(2024, "Åby"), _year(2024, "Åby")),
        (_promise("från: 2023-01-01, till: 2024-12-31", "Åby"), _year(2024, "Åby")),
        (_promise("text: tills vidare", "Åby"), _year(2024, "Åby")),
        (_promise("till: 2023-12-31", "Åby"), _year(2024, "Åby")),
        (_year(2023, "Åby"), _year(2024, "Åby", more="område: {typ: stadsdel, namn: Norr}\n")),
        (
            _year(2023, "Åby", more="område: {typ: stadsdel, namn: Söder}\n"),
            _year(2024, "Åby", more="område: {typ: stadsdel, namn: Norr}\n"),
        ),
        (_year(2023, "Åby").replace("antaget", "utkast"), _year(2024, "Åby")),
        (_year(2023, "Åby").replace("antaget", "upphävt"), _year(2024, "Åby")),
    ],
    ids=["same day", "overlap", "no period", "no start", "part and whole", "two areas", "draft", "revoked"],
)
def test_promises_that_do_not_follow_each_other_are_parallel(tmp_path: Path, first: str, second: str) -> None:
    assert _pairs(_workspace(tmp_path, a=first, b=second)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_promise("från: 2023", "Åby"), _promise("från: 2023-02", "Åby")),
        (_promise("från: 2023, till: 2024, tills_vidare: ja", "Åby"), _promise("från: 2024-06", "Åby")),
        (
            _year(2023, "Åby", more="område: {typ: stadsdel, namn: Norr}\n"),
            _year(2024, "Åby", more="område: {typ: Stadsdel, namn: norr}\n"),
        ),
    ],
    ids=["no end", "until further notice", "same area"],
)
def test_a_promise_that_starts_later_in_the_same_area_follows(
    tmp_path: Path, first: str, second: str
) -> None:
    assert _pairs(_workspace(tmp_path, a=first, b=second)) == [("a", "b")]


@pytest.mark.parametrize(
    ("successor", "end"),
    [
        (_promise("från: 2026-02-15, till: 2026-12-31", "Åby"), dt.date(2026, 2, 14)),
        (_promise("från: 2025-07-01, till: 2026-12-31", "Åby"), dt.date(2025, 12, 31)),
        (_promise("från: 2026-02-15", "Åby").replace("antaget", "utkast"), None),
        (_promise("från: 2026-02-15", "Annanby"), None),
    ],
    ids=["after its day", "before its day", "draft", "elsewhere"],
)
def test_until_further_notice_ends_when_a_successor_starts(
    tmp_path: Path, successor: str, end: dt.date | None
) -> None:
    workspace = _workspace(
        tmp_path, a=_promise("från: 2024, till: 2025, tills_vidare: ja", "Åby"), b=successor
    )
    loaded = workspace.valid["a"]
    assert isinstance(loaded.document, Promise)

    assert end == end_of(workspace, loaded, loaded.document)
    assert stage_of(workspace, loaded, dt.date(2026, 2, 14)) == (
        "avslutat" if end and end < dt.date(2026, 2, 14) else "gäller"
    )


def test_some_documents_may_be_compared_alone(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path, a=_year(2022, "Åby"), b=_year(2023, "Åby"), c=_year(2024, "Åby"))

    assert _pairs(workspace, "a", "c") == [("a", "c")]
    assert _pairs(workspace, "b") == []


def test_the_one_that_a_promise_names_goes_before_the_one_in_the_same_municipality(tmp_path: Path) -> None:
    workspace = _workspace(
        tmp_path,
        a=_year(2022, "Åby"),
        b=_year(2023, "Åby"),
        c=_year(2024, "Åby", more="föregångare: a\n"),
    )

    assert _former(workspace, "c") == "a"


@pytest.mark.parametrize("named", ["borta", "u"])
def test_what_is_named_and_is_no_promise_is_not_replaced_by_another(tmp_path: Path, named: str) -> None:
    workspace = _loaded(
        tmp_path,
        a=_year(2022, "Åby"),
        c=_year(2024, "Åby", more=f"föregångare: {named}\n"),
        u="dokument: uppföljning\nlöfte: a\ndatum: 2022-12-31\nposter: [{åtagande: K1, status: genomfört}]\n",
    )

    assert _former(workspace, "c") is None


def test_a_promise_is_followed_up_when_a_follow_up_names_it(tmp_path: Path) -> None:
    told = (
        "dokument: uppföljning\nlöfte: a\ndatum: 2023-12-31\nposter:\n  - {åtagande: K1, status: genomfört}\n"
    )
    workspace = _workspace(tmp_path, a=_year(2023, "Åby"), b=_year(2024, "Åby"), u=told)

    assert (is_followed_up(workspace, "a"), is_followed_up(workspace, "b")) == (True, False)


@pytest.mark.parametrize(("towns", "former"), [(("Åby",), None), (("Åby", "Äby"), "both")])
def test_an_open_promise_ends_when_all_its_municipalities_promise_again(
    tmp_path: Path, towns: tuple[str, ...], former: str | None
) -> None:
    both = _promise("från: 2022-01-01, tills_vidare: ja", "Åby", "Äby")

    assert _former(_workspace(tmp_path, both=both, later=_year(2024, *towns)), "later") == former
