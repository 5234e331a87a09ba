"""Options, hypothesis profiles, and which tests are slow or left out by default."""

import signal
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import Phase, settings

from subsets import EXAMPLES, FAST_EXAMPLES, SLOW_FOLDERS, is_slow

# `ci` draws the same examples every time, so that nobody's change fails by luck; `nightly` looks for new ones.
settings.register_profile("ci", max_examples=EXAMPLES, deadline=None, derandomize=True)
settings.register_profile("nightly", max_examples=5000, deadline=None)
settings.register_profile(  # benchmarks/mutation.py runs the tests thousands of times and needs no smallest example
    "mutation", max_examples=15, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate]
)
settings.register_profile("fast", max_examples=FAST_EXAMPLES, deadline=None, derandomize=True)
settings.load_profile("ci")

MACHINERY: Final = ("browser", "data", "editor")
"""Markers of tests that need more than Python packages; run when one is named."""
LEFT_OUT: Final = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the expected output that tests compare with"
    )


@pytest.hookimpl(tryfirst=True)  # before `--hypothesis-profile` is read, which goes before
def pytest_configure(config: pytest.Config) -> None:
    if config.option.markexpr == WITHOUT_SLOW:
        settings.load_profile("fast")
    # A shell that starts the tests in the background lets them ignore Ctrl-C, and the programs they start as well.
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be written rather than compared."""
    return bool(request.config.getoption("--update-golden"))


# ---------------------------------------------------------------- slow tests, and those for a browser

WITHOUT_SLOW: Final = "not slow"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Slow modules are not even imported when only the others are run."""
    return (config.option.markexpr == WITHOUT_SLOW and is_slow(collection_path)) or None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent.name in SLOW_FOLDERS:
            item.add_marker(pytest.mark.slow)
    if any(name in config.option.markexpr for name in MACHINERY):
        return
    left_out = [item for item in items if any(map(item.get_closest_marker, MACHINERY))]
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
        config.stash[LEFT_OUT] = len(left_out)
        if hasattr(config, "workeroutput"):  # a worker of pytest-xdist; the controller writes the summary
            config.workeroutput["left_out"] = len(left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", 0)


def pytest_terminal_summary(terminalreporter: Any, exitstatus: int, config: pytest.Config) -> None:  # noqa: ARG001
    count = config.stash.get(LEFT_OUT, 0)
    if count and not config.option.markexpr:
        terminalreporter.write_line(
            f'{count} tests were left out; run them with `-m "browser or data or editor"`. They need '
            '`pip install -e ".[dev]"` and Chromium (Debian: apt-get install chromium).'
        )
