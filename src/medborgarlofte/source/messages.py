"""What is said of a file that YAML cannot read, or that holds what a document has no use for."""

from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.messages import SchemaNotice

_WHY_STRUCTURE: Final = Text(
    "Filen går inte att tolka längre än hit, så resten är inte kontrollerat.",
    "The file cannot be understood beyond this point, so the rest has not been checked.",
)

TAB: Final = SchemaNotice(
    code="Y06",
    name="tab",
    message=Text("Raden är indragen med {mark}.", "The line is indented with {mark}."),
    why=Text(
        "Bara vanliga mellanslag räknas som indrag, för andra tecken är olika breda i olika program.",
        "Only ordinary spaces count as indentation, since other characters have different widths in different programs.",
    ),
    help=Text(
        "Byt tecknet mot vanliga mellanslag, två för varje steg.",
        "Replace it by ordinary spaces, two for each step.",
    ),
)
NO_SPACE: Final = SchemaNotice(
    code="Y07",
    name="missing-space-after-colon",
    message=Text(
        "Det saknas ett mellanslag efter kolonet i ”{key}:”.",
        "A space is missing after the colon in “{key}:”.",
    ),
    why=Text(
        "Utan mellanslag blir hela raden en enda text i stället för nyckel och värde.",
        "Without the space the whole line becomes one text instead of a key and its value.",
    ),
    help=Text("Skriv ”{key}: …” med ett mellanslag.", "Write “{key}: …” with a space."),
)
UNCLOSED_QUOTE: Final = SchemaNotice(
    code="Y08",
    name="unclosed-quote",
    message=Text("Citattecknet {mark} avslutas aldrig.", "The quotation mark {mark} is never closed."),
    why=Text(
        "Allt från citattecknet till filens slut räknas som en enda text.",
        "Everything from the mark to the end of the file counts as one text.",
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
        "Parentesen ”{opened}” avslutas inte, eller så saknas ett kommatecken inuti.",
        "The bracket “{opened}” is not closed, or a comma is missing inside it.",
    ),
    why=_WHY_STRUCTURE,
    help=Text(
        "Sätt ”{closed}” där listan slutar och kommatecken mellan delarna.",
        "Put “{closed}” where the list ends and commas between the parts.",
    ),
)
COLON: Final = SchemaNotice(
    code="Y10",
    name="colon-in-text",
    message=Text(
        "Texten innehåller ett kolon följt av mellanslag, och då tolkas den som en ny nyckel.",
        "The text holds a colon followed by a space, and is then taken for a new key.",
    ),
    why=_WHY_STRUCTURE,
    help=Text(
        "Sätt citattecken runt hela texten: {quoted}. Eller skriv >- efter nyckeln och texten indragen på raden under.",
        "Put quotation marks around the whole text: {quoted}. Or write >- after the key and the text indented on the line below.",
    ),
)
INDENT: Final = SchemaNotice(
    code="Y11",
    name="wrong-indentation",
    message=Text(
        "Raden är indragen så att den inte hör ihop med raderna ovanför.",
        "The line is indented so that it does not belong with the lines above.",
    ),
    why=Text(
        "Indraget visar vad som hör till vad. Syskon ska börja i samma kolumn.",
        "Indentation shows what belongs to what. Siblings must begin in the same column.",
    ),
    help=Text(
        "Jämför med raderna ovanför: lika många mellanslag för syskon, två till för det som hör under.",
        "Compare with the lines above: the same number of spaces for siblings, two more for what belongs below.",
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
        "A text that begins with a quotation mark ends at the next one.",
    ),
    help=Text(
        "Sätt enkla citattecken (') runt hela texten, eller skriv >- efter nyckeln och texten på raden under.",
        "Put single quotes (') around the whole text, or write >- after the key and the text on the line below.",
    ),
)
RESERVED: Final = SchemaNotice(
    code="Y13",
    name="reserved-character",
    message=Text(
        "En text utan citattecken kan inte börja med ”{mark}”.",
        "A text without quotation marks cannot begin with “{mark}”.",
    ),
    why=Text("Tecknet har en egen betydelse i YAML.", "The character has a meaning of its own in YAML."),
    help=Text(
        "Sätt citattecken runt hela texten. Är det en punktlista: skriv > eller | efter nyckeln och listan på raden under.",
        "Put quotation marks around the whole text. If it is a bulleted list: write > or | after the key and the list below.",
    ),
)
ESCAPE: Final = SchemaNotice(
    code="Y14",
    name="backslash",
    message=Text(
        "”{escape}” inom dubbla citattecken är ingen känd teckenkod.",
        "“{escape}” inside double quotes is no known escape.",
    ),
    why=Text(
        "Inom dubbla citattecken betyder omvänt snedstreck att en kod följer.",
        "Inside double quotes a backslash announces a code.",
    ),
    help=Text(
        "Använd enkla citattecken ('…') i stället, eller skriv snedstrecket två gånger.",
        "Use single quotes ('…') instead, or write the backslash twice.",
    ),
)
BLOCK_TEXT: Final = SchemaNotice(
    code="Y15",
    name="text-after-block-mark",
    message=Text("Det står text på samma rad som ”{mark}”.", "There is text on the same line as “{mark}”."),
    why=Text(
        "Efter ”{mark}” ska texten börja på nästa rad, indragen.",
        "After “{mark}” the text begins on the next line, indented.",
    ),
    help=Text(
        "Flytta ned texten en rad och dra in den två mellanslag.",
        "Move the text down one line and indent it two spaces.",
    ),
)
NO_COLON: Final = SchemaNotice(
    code="Y16",
    name="missing-colon",
    message=Text("Raden ”{text}” saknar kolon.", "The line “{text}” lacks a colon."),
    why=Text(
        "Här väntas en nyckel med kolon efter, till exempel ”titel: …”.",
        "A key followed by a colon is expected here, for example “titel: …”.",
    ),
    help=Text(
        "Sätt kolon och mellanslag efter nyckeln. Hör raden till texten ovanför: dra in den mer än nyckeln ovanför.",
        "Put a colon and a space after the key. If the line belongs to the text above: indent it more than the key above.",
    ),
)
NO_SPACE_DASH: Final = SchemaNotice(
    code="Y17",
    name="missing-space-after-dash",
    message=Text("Det saknas ett mellanslag efter strecket.", "A space is missing after the dash."),
    why=Text(
        "Utan mellanslag blir raden text i stället för en punkt i listan.",
        "Without it the line becomes text instead of a list item.",
    ),
    help=Text("Skriv ”- ” med ett mellanslag efter strecket.", "Write “- ” with a space after the dash."),
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
        "Two people changed the same lines. Somebody must choose which holds.",
    ),
    help=Text(
        "Behåll en av versionerna och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>.",
        "Keep one of the versions and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.",
    ),
)
BRACKET_TOO_MANY: Final = SchemaNotice(
    code="Y27",
    name="bracket-too-many",
    message=Text("Här står en parentes ”{mark}” för mycket.", "Here stands one bracket “{mark}” too many."),
    why=_WHY_STRUCTURE,
    help=Text(
        "Ta bort den, eller sätt citattecken runt hela texten.",
        "Remove it, or put quotation marks around the whole text.",
    ),
)
SYNTAX: Final = SchemaNotice(
    code="Y18",
    name="syntax-error",
    message=Text("Här går filen inte att tolka som YAML.", "Here the file cannot be understood as YAML."),
    why=_WHY_STRUCTURE,
    help=Text(
        "Titta på raden och den ovanför: kolon med mellanslag efter nyckeln, lika indrag för syskon, citattecken i par.",
        "Look at this line and the one above: a colon and a space after the key, equal indentation for siblings, quotes in pairs.",
    ),
)
ALIAS: Final = SchemaNotice(
    code="Y20",
    name="alias",
    message=Text(
        "”{name}” är en YAML-genväg, och sådana används inte här.",
        "“{name}” is a YAML shortcut, and those are not used here.",
    ),
    why=Text(
        "Genvägar (& och *) gör att en ändring på ett ställe ändrar text på ett annat, utan att det syns.",
        "Shortcuts (& and *) let a change in one place change the text in another, unseen.",
    ),
    help=Text(
        "Skriv ut värdet på båda ställena. Ska texten börja med & eller *: sätt citattecken runt den.",
        "Write the value in both places. If the text should begin with & or *: put quotation marks around it.",
    ),
)
TAG: Final = SchemaNotice(
    code="Y21",
    name="tag",
    message=Text(
        "”{tag}” är en YAML-typmarkering, och sådana används inte här.",
        "“{tag}” is a YAML tag, and those are not used here.",
    ),
    why=Text(
        "Formatet vet redan vad varje nyckel ska innehålla.",
        "The format already knows what each key should hold.",
    ),
    help=Text(
        "Ta bort markeringen. Ska texten börja med utropstecken: sätt citattecken runt den.",
        "Remove the tag. If the text should begin with an exclamation mark: put quotation marks around it.",
    ),
)
TWIN_KEY: Final = SchemaNotice(
    code="Y22",
    name="twin-key",
    message=Text(
        "Nyckeln ”{key}” står redan på rad {line}.", "The key “{key}” already stands on line {line}."
    ),
    why=Text(
        "Bara en av dem kan gälla, och den andra skulle försvinna utan att det syns.",
        "Only one of them can hold, and the other would vanish unseen.",
    ),
    help=Text("Slå ihop dem eller ta bort den ena.", "Join them or remove one."),
)
SEVERAL_DOCUMENTS: Final = SchemaNotice(
    code="Y23",
    name="several-documents",
    message=Text(
        "Här börjar ett andra dokument i samma fil.", "Here a second document begins in the same file."
    ),
    why=Text(
        "En fil är ett dokument. Filens namn är det som andra filer hänvisar till.",
        "A file is one document. The name of the file is what other files refer to.",
    ),
    help=Text(
        "Flytta det som står efter ”---” till en egen fil.",
        "Move what stands after “---” to a file of its own.",
    ),
)
TOO_DEEP: Final = SchemaNotice(
    code="Y24",
    name="nested-too-deep",
    message=Text(
        "Här är mer än {limit} nivåer inuti varandra.",
        "Here more than {limit} levels stand inside each other.",
    ),
    why=Text(
        "Formatet behöver sju nivåer. Fler är nästan alltid ett felaktigt indrag.",
        "The format needs seven levels. More are nearly always a slip of indentation.",
    ),
    help=Text("Kontrollera indragen och parenteserna.", "Check the indentation and the brackets."),
)
COMPLEX_KEY: Final = SchemaNotice(
    code="Y25",
    name="complex-key",
    message=Text(
        "En nyckel ska vara ett ord, inte en lista eller en grupp.",
        "A key must be a word, not a list or a group.",
    ),
    why=Text(
        "Formatets nycklar är ord, till exempel ”titel”.",
        "The keys of the format are words, such as “titel”.",
    ),
    help=Text(
        "Skriv nyckeln som ett ord följt av kolon. Ska texten börja med ?, [ eller {{: sätt citattecken runt den.",
        "Write the key as a word followed by a colon. If the text should begin with ?, [ or {{: put quotation marks around it.",
    ),
)
SPELLING: Final = SchemaNotice(
    code="Y26",
    name="key-spelling",
    message=Text("”{key}” stavas ”{real}”.", "“{key}” is spelled “{real}”."),
    why=Text(
        "Nyckeln förstås ändå, men samma stavning överallt gör filerna lättare att söka i.",
        "The key is understood all the same, but one spelling everywhere makes the files easier to search.",
    ),
    help=Text("Ändra till ”{real}”.", "Change it to “{real}”."),
)
NOTICES: Final = (
    TAB,
    NO_SPACE,
    UNCLOSED_QUOTE,
    UNCLOSED_BRACKET,
    COLON,
    INDENT,
    AFTER_QUOTE,
    RESERVED,
    ESCAPE,
    BLOCK_TEXT,
    NO_COLON,
    NO_SPACE_DASH,
    MERGE_CONFLICT,
    BRACKET_TOO_MANY,
    SYNTAX,
    ALIAS,
    TAG,
    TWIN_KEY,
    SEVERAL_DOCUMENTS,
    TOO_DEEP,
    COMPLEX_KEY,
    SPELLING,
)
