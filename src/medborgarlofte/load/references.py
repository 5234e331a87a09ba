"""Checks of references."""

from collections.abc import Sequence
from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.load.discovery import FOLDER
from medborgarlofte.load.facts import Inner, Outer
from medborgarlofte.load.loader import LoadedFile
from medborgarlofte.load.names import bare_id
from medborgarlofte.load.rings import check_rings
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.model.record import TOGETHER
from medborgarlofte.model.references import Across
from medborgarlofte.source.finding import Finding
from medborgarlofte.suggestions import closest_match, did_you_mean
from medborgarlofte.swedish import fold


def check_references(
    loaded_files: Sequence[LoadedFile],
    closed: Sequence[str] = (),
    among: Sequence[LoadedFile] | None = None,
) -> None:
    """Report dangling references.

    `closed` are prefixes of the ids of unreadable documents. `among` are the files to report on, with all that
    they refer to; by default every file.
    """
    look = _Lookup(loaded_files, tuple(closed))
    reported = loaded_files if among is None else among
    for loaded_file in reported:
        facts = loaded_file.facts
        empty: set[str] = set()
        found_inside: list[Finding] = []
        for found, ids in facts.unknown:
            target = found.rule.target
            if not _has_unread_ids(loaded_file, target) and target not in empty:
                found_inside.append(_unknown_id(found, ids))
                empty |= set() if ids else {target}  # one finding says that there are none
        loaded_file.report(_once_each(found_inside))
        if facts.references:
            loaded_file.report(
                _once_each(
                    [finding for found in facts.references if (finding := look.check(loaded_file, found))]
                )
            )
    check_rings(reported)


def _once_each(found: Sequence[Finding]) -> list[Finding]:
    """Findings with one for each name that leads nowhere, which tells at how many places it stands."""
    by_name: dict[tuple[object, ...], list[Finding]] = {}
    for finding in found:
        values = finding.values
        name = (finding.notice.code, values.get("id"), values.get("list"), values.get("document"))
        by_name.setdefault(name, []).append(finding)
    return [_at_places(same[0], len(same)) for same in by_name.values()]


def _at_places(finding: Finding, count: int) -> Finding:
    advice = finding.values.get("advice")
    if count == 1 or not isinstance(advice, Text):
        return finding
    everywhere = Text(
        f"{advice.sv} Det står på {count} ställen i filen; rätta alla.",
        f"{advice.en} It is written at {count} places in the file; correct them all.",
    )
    return finding._replace(values={**finding.values, "advice": everywhere})


def _unknown_id(found: Inner, ids: Sequence[str]) -> Finding:
    choices = [*ids, *found.rule.words]
    together = fold(found.written) in _BOTH and TOGETHER in choices
    meant = TOGETHER if together else found.written
    target = found.rule.target
    none = Text(
        f"Lägg till ”{target}” med alla id som står här, eller ta bort raderna.",
        f"Add “{target}” with every id that is written here, or remove the lines.",
    )
    values = {"id": found.written, "list": target, "advice": _advice(meant, choices) if choices else none}
    return Finding(UNKNOWN_ID, found.route, {**values, "real": closest_match(meant, choices)})


_BOTH: Final = frozenset(map(fold, ("alla", "båda", "bägge", "gemensam", "gemensamt", "samtliga")))
"""What people write for the promise of all parties."""


def _has_unread_ids(loaded_file: LoadedFile, target: str) -> bool:
    """True when an error hides ids of a list; references to them are its consequences."""
    routes = (route for route in loaded_file.unread if route[:1] == (target,))
    return any(len(route) < 3 or route[-1] == "id" for route in routes)


