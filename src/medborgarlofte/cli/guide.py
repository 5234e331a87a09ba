"""State of a guided `lofte new`: the values so far, and the file that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from medborgarlofte.cli.check import lint_draft
from medborgarlofte.cli.new_files import create, path_for, replace_text, schema_from
from medborgarlofte.cli.session import Session
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.drafting.scaffold import bare_name, scaffold
from medborgarlofte.load import LoadedDocument, Workspace, load_bytes
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.record import Document
from medborgarlofte.swedish import PartialDate, slug
from medborgarlofte.timeline import predecessor_of


@dataclass
class Guide:
    """Document being written."""

    session: Session
    kind: type[Document]
    workspace: Workspace
    """What the project holds; only read."""
    file: str
    """Start of the file's name: lofte."""
    output: str | None = None
    values: dict[str, Any] = field(default_factory=dict)
    given: frozenset[str] = frozenset()
    """Questions answered by options."""
    without_police: bool = False
    start: str = ""
    """First day given by an option."""
    path: Path | None = None
    text: str = ""
    """What the file holds, as this program wrote it."""

    def party(self, kind: str) -> dict[str, Any] | None:
        """Party of a type."""
        return next((party for party in self.values.get("parter", ()) if party["typ"] == kind), None)

    @property
    def place(self) -> str:
        """Name of the municipality."""
        party = self.party("kommun")
        return party["namn"] if party else ""

    @property
    def commitments(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.values.get("åtaganden", [])
        return rows

    @property
    def predecessor(self) -> LoadedDocument | None:
        """Promise before this one."""
        loaded, _ = load_bytes("", "", self._text("").encode())
        if loaded is None or not isinstance(loaded.document, Promise):
            return None
        return predecessor_of(self.workspace, loaded, loaded.document)

    def _text(self, schema: str) -> str:
        return scaffold(self.kind, self.values, lang=self.session.lang, schema=schema)

    # ------------------------------------------------------------ the file

    def place_file(self, first: PartialDate) -> bool:
        """Choose the file's path; true when a draft there is continued.

        A draft is continued when it is exactly as this program wrote it. Raises LofteError for any other file.
        """
        path = path_for(self.session, self.output, bare_name(self.place), f"{self.file}-{first.year}")
        if path == self.path:
            return False
        old, self.path = self.path, path
        if self.text and old is not None and old.read_bytes() == self.text.encode():
            old.unlink()  # the same draft under the name of another year
        self.text = ""
        if not path.exists():
            return False
        data = path.read_bytes()
        loaded, wrong = load_bytes(path.stem, path.name, data)
        if loaded is None or wrong or not isinstance(loaded.document, self.kind):
            return False
        values = {key: value for key, value in loaded.value.items() if key != "dokument"}
        written = scaffold(self.kind, values, lang=self.session.lang, schema=self._schema(path))
        if written.encode() != data or not loaded.document.is_draft:
            return False
        self.values, self.text = values, written
        return True

    def _schema(self, path: Path) -> str:
        return schema_from(path, slug(self.kind.KIND))

    def save(self) -> None:
        """Write what is known, once there is a path. Raises LofteError."""
        if self.path is None:
            return
        text = self._text(self._schema(self.path))
        if not self.text:
            try:
                create(self.session, self.path, text)
            except Exception:
                self.path = None
                raise
        elif text != self.text:
            replace_text(self.session, self.path, self.text, text)
        self.text = text

    # ------------------------------------------------------------ the linter

    def findings(self, row: Mapping[str, Any], *keys: str) -> list[Diagnostic]:
        """Errors and warnings about some keys of one more commitment."""
        rows = [other for other in self.commitments if other["id"] != row["id"]]
        text = scaffold(self.kind, {**self.values, "åtaganden": [*rows, row]}, lang=self.session.lang)
        routes = {f"åtaganden/{row['id']}/{key}" for key in keys}
        found = lint_draft(self.session, self.workspace, text)
        return [one for one in found if one.route in routes and one.severity != "info"]
