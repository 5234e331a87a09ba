"""Messages about files that cannot be read as text."""

from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.messages import SchemaNotice

UNREADABLE: Final = SchemaNotice(
    code="Y01",
    name="unreadable-file",
    message=Text("Filen går inte att läsa: {reason}.", "The file cannot be read: {reason}."),
    why=Text(
        "Utan innehållet går dokumentet varken att kontrollera eller publicera.",
        "Without its content the document can be neither checked nor published.",
    ),
    help=Text(
        "Kontrollera att filen finns kvar, att den inte är öppen i ett annat program och att du har rätt att läsa den.",
        "Check that the file still exists, that no other program has it open and that you are allowed to read it.",
    ),
)
MISNAMED: Final = SchemaNotice(
    code="Y32",
    name="txt-behind-yaml",
    message=Text(
        "Filen heter ”{name}” och läses därför inte.", "The file is called “{name}”, so it is not read."
    ),
    why=Text(
        "Anteckningar lägger till .txt när filen sparas, och Windows visar inte alltid ändelsen.",
        "Notepad adds .txt when the file is saved, and Windows does not always show the suffix.",
    ),
    help=Text(
        "Byt namn på filen till ”{meant}”. I Anteckningar: välj filformatet Alla filer när du sparar.",
        "Rename the file to “{meant}”. In Notepad: choose All files as the file type when you save.",
    ),
)
TOO_LARGE: Final = SchemaNotice(
    code="Y02",
    name="file-too-large",
    message=Text("Filen är större än {limit} kB.", "The file is larger than {limit} kB."),
    why=Text(
        "Ett löfte med 200 åtaganden tar ungefär 60 kB. En så stor fil är oftast något annat, till exempel en bild.",
        "A promise with 200 commitments takes about 60 kB. A file this large is usually something else, such as an image.",
    ),
    help=Text(
        "Dela upp innehållet i flera dokument, eller flytta filen från mappen.",
        "Split the content into several documents, or move the file to another folder.",
    ),
)
NOT_UTF8: Final = SchemaNotice(
    code="Y03",
    name="not-utf-8",
    message=Text(
        "Filen är inte sparad som UTF-8. Den ser ut att vara {encoding}.",
        "The file is not saved as UTF-8. It looks like {encoding}.",
    ),
    why=Text(
        "Utan UTF-8 blir å, ä och ö fel tecken på den publicerade sidan.",
        "Without UTF-8, å, ä and ö become other characters on the published page.",
    ),
    help=Text(
        "Spara om filen: i Anteckningar Arkiv > Spara som > Kodning: UTF-8; i VS Code klicka på kodningen längst ned "
        "till höger och välj ”Save with Encoding” > UTF-8.",
        "Save the file again: in Notepad File > Save as > Encoding: UTF-8; in VS Code click the encoding at the bottom "
        "right and choose “Save with Encoding” > UTF-8.",
    ),
)
CONTROL: Final = SchemaNotice(
    code="Y04",
    name="control-character",
    message=Text(
        "Här finns ett osynligt styrtecken ({character}).{more}",
        "There is an invisible control character here ({character}).{more}",
    ),
    why=Text(
        "Styrtecken kan följa med när text klistras in från PDF eller Word. De syns inte men förstör sidan.",
        "Control characters can come along when text is pasted from PDF or Word. They are invisible but break the page.",
    ),
    help=Text(
        "Ta bort tecknet: ställ markören här, radera ett tecken och skriv ett mellanslag om det behövs.",
        "Remove it: place the cursor here, delete one character and type a space if needed.",
    ),
)
EMPTY: Final = SchemaNotice(
    code="Y05",
    name="empty-file",
    message=Text(
        "Filen är tom, eller så innehåller den bara kommentarer.",
        "The file is empty, or contains nothing but comments.",
    ),
    why=Text("Det finns inget att kontrollera eller publicera.", "There is nothing to check or publish."),
    help=Text(
        "Skriv ett dokument som börjar med raden ”dokument: medborgarlöfte”, eller ta bort filen.",
        "Write a document that starts with the line “dokument: medborgarlöfte”, or remove the file.",
    ),
)
MOJIBAKE: Final = SchemaNotice(
    code="Y33",
    name="mojibake",
    message=Text(
        "Å, ä och ö har blivit fel tecken: här står ”{written}” i stället för ”{meant}”.",
        "å, ä and ö became other characters: “{written}” instead of “{meant}”.",
    ),
    why=Text(
        "Ett program har öppnat filen med fel kodning och sparat den. De fel tecknen hamnar på sidan och i nycklarna.",
        "A program opened the file in the wrong encoding and saved it. The wrong characters end up on the page and in keys.",
    ),
    help=Text(
        "Låt lofte rätta filen: lofte validate --fix. Eller hämta den senaste riktiga versionen.",
        "Let lofte fix the file: lofte validate --fix. Or take the last correct version.",
    ),
)
NOT_TEXT: Final = SchemaNotice(
    code="Y38",
    name="not-text",
    message=Text(
        "Filen är ingen YAML-fil. Den ser ut att vara {what}.",
        "The file is no YAML file. It looks like {what}.",
    ),
    why=Text(
        "En fil blir inte YAML av att byta namn. Innehållet går inte att läsa som det är.",
        "A file does not become YAML by getting another name. Its content cannot be read as it is.",
    ),
    help=Text(
        "Ge filen dess rätta namn och flytta den från mappen. Word och PDF läses in med lofte import.",
        "Give the file its right name and move it to another folder. Word and PDF are read with lofte import.",
    ),
)
NOTICES: Final = (NOT_TEXT, UNREADABLE, MISNAMED, TOO_LARGE, NOT_UTF8, CONTROL, EMPTY, MOJIBAKE)
