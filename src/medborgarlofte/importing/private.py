"""Removal of personal numbers and addresses."""

import re
from typing import Final

from medborgarlofte.i18n import Text

MOBILE: Final = re.compile(r"(?<![\d§/-])(?:\+46|0046|0)[\s-]?\(?0?\)?7[02369](?:[\s-]?\d){7}(?!\d)")
PERSONAL_NUMBER: Final = re.compile(
    r"(?<!\d)(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-3]\d|[6-9]\d)[-+]\d{4}(?!\d)"
)
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FUNCTIONS: Final = re.compile(
    r"^(?:info|kontakt|kontaktcenter|kommun|kommunen|registrator|trygg\w*|press\w*|polis\w*|kundtjanst|medborgar\w*|sakerhet\w*|samhalls\w*|kommunikation\w*|servicecenter|brottsforebygg\w*|bra|lpo\w*|felanmalan|diarium\w*)(?:[.@-]|$)",
    re.IGNORECASE,
)
_LEFT_OUT: Final = "[utelämnat mobilnummer]"
_LEFT_OUT_NUMBER: Final = "[utelämnat personnummer]"


def without_private(text: str) -> str:
    """Text with private numbers replaced."""
    return PERSONAL_NUMBER.sub(_LEFT_OUT_NUMBER, MOBILE.sub(_LEFT_OUT, text))


def private_in(text: str) -> Text | None:
    """Kind of private content, or None."""
    if MOBILE.search(text):
        return Text("ett mobilnummer är utelämnat", "a mobile number is left out")
    if PERSONAL_NUMBER.search(text):
        return Text("ett personnummer är utelämnat", "a personal number is left out")
    if any(not is_functional(address) for address in _EMAIL.findall(text)):
        return Text("en persons e-postadress är utelämnad", "a person's e-mail address was left out")
    return None


def is_functional(address: str) -> bool:
    """True for a function's e-mail address."""
    return bool(_FUNCTIONS.match(address.split("@", maxsplit=1)[0] + "@"))


def emails(text: str) -> list[str]:
    """The addresses of functions in a text."""
    return [address for address in _EMAIL.findall(text) if is_functional(address)]
