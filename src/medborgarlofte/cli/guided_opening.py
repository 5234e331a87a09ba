"""Questions about municipality, police and period."""

from collections.abc import Sequence
from typing import Final

from medborgarlofte.cli.dialogue import QUESTION_COMMANDS, Command, ask, choose, note, unless_skipped
from medborgarlofte.cli.guide import Guide
from medborgarlofte.cli.new_files import check_order
from medborgarlofte.cli.session import Session
from medborgarlofte.drafting.proposals import party_names
from medborgarlofte.drafting.renewal import next_term
from medborgarlofte.drafting.scaffold import opening, usual_police
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text, sentences
from medborgarlofte.importing.typed_period import TypedPeriod, parse_typed_date, parse_typed_period
from medborgarlofte.language.phrases import enumerated
from medborgarlofte.model.municipalities import by_code_or_name, full_name, municipalities
from medborgarlofte.model.promise import Promise
from medborgarlofte.suggestions import did_you_mean
from medborgarlofte.swedish import ImpossibleDateError, PartialDate, add_months, format_date


def ask_place(guide: Guide, about: Text) -> None:
    session = guide.session
    known = party_names(guide.workspace, "kommun")
    default = guide.place or next(iter(known), None)
    set_place(guide, ask_municipality(session, known, default, about))


def set_place(guide: Guide, name: str) -> None:
    """Make the municipality the first party."""
    first = opening(guide.kind, municipality=name, police=None, first=PartialDate(2000), last=None)["parter"]
    others = [party for party in guide.values.get("parter", ()) if party["typ"] != "kommun"]
    guide.values["parter"] = [*first, *others]


def ask_police(guide: Guide, about: Text) -> None:
    known = party_names(guide.workspace, "polis")
    usual = usual_police(guide.place)
    is_known = guide.place in party_names(guide.workspace, "kommun")
    choices = list(dict.fromkeys([*known, usual] if is_known else [usual, *known]))
    commands: tuple[Command, ...] = ("back", "skip", "quit")
    name = unless_skipped(choose, guide.session, _POLICE, choices, commands, default=choices[0], about=about)
    set_police(guide, name)


def set_police(guide: Guide, name: str) -> None:
    """Make the police a party; none without a name."""
    guide.without_police = not name
    others = [party for party in guide.values.get("parter", ()) if party["typ"] != "polis"]
    police = [{"id": "polisen", "typ": "polis", "namn": name}] if name else []
    guide.values["parter"] = [*others, *police]


_POLICE: Final = Text("Polisen", "The police")


def ask_period(guide: Guide, about: Text) -> None:
    session = guide.session
    proposed = guide.start or _proposed_period(guide)
    typed = ask(session, Text("Tid", "Period"), QUESTION_COMMANDS, default=proposed, about=about)
    period = _parsed(typed, guide)
    if period.end is None and not period.is_open:
        usual = add_months(period.start.first, 12)
        year_end = PartialDate(usual.year - 1, 12, 31) if usual.month == usual.day == 1 else None
        last = ask(session, _LAST, QUESTION_COMMANDS, default=str(year_end or ""), about=about)
        end = _parsed_date(last, guide)
        check_order(period.start, end)
        period = period._replace(end=end)
    _echo_period(guide, set_period(guide, period))


def set_period(guide: Guide, period: TypedPeriod) -> TypedPeriod:
    """Set period, title and file; returns the period of the draft. Raises LofteError."""
    made = opening(
        guide.kind, municipality=guide.place, police=None, first=period.start, last=period.end or period.start
    )
    if period.end is None:
        made["period"] = {"från": str(period.start), "tills_vidare": "ja"}
    values = {key: value for key, value in made.items() if key != "parter"}
    guide.values |= values
    if _continues(guide, period.start, "period", "parter"):
        start, end = (guide.values["period"].get(key) for key in ("från", "till"))
        return TypedPeriod(parse_typed_date(str(start)), parse_typed_date(str(end)) if end else None, not end)
    if (before := guide.predecessor) is not None:
        guide.values["föregångare"] = before.id
    return period


def _continues(guide: Guide, first: PartialDate, *keys: str) -> bool:
    """True for a draft that exists: what it holds is kept, and named where the answers differ."""
    answered = {key: guide.values[key] for key in keys if key in guide.values}
    if not guide.place_file(first):
        return False
    guide.values = answered | guide.values
    guide.without_police = guide.party("polis") is None
    if all(str(guide.values[key]) == str(value) for key, value in answered.items()):
        note(guide.session, _CONTINUES)
    else:
        names = enumerated([party["namn"] for party in guide.values["parter"]])
        note(guide.session, _KEEPS.format({"period": _typed(guide), "parties": names}))
    return True


def _typed(guide: Guide) -> str:
    """Period or day of the draft, as it can be typed."""
    period = guide.values.get("period") or {"från": guide.values.get("datum", "")}
    return " – ".join(dict.fromkeys(str(period[key]) for key in ("från", "till") if period.get(key)))


