"""U04: incomplete follow-up."""

from collections.abc import Iterator
from typing import Final

from medborgarlofte.follow_up.assessment import lacks_figure, wrong_numbers
from medborgarlofte.follow_up.outcome import figure_of
from medborgarlofte.follow_up.reports import is_final, is_premature
from medborgarlofte.language.phrases import format_target
from medborgarlofte.model.follow_up import FollowUp, FollowUpItem
from medborgarlofte.model.promise import Commitment
from medborgarlofte.model.statuses import NEEDS_REASON, UNFINISHED
from medborgarlofte.rules.reported import promised
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, excerpt, when_live
from medborgarlofte.source.positions import Route


def check(context: RuleContext) -> Findings:
    follow_up, promise, commitments = context.document, context.followed, promised(context)
    if promise and (follow_up.period is None or is_final(promise, follow_up)):
        done = {item.commitment for row in context.reports for item in row.items if item.status}
        rows = {item.commitment: index for index, item in enumerate(follow_up.items)}
        for commitment in promise.commitments:
            if commitment.id not in done:
                words = excerpt(commitment.text)
                what = Text(
                    f"{commitment.id} (”{words}”) har ingen status.",
                    f"{commitment.id} (“{words}”) has no status.",
                )
                row = rows.get(commitment.id)
                where: Route = ("poster",) if row is None else ("poster", row, "åtagande")
                yield Finding(RULE, where, {"message": what}, on_key=row is None)
    counted = {
        item.commitment
        for row in context.reports
        if row is not follow_up
        for item in row.items
        if item.actuals
    }
    for index, item in enumerate(follow_up.items):
        about = commitments.get(item.commitment)
        for key, what in _item(item, about, counted=item.commitment in counted):
            yield Finding(RULE, ("poster", index, key), {"message": what})
        judged_by_figures = item.actuals and about and about.targets  # by U05
        last = follow_up.final and not (promise and is_premature(promise, follow_up))  # which U10 reports
        if last and item.status in UNFINISHED and not judged_by_figures:
            yield Finding(RULE, ("poster", index, "status"), {"message": _left_open(item)})


def _left_open(item: FollowUpItem) -> Text:
    name = _name(item)
    return Text(
        f"{name} är ”{item.status}” fast uppföljningen är den sista. Då får ingen veta hur det gick.",
        f"{name} is “{item.status}” although this follow-up is the last. Then nobody learns how it went.",
    )


def _name(item: FollowUpItem) -> str:
    return item.commitment or f"”{excerpt(item.text or '')}”"


def _item(item: FollowUpItem, commitment: Commitment | None, *, counted: bool) -> Iterator[tuple[str, Text]]:
    name = _name(item)
    if item.status in NEEDS_REASON and not item.comment:
        yield (
            "status",
            Text(
                f"{name} är ”{item.status}”, men det står inte varför.",
                f"{name} is “{item.status}”, but it does not say why.",
            ),
        )
    if commitment and commitment.targets and item.status in _DONE and not item.actuals and not counted:
        yield (
            "status",
            Text(
                f"{name} har ett mål i siffror men inget utfall.",
                f"{name} has a numeric target but no outcome.",
            ),
        )
    elif commitment:
        yield from _figures(name, item, commitment)
    yield from _effect(item, commitment)


def _figures(name: str, item: FollowUpItem, commitment: Commitment) -> Iterator[tuple[str, Text]]:
    """Targets whose outcome is missing, or cannot be counted."""
    if commitment.targets and (words := _uncounted(item)):
        yield (
            "utfall",
            Text(
                f"{name} har ett mål i siffror, men ”{words}” går inte att läsa som ett tal. Skriv talet för sig, till exempel ”utfall: 43”.",
                f"{name} has a numeric target, but “{words}” cannot be read as a number. Write the number alone, such as “utfall: 43”.",
            ),
        )
    elif not wrong_numbers(commitment.targets, item.actuals):
        for number in lacks_figure(commitment.targets, item.actuals):
            target = format_target(commitment.targets[number - 1])
            yield (
                "utfall",
                Text(
                    f"{name} har flera mål, men inget utfall för ”{target.sv}”. Skriv utfallen som en lista, med ”mål: {number}” på det som gäller det målet.",
                    f"{name} has several targets, but no outcome for “{target.en}”. Write the outcomes as a list, with “mål: {number}” on the one for that target.",
                ),
            )


_DONE: Final = ("genomfört", "delvis genomfört")


def _uncounted(item: FollowUpItem) -> str | None:
    """Words of the only outcome, where they hold a number that cannot be told, or none of what is called done."""
    if len(item.actuals) != 1:
        return None
    [actual] = item.actuals
    words = actual.text or ""
    expected = item.status in _DONE or any(map(str.isdigit, words))
    return words if expected and figure_of(actual) is None else None


def _effect(item: FollowUpItem, commitment: Commitment | None) -> Iterator[tuple[str, Text]]:
    if (
        item.effect in ("god", "viss", "negativ")
        and not item.proofs
        and not (commitment and commitment.indicators)
    ):
        yield (
            "effekt",
            Text(
                f"{item.commitment} sägs ha gett effekt, men det finns inget som visar det.",
                f"{item.commitment} is reported to have had an effect, but without evidence.",
            ),
        )


RULE = Rule(
    code="U04",
    name="follow-up-incomplete",
    scope=(FollowUp,),
    stages=when_live("warning"),
    message=Text(
        "Något saknas i uppföljningen av ett åtagande.",
        "Something is missing in the follow-up of a commitment.",
    ),
    why=Text(
        "Annars måste läsaren själv leta upp vad som hände med varje åtagande. Att något är gjort betyder inte heller att det gav effekt.",
        "Otherwise readers have to find out for themselves what happened to each commitment. Nor does something being done mean that it had an effect.",
    ),
    help=Text(
        "Ge varje åtagande en status; i den sista uppföljningen en som säger hur det gick. Skriv utfallet där målet är ett tal, en kommentar när något inte blev gjort, och belägg för effekten.",
        "Give each commitment a status; in the last follow-up one that says how it went. Add the outcome where the target is a number, a comment when something was not done, and evidence of the effect.",
    ),
    source="STRANGNAS, LULEA, BRA-ATG",
    bad="poster:\n  - {åtagande: P1, kommentar: }\n",
    good="poster:\n  - {åtagande: P1, kommentar: I december arbetade patrullen på annan ort.}\n",
    check=check,
)
