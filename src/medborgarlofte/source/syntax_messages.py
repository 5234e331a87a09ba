"""Messages about files that YAML cannot parse."""

from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.messages import SchemaNotice

_WHY_STRUCTURE: Final = Text(
    "Härifrån går det inte att läsa som det är skrivet.",
    "From here on it cannot be read as it is written.",
)

TAB: Final = SchemaNotice(
    code="Y06",
    name="tab",
    message=Text("Raden är indragen med {mark}.", "The line is indented with {mark}."),
    why=Text(
        "Bara vanliga mellanslag räknas som indrag. Andra tecken är olika breda i olika program.",
        "Only ordinary spaces count as indentation. Other characters have different widths in different programs.",
    ),
    help=Text(
        "Byt tecknet mot vanliga mellanslag, två för varje nivå.",
        "Replace it with ordinary spaces, two for each level.",
    ),
)
NO_SPACE: Final = SchemaNotice(
    code="Y07",
    name="missing-space-after-colon",
    message=Text(
        "Det saknas ett mellanslag efter kolonet i ”{key}:”.",
        "There is no space after the colon in “{key}:”.",
    ),
    why=Text(
        "Utan mellanslag läses hela raden som en enda text i stället för som nyckel och värde.",
        "Without the space the whole line is read as one text instead of a key and a value.",
    ),
    help=Text("Skriv ”{key}: …” med ett mellanslag.", "Write “{key}: …” with a space."),
)
UNCLOSED_QUOTE: Final = SchemaNotice(
    code="Y08",
    name="unclosed-quote",
    message=Text("Citattecknet {mark} avslutas aldrig.", "The quotation mark {mark} is never closed."),
    why=Text(
        "Allt från citattecknet till filens slut läses som en enda text.",
        "Everything from the quotation mark to the end of the file is read as one text.",
    ),
    help=Text(
        "Sätt ett {mark} där texten slutar, eller ta bort det första.",
        "Put a {mark} where the text ends, or remove the first one.",
    ),
)
UNCLOSED_BRACKET: Final = SchemaNotice(
    code="Y09",
    name="unclosed-bracket",
    message=Text(
        "Tecknet ”{opened}” saknar sitt avslutande ”{closed}”, eller så saknas ett kommatecken mellan delarna.",
        "The bracket “{opened}” has no closing “{closed}”, or a comma is missing between its items.",
    ),
    why=_WHY_STRUCTURE,
    help=Text(
        "Sätt ”{closed}” där gruppen slutar och kommatecken mellan delarna.",
        "Put “{closed}” where the group ends and commas between the items.",
    ),
)
COLON: Final = SchemaNotice(
    code="Y10",
    name="colon-in-text",
    message=Text(
        "Texten innehåller ett kolon följt av mellanslag. Därför läses orden före kolonet som en nyckel.",
        "The text contains a colon followed by a space, so the words before it are read as a key.",
    ),
    why=_WHY_STRUCTURE,
    help=Text(
        "{start} citattecken runt hela texten: {quoted}. Eller skriv >- efter nyckeln och sedan texten, indragen, på raden under.",
        "{start} quotation marks around the whole text: {quoted}. Or write >- after the key and then the text, indented, on the line below.",
    ),
)
INDENT: Final = SchemaNotice(
    code="Y11",
    name="wrong-indentation",
    message=Text(
        "Raden är indragen så att den inte hör ihop med raderna {where}.",
        "The indentation of the line does not match the lines {where}.",
    ),
    why=Text(
        "Indraget visar vad som hör till vad. Det som står på samma nivå ska börja i samma kolumn.",
        "Indentation shows what belongs to what. Items on the same level must start in the same column.",
    ),
    help=Text(
        "Jämför med raderna {where}: lika många mellanslag på samma nivå, två till för det som hör under.",
        "Compare with the lines {where}: the same number of spaces on the same level, two more for what belongs below.",
    ),
)
AFTER_QUOTE: Final = SchemaNotice(
    code="Y12",
    name="text-after-quote",
    message=Text(
        "Det står text efter det avslutande citattecknet.", "There is text after the closing quotation mark."
    ),
    why=Text(
        "En text som börjar med citattecken slutar vid nästa citattecken.",
        "A text that starts with a quotation mark ends at the next one.",
    ),
    help=Text("{advice}", "{advice}"),
)
RESERVED: Final = SchemaNotice(
    code="Y13",
    name="reserved-character",
    message=Text(
        "En text utan citattecken kan inte börja med ”{mark}”.",
        "A text without quotation marks cannot start with “{mark}”.",
    ),
    why=Text("Tecknet har en egen betydelse i YAML.", "The character has a special meaning in YAML."),
    help=Text(
        "Sätt citattecken runt hela texten. Är det en punktlista: skriv | efter nyckeln och sedan listan, indragen, på raden under.",
        "Put quotation marks around the whole text. If it is a bulleted list: write | after the key and then the list, indented, on the line below.",
    ),
)
ESCAPE: Final = SchemaNotice(
    code="Y14",
    name="backslash",
    message=Text(
        "”{escape}” inom dubbla citattecken är ingen känd teckenkod.",
        "“{escape}” is not a known escape sequence in double quotes.",
    ),
    why=Text(
        "Inom dubbla citattecken betyder ett omvänt snedstreck att en teckenkod följer.",
        "In double quotes a backslash starts an escape sequence.",
    ),
    help=Text(
        "Använd enkla citattecken ('…') i stället, eller skriv snedstrecket två gånger.",
        "Use single quotes ('…') instead, or double the backslash.",
    ),
)
BLOCK_TEXT: Final = SchemaNotice(
    code="Y15",
    name="text-after-block-mark",
    message=Text("Det står text på samma rad som ”{mark}”.", "There is text on the same line as “{mark}”."),
    why=Text(
        "Efter ”{mark}” ska texten börja på nästa rad, indragen.",
        "After “{mark}” the text starts on the next line, indented.",
    ),
    help=Text(
        "Flytta ned texten en rad och dra in den två mellanslag.",
        "Move the text to the next line and indent it by two spaces.",
    ),
)
NO_COLON: Final = SchemaNotice(
    code="Y16",
    name="missing-colon",
    message=Text("Raden ”{text}” saknar kolon.", "The line “{text}” has no colon."),
    why=Text(
        "Här ska det stå en nyckel med kolon efter, till exempel ”titel: …”.",
        "There should be a key followed by a colon here, for example “titel: …”.",
    ),
    help=Text("{advice}", "{advice}"),
)
NO_SPACE_DASH: Final = SchemaNotice(
    code="Y17",
    name="missing-space-after-dash",
    message=Text("Det saknas ett mellanslag efter strecket.", "There is no space after the dash."),
    why=Text(
        "Utan mellanslag läses raden som text i stället för som en punkt i listan.",
        "Without the space the line is read as text instead of a list item.",
    ),
    help=Text("Skriv ”- ” med ett mellanslag efter strecket.", "Write “- ” with a space after the dash."),
)
NO_DASH: Final = SchemaNotice(
    code="Y39",
    name="missing-dash",
    message=Text("Den första punkten saknar bindestreck.", "The first item has no hyphen."),
    why=Text(
        "Punkterna under börjar med ”- ”, men den här gör det inte. Då går listan inte att läsa.",
        "The items below start with “- ”, but this one does not. The list cannot be read then.",
    ),
    help=Text(
        "Skriv ”- ” före punktens första nyckel, rakt ovanför de andra bindestrecken.",
        "Write “- ” before the first key of the item, right above the other hyphens.",
    ),
)
MERGE_CONFLICT: Final = SchemaNotice(
    code="Y19",
    name="merge-conflict",
    message=Text(
        "Git har lämnat två versioner av texten i filen.",
        "Git has left two versions of the text in the file.",
    ),
    why=Text(
        "Två personer har ändrat samma rader. Någon måste välja vad som gäller.",
        "Two people changed the same lines. Somebody must choose which version applies.",
    ),
    help=Text(
        "Behåll en av versionerna och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>.",
        "Keep one of the versions and remove the lines that start with <<<<<<<, ======= and >>>>>>>.",
    ),
)
BRACKET_TOO_MANY: Final = SchemaNotice(
    code="Y27",
    name="bracket-too-many",
    message=Text("Här finns ett ”{mark}” för mycket.", "There is one “{mark}” too many here."),
    why=_WHY_STRUCTURE,
    help=Text(
        "Ta bort den, eller sätt citattecken runt hela texten.",
        "Remove it, or put quotation marks around the whole text.",
    ),
)
SYNTAX: Final = SchemaNotice(
    code="Y18",
    name="syntax-error",
    message=Text("Härifrån går filen inte att läsa som YAML.", "From here the file cannot be read as YAML."),
    why=_WHY_STRUCTURE,
    help=Text(
        "Titta på raden och den ovanför: kolon och mellanslag efter nyckeln, samma indrag på samma nivå, citattecken i par.",
        "Look at this line and the one above: a colon and a space after the key, the same indentation on the same level, quotation marks in pairs.",
    ),
)
BULLET: Final = SchemaNotice(
    code="Y28",
    name="bullet-character",
    message=Text(
        "Punkten börjar med ”{mark}” i stället för med ett bindestreck.",
        "The item starts with “{mark}” instead of a hyphen.",
    ),
    why=Text(
        "Word byter bindestreck mot tankstreck och punkter. YAML läser bara ”- ” som en ny punkt i en lista.",
        "Word replaces hyphens with dashes and bullets. YAML reads only “- ” as a new list item.",
    ),
    help=Text(
        "Skriv ett vanligt bindestreck och ett mellanslag först på varje punkt: ”- ”.",
        "Start each item with an ordinary hyphen and a space: “- ”.",
    ),
)
TABLE_ROW: Final = SchemaNotice(
    code="Y29",
    name="pasted-table-row",
    message=Text(
        "Raden ser ut att vara klistrad ur en tabell, till exempel från Excel: ”{text}”.",
        "The line looks like it was pasted from a table, such as Excel: “{text}”.",
    ),
    why=Text(
        "Cellerna skiljs åt av tabbar, men här ska varje uppgift ha en egen nyckel.",
        "The cells are separated by tabs, but here each piece of information needs a key of its own.",
    ),
    help=Text(
        "Skriv varje rad som en punkt med nycklar: ”- {{id: K1, part: kommunen, text: …}}” i ett löfte, "
        "”- {{åtagande: K1, status: pågår, utfall: 54}}” i en uppföljning.",
        "Write each row as an item with keys: “- {{id: K1, part: kommunen, text: …}}” in a promise, "
        "“- {{åtagande: K1, status: pågår, utfall: 54}}” in a follow-up.",
    ),
)
HARD_SPACE: Final = SchemaNotice(
    code="Y30",
    name="no-break-space",
    message=Text(
        "Mellanslaget efter ”{before}” är ett hårt mellanslag.",
        "The space after “{before}” is a no-break space.",
    ),
    why=Text(
        "Hårda mellanslag kommer från Word och webbsidor och ser ut som vanliga. YAML läser dem som en del av texten.",
        "No-break spaces come from Word and web pages and look like ordinary ones. YAML reads them as part of the text.",
    ),
    help=Text(
        "Radera mellanslaget efter ”{before}” och skriv ett vanligt.",
        "Delete the space after “{before}” and type an ordinary one.",
    ),
)
FENCE: Final = SchemaNotice(
    code="Y34",
    name="code-fence",
    message=Text("Raden ”```” hör inte till dokumentet.", "The line “```” is not part of the document."),
    why=Text(
        "Den står runt exempel i chattar och Markdown-filer och följer med när man kopierar.",
        "It surrounds examples in chats and Markdown files and comes along when they are copied.",
    ),
    help=Text("Ta bort raderna som börjar med ```.", "Remove the lines that start with ```."),
)
NOTICES: Final = (
    TAB, NO_SPACE, UNCLOSED_QUOTE, UNCLOSED_BRACKET, COLON, INDENT, AFTER_QUOTE, RESERVED, ESCAPE, BLOCK_TEXT,
    NO_COLON, NO_SPACE_DASH, NO_DASH, MERGE_CONFLICT, BRACKET_TOO_MANY, SYNTAX, BULLET, TABLE_ROW, HARD_SPACE, FENCE,
)  # fmt: skip
