"""R07: claimed change without a figure."""

import re
from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.expressions import Change, Claim, Count, Located, Share
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, TextField, excerpt, when_live


def check(context: RuleContext) -> Findings:
    """First unsupported claim of each paragraph."""
    is_follow_up = isinstance(context.document, FollowUp)
    for field in context.texts("prose", *(("comment",) if is_follow_up else ())):
        claims = [*_claims(field), *(_effects(field) if is_follow_up else ())]
        figures = (
            [one for one in field.analysis.of(Count, Share, Change) if _is_figure(field, one)]
            if claims
            else []
        )
        for start, end in field.paragraphs if claims else ():
            if any(start <= figure.start < end for figure in figures):
                continue
            within = sorted(span for span in claims if start <= span[0] < end)
            for span in within[:1]:
                yield Finding(RULE, field.route, {"quote": excerpt(field.text[slice(*span)], 80)}, span)


def _claims(field: TextField) -> Iterator[tuple[int, int]]:
    for claim in field.analysis.of(Claim):
        if not _is_aim(field.text, claim.start, claim.end):
            yield claim.start, claim.end


def _is_figure(field: TextField, found: Located) -> bool:
    """“från 84 till 61” is one, “har halverats” is none."""
    return not isinstance(found, Change) or bool(
        found.was or found.unit or " med " in f" {field.words_at(found)} "
    )


def _effects(field: TextField) -> Iterator[tuple[int, int]]:
    """Sentences that claim an effect."""
    for start, end in field.sentences:
        if _EFFECT.search(field.plain, start, end) and not _is_aim(field.plain, start, end):
            yield start, end


def _is_aim(text: str, start: int, end: int) -> bool:
    """True for a stated aim without a claimed change."""
    aim = _AIM.search(text, start, end)
    return (
        aim is not None
        and not _CHANGE.search(text, start, aim.start())
        and not _STATED.search(text, aim.end(), end)
    )


_STATED = re.compile(
    r"\b(?:enligt|visar|visade|visat|känner|kände|upplever|har\s+(?:\w+\s+)?(?:blivit|\w+ats?|\w+its?))\b",
    re.IGNORECASE,
)


_CHANGE = re.compile(
    r"\b(?:tryggare|otryggare|färre|fler|lägre|högre|säkrare|bättre|sämre|minska[dts]\w*|minskar|öka[dts]\w*|ökar)\b",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"\b(?:se(?:r)? till att|bidra(?:r|ga)?\s+(?:\w+\s+){0,2}till|verka(?:r)? för|syfta(?:r|de)? till|i syfte|för att|så att|"
    r"arbeta(?:r|t|de)?\s+(?:\w+\s+){0,4}(?:med|för) att|målet (?:är|var))\b",
    re.IGNORECASE,
)
"""Words before a purpose: what somebody works for has not happened."""
_EFFECT = re.compile(
    r"\b(?:haft|gett|givit|fått|har|ger|gav|hade)\s+(?:\w+\s+){0,2}?(?:positiv|god|bra|stor|tydlig|önskad|avsedd|märkbar)\w*\s+"
    r"(?:effekt|verkan|inverkan|resultat|genomslag)"
    r"|\b(?:känner|upplever|har|fått|känt|upplevt|märker)\s+(?:\w+\s+){0,2}?(?:större|högre|ökad|bättre|mindre|minskad)\w*\s+\w*(?:trygghet|oro)",
    re.IGNORECASE,
)

RULE = Rule(
    code="R07",
    name="claim-without-source",
    scope=(Promise, FollowUp),
    stages=when_live("warning"),
    message=Text(
        "”{quote}” är en jämförelse, men det finns ingen siffra som visar att den stämmer.",
        "“{quote}” is a comparison, but there is no figure to support it.",
    ),
    why=Text(
        "Siffror om trygghet och brott varierar från år till år. Utan tal och källa går det inte att veta om det stämmer.",
        "Figures on safety and crime vary from year to year. Without a number and a source there is no telling whether it is true.",
    ),
    help=Text(
        "Skriv talet, året och varifrån talet kommer i samma stycke. Om det inte finns något tal: stryk jämförelsen.",
        "Give the number, the year and where the number comes from in the same paragraph. If there is none: remove the comparison.",
    ),
    source="BRA-NTUK, TM-BOV",
    bad="lägesbild: Invånarna är tryggare än på länge.\n",
    good="lägesbild: Enligt trygghetsmätningen var 62 procent trygga ute sent 2023. Året före var det 58 procent.\n",
    check=check,
    looks_for=(Count, Share, Change, Claim),
)
