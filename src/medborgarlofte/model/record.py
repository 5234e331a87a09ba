"""What every document and every part of one is built from."""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from medborgarlofte.i18n import Text
from medborgarlofte.model.fields import (
    Date,
    Identifier,
    Line,
    Link,
    MunicipalityCode,
    OneOrMany,
    Prose,
    YesNo,
)
from medborgarlofte.swedish import PartialDate


class Record(BaseModel):
    """A mapping in a file: its keys are Swedish, nothing unknown is let through, and it never changes."""

    # Built when first used: a run that remembers every document needs no validators.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=False, defer_build=True)


def or_plain(*types: str) -> Callable[[dict[str, Any]], None]:
    """For the JSON Schema of a record that may also be written as a plain value of these types."""

    def extend(schema: dict[str, Any]) -> None:
        whole = dict(schema)
        schema.clear()
        schema["anyOf"] = [whole, {"type": list(types)}]

    return extend


class Amendment(Record):
    """A change made midway."""

    date: Date | None = Field(None, alias="datum", title="Datum", description="När ändringen gjordes.")
    text: Prose = Field(alias="text", title="Ändring", description="Vad som ändrades.")


class Period(Record):
    """From when to when something holds."""

    start: Date | None = Field(
        None,
        alias="från",
        title="Från",
        description="Första dagen. En dag, en månad eller ett år, som i källan.",
    )
    end: Date | None = Field(
        None,
        alias="till",
        title="Till",
        description="Sista dagen. En månad eller ett år räknas till sin sista dag.",
    )
    text: Line | None = Field(
        None, alias="text", title="Som det står", description="Perioden som den skrivs i källan."
    )
    until_further_notice: YesNo = Field(
        False,
        alias="tills_vidare",
        title="Tills vidare",
        description="ja när löftet gäller tills ett nytt tecknas.",
    )
    extended_to: Date | None = Field(
        None,
        alias="förlängd_till",
        title="Förlängd till",
        description="Ny sista dag, när perioden har förlängts.",
    )
    amendments: tuple[Amendment, ...] = Field(
        (), alias="ändringar", title="Ändringar", description="Ändringar som gjorts under perioden."
    )

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "Period":
        if self.start and self.last_date and self.last_date.last < self.start.first:
            raise PydanticCustomError(
                "reversed_period", "reversed", {"start": str(self.start), "end": str(self.last_date)}
            )
        return self

    @property
    def last_date(self) -> PartialDate | None:
        """The end as it now stands."""
        return self.extended_to or self.end


PARTY_KINDS = Literal[
    "kommun", "polis", "stadsdel", "region", "bostadsbolag", "förening", "myndighet", "företag", "annan"
]
TOGETHER = "tillsammans"
"""What `part` says when all parties promise together."""


class Party(Record):
    """One that promises."""

    id: Identifier = Field(
        alias="id", title="Id", description="Kort namn som används i åtaganden: kommunen, polisen."
    )
    kind: PARTY_KINDS = Field(alias="typ", title="Typ", description="Vad för slags part det är.")
    name: Line = Field(alias="namn", title="Namn", description="Partens fulla namn: Karlshamns kommun.")
    municipality_code: MunicipalityCode | None = Field(
        None, alias="kommunkod", title="Kommunkod", description='Fyra siffror inom citattecken: "1082".'
    )
    local_police_area: Line | None = Field(
        None,
        alias="lokalpolisområde",
        title="Lokalpolisområde",
        description="Polisens lokalpolisområde (LPO).",
    )


class Signature(Record):
    """Who signed."""

    name: Line | None = Field(None, alias="namn", title="Namn", description="Den som skrev under.")
    role: Line | None = Field(
        None, alias="roll", title="Roll", description="Uppdrag eller befattning: lokalpolisområdeschef."
    )
    party: Identifier | None = Field(
        None, alias="part", title="Part", description="Id på parten som underskriften gäller."
    )
    date: Date | None = Field(None, alias="datum", title="Datum", description="När det undertecknades.")


class Decision(Record):
    """A decision by a body."""

    body: Line = Field(alias="organ", title="Organ", description="Vem som beslutade: kommunstyrelsen.")
    date: Date | None = Field(None, alias="datum", title="Datum", description="När beslutet fattades.")
    paragraph: Line | None = Field(
        None, alias="paragraf", title="Paragraf", description="Paragrafen i protokollet: § 14."
    )


class Publication(Record):
    """Where the document has been published."""

    publisher: Line | None = Field(
        None,
        alias="utgivare",
        title="Utgivare",
        description="Den som publicerade: en parts id eller ett namn.",
    )
    link: Link | None = Field(None, alias="länk", title="Länk", description="Adressen till sidan.")
    date: Date | None = Field(None, alias="datum", title="Datum", description="När det publicerades.")
    format: Literal["html", "pdf", "docx", "tryck", "annat"] | None = Field(
        None, alias="format", title="Format", description="html för en webbsida, pdf för en fil."
    )
    period: Line | None = Field(
        None, alias="period", title="Period", description="Perioden som den står tryckt där."
    )
    title: Line | None = Field(
        None, alias="titel", title="Titel", description="Rubriken som den står tryckt där."
    )
    focus_areas: Annotated[tuple[Line, ...], OneOrMany] = Field(
        (), alias="fokusområden", title="Fokusområden", description="Fokusområdena som de står tryckta där."
    )
    archived: Line | None = Field(
        None,
        alias="arkiverad",
        title="Arkiverad kopia",
        description="Sökväg eller adress till en sparad kopia.",
    )


