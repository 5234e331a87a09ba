"""Rule engine: selection, severities and waivers."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

from medborgarlofte.diagnostic import Diagnostic, place
from medborgarlofte.i18n import Text
from medborgarlofte.load import FOLDER, LoadedDocument, Workspace
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.rules import RULES
from medborgarlofte.rules.partial import independent, one_per_cause, unreliable_rules
from medborgarlofte.rules.rule import Profile, Rule, RuleContext
from medborgarlofte.source.finding import Finding, Severity
from medborgarlofte.source.patterns import matches
from medborgarlofte.suggestions import did_you_mean
from medborgarlofte.timeline import stage_of

Level = Severity | Literal["off"]


@dataclass(frozen=True, slots=True)
class Settings:
    """User settings for rules."""

    levels: Mapping[str, Level] = field(default_factory=dict)
    """By rule code."""
    by_path: tuple[tuple[str, Mapping[str, Level]], ...] = ()
    """A pattern for files as in .gitignore, and the levels there; a later one wins."""
    folder: Path | None = None
    """Where patterns for paths start."""
    select: frozenset[str] = frozenset()
    """Codes or groups to run; empty for all."""
    ignore: frozenset[str] = frozenset()
    """Codes or groups not to run."""

    def allows(self, code: str) -> bool:
        """True if a code is selected."""
        groups = {code, code[0]}
        return not ((self.select and not self.select & groups) or self.ignore & groups)

    def level(self, rule: Rule, severity: Severity | None, loaded: LoadedDocument) -> Severity | None:
        """Severity in a document, or None if disabled.

        A pattern matches the path from lofte.toml's folder, the path from promises/, or ids.
        """
        if not self.allows(rule.code):
            return None
        chosen = self.chosen(rule.code, loaded)
        if chosen == "off":
            return None
        return chosen or severity

    def chosen(self, code: str, loaded: LoadedDocument) -> Level | None:
        """Configured level; the last matching pattern wins."""
        chosen: Level | None = self.levels.get(code)
        for pattern, levels in self.by_path:
            if any(matches(pattern, name) for name in self._names(loaded)):
                chosen = levels.get(code, chosen)
        return chosen

    def _names(self, loaded: LoadedDocument) -> Iterator[str]:
        """Names a pattern may match."""
        suffix = loaded.path.suffix if loaded.path else ""
        yield from (loaded.id, loaded.id + suffix, f"{FOLDER}/{loaded.id}{suffix}")
        if loaded.path is None:
            yield loaded.file
        elif self.folder and loaded.path.is_relative_to(self.folder):
            yield unicodedata.normalize("NFC", loaded.path.relative_to(self.folder).as_posix())


Pages = Callable[[LoadedDocument], Mapping[int, LoadedDocument | Text]]
"""Kept copies of a document's publications, by their number; see RuleContext."""


def no_pages(_loaded: LoadedDocument) -> Mapping[int, LoadedDocument | Text]:
    """No kept copies."""
    return {}


def lint(
    workspace: Workspace,
    *,
    today: dt.date,
    profile: Profile | Literal["auto"] = "auto",
    settings: Settings | None = None,
    tick: Callable[[int], None] = lambda _: None,
    pages: Pages = no_pages,
) -> list[Diagnostic]:
    """Findings of the selected documents, by file.

    `tick` receives the number of documents checked; `pages` reads the kept copies of a document.
    """
    diagnostics: list[Diagnostic] = []
    every = workspace.readable.values()
    each = lint_each(workspace, every, today=today, profile=profile, settings=settings, pages=pages)
    for count, (_, found) in enumerate(each, start=1):
        tick(count)
        diagnostics += found
    return sorted(diagnostics, key=lambda diagnostic: diagnostic.order)


def lint_each(
    workspace: Workspace,
    documents: Iterable[LoadedDocument],
    *,
    today: dt.date,
    profile: Profile | Literal["auto"] = "auto",
    settings: Settings | None = None,
    pages: Pages = no_pages,
) -> Iterator[tuple[LoadedDocument, list[Diagnostic]]]:
    """Documents with their findings, one at a time; none for a document that is not asked for."""
    chosen = settings or Settings()
    seen = replace(workspace, documents=workspace.readable, valid=workspace.readable)
    for loaded in documents:
        if loaded.id not in workspace.asked:
            yield loaded, []
            continue
        context = RuleContext(loaded, seen, today, pages(loaded), unreliable_rules(loaded, workspace))
        stage = profile_of(workspace, loaded, today) if profile == "auto" else profile
        yield loaded, _lint_one(context, stage, chosen)


