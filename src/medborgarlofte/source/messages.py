"""Messages about YAML that parses but is unusable."""

import re
from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.messages import SchemaNotice

ALIAS: Final = SchemaNotice(
    code="Y20",
    name="alias",
    message=Text(
        "”{name}” läses som en genväg i YAML, och sådana används inte här.",
        "“{name}” is read as a YAML alias, which is not used here.",
    ),
    why=Text(
        "Med genvägar (& och *) kan en ändring på ett ställe ändra texten på ett annat utan att det syns.",
        "With aliases (& and *) a change in one place can silently change the text in another.",
    ),
    help=Text(
        "Skriv ut värdet på båda ställena. Ska texten börja med & eller *: sätt citattecken runt den.",
        "Write the value in both places. If the text should start with & or *: put quotation marks around it.",
    ),
)
TAG: Final = SchemaNotice(
    code="Y21",
    name="tag",
    message=Text(
        "”{tag}” läses som en typmarkering i YAML, och sådana används inte här.",
        "“{tag}” is read as a YAML tag, which is not used here.",
    ),
    why=Text(
        "Formatet vet redan vad varje nyckel ska innehålla.",
        "The format already defines what each key contains.",
    ),
    help=Text(
        "Ta bort markeringen. Ska texten börja med utropstecken: sätt citattecken runt den.",
        "Remove the tag. If the text should start with an exclamation mark: put quotation marks around it.",
    ),
)
TWIN_KEY: Final = SchemaNotice(
    code="Y22",
    name="twin-key",
    message=Text("Nyckeln ”{key}” finns redan på rad {line}.", "The key “{key}” is already on line {line}."),
    why=Text(
        "Bara en av dem kan gälla, och den andra skulle försvinna utan att det syns.",
        "Only one of them can apply, and the other would be lost silently.",
    ),
    help=Text("{advice}", "{advice}"),
)
MERGE: Final = Text("Slå ihop dem eller ta bort den ena.", "Merge them or remove one.")
NEW_ITEM: Final = Text(
    "Börjar här en ny punkt i listan: skriv ”- ” före nyckeln, med bindestrecket rakt under det förra. Annars: slå ihop dem.",
    "If a new list item starts here: write “- ” before the key, with the hyphen right below the one before. Otherwise: "
    "merge them.",
)
SEVERAL_DOCUMENTS: Final = SchemaNotice(
    code="Y23",
    name="several-documents",
    message=Text(
        "Här börjar ett andra dokument i samma fil.", "A second document starts here in the same file."
    ),
    why=Text(
        "En fil är ett dokument. Andra filer hänvisar till det med filens namn.",
        "One file is one document. Other files refer to it by its file name.",
    ),
    help=Text(
        "{advice}",
        "{advice}",
    ),
)
TOO_DEEP: Final = SchemaNotice(
    code="Y24",
    name="nested-too-deep",
    message=Text(
        "Här finns fler än {limit} nivåer inuti varandra.",
        "There are more than {limit} nested levels here.",
    ),
    why=Text(
        "Formatet behöver sju nivåer. Fler än så beror nästan alltid på ett felaktigt indrag.",
        "The format needs seven levels. More than that is nearly always an indentation mistake.",
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
        "Write the key as a word followed by a colon. If the text should start with ?, [ or {{: put quotation marks around it.",
    ),
)
SPELLING: Final = SchemaNotice(
    code="Y26",
    name="key-spelling",
    message=Text("”{key}” stavas ”{real}”.", "“{key}” is spelled “{real}”."),
    why=Text(
        "Nyckeln går att läsa ändå, men med samma stavning överallt blir filerna lättare att söka i.",
        "The key is accepted, but consistent spelling makes the files easier to search.",
    ),
    help=Text("Ändra till ”{real}”.", "Change it to “{real}”."),
)
TEXT_CUT: Final = SchemaNotice(
    code="Y31",
    name="text-cut-by-hash",
    message=Text(
        "”{rest}” läses som en kommentar och kommer inte med i texten.",
        "“{rest}” is read as a comment and is not part of the text.",
    ),
    why=Text(
        "I en text utan citattecken börjar en kommentar vid # efter ett mellanslag. Det som står där skulle gå förlorat.",
        "In a text without quotation marks, a # after a space starts a comment. What it says would be lost.",
    ),
    help=Text(
        "Sätt citattecken runt hela texten: {quoted}. Är det en kommentar: flytta den till en egen rad ovanför.",
        "Put quotation marks around the whole text: {quoted}. If it is a comment: move it to a line of its own above.",
    ),
)
LINE_PREFIX: Final = SchemaNotice(
    code="Y35",
    name="pasted-line-prefix",
    message=Text(
        "Raderna härifrån börjar med {what}, som inte hör till dokumentet.",
        "The lines from here on begin with {what}, which is not part of the document.",
    ),
    why=Text(
        "Mejl sätter > först på citerade rader, och webbsidor kan visa radnummer. De följer med när man kopierar.",
        "E-mail puts > before quoted lines, and web pages can show line numbers. They come along when text is copied.",
    ),
    help=Text(
        "Ta bort det som står först på varje rad: {what}.",
        "Remove what each line begins with: {what}.",
    ),
)
STRAY_TEXT: Final = SchemaNotice(
    code="Y36",
    name="text-around-document",
    message=Text(
        "Texten ”{text}” hör inte till dokumentet.", "The text “{text}” is not part of the document."
    ),
    why=Text(
        "En fil består av nycklar med värden. Hälsningar och mejlhuvuden följer lätt med när man kopierar.",
        "A file consists of keys with values. Greetings and mail headers easily come along when text is copied.",
    ),
    help=Text("{advice}", "{advice}"),
)
MARKUP: Final = SchemaNotice(
    code="Y37",
    name="markup",
    message=Text("”{written}” är formaterat som i en chatt.", "“{written}” is formatted as in a chat."),
    why=Text(
        "Tecknen runt ordet läses som en del av det, eller som något annat i YAML.",
        "The characters around the word are read as part of it, or as something else in YAML.",
    ),
    help=Text("Skriv ”{meant}”.", "Write “{meant}”."),
)
NOTICES: Final = (
    ALIAS, TAG, TWIN_KEY, SEVERAL_DOCUMENTS, TOO_DEEP, COMPLEX_KEY, SPELLING, TEXT_CUT, LINE_PREFIX,
    STRAY_TEXT, MARKUP,
)  # fmt: skip


BULLETS: Final = "–—―−•·●○▪■◦‣⁃*\uf0b7\uf0a7\uf0d8\uf02d"
"""Characters that Word puts before the items of a list; the last ones are of its font Symbol."""
BULLET_MARK: Final = rf"[{re.escape(BULLETS)}]|o(?=\s+(?:\w+:|{{))|(?:\d{{1,2}}|[a-z])\)|\d{{1,2}}\."
"""The same as an expression, with Word's hollow bullet and the numbers of a numbered list."""


def quoted(text: str) -> str:
    """Text in the quotes that need the least escaping, without Word's quotes around all of it."""
    if len(text) > 2 and text[0] in "”“„" and text[-1] in "”“" and not set(text[1:-1]) & set("”“„"):
        text = text[1:-1]
    text = re.sub(r"^\[?([\w./-]*\d) (#\w+)\]?$", r"\1\2", text)  # a reference to an item
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
