"""Scaffold of a new document of any kind, and of a new project."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, Final

from medborgarlofte.i18n import Language, Text
from medborgarlofte.model.declaration import Declared
from medborgarlofte.model.kinds import keys
from medborgarlofte.model.municipalities import by_name
from medborgarlofte.model.record import Document
from medborgarlofte.model.schema import schema_of_all
from medborgarlofte.source.writing import Quoted, write
from medborgarlofte.swedish import PartialDate
from medborgarlofte.templating import make_environment, packaged, render

WIDTH: Final = 100

RARE: Final = frozenset(["anmärkningar", "undantag", "ordlista", "källa", "dokument"])
"""Keys that a new document seldom needs; see docs/nycklar.md."""


def scaffold(kind: type[Document], values: Mapping[str, Any], *, lang: Language, schema: str = "") -> str:
    """Text of a new file; unknown keys are comments.

    `values` are the known keys; nothing else is made up.
    """
    lines = [f"# yaml-language-server: $schema={schema}"] if schema else []
    lines += [f"# {line}" for line in _HOW[lang].splitlines()]
    lines += write({"dokument": kind.KIND}).splitlines()
    for key, field in _ordered(kind):
        if key in values:
            lines += write({key: values[key]}).splitlines()
        elif key not in RARE:
            lines += _commented(key, field)
    return "\n".join(lines) + "\n"


def opening(
    kind: type[Document],
    *,
    municipality: str,
    police: str | None,
    first: PartialDate,
    last: PartialDate | None,
) -> dict[str, Any]:
    """Known values of a new document.

    `last` is for kinds that have a period.
    """
    known = by_name(municipality)
    party = {"id": "kommunen", "typ": "kommun", "namn": municipality}
    parties = [party | ({"kommunkod": Quoted(known.code)} if known else {})]
    if police:
        parties.append({"id": "polisen", "typ": "polis", "namn": police})
    end = last or first
    years = str(first.year) if first.year == end.year else f"{first.year}–{end.year}"
    made: dict[str, Any] = {
        "titel": f"{kind.LABEL.sv} för {bare_name(municipality)} {years}",
        "parter": parties,
    }
    if is_joint(kind):
        made["status"] = "utkast"
    return made | ({"period": {"från": str(first), "till": str(last)}} if last else {"datum": str(first)})


def is_joint(kind: type[Document]) -> bool:
    """True for kinds issued by police and municipality together."""
    return kind.KIND in ("medborgarlöfte", "samverkansöverenskommelse")


def has_period(kind: type[Document]) -> bool:
    """True for kinds with a period rather than a day."""
    return "datum" not in keys(kind)


def usual_police(municipality: str) -> str:
    """”Lokalpolisområde Karlshamn”."""
    return f"Lokalpolisområde {bare_name(municipality)}"


def bare_name(municipality: str) -> str:
    """”Karlshamn” for ”Karlshamns kommun”."""
    known = by_name(municipality)
    return known.name if known else re.sub(r"\s+kommun$", "", municipality)


def _ordered(kind: type[Document]) -> list[tuple[str, Declared]]:
    """Own keys, then common ones; status after the title."""
    shared = {key: field for key, field in keys(kind).items() if key in keys(Document)}
    own = [(key, field) for key, field in keys(kind).items() if key not in shared]
    after_title = [key for key, _ in own].index("titel") + 1
    status = ("status", shared.pop("status"))
    return [*own[:after_title], status, *own[after_title:], *shared.items()]


def _commented(key: str, field: Declared) -> Iterator[str]:
    """Commented-out key with its description; nested keys indented."""
    part = field.record
    yield from _comment(f"{key}:", field.description)
    if part is None:
        return
    for number, (name, inner) in enumerate(keys(part).items()):
        lead = ("  - " if number == 0 else "    ") if field.is_list else "  "
        yield from _comment(f"{lead}{name}:", inner.description)


def _comment(written: str, description: str) -> Iterator[str]:
    """Key and description as wrapped comment lines."""
    lead = f"# {written:<24} "
    wrapped = textwrap.wrap(description, WIDTH - len(lead), break_long_words=False) or [""]
    yield f"{lead}{wrapped[0]}".rstrip()
    for line in wrapped[1:]:
        yield f"#{' ' * (len(lead) - 1)}{line}"


_HOW: Final = Text(
    "Rader som börjar med # är förklaringar. Ta bort tecknet och fyll i det som finns, ta bort resten.\n"
    "Kontrollera med: lofte validate",
    "Lines that begin with # are explanations. Remove the sign and fill in what there is, remove the rest.\n"
    "Check with: lofte validate",
)


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
