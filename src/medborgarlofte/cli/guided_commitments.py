"""Commitments of a guided `lofte new`, each checked by the linter before the next."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from medborgarlofte.cli.dialogue import (
    Command,
    Jump,
    ask,
    choose,
    choose_many,
    note,
    show_error,
    unless_skipped,
)
from medborgarlofte.cli.drawing import print_keys, print_paragraph, print_screen
from medborgarlofte.cli.guide import Guide
from medborgarlofte.cli.prompts import is_yes
from medborgarlofte.diagnostic import SEVERITY_WORDS, Diagnostic
from medborgarlofte.drafting.proposals import Proposal, commitment_proposals, responsible_of
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.typed_period import parse_typed_date
from medborgarlofte.language.phrases import format_targets
from medborgarlofte.model.promise import Target
from medborgarlofte.model.record import TOGETHER
from medborgarlofte.report.check.result import REMEDY
from medborgarlofte.report.terminal import Screen

COMMANDS: Final[tuple[Command, ...]] = ("back", "undo", "help", "quit")
PREFIXES: Final = {"kommunen": "K", "polisen": "P", TOGETHER: "G"}
"""First letter of a commitment's id, by who promises."""


def ask_commitments(party: str, guide: Guide, about: Text) -> None:
    """Commitments of a party, or of all together. Raises Jump."""
    session = guide.session
    print_paragraph(session, session.say(COMMITMENT_HELP))
    for row in _own(guide, party):
        print_paragraph(session, row["text"], lead=[("  ", ""), (f"{row['id']:<4}", "id")])
    while True:
        proposals = _proposals(guide, party)
        _show_proposals(guide, proposals)
        try:
            text = ask(session, Text("Åtagande", "Commitment"), COMMANDS, about=about)
        except Jump as jump:
            if jump.command != "undo":
                raise
            _remove_last(guide, party)
            continue
        if not text:
            return
        row = _row(guide, party, text, proposals)
        try:
            if _is_kept(guide, row):
                _ask_details(guide, row, about)
                guide.values["åtaganden"] = [*guide.commitments, row]
                guide.save()
                print_paragraph(
                    session, (session.say(_saved(row["id"], len(guide.commitments))), "ok"), lead="  "
                )
        except LofteError as error:
            show_error(session, error)


def _own(guide: Guide, party: str) -> list[dict[str, Any]]:
    return [row for row in guide.commitments if row["part"] == party]


def _remove_last(guide: Guide, party: str) -> None:
    session, own = guide.session, _own(guide, party)
    if not own:
        note(session, Text("Det finns inget att ta bort.", "There is nothing to remove."))
        return
    guide.values["åtaganden"] = [row for row in guide.commitments if row is not own[-1]]
    if not guide.commitments:
        del guide.values["åtaganden"]
    guide.save()
    note(session, Text(f"{own[-1]['id']} är borttaget.", f"{own[-1]['id']} has been removed."))


# ---------------------------------------------------------------- proposals


def _proposals(guide: Guide, party: str) -> list[Proposal]:
    """Commitments of the earlier promise that are not in the draft."""
    start = parse_typed_date(guide.values["period"]["från"])
    taken = {one for row in guide.commitments for one in row.get("fortsätter", ())}
    proposals = commitment_proposals(guide.workspace, guide.predecessor, start)
    return [one for one in proposals if one.row.get("part") == party and not taken & {*one.row["fortsätter"]}]


def _show_proposals(guide: Guide, proposals: Sequence[Proposal]) -> None:
    session = guide.session
    for number, (row, outcome) in enumerate(proposals, start=1):
        muted = (f"\n{session.say(outcome)}", "muted")
        print_paragraph(session, row["text"], *[muted] * bool(outcome.sv), lead=[(f"{number:>4}  ", "key")])
    keys = [(f"1–{len(proposals)}" if len(proposals) > 1 else "1", session.say(_TAKES))] * bool(proposals)
    print_keys(session, "", [*keys, ("Enter", session.say(_NO_MORE)), ("u", session.say(_REMOVES))])


