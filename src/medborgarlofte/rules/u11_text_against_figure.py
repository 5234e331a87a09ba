"""U11: comment contradicts the figure."""

from medborgarlofte.language import word_lists
from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.expressions import Count
from medborgarlofte.model.follow_up import Actual, FollowUp
from medborgarlofte.rules.reported import promised
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, also_archived
from medborgarlofte.source.positions import Route
from medborgarlofte.swedish import fold, format_number


def check(context: RuleContext) -> Findings:
    follow_up, commitments = context.document, promised(context)
    units = {name: [t.unit for t in one.targets if t.unit] for name, one in commitments.items()}
    for index, item in enumerate(follow_up.items):
        counted = units.get(item.commitment, [])
        actual = (
            item.actuals[0] if len(item.actuals) == 1 else None
        )  # a comment on several says which nowhere
        yield from _compare(item.comment, actual, ("poster", index, "kommentar"), counted)
    for index, result in enumerate(follow_up.other_results):
        yield from _compare(result.text, result.actual, ("övriga_resultat", index, "text"), None)


def _compare(text: str | None, actual: Actual | None, route: Route, units: list[str] | None) -> Findings:
    """Counts of the unit in a text that differ from the figure.

    Any unit where there is no target.
    """
    if (
        text is None
        or actual is None
        or actual.value is None
        or word_lists.pattern("another_number").search(text)
    ):
        return
    counts = [
        count
        for count in analyse(text).of(Count)
        if count.bounds.is_exact and count.per is None and (units is None or _counts(count, units))
    ]
    if len(counts) == 1 and counts[0].bounds.low != actual.value:
        count = counts[0]
        figure = Text(format_number(actual.value, "sv"), format_number(actual.value, "en"))
        values = {"words": text[count.start : count.end].strip(), "figure": figure}
        yield Finding(RULE, route, values, (count.start, count.end))


def _counts(count: Count, units: list[str]) -> bool:
    words = fold(count.unit).split()
    return any(word[:5] == other[:5] for word in words for unit in units for other in fold(unit).split())


RULE = Rule(
    code="U11",
    name="text-against-figure",
    scope=(FollowUp,),
    stages=also_archived("warning"),
    message=Text(
        "Texten säger ”{words}”, men utfallet är {figure}.",
        "The text says “{words}”, but the outcome is {figure}.",
    ),
    why=Text(
        "Läsaren ser båda talen och vet inte vilket som gäller.",
        "The reader sees both numbers and does not know which applies.",
    ),
    help=Text(
        "Kontrollera mot underlaget och rätta texten eller ”utfall”.",
        "Check against the evidence and correct the text or “utfall”.",
    ),
    bad="övriga_resultat:\n  - {text: 57 trafikinsatser är gjorda., utfall: 75}\n",
    good="övriga_resultat:\n  - {text: 57 trafikinsatser är gjorda., utfall: 57}\n",
    check=check,
    looks_for=(Count,),
)
