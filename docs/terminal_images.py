"""Takes the pictures of the terminal in docs/images: runs `lofte` in tmux and prints what it shows with Chromium.

`python docs/terminal_images.py` renews them; `--all DIR` takes every command at 50, 80 and 140 columns, light and dark.
Needs tmux, Chromium and `pip install -e ".[browser]"`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Final, NamedTuple

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

DOCS: Final = Path(__file__).parent
IMAGES: Final = DOCS / "images"
EXAMPLE: Final = DOCS / "exempel"

DRAFT: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Björkhulta 2026
status: utkast
period: {från: 2026-07-01, till: 2027-06-31}
parter:
  - {id: kommunen, typ: kommun, namn: Björkhulta kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Björkhulta}
åtaganden:
  - {id: K1, part: kommunen, text: "Vi ska verka för en ökad vuxennärvaro [se bilaga 2]."}
"""
OLDER: Final = DRAFT.partition("titel")[0] + """\
titel: Medborgarlöfte för Grönhamn 2025
status: antaget
period: {från: 2025-01-01, till: 2025-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Grönhamns kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Grönhamn}
åtaganden:
  - id: K1
    part: kommunen
    text: Fältgruppen är ute minst 100 kvällar under 2025.
    mål: {minst: 100, enhet: kvällar, per: perioden}
  - id: K2
    part: kommunen
    text: Vi byter 40 lampor i Stadsparken före den 1 november.
    mål: {exakt: 40, enhet: lampor}
    senast: 2025-10-31
  - id: K3
    part: kommunen
    text: Vi röjer buskar på fem platser som invånarna har pekat ut.
    mål: {exakt: 5, enhet: platser}
  - {id: P1, part: polisen, text: Polisen fotpatrullerar vid stationen minst två kvällar i veckan.}
"""  # fmt: skip
NEWER: Final = DRAFT.partition("titel")[0] + """\
titel: Medborgarlöfte för Grönhamn 2026
status: antaget
period: {från: 2026-01-01, till: 2026-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Grönhamns kommun}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Grönhamn}
föregångare: gronhamn/lofte-2025
åtaganden:
  - id: K1
    part: kommunen
    text: Fältgruppen är ute minst 80 kvällar under 2026, om bemanningen tillåter.
    mål: {minst: 80, enhet: kvällar, per: perioden}
    fortsätter: [gronhamn/lofte-2025#K1]
  - id: K2
    part: kommunen
    text: Vi byter 60 lampor i Stadsparken före den 1 oktober.
    mål: {exakt: 60, enhet: lampor}
    senast: 2026-09-30
    fortsätter: [gronhamn/lofte-2025#K2]
  - {id: P1, part: polisen, text: Polisen fotpatrullerar vid stationen minst två kvällar i veckan.}
  - {id: P2, part: polisen, text: Kommunpolisen besöker skolorna regelbundet.}
"""  # fmt: skip
EMPTY_FORM: Final = """\
dokument: uppföljning
löfte: gronhamn/lofte-2026
datum: 2026-06-30
poster: []
"""


class Scene(NamedTuple):
    """A command, and what is typed while it runs."""

    command: str
    typed: Sequence[str] = ()
    start: str = ""
    """The first line that is shown has these words."""


SCENES: Final[Mapping[str, Scene]] = {
    "status": Scene("lofte"),
    "validate": Scene("lofte validate bjorkhulta gronhamn --today 2026-03-01 --select D,M"),
    "summary": Scene("lofte summary exempelby gronhamn --today 2026-03-01"),
    "due": Scene("lofte due exempelby gronhamn --today 2026-03-01 --within 1y"),
    "diff": Scene("lofte diff gronhamn"),
    "new": Scene(
        "lofte new",
        (
            "Exempelby kommun\n",
            "\n",
            "\n",
            "hela 2027\n",
            "5\n",
            "Vi ska verka för ökad trygghet i centrum.\n",
            "\n",
            "Fältgruppen är ute minst 100 kvällar.\n",
        ),
        "Fråga 5",
    ),
    "follow-up": Scene("lofte follow-up gronhamn/lofte-2026 -i", ("31\n", "2\n")),
}
SHOWN: Final = {"status": 80, "validate": 80, "summary": 80, "diff": 120, "new": 80, "follow-up": 80}
"""The pictures in docs/images and their columns."""
THEMES: Final = {"dark": ((12, 12, 12), (204, 204, 204)), "light": ((255, 255, 255), (31, 31, 31))}
PATIENCE: Final = 30.0
"""Seconds that a command may take."""


