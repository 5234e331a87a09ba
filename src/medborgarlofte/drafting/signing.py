"""Signatures of a draft, with every other byte unchanged."""

from collections.abc import Mapping, Sequence

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.source.editing import Edit, apply, at_end, lines_of, new_key, new_value
from medborgarlofte.source.files import split_mark
from medborgarlofte.source.reader import Source, read
from medborgarlofte.source.writing import write

ADOPTED = "antaget"


def sign(data: bytes, signatures: Sequence[Mapping[str, str]], spellings: Mapping[str, str]) -> bytes:
    """File of an adopted promise.

    Only the status and the signatures differ, which is verified by reading the file again. Raises LofteError
    when it is signed already, or laid out so that something else would change.
    """
    mark, rest = split_mark(data)
    text = rest.decode()
    before = read(rest, spellings)
    if before.value.get("undertecknat") is not None:
        raise LofteError(Text("Löftet är redan undertecknat.", "The promise is signed already."))
    lines = lines_of(text)
    written = write({"undertecknat": [dict(one) for one in signatures]}).rstrip("\n")
    status = _status(before.source, has_status="status" in before.value)
    apply(lines, [*([status] if status else []), at_end(before.source, written)])
    signed = "".join(lines).encode()
    after = read(signed, spellings)
    wanted = {**before.value, "status": ADOPTED, "undertecknat": [dict(one) for one in signatures]}
    if after.value != wanted:
        raise LofteError(
            Text(
                "Underskriften går inte att skriva in utan att något annat i filen ändras.",
                "The signature cannot be written without changing something else in the file.",
            ),
            Text("Skriv den för hand under ”undertecknat”.", "Write it by hand under “undertecknat”."),
        )
    return mark + signed


def _status(source: Source, *, has_status: bool) -> Edit | None:
    if has_status:
        return new_value(source, (), "status", ADOPTED)
    return new_key(source, (), "titel", f"status: {ADOPTED}")
