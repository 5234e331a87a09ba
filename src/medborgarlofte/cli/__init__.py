"""Command line: one module per command."""

import contextlib
import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Console script `lofte`."""
    # With LC_ALL=C and PYTHONUTF8=0, or an old locale, names with å would be written unreadably.
    if os.name == "posix" and sys.executable and sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - itself
    # Documents hold no reference cycles and live until the end: walking them again and again is a third of a run.
    gc.disable()
    # pydantic would read the metadata of every installed package to find plugins, of which there are none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from medborgarlofte.cli.app import run  # noqa: PLC0415 - after gc.disable(), which its imports profit from

    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            # A closed pipe or a full disk: `run` has reported it.
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
    gc.freeze()  # interpreter shutdown then skips the final collection of every document
    sys.exit(code)
