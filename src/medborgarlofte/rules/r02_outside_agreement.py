"""R02: focus area outside the agreement."""

from medborgarlofte.model.taxonomy import categories, covers
from medborgarlofte.rules.rule import Agreement, Finding, Findings, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    promise = context.document
    framed = context.workspace.valid.get(promise.part_of or "")
    if framed is None or not isinstance(framed.document, Agreement) or not framed.document.areas:
        return
    named = {category for area in framed.document.areas for category in area.categories}
    for index, focus in enumerate(promise.focus_areas):
        if focus.category is None or focus.deviation or focus.category == "ovrigt":
            continue
        if not any(covers(area, focus.category) for area in named):
            label = categories()[focus.category].label
            values = {"focus": focus.title, "category": label, "agreement": framed.document.title}
            yield Finding(RULE, ("fokusområden", index, "kategori"), values)


RULE = Rule(
    code="R02",
    name="outside-agreement",
    stages=when_live("warning"),
    message=Text(
        "Fokusområdet ”{focus}” ({category}) täcks inte av något samverkansområde i ”{agreement}”.",
        "The focus area “{focus}” ({category}) is not covered by any area of “{agreement}”.",
    ),
    why=Text(
        "Överenskommelsen anger områdena för samverkan (9 §). Ett löfte utanför dem är antingen en ny prioritering, som "
        "behöver beslutas, eller ett misstag.",
        "The agreement states the areas of cooperation (section 9). A promise outside them is either a new priority that "
        "needs a decision, or a mistake.",
    ),
    help=Text(
        "Fatta ett tilläggsbeslut och skriv varför under ”avvikelse” i fokusområdet, eller rätta kategorin. Om "
        "samverkansområdet är brett: lägg till kategorin där.",
        "Make a supplementary decision and say why under “avvikelse” in the focus area, or correct the category. If the "
        "area of cooperation is broad: add the category there.",
    ),
    source="SFS 2023:196 9 §, BRA-SOK",
    bad="fokusområden:\n  - id: platser\n    kategori: bedrageri\n",
    good="fokusområden:\n  - id: platser\n    kategori: bedrageri\n    avvikelse: Nytt i lägesbilden 2023, beslutat av kommunstyrelsen.\n",
    check=check,
)