class _Lookup:
    """Documents by id."""

    def __init__(self, loaded_files: Sequence[LoadedFile], closed: tuple[str, ...]) -> None:
        self.by_id = {loaded_file.input.id: loaded_file for loaded_file in loaded_files}
        self.closed = closed

    def check(self, loaded_file: LoadedFile, found: Outer) -> Finding | None:
        """Finding for a reference that leads nowhere or astray."""
        rule, route, name = found.rule, found.route, found.document
        target = self.by_id.get(name)
        if target is None:
            if rule.via or name.startswith(self.closed):  # else the field that names the document says so
                return None
            if real := self._item_before(loaded_file, found):
                return Finding(
                    UNKNOWN_DOCUMENT, route, {"id": name, "advice": _advice(real, [real]), "real": real}
                )
            candidates = self._candidates(loaded_file, rule.kinds)
            likely = self._meant(loaded_file, name, candidates)
            advice, meant = _outside(rule, _advice(likely, candidates)), closest_match(likely, candidates)
            if not candidates and (home := _home_of(loaded_file)):
                advice = home
            real = f"{meant}#{found.item}" if meant and found.item else meant
            return Finding(UNKNOWN_DOCUMENT, route, {"id": name, "advice": advice, "real": real})
        if target is loaded_file and not rule.via:
            return Finding(ITSELF, route, {"id": name})
        if rule.kinds and target.kind and target.kind not in rule.kinds:
            advice = _advice(name, self._candidates(loaded_file, rule.kinds))
            kinds = {"id": name, "kind": target.kind, "wanted": rule.kinds[0], "advice": advice}
            return None if rule.via else Finding(WRONG_KIND, route, kinds)
        if not rule.item or not target.facts.is_mapping or _has_unread_ids(target, rule.item):
            return None
        ids = target.facts.ids.get(rule.item, ())
        if found.item in ids:
            return None
        prefix = "" if rule.via else f"{name}#"
        meant = closest_match(found.item, ids)
        values = {
            "id": found.item,
            "document": name,
            "list": rule.item,
            "advice": self._elsewhere(found, loaded_file) or _advice(found.item, ids, prefix),
            "real": f"{prefix}{meant}" if meant else None,
        }
        return Finding(UNKNOWN_ITEM, route, values)

    def _meant(self, loaded_file: LoadedFile, name: str, candidates: Sequence[str]) -> str:
        """The id of a document named by its file or its title, else the name."""
        bare, folder = bare_id(name).rpartition(f"{FOLDER}/")[2], loaded_file.input.id.rpartition("/")[0]
        titles = {one: getattr(self.by_id[one].document, "title", None) for one in candidates}
        titled = [one for one, title in titles.items() if fold(str(title)) == fold(name)]
        moved = [one for one in candidates if one.rpartition("/")[2] == bare.rpartition("/")[2]]
        likely = [one for one in (bare, f"{folder}/{bare}") if one in candidates] or titled
        likely += moved if len(moved) == 1 else []
        return likely[0] if likely else name

    def _elsewhere(self, found: Outer, loaded_file: LoadedFile) -> Text | None:
        """Advice on an item of another document in the folder, where a follow-up names the wrong one."""
        rule, folder = found.rule, loaded_file.input.id.rpartition("/")[0]
        for name in self._candidates(loaded_file, rule.kinds) if rule.via else ():
            ids = self.by_id[name].facts.ids.get(rule.item or "", ())
            if found.item in ids and name.rpartition("/")[0] == folder:
                return Text(
                    f"”{found.item}” finns i ”{name}”. Gäller det här det löftet: skriv ”{rule.via}: {name}”.",
                    f"“{found.item}” is in “{name}”. If this is about that promise: write “{rule.via}: {name}”.",
                )
        return None

    def _item_before(self, loaded_file: LoadedFile, found: Outer) -> str | None:
        """Reference that was meant by the id alone of an item in the document before."""
        if not found.rule.item or found.item:
            return None
        for other in loaded_file.facts.references:
            before = self.by_id.get(other.document) if other.rule.field == ("föregångare",) else None
            if before and found.document in before.facts.ids.get(found.rule.item, ()):
                return f"{other.document}#{found.document}"
        return None

    def _candidates(self, loaded_file: LoadedFile, kinds: tuple[str, ...]) -> list[str]:
        return [
            other.input.id
            for other in self.by_id.values()
            if other is not loaded_file and (not kinds or other.kind in kinds)
        ]


