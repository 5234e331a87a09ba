"""S01: a core part of an adopted promise is missing."""

from collections.abc import Iterator

from medborgarlofte.i18n import Text
from medborgarlofte.model.promise import Promise
from medborgarlofte.rules.rule import Rule, RuleContext, when_live
from medborgarlofte.source.finding import Finding


def check(context: RuleContext) -> Iterator[Finding]:
    promise = context.document
    if promise.status == "utkast":
        return
    for key, present in (
        ("fokusområden", promise.focus_areas),
        ("åtaganden", promise.commitments),
        ("uppföljningsplan", promise.follow_up_plan),
        ("undertecknat", promise.signatures or promise.decisions),
    ):
        if not present:
            yield Finding(RULE, (key,), {"part": key})


RULE = Rule(
    code="S01",
    name="missing-core-part",
    scope=(Promise,),
    stages=when_live("error"),
    message=Text("Löftet saknar ”{part}”.", "The promise lacks “{part}”."),
    why=Text(
        "Fokusområden, åtaganden, uppföljningsplan och underskrift är det som gör texten till ett löfte. "
        "Utan dem vet invånarna inte vad som lovas, av vem eller när de får besked.",
        "Focus areas, commitments, a follow-up plan and a signature are what make the text a promise. "
        "Without them residents cannot know what is promised, by whom or when they will hear.",
    ),
    help=Text(
        "Lägg till ”{part}”. Är löftet inte beslutat än, skriv status: utkast.",
        "Add “{part}”. If the promise is not decided yet, write status: utkast.",
    ),
    source="BRA-ATG, KARLSHAMN-P",
    bad="uppföljningsplan:\n",
    good="uppföljningsplan:\n  takt: halvår\n  nästa: 2024-06-30\n  sammankallande: kommunpolisen\n  redovisas_för: kommunstyrelsen\n",
    check=check,
    concerns_missing=True,
)
