"""`lofte sign`: status and signatures, and no other byte."""

import difflib
from pathlib import Path
from typing import Final

import pytest
from inline_snapshot import snapshot

from invented import BODY, FILE, HEAD, ID, project
from program import lofte

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


def test_a_draft_with_errors_is_not_signed(tmp_path: Path) -> None:
    project(tmp_path, **{FILE: DRAFT.replace("senast: 2024-10-31", "senast: 2024-06-31")})

    assert "lofte validate" in _refused(tmp_path, *BY)
