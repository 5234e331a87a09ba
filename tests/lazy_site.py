"""A site in memory whose files are made when they are looked at."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from medborgarlofte.i18n import Language
from medborgarlofte.load import Workspace
from medborgarlofte.site.build import output_files
from medborgarlofte.site.page import Site


class LazySite(Mapping[str, bytes]):
    """Bytes of each file by its path."""

    def __init__(
        self,
        workspace: Workspace,
        lang: Language = "sv",
        *,
        templates: Path | None = None,
        folder: Path | None = None,
    ) -> None:
        files = output_files(Site(workspace, lang), templates, folder)
        self._make = {file.name: file.make for file in files}
        self._made: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> bytes:
        if name not in self._made:
            self._made[name] = self._make[name]()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._make)

    def __len__(self) -> int:
        return len(self._make)
