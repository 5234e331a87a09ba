"""Many unknown documents looked at by several processes: the one that tells of them from the first on, others from the last."""

import contextlib
import datetime as dt
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from medborgarlofte.collecting import collect_seldom
from medborgarlofte.load import Input, gather
from medborgarlofte.memory import Memory
from medborgarlofte.rules.engine import lint
from medborgarlofte.rules.rule import Profile
from medborgarlofte.rules.settings import settings_of
from medborgarlofte.source.files import Flaw, digest_of, read_bytes

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

MANY: Final = 200
"""From how many unknown documents it pays to start further processes, each of which takes about a second."""
AT_ONCE: Final = 20
MOST: Final = 4
"""Processes, with the one that asks."""
_SAMPLE: Final = 20


def pays(inputs: Sequence[Input], memory: Memory) -> bool:
    """Whether most of many documents are unknown, by a sample of them."""
    if len(inputs) < MANY:
        return False
    sample = inputs[:: max(1, len(inputs) // _SAMPLE)]
    return sum(not _is_known(item, memory) for item in sample) > len(sample) / 2


def _is_known(item: Input, memory: Memory) -> bool:
    data = read_bytes(item.path) if item.path else b""
    return isinstance(data, Flaw) or memory.find("content", digest_of(data)) is not None


@contextmanager
def helped(
    inputs: Sequence[Input],
    config: Path,
    memory: Memory,
    *,
    today: dt.date,
    profile: Profile | Literal["auto"],
    select: frozenset[str],
    ignore: frozenset[str],
) -> Iterator[None]:
    """While the block works through these documents, other processes do so from the other end, and let the memory know
    what is in each and what the rules say of it by itself. Where the two meet, what is left is only remembered.

    Nothing depends on it: what could not be done here is done in the block.
    """
    if memory.folder is None or not pays(inputs, memory):
        yield
        return
    import multiprocessing  # noqa: PLC0415 - few runs need more than one process

    look = partial(
        _look, config=config, folder=memory.folder, today=today, profile=profile, select=select, ignore=ignore
    )
    shares = list(_shares(inputs))[::-1]
    helpers = min(os.cpu_count() or 1, MOST) - 1
    context = multiprocessing.get_context("spawn")  # the only way that is the same on every system
    with ExitStack() as stack:
        with _interrupts_held(), contextlib.suppress(OSError):  # too many processes: then with fewer
            for number in range(helpers):
                process = context.Process(target=_help, args=(look, shares[number::helpers]), daemon=True)
                process.start()
                stack.callback(_end, process)
        yield


def _end(process: "SpawnProcess") -> None:
    process.terminate()
    process.join()


def _shares(inputs: Sequence[Input]) -> Iterator[list[Input]]:
    """Whole folders, since a promise is held against the one before it; as many as make up a share."""
    share: list[Input] = []
    for _, folder in groupby(inputs, key=lambda item: item.id.rpartition("/")[0]):
        share += folder
        if len(share) >= AT_ONCE:
            yield share
            share = []
    if share:
        yield share


def _help(look: "partial[None]", shares: Sequence[Sequence[Input]]) -> None:
    """What another process does, as long as the one that asked is there."""
    import multiprocessing  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of a terminal; one answers it
    collect_seldom()
    asking = multiprocessing.parent_process()
    for share in shares:
        if asking is None or not asking.is_alive():
            return
        try:
            look(share)
        except Exception:  # noqa: BLE001 - it happens again in the process that asked, which says so
            return


def _look(
    inputs: Sequence[Input],
    *,
    config: Path,
    folder: Path,
    today: dt.date,
    profile: Profile | Literal["auto"],
    select: frozenset[str],
    ignore: frozenset[str],
) -> None:
    with closing(Memory(folder)) as memory:
        workspace = gather(inputs, frozenset(item.id for item in inputs), config, memory)
        settings, _ = settings_of(workspace.config, select=select, ignore=ignore)
        lint(workspace, today=today, profile=profile, settings=settings)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until the block is done, and a process that is started there never hears of it."""
    if sys.platform == "win32":  # there it ignores them as soon as it has begun
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415

    resource_tracker.ensure_running()  # else it begins with the first process, and lets them through again
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
