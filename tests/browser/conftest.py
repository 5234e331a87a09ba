"""Chromium for the tests of this folder."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM: Final = "/usr/bin/chromium"
FLAGS: Final = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
HOW_TO_GET_IT: Final = (
    'Browser tests need `pip install -e ".[browser]"` and Chromium at /usr/bin/chromium '
    "(Debian: apt-get install chromium). Set LOFTE_NO_BROWSER=1 to go without them."
)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Chromium; without it the tests fail, or are skipped where somebody has said so by hand."""
    if os.environ.get("LOFTE_NO_BROWSER") == "1" and not os.environ.get("CI"):
        pytest.skip(HOW_TO_GET_IT)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.fail(HOW_TO_GET_IT)
    chromium = shutil.which("chromium") or CHROMIUM
    if not Path(chromium).is_file():
        pytest.fail(HOW_TO_GET_IT)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()
