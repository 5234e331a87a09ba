"""Swedish number words."""

import itertools
import re
from functools import lru_cache
from typing import Final

_ONES: Final = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio")
_TEENS: Final = (
    "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton",
)  # fmt: skip
_TENS: Final = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")

SMALL: Final[dict[str, int]] = {
    **{word: value for value, word in enumerate((*_ONES, *_TEENS))},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
    **{
        tens + one: 10 * t + o
        for (t, tens), (o, one) in itertools.product(enumerate(_TENS, start=2), enumerate(_ONES[1:], start=1))
    },
    **{f"{tens}en": 10 * value + 1 for value, tens in enumerate(_TENS, start=2)},
}
"""0–99, without “en”, which is an article."""

GROUPS: Final[dict[str, float]] = {
    "hundra": 100, "tusen": 1000, "miljon": 1e6, "miljoner": 1e6, "miljard": 1e9, "miljarder": 1e9,
    "dussin": 12, "tjog": 20,
}  # fmt: skip
"""Words that multiply the number before them."""

NUMBER_WORDS: Final[dict[str, int]] = {
    **{word: value for word, value in SMALL.items() if value},
    **{f"{ones}hundra": 100 * value for value, ones in enumerate(_ONES) if value},
    "en": 1, "ettan": 1, "hundra": 100, "dussin": 12, "tiotal": 10, "tjugotal": 20, "femtiotal": 50, "hundratal": 100,
}  # fmt: skip
"""Words that may stand for a figure in a form; articles too."""

ORDINALS: Final[dict[str, int]] = {
    word: value
    for value, words in enumerate(
        ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte",
         "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde"), start=1
    )
    for word in (words,)
} | {f"{tens}nde": 10 * value for value, tens in enumerate(_TENS, start=2)} | {
    f"{tens}{ordinal}": 10 * t + o
    for (t, tens) in enumerate(_TENS, start=2)
    for o, ordinal in enumerate(
        ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde"), start=1
    )
}  # fmt: skip

PARTS: Final[dict[str, int]] = {
    form: value
    for word, value in (*((w, v) for w, v in ORDINALS.items() if v > 2), ("hundra", 100))
    for stem in (f"{word}del", f"{word.removesuffix('de')}del")
    for form in (stem, f"{stem}en", f"{stem}ar", f"{stem}arna")
}
"""“tredjedel” is 3, “tiondelar” 10."""

_HUNDREDS: Final = re.compile(r"(?P<count>[a-zåäö]*?)hundra(?:och)?(?P<rest>[a-zåäö]*)")


@lru_cache(maxsize=4096)
def parse_word(word: str) -> float | None:
    """Value of “tvåhundrafemtio”, or None."""
    if word in SMALL:
        return SMALL[word]
    if word in GROUPS:
        return GROUPS[word]
    head, thousand, rest = word.partition("tusen")
    if thousand:
        low = _below_thousand(rest) if rest else 0
        count = 1 if head in ("", "et") else _below_thousand(head)  # “ettusen” drops a t
        return None if low is None or not count else count * 1000 + low
    return _below_thousand(word)


def _below_thousand(word: str) -> int | None:
    if word in SMALL:
        return SMALL[word]
    if word == "en":
        return 1
    found = _HUNDREDS.fullmatch(word)
    if found is None:
        return None
    count = SMALL.get(found["count"], 1 if found["count"] in ("", "en") else None)
    rest = SMALL.get(found["rest"]) if found["rest"] else 0
    return None if rest is None or not count or count > 9 else count * 100 + rest


def parse_tens(word: str) -> float | None:
    """Value of “tiotal”, “fyrtiotalet”, “hundratal”, or None."""
    found = re.fullmatch(r"(?P<number>[a-zåäö]+)tal(?:et)?", word)
    value = parse_word(found["number"]) if found else None
    return value if value is not None and value >= 5 else None
