"""W06: published page differs from the promise."""

from collections.abc import Iterator

from medborgarlofte.diff.document import compare
from medborgarlofte.diff.model import Change
from medborgarlofte.diff.wording import wording_only
from medborgarlofte.load import LoadedDocument
from medborgarlofte.model.promise import Commitment
from medborgarlofte.rules.rule import (
    Finding,
    Findings,
    Promise,
    Rule,
    RuleContext,
    Text,
    also_archived,
    excerpt,
)
from medborgarlofte.swedish import slug


def check(context: RuleContext) -> Findings:
    for index, page in context.pages.items():
        row = context.document.publications[index]
        said = [page] if isinstance(page, Text) else _differences(context, page)
        for what in said:
            publisher = row.publisher or row.archived
            message = Text(f"Sidan från {publisher} {what.sv}.", f"The page from {publisher} {what.en}.")
            yield Finding(RULE, ("publicerat", index, "arkiverad"), {"message": message})


def _differences(context: RuleContext, page: LoadedDocument) -> Iterator[Text]:
    """What a page lacks, has extra or words in another way."""
    document, published = context.document, page.document
    if not isinstance(published, Promise):
        yield Text("är inget löfte", "is no promise")
        return
    if (period := _other_period(document, published)) is not None:
        yield period
    if not published.commitments:
        yield Text("har inga åtaganden som går att läsa", "has no commitments that can be read")
        return
    ours, theirs = ({one.id: one for one in promise.commitments} for promise in (document, published))
    for change in compare(wording_only(context.loaded), wording_only(page)).changes:
        old, new = [ours[one] for one in change.old], [theirs[one] for one in change.new]
        if (said := _difference(change, old, new)) is not None:
            yield said


def _other_period(document: Promise, published: Promise) -> Text | None:
    ours, theirs = document.period, published.period
    if ours is None or theirs is None or theirs.start is None or ours.start is None:
        return None
    if (ours.start.first, ours.end and ours.end.last) == (theirs.start.first, theirs.end and theirs.end.last):
        return None
    return Text(f"anger perioden ”{theirs.text}”", f"gives the period “{theirs.text}”")


def _difference(change: Change, old: list[Commitment], new: list[Commitment]) -> Text | None:
    named = ", ".join(change.old)
    text = excerpt(" ".join(one.text for one in new or old)).rstrip(".")
    if not new:
        return Text(f"saknar {named}: ”{text}”", f"lacks {named}: “{text}”")
    if not old:
        return Text(
            f"har ett åtagande som inte finns här: ”{text}”", f"has a commitment that is not here: “{text}”"
        )
    if slug(" ".join(one.text for one in old)) != slug(" ".join(one.text for one in new)):
        return Text(f"skriver {named} på ett annat sätt: ”{text}”", f"words {named} in another way: “{text}”")
    if new[0].parties and change.kind == "moved":
        return Text(f"säger att någon annan lovar {named}", f"says that somebody else promises {named}")
    return None


RULE = Rule(
    code="W06",
    name="page-differs",
    scope=(Promise,),
    stages=also_archived("warning"),
    message=Text(
        "Den publicerade sidan säger inte samma sak som filen.",
        "The published page does not say the same as the file.",
    ),
    why=Text(
        "Polisen och kommunen publicerar var för sig. Invånarna läser sidan, inte filen: det som står där är vad de håller er till.",
        "The police and the municipality publish separately. Residents read the page, not the file: they hold you to what it says.",
    ),
    help=Text(
        "Be den som publicerar att rätta sidan, eller rätta filen. Spara sedan sidan på nytt och kör lofte validate --published.",
        "Ask the publisher to correct the page, or correct the file. Then save the page again and run lofte validate --published.",
    ),
    source="KARLSTAD-P",
    bad="publicerat:\n  - {utgivare: kommunen, länk: 'https://www.exempelby.example/medborgarlofte-2024', datum: 2023-12-20, format: html, arkiverad: arkiv/kommunen-2024.html}\n  - {utgivare: polisen, länk: 'https://www.polisen.example/exempelby/medborgarlofte-2024', datum: 2023-12-21, format: html, arkiverad: arkiv/polisen-2024.html}\n",
    good="publicerat:\n  - {utgivare: kommunen, länk: 'https://www.exempelby.example/medborgarlofte-2024', datum: 2023-12-20, format: html, arkiverad: arkiv/kommunen-2024.html}\n  - {utgivare: polisen, länk: 'https://www.polisen.example/exempelby/medborgarlofte-2024', datum: 2023-12-21, format: html}\n",
    check=check,
    needs_pages=True,
)