def _row(guide: Guide, party: str, text: str, proposals: Sequence[Proposal]) -> dict[str, Any]:
    """Commitment as typed, or the proposal of that number or wording."""
    taken = {row["id"] for row in guide.commitments}
    free = next(name for number in range(1, 1000) if (name := f"{PREFIXES[party]}{number}") not in taken)
    same = [str(number) for number, one in enumerate(proposals, start=1) if one.row["text"] == text]
    if (number := "".join(same[:1]) or text).isdecimal() and 1 <= int(number) <= len(proposals):
        row = dict(proposals[int(number) - 1].row)
        focus = [one for one in row.pop("fokus", ()) if one in {area["id"] for area in _areas(guide)}]
        key = row["id"] if row["id"] not in taken else free
        return {**row, **({"fokus": focus} if focus else {}), "id": key}
    start = parse_typed_date(guide.values["period"]["från"]).first
    read = measures(text, start)
    row = {"id": free, "part": party, "text": text}
    if read.targets:
        row["mål"] = read.targets[0] if len(read.targets) == 1 else list(read.targets)
    return row | {key: value for key, value in (("tid", read.schedule), ("senast", read.due)) if value}


def _areas(guide: Guide) -> list[dict[str, Any]]:
    areas: list[dict[str, Any]] = guide.values.get("fokusområden", [])
    return areas


# ---------------------------------------------------------------- one commitment


def _is_kept(guide: Guide, row: dict[str, Any]) -> bool:
    """Show what the linter finds; true to keep the wording."""
    session = guide.session
    found = guide.findings(row, "text", "mål")
    if any(one.code == "M02" for one in found):
        found = [one for one in found if one.code != "M01"]  # a vague verb is why there is no measure
    if not found:
        targets = session.say(format_targets([Target.model_validate(one) for one in _targets(row)]))
        measure = targets or row.get("tid") or row.get("senast") or ""
        verdict = session.say(_MEASURABLE if measure else _FINE)
        print_paragraph(session, (verdict, "ok"), *[f" {measure}."] * bool(measure), lead="  ")
        return True
    for finding in found:
        _show_finding(guide, finding)
    print_keys(session, "  ", [("Enter", session.say(_REWRITES)), ("j", session.say(_KEEPS))])
    return is_yes(ask(session, Text("Behålla", "Keep it"), ("back", "quit"), about=_KEEP_HELP))


def _show_finding(guide: Guide, finding: Diagnostic) -> None:
    lang = guide.session.lang
    word = (SEVERITY_WORDS[finding.severity][lang], f"finding.{finding.severity}")

    def draw(screen: Screen) -> None:
        screen.paragraph(finding.message(lang), lead=["  ", word, " ", (finding.code, "code"), "  "])
        remedy = _REMEDIES[finding.code][lang] if finding.code in _REMEDIES else finding.help(lang)
        screen.labelled(REMEDY[lang], remedy, label_style="remedy")

    print_screen(guide.session, draw)


def _targets(row: dict[str, Any]) -> list[dict[str, Any]]:
    targets = row.get("mål", [])
    return targets if isinstance(targets, list) else [targets]


def _ask_details(guide: Guide, row: dict[str, Any], about: Text) -> None:
    """Focus area, lead and responsible function, where they are missing."""
    areas = _areas(guide)
    if len(areas) == 1:
        row.setdefault("fokus", [areas[0]["id"]])
    elif areas and "fokus" not in row:
        numbers = _ask_focus(guide)
        row |= {"fokus": [areas[number]["id"] for number in numbers]} if numbers else {}
    if row["part"] == TOGETHER and "leds_av" not in row:
        names = [party["namn"] for party in guide.values["parter"]]
        lead = choose(guide.session, _LEAD, names, ("back", "quit"), default=names[0], about=about)
        row["leds_av"] = next(
            (party["id"] for party in guide.values["parter"] if party["namn"] == lead), lead
        )
    if "ansvarig" not in row:
        _ask_responsible(guide, row)


