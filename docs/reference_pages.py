"""Reference pages of rules, keys and tables."""

from collections.abc import Iterator
from typing import Final

from medborgarlofte.diagnostic import SEVERITY_WORDS
from medborgarlofte.exporting.columns import Column
from medborgarlofte.exporting.metadata import VIEWS
from medborgarlofte.exporting.relations import RELATIONS, Relation
from medborgarlofte.i18n import Language, Text
from medborgarlofte.messages import without_fields
from medborgarlofte.model.kinds import KINDS, keys, records
from medborgarlofte.report.explanation import SCHEMA_NOTICES
from medborgarlofte.rules import RULES
from medborgarlofte.rules.rule import PROFILES, Rule


def rules_page(lang: Language) -> str:
    """Every rule with texts, examples and source."""
    return "\n".join(_rules(lang)) + "\n"


def _rules(lang: Language) -> Iterator[str]:
    yield f"# {Text('Regler', 'Rules')[lang]}"
    yield ""
    yield Text(
        "Den här sidan är gjord av reglerna själva med `python docs/generate.py`. Exemplen byter ut nycklar i "
        "`docs/exempel/promises/exempelby/`; en tom nyckel betyder att den tas bort.",
        "This page is generated from the rules by `python docs/generate.py`. The examples replace keys in "
        "`docs/exempel/promises/exempelby/`; an empty key means that it is removed.",
    )[lang]
    for rule in RULES:
        yield from [
            "",
            f"## {rule.code} {rule.name}",
            "",
            f"**{_plain(rule.message, lang)}**",
            "",
            _plain(rule.why, lang),
        ]
        yield from ["", _plain(rule.help, lang), "", _stages(rule, lang), ""]
        yield from _example(Text("Ger fynd:", "Reported:")[lang], rule.bad)
        yield from _example(Text("Ger inget:", "Not reported:")[lang], rule.good)
        yield f"{Text('Källa', 'Source')[lang]}: {rule.source}"
    yield from ["", f"## {Text('Lägga ett fynd åt sidan', 'Waiving a finding')[lang]}", ""]
    yield Text(
        "Skriv ett undantag med skäl i dokumentet. Fyndet syns kvar i JSON och SARIF, men räknas inte.",
        "Write a waiver with its reason in the document. The finding remains in JSON and SARIF, but is not counted.",
    )[lang]
    yield from [
        "",
        "```yaml",
        "undantag:",
        "  - regel: M01",
        "    var: åtaganden/K1",
        "    skäl: Antalet styrs av lägesbilden.",
        "```",
    ]
    yield from ["", f"## {Text('Fel i filens form', 'Format errors')[lang]}", ""]
    for notice in sorted(SCHEMA_NOTICES, key=lambda n: n.code):
        yield f"- **{notice.code} {notice.name}**: {_plain(notice.message, lang)} {_plain(notice.why, lang)}"


def _plain(text: Text, lang: Language) -> str:
    return without_fields(text[lang])


def _stages(rule: Rule, lang: Language) -> str:
    listed = ", ".join(f"{p} ({SEVERITY_WORDS[rule.stages[p]][lang]})" for p in PROFILES if p in rule.stages)
    return f"{Text('Gäller vid', 'Applies at')[lang]}: {listed}."


def _example(label: str, yaml: str) -> Iterator[str]:
    lines = yaml.rstrip().splitlines()
    yield from [label, "", "```yaml", *(lines if len(lines) <= 14 else [*lines[:6], "  …"]), "```", ""]


def keys_page() -> str:
    """Every key with its description, in Swedish."""
    lines = [
        "# Nycklar",
        "",
        "Den här sidan är gjord av formatet självt med `python docs/generate.py`. Nycklar med * måste finnas.",
    ]
    kinds: dict[object, str] = {kind: kind.LABEL.sv for kind in KINDS}
    for record in records():
        heading = kinds.get(record)
        users = [
            f"`{key}`" for owner in records() for key, field in keys(owner).items() if record is field.record
        ]
        lines += [
            "",
            f"## {heading or ', '.join(dict.fromkeys(users))}",
            "",
            "| nyckel | innehåll |",
            "|---|---|",
        ]
        for key, field in keys(record).items():
            star = " *" if field.info.is_required() else ""
            lines.append(f"| `{key}`{star} | {field.description.replace('|', chr(92) + '|')} |")
    return "\n".join(lines) + "\n"


def tables_page() -> str:
    """Markdown page of tables, columns, keys and types."""
    parts = [_TABLES, *(_table(relation) for relation in RELATIONS), "## Vyer i SQLite\n"]
    rows = [f"| `{name}` | {about}. |" for name, (about, _) in VIEWS.items()]
    return "\n".join([*parts, "| vy | vad den visar |\n|---|---|", *rows]) + "\n"


_TABLES: Final = """# Tabeller i exporten

Skriven av `docs/generate.py`. `lofte export --format sqlite|parquet|csv|json` skriver samma rader i alla format. Hur de används står i
[data.md](data.md).

Typer: `text` (string, TEXT), `integer` (64 bitar), `number` (double, REAL), `boolean` (i CSV true och false, i SQLite 1 och 0), `date`
(i CSV, JSON och SQLite ÅÅÅÅ-MM-DD). En nyckel är fet. Kolumner med \\* har alltid ett värde.
"""


def _table(relation: Relation) -> str:
    lines = [
        f"## {relation.name}\n",
        f"{relation.about}.\n",
        "| kolumn | typ | vad den innehåller |",
        "|---|---|---|",
    ]
    lines += [_table_row(field, relation) for field in relation.fields]
    if relation.references:
        lines.append("")
    lines += [
        f"- `{', '.join(one.fields)}` → `{one.table}` (`{', '.join(one.target)}`)"
        for one in relation.references
    ]
    return "\n".join([*lines, ""])


def _table_row(field: Column, relation: Relation) -> str:
    name = f"**`{field.name}`**" if field.name in relation.key else f"`{field.name}`"
    mark = r" \*" if field.required else ""
    return f"| {name}{mark} | {'text' if field.type == 'string' else field.type} | {field.about} |"
