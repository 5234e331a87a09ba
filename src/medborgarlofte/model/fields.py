"""Field types and how they parse a file's text."""

import re
import sys
from collections.abc import Callable
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from medborgarlofte.i18n import Text
from medborgarlofte.model.municipalities import EXAMPLE_CODE, municipalities
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.source.messages import BULLETS
from medborgarlofte.swedish import (
    ImpossibleDateError,
    PartialDate,
    check_date,
    guess_date,
    likely_date,
    parse_date,
    parse_number,
)
from medborgarlofte.units import BY_NAME, INTERVALS, rate_of

_DIGITS_TOO: Final = {"type": ["string", "number"], "minLength": 1}
"""A text of digits needs no quotation marks: the reader keeps it as text."""


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), WithJsonSchema(_DIGITS_TOO)]
"""A short text."""

Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(sys.intern),  # much of the wording is kept from year to year
    WithJsonSchema({"type": "string", "minLength": 1}),
]
"""A long text: Markdown (CommonMark without raw HTML). Its schema sets it apart from a reference."""

Identifier = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^[\w.-]{1,40}$"),
    WithJsonSchema({"type": ["string", "number"], "pattern": r"^[\w.-]{1,40}$"}),
]
"""A short name inside a document, used in addresses."""

Reference = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""The id of another document (its path without suffix), or of something in it after #."""


def written_as(is_right: Callable[[str], object], error: str, **context: Any) -> BeforeValidator:
    """Validator of texts; another type is an error of its own."""

    def check(value: Any) -> Any:
        if isinstance(value, str) and not is_right(value):
            raise PydanticCustomError(error, error, context)
        return value

    return BeforeValidator(check)


def _date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("shape", "a date", {"wanted": A_DATE})
    try:
        return parse_date(value)
    except ImpossibleDateError as error:
        raise PydanticCustomError("impossible_date", "{reason}", {"reason": error.reason}) from None
    except ValueError:
        pass
    try:
        meant = guess_date(value)
    except ImpossibleDateError as error:
        raise PydanticCustomError("impossible_date", "{reason}", {"reason": error.reason}) from None
    likely = meant or likely_date(value)
    write = Text("Skriv", "Write") if likely else Text("Skriv till exempel", "Write, for example,")
    context = {"example": str(likely or "2024-12-31"), "certain": meant is not None, "write": write}
    raise PydanticCustomError("date_form", "write {example}", context)


A_DATE: Final = Text("ett datum", "a date")

Date = Annotated[
    PartialDate,
    BeforeValidator(_date),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
            "minimum": 1900,
            "maximum": 2200,
        }
    ),
]
"""A day, a month or a year, as precise as the source."""


def _number(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return parse_number(value)
        except ValueError:
            raise PydanticCustomError("not_a_number", "a number", {}) from None
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise PydanticCustomError("shape", "a number", {"wanted": Text("ett tal", "a number")})
    return value


Number = Annotated[
    int | float,
    BeforeValidator(_number),
    WithJsonSchema({"type": ["number", "string"], "pattern": r"^-?[0-9][0-9 \u00a0\u202f]*([.,][0-9]+)?$"}),
]
"""A number; a decimal comma and spaces between thousands are understood."""


def _whole(value: Any) -> int:
    number = _number(value)
    if not isinstance(number, int):
        raise PydanticCustomError("not_a_number", "a whole number", {})
    return number


Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer"})]
"""A whole number."""


def _year(value: Any) -> int:
    year = _whole(value)
    try:
        check_date(year, None, None)
    except ImpossibleDateError as error:
        raise PydanticCustomError("impossible_date", "{reason}", {"reason": error.reason}) from None
    return year


Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": "integer"})]


def _count(value: Any) -> Any:
    number = _number(value)
    if number < 0:
        raise PydanticCustomError("below_zero", "zero or more", {})
    return number


Count = Annotated[
    int | float,
    BeforeValidator(_count),
    WithJsonSchema(
        {"type": ["number", "string"], "minimum": 0, "pattern": r"^[0-9][0-9 \u00a0\u202f]*([.,][0-9]+)?$"}
    ),
]
"""A number that counts something and cannot be below zero."""

_YES_NO: Final = {"ja": True, "nej": False, "true": True, "false": False, "yes": True, "no": False}


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in _YES_NO:
        return _YES_NO[value.strip().lower()]
    raise PydanticCustomError("yes_no", "ja or nej", {})


YesNo = Annotated[
    bool,
    BeforeValidator(_yes_no),
    PlainSerializer(lambda value: "ja" if value else "nej", return_type=str),
    WithJsonSchema({"enum": ["ja", "nej"]}),
]
"""ja or nej."""

_ADDRESS: Final = re.compile(r"(https?://|mailto:|tel:)[^\s<>\"]+", re.IGNORECASE)
_BARE_HOST: Final = re.compile(r"(www\.|[\w-]+(\.[\w-]+)*\.(se|nu|org|com|eu)(/|$))[^\s<>\"]*", re.IGNORECASE)


def _link(value: str) -> str:
    if _ADDRESS.fullmatch(value) and _can_be_taken_apart(value):
        return value
    meant = f"https://{value}" if _BARE_HOST.match(value) else "https://www.exempel.se/"
    whole = value.strip().strip("<>").replace(" ", "%20")
    meant = whole if _ADDRESS.fullmatch(whole) and _can_be_taken_apart(whole) else meant
    raise PydanticCustomError("address", "an address", {"example": meant})


def _can_be_taken_apart(address: str) -> bool:
    """True when host and port are unambiguous."""
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False


Link = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    BeforeValidator(lambda value: _link(value.strip()) if isinstance(value, str) else value),
    WithJsonSchema(
        {"type": "string", "pattern": "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:)"}
    ),
]
"""An address on the web, for e-mail or for telephone; no other schemes, so that nothing can run."""


