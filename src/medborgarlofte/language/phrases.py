"""Periods, targets and outcomes in words."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Final

from medborgarlofte import units
from medborgarlofte.i18n import LANGUAGES, Language, Text
from medborgarlofte.model.follow_up import Actual
from medborgarlofte.model.lifecycle import STAGE_LABELS
from medborgarlofte.model.promise import Commitment, Target
from medborgarlofte.model.record import TOGETHER, Document, Party, Period
from medborgarlofte.model.statuses import NOT_REPORTED, STANDINGS
from medborgarlofte.swedish import MONTHS, PartialDate, format_date, format_number


def format_title(document: Document, title: str) -> Text:
    """The title of a document, marked where it is only a draft: ”Utkast: Medborgarlöfte för Exempelby 2025”."""
    if not document.is_draft:
        return Text(title, title)
    label = STAGE_LABELS["utkast"]
    return Text(f"{label.sv}: {title}", f"{label.en}: {title}")


def format_commitments(count: int) -> Text:
    """”12 åtaganden”, ”1 åtagande”."""
    return Text(
        f"{format_number(count)} {'åtagande' if count == 1 else 'åtaganden'}",
        f"{format_number(count, 'en')} {'commitment' if count == 1 else 'commitments'}",
    )


def enumerated(names: Sequence[str]) -> Text:
    """”A, B och C”."""
    if len(names) < 2:
        return Text("".join(names), "".join(names))
    first = ", ".join(names[:-1])
    return Text(f"{first} och {names[-1]}", f"{first} and {names[-1]}")


def format_period(period: Period, lang: Language) -> str:
    """”1 juli 2023–30 juni 2027”; as the source wrote it when that is all there is."""
    start = format_date(period.start, lang) if period.start else ""
    end = format_date(period.last_date, lang) if period.last_date else ""
    if start and end and period.until_further_notice:
        whole = format_period(period.model_copy(update={"until_further_notice": False}), lang)
        return Text(f"{whole} och tills ett nytt tecknas", f"{whole} and until a new one is signed")[lang]
    if start and start == end:
        return start
    if start and not end:
        return Text(f"{start} och tills vidare", f"{start} and until further notice")[lang]
    if end and not start:
        return Text(f"till och med {end}", f"until {end}")[lang]
    if start or end:
        # Between two dates of several words the dash stands free; between two years it is tight.
        tight = " " not in f"{start}{end}" and "\N{NO-BREAK SPACE}" not in f"{start}{end}"
        return f"{start}{'–' if tight else ' – '}{end}"
    return period.text or Text("tills vidare", "until further notice")[lang]


def format_validity(period: Period, *, draft: bool = False) -> Text:
    """”Gäller hela 2026.”, of a draft ”Ska gälla 1 juli 2026 – 30 juni 2027.”"""
    start, end = period.start, period.last_date
    verb = Text("Ska gälla", "Is to apply") if draft else Text("Gäller", "Applies")
    if start and end and not period.until_further_notice and _is_whole_years(start, end):
        same = start.year == end.year
        years = f"{start.year}" if same else f"{start.year}–{end.year}"
        return Text(
            f"{verb.sv} {'hela ' * same}{years}.", f"{verb.en} {'for all of ' if same else 'for '}{years}."
        )
    return Text(f"{verb.sv} {format_period(period, 'sv')}.", f"{verb.en} {format_period(period, 'en')}.")


def _is_whole_years(start: PartialDate, end: PartialDate) -> bool:
    return start.first.timetuple()[1:3] == (1, 1) and end.last.timetuple()[1:3] == (12, 31)


def format_when(date: PartialDate | dt.date, lang: Language, year: int | None = None) -> tuple[str, str]:
    """”den ” and ”31 augusti”, ”i ” and ”augusti 2026”; without its year where that is the given one."""
    written = format_date(date, lang)
    if date.day is not None:
        short = written.removesuffix(f" {date.year}") if date.year == year else written
        return Text("den ", "on ")[lang], short
    return (Text("i ", "in ")[lang] if date.month else Text("", "in ")[lang]), written


def format_period_in_full(period: Period, lang: Language) -> str:
    """A period with the source's own words where those say more than the dates."""
    words = f" (”{period.text}”)" if says_more(period) else ""
    return f"{format_period(period, lang)}{words}"


def says_more(period: Period) -> bool:
    """Whether the source's words for a period say anything that its dates do not."""
    if not period.text or not (period.start or period.last_date):
        return False
    stated = [str(date.year) for date in (period.start, period.end, period.extended_to) if date]
    stated += [
        str(n)
        for date in (period.start, period.end, period.extended_to)
        if date
        for n in (date.day, date.month)
    ]
    known = {*_PERIOD_WORDS, *(_SUCCESSOR_WORDS if period.until_further_notice else ()), *map(str, stated)}
    words = re.findall(r"[^\W\d_]+|\d+", period.text.lower())
    return any(word.lstrip("0") not in known for word in words)


