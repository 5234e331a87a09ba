"""R07: a claim that safety or crime has changed, without a figure."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.language.expressions import Change, Claim, Count, Share
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, excerpt, when_live
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    """Looks for a Claim, the first of each paragraph without a Count, a Share or a Change."""
    for field in context.texts("prose"):
        claims = field.analysis.of(Claim)
        figures = field.analysis.of(Count, Share, Change) if claims else []
        for start, end in field.paragraphs if claims else ():
            if any(start <= figure.start < end for figure in figures):
                continue
            within = [claim for claim in claims if start <= claim.start < end and not claim.is_numeric]
            for found in within[:1]:
                said = excerpt(field.text[found.start : found.end], 80)
                yield Finding(RULE, field.route, {"said": said}, (found.start, found.end))


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
