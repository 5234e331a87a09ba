"""R07: a claim that safety or crime has changed, without a figure."""

import re
from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.word_lists import LEXICON
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, excerpt, when_live
from medborgarlofte.source.finding import Finding

_FIGURE = re.compile(
    r"(?<![\w-])(?!(?:19|20)\d\d(?!\d|\s*(?:procent|%)))\d+(?:[ \u00a0]\d{3})*(?:,\d+)?(?:\s*(?:procent|%))?(?![\w§])"
)
_HALF = re.compile(
    r"\b(hälften|en tredjedel|en fjärdedel|var (tredje|fjärde|femte|tionde)|fyra av fem|tre av fyra|två av tre|en av (tre|fyra|fem|tio)|halverats|fördubblats|ett tiotal|ett dussin|ett hundratal)\b",
    re.IGNORECASE,
)


def check(context: RuleContext) -> Iterator[Finding]:
    for field in context.texts("prose"):
        if not LEXICON.pattern("claims").search(field.plain):
            continue
        for start, end in field.paragraphs:
            paragraph = LEXICON.pattern("uncounted_numbers").sub(" ", field.plain[start:end])
            if _FIGURE.search(paragraph) or _HALF.search(paragraph):
                continue
            for first, last in field.sentences:
                if first < start or last > end:
                    continue
                if _claims(field.plain[first:last]):
                    yield Finding(
                        RULE, field.route, {"said": excerpt(field.text[first:last], 80)}, (first, last)
                    )
                    break


def _claims(sentence: str) -> bool:
    """Whether a sentence says that safety or crime has changed, other than as a goal."""
    claim = LEXICON.pattern("claims").search(sentence)
    if claim is None or not LEXICON.pattern("claim_subjects").search(sentence):
        return False
    if sentence.rstrip().endswith("?") or re.search(r"\b(behöver|betyder) inte\b", sentence):
        return False
    if claim[0].strip()[:1].isupper() and sentence[: claim.start()].strip():
        return False  # a name: ”planen Tryggare Exempelby”
    if LEXICON.pattern("not_claims").search(sentence[max(0, claim.start() - 60) : claim.start()]):
        return False
    return not _is_plain_comparison(sentence, claim)


def _is_plain_comparison(sentence: str, claim: re.Match[str]) -> bool:
    """Whether ”fler” and the like only counts something else: ”brottsofferjouren har fått större lokaler”."""
    word = claim[0].strip().lower()
    if word in ("fler", "färre", "bättre", "sämre", "högre", "lägre"):
        near = sentence[claim.start() : claim.end() + 60]
        return not (
            LEXICON.pattern("claim_subjects").search(near)
            or re.search(r"anmäl|utsätt|utsatt|känner|upplev|\bblivit\b", sentence)
        )
    return False


RULE = Rule(
    code="R07",
    name="claim-without-source",
    scope=(Promise,),
    stages=when_live("warning"),
    message=Text(
        "”{said}” säger att något har ändrats, men ingen siffra visar det.",
        "“{said}” says that something has changed, but no figure shows it.",
    ),
    why=Text(
        "Siffror om trygghet och brott svänger mellan år. Utan tal och källa kan ingen se om det stämmer.",
        "Figures on safety and crime swing between years. Without a number and a source nobody can see whether it holds.",
    ),
    help=Text(
        "Skriv talet, året och varifrån det kommer, i samma stycke. Finns inget tal, stryk jämförelsen.",
        "Write the number, the year and where it comes from, in the same paragraph. If there is none, drop the comparison.",
    ),
    source="BRA-NTUK, TM-BOV",
    bad="lägesbild: Invånarna är tryggare än på länge.\n",
    good="lägesbild: Enligt trygghetsmätningen var 62 procent trygga ute sent 2023. Året före var det 58 procent.\n",
    check=check,
)
