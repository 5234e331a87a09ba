"""Precision and recall of each rule on the labelled texts in tests/labelled; `--write` puts the table in docs."""

import argparse
import datetime as dt
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import expression_kinds
import yaml

from medborgarlofte.diff.document import compare
from medborgarlofte.load import Workspace, load
from medborgarlofte.rules import RULES
from medborgarlofte.rules.engine import lint
from medborgarlofte.source.finding import Severity

LABELLED = Path(__file__).parents[1] / "tests" / "labelled"
TABLE = Path(__file__).parents[1] / "docs" / "precision.md"
TODAY = dt.date(2024, 6, 1)
SETS = {
    "training": "",
    "development": "-2",
    "third": "-3",
    "fourth": "-4",
    "fifth": "-5",
    "sixth": "-6",
    "seventh": "-7",
}
"""Suffixes of the files of each set; all have been used while the rules were written."""
COMMITMENT_RULES = ["M01", "M02", "M05", "M06", "A01", "A02", "K01", "K03", "K04", "K05", "T06"]
PARAGRAPH_RULES = ["R05", "R07", "T01", "T06", "M06", "M07", "K01", "K03", "K05", "K06", "P02"]


class Miss(NamedTuple):
    """A rule that fired where it should not, or the other way."""

    rule: str
    kind: str
    text: str


class Tally(NamedTuple):
    """What came out of the labelled sets."""

    right: Counter[str]
    wrong: Counter[str]
    missed: Counter[str]
    misses: list[Miss]

    def precision(self, rule: str) -> float:
        """Of the times it fired, how many were deserved."""
        fired = self.right[rule] + self.wrong[rule]
        return self.right[rule] / fired if fired else 1.0

    def recall(self, rule: str) -> float:
        """Of the times it was deserved, how many it fired."""
        deserved = self.right[rule] + self.missed[rule]
        return self.right[rule] / deserved if deserved else 1.0


def measure(*suffixes: str, folder: Path = LABELLED) -> Tally:
    """Run every rule on every labelled text of the sets; of all sets when none is named."""
    tally = Tally(Counter(), Counter(), Counter(), [])
    for suffix in suffixes or tuple(SETS.values()):
        for codes, judged, must, text in cases(suffix, folder):
            for rule in judged:
                _count(tally, rule, deserved=rule in must, fired=rule in codes, text=text)
    return tally


def _count(tally: Tally, rule: str, *, deserved: bool, fired: bool, text: str) -> None:
    if deserved and fired:
        tally.right[rule] += 1
    elif fired:
        tally.wrong[rule] += 1
        tally.misses.append(Miss(rule, "wrong", text))
    elif deserved:
        tally.missed[rule] += 1
        tally.misses.append(Miss(rule, "missed", text))


def cases(suffix: str = "", folder: Path = LABELLED) -> Iterator[tuple[set[str], set[str], set[str], str]]:
    """For each labelled text: the codes that fired, those that are judged, those that are deserved, and the text.

    A code that a careful reader could judge either way (`arguable`) is not judged.
    """
    for item in _read(folder / f"commitments{suffix}.yaml"):
        judged = set(COMMITMENT_RULES) - set(item.get("arguable", ()))
        yield _fired(_with_commitment(item)), judged, set(item["rules"]), item["text"]
    for item in _read(folder / f"paragraphs{suffix}.yaml"):
        document = _base()
        document["inledning"] = item["text"]
        agreement = _agreement(item["text"])
        codes = _fired(document) | (_fired(agreement) & {"M06"})
        judged = set(PARAGRAPH_RULES) - set(item.get("arguable", ()))
        yield codes, judged, set(item["rules"]), item["text"]
    for item in _read(folder / "documents.yaml") if not suffix else []:
        fired = _fired(item["document"])
        must, must_not = set(item["must"]), set(item["must_not"])
        yield fired, must | must_not, must, item["name"]


def _read(path: Path) -> list[dict[str, Any]]:
    """The items of a file of labels; none where another folder lacks it."""
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    return found


def _fired(document: dict[str, Any]) -> set[str]:
    """The codes that fire on a document alone in its folder, under the profile granskning."""
    text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False)
    workspace: Workspace = load(["-"], Path(tempfile.gettempdir()), text.encode())
    broken = {d.code for d in workspace.diagnostics if d.severity == "error" and not d.code.startswith("X")}
    if broken:
        # The schema refuses the document first; the codes that mean the same are taken as the rule.
        same = {"D17": "T01", "D10": "T01", "D06": "S01", "D04": "S01"}
        return {same.get(code, code) for code in broken}
    return {d.code for d in lint(workspace, today=TODAY, profile="granskning") if d.waived is None}


def _base() -> dict[str, Any]:
    return {
        "dokument": "medborgarlöfte",
        "titel": "Medborgarlöfte för Exempelby 2024",
        "status": "antaget",
        "period": {"från": "2024-01-01", "till": "2024-12-31"},
        "parter": [
            {"id": "kommunen", "typ": "kommun", "namn": "Exempelby kommun", "kommunkod": "9999"},
            {"id": "polisen", "typ": "polis", "namn": "Lokalpolisområde Exempelby"},
        ],
    }


