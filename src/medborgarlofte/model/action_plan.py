"""The åtgärdsplan: planned measures, based on the lägesbild."""

from typing import ClassVar, Literal

from medborgarlofte.i18n import Text
from medborgarlofte.model.agreement import AgreementFollowUp
from medborgarlofte.model.declaration import Many, key, kind_key, many, required
from medborgarlofte.model.fields import Category, Date, Identifier, Line, Prose, Reference
from medborgarlofte.model.promise import FocusArea, OutcomeGoal, Responsible, Target
from medborgarlofte.model.record import Document, Party, Period, Record


class Measure(Record):
    """Measure: what, against what, by whom, when."""

    id: Identifier = required("id", "Kort namn: Å1.", template=True)
    text: Prose = required("text", "Vad som ska göras.", role="area", template=True)
    problem: Line | None = key("problem", "Problemet som åtgärden riktas mot.")
    cause: Line | None = key("orsak", "Orsaken som den ska påverka.")
    category: Category | None = key("kategori", "Kategori ur taxonomin.", hidden="groups the open data")
    targets: Many[Target] = many("mål", "Antal, takt eller tid: {minst: 4, enhet: vandringar}.", en="Target")
    due: Date | None = key("senast", "Sista dagen.", en="By")
    responsible: Responsible | None = key("ansvarig", "Enhet och funktion, inte en person.")


class ActionPlan(Document):
    """One åtgärdsplan (5 § lag 2023:196)."""

    KIND: ClassVar = "åtgärdsplan"
    LABEL: ClassVar = Text("Åtgärdsplan", "Action plan")

    kind: Literal["åtgärdsplan"] = kind_key()
    title: Line = required("titel", "Planens rubrik.", role="heading", template=True)
    date: Date = required(
        "datum",
        "När planen beslutades. Den ska följas upp minst vartannat år (6 § lag 2023:196).",
        template=True,
    )
    period: Period | None = key("period", "När planen gäller.", en="Period")
    parties: Many[Party] = many("parter", "De som planen gäller.", template=True)
    picture: Reference | None = key(
        "lägesbild", "Id på lägesbilden som planen bygger på.", en="Situation picture", template=True
    )
    introduction: Prose | None = key("inledning", "Inledande text.", role="prose", template=True)
    focus_areas: Many[FocusArea] = many("fokusområden", "Det som planen riktas mot.", template=True)
    outcome_goals: Many[OutcomeGoal] = many("effektmål", "Vad som ska bli annorlunda.", template=True)
    measures: Many[Measure] = many("åtgärder", "Åtgärderna en för en.", template=True)
    follow_up: AgreementFollowUp | None = key(
        "uppföljning", "När och av vem planen följs upp.", template=True
    )
