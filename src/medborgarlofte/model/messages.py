"""What there is to say about the form of a document: what, why, and what to do now."""

from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.messages import SchemaNotice

NOT_A_DOCUMENT: Final = SchemaNotice(
    code="D01",
    name="not-a-document",
    message=Text(
        "Filen ska bestå av nycklar med värden, men här står en lista eller löpande text.",
        "The file should consist of keys with values, but here stands a list or running text.",
    ),
    why=Text(
        "Utan nycklar vet verktyget inte vad som är vad.", "Without keys the tool does not know what is what."
    ),
    help=Text(
        "Börja filen med ”dokument: medborgarlöfte” och skriv en nyckel per rad.",
        "Begin the file with “dokument: medborgarlöfte” and write one key per line.",
    ),
)
NO_KIND: Final = SchemaNotice(
    code="D02",
    name="missing-kind",
    message=Text("Nyckeln ”dokument” saknas.", "The key “dokument” is missing."),
    why=Text(
        "Den säger vad filen är, och därmed vad den ska innehålla.",
        "It says what the file is, and thereby what it should hold.",
    ),
    help=Text(
        "Skriv överst ”dokument: ” och något av {kinds}.", "Write at the top “dokument: ” and one of {kinds}."
    ),
)
UNKNOWN_KIND: Final = SchemaNotice(
    code="D03",
    name="unknown-kind",
    message=Text(
        "”{kind}” är inget slags dokument som verktyget känner.",
        "“{kind}” is no kind of document that the tool knows.",
    ),
    why=Text("Sorten avgör vilka nycklar filen kan ha.", "The kind decides which keys the file can have."),
    help=Text("{meant}", "{meant}"),
)
MISSING_KEY: Final = SchemaNotice(
    code="D04",
    name="missing-key",
    message=Text("Nyckeln ”{key}” saknas.", "The key “{key}” is missing."),
    why=Text("Dokumentet går inte att använda utan den.", "The document cannot be used without it."),
    help=Text("Lägg till ”{key}: …”. ({description})", "Add “{key}: …”. (In Swedish: {description})"),
)
UNKNOWN_KEY: Final = SchemaNotice(
    code="D05",
    name="unknown-key",
    message=Text("Nyckeln ”{key}” finns inte här.", "There is no key “{key}” here."),
    why=Text(
        "En okänd nyckel skulle inte synas någonstans, och det som står där skulle gå förlorat.",
        "An unknown key would show nowhere, and what stands there would be lost.",
    ),
    help=Text("{meant}", "{meant}"),
)
EMPTY_VALUE: Final = SchemaNotice(
    code="D06",
    name="empty-value",
    message=Text("”{key}” har inget värde.", "“{key}” has no value."),
    why=Text("Nyckeln måste fyllas i.", "The key must be filled in."),
    help=Text(
        "Skriv värdet efter kolonet. Börjar texten med # måste den stå inom citattecken.",
        "Write the value after the colon. If the text begins with # it must stand in quotation marks.",
    ),
)
WRONG_SHAPE: Final = SchemaNotice(
    code="D07",
    name="wrong-shape",
    message=Text(
        "”{key}” ska vara {wanted}, men här står {given}.",
        "“{key}” should be {wanted}, but here stands {given}.",
    ),
    why=Text(
        "Annars går innehållet inte att visa på rätt plats.",
        "Otherwise the content cannot be shown in its place.",
    ),
    help=Text(
        "Jämför med ett exempel i docs/nycklar.md. Innehåller en text kolon eller hakparentes, sätt citattecken runt den.",
        "Compare with an example in docs/nycklar.md. If a text holds a colon or a bracket, put quotation marks around it.",
    ),
)
MISSING_DASH_SPACE: Final = SchemaNotice(
    code="D08",
    name="list-without-space",
    message=Text(
        "”{key}” ska vara {wanted}. Strecken saknar mellanslag efter sig.",
        "“{key}” should be {wanted}. The dashes lack a space after them.",
    ),
    why=Text("Utan mellanslag blir listan en enda text.", "Without the space the list becomes one text."),
    help=Text(
        "Skriv ”- ” med mellanslag först på varje punkt.", "Write “- ” with a space first on each item."
    ),
)
NOT_A_CHOICE: Final = SchemaNotice(
    code="D09",
    name="not-a-choice",
    message=Text("”{value}” går inte att välja för ”{key}”.", "“{value}” cannot be chosen for “{key}”."),
    why=Text(
        "Bara vissa ord går att jämföra och räkna mellan löften.",
        "Only certain words can be compared and counted between promises.",
    ),
    help=Text("{meant}", "{meant}"),
)
IMPOSSIBLE_DATE: Final = SchemaNotice(
    code="D10",
    name="impossible-date",
    message=Text("Datumet ”{value}” finns inte: {reason}.", "The date “{value}” does not exist: {reason}."),
    why=Text(
        "Ett datum som inte finns kan varken påminna eller följas upp.",
        "A date that does not exist can neither remind nor be followed up.",
    ),
    help=Text(
        "Kontrollera dagen mot beslutet eller källan.", "Check the day against the decision or the source."
    ),
)
DATE_FORM: Final = SchemaNotice(
    code="D11",
    name="date-form",
    message=Text(
        "”{value}” är inget datum som verktyget förstår.", "“{value}” is no date that the tool understands."
    ),
    why=Text(
        "Datum skrivs på ett sätt, så att de går att räkna med.",
        "Dates are written in one way, so that they can be reckoned with.",
    ),
    help=Text(
        "Skriv ”{example}”: år, månad, dag. Bara år eller år och månad går också.",
        "Write “{example}”: year, month, day. Year alone or year and month will do too.",
    ),
)
NOT_A_NUMBER: Final = SchemaNotice(
    code="D12",
    name="not-a-number",
    message=Text(
        "”{key}” ska vara ett tal, men här står ”{value}”.",
        "“{key}” should be a number, but here stands “{value}”.",
    ),
    why=Text("Bara tal går att jämföra med utfallet.", "Only numbers can be compared with the outcome."),
    help=Text(
        "Skriv talet med siffror: 2, 3,5 eller 1 000. Enheten skrivs för sig, i ”enhet”. Finns inget tal, ta bort raden.",
        "Write the number in digits: 2, 3,5 or 1 000. The unit goes by itself, in “enhet”. If there is no number, remove the line.",
    ),
)
YES_NO: Final = SchemaNotice(
    code="D13",
    name="yes-or-no",
    message=Text(
        "”{key}” ska vara ja eller nej, men här står ”{value}”.",
        "“{key}” should be ja or nej, but here stands “{value}”.",
    ),
    why=Text("Det finns bara två svar.", "There are only two answers."),
    help=Text("Skriv ja eller nej.", "Write ja (yes) or nej (no)."),
)
ADDRESS: Final = SchemaNotice(
    code="D14",
    name="bad-address",
    message=Text(
        "”{value}” är ingen adress som kan publiceras.", "“{value}” is no address that can be published."
    ),
    why=Text(
        "Bara https, http, mailto och tel släpps igenom, så att en länk aldrig kan köra något på läsarens dator.",
        "Only https, http, mailto and tel are let through, so that a link can never run anything on a reader's computer.",
    ),
    help=Text(
        "Skriv hela adressen, till exempel ”{example}”.", "Write the whole address, for example “{example}”."
    ),
)
UNKNOWN_CODE: Final = SchemaNotice(
    code="D15",
    name="unknown-municipality-code",
    message=Text("Ingen kommun har kommunkod ”{value}”.", "No municipality has the code “{value}”."),
    why=Text(
        "Koden är det som skiljer kommuner med liknande namn åt.",
        "The code tells municipalities with similar names apart.",
    ),
    help=Text(
        'Skriv de fyra siffrorna ur SCB:s lista inom citattecken, till exempel "1082". Eller ta bort raden: namnet räcker.',
        'Write the four digits of SCB\'s list in quotation marks, for example "1082". Or remove the line: the name is enough.',
    ),
)
CODE_AND_NAME: Final = SchemaNotice(
    code="D16",
    name="code-and-name-differ",
    message=Text(
        "Kommunkod ”{code}” är {owner}, men parten heter ”{name}”.",
        "The code “{code}” is {owner}, but the party is called “{name}”.",
    ),
    why=Text(
        "Löftet skulle publiceras under fel kommun.",
        "The promise would be published under the wrong municipality.",
    ),
    help=Text("{advice}", "{advice}"),
)
REVERSED_PERIOD: Final = SchemaNotice(
    code="D17",
    name="ends-before-it-starts",
    message=Text(
        "Perioden slutar {end}, innan den börjar {start}.", "The period ends {end}, before it starts {start}."
    ),
    why=Text(
        "Då går det inte att säga om löftet gäller.", "Then it cannot be said whether the promise holds."
    ),
    help=Text("Kontrollera ”från” och ”till” mot källan.", "Check “från” and “till” against the source."),
)
SEVERAL_BOUNDS: Final = SchemaNotice(
    code="D18",
    name="several-bounds",
    message=Text("Målet har både {keys}.", "The target has both {keys}."),
    why=Text("Då är det oklart vad som räknas som genomfört.", "Then it is unclear what counts as done."),
    help=Text(
        "Välj ett av dem. Ett intervall skrivs ”mellan: [3, 4]”. Två mål skrivs som två punkter i en lista.",
        "Choose one. A span is written “mellan: [3, 4]”. Two targets are written as two items of a list.",
    ),
)
NO_BOUND: Final = SchemaNotice(
    code="D19",
    name="target-without-number",
    message=Text("Målet säger inte hur mycket.", "The target does not say how much."),
    why=Text("Ett mål utan tal går inte att följa upp.", "A target without a number cannot be followed up."),
    help=Text(
        "Lägg till något av minst, högst, exakt, mellan, alla, inga eller inom. Finns inget tal, ta bort ”mål”.",
        "Add one of minst, högst, exakt, mellan, alla, inga or inom. If there is no number, remove “mål”.",
    ),
)
REVERSED_SPAN: Final = SchemaNotice(
    code="D20",
    name="reversed-span",
    message=Text("Intervallet slutar lägre än det börjar.", "The span ends lower than it begins."),
    why=Text("Då kan inget utfall ligga i det.", "Then no outcome can lie in it."),
    help=Text(
        "Skriv det mindre talet först: mellan: [3, 4].", "Write the smaller number first: mellan: [3, 4]."
    ),
)
BAD_ID: Final = SchemaNotice(
    code="D21",
    name="bad-id",
    message=Text("”{value}” fungerar inte som id.", "“{value}” does not work as an id."),
    why=Text(
        "Id används i adresser och hänvisningar, så mellanslag och andra tecken ställer till det.",
        "Ids are used in addresses and references, where spaces and other characters make trouble.",
    ),
    help=Text(
        "Använd bokstäver, siffror, punkt, bindestreck och understreck, högst 40 tecken: K1, unga, 2.1.",
        "Use letters, digits, full stop, hyphen and underscore, at most 40 characters: K1, unga, 2.1.",
    ),
)
TWIN_ID: Final = SchemaNotice(
    code="D22",
    name="twin-id",
    message=Text("Id ”{id}” används två gånger i ”{key}”.", "The id “{id}” is used twice in “{key}”."),
    why=Text(
        "Uppföljningar och andra löften hänvisar till id. Då måste det peka på en enda.",
        "Follow-ups and other promises refer to ids. So each must point at one thing.",
    ),
    help=Text("Ge den ena ett nytt id.", "Give one of them a new id."),
)
CURLY_QUOTES: Final = SchemaNotice(
    code="D24",
    name="curly-quotes",
    message=Text(
        "Citattecknen i {value} blir en del av texten.",
        "The quotation marks in {value} become part of the text.",
    ),
    why=Text(
        "Word byter raka citattecken mot böjda. YAML känner bara de raka, så de böjda publiceras.",
        "Word replaces straight quotation marks by curly ones. YAML knows only the straight, so the curly are published.",
    ),
    help=Text(
        'Skriv raka citattecken ("{plain}") eller inga alls.',
        'Write straight quotation marks ("{plain}") or none at all.',
    ),
)
NOTICES: Final = (
    CURLY_QUOTES,
    NOT_A_DOCUMENT, NO_KIND, UNKNOWN_KIND, MISSING_KEY, UNKNOWN_KEY, EMPTY_VALUE, WRONG_SHAPE, MISSING_DASH_SPACE,
    NOT_A_CHOICE, IMPOSSIBLE_DATE, DATE_FORM, NOT_A_NUMBER, YES_NO, ADDRESS, UNKNOWN_CODE, CODE_AND_NAME,
    REVERSED_PERIOD, SEVERAL_BOUNDS, NO_BOUND, REVERSED_SPAN, BAD_ID, TWIN_ID,
)  # fmt: skip
