"""The files that fuzzing begins from: every document of the repository, ones with every key, and faulty ones."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from corpus import ERR, EXAMPLE, EXEMPELBY, ROOT
from exporting.filled import chain, written


class Seed(NamedTuple):
    """A valid document, and the folder that its own folder ”promises” lies in."""

    project: Path
    id: str
    data: bytes

    @property
    def kind(self) -> str:
        """What kind of document it is: medborgarlöfte."""
        return next(
            line.removeprefix("dokument: ")
            for line in self.data.decode().splitlines()
            if line.startswith("dokument: ")
        )


@cache
def projects() -> tuple[Path, ...]:
    """The folders with documents: those of the repository, and one with every key of every kind."""
    filled = temporary()
    written(
        filled,
        chain("Exempelby", "Vi gör *detta* minst 3 gånger per vecka.\n\n- ett\n- [två](https://a.example)"),
    )
    return ROOT, EXAMPLE, EXEMPELBY, filled


def temporary() -> Path:
    """A folder that is gone when the program is."""
    folder = Path(tempfile.mkdtemp(prefix="lofte-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def documents() -> tuple[Seed, ...]:
    """Every document of the projects."""
    return tuple(
        Seed(project, path.relative_to(project / "promises").with_suffix("").as_posix(), path.read_bytes())
        for project in projects()
        for path in sorted((project / "promises").rglob("*.yaml"))
    )


@cache
def faulty() -> tuple[bytes, ...]:
    """Every faulty file of the tests."""
    return tuple(path.read_bytes() for path in sorted(ERR.glob("*.yaml")))


CONFIG: Final = """\
[regler]
K02 = "av"
M01 = "fel"

[[filer]]
namn = "promises/aldre/*"
regler = {A02 = "av", W05 = "tips"}

[webbplats]
namn = "Trygg i Exempelby"
utgivare = "Exempelby kommun"
ansvarig = "trygghetssamordnaren"
epost = "trygghet@exempelby.example"
bas_url = "https://trygghet.exempelby.example"
farg = "#0b5394"

[tillganglighet]
forenlig = "delvis"
brister = ["Äldre löften finns bara som skannade bilder."]
bedomd = "2026-01-15"
metod = "självskattning"
meddela = "mailto:trygghet@exempelby.example"
""".encode()
"""A lofte.toml that uses most of what there is."""


def nearest(data: bytes) -> Seed:
    """The document that has most lines in common with the bytes."""
    lines = set(data.splitlines())
    return max(documents(), key=lambda seed: len(lines & _lines(seed.data)))


@cache
def _lines(data: bytes) -> frozenset[bytes]:
    return frozenset(data.splitlines())
