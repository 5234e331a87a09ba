"""The extension in VS Code's own workbench, driven in Chromium: what a coordinator sees, and the bytes that are saved."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from corpus import EXEMPELBY, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.editor

TOOLS: Final = ROOT / ".ci" / "editor"
VSIX: Final = ROOT / "editors" / "vscode" / "dist" / "lofte.vsix"
SHOTS: Final = TOOLS / "shots"
SETTINGS: Final = {
    "security.workspace.trust.enabled": False,
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
    "telemetry.telemetryLevel": "off",
    "extensions.autoCheckUpdates": False,
    "extensions.autoUpdate": "off",
    "extensions.ignoreRecommendations": True,
    "update.mode": "none",
    "chat.disableAIFeatures": True,
    "chat.commandCenter.enabled": False,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "git.enabled": False,
    "editor.accessibilitySupport": "off",
    "editor.unicodeHighlight.ambiguousCharacters": False,
    "editor.minimap.enabled": False,
    "files.autoSave": "off",
}
DRAFT: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby 2025 👮🏽
period: {från: 2025-01-01, till: 2025-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun, kommunkod: "9999"}
  - {id: polisen, typ: polis, namn: Lokalpolisområde Exempelby}
föregångare: exempelby/lofte-2024
status: antaget
åtaganden:
  - id: K1
    part: kommunen
    text: Fritidsgården 👷🏽 på Å har öppet minst 100 kvällar under perioden.
  - {id: P1, part: polsen, text: Polisen finns på plats när det behövs.}
"""


class Workbench:
    """VS Code with the extension and a project."""

    def __init__(self, page: "Page", folder: Path) -> None:
        self.page = page
        self.folder = folder

    def shot(self, name: str) -> None:
        self.page.wait_for_timeout(400)
        self.page.screenshot(path=SHOTS / f"{name}.png")

    def open(self, name: str, text: str | None = None) -> Path:
        path = self.folder / "promises" / "exempelby" / name
        if text is not None:
            path.write_text(text, encoding="utf-8")
        # By its whole path: the list of files may learn of a new file late, or not at all.
        self.page.keyboard.press("Control+P")
        self.page.wait_for_selector(".quick-input-widget input")
        self.page.keyboard.type(str(path))
        self.page.wait_for_selector(f'.quick-input-list .monaco-list-row.focused[aria-label*="{name}"]')
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector(f'.tab.active[data-resource-name="{name}"]')
        self.go(1, 1)
        return path

    def go(self, line: int, column: int) -> None:
        self.page.keyboard.press("Control+G")
        self.page.wait_for_selector(".quick-input-widget input")
        self.page.keyboard.type(f"{line}:{column}")
        self.page.wait_for_timeout(150)
        self.page.keyboard.press("Enter")
        self.page.wait_for_timeout(150)

    def run(self, command: str) -> None:
        """Run a command of the palette."""
        self.page.keyboard.press("F1")
        self.page.wait_for_selector(".quick-input-widget input")
        self.page.keyboard.type(command)
        self.page.wait_for_selector(f'.quick-input-list .monaco-list-row.focused[aria-label*="{command}"]')
        self.page.keyboard.press("Enter")

    def choose(self, title: str) -> None:
        """Apply a quick fix at the cursor."""
        self.page.keyboard.press("Control+.")
        self.page.wait_for_selector(".action-widget .monaco-list-row")
        self.page.wait_for_timeout(300)
        rows = self.page.query_selector_all(".action-widget .monaco-list-row.action")
        titles = [row.inner_text().strip() for row in rows]
        [number] = [number for number, one in enumerate(titles) if one.startswith(title)]
        self.shot("quick-fix")
        for _ in range(number):
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")
        self.page.wait_for_timeout(700)

    def save(self, path: Path, expected: str) -> None:
        """Save and compare the bytes of the file."""
        self.page.keyboard.press("Control+K")
        self.page.keyboard.press("s")
        _until(lambda: path.read_bytes() == expected.encode(), lambda: path.read_text(encoding="utf-8"))


def _until(holds: Any, instead: Any, patience: float = 20) -> None:
    end = time.monotonic() + patience
    while not holds():
        assert time.monotonic() < end, instead()
        time.sleep(0.05)


