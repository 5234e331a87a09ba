"""Usage errors within the width of a terminal."""

from pathlib import Path

from terminal import Terminal


def test_an_error_is_broken_between_words(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, "validate", "promises/exempelby/lofte-2026.yml", COLUMNS="50")

    assert terminal.answer() == 2
    assert terminal.said == (
        "Fel: Sökvägen ”promises/exempelby/lofte-2026.yml”\nfinns inte.\nKontrollera stavningen.\n"
    )