def main() -> None:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR")
    folder = parser.parse_args().all
    wanted = [(name, width, "dark", IMAGES / f"terminal-{name}.png") for name, width in SHOWN.items()]
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        wanted = [
            (name, width, theme, folder / f"{name}-{width}-{theme}.png")
            for name in SCENES
            for width in (50, 80, 140)
            for theme in THEMES
        ]
    with sync_playwright() as play:
        page = play.chromium.launch(executable_path=shutil.which("chromium")).new_page(device_scale_factor=1)
        for name, width, theme, path in wanted:
            with project() as promises:
                photograph(page, run(SCENES[name], width, promises), width, theme, path)
            sys.stdout.write(f"{path}\n")


@contextmanager
def project() -> Iterator[Path]:
    """A folder `promises` with the example and two invented municipalities."""
    with tempfile.TemporaryDirectory() as folder:
        promises = Path(folder) / "promises"
        shutil.copytree(EXAMPLE / "promises", promises)
        documents = {
            "bjorkhulta/lofte-2026": DRAFT, "gronhamn/lofte-2025": OLDER, "gronhamn/lofte-2026": NEWER,
            "gronhamn/uppfoljning-2026-06-30": EMPTY_FORM,
        }  # fmt: skip
        for name, text in documents.items():
            path = promises / f"{name}.yaml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        yield promises


def run(scene: Scene, width: int, folder: Path) -> str:
    """What a terminal of some columns shows, with its colour codes."""
    socket = f"lofte-{os.getpid()}"
    tmux = ("tmux", "-L", socket, "-f", os.devnull)
    lofte = f"{sys.executable} -m medborgarlofte{scene.command.removeprefix('lofte')}"
    shell = f"printf '$ {scene.command}\\n'; {lofte}; printf '\\n[end]'; sleep {PATIENCE}"
    environment = {**os.environ, "COLORTERM": "truecolor", "LOFTE_LANG": "sv"}
    for name in ("NO_COLOR", "COLUMNS", "LINES", "FORCE_COLOR", "TMUX"):
        environment.pop(name, None)
    start = (*tmux, "new-session", "-d", "-x", str(width), "-y", "120", shell)
    subprocess.run(start, cwd=folder, env=environment, check=True)
    try:
        for words in scene.typed:
            time.sleep(3)
            subprocess.run((*tmux, "send-keys", "-l", words.rstrip("\n")), check=True)
            subprocess.run((*tmux, "send-keys", "Enter"), check=True)
        shown = settled(tmux)
        lines = shown.splitlines()
        return "\n".join(lines[next((n for n, line in enumerate(lines) if scene.start in line), 0) :])
    finally:
        subprocess.run((*tmux, "kill-server"), check=False)


def settled(tmux: Sequence[str]) -> str:
    """The window when nothing more comes."""
    shown, since = "", time.monotonic()
    while time.monotonic() < since + PATIENCE:
        time.sleep(1.5)
        now = subprocess.run(
            (*tmux, "capture-pane", "-e", "-p"), check=True, capture_output=True, text=True
        ).stdout
        if now == shown and len(now.split()) > 10:
            break
        shown = now
    return shown.partition("[end]")[0].rstrip()


def photograph(page: Page, screen: str, width: int, theme: str, path: Path) -> None:
    """Draw colour codes as HTML in a theme and save a picture of that."""
    background, foreground = THEMES[theme]
    console = Console(
        width=width, record=True, file=StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(Text.from_ansi(screen), soft_wrap=True, highlight=False)
    colors = TerminalTheme(background, foreground, [(0, 0, 0)] * 8)
    html = console.export_html(theme=colors, inline_styles=True, code_format=_HTML)
    page.set_content(html)
    page.locator("pre").screenshot(path=path)


_HTML: Final = (
    "<body style='margin:0;background:{background}'><pre style='display:inline-block;margin:0;padding:12px 16px;background:{background};color:{foreground};"
    'font:14px/1.3 "DejaVu Sans Mono",monospace\'>{code}</pre>'
)

if __name__ == "__main__":
    main()
