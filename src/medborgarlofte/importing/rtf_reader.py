"""RTF reader, based on striprtf."""

from medborgarlofte.i18n import Text
from medborgarlofte.importing.blocks import Block, Source
from medborgarlofte.importing.layout import lay_out
from medborgarlofte.importing.limits import MAX_CHARACTERS, broken, missing, too_large

MAX_RTF = 5_000_000
"""Size of an RTF file without its pictures being worth reading."""


def read_rtf(name: str, data: bytes) -> Source:
    """An RTF file. Raises LofteError."""
    try:
        from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - optional: the extra `import`
    except ImportError:
        raise missing("striprtf") from None
    if len(data) > MAX_RTF:
        raise too_large(name)
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            data.decode("cp1252", errors="replace"), errors="replace"
        )
    except Exception as error:  # striprtf raises whatever a damaged file makes Python raise
        raise broken(name, Text("RTF", "RTF")) from error
    if len(text) > MAX_CHARACTERS:
        raise too_large(name)
    raw = [
        Block("paragraph", line, line=number)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip(" \t|")
    ]
    return Source(name, "rtf", tuple(lay_out(raw)))
