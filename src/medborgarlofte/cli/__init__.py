"""The command line: one file a command, words typed → one call → exit code."""

import contextlib
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """The console script `lofte`."""
    from medborgarlofte.cli.app import run  # noqa: PLC0415 - keeps `import medborgarlofte.cli` free
    from medborgarlofte.collecting import collect_seldom  # noqa: PLC0415

    collect_seldom()
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            # A reader that left, a full disk: `run` has answered for it.
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
    # Taking down a thousand documents object by object takes seconds, and nobody has any use for it.
    os._exit(code)
