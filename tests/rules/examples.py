"""The example promise in docs/exempel, with keys replaced as a rule's good and bad examples say."""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import yaml

from medborgarlofte.cli.pages import kept_pages
from medborgarlofte.cli.session import Session
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.load import load
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.rules.engine import lint, no_pages
from medborgarlofte.rules.rule import Profile, Rule

EXAMPLE = Path(__file__).parents[2] / "docs" / "exempel" / "promises"
TODAY = dt.date(2024, 5, 15)
AFTER = dt.date(2025, 2, 1)
"""When the example's follow-ups have been written."""


def findings_of(rule: Rule, example: str, folder: Path, profile: Profile = "publicering") -> list[Diagnostic]:
    """What all rules say of the example promise once the keys are replaced."""
    root = folder / "promises"
    shutil.copytree(EXAMPLE, root)
    shutil.copytree(Path(__file__).parent / "arkiv", folder / "arkiv")
    name = "uppfoljning-2023-12-31" if rule.scope == (FollowUp,) else "lofte-2024"
    file = root / "exempelby" / f"{name}.yaml"
    document = yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - plain text only
    patch = yaml.load(example, Loader=yaml.CBaseLoader) or {}  # noqa: S506
    merged = _merged(document, patch)
    written = yaml.dump(merged, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    file.write_text(written, encoding="utf-8")
    workspace = load([str(file)], folder)
    errors = [d for d in workspace.diagnostics if d.severity == "error"]
    today = AFTER if rule.scope == (FollowUp,) else TODAY
    session = Session("sv", folder, today, 100, color=False, interactive=False)
    pages = kept_pages(session, workspace) if rule.needs_pages else no_pages
    return [*errors, *lint(workspace, today=today, profile=profile, pages=pages)]


def _merged(value: Any, patch: Any) -> Any:
    """Mappings key by key, lists of named items item by item; an empty key is removed."""
    if isinstance(value, dict) and isinstance(patch, dict):
        joined = {**value, **{key: _merged(value.get(key), part) for key, part in patch.items()}}
        return {key: part for key, part in joined.items() if part not in ("", None)}
    if isinstance(value, list) and isinstance(patch, list) and all(_name(item) for item in (*value, *patch)):
        named = {_name(item): item for item in value}
        for item in patch:
            named[_name(item)] = _merged(named.get(_name(item), {}), item)
        return list(named.values())
    return patch


def _name(item: Any) -> str | None:
    return (item.get("id") or item.get("åtagande")) if isinstance(item, dict) else None