def _ask_focus(guide: Guide) -> list[int]:
    titles = [area["rubrik"] for area in _areas(guide)]
    while True:
        try:
            return choose_many(guide.session, _FOCUS, titles, ("back", "quit"), about=_FOCUS_HELP)
        except LofteError as error:
            show_error(guide.session, error)


def _ask_responsible(guide: Guide, row: dict[str, Any]) -> None:
    """Responsible function and unit; the same answer twice is kept."""
    session = guide.session
    usual = next(iter(responsible_of(guide.workspace, _own(guide, row["part"]))), "")
    while True:
        commands: tuple[Command, ...] = ("back", "skip", "quit")
        answer = unless_skipped(ask, session, _RESPONSIBLE, commands, default=usual, about=_RESPONSIBLE_HELP)
        if not answer:
            row.pop("ansvarig", None)
            return
        function, _, unit = (part.strip() for part in answer.partition(","))
        row["ansvarig"] = {"enhet": unit, "funktion": function} if unit else {"funktion": function}
        found = guide.findings(row, "ansvarig", "ansvarig/funktion", "ansvarig/enhet")
        if not found or answer == usual:
            return
        usual = answer
        for finding in found:
            _show_finding(guide, finding)


def _saved(name: str, count: int) -> Text:
    return Text(
        f"{name} är sparat. Utkastet har {count} åtagande{'n' * (count > 1)}.",
        f"{name} is saved. The draft has {count} commitment{'s' * (count > 1)}.",
    )


COMMITMENT_HELP: Final = Text(
    "Ett åtagande i taget: vem gör vad, var, hur mycket eller hur ofta, till när.",
    "One commitment at a time: who does what, where, how much or how often, by when.",
)
_TAKES: Final = Text("tar förslaget", "takes the proposal")
_NO_MORE: Final = Text("inga fler", "no more")
_REMOVES: Final = Text("tar bort det senaste", "removes the last one")
_MEASURABLE: Final = Text("Går att följa upp:", "Can be followed up:")
_FINE: Final = Text("Inga anmärkningar.", "Nothing to remark.")
_REWRITES: Final = Text("skriver om", "writes it again")
_KEEPS: Final = Text("behåller ändå", "keeps it as it is")
_KEEP_HELP: Final = Text(
    "Enter låter dig skriva åtagandet på nytt. j sparar det som det står.",
    "Enter lets you write the commitment again. j saves it as it is.",
)
_FOCUS_HELP: Final = Text(
    "Skriv numret eller orden för det område som åtagandet hör till. Enter väljer inget.",
    "Write the number or the words of the area that the commitment belongs to. Enter chooses none.",
)
_RESPONSIBLE_HELP: Final = Text(
    "Skriv en funktion, inte en person: enhetschef, Kultur och fritid. - hoppar över.",
    "Write a function, not a person: enhetschef, Kultur och fritid. - skips.",
)
_FOCUS: Final = Text("Fokusområde (Enter: inget)", "Focus area (Enter: none)")
_LEAD: Final = Text("Vem håller ihop det", "Who leads it")
_RESPONSIBLE: Final = Text(
    "Vem svarar för det (funktion, enhet; - hoppar över)", "Who is responsible (function, unit; - skips)"
)
_REMEDIES: Final[Mapping[str, Text]] = {
    "M01": Text(
        "Säg hur många, hur ofta eller till när: ”minst 60 kvällar”, ”en gång i månaden”, ”före den 1 oktober”.",
        "Say how many, how often or by when: “minst 60 kvällar”, “en gång i månaden”, “före den 1 oktober”.",
    ),
    "A02": Text(
        "Skriv funktion och enhet: enhetschef, Kultur och fritid.",
        "Write function and unit: enhetschef, Kultur och fritid.",
    ),
}
"""What to type here, where the rule's own advice names keys of the file."""
