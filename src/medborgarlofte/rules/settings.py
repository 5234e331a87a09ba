"""From lofte.toml and the command line to what the engine should do."""

from collections.abc import Mapping
from typing import Final

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Text
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.model.config import CONFIG_FILE, Config, span_of
from medborgarlofte.rules import RULES
from medborgarlofte.rules.engine import Level, Settings
from medborgarlofte.suggestions import did_you_mean

_LEVELS: Final[Mapping[str, Level]] = {"fel": "error", "varning": "warning", "tips": "info", "av": "off"}


def settings_of(
    config: Config,
    text: str = "",
    *,
    select: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
) -> tuple[Settings, list[Diagnostic]]:
    """The settings, and what in them names a rule that there is not."""
    known = {rule.code for rule in RULES}
    named = [*config.rules, *(code for row in config.files for code in row.rules)]
    wrong = [_unknown(code, known, text) for code in named if code not in known]
    settings = Settings(
        levels={code: _LEVELS[word] for code, word in config.rules.items()},
        by_path=tuple(
            (row.name, {code: _LEVELS[word] for code, word in row.rules.items()}) for row in config.files
        ),
        select=select,
        ignore=ignore,
    )
    return settings, wrong


def _unknown(code: str, known: set[str], text: str) -> Diagnostic:
    advice = did_you_mean(code, known) or Text("Ta bort raden.", "Remove the line.")
    return Diagnostic(
        UNKNOWN_RULE,
        "error",
        CONFIG_FILE,
        span_of(text, (code,)),
        f"regler/{code}",
        {"rule": code, "advice": advice},
    )


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
