"""How strict the rules are: by the profile that was asked for, or by the status and period of each document."""

import datetime as dt
from typing import Final

import pytest

from corpus import EXEMPELBY, PROMISE, exempelby, loaded, plain
from each import each
from medborgarlofte.diagnostic import Diagnostic
from medborgarlofte.load import Workspace, load
from medborgarlofte.rules import RULES
from medborgarlofte.rules.engine import lint, profile_of
from medborgarlofte.rules.rule import PROFILES, Profile, Rule
from medborgarlofte.source.finding import SEVERITIES

BEFORE: Final = dt.date(2023, 11, 1)
DURING: Final = dt.date(2024, 6, 1)
AFTER: Final = dt.date(2025, 6, 1)

FOLLOW_UP: Final = """\
dokument: uppföljning
löfte: a
datum: 2024-12-31
poster:
  - {åtagande: K1, status: genomfört, utfall: 104}
"""

DIALOGUE: Final = """\
dokument: medborgardialog
titel: Trygghetsvandring i Exempelby
datum: 2024-05-01
"""


def profile(text: str, today: dt.date) -> Profile:
    """The stage of a document on a day."""
    workspace = loaded(text)
    [item] = workspace.valid.values()
    return profile_of(workspace, item, today)


def with_status(status: str) -> str:
    """The small promise with a status."""
    return f"{PROMISE}status: {status}\n"


@each(
    [
        (PROMISE, BEFORE, "granskning"),
        (PROMISE, DURING, "granskning"),
        (PROMISE, dt.date(2024, 12, 31), "granskning"),
        (PROMISE, dt.date(2025, 1, 1), "arkiv"),
        (with_status("antaget"), DURING, "granskning"),
        (with_status("antaget"), AFTER, "arkiv"),
        (with_status("utkast"), BEFORE, "utkast"),
        (with_status("utkast"), AFTER, "utkast"),
        (with_status("ersatt"), DURING, "arkiv"),
        (with_status("upphävt"), DURING, "arkiv"),
        (PROMISE.replace("till: 2024-12-31", "tills_vidare: ja"), dt.date(2090, 1, 1), "granskning"),
        (FOLLOW_UP, AFTER, "granskning"),
        (FOLLOW_UP + "status: utkast\n", AFTER, "utkast"),
        (DIALOGUE, AFTER, "granskning"),
        (FOLLOW_UP + "avser: {från: 2024-09, till: 2024-12}\n", AFTER, "granskning"),
    ]
)
def test_the_stage_follows_from_status_and_period(text: str, today: dt.date, stage: Profile) -> None:
    assert stage == profile(text, today)


@pytest.mark.parametrize(("status", "today"), [("utkast", DURING), ("antaget", DURING), ("antaget", AFTER)])
def test_auto_is_the_profile_of_the_stage(status: str, today: dt.date) -> None:
    workspace = loaded(with_status(status))
    stage = profile(with_status(status), today)

    assert lint(workspace, today=today, profile=stage) == lint(workspace, today=today)


def test_auto_chooses_for_each_document_by_itself() -> None:
    workspace = exempelby()
    found = lint(workspace, today=DURING)
    apart = [
        diagnostic
        for item in workspace.valid.values()
        for diagnostic in lint(workspace, today=DURING, profile=profile_of(workspace, item, DURING))
        if diagnostic.file == item.file
    ]

    assert sorted(apart, key=lambda d: d.order) == found


def fired(workspace: Workspace, stage: Profile, today: dt.date = DURING) -> list[Diagnostic]:
    """What the rules say under a profile."""
    return lint(workspace, today=today, profile=stage)


@each(PROFILES)
def test_only_rules_of_the_profile_speak(stage: Profile) -> None:
    at_stage = {rule.code for rule in RULES if stage in rule.stages}

    assert {d.code for d in fired(loaded(PROMISE), stage)} <= at_stage


def test_what_review_finds_publishing_finds_too_and_never_milder() -> None:
    for folder in (EXEMPELBY,):
        workspace = load(["promises"], folder)
        review, publishing = (fired(workspace, stage) for stage in ("granskning", "publicering"))
        mild = {(d.code, d.file, d.route, d.span): SEVERITIES.index(d.severity) for d in review}

        for diagnostic in publishing:
            here = (diagnostic.code, diagnostic.file, diagnostic.route, diagnostic.span)
            assert SEVERITIES.index(diagnostic.severity) <= mild.get(here, 3)
        assert mild.keys() <= {(d.code, d.file, d.route, d.span) for d in publishing}


def stages(profile: Profile) -> set[str]:
    """The codes of the rules that run under a profile."""
    return {rule.code for rule in RULES if profile in rule.stages}


def test_a_draft_is_only_shown_what_is_certainly_wrong() -> None:
    assert {"T01", "K06"} <= stages("utkast")
    assert set() == stages("utkast") & {"M01", "U01", "U03", "W01", "W05", "T04", "A02"}


def test_review_and_publishing_run_every_rule() -> None:
    everything = {rule.code for rule in RULES}

    assert everything == stages("granskning") == stages("publicering")


def test_an_archive_is_not_shown_what_can_no_longer_be_done() -> None:
    assert set() == stages("arkiv") & {"R04", "M01"}
    assert {"T01", "T04", "T06", "K06", "P01", "P02"} <= stages("arkiv")


@each(RULES, lambda rule: rule.code)
def test_a_rule_is_never_graver_earlier_or_in_the_archive(rule: Rule) -> None:
    grave = {stage: SEVERITIES.index(severity) for stage, severity in rule.stages.items()}

    assert grave["publicering"] <= grave["granskning"]
    assert grave.get("utkast", 9) >= grave["granskning"]
    assert grave.get("arkiv", 9) >= grave["granskning"]


def test_the_first_look_at_a_new_draft_is_calm() -> None:
    value = plain(PROMISE)
    assert "åtaganden" in value

    assert fired(loaded(with_status("utkast")), "utkast") == []
    assert lint(loaded(with_status("utkast")), today=DURING) == []


def test_the_day_is_the_one_that_was_given() -> None:
    late = [d for d in lint(exempelby(), today=dt.date(2024, 10, 1), profile="granskning") if d.code == "U03"]
    early = [d for d in lint(exempelby(), today=dt.date(2024, 1, 2), profile="granskning") if d.code == "U03"]

    assert len(early) <= len(late)
