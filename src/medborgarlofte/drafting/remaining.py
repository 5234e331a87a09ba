"""Why a finding is left to the writer."""

from collections.abc import Mapping
from typing import Final

from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.i18n import Text

_STRUCTURE: Final = Text(
    "Här går det att mena flera saker. Bara du vet vilken.",
    "This can mean several things. Only you know which.",
)
_CONTENT: Final = Text(
    "Svaret finns i ditt underlag, inte i filen. lofte hittar inte på något.",
    "The answer is in your sources, not in the file. lofte invents nothing.",
)
_CHOICE: Final = Text(
    "Inget av det som går att skriva är tillräckligt likt.", "Nothing that can be written is similar enough."
)
_BOTH: Final = Text(
    "Bara du vet vilken av uppgifterna som gäller.", "Only you know which of the two applies."
)
_WORDING: Final = Text(
    "Löftets ordalydelse ändras aldrig av lofte.", "lofte never changes the wording of a promise."
)
_FILE: Final = Text("Filen går inte att läsa som text.", "The file cannot be read as text.")
_NAMES: Final = Text(
    "Andra filer hänvisar med namnet. Byt det med: lofte rename GAMMALT NYTT",
    "Other files refer to the name. Change it with: lofte rename OLD NEW",
)

_FAMILIES: Final[Mapping[str, Text]] = {"Y": _STRUCTURE, "D": _CONTENT, "X": _CHOICE, "L": _CONTENT}
EXCEPTIONS: Final[Mapping[str, Text]] = {
    **dict.fromkeys(("Y01", "Y02", "Y03", "Y05", "Y33"), _FILE),
    **dict.fromkeys(("Y19", "Y22", "D16", "D18", "D22"), _BOTH),
    **dict.fromkeys(("D01", "D07", "D08", "D24", "D25", "D26", "D29"), _STRUCTURE),
    **dict.fromkeys(("D03", "D05", "D09"), _CHOICE),
    **dict.fromkeys(("Y32", "D21", "X05"), _NAMES),
    **dict.fromkeys(("X06", "X07"), _CONTENT),
    "Y04": _WORDING,
}


def reason_for(diagnostic: Diagnostic) -> Text:
    """Why `--fix` leaves a finding.

    Findings of rules are about what a promise says.
    """
    return EXCEPTIONS.get(diagnostic.code) or _FAMILIES.get(diagnostic.code[0], _WORDING)
