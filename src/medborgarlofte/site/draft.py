"""What a draft proposes, beside the promise before it."""

from collections.abc import Iterator
from typing import Final

from medborgarlofte.diff.describe import texts
from medborgarlofte.diff.kinds import (
    CHANGE_WORDS,
    ChangeLook,
    count_changes,
    format_change_count,
    look_of_change,
)
from medborgarlofte.diff.model import Change
from medborgarlofte.diff.sentences import change_summary, then_of
from medborgarlofte.i18n import Text
from medborgarlofte.language.phrases import format_commitments, format_promisers
from medborgarlofte.load import LoadedDocument
from medborgarlofte.site.commitments import commitment_facts, outcomes
from medborgarlofte.site.page import Site
from medborgarlofte.site.views import Count, Row, Run, Verdict
from medborgarlofte.stats import PromiseFigures, year_of

QUESTION: Final = Text("Vad föreslås?", "What is proposed?")


def draft_verdict(site: Site, figures: PromiseFigures) -> Verdict:
    """How many commitments are proposed, and how they differ from those before."""
    comparison = site.comparison(figures.id)
    counted = count_changes(comparison.changes) if comparison else {}
    value, noun = format_commitments(len(figures.units))[site.lang].split(" ", 1)
    more = counted.get("new", 0) + counted.get("sharper", 0)
    rest = (
        Text(
            f", {more} av dem {'nytt' if more == 1 else 'nya'} eller skarpare",
            f", {more} of them new or sharper",
        )[site.lang]
        if counted
        else ""
    )
    addresses = [f"mailto:{row.email}" for row in figures.promise.public_contacts if row.email]
    if figures.promise.consultation and figures.promise.consultation.link:
        addresses = [figures.promise.consultation.link]
    write = Text("Skriv vad du tycker", "Write what you think")[site.lang]
    acts = [Run(write, address) for address in addresses[:1]]
    former = site.before.get(figures.id)
    if former:
        year = year_of(former.document)
        named = (
            Text(f"Löftet för {year}", f"The promise for {year}")
            if year
            else Text("Förra löftet", "The former promise")
        )
        acts.append(Run(named[site.lang], site.link(former.id)))
    return Verdict(
        site.say(QUESTION),
        value,
        f"{noun}{rest}",
        counts=[_count(site, figures, look, n) for look, n in counted.items()],
        acts=acts,
    )


def _count(site: Site, figures: PromiseFigures, look: ChangeLook, count: int) -> Count:
    words = format_change_count(look, count)
    if look == "gone":
        words = Text(f"{count} tas bort", f"{count} removed")
    if look == "same":
        words = Text(
            f"{count} {_same(site, figures.loaded).sv.lower()}",
            f"{count} {_same(site, figures.loaded).en.lower()}",
        )
    return Count("text" if look == "like" else look, words[site.lang])


def _same(site: Site, loaded: LoadedDocument) -> Text:
    """”Som 2026”."""
    then = then_of(year_of(site.before[loaded.id].document), year_of(loaded.document))
    return Text(f"Som {then.sv}", f"As {then.en}")


def draft_rows(site: Site, figures: PromiseFigures) -> dict[str, Row]:
    """Each proposed commitment with how it differs from the one before, by id."""
    comparison = site.comparison(figures.id)
    changes = {key: change for change in (comparison.changes if comparison else ()) for key in change.new}
    return {
        unit.commitment.id: _row(site, figures, unit.commitment.id, changes.get(unit.commitment.id))
        for unit in figures.units
    }


def _row(site: Site, figures: PromiseFigures, key: str, change: Change | None) -> Row:
    commitment = next(c for c in figures.promise.commitments if c.id == key)
    row = Row(
        "none",
        commitment.text,
        key,
        by=format_promisers(commitment, figures.promise.parties)[site.lang],
        facts=commitment_facts(commitment, figures.promise),
    )
    if change is None:
        return row
    look = look_of_change(change)
    sign = "text" if look == "like" else look
    label = _same(site, figures.loaded) if look == "same" else CHANGE_WORDS[look].label
    then = then_of(year_of(site.before[figures.id].document), year_of(figures.promise))
    former = site.before[figures.id]
    shown = [*texts(former).values(), commitment.text]
    against = "" if look in ("like", "new") else change_summary(change, site.lang, then, shown)
    return row._replace(look=sign, label=label[site.lang], against=against, result_look=sign)


def removed_rows(site: Site, loaded: LoadedDocument) -> Iterator[Row]:
    """What the promise before has and the draft leaves out, with how it went."""
    former, comparison = site.before.get(loaded.id), site.comparison(loaded.id)
    if former is None or comparison is None:
        return
    went, words = outcomes(site, former.id), texts(former)
    for change in comparison.changes:
        for key in change.old if look_of_change(change) == "gone" else ():
            row = Row("gone", words[key])
            yield row._replace(**went[key]._asdict()) if key in went else row
