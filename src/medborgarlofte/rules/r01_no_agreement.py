"""R01: promise without an agreement."""

from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    if context.document.agreement is None and context.document.no_agreement is None:
        yield Finding(RULE, ("ingår_i",))


RULE = Rule(
    code="R01",
    name="no-agreement",
    stages=when_live("warning"),
    message=Text(
        "Löftet säger inte vilken samverkansöverenskommelse det ingår i.",
        "The promise does not say which cooperation agreement it is part of.",
    ),
    why=Text(
        "Löftet är den offentliga delen av överenskommelsen. Enligt 9 § lagen om kommuners ansvar för "
        "brottsförebyggande arbete ska kommunen sträva efter att ingå en sådan.",
        "The promise is the public part of the agreement. Under section 9 of the act on municipalities' responsibility "
        "for crime prevention the municipality must strive to enter into one.",
    ),
    help=Text(
        "Skriv överenskommelsens id under ”ingår_i”, eller {{titel, länk, period}} om den inte finns i samlingen. Om det inte finns någon: skriv varför under ”överenskommelse_saknas”.",
        "Give the id of the agreement under “ingår_i”, or {{titel, länk, period}} if it is not in the collection. If there is none: say why under “överenskommelse_saknas”.",
    ),
    source="SFS 2023:196 9 §, BRA-FML, BRA-SOK",
    bad="ingår_i:\nrelation:\n",
    good="ingår_i: exempelby/overenskommelse-2023\n",
    check=check,
    concerns_missing=True,
)
