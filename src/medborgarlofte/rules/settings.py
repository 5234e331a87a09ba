"""Engine settings from lofte.toml and options."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Text
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.model.config import CONFIG_FILE, Config
from medborgarlofte.rules import RULES
from medborgarlofte.rules.engine import Level, Settings
from medborgarlofte.source.positions import Route
from medborgarlofte.source.toml_positions import span_of
from medborgarlofte.suggestions import did_you_mean

_LEVELS: Final[Mapping[str, Level]] = {"fel": "error", "varning": "warning", "tips": "info", "av": "off"}


def settings_of(
    config: Config,
    text: str = "",
    file: str = CONFIG_FILE,
    *,
    folder: Path | None = None,
    select: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
) -> tuple[Settings, list[Diagnostic]]:
    """Settings, and diagnostics for unknown rules.

    `text` and `file` are lofte.toml's content and display name, `folder` its location.
    """
    known = {rule.code for rule in RULES}
    named: list[Route] = [("regler", code) for code in config.rules]
    named += [
        ("filer", index, "regler", code) for index, row in enumerate(config.files) for code in row.rules
    ]
    wrong = [_unknown(route, known, text, file) for route in named if route[-1] not in known]
    settings = Settings(
        levels={code: _LEVELS[word] for code, word in config.rules.items()},
        by_path=tuple(
            (row.name, {code: _LEVELS[word] for code, word in row.rules.items()}) for row in config.files
        ),
        folder=folder,
        select=select,
        ignore=ignore,
    )
    return settings, wrong


def _unknown(route: Route, known: set[str], text: str, file: str) -> Diagnostic:
    code = str(route[-1])
    advice = did_you_mean(code, known) or Text("Ta bort raden.", "Remove the line.")
    values = {"rule": code, "advice": advice}
    return Diagnostic(UNKNOWN_RULE, "error", file, span_of(text, route), "/".join(map(str, route)), values)


UNKNOWN_RULE: Final = SchemaNotice(
    code="L03",
    name="unknown-rule-in-configuration",
    message=Text(
        "lofte.toml nämner en regel ”{rule}” som inte finns.",
        "lofte.toml names a rule “{rule}” that does not exist.",
    ),
    why=Text("Inställningen har ingen verkan.", "The setting has no effect."),
    help=Text("{advice}", "{advice}"),
)
NOTICES: Final = (UNKNOWN_RULE,)
