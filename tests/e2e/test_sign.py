"""`lofte sign`: status and signatures, and no other byte."""

import difflib
import re
from pathlib import Path
from typing import Final

import pytest
from inline_snapshot import snapshot

from invented import BODY, FILE, HEAD, ID, project
from program import lofte
from terminal import typed

DRAFT: Final = HEAD.replace("status: antaget", "status: utkast  # ännu") + BODY
BY: Final = (
    "--by", "Kim Exempelsson, kommunalråd, kommunen", "--by", "Robin Provgren, lokalpolisområdeschef, Lokalpolisområde Exempelby",
    "--date", "2023-12-18",
)  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    "text", [DRAFT, DRAFT.rstrip("\n"), DRAFT + "# slut\n"], ids=["plain", "no last line end", "comment"]
)
def test_a_signed_draft_is_adopted_and_keeps_every_other_byte(tmp_path: Path, text: str, end: str) -> None:
    before = text.replace("\n", end)
    project(tmp_path, **{FILE: before})
    answer = lofte("sign", ID, *BY, cwd=tmp_path)
    after = (tmp_path / FILE).read_bytes().decode()
    changed = [
        line.rstrip() for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"
    ]

    assert (answer.code, answer.err) == (0, "")
    assert changed == [
        "- status: utkast  # ännu",
        "+ status: antaget  # ännu",
        "+ undertecknat:",
        "+   - {namn: Kim Exempelsson, roll: kommunalråd, part: kommunen, datum: 2023-12-18}",
        "+   - {namn: Robin Provgren, roll: lokalpolisområdeschef, part: polisen, datum: 2023-12-18}",
    ]
    assert lofte("validate", "--today", "2024-01-01", cwd=tmp_path).code == 0


def _refused(folder: Path, *words: str) -> str:
    before = (folder / FILE).read_bytes()
    answers = [lofte("sign", ID, *words, "--lang", lang, cwd=folder) for lang in ("sv", "en")]
    assert [(one.code, one.out) for one in answers] == [(2, ""), (2, "")]
    assert before == (folder / FILE).read_bytes()
    return "".join(one.err for one in answers)


def test_what_cannot_be_signed_is_refused(tmp_path: Path) -> None:
    project(tmp_path, **{FILE: DRAFT})
    assert _refused(tmp_path) == snapshot("""\
Fel: --by saknas.
Skriv --by "Kim Exempelsson, kommunalråd, kommunen".
Error: --by is missing.
Write --by "Kim Exempelsson, kommunalråd, kommunen".
""")
    assert _refused(tmp_path, "--by", "Kim Exempelsson, ordförande, regionen") == snapshot("""\
Fel: ”regionen” är ingen part i löftet.
Det finns: kommunen, polisen.
Error: “regionen” is no party to the promise.
Choose from: kommunen, polisen.
""")

    lofte("sign", ID, *BY, cwd=tmp_path)
    assert _refused(tmp_path, *BY) == snapshot("""\
Fel: promises/exempelby/lofte-2024.yaml är redan undertecknat.
Error: promises/exempelby/lofte-2024.yaml is signed already.
""")


def test_a_draft_with_signatures_is_told_how_to_be_adopted(tmp_path: Path) -> None:
    rows = (
        "undertecknat:\n  - {namn: Kim Exempelsson, roll: kommunalråd, part: kommunen, datum: 2023-12-18}\n"
    )
    project(tmp_path, **{FILE: DRAFT + rows})

    assert _refused(tmp_path, *BY) == snapshot("""\
Fel: promises/exempelby/lofte-2024.yaml är redan undertecknat.
Underskrifterna står i filen. Är de riktiga: ändra status: utkast till status: antaget.
Error: promises/exempelby/lofte-2024.yaml is signed already.
The signatures are in the file. If they are right: change status: utkast to status: antaget.
""")


def test_a_draft_with_errors_is_not_signed(tmp_path: Path) -> None:
    project(tmp_path, **{FILE: DRAFT.replace("senast: 2024-10-31", "senast: 2024-06-31")})

    assert "lofte validate" in _refused(tmp_path, *BY)


def test_the_reasons_for_refusing_are_listed(tmp_path: Path) -> None:
    project(tmp_path, **{FILE: re.sub(r"^uppföljningsplan:.*\n(?:[ -].*\n)*", "", DRAFT, flags=re.MULTILINE)})

    said = _refused(tmp_path, *BY)
    assert said.count("  U01 ") == 2
    assert said.count(f"lofte validate {FILE} --profile granskning") == 2


@pytest.mark.parametrize(
    "who", ["Anna Andersson", "Anna Andersson, kommunen", "Anna Andersson, kommunfullmäktige, kommunen"]
)
def test_a_signature_that_cannot_be_published_is_refused(tmp_path: Path, who: str) -> None:
    project(tmp_path, **{FILE: DRAFT})

    said = _refused(tmp_path, "--by", who, *BY[2:], "--today", "2023-12-18")
    assert "  A04 " in said
    assert "Inget har ändrats." in said


def test_the_signatures_of_all_parties_are_written_together(tmp_path: Path) -> None:
    project(tmp_path, **{FILE: DRAFT})
    answer = lofte("sign", ID, *BY[:2], "--date", "2023-12-18", "--today", "2023-12-18", cwd=tmp_path)

    assert (answer.code, answer.out) == (2, "")
    assert answer.err == snapshot("""\
Fel: Underskrifterna går inte att publicera. Inget har ändrats.
  A04 Det framgår inte att lokalpolisområdeschefen har skrivit under.
Ange namn, roll och part för var och en: --by "Kim Exempelsson, kommunalråd, kommunen"
""")
    assert (tmp_path / FILE).read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize(
    ("lang", "question", "again"),
    [("sv", "skrev under för", "både namn och roll"), ("en", "signed for", "both name and role")],
)
def test_a_name_without_a_role_is_requested_again(
    tmp_path: Path, lang: str, question: str, again: str
) -> None:
    project(tmp_path, **{FILE: DRAFT})
    code, said = typed(
        tmp_path, ["sign", ID, "--today", "2023-12-18", "--lang", lang],
        (question, "Anna Andersson\n"), (again, ""), (question, "kommunalråd\n"), (again, ""),
        (question, "Anna Andersson, kommunalråd\n"), (question, "Robin Provgren, lokalpolisområdeschef\n"),
    )  # fmt: skip

    assert code == 0
    assert said.rstrip().endswith("lofte render")
    assert lofte("validate", "--today", "2023-12-18", cwd=tmp_path).code == 0
