"""Answers about blocks move them in the draft."""

from collections.abc import Sequence

from importing.drafts import TODAY
from medborgarlofte.importing.found import Found
from medborgarlofte.importing.pipeline import Imported, import_bytes
from medborgarlofte.importing.review import Answer, Question, apply_answer

TEXT = """Medborgarlöfte för Lillby 2024

Polisen ska

- gå till fots i centrum varje fredag

Blandat

- Bänkarna vid ån
- Mörkret vid skolan

Ordnad cykelparkering vid stationen.
"""


def _answered(answers: dict[str, tuple[Answer, str]]) -> tuple[Imported, list[str]]:
    asked: list[str] = []

    def review(found: Found, questions: Sequence[Question]) -> None:
        for question in questions:
            asked.append(question.text)
            if question.text in answers:
                answer, party = answers[question.text]
                apply_answer(found, question, answer, party)

    return import_bytes("a.txt", TEXT.encode(), lang="sv", today=TODAY, review=review)[1][0], asked


def test_what_found_no_place_is_asked_about() -> None:
    draft, asked = _answered({})
    assert asked == ["Bänkarna vid ån", "Mörkret vid skolan", "Ordnad cykelparkering vid stationen."]
    assert "# - Bänkarna vid ån" in draft.text


def test_answers_move_and_drop() -> None:
    draft, _ = _answered(
        {
            "Bänkarna vid ån": ("drop", ""),
            "Mörkret vid skolan": ("focus", ""),
            "Ordnad cykelparkering vid stationen.": ("commitment", "polisen"),
        }
    )
    assert "Bänkarna" not in draft.text
    assert "rubrik: Mörkret vid skolan" in draft.text
    assert "  - id: P2\n    part: polisen\n    text: Ordnad cykelparkering vid stationen.\n" in draft.text
