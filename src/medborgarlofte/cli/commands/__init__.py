"""Every command: `cli/<command>.py` has its function."""

from collections.abc import Mapping
from typing import Final

from medborgarlofte.cli.commands.answers import ANSWERS
from medborgarlofte.cli.commands.documents import DOCUMENTS
from medborgarlofte.cli.commands.publishing import PUBLISHING
from medborgarlofte.cli.options import Command

_ORDER: Final = (
    "init", "list", "validate", "render", "preview", "diff", "compare", "import", "new", "sign", "follow-up", "due",
    "summary", "rename", "export", "lsp", "schema", "completion",
)  # fmt: skip
COMMANDS: Final[Mapping[str, Command]] = {
    name: {**ANSWERS, **DOCUMENTS, **PUBLISHING}[name] for name in _ORDER
}
"""Every command in the order of the help."""

COMMAND_WORDS: Final[Mapping[str, str]] = {
    "börja": "init", "starta": "init", "lista": "list", "dokument": "list",
    "kontrollera": "validate", "granska": "validate", "rätta": "validate", "check": "validate",
    "bygg": "render", "publicera": "render", "webbplats": "render", "build": "render", "publish": "render",
    "visa": "preview", "förhandsvisa": "preview", "show": "preview", "serve": "preview",
    "skillnad": "diff", "ändringar": "diff", "jämför": "compare", "importera": "import", "läs-in": "import",
    "ny": "new", "skriv": "new", "nya": "new", "nytt": "new", "skapa": "new", "create": "new",
    "underteckna": "sign", "skriv-under": "sign", "uppföljning": "follow-up", "följ-upp": "follow-up",
    "följa-upp": "follow-up", "kommande": "due", "försenat": "due", "kalender": "due", "deadlines": "due",
    "sammanfatta": "summary", "sammanfattning": "summary", "statistik": "summary",
    "byt-namn": "rename", "döp-om": "rename", "exportera": "export",
}  # fmt: skip
"""Other words for the commands, Swedish and English, that are suggested and not run."""