class Contact(Record):
    """Whom to ask."""

    function: Line | None = Field(
        None,
        alias="funktion",
        title="Funktion",
        description="En funktion, inte en person: trygghetssamordnare.",
    )
    organisation: Line | None = Field(
        None, alias="organisation", title="Organisation", description="Var funktionen finns."
    )
    email: Line | None = Field(None, alias="epost", title="E-post", description="Helst en funktionsadress.")
    phone: Line | None = Field(
        None, alias="telefon", title="Telefon", description="Växel eller funktionsnummer."
    )
    public: YesNo = Field(
        True, alias="publik", title="Publik", description="nej när uppgiften inte ska publiceras."
    )
    press_only: YesNo = Field(
        False,
        alias="endast_press",
        title="Endast press",
        description="ja när uppgiften bara är för journalister.",
    )


class Provenance(Record):
    """Where the text in the file comes from."""

    kind: Literal["original", "webbsida", "pressmeddelande", "nyhet", "skannad"] | None = Field(
        None, alias="typ", title="Typ", description="Vad för slags källa texten är hämtad ur."
    )
    completeness: Literal["fullständig", "delvis", "sammanfattning"] | None = Field(
        None,
        alias="fullständighet",
        title="Fullständighet",
        description="Hur mycket av dokumentet källan återger.",
    )
    file: Line | None = Field(None, alias="fil", title="Fil", description="Källans filnamn.")
    link: Link | None = Field(None, alias="länk", title="Länk", description="Källans adress.")
    fetched: Date | None = Field(None, alias="hämtad", title="Hämtad", description="När texten hämtades.")
    note: Prose | None = Field(
        None, alias="anmärkning", title="Anmärkning", description="Skrivfel i källan och annat att veta."
    )


class Waiver(Record):
    """A lint finding set aside, with its reason."""

    rule: Line = Field(alias="regel", title="Regel", description="Regelns kod: M01.")
    where: Line | None = Field(
        None,
        alias="var",
        title="Var",
        description="Vilken del det gäller: åtaganden/P5. Utan: hela dokumentet.",
    )
    reason: Line = Field(alias="skäl", title="Skäl", description="Varför fyndet läggs åt sidan.")


class GlossaryTerm(Record):
    """An abbreviation or term explained once."""

    term: Line = Field(alias="term", title="Term", description="Förkortningen eller ordet.")
    meaning: Line = Field(alias="betydelse", title="Betydelse", description="Vad det betyder.")


STATUSES = Literal["utkast", "antaget", "ersatt", "upphävt"]


class Document(Record):
    """What every kind of document may carry."""

    KIND: ClassVar[str]
    LABEL: ClassVar[Text]

    status: STATUSES | None = Field(
        None,
        alias="status",
        title="Status",
        description="utkast medan det skrivs, antaget när det beslutats. Om det gäller nu följer av perioden.",
    )
    registration_no: Line | None = Field(
        None, alias="diarienummer", title="Diarienummer", description="Ärendets diarienummer."
    )
    decisions: Annotated[tuple[Decision, ...], OneOrMany] = Field(
        (), alias="beslut", title="Beslut", description="Beslut om dokumentet."
    )
    publications: Annotated[tuple[Publication, ...], OneOrMany] = Field(
        (), alias="publicerat", title="Publicerat", description="Var och när det har publicerats."
    )
    signatures: Annotated[tuple[Signature, ...], OneOrMany] = Field(
        (), alias="undertecknat", title="Undertecknat", description="Vilka som skrev under, och när."
    )
    contacts: Annotated[tuple[Contact, ...], OneOrMany] = Field(
        (), alias="kontakter", title="Kontakter", description="Vart den vänder sig som vill veta mer."
    )
    provenance: Provenance | None = Field(
        None, alias="källa", title="Källa", description="Varifrån texten i filen kommer."
    )
    waivers: Annotated[tuple[Waiver, ...], OneOrMany] = Field(
        (), alias="undantag", title="Undantag", description="Fynd som läggs åt sidan, med skäl."
    )
    glossary: Annotated[tuple[GlossaryTerm, ...], OneOrMany] = Field(
        (), alias="ordlista", title="Ordlista", description="Förkortningar och ord som förklaras."
    )
    notes: Prose | None = Field(
        None, alias="anmärkningar", title="Anmärkningar", description="Egna anteckningar. Publiceras aldrig."
    )


class Place(Record):
    """The area a document is about, when it is less or more than a municipality."""

    kind: Line = Field(alias="typ", title="Typ", description="stadsdel, tätort, län …")
    name: Line = Field(alias="namn", title="Namn", description="Platsens namn.")
