"""The command line: one file a command, words typed → one call → exit code."""

import sys


def main() -> None:
    """The console script `lofte`."""
    from medborgarlofte.cli.app import run  # noqa: PLC0415 - keeps `import medborgarlofte.cli` free
    from medborgarlofte.collecting import collect_seldom  # noqa: PLC0415

    collect_seldom()
    sys.exit(run(sys.argv[1:]))
