"""Bytes → text."""

import codecs


def decode(data: bytes) -> str:
    """Decode UTF-8, damaged or not, UTF-16 with a mark, or Windows-1252."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode(errors="replace")
        damaged = text.count("\ufffd") < sum(character > "\x7f" for character in text) / 2
        return text if damaged else data.decode("cp1252", errors="replace")
