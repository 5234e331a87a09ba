"""Takes the pictures of pages in docs/images: renders docs/exempelby and prints what Chromium shows.

Needs Chromium and `pip install -e ".[browser]"`.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from playwright.sync_api import sync_playwright

DOCS: Final = Path(__file__).parent


class Picture(NamedTuple):
    """A page and the part of it that is shown."""

    page: str
    width: int
    height: int


PICTURES: Final = {
    "promise": Picture("exempelby/lofte-2026", 1000, 1000),
    "promise-phone": Picture("exempelby/lofte-2026", 360, 740),
    "follow-up": Picture("exempelby/uppfoljning-2026-08-31", 1000, 1000),
    "comparison": Picture("exempelby/lofte-2026-jamforelse", 1000, 1000),
}


def main() -> None:
    """Render the example and take each picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        render = ["render", str(DOCS / "exempelby" / "promises"), "-o", folder, "--today", "2026-10-01"]
        subprocess.run([sys.executable, "-m", "medborgarlofte", *render], check=True)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, picture in PICTURES.items():
            page = browser.new_page(viewport={"width": picture.width, "height": picture.height})
            page.goto((Path(folder) / f"{picture.page}.html").as_uri())
            page.screenshot(path=DOCS / "images" / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
