"""Files of a new project."""

import json
from collections.abc import Iterator
from typing import Final

from medborgarlofte.drafting.scaffold import bare_name
from medborgarlofte.model.schema import schema_of_all
from medborgarlofte.templating import make_environment, packaged, render

FILES: Final = {
    "lofte.toml": "lofte.toml.jinja",
    "README.md": "README.md.jinja",
    ".gitattributes": "dot/gitattributes",
    ".gitignore": "dot/gitignore",
    ".pre-commit-config.yaml": "dot/pre-commit-config.yaml",
    ".vscode/settings.json": "vscode/settings.json",
    ".vscode/extensions.json": "vscode/extensions.json",
    ".github/workflows/lofte.yml": "github/lofte.yml",
    ".gitlab-ci.yml": "dot/gitlab-ci.yml",
}
"""Each file and its template; those that end in .jinja are filled in."""
SCHEMA: Final = ".lofte/lofte.schema.json"
PLACEHOLDER: Final = "promises/.gitkeep"
"""Keeps the empty folder in git."""


def project_files(municipality: str, police: str) -> Iterator[tuple[str, str]]:
    """Name and text of every file of a new project."""
    folder = packaged() / "project"
    environment = make_environment([folder], autoescape=False)
    data = {
        "municipality": _quotable(municipality),
        "police": _quotable(police),
        "site_name": f"Medborgarlöften i {_quotable(bare_name(municipality))}",
    }
    yield PLACEHOLDER, ""
    for name, template in FILES.items():
        is_filled = template.endswith(".jinja")
        yield (
            name,
            render(environment, template, data, None)
            if is_filled
            else (folder / template).read_text(encoding="utf-8"),
        )
    yield SCHEMA, json.dumps(schema_of_all(), ensure_ascii=False, indent=2) + "\n"


def _quotable(name: str) -> str:
    """Name without what would end a TOML text or a line."""
    return " ".join(name.replace("\\", " ").replace('"', " ").split())
