"""Custom colours and their contrast on the pages."""

import re
from collections.abc import Callable
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from medborgarlofte.i18n import Text
from medborgarlofte.model.fields import Line


def _colour(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch("#[0-9a-fA-F]{6}", value.strip()):
        raise PydanticCustomError("shape", "a colour", {"wanted": _A_COLOUR})
    return value


_A_COLOUR: Final = Text("en färg som #0b5394", "a colour such as #0b5394")


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (#rrggbb), 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


GROUNDS: Final = {"light": ("#ffffff", "#f3f6f6"), "dark": ("#14191d", "#1c2328")}
"""Background of links in each mode of style.css."""
READABLE: Final = 4.5
"""The least contrast of text (WCAG 2.2, 1.4.3)."""


def lightened(colour: str) -> str:
    """A colour mixed with white until it can be read on the grounds of the dark mode."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    for share in range(0, 101, 5):
        mixed = "#" + "".join(f"{round(part + (255 - part) * share / 100):02x}" for part in parts)
        if min(contrast(mixed, ground) for ground in GROUNDS["dark"]) >= READABLE:
            return mixed
    return "#ffffff"


def _readable_on(mode: str) -> Callable[[str], str]:
    """Validator for text colours on a mode's background."""

    def check(colour: str) -> str:
        ratio = min(contrast(colour, ground) for ground in GROUNDS[mode])
        if ratio < READABLE:
            had = f"{int(ratio * 10) / 10}"
            sv, en = ("ljus", "light") if mode == "light" else ("mörk", "dark")
            wanted = Text(
                f"en färg som går att läsa på {sv} botten (kontrasten är {had.replace('.', ',')} och ska vara minst 4,5)",
                f"a colour that can be read on a {en} ground (the contrast is {had} and must be at least 4.5)",
            )
            raise PydanticCustomError("shape", "a readable colour", {"wanted": wanted})
        return colour

    return check


Colour = Annotated[Line, BeforeValidator(_colour)]
"""A colour as #rrggbb, for decoration."""
LightColour = Annotated[Line, BeforeValidator(_colour), AfterValidator(_readable_on("light"))]
"""A colour as #rrggbb, for text on a light ground."""
DarkColour = Annotated[Line, BeforeValidator(_colour), AfterValidator(_readable_on("dark"))]
"""A colour as #rrggbb, for text on a dark ground."""
