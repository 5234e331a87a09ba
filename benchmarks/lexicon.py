"""Leaves out each word of words.toml in turn, and lists the words that serve a single labelled text."""

import argparse
import copy
import datetime as dt
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from medborgarlofte.language import classes, tokens
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import Analysis
from medborgarlofte.language.lexicon import PARADIGMS, build, entries, words_table

ROOT: Final = Path(__file__).parents[1]
LABELLED: Final = ROOT / "tests" / "labelled"
START: Final = dt.date(2024, 1, 1)
END: Final = dt.date(2024, 12, 31)

FRAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "clause.VAGUE": ("Kommunen {} skolan.",),
    "clause.SUPPORT": ("Kommunen {} föreningar.",),
    "clause.IMPROVE": ("Kommunen {} tryggheten.",),
    "clause.CREATE": ("Kommunen {} tillit.",),
    "topic.CAMPAIGN": ("Vi startar {} Trygg på 60 minuter.", "Vi startar special{} Trygg på 60 minuter."),
    "topic.PLAN": ("Kommunen förbättrar {} på skolan.", "Kommunen förbättrar special{} på skolan."),
    "clause.NEUTRAL": ("Vi går en rond beroende på {}.",),
    "clause.CARRY": ("Vi {} ett arbete här.",),
    "clause.GOVERN": ("Ronderna {} läget.", "Läget {} antalet ronder."),
    "clause.DUTY": ("Antalet avgörs av {}.", "Antalet avgörs av special{}."),
    "clause.LACKING": ("Vi går en rond om personal {}.",),
    "clause.CENTRE": ("Kommunen {} på tryggheten.",),
    "clause.STUDY": ("Vi {} om lampor kan bytas.", "Vi {} möjligheten."),
    "clause.INVEST": ("Vi fortsätter att {} här.",),
    "clause.EFFORT": ("Aktivt {} för skolan.", "Kommunen fortsätter {} här."),
    "clause.PARTAKING": ("Vara {} i rådet.",),
    "clause.SHIFT": ("Brotten har {}.", "Brotten {}."),
    "clause.STATE": ("Brotten är {}.", "Brotten ligger på {}."),
    "clause.CHANGE": ("En {} av stölder märks.",),
    "clause.SAY": ("Vi vill att folk {} att brotten ökar.", "Enkäten {} att nio av tio är nöjda."),
    "clause.PAST": ("Brotten är råare än {}.",),
    "clause.WORK": ("Kommunen {} för trygghet.",),
    "clause.CONTRIBUTE": ("Kommunen {} till trygghet.",),
    "clause.STRIVE": ("Kommunen {} mot trygghet.",),
    "clause.AIM": ("Kommunen {} på skolan.",),
    "clause.SEE": ("Kommunen {} över rutinen.",),
    "clause.LAY": ("Vi ska {} fokus på skolan.",),
    "clause.FOCUS": ("Kommunen lägger {} på skolan.",),
    "clause.MANNER": ("Vi arbetar {} på skolan.", "Vi arbetar metod{} på skolan."),
    "clause.COOPERATE": ("Vi fortsätter {} här.",),
    "clause.CONTINUE": ("Kommunen {} den goda dialogen med skolan.",),
    "clause.RESERVED": ("Vi går en rond {} tid.",),
    "clause.CIRC": ("Vi går en rond om {} föreligger.", "Vi går en rond om skol{} föreligger."),
    "clause.ENABLE": ("Vi går en rond om bemanningen {}.",),
    "clause.PERMIT": ("Vi går en rond om skolan {}.",),
    "clause.FOUL": ("Vi går en rond om det inte {}.", "Vi går en rond om det inte är {}."),
    "clause.FAIR": ("Vi går en rond om det är {}.",),
    "clause.AVAILABLE": ("Vi går en rond inom {} ekonomiska ramar.", "Vi går en rond vid {} bemanning."),
    "clause.DEED": ("Vi ska {} samverkan.",),
    "clause.DEVIATION": ("{} kan förekomma.",),
    "clause.GUARANTEE": ("Vi kan inte {} det.", "Det är inte {}."),
    "clause.LACK": ("Vid {} är vi hemma.",),
    "clause.LOAD": ("Vid hög {} är vi hemma.", "Vid hög jour{} är vi hemma."),
    "clause.PRESUME": ("Ronderna {} att alla kommer.",),
    "clause.RESERVE": ("Vi {} oss för fel.",),
    "clause.EXCLUDED": ("Vi går en rond, larm {}.",),
    "clause.TRIGGER": ("Vid {} ringer vi.",),
    "clause.CLOSE": ("Parken kan {}.",),
    "clause.GIVE": ("Löftet {} god effekt.",),
    "clause.WELCOME": ("Löftet har {} effekt.",),
    "topic.EFFECT": ("Löftet har god {}.", "Löftet har god special{}."),
    "clause.GOOD": ("Vi går en rond om läget är {}.",),
    "clause.DEMAND": ("Vi går en rond om {} finns.",),
    "clause.UNFORESEEN": ("Vi går en rond om inget {}.",),
    "clause.CANCEL": ("Ronden kan komma att {}.",),
    "clause.PREVENT": ("Vi går en rond om jouren {}.",),
    "clause.NOW": ("Vi har {} två värdar.",),
    "clause.RECENT": ("Vi ses {} termin.", "Vi ses under {} året."),
    "clause.TIME": ("Vi ses förra {}.", "Vi ses de senaste {}."),
    "clause.RISE": ("Brotten har {}.", "Brotten {}."),
    "clause.HALVED": ("Brotten har {}.", "Brotten {}."),
    "clause.COMPARE": ("Brotten är {}.", "{} brott har skett.", "Brotten är {} förut."),
    "clause.GOAL": ("Vårt {} brotten minskar.",),
    "clause.FEEL": ("Alla ska vara {}.",),
    "clause.VISION": ("Vi har {}.", "Vi har en tydlig{}.", "Parken ska vara {}."),
    "clause.MAY": ("Vi {} besöka skolan.",),
    "topic.CRIME": ("{} har ökat.", "Bruks{} har ökat."),
    "topic.SAFETY": ("{} har ökat.", "Barns{} har ökat."),
    "topic.FEELING": ("Fler {} här.", "Fler känner sig {}.", "Det är {} nu."),
    "topic.TROUBLE": ("{} har ökat.", "Special{} har ökat."),
    "topic.CALM": ("Det har blivit {}.",),
    "topic.ABSTRACT": ("Kommunen förbättrar {} på skolan.", "Kommunen förbättrar special{} på skolan."),
    "topic.DOER": ("{} stöder elever.", "Special{} stöder elever."),
    "topic.SURVEY": ("Enligt {} är nio av tio nöjda.",),
    "topic.EFFORT": ("Vi gör {}.", "Vi gör special{}."),
    "topic.GROUP": ("Insatser mot {}.", "Insatser mot special{}."),
    "topic.PLACE": ("Insatser vid {}.", "Insatser vid special{}."),
    "topic.NEUTRAL": ("{} har ökat.",),
    "topic.OWN": ("Vi följer de två {}.",),
    "measure.NUMBERED": ("Vi ses på {} 4.",),
    "measure.YEARWORD": ("Vi möter {} 7.",),
    "measure.STREET": ("Vi ses på Ek{} 4 i maj.", "Vi ses på {} 4 kvällar."),
    "measure.EVENT": ("Vi har kvartals{}.",),
    "measure.UP": ("Vi {} turerna med tio procent.",),
    "measure.DOWN": ("Vi {} turerna med tio procent.",),
    "measure.HALVE": ("Vi {} kön.",),
    "measure.DOUBLE": ("Vi {} turerna.",),
    "measure.TRIPLE": ("Vi {} turerna.",),
}
"""Sentences of our own for each open class; a word that its frames do not need is in the wrong class."""