@pytest.fixture(scope="module")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    from playwright.sync_api import sync_playwright

    if not (TOOLS / "code-server").exists() or not VSIX.exists():
        pytest.fail("VS Code is not here. Get it and pack the extension: .ci/install-editors")
    home = tmp_path_factory.mktemp("vscode")
    folder = home / "projekt"
    shutil.copytree(EXEMPELBY, folder)
    environment_of_the_folder = folder / ".venv" / "bin"
    environment_of_the_folder.mkdir(parents=True)
    (environment_of_the_folder / "lofte").symlink_to(Path(sys.executable).with_name("lofte"))
    SHOTS.mkdir(exist_ok=True)
    settings = home / "data" / "User" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps(SETTINGS))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    node = str(TOOLS / "node" / "node_modules" / ".bin")
    environment = os.environ | {"HOME": str(home), "PATH": os.pathsep.join([node, os.environ["PATH"]])}
    program = str(TOOLS / "code-server" / "node_modules" / ".bin" / "code-server")
    data = [
        "--user-data-dir",
        str(home / "data"),
        "--extensions-dir",
        str(home / "extensions"),
        "--config",
        str(home / "config.yaml"),
    ]
    with (home / "log").open("w") as log:
        subprocess.run(
            [program, *data, "--install-extension", str(VSIX)],
            env=environment,
            stdout=log,
            stderr=log,
            check=True,
            timeout=120,
        )
        server = subprocess.Popen(
            [program, "--auth", "none", "--bind-addr", f"127.0.0.1:{port}", *data, "--disable-telemetry", "--disable-update-check",
             "--disable-getting-started-override", "--disable-workspace-trust"],
            env=environment, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
        try:
            _until(lambda: _listens(port), (home / "log").read_text, 60)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
                )
                page = browser.new_context(viewport={"width": 1280, "height": 800}, locale="sv-SE").new_page()
                page.set_default_timeout(60_000)
                page.goto(f"http://127.0.0.1:{port}/?folder={folder}")
                page.click('.explorer-folders-view .monaco-list-row[aria-label^="promises"]')
                page.wait_for_selector(
                    '.explorer-folders-view .monaco-list-row[aria-label^="lofte-2024.yaml"]'
                )
                page.set_default_timeout(25_000)
                yield Workbench(page, folder)
                browser.close()
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(20)


@pytest.fixture(autouse=True)
def _last_look(request: pytest.FixtureRequest, workbench: Workbench) -> Iterator[None]:
    """A picture of how each test ended; the next one gets the project as it was."""
    yield
    workbench.shot(f"end-{request.node.name}")
    workbench.run("View: Close All Editors")
    workbench.page.wait_for_timeout(300)
    if unsaved := workbench.page.query_selector('.monaco-dialog-box .monaco-button:has-text("Don\'t Save")'):
        unsaved.click()
    for path in (workbench.folder / "promises" / "exempelby").iterdir():
        original = EXEMPELBY / "promises" / "exempelby" / path.name
        if original.exists():
            shutil.copy(original, path)
        else:
            path.unlink()


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def test_findings_are_underlined_and_listed(workbench: Workbench) -> None:
    page = workbench.page
    workbench.open("lofte-2025.yaml", DRAFT)
    page.wait_for_selector(".squiggly-error")
    page.keyboard.press("Control+Shift+M")
    page.wait_for_selector(".markers-panel .monaco-list-row")
    workbench.shot("problems")
    listed = " ".join(row.inner_text() for row in page.query_selector_all(".markers-panel .monaco-list-row"))
    assert "X01" in listed and "Inget i ”parter” har id:t ”polsen”." in listed
    page.keyboard.press("Control+Shift+M")


def test_hover_explains_in_swedish(workbench: Workbench) -> None:
    page = workbench.page
    workbench.open("lofte-2024.yaml")
    page.wait_for_selector('.codelens-decoration a:has-text("jämför med 2023")')
    line = _line(workbench, "lofte-2024.yaml", "fortsätter")
    workbench.go(*line)
    page.keyboard.press("Control+K")
    page.keyboard.press("Control+I")
    page.wait_for_selector(".monaco-hover:not(.hidden) .hover-contents")
    workbench.shot("hover")
    shown = page.inner_text(".monaco-hover:not(.hidden)")
    assert "Åtaganden det bygger vidare på" in shown
    page.keyboard.press("Escape")


def test_a_quick_fix_changes_its_place_alone(workbench: Workbench) -> None:
    path = workbench.open("lofte-2026.yaml", DRAFT.replace("2025", "2026"))
    workbench.page.wait_for_selector(".squiggly-error")
    workbench.go(*_line(workbench, path.name, "polsen"))
    workbench.choose("Rätta: ”polsen” stavas ”polisen”")
    fixed = DRAFT.replace("2025", "2026").replace("polsen", "polisen")
    workbench.save(path, fixed)
    workbench.go(*_line(workbench, path.name, "Fritidsgården"))
    workbench.choose("Lägg till mål")
    target = "    mål: {minst: 100, enhet: kvällar}\n"
    after = "under perioden.\n"
    workbench.save(path, fixed.replace(after, after + target))


