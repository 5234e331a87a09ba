"""How residents get the results, and comment on a draft."""

from medborgarlofte.model.declaration import key
from medborgarlofte.model.fields import Date, Line, Link, Prose
from medborgarlofte.model.record import Record


class FeedbackChannel(Record):
    """Where residents get the results."""

    channel: Line | None = key("kanal", "webbplats, sociala medier, möte …", template=True)
    link: Link | None = key("länk", "Adressen dit.", template=True)
    text: Prose | None = key("text", "Som det står.", role="prose", template=True)
    date: Date | None = key("datum", "När återkopplingen ges.")


class Consultation(Record):
    """How residents comment on a draft."""

    until: Date | None = key("till", "Sista dagen att lämna synpunkter.", template=True)
    link: Link | None = key("länk", "Formulär eller sida där man lämnar dem.", template=True)
    text: Prose | None = key("text", "Hur man gör, och vad som händer sedan.", role="prose", template=True)
