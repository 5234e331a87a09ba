"""Reading of lofte.toml."""

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Text
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.model.config import CONFIG_FILE, Config
from medborgarlofte.model.validation_errors import describe_errors
from medborgarlofte.source.file_messages import CONTROL
from medborgarlofte.source.files import CONTROL_CHARACTERS, decode, read_bytes
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import START, Span, texts_of
from medborgarlofte.source.toml_positions import span_of


def read_config(data: bytes, file: str) -> tuple[Config, list[Diagnostic]]:
    """Configuration in a file, or its diagnostics."""
    text, findings = decode(data)
    if findings and findings[0].notice.code != "Y05":
        return Config(), [Diagnostic(f.notice, "error", file, f.span, values=f.values) for f in findings]
    try:
        value: dict[str, Any] = _plain(tomllib.loads(text))
    except (ValueError, RecursionError) as error:  # also a number of thousands of digits, and deep nesting
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        line, column = (int(at[1]), int(at[2])) if at else (text.count("\n") + 1, 1)
        return Config(), [Diagnostic(NOT_TOML, "error", file, Span(line, column, line, column + 1))]
    config = Config()
    findings = [
        Finding(CONTROL, route, {"character": f"U+{ord(found[0]):04X}"})
        for written, route in texts_of(value)
        if (found := CONTROL_CHARACTERS.search(written))
    ]
    if not findings:
        try:
            config = Config.model_validate(value)
        except ValidationError as error:
            findings = describe_errors(error, Config, value)
    wrong = []
    for finding in findings:
        route = tuple(step for step in finding.place if step != "[key]")
        span, where = span_of(text, route), "/".join(map(str, route))
        wrong.append(Diagnostic(finding.notice, "error", file, span, where, finding.values))
    return config, wrong


def _plain(value: Any) -> Any:
    """Value with dates as text, as in YAML."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, dt.date) else value


class ReadConfig(NamedTuple):
    """Configuration, diagnostics and source text; empty without a file."""

    config: Config
    wrong: list[Diagnostic]
    text: str


def config_of(path: Path, file: str = CONFIG_FILE, unsaved: bytes | None = None) -> ReadConfig:
    """Read `lofte.toml`; `file` is its display name, `unsaved` an editor's content of it."""
    if unsaved is None and not path.is_file():
        return ReadConfig(Config(), [], "")
    data = read_bytes(path, unsaved)
    if isinstance(data, Finding):
        return ReadConfig(Config(), [Diagnostic(data.notice, "error", file, START, values=data.values)], "")
    return ReadConfig(*read_config(data, file), decode(data)[0])


NOT_TOML: Final = SchemaNotice(
    code="D23",
    name="broken-configuration",
    message=Text("lofte.toml går inte att tolka här.", "lofte.toml cannot be understood here."),
    why=Text("Då vet verktyget inte hur ni vill ha det.", "Then the tool does not know how you want it."),
    help=Text(
        'Skriv nyckel = "värde" på varje rad. Finns inget att ställa in, ta bort filen.',
        'Write key = "value" on each line. If there is nothing to set, remove the file.',
    ),
)


NOTICES: Final = (NOT_TOML,)