_PERIOD_WORDS: Final = frozenset(
    (*(month.sv.lower() for month in MONTHS), *(month.sv[:3].lower() for month in MONTHS))
) | frozenset([
    "från", "fr", "o", "och", "med", "m", "till", "t", "tom", "from", "mellan", "den", "år", "åren",
    "perioden", "period", "under",
])  # fmt: skip
_SUCCESSOR_WORDS: Final = frozenset([
    "tills", "vidare", "dess", "att", "ett", "nytt", "nästa", "löfte", "medborgarlöfte", "tecknas",
    "tecknats", "undertecknas", "ersätts", "av",
])  # fmt: skip


def format_target(target: Target) -> Text:
    """A target as a short phrase: ”minst 100 kvällar per år”."""
    sv, en = _bound(target, "sv"), _bound(target, "en")
    number = next((n for n in (target.at_least, target.at_most, target.exactly) if n is not None), None)
    unit = _unit(target.unit, number)
    rate = format_rate(target.per) if target.per else Text("", "")
    tail_sv = f" av {target.share_of}" * bool(target.share_of) + f" {rate.sv}" * bool(rate.sv)
    tail_en = f" of {target.share_of}" * bool(target.share_of) + f" {rate.en}" * bool(rate.en)
    if target.for_each:
        tail_sv += f" för varje {target.for_each}"
        tail_en += f" for each {target.for_each}"
    if target.within:
        tail_sv += f" inom {target.within}"
        tail_en += f" within {target.within}"
    return Text((sv + unit + tail_sv).strip(), (en + unit + tail_en).strip())


def _unit(unit: str | None, number: float | None) -> str:
    """A unit after its number, with the space between; empty without one."""
    if not unit:
        return ""
    return f" {unit}" if number is None else f" {units.in_number(unit, number)}"


def format_targets(targets: Sequence[Target]) -> Text:
    """Several targets: ”minst 60 kvällar; högst 3 dagar”."""
    each = [format_target(target) for target in targets]
    return Text("; ".join(one.sv for one in each), "; ".join(one.en for one in each))


def _bound(target: Target, lang: Language) -> str:
    about = Text("cirka ", "about ")[lang] if target.approximate else ""
    for value, word in (
        (target.at_least, Text("minst", "at least")),
        (target.at_most, Text("högst", "at most")),
        (target.exactly, Text("", "")),
    ):
        if value is not None:
            return f"{word[lang]} {about}{format_number(value, lang)}".strip()
    if target.between:
        low, high = (format_number(value, lang) for value in target.between)
        return f"{about}{low}–{high}"
    if target.all:
        return Text("alla", "all")[lang]
    return Text("inga", "none")[lang] if target.none else ""


def format_rate(rate: str) -> Text:
    """”per vecka”, ”varannan vecka” and ”under perioden”."""
    if rate == "perioden":
        return Text("under perioden", "during the period")
    count, _, name = rate.rpartition(" ")
    unit = units.BY_FORM[name]
    days = int(count or 1) * unit.days
    return Text(units.format_rate(days, "sv", unit.name), units.format_rate(days, "en", unit.name))


def format_actual(actual: Actual) -> Text:
    """One figure: ”104 kontroller”, ”cirka 60”, ”minst 60 (Torget, 2023)” or its own words."""
    about, least = Text("cirka ", "about "), Text("minst ", "at least ")
    if actual.text is not None:
        words = Text(actual.text, actual.text)
    else:
        bound = about if actual.about is not None else least if actual.at_least is not None else Text("", "")
        number = actual.number or 0
        words = Text(f"{bound.sv}{format_number(number)}", f"{bound.en}{format_number(number, 'en')}")
    unit = _unit(actual.unit, actual.number)
    where = ", ".join(str(part) for part in (actual.place, actual.year) if part is not None)
    tail = f"{unit} ({where})" if where else unit
    return Text(words.sv + tail, words.en + tail)


def format_actuals(actuals: Sequence[Actual], part: Period | None = None) -> Text:
    """Figures of a commitment, with the part of the period they are for where it is not all of it so far."""
    each = [format_actual(actual) for actual in actuals]
    words = Text("; ".join(one.sv for one in each), "; ".join(one.en for one in each))
    if part is None or not each:
        return words
    return Text(f"{words.sv} ({format_period(part, 'sv')})", f"{words.en} ({format_period(part, 'en')})")