def _with_commitment(item: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": "K1",
        "part": "kommunen",
        "ansvarig": {"enhet": "Kultur- och fritidsförvaltningen", "funktion": "enhetschef"},
        "text": item["text"],
        **(item.get("fields") or {}),
    }
    goals = [{"id": goal, "text": "Fler är trygga."} for goal in _listed(fields.get("indikatorer"))]
    return {
        **_base(),
        **({"effektmål": goals} if goals else {}),
        "åtaganden": [{key: value for key, value in fields.items() if value is not None}],
    }


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _agreement(text: str) -> dict[str, Any]:
    return {
        **_base(),
        "dokument": "samverkansöverenskommelse",
        "områden": [{"id": "1", "rubrik": "Område", "text": text}],
    }


def severities() -> dict[str, Severity]:
    """How severe each rule is in review."""
    return {rule.code: rule.stages["granskning"] for rule in RULES}


def kinds(half: int) -> tuple[int, int]:
    """How many labelled pairs of commitments get their kind of change: of the even ones (0) or the odd (1)."""
    sys.path.insert(0, str(LABELLED.parent))
    promises = import_module("diff.promises_of_pairs")
    rows = [row for row in promises.PAIRS if row["kind"] not in ("new", "dropped")][half::2]
    right = 0
    for row in rows:
        [change] = compare(promises.old_promise(row["old"]), promises.new_promise(row["new"])).changes
        right += change.kind == row["kind"]
    return right, len(rows)


def table(tallies: Mapping[str, Tally]) -> str:
    """The page as Markdown: each rule on each set."""
    levels = severities()
    sides = list(tallies.values())
    lines = [*_INTRODUCTION, f"| rule | severity |{''.join(f' {name} | P | R |' for name in tallies)}"]
    lines.append("|---|---|" + "--:|" * 3 * len(sides))
    rules = sorted({rule for tally in sides for rule in (*tally.right, *tally.wrong, *tally.missed)})
    lines += [_line(rule, levels.get(rule, ""), sides, [rule]) for rule in rules]
    grave = [rule for rule in rules if levels.get(rule) in ("error", "warning")]
    lines += [_line("**errors and warnings**", "", sides, grave), _line("**all**", "", sides, rules)]
    return "\n".join(lines) + "\n"


def _line(name: str, level: str, sides: Sequence[Tally], rules: Sequence[str]) -> str:
    cells = ""
    for tally in sides:
        right, wrong, missed = (sum(part[rule] for rule in rules) for part in tally[:3])
        figures = f"{right / max(right + wrong, 1):.2f} | {right / max(right + missed, 1):.2f}"
        cells += f" {right + missed} | {figures} |" if right + wrong + missed else " 0 | | |"
    return f"| {name} | {level} |{cells}"