def profile_of(workspace: Workspace, loaded: LoadedDocument, today: dt.date) -> Profile:
    """Profile by stage: draft, review, archive.

    Archive, the mildest, where the status or the period could not be read: that error comes first.
    """
    if any(route[0] in ("status", "period") for route in loaded.unread if route):
        return "arkiv"
    stage = stage_of(workspace, loaded, today)
    if stage == "utkast":
        return "utkast"
    return "granskning" if stage in ("kommande", "gäller") else "arkiv"


def _lint_one(context: RuleContext, stage: Profile, settings: Settings) -> list[Diagnostic]:
    running = [
        (rule, severity, settings.chosen(rule.code, context.loaded) is not None)
        for rule in RULES
        if isinstance(context.document, rule.scope)
        and rule.code not in context.unreliable
        and (context.pages or not rule.needs_pages)
        and (severity := settings.level(rule, rule.stages.get(stage), context.loaded))
    ]
    levels = {rule.code: (rule, severity, overridden) for rule, severity, overridden in running}
    findings = [finding for rule, _, _ in running for finding in rule.check(context)]
    diagnostics = [
        diagnostic
        for finding in one_per_cause(independent(findings, context.loaded))
        if (diagnostic := _place(context, finding, *levels[finding.notice.code]))
    ]
    ran = set() if context.loaded.unread else set(levels)
    about_waivers = [d for d in _waiver_findings(diagnostics, context, ran) if settings.allows(d.code)]
    return [*_waive(diagnostics, context), *about_waivers]


def _place(
    context: RuleContext,
    finding: Finding,
    rule: Rule,
    severity: Severity,
    overridden: bool,
) -> Diagnostic | None:
    if overridden:
        finding = finding._replace(severity=None)
    loaded = context.loaded
    diagnostic = place(finding, loaded.file, loaded.source, loaded.value, severity)
    if diagnostic and rule.concerns_missing and context.source_is_partial:
        return replace(diagnostic, note=PARTIAL_SOURCE)
    return diagnostic


# ---------------------------------------------------------------- waivers


def _waive(diagnostics: Sequence[Diagnostic], context: RuleContext) -> Iterator[Diagnostic]:
    for diagnostic in diagnostics:
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
    diagnostics: Sequence[Diagnostic], context: RuleContext, ran: set[str]
) -> Iterator[Diagnostic]:
    """Waivers of unknown rules, and unused ones."""
    codes = {rule.code for rule in RULES}
    for index, waiver in enumerate(context.document.waivers):
        code = waiver.rule.strip().upper()
        finding: Finding | None = None
        if code not in codes:
            advice = did_you_mean(code, codes) or _SEE_RULES
            finding = Finding(
                UNKNOWN_WAIVER, ("undantag", index, "regel"), {"rule": waiver.rule, "advice": advice}
            )
        elif code in ran and not any(
            _covers(waiver.rule, waiver.where, diagnostic) for diagnostic in diagnostics
        ):
            where = waiver.where or Text("hela dokumentet", "the whole document")
            values = {"rule": code, "where": where}
            finding = Finding(UNUSED_WAIVER, ("undantag", index, "regel"), values, severity="warning")
        if finding:
            diagnostic = place(finding, context.loaded.file, context.loaded.source, context.loaded.value)
            if diagnostic:
                yield diagnostic


_SEE_RULES: Final = Text("Koderna står i docs/regler.md.", "The codes are listed in docs/rules.md.")

PARTIAL_SOURCE: Final = Text(
    "Källan återger inte hela dokumentet, så det som saknas kan finnas i originalet.",
    "The source does not reproduce the whole document, so what is missing may be in the original.",
)
UNUSED_WAIVER: Final = SchemaNotice(
    code="L01",
    name="unused-waiver",
    message=Text(
        "Undantaget från {rule} ({where}) behövs inte längre.",
        "The waiver of {rule} ({where}) is no longer needed.",
    ),
    why=Text(
        "Regeln hittar inget där nu. Ett kvarglömt undantag kan dölja nästa fel.",
        "The rule finds nothing there now. A forgotten waiver can hide the next problem.",
    ),
    help=Text("Ta bort undantaget.", "Remove the waiver."),
)
UNKNOWN_WAIVER: Final = SchemaNotice(
    code="L02",
    name="unknown-rule-in-waiver",
    message=Text(
        "Det går inte att göra undantag från ”{rule}”, för den regeln finns inte.",
        "There is no rule “{rule}” to waive.",
    ),
    why=Text("Undantaget har ingen verkan.", "The waiver has no effect."),
    help=Text("{advice}", "{advice}"),
)
NOTICES: Final = (UNUSED_WAIVER, UNKNOWN_WAIVER)
