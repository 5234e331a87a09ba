"""Messages about the structure of a document."""

from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.messages import SchemaNotice

NOT_A_DOCUMENT: Final = SchemaNotice(
    code="D01",
    name="not-a-document",
    message=Text(
        "Filen ska bestå av nycklar med värden, men den innehåller en lista eller löpande text.",
        "The file should consist of keys with values, but it contains a list or running text.",
    ),
    why=Text(
        "Utan nycklar går det inte att veta vad som är vad.", "Without keys there is no telling what is what."
    ),
    help=Text(
        "Börja filen med ”dokument: medborgarlöfte” och skriv en nyckel per rad.",
        "Start the file with “dokument: medborgarlöfte” and write one key per line.",
    ),
)
NO_KIND: Final = SchemaNotice(
    code="D02",
    name="missing-kind",
    message=Text("Nyckeln ”dokument” saknas.", "The key “dokument” is missing."),
    why=Text(
        "Den talar om vad filen är, och därmed vad den ska innehålla.",
        "It says what kind of document the file is, and so what it should contain.",
    ),
    help=Text(
        "Skriv ”dokument: ” överst i filen, följt av {kinds}.",
        "Write “dokument: ” at the top of the file, followed by {kinds}.",
    ),
)
UNKNOWN_KIND: Final = SchemaNotice(
    code="D03",
    name="unknown-kind",
    message=Text(
        "”{kind}” är inte något dokumentslag som verktyget känner till.",
        "“{kind}” is not a kind of document that the tool knows.",
    ),
    why=Text(
        "Dokumentslaget avgör vilka nycklar filen kan ha.",
        "The kind determines which keys the file can have.",
    ),
    help=Text("{meant}", "{meant}"),
)
OTHER_KIND: Final = SchemaNotice(
    code="D36",
    name="other-kind",
    message=Text(
        "Här står ”dokument: {kind}”, men nycklarna är ett annat dokumentslags: {keys}.",
        "It says “dokument: {kind}” here, but the keys are of another kind of document: {keys}.",
    ),
    why=Text(
        "Dokumentslaget avgör vilka nycklar filen kan ha.",
        "The kind of document decides which keys the file can have.",
    ),
    help=Text(
        "Skriv ”dokument: {real}”, eller ta bort de nycklarna.",
        "Write “dokument: {real}”, or remove those keys.",
    ),
)
MISSING_KEY: Final = SchemaNotice(
    code="D04",
    name="missing-key",
    message=Text("Nyckeln ”{key}” saknas.", "The key “{key}” is missing."),
    why=Text("Dokumentet går inte att använda utan den.", "The document cannot be used without it."),
    help=Text(
        "Lägg till ”{key}: {value}”. ({description})", "Add “{key}: {value}”. (In Swedish: {description})"
    ),
)
NOT_INDENTED: Final = SchemaNotice(
    code="D37",
    name="not-indented",
    message=Text(
        "Det som hör till ”{key}” är inte indraget under nyckeln.",
        "What belongs to “{key}” is not indented below the key.",
    ),
    why=Text(
        "Indraget visar vad som hör till vad. Det som hör under en nyckel ska börja två mellanslag längre in.",
        "Indentation shows what belongs to what. What belongs below a key begins two spaces further in.",
    ),
    help=Text(
        "Dra in raderna med {keys} två mellanslag till, under ”{key}”.",
        "Indent the lines of {keys} by two more spaces, below “{key}”.",
    ),
)
LOST_HEADING: Final = SchemaNotice(
    code="D39",
    name="lost-heading",
    message=Text(
        "Punkterna härifrån hör till ”{real}”, inte till ”{key}”.",
        "The items from here on belong to “{real}”, not to “{key}”.",
    ),
    why=Text(
        "Raden ”{real}:” saknas ovanför dem, så de läses som fler punkter i ”{key}”.",
        "The line “{real}:” is missing above them, so they are read as more items of “{key}”.",
    ),
    help=Text(
        "Skriv raden ”{real}:” ovanför, längst till vänster.",
        "Write the line “{real}:” above, at the far left.",
    ),
)
SPLIT_ITEM: Final = SchemaNotice(
    code="D33",
    name="split-item",
    message=Text(
        "Punkten är delad: nästa rad börjar också med ett streck.",
        "The item is split: the next line begins with a dash too.",
    ),
    why=Text("Varje streck börjar en ny punkt.", "Each dash begins a new item."),
    help=Text(
        "Skriv strecket bara före den första nyckeln. Byt det mot ett mellanslag på raderna under.",
        "Write the dash before the first key only. Replace it with a space on the lines below.",
    ),
)
UNKNOWN_KEY: Final = SchemaNotice(
    code="D05",
    name="unknown-key",
    message=Text("Nyckeln ”{key}” finns inte här.", "There is no key “{key}” here."),
    why=Text(
        "En okänd nyckel visas ingenstans, så det som står där skulle gå förlorat.",
        "An unknown key is not shown anywhere, so its content would be lost.",
    ),
    help=Text("{meant}", "{meant}"),
)
EMPTY_VALUE: Final = SchemaNotice(
    code="D06",
    name="empty-value",
    message=Text("”{key}” har inget värde.", "“{key}” has no value."),
    why=Text("Dokumentet går inte att använda utan det.", "The document cannot be used without it."),
    help=Text(
        "Skriv värdet efter kolonet. En text som börjar med # måste stå inom citattecken.",
        "Write the value after the colon. A text that starts with # must be in quotation marks.",
    ),
)
WRONG_SHAPE: Final = SchemaNotice(
    code="D07",
    name="wrong-shape",
    message=Text(
        "”{key}” ska vara {wanted}, men här står {given}.", "“{key}” should be {wanted}, but it is {given}."
    ),
    why=Text(
        "Annars går innehållet inte att visa på rätt plats.",
        "Otherwise the content cannot be shown in its place.",
    ),
    help=Text("{advice}", "{advice}"),
)
MISSING_DASH_SPACE: Final = SchemaNotice(
    code="D08",
    name="list-without-space",
    message=Text(
        "”{key}” ska vara {wanted}, men det saknas mellanslag efter bindestrecken.",
        "“{key}” should be {wanted}, but there is no space after the hyphens.",
    ),
    why=Text(
        "Utan mellanslag läses listan som en enda text.", "Without the space the list is read as one text."
    ),
    help=Text(
        "Börja varje punkt med ”- ”: bindestreck och mellanslag.",
        "Start each item with “- ”: a hyphen and a space.",
    ),
)
REVERSED_PERIOD: Final = SchemaNotice(
    code="D17",
    name="ends-before-it-starts",
    message=Text(
        "Perioden slutar {end}, alltså innan den börjar {start}.",
        "The period ends on {end}, before it starts on {start}.",
    ),
    why=Text(
        "Då går det inte att veta när dokumentet gäller.",
        "Then there is no telling when the document applies.",
    ),
    help=Text("Kontrollera ”från” och ”till” mot källan.", "Check “från” and “till” against the source."),
)
SEVERAL_BOUNDS: Final = SchemaNotice(
    code="D18",
    name="several-bounds",
    message=Text("Både {keys} står här.", "Both {keys} are given here."),
    why=Text("Då är det oklart vad som ska räknas som genomfört.", "Then it is unclear what counts as done."),
    help=Text(
        "Välj ett av dem. Ett mål som är ett intervall skrivs ”mellan: [3, 4]”. Två tal skrivs som två punkter i en lista.",
        "Choose one. A target that is a range is written “mellan: [3, 4]”. Two figures are written as two list items.",
    ),
)
NO_BOUND: Final = SchemaNotice(
    code="D19",
    name="target-without-number",
    message=Text("Målet saknar tal.", "The target has no number."),
    why=Text("Ett mål utan tal går inte att följa upp.", "A target without a number cannot be followed up."),
    help=Text(
        "Lägg till något av minst, högst, exakt, mellan, alla, inga eller inom. Om det inte finns något tal: ta bort ”mål” och skriv varför under ”mål_saknas”.",
        "Add one of minst, högst, exakt, mellan, alla, inga or inom. If there is no number: remove “mål” and say why under “mål_saknas”.",
    ),
)
REVERSED_SPAN: Final = SchemaNotice(
    code="D20",
    name="reversed-span",
    message=Text(
        "Intervallet slutar på ett lägre tal än det börjar.",
        "The range ends with a lower number than it starts with.",
    ),
    why=Text("Då kan inget utfall ligga i intervallet.", "Then no outcome can be within the range."),
    help=Text(
        "Skriv det mindre talet först: mellan: [3, 4].", "Write the smaller number first: mellan: [3, 4]."
    ),
)
TWIN_ID: Final = SchemaNotice(
    code="D22",
    name="twin-id",
    message=Text("Id:t ”{id}” används två gånger i ”{key}”.", "The id “{id}” is used twice in “{key}”."),
    why=Text(
        "Uppföljningar och andra löften hänvisar till id:t, så det får bara peka på en sak.",
        "Follow-ups and other promises refer to the id, so it may point to one thing only.",
    ),
    help=Text("Ge den ena ett nytt id.", "Give one of them a new id."),
)
TWIN_ITEM: Final = SchemaNotice(
    code="D30",
    name="twin-item",
    message=Text("Åtagandet ”{id}” har fler än en post.", "The commitment “{id}” has more than one item."),
    why=Text(
        "Då går det inte att veta vilken status som gäller, och talen kan räknas två gånger.",
        "Then there is no telling which status applies, and the figures may be counted twice.",
    ),
    help=Text(
        "Lägg ihop dem till en post: flera tal skrivs som en lista under ”utfall”. Om den ena gäller ett annat åtagande: "
        "skriv det åtagandets id.",
        "Merge them into one item: several figures are a list under “utfall”. If one is about another commitment: give the "
        "id of that commitment.",
    ),
)
NOTICES: Final = (
    NOT_A_DOCUMENT, NO_KIND, UNKNOWN_KIND, OTHER_KIND, MISSING_KEY, UNKNOWN_KEY, EMPTY_VALUE, WRONG_SHAPE, LOST_HEADING,
    MISSING_DASH_SPACE, REVERSED_PERIOD, SEVERAL_BOUNDS, NO_BOUND, REVERSED_SPAN, TWIN_ID, TWIN_ITEM, SPLIT_ITEM,
    NOT_INDENTED,
)  # fmt: skip
