"""Base classes of documents and their parts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from medborgarlofte.i18n import Text
from medborgarlofte.model.declaration import Many, flag, key, many, required, title_of
from medborgarlofte.model.fields import (
    Date,
    Identifier,
    LanguageTag,
    Line,
    Link,
    MunicipalityCode,
    Prose,
    YesNo,
)
from medborgarlofte.swedish import PartialDate


class Record(BaseModel):
    """Immutable mapping with Swedish keys, unknown ones forbidden."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        field_title_generator=title_of,
        defer_build=True,  # a run needs the validators of the kinds it reads, no others
        regex_engine="python-re",  # the other one compiles the pattern of ids to half a megabyte for each field
    )


class Amendment(Record):
    """Change made during the period."""

    date: Date | None = key("datum", "När ändringen gjordes.", bare=True)
    text: Prose = required("text", "Vad som ändrades.", sv="Ändring", en="Amendment", bare=True)


class Period(Record):
    """First and last day of validity."""

    start: Date | None = key(
        "från", "Första dagen. En dag, en månad eller ett år, som i källan.", template=True
    )
    end: Date | None = key(
        "till", "Sista dagen. En månad eller ett år räknas till sin sista dag.", template=True
    )
    text: Line | None = key(
        "text", "Perioden som den skrivs i källan.", sv="Som det står", en="As it is written", role="line"
    )
    until_further_notice: YesNo = flag(
        "tills_vidare", "ja när löftet gäller tills ett nytt tecknas.", template=True
    )
    extended_to: Date | None = key(
        "förlängd_till", "Ny sista dag, när perioden har förlängts.", template=True
    )
    amendments: tuple[Amendment, ...] = many("ändringar", "Ändringar som gjorts under perioden.")

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "Period":
        if self.start and self.last_date and self.last_date.last < self.start.first:
            raise PydanticCustomError(
                "reversed_period", "reversed", {"start": str(self.start), "end": str(self.last_date)}
            )
        return self

    @property
    def last_date(self) -> PartialDate | None:
        """Last day after amendments."""
        return self.extended_to or self.end


PARTY_KINDS = Literal[
    "kommun", "polis", "stadsdel", "region", "bostadsbolag", "förening", "myndighet", "företag", "annan"
]
TOGETHER = "tillsammans"
"""What `part` says when all parties promise together."""


class Party(Record):
    """Party of a promise."""

    id: Identifier = required(
        "id", "Kort namn som används i åtaganden: kommunen, polisen.", hidden="its name is shown"
    )
    kind: PARTY_KINDS = required("typ", "Vad för slags part det är.", hidden="the name says it")
    name: Line = required("namn", "Partens fulla namn: Karlshamns kommun.", template=True)
    municipality_code: MunicipalityCode | None = key(
        "kommunkod", 'Fyra siffror inom citattecken: "1082".', hidden="for programs"
    )
    local_police_area: Line | None = key(
        "lokalpolisområde",
        "Polisens lokalpolisområde (LPO).",
        hidden="the name says it; summaries group by it",
    )
    part_of: Identifier | None = key("del_av", "Id på parten som den är en enhet i.", names="parter")


class Signature(Record):
    """Signature and its role."""

    name: Line | None = key("namn", "Den som skrev under.", bare=True)
    role: Line | None = key("roll", "Uppdrag eller befattning: lokalpolisområdeschef.", bare=True)
    party: Identifier | None = key("part", "Id på parten som underskriften gäller.", names="parter")
    date: Date | None = key("datum", "När det undertecknades.", bare=True)


class Decision(Record):
    """A decision by a body."""

    body: Line = required("organ", "Vem som beslutade: kommunstyrelsen.", bare=True)
    date: Date | None = key("datum", "När beslutet fattades.", bare=True)
    paragraph: Line | None = key("paragraf", "Paragrafen i protokollet: § 14.", bare=True)


class Publication(Record):
    """Address of a published document."""

    publisher: Line | None = key(
        "utgivare", "Den som publicerade: en parts id eller ett namn.", template=True
    )
    link: Link | None = key("länk", "Adressen till sidan.", template=True)
    date: Date | None = key("datum", "När det publicerades.", template=True)
    format: Literal["html", "pdf", "docx", "tryck", "annat"] | None = key(
        "format", "html för en webbsida, pdf för en fil.", hidden="the address shows it"
    )
    period: Line | None = key(
        "period", "Perioden som den står tryckt där.", hidden="compared with the file by a rule"
    )
    title: Line | None = key(
        "titel", "Rubriken som den står tryckt där.", hidden="compared with the file by a rule"
    )
    focus_areas: Many[Line] = many(
        "fokusområden", "Fokusområdena som de står tryckta där.", hidden="compared with the file by a rule"
    )
    archived: Line | None = key(
        "arkiverad", "Sökväg eller adress till en sparad kopia.", sv="Arkiverad kopia", en="Archived copy"
    )


class Contact(Record):
    """Contact for questions."""

    function: Line | None = key(
        "funktion", "En funktion, inte en person: trygghetssamordnare.", role="line", template=True
    )
    organisation: Line | None = key("organisation", "Var funktionen finns.", template=True)
    email: Line | None = key("epost", "Helst en funktionsadress.", sv="E-post", en="E-mail", template=True)
    phone: Line | None = key("telefon", "Växel eller funktionsnummer.", template=True)
    public: YesNo = flag(
        "publik",
        "nej när uppgiften inte ska publiceras.",
        default=True,
        hidden="decides whether the contact is shown",
    )
    press_only: YesNo = flag(
        "endast_press",
        "ja när uppgiften bara är för journalister.",
        hidden="decides whether the contact is shown",
    )


