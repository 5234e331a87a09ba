"""From paths to a workspace: which files are read, what refers to what, and what is said when a path leads nowhere."""

import os
import shutil
from pathlib import Path

import pytest

from corpus import EXEMPELBY, PROMISE, PROMISES, codes, copy_of_promises, exempelby, loaded, shipped
from each import each
from medborgarlofte.errors import LofteError
from medborgarlofte.load import Workspace, address_of, load, nearest_folder
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise

FOLLOW_UP = "dokument: uppföljning\nlöfte: {}\ndatum: 2024-12-31\nposter: {{åtagande: {}, status: pågår}}\n"
AGREEMENT = PROMISE.replace("dokument: medborgarlöfte", "dokument: samverkansöverenskommelse").partition(
    "fokusområden"
)[0]


def _write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _error(paths: list[str], cwd: Path) -> tuple[str, str]:
    with pytest.raises(LofteError) as caught:
        load(paths, cwd)
    assert caught.value.help is not None
    return caught.value.message.sv, caught.value.help.sv


# ---------------------------------------------------------------- which files


def test_the_shipped_promises_are_six_documents_without_a_word_of_complaint() -> None:
    workspace = shipped()

    assert workspace.diagnostics == ()
    assert list(workspace.documents) == [
        "karlshamn/lofte-2022", "karlshamn/lofte-2024", "karlshamn/overenskommelse-2021",
        "karlstad/lofte-2023", "solvesborg/lofte-2022", "solvesborg/overenskommelse-2022",
    ]  # fmt: skip
    assert workspace.files[0] == "promises/karlshamn/lofte-2022.yaml"


def test_a_file_among_hundreds_of_others_is_read_with_those_that_name_it(tmp_path: Path) -> None:
    """Neither a name of one letter, which every text holds, nor one that is not UTF-8 changes that."""
    for n in range(300):
        (tmp_path / f"annat-{n}.yaml").write_text("k: kkk\n", encoding="utf-8")
    if os.name == "posix":
        (tmp_path / os.fsdecode(b"l\xf6fte.yaml")).write_text("a: 1\n", encoding="utf-8")
    _write(tmp_path, k=PROMISE, uppf=FOLLOW_UP.format("k", "K1"))

    workspace = load([str(tmp_path / "k.yaml")], tmp_path)

    assert [*workspace.readable] == ["k", "uppf"]


def test_documents_are_distinguished_by_kind() -> None:
    workspace = exempelby()

    assert workspace.diagnostics == ()
    assert [len(list(workspace.of_kind(kind))) for kind in (Promise, Agreement, FollowUp)] == [2, 1, 1]


@pytest.mark.parametrize("below", [".", "karlshamn", "karlshamn/djupt/ned"])
def test_without_a_path_the_nearest_folder_promises_is_read(tmp_path: Path, below: str) -> None:
    folder = copy_of_promises(tmp_path)
    cwd = folder / below
    cwd.mkdir(parents=True, exist_ok=True)

    assert folder == nearest_folder(cwd)
    assert len(load([], cwd).files) == 6


def test_ids_do_not_depend_on_where_the_command_runs_or_what_one_asks_for(tmp_path: Path) -> None:
    folder = copy_of_promises(tmp_path)
    from_above = load(["promises/karlshamn/lofte-2022.yaml"], tmp_path)
    from_inside = load(["lofte-2022.yaml"], folder / "karlshamn")
    by_full_path = load([str(folder / "karlshamn" / "lofte-2022.yaml")], Path("/"))

    assert {"karlshamn/lofte-2022"} == from_above.asked == from_inside.asked == by_full_path.asked


@pytest.mark.parametrize(
    ("cwd", "written", "files"),
    [
        ("promises/karlshamn", "../karlstad", 1),
        ("promises/karlshamn", "..", 6),
        ("promises/karlshamn", ".", 3),
        ("promises/karlshamn", "./../karlshamn/../solvesborg", 2),
        ("promises", "../promises", 6),
        (".", "promises/", 6),
        (".", "promises/karlshamn/../karlstad", 1),
    ],
)
def test_a_path_with_dots_reaches_the_folder_it_names(
    tmp_path: Path, cwd: str, written: str, files: int
) -> None:
    copy_of_promises(tmp_path)

    assert files == len(load([written], tmp_path / cwd).files)