def _home_of(loaded_file: LoadedFile) -> Text | None:
    """Advice on a file that lies beside a folder `promises`, or one level below what holds that."""
    path = loaded_file.input.path
    beside = [above / FOLDER for above in path.parents[:2]] if path else []
    if path is None or FOLDER in path.parts or not any(folder.is_dir() for folder in beside):
        return None
    return Text(
        f"Filen ligger utanför mappen ”{FOLDER}”. Flytta den dit, så hittas det som den hänvisar till.",
        f"The file lies outside the folder “{FOLDER}”. Move it there, and what it refers to is found.",
    )


def _outside(rule: Across, advice: Text) -> Text:
    """Advice on agreements outside the collection."""
    if rule.field != ("ingår_i",) or advice.en.startswith("Did you mean"):
        return advice
    return Text(
        f"{advice.sv} Finns överenskommelsen inte i samlingen: skriv {{titel: …, länk: …, period: …}}.",
        f"{advice.en} If the agreement is not in the collection: write {{titel: …, länk: …, period: …}}.",
    )


def _advice(written: str, candidates: Sequence[str], prefix: str = "") -> Text:
    suggestion = did_you_mean(written, candidates, prefix)
    if suggestion:
        return suggestion
    if not candidates:
        return Text("Det finns inget att hänvisa till än.", "There is nothing to refer to yet.")
    if not written:
        first = f"{prefix}{candidates[0]}"
        return Text(f"Skriv vilket, utan mellanslag: ”{first}”.", f"Say which, without a space: “{first}”.")
    listed = ", ".join(candidates[:8]) + (" …" if len(candidates) > 8 else "")
    return Text(f"Det som finns är: {listed}.", f"What there is: {listed}.")


UNKNOWN_ID: Final = SchemaNotice(
    code="X01",
    name="unknown-id",
    message=Text("Inget i ”{list}” har id:t ”{id}”.", "Nothing in “{list}” has the id “{id}”."),
    why=Text(
        "Hänvisningen leder ingenstans, så sidan kan inte visa vad som hör ihop.",
        "The reference leads nowhere, so the page cannot show what belongs together.",
    ),
    help=Text("{advice}", "{advice}"),
)
UNKNOWN_DOCUMENT: Final = SchemaNotice(
    code="X02",
    name="unknown-document",
    message=Text("Det finns inget dokument ”{id}”.", "There is no document “{id}”."),
    why=Text(
        "Ett dokuments id är filens sökväg utan ändelse, räknat från mappen ”promises”.",
        "The id of a document is the path of its file without the suffix, relative to the folder “promises”.",
    ),
    help=Text("{advice}", "{advice}"),
)
WRONG_KIND: Final = SchemaNotice(
    code="X03",
    name="wrong-kind-of-document",
    message=Text(
        "”{id}” är dokumentslaget {kind}, men här ska det vara {wanted}.",
        "“{id}” is a {kind}, but it should be a {wanted}.",
    ),
    why=Text("Annars visar sidan fel sak.", "Otherwise the page shows the wrong thing."),
    help=Text("Hänvisa till ett dokument av slaget {wanted}. {advice}", "Refer to a {wanted}. {advice}"),
)
UNKNOWN_ITEM: Final = SchemaNotice(
    code="X04",
    name="unknown-item",
    message=Text(
        "Inget i ”{list}” i ”{document}” har id:t ”{id}”.",
        "Nothing in “{list}” of “{document}” has the id “{id}”.",
    ),
    why=UNKNOWN_ID.why,
    help=Text("{advice}", "{advice}"),
)
ITSELF: Final = SchemaNotice(
    code="X06",
    name="refers-to-itself",
    message=Text("Dokumentet hänvisar till sig självt (”{id}”).", "The document refers to itself (“{id}”)."),
    why=Text(
        "Då går kedjan från år till år i en cirkel.",
        "Then the chain from year to year is a cycle.",
    ),
    help=Text(
        "Skriv id:t för det andra dokumentet, eller ta bort nyckeln.",
        "Give the id of the other document, or remove the key.",
    ),
)
NOTICES: Final = (ITSELF, UNKNOWN_ID, UNKNOWN_DOCUMENT, WRONG_KIND, UNKNOWN_ITEM)
