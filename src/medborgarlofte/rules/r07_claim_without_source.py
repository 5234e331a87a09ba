"""R07: claimed change without a figure."""

from medborgarlofte.i18n import Text
from medborgarlofte.language.expressions import Change, Claim, Count, Located, Share
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, TextField, excerpt, when_live


def check(context: RuleContext) -> Findings:
    """First Claim of each paragraph without a Count, Share or Change; of an effect only in a follow-up."""
    is_follow_up = isinstance(context.document, FollowUp)
    for field in context.texts("prose", *(("comment",) if is_follow_up else ())):
        claims = [one for one in field.analysis.of(Claim) if is_follow_up or not one.is_effect]
        figures = [
            one for one in field.analysis.of(Count, Share, Change) if claims and _is_figure(field, one)
        ]
        for start, end in field.analysis.paragraphs if claims else ():
            if any(start <= figure.start < end for figure in figures):
                continue
            for claim in [one for one in claims if start <= one.start < end][:1]:
                quote = excerpt(field.text[claim.start : claim.end], 80)
                yield Finding(RULE, field.route, {"quote": quote}, (claim.start, claim.end))


def _is_figure(field: TextField, found: Located) -> bool:
    """“från 84 till 61” is one, “har halverats” is none."""
    return not isinstance(found, Change) or bool(
        found.was or found.unit or " med " in f" {field.words_at(found)} "
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
