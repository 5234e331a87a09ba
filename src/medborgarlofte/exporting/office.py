"""Office files with the same bytes for the same content."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any, Final

from medborgarlofte.errors import load_extra
from medborgarlofte.i18n import Text

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_MOMENT: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_FIXED: Final = rb"\g<1>1980-01-01T00:00:00Z\g<2>"


def saved(save: Callable[[io.BytesIO], Any]) -> bytes:
    """Zip file written by a library, its times fixed."""
    written, made = io.BytesIO(), io.BytesIO()
    save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _MOMENT.sub(_FIXED, data)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, data)
    return made.getvalue()


def load_office(module: str) -> Any:
    """Library of the extra `office`. Raises LofteError without it."""
    return load_extra(
        module,
        "office",
        Text(
            f"Word och Excel kräver ett tillägg som inte är installerat ({module}).",
            f"Word and Excel need an extra that is not installed ({module}).",
        ),
    )
