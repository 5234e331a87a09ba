"""The least that a check of many documents can cost: read with places, validate, look up references, forget each again."""

import sys
from pathlib import Path

from medborgarlofte.model.kinds import spellings
from medborgarlofte.model.references import ACROSS, values_of
from medborgarlofte.model.validation import validate
from medborgarlofte.source.reader import read


def main() -> None:
    """Print how many documents there are in the folder, how many are sound, and how many references lead nowhere."""
    root = Path(sys.argv[1])
    ids, named, count, sound = set(), set(), 0, 0
    for path in root.rglob("*.yaml"):
        value, source, findings = read(path.read_bytes(), spellings())
        document, _, problems, _ = validate(value) if source.root is not None else (None, value, [], ())
        ids.add(path.relative_to(root).with_suffix("").as_posix())
        for rule in ACROSS.get(value.get("dokument", ""), ()):
            named.update(written.partition("#")[0] for _, written in values_of(value, rule.field))
        count += 1
        sound += document is not None and not findings and not problems
    sys.stdout.write(f"{count} {sound} {len(named - ids)}\n")


if __name__ == "__main__":
    main()