_INTRODUCTION = [
    "# Precision and recall of the rules",
    "",
    "Measured by `python benchmarks/lint_precision.py --write` on the texts in `tests/labelled`, which were labelled from",
    "the catalogue before any rule was run on them. A rule is judged only on texts whose labels speak of it.",
    "",
    "All sets have been used while the rules and the word classes of `language/words.toml` were written: the first",
    "(`commitments`, `paragraphs`, `documents`) as training, the others (files ending in `-2` to `-7`) as development. The figures",
    "tell whether something broke, not how unseen texts fare. For that, give a folder of texts that nobody has tuned on:",
    "`python benchmarks/lint_precision.py --folder PATH`.",
    "",
    "What came out when each set was first met, precision and recall; the third and later ones are written by others who had seen",
    "neither the word classes nor the code, and each has corrected them since. The parts of the sixth are a rural municipality, a",
    "communicator, schools and housing (these three asked for as many ways to say it as possible), and sentences in the manner and",
    "proportions of published promises. `kinds` are kinds of change in pairs, `pairing` is the F1 of matched commitments.",
    "",
    "| set | M01 | M02 | M06 | T06 | expressions | kinds | pairing |",
    "|---|---|---|---|---|---|--:|--:|",
    "| third | 1.00 0.96 | 0.96 0.96 | 0.91 0.96 | 1.00 0.95 | 0.91 0.92 | 50 of 50 | 0.69 |",
    "| fourth | 0.99 0.97 | 0.94 0.60 | 0.94 0.75 | 1.00 0.86 | 0.95 0.88 | 54 of 55 | 0.80 |",
    "| fifth | 0.99 0.97 | 1.00 0.79 | 1.00 0.68 | 1.00 0.80 | 0.87 0.80 | 51 of 55 | 0.89 |",
    "| sixth, rural | 1.00 0.99 | 0.92 0.90 | 0.96 0.66 | 1.00 0.96 | 0.95 0.85 | 92 of 96 | 0.82 |",
    "| sixth, communicator | 0.98 0.99 | 0.98 0.69 | 0.98 0.60 | 0.96 0.98 | 0.91 0.89 | 98 of 110 | 0.84 |",
    "| sixth, schools | 0.97 0.99 | 1.00 0.79 | 0.92 0.79 | 0.96 1.00 | 0.95 0.91 | 99 of 113 | 0.82 |",
    "| sixth, as published | 0.99 0.99 | 0.90 0.98 | 0.98 0.96 | 1.00 0.98 | 0.95 0.94 | 86 of 89 | 1.00 |",
    "| sixth, as published, another author | 1.00 1.00 | 0.84 0.96 | 0.93 0.93 | 1.00 0.98 | 0.95 0.93 | 89 of 92 | 0.92 |",
    "| seventh | 0.99 1.00 | 0.96 0.93 | 0.98 0.92 | 0.96 0.94 | 0.92 0.91 | 82 of 82 | 0.91 |",
    "| eighth, as published | 0.99 1.00 | 1.00 1.00 | 1.00 1.00 | 1.00 1.00 | | 66 of 70 | |",
    "| ninth, as published | 0.94 1.00 | 0.83 0.95 | 1.00 1.00 | 1.00 0.89 | 0.96 0.93 | 84 of 100 | 0.92 |",
    "| tenth, as published | 1.00 0.99 | 0.91 1.00 | 0.96 0.92 | 1.00 1.00 | 0.96 0.96 | 118 of 123 | 0.93 |",
    "| eleventh, police and middle-sized towns | 1.00 1.00 | 0.98 1.00 | 1.00 0.96 | 1.00 1.00 | 0.97 0.94 | 96 of 100 | 0.91 |",
    "| twelfth, districts and small towns | 0.99 0.98 | 1.00 0.89 | 1.00 0.91 | 1.00 0.95 | 0.99 0.97 | 93 of 100 | 0.93 |",
    "| thirteenth, after both had corrected | 1.00 0.96 | 1.00 0.96 | 0.97 1.00 | 1.00 1.00 | | 62 of 70 | 0.94 |",
    "",
    "All rules together had 0.98 and 0.97 on the seventh: M05, A01, A02, K01 and K03 1.00 and 1.00, K04 1.00 and 0.88, K05 1.00 and",
    "0.92. Its pairs of commitments were matched with precision 0.96 and recall 0.86. The eighth (160 commitments, 70 pairs) is not",
    "among the labelled texts; two of its four misses in pairs have been corrected since. Nor is the ninth (200 commitments, 100 pairs, 90",
    "sentences with expressions, 8 pairs of promises), whose author calls “ökad trygghet” a claim where others call it vague; six of its",
    "sixteen misses in pairs have been corrected since, and four of the five of the tenth (229 commitments, 123 pairs, 100 sentences with",
    "expressions, 8 pairs of promises), which is not among the labelled texts either. Nor are the eleventh and the twelfth (425",
    "commitments, 200 pairs, 183 sentences with expressions, 12 pairs of promises), whose misses in pairs have all been corrected since, nor",
    "the thirteenth (130 commitments, 70 pairs, 3 pairs of promises), of whose eight misses in pairs four have.",
    "",
    "Word patterns, before there was a grammar, had 0.98 and 0.96 on the first set and 0.84 and 0.75 on the second.",
    "",
    "`python benchmarks/lexicon.py` leaves out each word in turn; no word serves a single labelled text only.",
    "",
]

_KINDS = """
## Kinds of expression

Measured on `tests/labelled/expressions.yaml`, where every expression of these kinds is marked in documents of which each
belongs whole to one set. An expression is right when it has its kind and shares a word with the mark. When the grammar first
met them it had precision 0.94 and recall 0.98 on the first set, 0.93 and 0.99 on the second, 0.92 and 0.91 on the seventh.

"""


def main() -> None:
    """Print the table, and with --misses every text that was judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list the texts that were judged wrongly")
    parser.add_argument("--write", action="store_true", help="write docs/precision.md")
    parser.add_argument(
        "--folder", type=Path, help="another folder with commitments.yaml and paragraphs.yaml"
    )
    chosen = parser.parse_args()
    tallies = (
        {"other": measure("", folder=chosen.folder)}
        if chosen.folder
        else {name: measure(suffix) for name, suffix in SETS.items()}
    )
    written = table(tallies)
    if not chosen.folder:
        shares = [
            f"{name} {right} of {total}"
            for name, (right, total) in zip(SETS, map(kinds, (0, 1)), strict=False)
        ]
        written += (
            f"\nKinds of change, on the pairs in `tests/diff/pairs.yaml` (even ones training, odd ones development): "
            f"{', '.join(shares)}.\n{_KINDS}"
        )
        written += expression_kinds.table(
            {part: expression_kinds.measure(part) for part in expression_kinds.SETS}
        )
    sys.stdout.write(written)
    if chosen.misses:
        for miss in sorted(miss for tally in tallies.values() for miss in tally.misses):
            sys.stdout.write(f"{miss.rule} {miss.kind}: {miss.text}\n")
    if chosen.write:
        TABLE.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