class Entry(NamedTuple):
    """A lemma, or an ending, in its list."""

    layer: str
    name: str
    key: str
    lemma: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form it makes."""
        return (self.lemma,) if self.key == "suffix" else tuple(PARADIGMS[self.key](self.lemma))


def labelled() -> Iterator[str]:
    """Every labelled text: commitments, paragraphs and both sides of pairs."""
    for path in sorted(LABELLED.glob("[cp]*.yaml")):
        yield from (item["text"] for item in yaml.safe_load(path.read_text(encoding="utf-8")))
    pairs = yaml.safe_load((ROOT / "tests" / "diff" / "pairs.yaml").read_text(encoding="utf-8"))
    for row in pairs:
        yield from (row[side]["text"] for side in ("old", "new") if isinstance(row[side], dict))


def verdict(text: str) -> tuple[Any, ...]:
    """What the rules and the comparison ask of a text."""
    read = Analysis(text)
    kinds = Counter(type(one).__name__ for one in read.expressions)
    asked = ("Predicate", "Reservation", "Relative", "Absolute", "Claim", "Effort", "Obligation")
    scoped = bool(kinds["Referent"]) if kinds["Effort"] else None
    bound = tuple((type(one).__name__, one.start) for one in read.measures if not isinstance(one, ex.Label))
    return (read.is_measured(START, END), *(bool(kinds[name]) for name in asked), scoped, bound)


def use(table: Mapping[str, Any]) -> None:
    """Read with another dictionary from now on."""
    lexicon = build(table)
    for module in (classes, tokens):
        module.lexicon = lambda: lexicon  # type: ignore[attr-defined]
    classes.classify.cache_clear()
    tokens._form.cache_clear()  # noqa: SLF001 - words as they are read depend on the dictionary


def without(entry: Entry) -> dict[str, Any]:
    """The table without one lemma."""
    table = copy.deepcopy(words_table())
    table[entry.layer][entry.name][entry.key].remove(entry.lemma)
    return table


def main() -> int:
    """Print the list; answer 1 when a word serves a single labelled text and no frame of its class."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--once", action="store_true", help="also list words that one labelled text rests on")
    chosen = parser.parse_args()
    texts = list(dict.fromkeys(labelled()))
    base = {text: verdict(text) for text in texts}
    folded = {text: text.casefold() for text in texts}
    single: list[tuple[Entry, str]] = []
    explained: list[tuple[Entry, str]] = []
    idle: list[Entry] = []
    for entry in map(Entry._make, entries(words_table())):
        closed = words_table()[entry.layer][entry.name].get("closed", False)
        if closed:
            continue
        frames = _frames(entry)
        before = {text: verdict(text) for text in frames}
        held = [text for text in texts if any(form in folded[text] for form in entry.forms)]
        use(without(entry))
        changed = [text for text in held if verdict(text) != base[text]]
        needed = [text for text in frames if verdict(text) != before[text]]
        use(words_table())
        if frames and not changed and not needed:
            idle.append(entry)
        if len(changed) == 1:
            (explained if needed else single).append((entry, changed[0]))
    _report(single, "serve a single labelled text and no frame of their class")
    _report(
        explained if chosen.once else [],
        "are seen in one labelled text, and work in the frames of their class",
    )
    sys.stdout.write(
        f"{len(explained)} words of open classes are seen in one labelled text and work in every frame.\n"
    )
    for entry in idle:
        sys.stdout.write(f"  idle: {entry.layer}.{entry.name} “{entry.lemma}” ({entry.key})\n")
    sys.stdout.write(f"{len(idle)} words change neither a labelled text nor a frame of their class.\n")
    return 1 if single else 0


def _frames(entry: Entry) -> list[str]:
    frames = FRAMES.get(f"{entry.layer}.{entry.name}", ())
    return [frame.format(form) for frame in frames for form in entry.forms]


def _report(found: Sequence[tuple[Entry, str]], what: str) -> None:
    by_class: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
    for entry, text in found:
        by_class[f"{entry.layer}.{entry.name}"].append((entry, text))
    if found:
        sys.stdout.write(f"{len(found)} words {what}:\n")
    for name, rows in sorted(by_class.items()):
        for entry, text in rows:
            sys.stdout.write(f"  {name} “{entry.lemma}”: {' '.join(text.split())[:90]}\n")


if __name__ == "__main__":
    raise SystemExit(main())
