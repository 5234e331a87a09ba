"""Cycles of references between promises or commitments."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from medborgarlofte.i18n import Text
from medborgarlofte.load.loader import LoadedFile
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.model.references import ACROSS, Across
from medborgarlofte.source.finding import Finding
from medborgarlofte.source.positions import Route


class Edge(NamedTuple):
    """Reference: from, to and place."""

    source: str
    target: str
    file: LoadedFile
    route: Route


def check_rings(loaded_files: Sequence[LoadedFile]) -> None:
    """Report each cycle once.

    At the reference to the future. Self-references are reported elsewhere.
    """
    by_id = {loaded_file.input.id: loaded_file for loaded_file in loaded_files}
    for kind, rules in ACROSS.items():
        for rule in rules:
            if rule.kinds == (kind,) and rule.via is None:
                for ring in _rings(_edges(loaded_files, rule)):
                    edge = min(ring, key=lambda edge: _blame(edge, by_id))
                    names = [*(edge.source for edge in ring), ring[0].source]
                    values = {"field": rule.field[-1], "ring": " → ".join(names)}
                    edge.file.report([Finding(RING, edge.route, values)])


def _edges(loaded_files: Sequence[LoadedFile], rule: Across) -> dict[str, list[Edge]]:
    result: dict[str, list[Edge]] = {}
    for loaded_file in loaded_files:
        own = loaded_file.input.id
        for found in loaded_file.facts.references:
            if found.rule is rule and found.document != own:
                source = f"{own}#{found.source}" if rule.item else own
                edge = Edge(source, found.written.strip(), loaded_file, found.route)
                result.setdefault(source, []).append(edge)
    return result


def _rings(edges: Mapping[str, Sequence[Edge]]) -> Iterator[list[Edge]]:
    """Cycles closed by a depth-first walk."""
    done: set[str] = set()
    for start in edges:
        path: list[Edge] = []
        at = {start: 0}
        """The nodes of the walk so far, and how many edges lead to each."""
        waiting = [iter(edges[start])] if start not in done else []
        while waiting:
            edge = next(waiting[-1], None)
            if edge is None:
                waiting.pop()
                node = path.pop().target if path else start
                at.pop(node, None)
                done.add(node)
            elif edge.target in at:
                yield [*path[at[edge.target] :], edge]
            elif edge.target in edges and edge.target not in done:
                path.append(edge)
                at[edge.target] = len(path)
                waiting.append(iter(edges[edge.target]))


def _blame(edge: Edge, by_id: Mapping[str, LoadedFile]) -> tuple[bool, bool, str]:
    """Sort key of the edge to report."""
    target = by_id.get(edge.target.partition("#")[0])
    later = target is not None and target.facts.start > edge.file.facts.start
    return not edge.file.input.asked, not later, edge.source


RING: Final = SchemaNotice(
    code="X07",
    name="references-in-a-ring",
    message=Text(
        "Hänvisningarna i ”{field}” går i en cirkel: {ring}.",
        "The references in “{field}” form a cycle: {ring}.",
    ),
    why=Text(
        "Då finns det inget första, och det går inte att följa löftet från år till år.",
        "Then there is no first one, and the promise cannot be followed from year to year.",
    ),
    help=Text(
        "Ta bort den hänvisning som leder till något senare.",
        "Remove the reference that leads to something later.",
    ),
)
NOTICES: Final = (RING,)
