"""Explanation of a code (`validate --explain`)."""

import textwrap

from medborgarlofte import load
from medborgarlofte.diagnostic import SEVERITY_WORDS
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Language, Text
from medborgarlofte.messages import Notice, without_fields
from medborgarlofte.model import config_file
from medborgarlofte.model.messages import NOTICES as FORM_NOTICES
from medborgarlofte.model.value_messages import NOTICES as VALUE_NOTICES
from medborgarlofte.report.check.result import REMEDY, WHY
from medborgarlofte.report.formats import wrap
from medborgarlofte.rules import RULES, engine, settings
from medborgarlofte.rules.rule import PROFILES, Rule
from medborgarlofte.source import file_messages
from medborgarlofte.source.messages import NOTICES as READING_NOTICES
from medborgarlofte.source.syntax_messages import NOTICES as SYNTAX_NOTICES
from medborgarlofte.suggestions import did_you_mean

SCHEMA_NOTICES: tuple[Notice, ...] = (
    *file_messages.NOTICES, *SYNTAX_NOTICES, *READING_NOTICES, *FORM_NOTICES, *VALUE_NOTICES,
    *config_file.NOTICES, *load.NOTICES, *engine.NOTICES, *settings.NOTICES,
)  # fmt: skip


def notices() -> dict[str, Notice]:
    """Every notice by its code."""
    return {notice.code: notice for notice in (*SCHEMA_NOTICES, *RULES)}


def explain(code: str, *, lang: Language, width: int) -> str:
    """Texts, stages and examples of a code. Raises LofteError for an unknown code."""
    known = notices()
    notice = known.get(code.upper())
    if notice is None:
        raise LofteError(
            Text(f"Koden ”{code}” finns inte.", f"There is no code “{code}”."),
            did_you_mean(code.upper(), known),
        )
    parts = [f"{notice.code} {notice.name}"]
    for label, text in ((None, notice.message), (WHY, notice.why), (REMEDY, notice.help)):
        sentence = without_fields(text[lang])
        parts.append("\n".join(wrap(f"{label[lang]}: {sentence}" if label else sentence, width)))
    if isinstance(notice, Rule):
        parts += _rule_sections(notice, lang)
    return "\n\n".join(parts) + "\n"


def _rule_sections(rule: Rule, lang: Language) -> list[str]:
    stages = ", ".join(f"{p}: {SEVERITY_WORDS[rule.stages[p]][lang]}" for p in PROFILES if p in rule.stages)
    return [
        f"{_STAGES[lang]} {stages}",
        f"{_REPORTED[lang]}\n{textwrap.indent(rule.bad.rstrip(), '    ')}",
        f"{_NOT_REPORTED[lang]}\n{textwrap.indent(rule.good.rstrip(), '    ')}",
        f"{_SOURCE[lang]} {rule.source}",
        _WAIVE[lang].replace("M01", rule.code),
    ]


_STAGES = Text("Gäller:", "Applies:")
_REPORTED = Text("Så här blir det fynd:", "Reported:")
_NOT_REPORTED = Text("Så här är det bra:", "Not reported:")
_SOURCE = Text("Källa:", "Source:")
_WAIVE = Text(
    'Lägga åt sidan: undantag: [{regel: M01, var: åtaganden/K1, skäl: "…"}]',
    'Waive it: undantag: [{regel: M01, var: åtaganden/K1, skäl: "…"}] (regel = rule, var = where, skäl = reason)',
)
