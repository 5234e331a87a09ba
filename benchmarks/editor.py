"""How fast the language server answers: first findings, findings after a keystroke, and memory over many edits.

python benchmarks/editor.py --documents 300 --edits 1000
"""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rules_profile import written

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from editor_client import TODAY, Editor, editing
from medborgarlofte.load import content_of
from program import environment


def validated(folder: Path) -> float:
    """Seconds of `lofte validate`, the whole process."""
    words = (sys.executable, "-m", "medborgarlofte", "validate", "--format", "json", "--today", TODAY)
    began = time.perf_counter()
    subprocess.run(words, cwd=folder, env=environment(), stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


async def first(folder: Path, paths: list[Path]) -> float:
    """Seconds from the start of the server until every file with findings has them."""
    began = time.perf_counter()
    async with editing(folder) as editor:
        uri = editor.open(paths[0])
        await editor.settled(uri)
        expected = {path.as_uri() for path in paths}
        await editor.until(lambda: expected <= editor.client.diagnostics.keys())
        return time.perf_counter() - began


async def keystroke(editor: Editor, uri: str, text: str) -> float:
    """Seconds from a change until the findings of the changed text."""
    began = time.perf_counter()
    editor.change(uri, text)
    await editor.settled(uri)
    return time.perf_counter() - began


def memory(editor: Editor) -> float:
    """Resident memory of the server in MiB."""
    process = editor.client._server  # noqa: SLF001 - pytest-lsp shows it nowhere else
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8") if process else ""
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def processor(editor: Editor) -> float:
    """Seconds of processor time of the server."""
    process = editor.client._server  # noqa: SLF001 - as above
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").split() if process else []
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


async def typing(folder: Path, path: Path, edits: int) -> tuple[list[float], list[float], float]:
    """Seconds of each keystroke, memory after each hundredth, and processor time of each."""
    text = path.read_text(encoding="utf-8")
    spent: list[float] = []
    used: list[float] = []
    async with editing(folder) as editor:
        uri = editor.open(path)
        await editor.settled(uri)
        await editor.until(lambda: len(editor.client.diagnostics) > 1)
        before = processor(editor)
        for number in range(edits):
            typed = text.replace("Minst", f"Minst {number} och", 1) + f"# {'x' * (number % 40)}\n"
            spent.append(await keystroke(editor, uri, typed))
            if number % 100 == 99:
                used.append(memory(editor))
        return spent, used, (processor(editor) - before) / edits


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--edits", type=int, default=1000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place).resolve()
        paths = sorted(written(chosen.documents, 1, folder).rglob("*.yaml"))
        validated(folder)  # compiles the modules
        whole = min(validated(folder) for _ in range(3))
        begun = min(asyncio.run(first(folder, paths)) for _ in range(3))
        data = paths[0].read_bytes()
        parses = []
        for _ in range(20):
            began = time.perf_counter()
            content_of(data, "x.yaml")
            parses.append(time.perf_counter() - began)
        spent, used, busy = asyncio.run(typing(folder, paths[0], chosen.edits))
    parse, median = statistics.median(parses), statistics.median(spent)
    slow = sorted(spent)[int(len(spent) * 0.95)]
    print(f"lofte validate of {chosen.documents} documents: {whole:.2f} s")
    print(
        f"all findings in the editor, from the start of the server: {begun:.2f} s, {begun / whole:.2f} × validate"
    )
    print(
        f"after a keystroke: median {median * 1000:.0f} ms, 95 % {slow * 1000:.0f} ms; a parse of the file {parse * 1000:.1f} ms, so {median / parse:.1f} ×"
    )
    print(
        f"processor time of the server for each keystroke, the documents that it affects included: {busy * 1000:.0f} ms"
    )
    print(f"memory after each hundredth edit: {', '.join(f'{one:.0f}' for one in used)} MiB")


if __name__ == "__main__":
    main()