def test_a_file_reached_by_a_path_with_dots_has_its_usual_id(tmp_path: Path) -> None:
    folder = copy_of_promises(tmp_path)

    assert {"karlstad/lofte-2023"} == load(["../karlstad/lofte-2023.yaml"], folder / "karlshamn").asked


@pytest.mark.parametrize(
    ("cwd", "written"),
    [
        (".", "karlstad/lofte-2023"),
        (".", "promises/karlstad/lofte-2023"),
        ("promises", "karlstad/lofte-2023"),
        ("promises/karlstad", "lofte-2023"),
        ("promises/karlstad", "./lofte-2023"),
    ],
)
def test_a_file_is_found_without_its_suffix_in_any_folder(tmp_path: Path, cwd: str, written: str) -> None:
    copy_of_promises(tmp_path)

    assert load([written], tmp_path / cwd).asked == {"karlstad/lofte-2023"}


def test_only_what_was_requested_is_reported_though_the_rest_can_be_referred_to(tmp_path: Path) -> None:
    folder = copy_of_promises(tmp_path)
    (folder / "karlstad" / "lofte-2023.yaml").write_text("trasig: [", encoding="utf-8")
    workspace = load(["promises/karlshamn"], tmp_path)

    assert codes(workspace) == []
    assert len(workspace.files) == 3
    assert "solvesborg/lofte-2022" in workspace.documents


def test_a_path_named_twice_is_read_once(tmp_path: Path) -> None:
    copy_of_promises(tmp_path)
    workspace = load(["promises", "promises/karlshamn", "promises/karlshamn/lofte-2022.yaml"], tmp_path)

    assert len(workspace.files) == 6
    assert workspace.diagnostics == ()


def test_a_file_outside_every_folder_promises_can_be_read(tmp_path: Path) -> None:
    _write(tmp_path, lofte=PROMISE)
    workspace = load(["lofte.yaml"], tmp_path)

    assert workspace.asked == {"lofte"}
    assert workspace.files == ("lofte.yaml",)
    assert workspace.diagnostics == ()


def test_standard_input_is_a_document() -> None:
    workspace = loaded(PROMISE)

    assert (workspace.files, workspace.diagnostics, list(workspace.documents)) == (
        ("<stdin>",),
        (),
        ["stdin"],
    )


def test_nothing_on_standard_input_is_an_empty_file() -> None:
    assert codes(load(["-"], Path("/"), b"")) == ["Y05"]


def test_an_empty_folder_has_no_files_and_no_faults(tmp_path: Path) -> None:
    workspace = load(["."], tmp_path)

    assert (workspace.files, workspace.diagnostics, workspace.has_errors) == ((), (), False)


def test_files_come_in_the_same_order_whatever_order_they_are_named_in(tmp_path: Path) -> None:
    copy_of_promises(tmp_path)
    paths = ["promises/solvesborg", "promises/karlshamn", "promises/karlstad"]

    assert load(paths, tmp_path).files == load(paths[::-1], tmp_path).files == load([], tmp_path).files


# ---------------------------------------------------------------- paths that lead nowhere


def test_a_mistyped_path_is_answered_with_the_nearest(tmp_path: Path) -> None:
    copy_of_promises(tmp_path)

    assert _error(["promises/karlsham"], tmp_path) == (
        "Sökvägen ”promises/karlsham” finns inte.",
        "Menade du ”promises/karlshamn”?",
    )
    assert _error(["promisse/karlshamn"], tmp_path) == (
        "”promisse/karlshamn” finns inte: ingen fil, mapp eller kommun och inget id heter så.",
        "Menade du ”promises/karlshamn”?",
    )


def test_a_path_that_resembles_nothing_is_not_guessed(tmp_path: Path) -> None:
    copy_of_promises(tmp_path)

    message, advice = _error(["xyz"], tmp_path)

    assert message == "”xyz” finns inte: ingen fil, mapp eller kommun och inget id heter så."
    assert advice.startswith("Det här finns: karlshamn/lofte-2022, ")