def test_completion_writes_keys_and_values(workbench: Workbench) -> None:
    page = workbench.page
    path = workbench.open("lofte-2027.yaml", DRAFT.replace("2025", "2027"))
    page.wait_for_selector(".squiggly-error")
    workbench.go(DRAFT.count("\n") + 1, 1)
    page.keyboard.type("ingå")
    page.wait_for_selector('.suggest-widget.visible .monaco-list-row[aria-label^="ingår_i"]')
    workbench.shot("completion")
    page.keyboard.press("Enter")
    page.wait_for_selector(
        '.suggest-widget.visible .monaco-list-row[aria-label^="exempelby/overenskommelse-2023"]'
    )
    workbench.shot("completion-value")
    page.keyboard.press("Enter")
    workbench.save(path, DRAFT.replace("2025", "2027") + "ingår_i: exempelby/overenskommelse-2023")


def test_rename_changes_every_reference(workbench: Workbench) -> None:
    page = workbench.page
    folder = workbench.folder / "promises" / "exempelby"
    before = {
        name: (folder / name).read_text(encoding="utf-8")
        for name in ("lofte-2024.yaml", "uppfoljning-2024.yaml")
    }
    path = workbench.open("lofte-2024.yaml")
    page.wait_for_selector('.codelens-decoration a:has-text("jämför med 2023")')
    workbench.go(*_line(workbench, path.name, "id: G1", 4))
    page.keyboard.press("F2")
    page.wait_for_function(
        "document.activeElement?.closest('.rename-box') !== null && document.activeElement?.tagName === 'INPUT'"
    )
    page.keyboard.press("Control+A")
    page.keyboard.type("G7")
    workbench.shot("rename")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    workbench.save(path, before["lofte-2024.yaml"].replace("id: G1", "id: G7"))
    other = folder / "uppfoljning-2024.yaml"
    workbench.save(other, before[other.name].replace("åtagande: G1", "åtagande: G7"))


def test_the_site_is_shown_beside_the_text(workbench: Workbench) -> None:
    page = workbench.page
    workbench.open("lofte-2023.yaml")
    workbench.run("Löften: Visa webbplatsen bredvid")
    page.wait_for_selector("iframe.webview.ready")
    _until(
        lambda: any("Medborgarlöfte" in text for text in _texts_of_frames(page)),
        lambda: _texts_of_frames(page),
        60,
    )
    workbench.shot("preview")


def test_lenses_open_the_comparison_with_last_year(workbench: Workbench) -> None:
    page = workbench.page
    workbench.open("lofte-2024.yaml")
    page.wait_for_selector('.codelens-decoration a:has-text("jämför med 2023")')
    workbench.shot("lens")
    page.click('.codelens-decoration a:has-text("jämför med 2023")')
    _until(
        lambda: any("Skärpt" in text for text in _texts_of_frames(page)), lambda: _texts_of_frames(page), 60
    )
    workbench.shot("comparison")


def test_a_missing_program_is_reported_in_swedish(workbench: Workbench) -> None:
    page = workbench.page
    workbench.open("lofte-2023.yaml")
    page.wait_for_selector(".squiggly-info")
    settings = workbench.folder / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"lofte.path": "/finns/inte/lofte"}')
    page.wait_for_selector('.notification-toast:has-text("Det finns inget program på den sökväg")')
    workbench.shot("missing")
    shutil.rmtree(settings.parent)
    workbench.run("Notifications: Clear All Notifications")
    page.wait_for_selector(".squiggly-info")


def _texts_of_frames(page: "Page") -> list[str]:
    texts = []
    for frame in page.frames[1:]:
        try:
            texts.append(re.sub(r"\s+", " ", frame.inner_text("body", timeout=1000))[:3000])
        except Exception as error:  # noqa: BLE001 - a frame may go away while it is read
            texts.append(str(error)[:100])
    return texts


def _line(workbench: Workbench, name: str, words: str, offset: int = 1) -> tuple[int, int]:
    """Line and column of some words in a file on disk."""
    text = (workbench.folder / "promises" / "exempelby" / name).read_text(encoding="utf-8")
    at = text.index(words)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at) + offset
