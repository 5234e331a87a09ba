"""How fast a site is built: pages a second beside a plain Jinja loop over the same templates, and a build after one change."""

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rules_profile import written

from medborgarlofte.load import Workspace, load
from medborgarlofte.site.build import SUFFIXES, build
from medborgarlofte.site.layout import shared
from medborgarlofte.site.page import Site
from medborgarlofte.site.pages import PAGES
from medborgarlofte.site.publish import publish
from medborgarlofte.site.templates import templates_for


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """The seconds that something takes, and what it gives."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def plain_loop(workspace: Workspace, folder: Path) -> int:
    """Every template rendered with its data and written, one after the other: no stamps, no swap, no data files."""
    site, templates = Site(workspace, "sv"), templates_for("sv")
    count = 0
    for page in (page for kind in PAGES for page in kind(site)):
        data = {**shared(site, page), **page.make()}
        for kind_of_text, suffix in SUFFIXES:
            path = folder / f"{page.address}.{suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(
                templates.render(kind_of_text, f"{page.template}.{suffix}", data), encoding="utf-8"
            )
            count += 1
    return count


def main() -> None:
    """Print one row for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--promises", type=int, nargs="+", default=[100, 1000])
    chosen = parser.parse_args()
    gc.disable()  # as the program does
    sys.stdout.write(
        "| promises | load, s | plain loop, s | pages/s | build, s | files | ratio | again, s | after one change, s | share |\n"
        "|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
    )
    for count in chosen.promises:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            root = written(count, 1, folder)
            reading, workspace = timed(lambda folder=folder: load([], folder))
            plain_loop(load([str(next(root.iterdir()))], folder), folder / "warm")  # templates are compiled
            loop, pages = timed(lambda w=workspace, f=folder: plain_loop(w, f / "loop"))
            full, made = timed(lambda w=workspace, f=folder: publish(f / "site", build(w, lang="sv")))
            again, _ = timed(lambda f=folder: publish(f / "site", build(load([], f), lang="sv")))
            changed = next(iter(sorted(root.rglob("*.yaml"))))
            text = changed.read_text(encoding="utf-8")
            changed.write_text(text.replace("Minst", "Allra minst", 1), encoding="utf-8")
            after, _ = timed(lambda f=folder: publish(f / "site", build(load([], f), lang="sv")))
            sys.stdout.write(
                f"| {count} | {reading:.2f} | {loop:.2f} | {pages / loop:.0f} | {full:.2f} | {made.files} | "
                f"{full / loop:.2f} | {again:.2f} | {after:.2f} | {after / (full + reading):.2f} |\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
