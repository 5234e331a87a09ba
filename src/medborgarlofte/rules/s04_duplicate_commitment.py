"""S04: duplicate commitment, or promise."""

import difflib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePath

from medborgarlofte.language import word_lists
from medborgarlofte.language.fields import WORD
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.model.promise import Commitment, Promise
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    if original := _copied(context.workspace).get(context.loaded.id):
        what = Text(f"Filen är en kopia av ”{original}”.", f"The file is a copy of “{original}”.")
        yield Finding(RULE, ("titel",), {"message": what}, on_key=True)
        return
    least = word_lists.threshold("duplicate")
    seen: dict[tuple[str, ...], list[tuple[Commitment, frozenset[str]]]] = {}  # by their numbers
    for later, field in context.commitment_texts:
        words = frozenset(field.analysis.vocabulary)
        alike = seen.setdefault(_numbers(later.text), [])
        for earlier, others in alike:
            if _may_match(others, words, least) and _alike(earlier.text, later.text) >= least:
                what = Text(
                    f"Åtagande {later.id} säger samma sak som {earlier.id}.",
                    f"Commitment {later.id} says the same thing as {earlier.id}.",
                )
                yield Finding(RULE, field.route, {"message": what})
                break
        alike.append((later, words))


@lru_cache(maxsize=1)
def _copied(workspace: Workspace) -> Mapping[str, str]:
    """Id of each promise that is a byte-for-byte copy, with the file it is a copy of, in the same folder."""
    first: dict[tuple[str, bytes], LoadedDocument] = {}
    copies: dict[str, str] = {}
    for loaded in sorted(workspace.readable.values(), key=lambda one: (len(one.id), one.id)):
        if isinstance(loaded.document, Promise):
            original = first.setdefault((loaded.folder, loaded.data), loaded)
            if original is not loaded:
                copies[loaded.id] = PurePath(original.file).name
    return copies


def _may_match(one: frozenset[str], other: frozenset[str], least: float) -> bool:
    """Cheap upper bound of the similarity."""
    return 2 * len(one & other) >= (least - 0.1) * (len(one) + len(other))


def _alike(one: str, other: str) -> float:
    first, second = (" ".join(WORD.findall(text.lower())) for text in (one, other))
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio()


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(sorted(token for token in text.split() if any(map(str.isdigit, token))))


RULE = Rule(
    code="S04",
    name="duplicate-commitment",
    stages=when_live("warning"),
    message=Text(
        "Två åtaganden eller två filer säger samma sak.",
        "Two commitments or two files say the same thing.",
    ),
    why=Text(
        "Då följs samma sak upp två gånger, och det blir oklart vem som ska göra den.",
        "Then the same thing is followed up twice, and it is unclear who should do it.",
    ),
    help=Text(
        "Slå ihop dem till ett. Låt den ena parten leda och skriv den andra under ”medverkande”. Om filen är en kopia: ta bort den, eller skriv det nya löftet i den.",
        "Merge them into one. Let one party lead and list the other under “medverkande”. If the file is a copy: remove it, or write the new promise in it.",
    ),
    source="BRA-ATG",
    bad="åtaganden:\n  - id: P1\n    text: Fältgruppen är ute minst 100 kvällar.\n",
    good="åtaganden:\n  - id: P1\n    text: Polisen är ute minst två kvällar i veckan.\n",
    check=check,
)
