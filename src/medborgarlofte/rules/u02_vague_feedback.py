"""U02: vague feedback channel."""

from urllib.parse import urlsplit

from medborgarlofte.language import word_lists
from medborgarlofte.model.parts import FeedbackChannel
from medborgarlofte.rules.rule import Finding, Findings, Rule, RuleContext, Text, when_live


def check(context: RuleContext) -> Findings:
    channels = context.document.feedback
    if channels and not any(_has_address(channel) for channel in channels):
        quote = next((c.text or c.channel or "" for c in channels), "")
        yield Finding(RULE, ("återkoppling", 0, "text" if channels[0].text else "kanal"), {"quote": quote})


def _has_address(channel: FeedbackChannel) -> bool:
    """True for a public address or a dated meeting."""
    if channel.date:
        return True
    if channel.link:
        host = (urlsplit(channel.link).hostname or channel.link).lower()
        return not any(
            host == name or host.endswith(f".{name}") for name in word_lists.table()["third_party"]["hosts"]
        )
    words = (channel.text or "").split()
    return any("://" in word or word.startswith("www.") or ("/" in word and "." in word) for word in words)


RULE = Rule(
    code="U02",
    name="vague-feedback",
    stages=when_live("warning"),
    message=Text(
        "Det framgår inte var invånarna får veta hur det gick: ”{quote}”",
        "It does not say where residents can learn how it went: “{quote}”",
    ),
    why=Text(
        "Invånarna ska kunna hitta svaret på hur det gick. Det räcker inte med sociala medier, för där är kraven på "
        "tillgänglighet lägre (11 § lagen om tillgänglighet till digital offentlig service).",
        "Residents should be able to find out how it went. Social media are not enough, since the accessibility "
        "requirements are lower there (section 11 of the act on accessibility to digital public service).",
    ),
    help=Text(
        "Skriv adressen under ”länk”, och när återkopplingen kommer: ”senast den 31 januari”.",
        "Give the address under “länk”, and when the feedback will come: “senast den 31 januari”.",
    ),
    source="SFS 2018:1937 11 §, BRA-UTV, BRA-KOM",
    bad="återkoppling:\n  - {kanal: webbplats, text: Återkopplas bland annat på våra hemsidor.}\n",
    good="återkoppling:\n  - {kanal: webbplats, länk: 'https://www.exempelby.example/lofte-2024', text: Senast den 31 januari 2025.}\n",
    check=check,
)
