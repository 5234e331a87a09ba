"""The command line: one file a command, words typed → one call → exit code."""

import sys


def main() -> None:
    """The console script `lofte`."""
    from medborgarlofte.cli.app import run  # noqa: PLC0415 - keeps `import medborgarlofte.cli` free

    sys.exit(run(sys.argv[1:]))