def test_a_file_of_another_sort_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lofte.docx").write_bytes(b"PK")

    assert _error(["lofte.docx"], tmp_path) == (
        "”lofte.docx” är ingen YAML-fil.",
        "Löften skrivs i filer som slutar på .yaml.",
    )


def test_where_there_is_no_folder_promises_one_is_reported_what_to_do(tmp_path: Path) -> None:
    message, advice = _error([], tmp_path)

    assert "Här finns ingen mapp ”promises” med löften" in message
    assert "lofte init" in advice


# ---------------------------------------------------------------- references


def test_every_reference_of_a_whole_project_is_found() -> None:
    assert load([], EXEMPELBY).diagnostics == ()


@pytest.mark.parametrize(
    ("line", "code", "place", "help"),
    [
        ("ingår_i: overenskommelse", "X02", (1, 10), "Menade du ”overenskommelse-2023”?"),
        ("föregångare: lofte-2022", "X02", (1, 14), "Menade du ”lofte-2023”?"),
        (
            "föregångare: overenskommelse-2023",
            "X03",
            (1, 14),
            "Hänvisa till ett dokument av slaget medborgarlöfte. Det som finns är: lofte-2023.",
        ),
        ("underlag: {typ: annat, dokument: lofte}", "X02", (1, 34), "Menade du ”lofte-2023”?"),
        ("undertecknat: {part: polis}", "X01", (1, 22), "Menade du ”polisen”?"),
        ("effektmål: {id: E1, text: a, fokus: ung}", "X01", (1, 37), "Menade du ”unga”?"),
    ],
)
def test_a_reference_that_leads_nowhere_is_pointed_at(
    tmp_path: Path,
    line: str,
    code: str,
    place: tuple[int, int],
    help: str,  # noqa: A002 - as in Notice
) -> None:
    _write(tmp_path, **{"a": f"{line}\n{PROMISE}", "lofte-2023": PROMISE, "overenskommelse-2023": AGREEMENT})
    workspace = load(["a.yaml"], tmp_path)
    [diagnostic] = workspace.diagnostics

    assert (code, place, help) == (
        diagnostic.code, (diagnostic.span.line, diagnostic.span.column), diagnostic.help("sv")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("lofte-2023#K1", None),
        ("lofte-2023#K9", "X04"),
        ("lofte-2022#K1", "X02"),
        ("a#K1", "X06"),
        ("lofte-2023", "X04"),
    ],
)
def test_a_commitment_may_continue_one_of_another_year(
    tmp_path: Path, reference: str, code: str | None
) -> None:
    text = PROMISE.replace("part: kommunen, fokus", f"part: kommunen, fortsätter: {reference}, fokus")
    _write(tmp_path, **{"a": text, "lofte-2023": PROMISE})

    assert ([code] if code else []) == codes(load(["a.yaml"], tmp_path))


def test_a_follow_up_answers_for_commitments_of_its_promise(tmp_path: Path) -> None:
    _write(tmp_path, lofte=PROMISE, good=FOLLOW_UP.format("lofte", "K1"), bad=FOLLOW_UP.format("lofte", "K2"))
    workspace = load(["."], tmp_path)

    assert [(d.file, d.code, d.help("sv")) for d in workspace.diagnostics] == [
        ("bad.yaml", "X04", "Det som finns är: K1.")
    ]


def test_a_follow_up_of_nothing_is_one_finding(tmp_path: Path) -> None:
    _write(tmp_path, a=FOLLOW_UP.format("lofte", "K1"))

    assert codes(load(["."], tmp_path)) == ["X02"]


def test_a_follow_up_of_an_agreement_is_one_finding(tmp_path: Path) -> None:
    _write(tmp_path, a=FOLLOW_UP.format("b", "K1"), b=AGREEMENT)

    assert codes(load(["."], tmp_path)) == ["X03"]


def test_a_reference_into_a_file_that_cannot_be_read_is_not_reported_twice(tmp_path: Path) -> None:
    _write(tmp_path, a=FOLLOW_UP.format("b", "K1"), b="trasig: [x")

    assert codes(load(["."], tmp_path)) == ["Y09"]


