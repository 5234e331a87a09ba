"""Many documents looked at side by side by several processes, so that the one that tells of them only has to remember."""

import datetime as dt
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

from medborgarlofte.collecting import collect_seldom
from medborgarlofte.load import Input, gather
from medborgarlofte.memory import Memory
from medborgarlofte.rules.engine import lint
from medborgarlofte.rules.rule import Profile
from medborgarlofte.rules.settings import settings_of
from medborgarlofte.source.files import Flaw, digest_of, read_bytes

MANY: Final = 200
"""From how many unknown documents it pays to start further processes, each of which takes about a second."""
AT_ONCE: Final = 50
MOST: Final = 4
_SAMPLE: Final = 20


def pays(inputs: Sequence[Input], memory: Memory) -> bool:
    """Whether most of many documents are unknown, by a sample of them."""
    if len(inputs) < MANY:
        return False
    sample = inputs[:: max(1, len(inputs) // _SAMPLE)]
    unknown = sum(not _is_known(item, memory) for item in sample)
    return len(inputs) * unknown / len(sample) >= MANY


def _is_known(item: Input, memory: Memory) -> bool:
    data = read_bytes(item.path) if item.path else b""
    return isinstance(data, Flaw) or memory.find("content", digest_of(data)) is not None


def look_ahead(
    inputs: Sequence[Input],
    config: Path,
    memory: Memory,
    *,
    today: dt.date,
    profile: Profile | Literal["auto"],
    select: frozenset[str],
    ignore: frozenset[str],
    tick: Callable[[int], None] = lambda _: None,
) -> None:
    """Let the memory know what is in these documents and what the rules say of each by itself.

    Nothing depends on it: what could not be done here is done by the one who asks.
    """
    if memory.folder is None:
        return
    import multiprocessing  # noqa: PLC0415 - few runs need more than one process
    from concurrent.futures import ProcessPoolExecutor, as_completed  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    look = partial(
        _look, config=config, folder=memory.folder, today=today, profile=profile, select=select, ignore=ignore
    )
    processes = min(os.cpu_count() or 1, MOST)
    context = multiprocessing.get_context("spawn")  # the only way that is the same on every system
    try:
        with ProcessPoolExecutor(processes, context, _begin) as pool:
            # Ignored here, and so in the processes that are started here, from their first moment.
            with _interrupts_ignored():
                shares = [pool.submit(look, share) for share in _shares(inputs)]
            done = 0
            try:
                for share in as_completed(shares):
                    done += share.result()
                    tick(done)
            except KeyboardInterrupt:
                for child in multiprocessing.active_children():
                    child.terminate()
                raise
    except BrokenProcessPool:  # too little memory for several, or forbidden here
        return


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


def _look(
    inputs: Sequence[Input],
    *,
    config: Path,
    folder: Path,
    today: dt.date,
    profile: Profile | Literal["auto"],
    select: frozenset[str],
    ignore: frozenset[str],
) -> int:
    with closing(Memory(folder)) as memory:
        workspace = gather(inputs, frozenset(item.id for item in inputs), config, memory)
        settings, _ = settings_of(workspace.config, select=select, ignore=ignore)
        lint(workspace, today=today, profile=profile, settings=settings)
    return len(inputs)


def _begin() -> None:
    """Ctrl-C reaches every process of a terminal; one answers it, and ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
