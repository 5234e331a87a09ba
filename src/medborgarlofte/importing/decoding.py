"""Bytes → text."""

import codecs


def decode(data: bytes) -> str:
    """Decode UTF-8, damaged or not, UTF-16 with a mark, or Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode(errors="replace")
        damaged = text.count("\ufffd") < sum(character > "\x7f" for character in text) / 2
        return text if damaged else data.decode("cp1252", errors="replace")