def format_outcome(statuses: Mapping[str, int]) -> Text:
    """”14 av 14 redovisade åtaganden är genomförda, 95 ej redovisade.” Nothing is said of what was not reported."""
    missing, done = statuses.get(NOT_REPORTED, 0), statuses.get("genomfört", 0)
    partly, known = statuses.get("delvis genomfört", 0), sum(statuses.values()) - missing
    if not known:
        return Text("Inget åtagande är redovisat.", "No commitment has been reported.")
    one, single = known == 1, 1 in (known, done)
    told = Text("redovisat " if one else "redovisade ", "reported ") if missing else Text("", "")
    tail = Text(f", {format_number(partly)} delvis", f", {format_number(partly, 'en')} partly")
    rest = Text(
        f", {format_number(missing)} ej {'redovisat' if missing == 1 else 'redovisade'}",
        f", {format_number(missing, 'en')} not reported",
    )
    return Text(
        f"{format_number(done)} av {format_number(known)} {told.sv}{'åtagande' if one else 'åtaganden'} är "
        f"{'genomfört' if single else 'genomförda'}{tail.sv * bool(partly)}{rest.sv * bool(missing)}.",
        f"{format_number(done, 'en')} of {format_number(known, 'en')} {told.en}{'commitment' if one else 'commitments'} "
        f"{'is' if single else 'are'} done{tail.en * bool(partly)}{rest.en * bool(missing)}.",
    )


def format_statuses(statuses: Mapping[str, int]) -> Text:
    """”2 genomförda, 1 delvis”."""
    each = [format_status_count(status, count) for status, count in statuses.items()]
    return Text(", ".join(one.sv for one in each), ", ".join(one.en for one in each))


def format_status_count(status: str, count: int) -> Text:
    """”4 genomförda”, ”1 inte påbörjat”."""
    words = STANDINGS[status].one if count == 1 else STANDINGS[status].many
    return Text(f"{format_number(count)} {words.sv}", f"{format_number(count, 'en')} {words.en}")


def format_of(part: int, whole: int) -> Text:
    """”4 av 12”."""
    return Text(
        f"{format_number(part)} av {format_number(whole)}",
        f"{format_number(part, 'en')} of {format_number(whole, 'en')}",
    )


def format_verdict(done: int, total: int, *, ended: bool = False) -> Text:
    """What follows ”4 av 12”: ”åtaganden är genomförda”, of what has ended ”åtaganden blev genomförda”."""
    noun, adjective = (
        ("åtagande" if total == 1 else "åtaganden"),
        ("genomfört" if 1 in (done, total) else "genomförda"),
    )
    things, verb = ("commitment" if total == 1 else "commitments"), ("is" if done == 1 else "are")
    was = "was" if done == 1 else "were"
    return Text(f"{noun} {'blev' if ended else 'är'} {adjective}", f"{things} {was if ended else verb} done")


def format_done(done: int, total: int) -> Text:
    """”1 av 4 genomförda”, ”1 av 1 genomfört”."""
    share = format_of(done, total)
    return Text(f"{share.sv} {'genomfört' if total == 1 else 'genomförda'}", f"{share.en} done")


def format_promisers(commitment: Commitment, parties: Sequence[Party]) -> Text:
    """”Kommunen och polisen lovar.” Empty where the commitment names nobody."""
    names = short_names(parties)
    everybody = TOGETHER in commitment.parties
    if everybody and len(parties) > _FEW_PARTIES:
        return Text("Alla parter lovar tillsammans.", "All parties promise together.")
    ids = list(names) if everybody else commitment.parties
    each = [names.get(party, Text(party, party)) for party in ids]
    if not each:
        return Text("", "")
    short = frozenset(SHORT_PARTIES.values())
    inside = [
        Text(*(words[:1].lower() + words[1:] for words in (one.sv, one.en))) if one in short else one
        for one in each[1:]
    ]
    sv, en = (enumerated([one[lang] for one in (each[0], *inside)])[lang] for lang in LANGUAGES)
    is_one = len(each) == 1 and each[0] != SHORT_PARTIES["polis"]
    return Text(f"{sv} lovar.", f"{en} {'promises' if is_one else 'promise'}.")


_FEW_PARTIES: Final = 3
"""How many parties are named rather than called all."""

SHORT_PARTIES: Final[Mapping[str, Text]] = {
    "kommun": Text("Kommunen", "The municipality"),
    "polis": Text("Polisen", "The police"),
    "region": Text("Regionen", "The region"),
    "stadsdel": Text("Stadsdelen", "The district"),
}


def short_names(parties: Sequence[Party]) -> dict[str, Text]:
    """What each party is called in a sentence, by id: ”Kommunen” where there is only one, else its name."""
    kinds = [party.kind for party in parties]
    return {
        party.id: SHORT_PARTIES[party.kind]
        if party.kind in SHORT_PARTIES and kinds.count(party.kind) == 1
        else Text(party.name, party.name)
        for party in parties
    }
