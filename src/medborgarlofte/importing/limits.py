"""Size limits, and errors for unreadable sources."""

from typing import Final

from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

MAX_BYTES: Final = 60_000_000
"""Size of a file."""
MAX_UNPACKED: Final = 200_000_000
"""Size of everything in a Word file when it is unpacked."""
MAX_XML: Final = 30_000_000
"""Size of one XML part of a Word file."""
MAX_PAGES: Final = 500
MAX_CHARACTERS: Final = 3_000_000
MAX_BLOCKS: Final = 20_000
MAX_PARAGRAPH: Final = 20_000
"""Characters without a line break: some eight pages, far beyond any paragraph."""


def too_large(name: str) -> LofteError:
    """Error for a source above the limit."""
    return LofteError(
        Text(f"{name} är för stor för att läsas in", f"{name} is too large to import"),
        Text(
            "Ett löfte är några sidor. Spara de sidor som rör löftet som en egen fil och läs in den.",
            "A promise is a few pages. Save the pages about the promise as a file of their own and import it.",
        ),
    )


def too_long(name: str, place: Text) -> LofteError:
    """Error for a text without line breaks."""
    return LofteError(
        Text(
            f"{name}, {place.sv}: ett stycke är för långt för att läsas in",
            f"{name}, {place.en}: a paragraph is too long to import",
        ),
        Text(
            f"Ett stycke får ha {MAX_PARAGRAPH} tecken. Dela det där styckena börjar och läs in filen igen.",
            f"A paragraph may have {MAX_PARAGRAPH} characters. Divide it where its parts begin and import the file again.",
        ),
    )


def broken(name: str, what: Text) -> LofteError:
    """Error for a damaged or misnamed file."""
    return LofteError(
        Text(f"{name} går inte att läsa som {what.sv}", f"{name} cannot be read as {what.en}"),
        Text(
            "Öppna filen i programmet den kommer från och spara den på nytt, eller kopiera texten till en .txt-fil.",
            "Open the file in the program it comes from and save it again, or copy the text to a .txt file.",
        ),
    )


def missing(package: str) -> LofteError:
    """Error for the missing extra `import`."""
    return LofteError(
        Text(f"paketet {package} saknas", f"the package {package} is missing"),
        Text(
            'Installera det med: pip install "medborgarlofte[import]"',
            'Install it with: pip install "medborgarlofte[import]"',
        ),
    )
