"""The rest of a file is checked where a part of it cannot be parsed."""

from each import each
from medborgarlofte.load import load_bytes

PROMISE = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby 2030
status: antagett
period: {från: 2030-01-01, till: 2030-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun, kommunkod: "9999"}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
åtaganden:
  - id: K1
    part: kommunen
    text: Kommunen ordnar fyra vandringar.
  - id: P1
    part: polissen
    text: Polisen besöker torget varje fredag.
"""


def _found(text: str) -> list[tuple[str, int]]:
    _, diagnostics = load_bytes("lofte", "lofte.yaml", text.encode())
    return sorted((one.code, one.span.line) for one in diagnostics)


@each(
    [
        ("titel: Med", "titel:Med", [("D09", 3), ("Y07", 2)]),
        ("titel: Med", 'titel: "Med', [("D09", 3), ("Y08", 2)]),
        ("Lokalpolisområde Exempelby}", "Lokalpolisområde Exempelby", [("D09", 3), ("Y09", 7)]),
        ("    text: Kommunen", "    text: Nytt: Kommunen", [("D09", 3), ("Y10", 11)]),
        ("    part: kommunen", "     part: kommunen", [("D09", 3), ("Y11", 10)]),
    ]
)
def test_mistakes_elsewhere_are_found_too(right: str, wrong: str, found: list[tuple[str, int]]) -> None:
    assert _found(PROMISE.replace(right, wrong)) == found


@each(
    [
        ("åtaganden:", " åtaganden:", [("D09", 3), ("Y11", 8)]),
        ("åtaganden:\n", "", [("D09", 3), ("D39", 8)]),
        ("  - id: K1", "    id: K1", [("D09", 3), ("Y39", 9)]),
        ("  - id: P1\n", "", [("D09", 3), ("Y22", 12)]),
        ("status: antagett", "  status: antaget", [("Y11", 3)]),
    ]
)
def test_a_list_that_lost_its_line_above_or_a_dash_is_one_finding(
    right: str, wrong: str, found: list[tuple[str, int]]
) -> None:
    assert [one for one in _found(PROMISE.replace(right, wrong)) if one != ("X01", 13)] == found


def test_a_list_inside_a_section_is_left_out_alone() -> None:
    council = "råd:\n  namn: Rådet\n  uppgifter:\n    - tar fram lägesbilden\n    • sprider den\n  grupper:\n    - namn: Norra\n"
    head = PROMISE[: PROMISE.index("åtaganden")].replace("medborgarlöfte", "samverkansöverenskommelse", 1)

    assert [one for one in _found(head + council) if one[0] in ("D07", "D34", "Y28", "Y16", "D05")] == [
        ("Y28", 12)
    ]


def test_two_syntax_errors_are_both_reported() -> None:
    text = PROMISE.replace("titel: Med", "titel:Med").replace("    text: Polisen", "    text: Nytt: Polisen")

    assert _found(text) == [("D09", 3), ("Y07", 2), ("Y10", 14)]


def test_what_is_left_out_has_no_consequences() -> None:
    text = PROMISE.replace("antagett", "antaget").replace("Lokalpolisområde Exempelby}", "Lokalpolisområde")

    assert [code for code, _ in _found(text)] == ["Y09"]


@each(
    [
        ('dokument: "', [("Y08", 1)]),
        ("dokument:", [("Y07", 1)]),
        ("dokument ", [("Y16", 1)]),
        (" dokument: ", [("Y11", 1)]),
        ("dokument: [", [("Y09", 1)]),
    ]
)
def test_the_kind_of_document_is_that_of_its_keys(written: str, found: list[tuple[str, int]]) -> None:
    assert _found(PROMISE.replace("dokument: ", written)) == [("D09", 3), *found]


def test_nothing_else_is_reported_where_the_kind_is_not_known() -> None:
    _, [first] = load_bytes("lofte", "lofte.yaml", b'dokument: "x\ntitel: Exempelby\n')

    assert (first.code, first.note is not None and first.note.en) == (
        "Y08",
        "The rest of the file has not been checked.",
    )


CONFLICT = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> gren\n"


@each(
    [
        ("    text: Kommunen ordnar fyra vandringar.\n", "    text: Fem.\n", [("D09", 3), ("Y19", 11)]),
        ("status: antagett\n", "status: utkast\n", [("Y19", 3)]),
        ("    part: polissen\n    text: Polisen besöker torget varje fredag.\n", "", [("D09", 3), ("Y19", 13)]),
        ("  - id: P1\n", "  - id: P2\n", [("D09", 3), ("Y19", 12)]),
        ("titel: Medborgarlöfte för Exempelby 2030\nstatus: antagett\n", "titel: Nytt\n||||||| x\ntitel: Annat\n", [("Y19", 2)]),
        ("dokument: medborgarlöfte\n", "dokument: uppföljning\n", [("D09", 3), ("Y19", 1)]),
    ]
)  # fmt: skip
def test_the_parts_without_two_versions_are_checked(
    ours: str, theirs: str, found: list[tuple[str, int]]
) -> None:
    expected = [
        (code, line if line <= dict(found)["Y19"] else line + 3 + theirs.count("\n")) for code, line in found
    ]
    assert _found(PROMISE.replace(ours, CONFLICT.format(ours, theirs))) == expected


@each([PROMISE, "dokument: uppföljning\nlöfte: lofte\ndatum: 2030-04-30\nposter: []\n", 'dokument: "x\n'])
def test_two_documents_in_one_file_are_one_finding(second: str) -> None:
    assert _found(PROMISE + second) == [("D09", 3), ("Y23", 15)]


def test_the_kind_written_twice_is_a_key_written_twice() -> None:
    assert _found(f"dokument: medborgarlöfte\n{PROMISE}") == [("D09", 4), ("Y22", 2)]


def test_a_note_says_what_has_not_been_checked() -> None:
    _, [first, *_] = load_bytes("lofte", "lofte.yaml", PROMISE.replace("titel: Med", "titel:Med").encode())

    assert first.note is not None
    assert first.note.en == "What surrounds the mistake has not been checked further."
