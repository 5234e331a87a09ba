"""The word lists and thresholds of the rules, read once from lexicon.toml."""

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final


class Lexicon:
    """Word lists as patterns; a list in the file holds stems and small patterns, one per line."""

    @cached_property
    def table(self) -> dict[str, Any]:
        """The file as it is."""
        return tomllib.loads((files("medborgarlofte.wording") / "lexicon.toml").read_text(encoding="utf-8"))

    @cache  # noqa: B019 - there is one Lexicon, and it lives as long as the program
    def pattern(self, name: str) -> re.Pattern[str]:
        """Any entry of a list, as whole words; a space in an entry is any white space."""
        entries = "|".join(_spaced(entry) for entry in self.table[name]["words"])
        return re.compile(rf"(?<![\w-])(?:{entries})(?![\w-])", re.IGNORECASE)

    @cache  # noqa: B019
    def replacements(self, name: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
        """Any of the words to replace, as a pattern with a group for each, and what to write instead of each."""
        entries = self.table[name]["replacements"]
        groups = "|".join(f"({_spaced(entry)})" for entry, _ in entries)
        return re.compile(rf"(?<![\w-])(?:{groups})(?![\w-])", re.IGNORECASE), tuple(
            instead for _, instead in entries
        )

    def threshold(self, name: str) -> float:
        """A number from the table of thresholds."""
        value: float = self.table["thresholds"][name]
        return value

    @cached_property
    def abbreviations_with_dot(self) -> frozenset[str]:
        """Abbreviations whose full stop ends no sentence."""
        return frozenset(self.table["abbreviations_with_dot"]["words"])


def _spaced(entry: str) -> str:
    """An entry as a pattern in which a space is any white space, and ” ?” none or any."""
    return entry.replace(" ?", r"\s*").replace(" ", r"\s+")


LEXICON: Final = Lexicon()
