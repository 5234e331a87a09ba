"""Rule engine: selection, severities and waivers."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

from medborgarlofte.diagnostic import Diagnostic, place
from medborgarlofte.i18n import Text
from medborgarlofte.load import FOLDER, LoadedDocument, Workspace
from medborgarlofte.messages import SchemaNotice
from medborgarlofte.model.record import Document
from medborgarlofte.model.validation import is_below
from medborgarlofte.rules import RULES
from medborgarlofte.rules.partial import independent, one_per_cause, unreliable_rules
from medborgarlofte.rules.rule import Profile, Rule, RuleContext
from medborgarlofte.source.finding import Finding, Severity
from medborgarlofte.source.patterns import matches
from medborgarlofte.source.recovery import is_cut
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

    def levels_for(self, loaded: LoadedDocument) -> Mapping[str, Level]:
        """Configured levels in a document; the last matching pattern wins.

        A pattern matches the path from lofte.toml's folder, the path from promises/, or ids.
        """
        if not self.by_path:
            return self.levels
        names = tuple(self._names(loaded))
        found = dict(self.levels)
        for pattern, levels in self.by_path:
            if any(matches(pattern, name) for name in names):
                found.update(levels)
        return found

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
    check = Linter(workspace, today=today, profile=profile, settings=settings, pages=pages)
    diagnostics: list[Diagnostic] = []
    for count, loaded in enumerate(workspace.readable.values(), start=1):
        tick(count)
        diagnostics += check(loaded)
    return sorted(diagnostics, key=lambda diagnostic: diagnostic.order)


class Linter:
    """Checks one document at a time against the rules of its stage."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        today: dt.date,
        profile: Profile | Literal["auto"] = "auto",
        settings: Settings | None = None,
        pages: Pages = no_pages,
    ) -> None:
        self._workspace = workspace
        self._seen = replace(workspace, documents=workspace.readable, valid=workspace.readable)
        self._today = today
        self._pages = pages
        self._profile = profile
        self._settings = settings or Settings()
        self._running: dict[tuple[type[Document], Profile], Running] = {}

    def __call__(self, loaded: LoadedDocument) -> list[Diagnostic]:
        """Findings of a document; none of one that was not asked for."""
        if loaded.id not in self._workspace.asked:
            return []
        unreliable = unreliable_rules(loaded, self._workspace)
        context = RuleContext(loaded, self._seen, self._today, self._pages(loaded), unreliable)
        stage = self._profile
        if stage == "auto":
            stage = profile_of(self._workspace, loaded, self._today)
        return _lint_one(context, self._rules(loaded, stage), self._settings)

    def _rules(self, loaded: LoadedDocument, stage: Profile) -> "Running":
        """The rules that run on documents of this kind at this stage."""
        levels = self._settings.levels_for(loaded)
        if levels is not self._settings.levels:
            return _running(type(loaded.document), stage, levels, self._settings)
        key = type(loaded.document), stage
        if key not in self._running:
            self._running[key] = _running(*key, levels, self._settings)
        return self._running[key]


Running = Mapping[str, tuple[Rule, Severity, bool]]
"""Rules by code, with their severity here and whether the user has set it."""


def _running(
    kind: type[Document], stage: Profile, levels: Mapping[str, Level], settings: Settings
) -> Running:
    found: dict[str, tuple[Rule, Severity, bool]] = {}
    for rule in RULES:
        level = levels.get(rule.code)
        severity = level or rule.stages.get(stage)
        if severity and severity != "off" and issubclass(kind, rule.scope) and settings.allows(rule.code):
            found[rule.code] = rule, severity, level is not None
    return found


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


def _lint_one(context: RuleContext, running: Running, settings: Settings) -> list[Diagnostic]:
    if context.unreliable:
        running = {code: row for code, row in running.items() if code not in context.unreliable}
    if context.loaded.unread and is_cut(context.loaded.source):
        running = {code: row for code, row in running.items() if not row[0].concerns_missing}
    if not context.pages:
        running = {code: row for code, row in running.items() if not row[0].needs_pages}
    findings = [finding for rule, _, _ in running.values() for finding in rule.check(context)]
    if context.loaded.unread:
        findings = independent(findings, context.loaded)
    diagnostics = [
        diagnostic
        for finding in one_per_cause(findings)
        if (diagnostic := _place(context, finding, *running[finding.notice.code]))
    ]
    if not context.document.waivers:
        return diagnostics
    ran = set() if context.loaded.unread else set(running)
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
    value, source = context.parsed
    diagnostic = place(finding, context.loaded.file, source, value, severity)
    if diagnostic and rule.concerns_missing and context.source_is_partial:
        return diagnostic._replace(note=PARTIAL_SOURCE)
    return diagnostic


# ---------------------------------------------------------------- waivers


def _waive(diagnostics: Sequence[Diagnostic], context: RuleContext) -> Iterator[Diagnostic]:
    for diagnostic in diagnostics:
        reason = next(
            (w.reason for w in context.document.waivers if _covers(w.rule, w.where, diagnostic)), None
        )
        yield diagnostic._replace(waived=reason) if reason else diagnostic


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
        if finding and not is_below(finding.place, context.loaded.unread, context.loaded.value):
            value, source = context.parsed
            diagnostic = place(finding, context.loaded.file, source, value)
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