def _proposed_period(guide: Guide) -> str:
    """The period of the draft, else after the latest promise of the place, else the coming year."""
    if guide.text and (typed := _typed(guide)):
        return typed
    promises = [
        promise
        for _, promise in guide.workspace.of_kind(Promise)
        if any(party.name == guide.place for party in promise.parties) and promise.period.last_date
    ]
    if promises:
        latest = max(promises, key=lambda promise: promise.period.last_date.last)  # type: ignore[union-attr]
        term = next_term(latest)
        return f"{term.start}" if term.start == term.end else f"{term.start} – {term.end}"
    today = guide.session.today
    return str(today.year + (today.month > 6))


def _parsed(typed: str, guide: Guide) -> TypedPeriod:
    try:
        return parse_typed_period(typed, guide.session.today, guide.session.today.year)
    except ImpossibleDateError as error:
        raise _no_such_day(error) from None
    except ValueError:
        raise LofteError(
            Text(f"”{typed}” är ingen tid som går att läsa.", f"“{typed}” cannot be read as a period."),
            WRITE_PERIOD,
        ) from None


def _no_such_day(error: ImpossibleDateError) -> LofteError:
    return LofteError(Text(f"Dagen finns inte: {error.reason.sv}.", f"No such day: {error.reason.en}."))


def _parsed_date(typed: str, guide: Guide) -> PartialDate:
    try:
        return parse_typed_date(typed)
    except ImpossibleDateError as error:
        raise _no_such_day(error) from None
    except ValueError:
        period = _parsed(typed, guide)
        return period.end or period.start


def _echo_period(guide: Guide, period: TypedPeriod) -> None:
    start, end = (
        Text(format_date(day, "sv"), format_date(day, "en"))
        for day in (period.start, period.end or period.start)
    )
    until = (
        Text(f" till {end.sv}", f" to {end.en}")
        if period.end
        else Text(" tills vidare", " until further notice")
    )
    whole = start if end == start else Text(start.sv + until.sv, start.en + until.en)
    shown = guide.session.shown(guide.path) if guide.path else ""
    kept = Text(f" Varje svar sparas i {shown}.", f" Each answer is saved in {shown}.")
    note(guide.session, Text(f"{whole.sv}.{kept.sv}", f"{whole.en}.{kept.en}"))


def ask_date(guide: Guide, about: Text) -> None:
    answer = ask(guide.session, _DATE, QUESTION_COMMANDS, default=str(guide.session.today), about=about)
    date = _parsed_date(answer, guide)
    made = opening(guide.kind, municipality=guide.place, police=None, first=date, last=None)
    guide.values |= {key: value for key, value in made.items() if key != "parter"}
    _continues(guide, date, "datum", "parter")


_LAST: Final = Text("Till och med", "Last day")
_DATE: Final = Text("Dag", "Day")
_CONTINUES: Final = Text(
    "Utkastet finns redan. Här fortsätter du i det.", "The draft exists already. You continue in it here."
)
_KEEPS: Final = Text(
    "Utkastet finns redan och har andra uppgifter än dina svar: {period}, {parties}. De behålls, och här fortsätter du i "
    "utkastet. Skriv b för att ändra dem.",
    "The draft exists already and differs from your answers: {period}, {parties}. That is kept, and you continue in the "
    "draft here. Write b to change it.",
)
WRITE_PERIOD: Final = Text(
    "Skriv till exempel 2027, 2026–2027, våren 2027 eller 1 mars 2027 – 28 februari 2028.",
    "Write for example 2027, 2026–2027, spring 2027 or 1 March 2027 – 28 February 2028.",
)


def ask_municipality(session: Session, known: Sequence[str], default: str | None, about: Text) -> str:
    """Full name of a municipality, or the name that was kept. Raises Jump."""
    while True:
        answer = choose(session, _PLACE, known, QUESTION_COMMANDS, default=default, about=about)
        if answer in known or answer == default:
            break
        if (municipality := by_code_or_name(answer)) is None and not answer.isdecimal():
            meant = did_you_mean(answer, [one.name for one in municipalities().values()])
            note(session, sentences(_UNKNOWN, meant, _KEEP_PLACE))
            answer = ask(session, _PLACE, QUESTION_COMMANDS, default=answer, about=about)
            municipality = by_code_or_name(answer)
        if municipality or not answer.isdecimal():
            break
        note(session, _NO_CODE.format({"code": answer}))
    municipality = by_code_or_name(answer)
    if municipality and answer.casefold() in (municipality.name.casefold(), municipality.code):
        return full_name(municipality)
    return answer


_PLACE: Final = Text("Kommun", "Municipality")
_UNKNOWN: Final = Text("Det är ingen av Sveriges kommuner.", "It is none of Sweden's municipalities.")
_NO_CODE: Final = Text("Ingen kommun har kommunkod {code}.", "No municipality has the code {code}.")
_KEEP_PLACE: Final = Text("Enter behåller det du skrev.", "Enter keeps what you wrote.")
PLACE_HELP: Final = Text(
    "Skriv namnet eller koden: Karlshamn, 1082. q slutar.",
    "Write the name or the code: Karlshamn, 1082. q quits.",
)
