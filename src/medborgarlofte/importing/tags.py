"""Tags that say whose a commitment is, in front of it or behind it."""

import re
from typing import Final

from medborgarlofte.importing.roster import LIST, Roster, named_in
from medborgarlofte.importing.tables import is_party

TAG: Final = re.compile(
    r"\s*[(\[](?P<tag>[^()\[\]]{1,60})[)\]]\s*(?P<stop>\.?)$|\s+[–—-]\s*(?P<dash>[A-ZÅÄÖ][^.–—]{2,50})$|[.;,]?\s+(?:Ansvarig(?:a|t)?|Ansvar|Vem|Utförare|Aktör|Part|Lovar)\s*:\s*(?P<label>[^.]{2,80})\.?$"
    r"|(?<=[.!?])\s+(?P<bare>[A-ZÅÄÖ][\wåäö]+(?:(?:, | och |/| \+ )[\wåäö]+){0,2})$"
)
_PLAIN: Final = re.compile(
    r"(?:polis(?:en)?|kommun(?:en)?|båda|gemensamt|alla|tillsammans)(?:(?:, | och |/| \+ |\+| & )(?:polis(?:en)?|kommun(?:en)?|[a-zåäö]{5,}(?:na|en|et|iv)))*",
    re.IGNORECASE,
)
_PREFIX: Final = re.compile(r"^(?P<who>[A-ZÅÄÖ][^:.]{2,60}?)\s*:\s+(?P<rest>\S.*)$")


def untagged(text: str, roster: Roster) -> tuple[str, tuple[str, ...]]:
    """A commitment without the tag that says whose it is, and the parties of the tag."""
    found = TAG.search(text)
    if found:
        tag = (found["tag"] or found["dash"] or found["label"] or found["bare"] or "").strip()
        letters = [part for part in LIST.split(tag) if part]
        is_letters = bool(letters) and all(part in roster.tags for part in letters)
        names = re.sub(r"^(?:ansvarig(?:a|t)?|ansvar|av|vem|lovar)\s*:?\s+", "", tag, flags=re.IGNORECASE)
        plain = not names[:1].islower() or bool(_PLAIN.fullmatch(names))
        if is_letters or (plain and is_party(names, roster.others)):
            parties = named_in(names, roster)
            if parties:
                return text[: found.start()].rstrip() + (found["stop"] or ""), parties
    prefix = _PREFIX.match(text)
    if prefix and is_party(prefix["who"], roster.others):
        return prefix["rest"], named_in(prefix["who"], roster)
    return text, ()
