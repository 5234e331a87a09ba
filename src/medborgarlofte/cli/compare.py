"""`lofte compare`: municipalities side by side."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Annotated

from medborgarlofte.cli import lazy
from medborgarlofte.cli.bilingual import command
from medborgarlofte.cli.options import argument, option
from medborgarlofte.cli.parameters import Drafts, Today, format_option
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.report.compare import FORMATS
from medborgarlofte.suggestions import did_you_mean
from medborgarlofte.swedish import fold

if TYPE_CHECKING:
    from medborgarlofte.regional import Area

Names = Annotated[
    Sequence[str],
    argument(
        "Kommuner, mappar eller filer att jämföra. Utan: alla i närmaste mapp promises.",
        "Municipalities, folders or files to compare. Without: all in the nearest folder promises.",
        metavar=Text("[SÖKVÄG|KOMMUN]...", "[PATH|MUNICIPALITY]..."),
    ),
]
InArea = Annotated[
    str | None,
    option(
        "--area",
        "Bara kommunerna i ett län, ett lokalpolisområde eller en region ur lofte.toml.",
        "Only the municipalities of a county, a local police area or a region of lofte.toml.",
        metavar=Text("OMRÅDE", "AREA"),
    ),
]


@command(
    "Jämför kommuner: vilka ämnen flera tar upp, vad en är ensam om, vad en saknar som de flesta andra har, och "
    "åtaganden med samma ord i flera kommuner. Räknar löften som gäller, annars det senaste.",
    "Compare municipalities: topics that several take up, what one has alone, what one lacks that most others have, and "
    "commitments in the same words in several. Counts promises in force, else the latest one.",
    example="lofte compare\nlofte compare karlshamn solvesborg\nlofte compare --area 'Blekinge län' --format json",
)
def compare(
    session: Session,
    names: Names = (),
    *,
    area: InArea = None,
    output: Annotated[str | None, format_option(FORMATS.names)] = None,
    drafts: Drafts = False,
    today: Today = None,
) -> int:
    """Compare municipalities. Raises LofteError."""
    loaded = lazy.resolve.load_documents(session, names)
    workspace = lazy.publication.published(session, loaded, drafts=drafts, today=today)
    day = today or session.today
    promises = lazy.stats.figures(workspace, today=day)
    known = lazy.regional.areas(promises, workspace.config.regions)
    chosen = _chosen(known, lazy.regional.municipal_places(promises), area)
    if workspace.has_errors:
        session.log(lazy.resolve.BROKEN)
    region = lazy.regional.region_of(chosen, promises, workspace, today=day)
    session.write(session.format(FORMATS, region, output or "text"))
    return ExitCode.CLEAN


def _chosen(known: "Sequence[Area]", every: Collection[str], name: str | None) -> "Area":
    """Area with a name, else the one of all municipalities. Raises LofteError."""
    for area in known:
        if fold(name) in (fold(area.name.sv), fold(area.name.en)) if name else set(area.places) == set(every):
            return area
    if not name or not known:
        raise LofteError(
            Text(
                "Det finns inte flera kommuner att jämföra.",
                "There are not several municipalities to compare.",
            )
        )
    listed = [area.name.sv for area in known]
    there_are = Text(f"De som finns: {', '.join(listed)}", f"There are: {', '.join(listed)}")
    raise LofteError(
        Text(f"Det finns inget område ”{name}”.", f"There is no area “{name}”."),
        did_you_mean(name, listed) or there_are,
    )
