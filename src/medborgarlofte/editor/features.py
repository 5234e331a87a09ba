"""Features of the language server, one function each."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from medborgarlofte.editor.desk import Desk


class Feature(NamedTuple):
    """Request of the protocol and the function that answers it."""

    method: str
    handle: Callable[[Desk, Any], Any]
    options: Any = None


FEATURES: Final[tuple[Feature, ...]] = ()
