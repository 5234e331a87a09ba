"""Lint rules."""

from importlib import import_module
from typing import Final

from medborgarlofte.rules.rule import Rule

MODULES: Final = (
    "s01_missing_core_part", "s02_too_broad", "s03_orphan_link", "s04_duplicate_commitment",
    "r01_no_agreement", "r02_outside_agreement", "r03_no_evidence", "r04_stale_picture",
    "r05_foreign_municipality", "r06_chain_gap", "r07_claim_without_source", "r08_unstated_continuation",
    "t01_impossible_date", "t02_imprecise_period", "t03_outlives_agreement", "t04_signed_late",
    "t05_conflicting_publications", "t06_relative_time", "t07_length_differs", "t08_due_outside_period",
    "m01_no_measure", "m02_vague_verb", "m03_lost_quantity", "m04_goal_without_baseline",
    "m05_unscoped_effort", "m06_hidden_reservation", "m07_absolute_goal", "m08_number_differs",
    "m09_more_than_possible",
    "a01_joint_without_lead", "a02_no_responsible_function", "a03_one_sided", "a04_signatory_role",
    "a05_no_party", "a06_other_party_in_text",
    "u01_no_follow_up_plan", "u02_vague_feedback", "u03_follow_up_overdue", "u04_follow_up_incomplete",
    "u05_figure_against_status", "u06_reworded_since_report", "u07_figure_without_counting",
    "u08_figure_lowered", "u09_exact_exceeded", "u10_dated_ahead", "u11_text_against_figure",
    "u12_figure_for_no_target",
    "k01_long_sentence", "k02_lix_high", "k03_abbreviation", "k04_passive_no_agent",
    "k05_heavy_or_archaic", "k06_extraction_residue",
    "p01_direct_personal_contact", "p02_sensitive_or_identifying",
    "w01_not_public", "w02_pdf_only", "w03_volatile_url", "w05_no_registration", "w06_page_differs",
)  # fmt: skip
"""The module of each rule, in the order of the catalogue."""

RULES: Final[tuple[Rule, ...]] = tuple(import_module(f"{__name__}.{name}").RULE for name in MODULES)