def test_spaces_around_an_id_do_not_make_it_another(tmp_path: Path) -> None:
    text = PROMISE.replace("id: kommunen", 'id: " kommunen "').replace("part: kommunen", 'part: "kommunen "')

    assert codes(loaded(text, tmp_path)) == []


@pytest.mark.parametrize("party", ["tillsammans", "[kommunen, polisen]", "[kommunen]"])
def test_all_may_promise_together(party: str) -> None:
    assert codes(loaded(PROMISE.replace("part: kommunen", f"part: {party}"))) == []


# ---------------------------------------------------------------- what becomes of faulty documents


def test_a_document_with_errors_is_not_among_the_documents(tmp_path: Path) -> None:
    _write(tmp_path, good=PROMISE, bad=PROMISE.replace("titel:", "titl:"), dangling=f"ingår_i: x\n{PROMISE}")
    workspace = load(["."], tmp_path)

    assert list(workspace.documents) == ["good"]
    assert workspace.has_errors


def test_a_hint_does_not_keep_a_document_out() -> None:
    workspace = loaded(PROMISE.replace("åtaganden:", "ataganden:"))

    assert (codes(workspace), [d.severity for d in workspace.diagnostics], workspace.has_errors) == (
        ["Y26"],
        ["info"],
        False,
    )
    assert list(workspace.documents) == ["stdin"]


def test_findings_stand_from_top_to_bottom(tmp_path: Path) -> None:
    text = (
        PROMISE.replace("titel:", "titl:").replace("part: kommunen", "part: x")
        + "källa: {typ: y}\nstatus: z\n"
    )
    _write(tmp_path, b=text, a=text)
    places = [(d.file, d.span.line, d.span.column) for d in load(["."], tmp_path).diagnostics]

    assert len(places) == 8
    assert sorted(places) == places


def test_a_value_that_the_reader_refused_is_not_complained_about_twice() -> None:
    assert codes(loaded(PROMISE.replace("fokus: [unga]", "fokus: &a [*a]"))) == ["Y20", "Y20"]
    assert codes(loaded(PROMISE.replace("namn: Exempelby kommun", "namn: !!str"))) == ["Y21"]


def test_a_missing_kind_is_reported_also_where_the_reader_refused_something() -> None:
    assert codes(loaded("titel: Löfte\nstatus: !x antaget\n")) == ["D02", "Y21"]


def test_a_file_that_cannot_be_read_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    _write(tmp_path, good=PROMISE)
    (tmp_path / "big.yaml").write_bytes(b"#" * 1_000_001)
    (tmp_path / "old.yaml").write_bytes("titel: Löfte".encode("cp1252"))
    (tmp_path / "marked.yaml").write_bytes(b"\xef\xbb\xbf" + "titel: Löfte".encode("cp1252"))
    workspace = load(["."], tmp_path)

    assert codes(workspace) == ["Y02", "Y03", "Y03"]
    assert list(workspace.documents) == ["good"]


# ---------------------------------------------------------------- addresses


@each(
    [
        ("karlshamn/lofte-2022", "karlshamn/lofte-2022"),
        ("Sölvesborg/Löfte 2022", "solvesborg/lofte-2022"),
        ("index", "index-"),
        ("Index/aux", "index-/aux-"),
        ("com1/nul", "com1-/nul-"),
        ("Ж", "x416"),
    ]
)
def test_an_address_is_safe_on_every_server_and_file_system(document_id: str, address: str) -> None:
    assert address == address_of(document_id)


def test_two_files_that_would_get_one_address_are_reported(tmp_path: Path) -> None:
    _write(tmp_path, löfte=PROMISE, lofte=PROMISE)
    [diagnostic] = load(["."], tmp_path).diagnostics

    assert (
        diagnostic.code, diagnostic.file, diagnostic.message("sv")
    ) == ("X05", "löfte.yaml", "”löfte” får samma webbadress som ”lofte”.")  # fmt: skip