Category = Annotated[
    str,
    written_as(lambda value: value in categories(), "choice", choices=tuple(categories())),
    WithJsonSchema({"enum": list(categories())}),
]
"""A slug of the taxonomy."""


MunicipalityCode = Annotated[
    str,
    written_as(lambda value: value == EXAMPLE_CODE or value in municipalities(), "municipality_code"),
    WithJsonSchema({"type": ["string", "integer"], "pattern": "^[0-9]{4}$"}),
]
"""Four digits, as SCB writes them; 9999 is for invented places."""

EASY_SWEDISH: Final = "lättläst"
LANGUAGES_OFFERED: Final = (
    EASY_SWEDISH, "en", "ar", "fa", "fi", "ku", "pl", "ru", "se", "so", "ti", "tr", "uk", "de", "es", "fr", "rom", "yi",
)  # fmt: skip
"""Languages to choose from; any other tag of BCP 47 will do."""


_LANGUAGE_TAG: Final = rf"({EASY_SWEDISH}|[A-Za-z]{{2,3}}(-[A-Za-z0-9]{{2,8}})*)"

LanguageTag = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    written_as(lambda value: re.fullmatch(_LANGUAGE_TAG, value.strip()), "choice", choices=LANGUAGES_OFFERED),
    WithJsonSchema({"type": "string", "pattern": f"^{_LANGUAGE_TAG}$"}),
]
"""A tag of BCP 47 (en, ar, zh-Hans), or lättläst for easy Swedish."""

RATES: Final = (*INTERVALS, "perioden")


def _is_rate(value: str) -> bool:
    unit = re.sub(r"^[0-9]+\s+", "", value.strip())
    known = _PLURALS if unit != value.strip() else RATES
    count = value.strip().removesuffix(unit).strip()
    return unit in known and not (count and int(count) == 0)


_PLURALS: Final = tuple(BY_NAME[name].forms[2] for name in INTERVALS)
"""How the units of a rate are written after a number."""

Rate = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    written_as(_is_rate, "choice", choices=RATES),
    WithJsonSchema({"type": "string", "pattern": f"^({'|'.join(RATES)}|[0-9]+ ({'|'.join(_PLURALS)}))$"}),
]
"""How often: vecka, år, perioden …, or "2 veckor"."""


def rate_days(rate: str) -> float | None:
    """Days of a rate: 14 for "2 veckor".

    None for perioden, which depends on the promise.
    """
    found = rate_of(rate)
    return found[0] if found else None


def as_list(value: Any) -> Any:
    """Value as a list; one item may lack its dash."""
    if isinstance(value, str) and re.match(r"-[^\s\d-]", value):
        raise PydanticCustomError("dash", "dash", {})
    if isinstance(value, str) and len(value) > 1 and value[0] in BULLETS and not value[1].isdigit():
        raise PydanticCustomError("bullet", "bullet", {"mark": value[0]})
    return [value] if isinstance(value, (str, dict)) else value


OneOrMany = BeforeValidator(as_list)
