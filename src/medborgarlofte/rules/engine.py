"""The engine: which rules run on which document, how severe they are there, and what is set aside."""

import datetime as dt
import fnmatch
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from medborgarlofte.diagnostic import Diagnostic, place
from medborgarlofte.i18n import Text
from medborgarlofte.load import LoadedDocument, Workspace
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.rules import RULES
from medborgarlofte.rules.rule import Profile, Rule, RuleContext
from medborgarlofte.source.finding import Finding, Severity
from medborgarlofte.suggestions import closest_match
from medborgarlofte.timeline import stage_of

Level = Severity | Literal["off"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user wants otherwise than the rules say."""

    levels: Mapping[str, Level] = field(default_factory=dict)
    """By rule code."""
    by_path: tuple[tuple[str, Mapping[str, Level]], ...] = ()
    """A pattern for files, and the levels there; a later one wins."""
    select: frozenset[str] = frozenset()
    """Codes or groups to run; empty for all."""
    ignore: frozenset[str] = frozenset()
    """Codes or groups not to run."""

    def allows(self, code: str) -> bool:
        """Whether a code is among those asked for."""
        groups = {code, code[0]}
        return not ((self.select and not self.select & groups) or self.ignore & groups)

    def level(self, rule: Rule, severity: Severity | None, loaded: LoadedDocument) -> Severity | None:
        """How severe a rule is in a document, or None when it does not run there.

        A pattern is for the path as it is shown, for the path from promises/, or for ids.
        """
        if not self.allows(rule.code):
            return None
        chosen = self.chosen(rule.code, loaded)
        if chosen == "off":
            return None
        return chosen or severity

    def chosen(self, code: str, loaded: LoadedDocument) -> Level | None:
        """What the user has set for a code in a document; a later pattern wins."""
        chosen: Level | None = self.levels.get(code)
        for pattern, levels in self.by_path:
            names = (loaded.file, loaded.id, f"{loaded.id}.yaml", f"promises/{loaded.id}.yaml")
            if any(fnmatch.fnmatch(name, pattern) for name in names):
                chosen = levels.get(code, chosen)
        return chosen


def lint(
    workspace: Workspace,
    *,
    today: dt.date,
    profile: Profile | Literal["auto"] = "auto",
    settings: Settings | None = None,
    tick: Callable[[int], None] = lambda _: None,
) -> list[Diagnostic]:
    """What the rules say about the documents that were asked for, in the order of the files.

    `tick` is told how many were looked at.
    """
    chosen = settings or Settings()
    found: list[Diagnostic] = []
    for count, loaded in enumerate(workspace.valid.values(), start=1):
        tick(count)
        if loaded.id in workspace.asked:
            context = RuleContext(loaded, workspace, today)
            stage = profile_of(workspace, loaded, today) if profile == "auto" else profile
            found += _lint_one(context, stage, chosen)
    return sorted(found, key=lambda diagnostic: diagnostic.order)


def profile_of(workspace: Workspace, loaded: LoadedDocument, today: dt.date) -> Profile:
    """Profile by stage: draft, under review while upcoming or in force, archive once ended."""
    stage = stage_of(workspace, loaded, today)
    if stage == "utkast":
        return "utkast"
    return "granskning" if stage in ("kommande", "gäller") else "arkiv"


def _lint_one(context: RuleContext, stage: Profile, settings: Settings) -> list[Diagnostic]:
    running = [
        (rule, severity, settings.chosen(rule.code, context.loaded) is not None)
        for rule in RULES
        if isinstance(context.document, rule.scope)
        and (severity := settings.level(rule, rule.stages.get(stage), context.loaded))
    ]
    found = [
        _place(context, rule, finding, severity, overridden=overridden)
        for rule, severity, overridden in running
        for finding in rule.check(context)
    ]
    ran = {rule.code for rule, _, _ in running}
    about_waivers = [d for d in _waiver_findings(found, context, ran) if settings.allows(d.code)]
    return [*_waive(found, context), *about_waivers]


def _place(
    context: RuleContext, rule: Rule, finding: Finding, severity: Severity, *, overridden: bool
) -> Diagnostic:
    if overridden:
        finding = finding._replace(severity=None)
    loaded = context.loaded
    diagnostic = place(finding, loaded.file, loaded.source, loaded.value, severity)
    if diagnostic is None:
        raise LookupError(f"{rule.code} points at {finding.place}, which the reader has reported as invalid")
    if rule.concerns_missing and context.source_is_partial:
        return replace(diagnostic, note=PARTIAL_SOURCE)
    return diagnostic


# ---------------------------------------------------------------- waivers


def _waive(found: Sequence[Diagnostic], context: RuleContext) -> Iterator[Diagnostic]:
    for diagnostic in found:
        reason = next(
            (w.reason for w in context.document.waivers if _covers(w.rule, w.where, diagnostic)), None
        )
        yield replace(diagnostic, waived=reason) if reason else diagnostic


def _covers(rule: str, where: str | None, diagnostic: Diagnostic) -> bool:
    if rule.strip().upper() != diagnostic.code:
        return False
    steps = where.strip().strip("/").split("/") if where else []
    return diagnostic.route.split("/")[: len(steps)] == steps


def _waiver_findings(
    found: Sequence[Diagnostic], context: RuleContext, ran: set[str]
) -> Iterator[Diagnostic]:
    """Waivers of rules that there are not, and those that no longer set anything aside."""
    codes = {rule.code for rule in RULES}
    for index, waiver in enumerate(context.document.waivers):
        code = waiver.rule.strip().upper()
        finding: Finding | None = None
        if code not in codes:
            meant = closest_match(code, codes)
            advice = Text(f"Menade du ”{meant}”?", f"Did you mean “{meant}”?") if meant else _SEE_RULES
            finding = Finding(
                UNKNOWN_WAIVER, ("undantag", index, "regel"), {"rule": waiver.rule, "advice": advice}
            )
        elif code in ran and not any(_covers(waiver.rule, waiver.where, diagnostic) for diagnostic in found):
            where = waiver.where or Text("hela dokumentet", "the whole document")
            values = {"rule": code, "where": where}
            finding = Finding(UNUSED_WAIVER, ("undantag", index, "regel"), values, severity="warning")
        if finding:
            diagnostic = place(finding, context.loaded.file, context.loaded.source, context.loaded.value)
            if diagnostic:
                yield diagnostic


_SEE_RULES: Final = Text("Koderna står i docs/regler.md.", "The codes are listed in docs/rules.md.")

PARTIAL_SOURCE: Final = Text(
    "Källan återger inte hela löftet, så det som saknas kan finnas i originalet.",
    "The source does not give the whole promise, so what is missing may be in the original.",
)
UNUSED_WAIVER: Final = SchemaNotice(
    code="L01",
    name="unused-waiver",
    message=Text(
        "Undantaget från {rule} ({where}) behövs inte längre.",
        "The waiver of {rule} ({where}) is no longer needed.",
    ),
    why=Text(
        "Regeln säger inget där nu. Ett kvarglömt undantag kan dölja nästa fel.",
        "The rule says nothing there now. A forgotten waiver can hide the next problem.",
    ),
    help=Text("Ta bort undantaget.", "Remove the waiver."),
)
UNKNOWN_WAIVER: Final = SchemaNotice(
    code="L02",
    name="unknown-rule-in-waiver",
    message=Text(
        "Det finns ingen regel ”{rule}” att göra undantag från.", "There is no rule “{rule}” to waive."
    ),
    why=Text("Undantaget har ingen verkan.", "The waiver has no effect."),
    help=Text("{advice}", "{advice}"),
)
NOTICES: Final = (UNUSED_WAIVER, UNKNOWN_WAIVER)
