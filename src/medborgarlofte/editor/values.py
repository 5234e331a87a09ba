"""Values that a key may have, with their explanation."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from lsprotocol import types as lsp

from medborgarlofte.diagnostic import value_at
from medborgarlofte.editor.desk import Desk, Page
from medborgarlofte.editor.hover import items_of, name_of, shortened, title_of
from medborgarlofte.i18n import Language, Text
from medborgarlofte.load import LoadedFile
from medborgarlofte.model.declaration import Declared
from medborgarlofte.model.kinds import kind_named
from medborgarlofte.model.municipalities import by_name
from medborgarlofte.model.references import ACROSS, Across, references_inside
from medborgarlofte.model.statuses import STANDINGS
from medborgarlofte.model.taxonomy import categories
from medborgarlofte.rules import RULES
from medborgarlofte.source.positions import Route
from medborgarlofte.swedish import PartialDate, add_months, days_in

Kind = lsp.CompletionItemKind


class Proposal(NamedTuple):
    """Value that may be written."""

    text: str
    detail: str = ""
    about: str = ""
    kind: lsp.CompletionItemKind = Kind.EnumMember
    written: str = ""
    """As YAML writes it, where that differs."""


def proposals(desk: Desk, page: Page, route: Route, field: Declared) -> Iterator[Proposal]:
    """Values for the field at a route, the likeliest first."""
    names = tuple(step for step in route if isinstance(step, str))
    yield from _inside(page, names, field)
    for rule in ACROSS.get(page.kind, ()):
        if rule.field == names:
            yield from _across(page, rule)
    if names == ("undantag", "regel"):
        yield from (Proposal(rule.code, rule.name, _about(rule.why, desk.lang)) for rule in RULES)
    elif names == ("undantag", "var"):
        yield from _places(page)
    elif field.value_type == "date":
        yield from _dates(desk, page)
    elif field.value_type == "yes_no":
        yield from (
            Proposal("ja", Text("ja", "yes")[desk.lang]),
            Proposal("nej", Text("nej", "no")[desk.lang]),
        )
    elif field.value_type == "code":
        yield from _municipality_codes(page)
    elif field.value_type == "category":
        yield from (Proposal(one.slug, one.label[desk.lang]) for one in categories().values())
    else:
        labels = field.options.get("labels", {})
        for word in field.choices:
            label = labels[word][desk.lang] if word in labels else ""
            about = STANDINGS[word].meaning[desk.lang] if word in STANDINGS else ""
            yield Proposal(word, label if label.casefold() != word else "", about)


def _about(text: Text, lang: Language) -> str:
    return text[lang] if "{" not in text[lang] else ""


def _inside(page: Page, names: tuple[str, ...], field: Declared) -> Iterator[Proposal]:
    """Ids of a list of the same document."""
    kind = kind_named(page.kind)
    rules = references_inside(kind) if kind else ()
    target = next((rule.target for rule in rules if rule.field == names), field.options.get("names"))
    if kind is None or target is None:
        return
    yield from _items(page.value, kind.LISTS.get(target, target))
    yield from (Proposal(word) for word in field.options.get("names_or", ()))


def _items(value: Any, target: str | None) -> Iterator[Proposal]:
    """Ids of a list with what they stand for."""
    rows = value.get(target) if isinstance(value, dict) else None
    for row in rows if isinstance(rows, list) else [rows]:
        if isinstance(row, dict) and row.get("id"):
            text = name_of(row)
            yield Proposal(str(row["id"]).strip(), shortened(text), text, Kind.Reference)


def _across(page: Page, rule: Across) -> Iterator[Proposal]:
    """Other documents, or items of them."""
    if rule.via:
        other = page.snapshot.by_id.get(str(page.mapping.get(rule.via, "")).strip())
        done = {written for row in _listed(page, rule.field[0]) if (written := row.get(rule.field[-1]))}
        found = list(_items(other.value, rule.item)) if other else []
        yield from sorted(found, key=lambda one: one.text in done)
        return
    for file in _likely_first(page):
        if rule.kinds and file.kind not in rule.kinds:
            continue
        title = title_of(file)
        if rule.item:
            for name, text in items_of(file, rule.item):
                yield Proposal(f"{file.input.id}#{name}", shortened(text), text, Kind.Reference)
        else:
            yield Proposal(file.input.id, shortened(title), title, Kind.File)


def _listed(page: Page, key: str) -> list[dict[str, Any]]:
    rows = page.mapping.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _likely_first(page: Page) -> list[LoadedFile]:
    """Other documents: the predecessor, then those of the same folder, the latest first."""
    before = str(page.mapping.get("föregångare", "")).strip()
    folder = page.file.input.id.rpartition("/")[0]
    others = [file for file in page.snapshot.by_id.values() if file.input.path != page.path]
    others.sort(key=lambda file: file.input.id, reverse=True)
    return sorted(
        others, key=lambda file: (file.input.id != before, file.input.id.rpartition("/")[0] != folder)
    )


def _places(page: Page) -> Iterator[Proposal]:
    """Items that a waiver may be about."""
    for key, rows in page.mapping.items():
        if isinstance(rows, list):
            for one in _items(page.mapping, key):
                yield one._replace(text=f"{key}/{one.text}")


def _dates(desk: Desk, page: Page) -> Iterator[Proposal]:
    """Today, the ends of the period, and of the promise that is followed up."""
    today = desk.day()
    yield Proposal(today.isoformat(), _TODAY[desk.lang], kind=Kind.Value)
    other = page.snapshot.by_id.get(str(page.mapping.get("löfte", "")).strip())
    for source, labels in ((page.mapping, _OWN), (other.value if other else None, _OF_PROMISE)):
        for key, label in labels.items():
            written = value_at(source, key)
            if isinstance(written, str) and written != today.isoformat():
                yield Proposal(written, label[desk.lang], kind=Kind.Value)
    month = add_months(today, 1)
    last = month.replace(day=days_in(month.year, month.month))
    yield Proposal(last.isoformat(), _NEXT_MONTH[desk.lang], kind=Kind.Value)
    yield Proposal(f"{today.year}-12-31", _YEAR_END[desk.lang], kind=Kind.Value)
    yield Proposal(str(PartialDate(today.year + 1)), _NEXT_YEAR[desk.lang], kind=Kind.Value)


def _municipality_codes(page: Page) -> Iterator[Proposal]:
    """Codes of the municipalities among the parties."""
    for party in _listed(page, "parter"):
        known = by_name(str(party.get("namn", "")))
        if known:
            yield Proposal(known.code, known.name, kind=Kind.Value, written=f'"{known.code}"')


_TODAY: Final = Text("i dag", "today")
_NEXT_MONTH: Final = Text("slutet av nästa månad", "end of next month")
_YEAR_END: Final = Text("årets slut", "end of the year")
_NEXT_YEAR: Final = Text("nästa år", "next year")
_OWN: Final = {
    ("period", "från"): Text("periodens första dag", "first day of the period"),
    ("period", "till"): Text("periodens sista dag", "last day of the period"),
    ("uppföljningsplan", "nästa"): Text("nästa uppföljning", "next follow-up"),
}
_OF_PROMISE: Final = {
    ("period", "från"): Text("löftets första dag", "first day of the promise"),
    ("period", "till"): Text("löftets sista dag", "last day of the promise"),
    ("uppföljningsplan", "nästa"): Text("planerad uppföljning", "planned follow-up"),
}
