"""Numbers as words, to be read back."""

ONES = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio")
TEENS = ("tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton")
TENS = ("tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")


def spell(value: int) -> str:
    """Number from 0 to 9,999 as one word."""
    if value < 20:
        return (*ONES, *TEENS)[value]
    if value < 100:
        return TENS[value // 10 - 2] + (ONES[value % 10] if value % 10 else "")
    if value < 1000:
        return ONES[value // 100] + "hundra" + (spell(value % 100) if value % 100 else "")
    return spell(value // 1000) + "tusen" + (spell(value % 1000) if value % 1000 else "")