def test_two_suffixes_of_one_name_are_distinguished_by_their_files(tmp_path: Path) -> None:
    _write(tmp_path, lofte=PROMISE)
    shutil.copy(tmp_path / "lofte.yaml", tmp_path / "lofte.yml")
    [diagnostic] = load(["lofte.yml"], tmp_path).diagnostics

    assert (diagnostic.code, diagnostic.file) == ("X05", "lofte.yml")
    assert diagnostic.message("sv") == "”lofte.yml” får samma webbadress som ”lofte.yaml”."


def test_a_file_name_in_decomposed_letters_has_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "lo\u0308fte.yaml").write_text(PROMISE, encoding="utf-8")
    workspace = load(["."], tmp_path)

    assert workspace.asked == {"löfte"}
    assert workspace.files == ("löfte.yaml",)


def test_checking_changes_nothing(tmp_path: Path) -> None:
    folder = copy_of_promises(tmp_path)
    load([], tmp_path)

    assert {path.relative_to(PROMISES): path.read_bytes() for path in PROMISES.rglob("*.yaml")} == {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


# ---------------------------------------------------------------- rings


def _year(year: int, before: str, *, continues: str = "") -> str:
    """A promise of a year that follows another, and whose K1 continues something."""
    text = PROMISE.replace("2024", str(year)).replace("parter:", f"föregångare: {before}\nparter:", 1)
    return (
        text.replace("part: kommunen, fokus", f"part: kommunen, fortsätter: {continues}, fokus")
        if continues
        else text
    )


def _found(workspace: Workspace) -> list[tuple[str, str, str]]:
    return [(d.file, d.code, d.route) for d in workspace.diagnostics if d.code.startswith("X")]


@pytest.mark.parametrize("years", [(2023, 2024), (2023, 2024, 2025), tuple(range(2015, 2030))], ids=len)
def test_references_in_a_ring_are_reported_once_at_the_one_that_leads_forward(
    tmp_path: Path, years: tuple[int, ...]
) -> None:
    for before, year in zip((years[-1], *years[:-1]), years, strict=True):
        _write(tmp_path, **{f"promises__l{year}": _year(year, f"l{before}")})
    workspace = load([], tmp_path)

    assert _found(workspace) == [(f"promises/l{years[0]}.yaml", "X07", "föregångare")]
    [ring] = [d for d in workspace.diagnostics if d.code == "X07"]
    assert ring.message("sv").count("→") == len(years)


def test_a_ring_is_reported_in_a_file_that_was_requested(tmp_path: Path) -> None:
    _write(tmp_path, promises__a=_year(2023, "b"), promises__b=_year(2024, "a"))

    assert _found(load(["promises/b.yaml"], tmp_path)) == [("promises/b.yaml", "X07", "föregångare")]


def test_commitments_that_continue_each_other_are_a_ring(tmp_path: Path) -> None:
    _write(
        tmp_path,
        promises__a=PROMISE.replace("2024", "2023").replace(
            "part: kommunen, fokus", "part: kommunen, fortsätter: [b#K1], fokus"
        ),
        promises__b=_year(2024, "a", continues="a#K1"),
    )

    assert _found(load([], tmp_path)) == [("promises/a.yaml", "X07", "åtaganden/K1/fortsätter/0")]


def test_two_rings_are_two_findings_and_a_chain_is_none(tmp_path: Path) -> None:
    _write(
        tmp_path,
        promises__a=_year(2023, "b"),
        promises__b=_year(2024, "a"),
        promises__c=_year(2025, "b"),
        promises__x=_year(2023, "y"),
        promises__y=_year(2024, "x"),
    )

    assert [file for file, _, _ in _found(load([], tmp_path))] == ["promises/a.yaml", "promises/x.yaml"]


@pytest.mark.parametrize(
    ("line", "route"),
    [
        ("föregångare: a", "föregångare"),
        ("ingår_i: a", "ingår_i"),
        ("underlag: {typ: annat, dokument: a}", "underlag/dokument"),
    ],
)
def test_a_document_that_refers_to_itself_is_reported_once(tmp_path: Path, line: str, route: str) -> None:
    _write(tmp_path, promises__a=PROMISE.replace("parter:", f"{line}\nparter:", 1))

    assert _found(load([], tmp_path)) == [("promises/a.yaml", "X06", route)]
