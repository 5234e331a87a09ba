"""`lofte preview` while files are saved, replaced, broken and moved, as editors and git do it."""

import re
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from invented import FILE, PROMISE, project
from program import COMMAND, environment, lofte

PATIENCE: Final = 20.0
"""Seconds until a page must have changed."""


class Preview:
    """A running preview."""

    def __init__(self, folder: Path, process: "subprocess.Popen[str]") -> None:
        self.folder, self.process = folder, process
        assert process.stdout is not None
        found = None
        while found is None:
            found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        self.address = found[0]

    def page(self, name: str) -> str:
        try:
            with urllib.request.urlopen(self.address + name, timeout=PATIENCE) as answer:  # noqa: S310 - our own
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return str(error.read().decode())

    def shows(self, text: str, name: str = "index.html") -> bool:
        """Whether a page comes to hold a text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if text in self.page(name):
                return True
            assert self.process.poll() is None, "the preview has ended"
            time.sleep(0.1)
        return False

    def save(self, name: str, text: str) -> None:
        """Write a file in place."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def replace(self, name: str, text: str) -> None:
        """Write a new file and put it in the place of the old one."""
        self.save("saved.tmp", text)
        (self.folder / "saved.tmp").replace(self.folder / name)


@contextmanager
def _preview(folder: Path, *options: str, browser: str = "", **files: str) -> Iterator[Preview]:
    project(folder, **{FILE: PROMISE, **files})
    with subprocess.Popen(
        [*COMMAND, "preview", "--port", "8900", *options],
        cwd=folder, env=environment(PYTHONUNBUFFERED="1", BROWSER=browser), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as process:  # fmt: skip
        try:
            yield Preview(folder, process)
        finally:
            process.terminate()


def _name(name: str) -> str:
    return f'[webbplats]\nnamn = "{name}"\n'


@pytest.mark.parametrize("how", ["save", "replace"])
def test_every_save_is_seen_not_only_the_first(tmp_path: Path, how: str) -> None:
    with _preview(tmp_path, **{"lofte.toml": _name("Noll")}) as preview:
        assert preview.shows("<title>Noll")
        for name in ("Ett", "Tva", "Tre"):
            getattr(preview, how)("lofte.toml", _name(name))

            assert preview.shows(f"<title>{name}")


def test_settings_and_templates_that_appear_are_seen(tmp_path: Path) -> None:
    with _preview(tmp_path) as preview:
        preview.save("lofte.toml", _name("Nyss"))
        assert preview.shows("<title>Nyss")

        preview.save("templates/html/start.html", "<h1>Egen</h1>")
        assert preview.shows("<h1>Egen</h1>")


def test_promises_in_new_folders_and_in_a_folder_that_is_replaced_are_seen(tmp_path: Path) -> None:
    with _preview(tmp_path) as preview:
        preview.save("promises/ny/lofte-2025.yaml", PROMISE.replace("2024", "2025"))
        assert preview.shows("2025", "ny/lofte-2025.html")

        (tmp_path / "promises").rename(tmp_path / "aside")
        preview.save(FILE, PROMISE.replace("40 lampor", "45 lampor"))
        assert preview.shows("45 lampor", "exempelby/lofte-2024.html")


def test_a_mistake_in_a_template_is_shown_and_the_preview_lives_on(tmp_path: Path) -> None:
    own = "templates/html/start.html"
    with _preview(tmp_path, **{own: "<h1>Egen</h1>"}) as preview:
        assert preview.shows("<h1>Egen</h1>")
        for mistake in ("{{ title + 1 }}", "{% if %}", "{{ finns_inte }}"):
            preview.save(own, f"<h1>Egen</h1>\n{mistake}")
            assert preview.shows("Mallen html/start.html, rad 2 går inte att använda")

        preview.save(own, "<h1>Igen</h1>")
        assert preview.shows("<h1>Igen</h1>")


def test_a_preview_begun_with_a_mistake_shows_it(tmp_path: Path) -> None:
    own = "templates/html/start.html"
    with _preview(tmp_path, **{own: "{{ 1 / 0 }}"}) as preview:
        assert preview.shows("den delar med noll")

        preview.save(own, "<h1>Igen</h1>")
        assert preview.shows("<h1>Igen</h1>")


def test_a_page_reloads_when_the_site_is_rebuilt(tmp_path: Path) -> None:
    with _preview(tmp_path) as preview:
        assert '<script src="/.lofte/reload.js" defer></script></head>' in preview.page("index.html")
        assert "script-src 'self'" in preview.page("index.html")
        assert 'fetch("/.lofte/version"' in preview.page(".lofte/reload.js")
        first = preview.page(".lofte/version")

        preview.save("lofte.toml", _name("Ny"))
        assert preview.shows("<title>Ny")
        assert preview.page(".lofte/version") != first


def test_mistakes_are_a_page_of_their_own_until_they_are_fixed(tmp_path: Path) -> None:
    with _preview(tmp_path) as preview:
        preview.save(FILE, PROMISE.replace("status: antaget", "status: antagett"))
        assert preview.shows("<h1>1 fel att rätta</h1>")
        page = preview.page("exempelby/lofte-2024.html")
        assert "<mark>antagett</mark>" in page
        assert "Menade du ”antaget”?" in page
        assert "reload.js" in page

        preview.save(FILE, PROMISE)
        assert preview.shows("<title>Medborgarlöften</title>") or preview.shows("lofte-2024.html")


def test_the_page_opens_in_the_browser(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\necho "$1" > {opened}\n', encoding="utf-8")
    script.chmod(0o755)

    with _preview(tmp_path, "--open", browser=str(script)) as preview:
        end = time.monotonic() + PATIENCE
        while not opened.is_file() and time.monotonic() < end:
            time.sleep(0.1)
        assert opened.read_text(encoding="utf-8").strip() == preview.address


def test_files_are_checked_again_whenever_they_are_saved(tmp_path: Path) -> None:
    project(tmp_path, **{FILE: PROMISE})
    with subprocess.Popen(
        [*COMMAND, "validate", "--watch", "--select", "X", "--compact"],
        cwd=tmp_path, env=environment(PYTHONUNBUFFERED="1"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "Inga problem i 1 fil.\n"
            (tmp_path / FILE).write_text(
                PROMISE.replace("status: antaget", "status: antagett"), encoding="utf-8"
            )
            lines = [process.stdout.readline() for _ in range(4)]
            assert lines[1] == "Sparat. Kontrollerar igen.\n"
            assert "D09" in lines[3]
            assert "1 fel" in process.stdout.readline()
            time.sleep(1)  # the check is over, and the program waits
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 1


def test_watching_and_fixing_do_not_go_together(tmp_path: Path) -> None:
    project(tmp_path, **{FILE: PROMISE})

    assert "--fix" in lofte("validate", "--watch", "--fix", cwd=tmp_path).err
