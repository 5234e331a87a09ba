"""Wordings with signs that some format gives a meaning."""

from typing import Final

WORDINGS: Final = (
    "Minst 5*3*20 timmar och 2*2 pass", "2024. Då börjar vi", "_a_ och __b__", "[x](y) och ![z](w)", "> 5 procent",
    "+ 3 pass", "- 3 grader", "# ett", "1) först", "a  b", "`kod`", "<b>fet</b> &amp; &lt;", "\\", "~~bort~~", "| a | b |",
    "===", "---", "***", "10.", "http://exempelby.example/_b_*c*", "<https://exempelby.example/>", "a\\*b", "=2+3",
)  # fmt: skip
