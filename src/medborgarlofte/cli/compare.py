"""`lofte compare`: municipalities side by side."""

from collections.abc import Collection, Sequence
from typing import Final

from medborgarlofte.cli.commands.answers import Compare
from medborgarlofte.cli.resolve import load_documents, note_left_out, published
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.regional import Area, areas, municipal_places, region_of
from medborgarlofte.report import COMPARE_FORMATS
from medborgarlofte.stats import figures
from medborgarlofte.suggestions import did_you_mean
from medborgarlofte.swedish import fold


def compare(session: Session, given: Compare) -> int:
    """Compare municipalities. Raises LofteError."""
    loaded = load_documents(session, given.names)
    workspace = published(session, loaded, drafts=given.drafts, today=given.today)
    day = given.today or session.today
    promises = figures(workspace, today=day)
    known = areas(promises, workspace.config.regions)
    note_left_out(session, workspace)
    chosen = _chosen(known, municipal_places(promises), given.area)
    if given.names and chosen.kind == "all":
        chosen = chosen._replace(name=_NAMED)
    region = region_of(chosen, promises, workspace, today=day)
    session = session.writing_to(given.file)
    output = COMPARE_FORMATS.resolve(given.output, given.file)
    session.write(session.format(COMPARE_FORMATS, region, output or "text"))
    return ExitCode.CLEAN


_NAMED: Final = Text("De valda kommunerna", "The municipalities named")


def _chosen(known: Sequence[Area], every: Collection[str], name: str | None) -> Area:
    """Area with a name, else the one of all municipalities. Raises LofteError."""
    for area in known:
        if fold(name) in (fold(area.name.sv), fold(area.name.en)) if name else set(area.places) == set(every):
            return area
    if not name or not known:
        raise LofteError(
            Text(
                "Det finns inte flera kommuner att jämföra.",
                "There are not several municipalities to compare.",
            ),
            Text("Två löften jämförs med: lofte diff", "Two promises are compared with: lofte diff"),
        )
    listed = [area.name.sv for area in known]
    there_are = Text(f"De som finns: {', '.join(listed)}", f"There are: {', '.join(listed)}")
    raise LofteError(
        Text(f"Det finns inget område ”{name}”.", f"There is no area “{name}”."),
        did_you_mean(name, listed) or there_are,
    )
