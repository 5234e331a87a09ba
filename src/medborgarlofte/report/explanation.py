"""A code explained: what it says, why, and what to do."""

import re
import textwrap

from medborgarlofte import load
from medborgarlofte.model import validation
from medborgarlofte.source import files, reader, syntax
from medborgarlofte.swedish import fold
from medborgarlofte.text import Language, LofteError, Notice, Text, nearest

SCHEMA_NOTICES: tuple[Notice, ...] = (
    *files.NOTICES,
    *syntax.NOTICES,
    *reader.NOTICES,
    *validation.NOTICES,
    *load.NOTICES,
)


def notices() -> dict[str, Notice]:
    """Every notice by its code."""
    return {notice.code: notice for notice in SCHEMA_NOTICES}


def explain(code: str, *, lang: Language, width: int) -> str:
    """What a code means. Raises LofteError for a code that there is not."""
    known = notices()
    notice = known.get(code.upper())
    if notice is None:
        meant = nearest(code.upper(), known, fold)
        advice = Text(f"Menade du ”{meant}”?", f"Did you mean “{meant}”?") if meant else None
        raise LofteError(Text(f"Koden ”{code}” finns inte.", f"There is no code “{code}”."), advice)
    parts = [f"{notice.code} {notice.name}"]
    for label, text in ((None, notice.message), (_WHY, notice.why), (_NOW, notice.help)):
        said = _FIELD.sub("…", text[lang]).replace("{{", "{").replace("}}", "}")
        if said != "…":
            parts.append(textwrap.fill(f"{label[lang]} {said}" if label else said, width, break_long_words=False))
    return "\n\n".join(parts) + "\n"


_FIELD = re.compile(r"(?<!\{)\{\w+\}(?!\})")
_WHY = Text("Varför:", "Why:")
_NOW = Text("Gör så här:", "Do this:")
