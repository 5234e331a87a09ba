"""Local preview server and file watching."""

import contextlib
import http.server
import mimetypes
import time
import urllib.parse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.site.publish import OutputFile

HOST: Final = "127.0.0.1"
TRIES: Final = 50
"""How many ports are tried after the one asked for."""


class PreviewSite:
    """Files of the last build, or an error page."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.broken: bytes | None = None
        self.version = 0
        """Increases whenever the pages change, which makes browsers reload."""

    def update(self, output: Iterable[OutputFile]) -> int:
        """Replace the files; returns the number changed."""
        files = {file.name: file.make() for file in output}
        changed = sum(self.files.get(name) != data for name, data in files.items())
        self.version += bool(changed or self.broken is not None or len(files) != len(self.files))
        self.files, self.broken = files, None
        return changed

    def show_error(self, page: bytes) -> None:
        """Show errors until the next successful build."""
        self.version += page != self.broken
        self.broken = page


VERSION: Final = "/.lofte/version"
SCRIPT: Final = "/.lofte/reload.js"
RELOAD: Final = f"""\
let seen;
setInterval(async () => {{
  const answer = await fetch("{VERSION}", {{cache: "no-store"}}).catch(() => null);
  const version = answer && await answer.text();
  if (seen && version && version !== seen) location.reload();
  seen = version || seen;
}}, 700);
""".encode()
"""Script of the preview alone; published pages have none."""


def with_reload(page: bytes) -> bytes:
    """Page that reloads when the site is rebuilt."""
    page = page.replace(
        b"default-src 'none';", b"default-src 'none'; script-src 'self'; connect-src 'self';", 1
    )
    script = f'<script src="{SCRIPT}" defer></script>'.encode()
    head, found, rest = page.partition(b"</head>")
    return head + script + found + rest


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
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        name = path.lstrip("/") or "index.html"
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if path in (VERSION, SCRIPT):
            is_script = path == SCRIPT
            body = RELOAD if is_script else str(self.pages.version).encode()
            self._answer(200, "text/javascript" if is_script else "text/plain", body)
        elif self.pages.broken is not None and kind == "text/html":
            self._answer(503, kind, with_reload(self.pages.broken))
        elif name in self.pages.files:
            data = self.pages.files[name]
            self._answer(200, kind, with_reload(data) if kind == "text/html" else data)
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