class Provenance(Record):
    """Source of the text in the file."""

    kind: Literal["original", "webbsida", "pressmeddelande", "nyhet", "skannad"] | None = key(
        "typ", "Vad för slags källa texten är hämtad ur.", template=True
    )
    completeness: Literal["fullständig", "delvis", "sammanfattning"] | None = key(
        "fullständighet", "Hur mycket av dokumentet källan återger.", template=True
    )
    file: Line | None = key("fil", "Källans filnamn.", hidden="a name in the author's own archive")
    link: Link | None = key("länk", "Källans adress.", template=True)
    fetched: Date | None = key("hämtad", "När texten hämtades.", en="Retrieved")
    note: Prose | None = key("anmärkning", "Skrivfel i källan och annat att veta.", template=True)


class Waiver(Record):
    """Waived lint finding, with reason."""

    rule: Line = required("regel", "Regelns kod: M01.")
    where: Line | None = key("var", "Vilken del det gäller: åtaganden/P5. Utan: hela dokumentet.")
    reason: Line = required("skäl", "Varför fyndet läggs åt sidan.")


class GlossaryTerm(Record):
    """Abbreviation or term with explanation."""

    term: Line = required("term", "Förkortningen eller ordet.", template=True)
    meaning: Line = required("betydelse", "Vad det betyder.", template=True)


class Translation(Record):
    """A summary in another language or in easy Swedish, written by the author."""

    language: LanguageTag = required(
        "språk", "Språkets kod (en, ar, fi …), eller lättläst.", en="Language", template=True
    )
    text: Prose = required("text", "Sammanfattningen på det språket.", template=True)


STATUSES = Literal["utkast", "antaget", "ersatt", "upphävt"]


class Document(Record):
    """Fields of every document kind."""

    KIND: ClassVar[str]
    LABEL: ClassVar[Text]
    DONE: ClassVar[Text | None] = None
    """State of a document that has a date and no time of validity, from that date."""
    LISTS: ClassVar[Mapping[str, str]] = {}
    """Lists that stand in for another: what `fokus` names in an agreement are its areas."""

    if TYPE_CHECKING:  # each kind has them as fields, or as a class variable that says it has none

        @property
        def title(self) -> str | None: ...
        @property
        def parties(self) -> tuple[Party, ...]: ...
        @property
        def period(self) -> Period | None: ...
        @property
        def date(self) -> PartialDate | None: ...

    status: STATUSES | None = key(
        "status",
        "utkast medan det skrivs, antaget när det beslutats. Om det gäller nu följer av perioden.",
        template=True,
    )
    registration_no: Line | None = key(
        "diarienummer", "Ärendets diarienummer.", en="Registration number", template=True, compared="versions"
    )
    decisions: Many[Decision] = many("beslut", "Beslut om dokumentet.", template=True, compared="versions")
    publications: Many[Publication] = many(
        "publicerat", "Var och när det har publicerats.", en="Published", template=True, compared="versions"
    )
    signatures: Many[Signature] = many(
        "undertecknat", "Vilka som skrev under, och när.", en="Signed", template=True, compared="versions"
    )
    contacts: Many[Contact] = many("kontakter", "Vart den vänder sig som vill veta mer.", template=True)
    translations: Many[Translation] = many(
        "sammanfattningar",
        "Sammanfattningar på andra språk och på lättläst svenska: {språk: en, text: …}.",
        en="Summaries in other languages",
        template=True,
    )
    provenance: Provenance | None = key(
        "källa", "Varifrån texten i filen kommer.", en="Source", template=True, compared="versions"
    )
    waivers: Many[Waiver] = many(
        "undantag", "Fynd som läggs åt sidan, med skäl.", published=False, compared="never"
    )
    glossary: Many[GlossaryTerm] = many("ordlista", "Förkortningar och ord som förklaras.", template=True)
    notes: Prose | None = key(
        "anmärkningar", "Egna anteckningar. Publiceras aldrig.", published=False, compared="never"
    )

    @property
    def is_draft(self) -> bool:
        """Whether nobody has adopted it yet."""
        return self.status == "utkast"

    @property
    def public_contacts(self) -> tuple[Contact, ...]:
        """Contacts that may be published."""
        return tuple(contact for contact in self.contacts if contact.public and not contact.press_only)

    @property
    def is_partial(self) -> bool:
        """True when the source lacks parts of the document."""
        completeness = self.provenance.completeness if self.provenance else None
        return completeness in ("delvis", "sammanfattning")


class Place(Record):
    """Area of a document that is not a whole municipality."""

    kind: Line = required("typ", "stadsdel, tätort, län …", hidden="the name says it")
    name: Line = required("namn", "Platsens namn.", bare=True)
    municipality: Line | None = key("kommun", "Kommunen som området ligger i.", bare=True)
    municipality_code: MunicipalityCode | None = key(
        "kommunkod", 'Kommunens fyra siffror inom citattecken: "1082".', hidden="for programs"
    )
