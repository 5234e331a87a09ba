"""Messages about single values of a document."""

from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.messages import SchemaNotice

NOT_A_CHOICE: Final = SchemaNotice(
    code="D09",
    name="not-a-choice",
    message=Text(
        "”{value}” är inte något som går att välja för ”{key}”.",
        "“{value}” is not a possible value of “{key}”.",
    ),
    why=Text(
        "Löften går bara att jämföra och räkna när alla använder samma ord.",
        "Promises can be compared and counted only when everybody uses the same words.",
    ),
    help=Text("{meant}", "{meant}"),
)
IMPOSSIBLE_DATE: Final = SchemaNotice(
    code="D10",
    name="impossible-date",
    message=Text("Datumet ”{value}” finns inte: {reason}.", "The date “{value}” does not exist: {reason}."),
    why=Text(
        "Ett datum som inte finns går varken att påminna om eller följa upp.",
        "A date that does not exist can be neither a reminder nor a deadline.",
    ),
    help=Text(
        "Kontrollera datumet mot beslutet eller källan.", "Check the date against the decision or the source."
    ),
)
DATE_FORM: Final = SchemaNotice(
    code="D11",
    name="date-form",
    message=Text("”{value}” är inte skrivet som ett datum.", "“{value}” is not written as a date."),
    why=Text(
        "Alla datum skrivs på samma sätt, så att det går att räkna med dem.",
        "All dates are written the same way so that they can be calculated with.",
    ),
    help=Text(
        "{write} ”{example}”: år, månad, dag. Bara år eller år och månad går också bra.",
        "{write} “{example}”: year, month, day. A year alone, or a year and a month, is fine too.",
    ),
)
NOT_A_NUMBER: Final = SchemaNotice(
    code="D12",
    name="not-a-number",
    message=Text(
        "”{key}” ska vara ett tal, men här står ”{value}”.",
        "“{key}” should be a number, but it is “{value}”.",
    ),
    why=Text("Bara tal går att jämföra med utfallet.", "Only numbers can be compared with the outcome."),
    help=Text(
        "Skriv talet med siffror: 2, 3,5 eller 1 000. Enheten skrivs för sig, under ”enhet”. Om det inte finns något tal: ta bort nyckeln.",
        "Write the number in digits: 2, 3,5 or 1 000. The unit goes separately, under “enhet”. If there is no number: remove the key.",
    ),
)
YES_NO: Final = SchemaNotice(
    code="D13",
    name="yes-or-no",
    message=Text(
        "”{key}” ska vara ja eller nej, men här står ”{value}”.",
        "“{key}” should be ja or nej, but it is “{value}”.",
    ),
    why=Text("Det finns bara två svar.", "There are only two answers."),
    help=Text("Skriv ja eller nej.", "Write ja (yes) or nej (no)."),
)
ADDRESS: Final = SchemaNotice(
    code="D14",
    name="bad-address",
    message=Text(
        "”{value}” är inte en adress som går att publicera.",
        "“{value}” is not an address that can be published.",
    ),
    why=Text(
        "Bara https, http, mailto och tel är tillåtna, så att en länk aldrig kan köra ett program på läsarens dator.",
        "Only https, http, mailto and tel are allowed, so that a link can never run a program on a reader's computer.",
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
        "Koden skiljer kommuner med liknande namn åt.",
        "The code distinguishes municipalities with similar names.",
    ),
    help=Text(
        'Skriv de fyra siffrorna ur SCB:s lista inom citattecken, till exempel "1082". Eller ta bort nyckeln: namnet räcker.',
        'Write the four digits of SCB\'s list in quotation marks, for example "1082". Or remove the key: the name is enough.',
    ),
)
CODE_AND_NAME: Final = SchemaNotice(
    code="D16",
    name="code-and-name-differ",
    message=Text(
        "Kommunkoden ”{code}” tillhör {owner}, men parten heter ”{name}”.",
        "The code “{code}” belongs to {owner}, but the party is called “{name}”.",
    ),
    why=Text(
        "Löftet skulle publiceras under fel kommun.",
        "The promise would be published under the wrong municipality.",
    ),
    help=Text("{advice}", "{advice}"),
)
BAD_ID: Final = SchemaNotice(
    code="D21",
    name="bad-id",
    message=Text("”{value}” går inte att använda som id.", "“{value}” cannot be used as an id."),
    why=Text(
        "Ett id används i adresser och hänvisningar. Där fungerar inte mellanslag och specialtecken.",
        "An id is used in addresses and references, where spaces and special characters do not work.",
    ),
    help=Text("{advice}", "{advice}"),
)
BAD_ID_ADVICE: Final = Text(
    "Använd bara bokstäver, siffror, punkt, bindestreck och understreck, högst 40 tecken: K1, unga, 2.1.",
    "Use only letters, digits, full stops, hyphens and underscores, at most 40 characters: K1, unga, 2.1.",
)
ID_OF_TEXT_ADVICE: Final = Text(
    "Skriv det id som texten har, till exempel K1, i stället för texten.",
    "Write the id that the text has, K1 for example, instead of the text.",
)
CURLY_QUOTES: Final = SchemaNotice(
    code="D24",
    name="curly-quotes",
    message=Text(
        "Citattecknen i {value} läses som en del av värdet.",
        "The quotation marks in {value} are read as part of the value.",
    ),
    why=Text(
        "Word byter raka citattecken mot böjda. YAML läser bara de raka som citattecken, så de böjda följer med.",
        "Word replaces straight quotation marks with curly ones. YAML reads only straight ones as quotation marks, so the curly ones are kept.",
    ),
    help=Text(
        'Skriv raka citattecken ("{plain}") eller inga alls.',
        'Write straight quotation marks ("{plain}") or none at all.',
    ),
)
VALUE_SPELLING: Final = SchemaNotice(
    code="D25",
    name="value-spelling",
    message=Text("”{value}” skrivs ”{real}”.", "“{value}” is written “{real}”."),
    why=Text(
        "Värdet går att läsa ändå, men med samma stavning överallt blir filerna lättare att söka i.",
        "The value is accepted, but consistent spelling makes the files easier to search.",
    ),
    help=Text("Ändra till ”{real}”.", "Change it to “{real}”."),
)
FLOW_DECIMAL: Final = SchemaNotice(
    code="D26",
    name="decimal-comma-in-braces",
    message=Text(
        "Kommatecknet i ”{written}” läses som slutet på ”{key}”.",
        "The comma in “{written}” is read as the end of “{key}”.",
    ),
    why=Text(
        "Inom klamrar och hakparenteser skiljer kommatecken delarna åt, så talet delas i två.",
        "Inside braces and brackets commas separate the items, so the number is split in two.",
    ),
    help=Text("Skriv {example}.", "Write {example}."),
)
BELOW_ZERO: Final = SchemaNotice(
    code="D27",
    name="below-zero",
    message=Text("”{key}” kan inte vara mindre än noll.", "“{key}” cannot be less than zero."),
    why=Text(
        "Mål och utfall räknar sådant som görs. Det kan inte bli mindre än inget alls.",
        "Targets and outcomes count what is done. That cannot be less than nothing at all.",
    ),
    help=Text(
        "Ta bort minustecknet om det är ett skrivfel. Om något ska minska: skriv det som ett effektmål.",
        "Remove the minus sign if it is a slip. If something should decrease: write it as an “effektmål”.",
    ),
)
IN_WORDS: Final = SchemaNotice(
    code="D28",
    name="number-in-words",
    message=Text("”{key}” är skrivet som text: ”{value}”.", "“{key}” is written as text: “{value}”."),
    why=Text(
        "Talet måste stå för sig för att gå att räkna med och jämföra med utfallet.",
        "The number has to be separate so that it can be calculated with and compared with the outcome.",
    ),
    help=Text("Skriv {example}.", "Write {example}."),
)
TABLE_IN_TEXT: Final = SchemaNotice(
    code="D29",
    name="tab-in-text",
    message=Text(
        "Texten innehåller tabbar. Den ser ut att vara klistrad ur en tabell.",
        "The text contains tabs. It looks like it was pasted from a table.",
    ),
    why=Text(
        "Cellerna flyter ihop när texten publiceras.", "The cells run together when the text is published."
    ),
    help=Text(
        "Flytta varje uppgift till sin egen nyckel, eller byt tabbarna mot mellanslag.",
        "Move each piece of information to a key of its own, or replace the tabs with spaces.",
    ),
)
OVER_HUNDRED: Final = SchemaNotice(
    code="D31",
    name="over-hundred-percent",
    message=Text(
        "”{key}” är {value} procent, alltså mer än allt.",
        "“{key}” is {value} percent, which is more than all.",
    ),
    why=Text("En andel kan inte vara större än 100 procent.", "A share cannot be larger than 100 percent."),
    help=Text(
        "Kontrollera talet och ”enhet”. Om något ska öka med så mycket: skriv det i texten också.",
        "Check the number and “enhet”. If something should increase by that much: say so in the text too.",
    ),
)
MORE_ANSWERS: Final = SchemaNotice(
    code="D40",
    name="more-answers-than-asked",
    message=Text(
        "{answered} svarade, men bara {asked} fick frågan.",
        "{answered} answered, but only {asked} were asked.",
    ),
    why=Text("Fler kan inte svara än de som fick frågan.", "No more people can answer than were asked."),
    help=Text(
        "Kontrollera ”svarande” och ”tillfrågade” mot mätningen.",
        "Check “svarande” and “tillfrågade” against the survey.",
    ),
)
NOT_AN_EMAIL: Final = SchemaNotice(
    code="D32",
    name="not-an-email-address",
    message=Text("”{value}” är inte en e-postadress.", "“{value}” is not an e-mail address."),
    why=Text(
        "På sidan blir adressen en länk, och den går då inte att skriva till.",
        "On the page the address becomes a link, and mail to it would not arrive.",
    ),
    help=Text(
        "Skriv adressen som ”trygghet@exempelby.example”, med @. Har ni flera: skriv en kontakt för var och en.",
        "Write the address like “trygghet@exempelby.example”, with @. If you have several: write a contact for each.",
    ),
)
NOT_FILLED_IN: Final = SchemaNotice(
    code="D34",
    name="not-filled-in",
    message=Text("”{value}” står kvar ur en mall.", "“{value}” is left from a template."),
    why=Text(
        "Platsen är inte ifylld. Sidan skulle visa texten som den står.",
        "It was never filled in. The page would show the text as it is.",
    ),
    help=Text(
        "Skriv det som ska stå här. Finns det inget: ta bort nyckeln.",
        "Write what belongs here. If there is nothing: remove the key.",
    ),
)
SEVERAL_NAMES: Final = SchemaNotice(
    code="D35",
    name="several-names",
    message=Text("Här står flera namn: ”{value}”.", "There are several names here: “{value}”."),
    why=Text(
        "En underskrift är en persons. Roll, part och datum kan bara höra till en.",
        "A signature is one person's. The role, party and date can belong to one only.",
    ),
    help=Text("Skriv en punkt för var och en: {items}.", "Write an item for each: {items}."),
)
NO_UNIT: Final = SchemaNotice(
    code="D38",
    name="number-without-unit",
    message=Text(
        "Det framgår inte vad talet i ”{key}” räknar.", "It does not say what the number in “{key}” counts."
    ),
    why=Text(
        "Utan enhet går det inte att jämföra talet med utfallet eller med förra löftet.",
        "Without a unit the number cannot be compared with the outcome or with the former promise.",
    ),
    help=Text(
        "Lägg till ”enhet” bredvid talet: det som räknas, till exempel ”enhet: kvällar”.",
        "Add “enhet” beside the number: what is counted, such as “enhet: kvällar”.",
    ),
)
NOTICES: Final = (
    NOT_A_CHOICE, IMPOSSIBLE_DATE, DATE_FORM, NOT_A_NUMBER, YES_NO, ADDRESS, UNKNOWN_CODE, CODE_AND_NAME,
    BAD_ID, CURLY_QUOTES, VALUE_SPELLING, FLOW_DECIMAL, BELOW_ZERO, IN_WORDS, TABLE_IN_TEXT, OVER_HUNDRED, NOT_AN_EMAIL,
    NOT_FILLED_IN, SEVERAL_NAMES, NO_UNIT, MORE_ANSWERS,
)  # fmt: skip
