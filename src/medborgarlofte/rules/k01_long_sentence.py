"""K01: sentence of more than 25 words."""

from medborgarlofte.language import word_lists
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.rules.rule import Finding, Findings, Promise, Rule, RuleContext, Text, excerpt, when_live


def check(context: RuleContext) -> Findings:
    long, long_bullet = word_lists.threshold("sentence_words"), word_lists.threshold("bullet_words")
    for field in context.texts("prose", "commitment", "area", "purpose", "comment"):
        for start, end in field.analysis.sentences:
            sentence = field.text[start:end]
            count = len(sentence.split())
            if count > long or (count > long_bullet and sentence.startswith(("- ", "* ", "• "))):
                values = {"count": count, "quote": excerpt(sentence)}
                yield Finding(
                    RULE, field.route, values, (start, end), severity=None if count > long else "info"
                )


RULE = Rule(
    code="K01",
    name="long-sentence",
    scope=(Promise, Agreement, FollowUp),
    stages=when_live("warning"),
    message=Text("Meningen har {count} ord: ”{quote}”.", "The sentence has {count} words: “{quote}”."),
    why=Text(
        "Flera korta meningar är lättare att läsa än en lång, särskilt på en telefon. Enligt språklagen ska språket vara vårdat, enkelt och begripligt.",
        "Several short sentences are easier to read than one long one, especially on a phone. Under the Swedish Language Act the language must be cultivated, simple and comprehensible.",
    ),
    help=Text(
        "Dela upp den i två eller tre meningar med en sak i varje.",
        "Split it into two or three sentences, with one point in each.",
    ),
    source="TVV, MSR kap. 1.3; gränsen är lofte",
    bad="inledning: Exempelby kommun och polisen lovar här vad vi gör tillsammans under 2024 och vi har valt två områden som bygger på samtal med 214 invånare i september 2023 på torget.\n",
    good="inledning: Exempelby kommun och polisen lovar här vad vi gör tillsammans under 2024. Vi har valt två områden. Valet bygger på samtal med 214 invånare.\n",
    check=check,
)
