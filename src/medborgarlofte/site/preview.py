"""Local preview server and file watching."""

import contextlib
import html
import http.server
import mimetypes
import time
import urllib.parse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Language, Text
from medborgarlofte.site.output_file import OutputFile

HOST: Final = "127.0.0.1"
TRIES: Final = 50
"""How many ports are tried after the one asked for."""


class PreviewSite:
    """Files of the last build, or an error page."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.broken: bytes | None = None

    def update(self, output: Iterable[OutputFile]) -> int:
        """Replace the files; returns the number changed."""
        files = {file.name: file.make() for file in output}
        changed = sum(self.files.get(name) != data for name, data in files.items())
        self.files, self.broken = files, None
        return changed

    def show_error(self, report: str, lang: Language) -> None:
        """Show errors until the next successful build."""
        title = Text("Något behöver rättas", "Something needs correcting")[lang]
        again = Text("Spara filen igen och ladda om sidan.", "Save the file again and reload the page.")[lang]
        self.broken = (
            f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
            f"<body><main><h1>{title}</h1><p>{again}</p><pre>{html.escape(report)}</pre></main></body></html>\n"
        ).encode()


def open_server(shelf: PreviewSite, port: int) -> http.server.ThreadingHTTPServer:
    """Server on the first free port.

    Raises LofteError when none is free.
    """

    class Handler(_Handler):
        pages = shelf

    for number in range(port, min(port + TRIES, 65536)):
        try:
            return http.server.ThreadingHTTPServer((HOST, number), Handler)
        except OSError:
            continue
    raise LofteError(
        Text(f"Ingen port från {port} är ledig.", f"No port from {port} on is free."),
        Text("Välj en annan: lofte preview --port 9000", "Choose another: lofte preview --port 9000"),
    )


def saved_changes(watch: Callable[..., Iterator[object]], paths: list[Path]) -> Iterator[None]:
    """Yield at start and after each change.

    `watch` is that of watchfiles. A file or folder that is replaced, as editors and git do, and one that
    appears, are watched from then on.
    """
    while True:
        seen = _inodes(paths)
        watched = [path for path in paths if seen[path] is not None]
        if not watched:
            time.sleep(_PAUSE)
            continue
        with contextlib.suppress(FileNotFoundError):  # removed just now
            for number, changes in enumerate(watch(*watched, **_WATCHING)):
                if _inodes(paths) != seen:
                    break
                if changes or number == 0:  # also for what was saved before the watching began
                    yield


_PAUSE: Final = 0.5
_WATCHING: Final[dict[str, Any]] = {
    "debounce": 200,
    "step": 50,
    "rust_timeout": int(_PAUSE * 1000),
    "yield_on_timeout": True,
    "raise_interrupt": True,
}


def _inodes(paths: list[Path]) -> dict[Path, int | None]:
    """Inode at each path."""
    return {path: _inode(path) for path in paths}


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except OSError:
        return None


class _Handler(http.server.BaseHTTPRequestHandler):
    pages: PreviewSite

    def do_GET(self) -> None:
        name = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path).lstrip("/") or "index.html"
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if self.pages.broken is not None and kind == "text/html":
            self._answer(503, kind, self.pages.broken)
        elif name in self.pages.files:
            self._answer(200, kind, self.pages.files[name])
        else:
            self._answer(404, "text/plain", b"404\n")

    def _answer(self, status: int, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_words: Any) -> None:
        """No request log; the terminal shows diagnostics."""
