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

REASONS: Final[Mapping[Text, tuple[str, ...]]] = {
    _FILE: ("Y01", "Y02", "Y03", "Y05", "Y33"),
    _STRUCTURE: (
        "Y06", "Y07", "Y08", "Y09", "Y10", "Y11", "Y12", "Y13", "Y14", "Y15", "Y16", "Y17", "Y18", "Y20", "Y21", "Y23",
        "Y24", "Y25", "Y26", "Y27", "Y28", "Y29", "Y30", "Y31", "D01", "D07", "D08", "D24", "D25", "D26", "D29",
    ),
    _BOTH: ("Y19", "Y22", "D16", "D18", "D22"),
    _CONTENT: (
        "D02", "D04", "D06", "D10", "D11", "D12", "D13", "D14", "D15", "D17", "D19", "D20", "D23", "D27", "D28", "X06", "X07",
        "L01", "L02", "L03",
    ),
    _CHOICE: ("D03", "D05", "D09", "X01", "X02", "X03", "X04"),
    _NAMES: ("Y32", "D21", "X05"),
    _WORDING: ("Y04",),
}  # fmt: skip
_BY_CODE: Final = {code: reason for reason, codes in REASONS.items() for code in codes}


def reason_for(diagnostic: Diagnostic) -> Text:
    """Why `--fix` leaves a finding.

    Findings of rules are about what a promise says.
    """
    return _BY_CODE.get(diagnostic.code, _WORDING)
