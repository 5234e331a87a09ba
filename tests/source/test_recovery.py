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


def test_two_syntax_errors_are_both_reported() -> None:
    text = PROMISE.replace("titel: Med", "titel:Med").replace("    text: Polisen", "    text: Nytt: Polisen")

    assert _found(text) == [("D09", 3), ("Y07", 2), ("Y10", 14)]


def test_what_is_left_out_has_no_consequences() -> None:
    text = PROMISE.replace("antagett", "antaget").replace("Lokalpolisområde Exempelby}", "Lokalpolisområde")

    assert [code for code, _ in _found(text)] == ["Y09"]


def test_nothing_is_guessed_without_the_kind_of_document() -> None:
    assert _found(PROMISE.replace("dokument: ", 'dokument: "')) == [("Y08", 1)]


def test_a_note_says_what_has_not_been_checked() -> None:
    _, [first, *_] = load_bytes("lofte", "lofte.yaml", PROMISE.replace("titel: Med", "titel:Med").encode())

    assert first.note is not None
    assert first.note.en == "What surrounds the mistake has not been checked further."
