"""Evidence as sentences for residents: no field names, ids or arrows."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from medborgarlofte.diff.commitment import JOINED
from medborgarlofte.diff.describe import CAME, QUOTED, WENT, field_name, initial, is_long, value
from medborgarlofte.diff.kinds import look_of_change
from medborgarlofte.diff.model import Change, Evidence, Worded
from medborgarlofte.i18n import Language, Text
from medborgarlofte.model.record import TOGETHER


class Words(NamedTuple):
    """Some words of a sentence."""

    text: str
    own: bool
    """Whether they are the document's own, which are Swedish in either language."""


BEFORE: Final = Text("förut", "before")
"""What the time of the older document is called where its year does not tell it apart."""


def then_of(old_year: str, new_year: str) -> Text:
    """What the time of the older document is called: its year, where the newer one has another."""
    return BEFORE if not old_year or old_year == new_year else Text(old_year, f"in {old_year}")


def change_sentences(
    change: Change, lang: Language, then: Text, shown: Sequence[str] = ()
) -> list[list[Words]]:
    """What a change of a commitment means, one sentence for each difference, weakened first.

    ”Minst 90 kvällar. 2025 var det minst 100.” `shown` are texts that stand beside it.
    """
    if not change.old or not change.new:
        return []
    if len(change.old) > 1 or len(change.new) > 1:
        return [[Words(_several(change)[lang], own=False)]]
    seen = [
        sentence(piece, lang, then, shown)
        for piece in change.evidence
        if not piece.is_wording_alone and not piece.is_internal
    ]
    if seen or change.kind == "kept":
        return seen
    return [[Words(_ONLY_WORDS[look_of_change(change) == "text"][lang], own=False)]]


def change_summary(change: Change, lang: Language, then: Text, shown: Sequence[str] = ()) -> str:
    """What makes a change what it is called, in one text: of a weaker one what is weaker."""
    look = look_of_change(change)
    if look == "new":
        return Text(f"Fanns inte {then.sv}.", f"Was not there {then.en}.")[lang]
    effect = {"weaker": "weakened", "sharper": "sharpened"}.get(look)
    pieces = tuple(piece for piece in change.evidence if effect in (None, piece.effect))
    said = change_sentences(replace(change, evidence=pieces), lang, then, shown)
    return " ".join("".join(word.text for word in words) for words in said)


_ONLY_WORDS: Final = (
    Text("Orden är ändrade.", "The words have changed."),
    Text("Andra ord, men lika mycket lovas.", "Other words, but as much is promised."),
)


def _several(change: Change) -> Text:
    old, new = len(change.old), len(change.new)
    if old == 1:
        return Text(f"Ett åtagande har blivit {new}.", f"One commitment has become {new}.")
    return Text(
        f"{old} åtaganden har blivit {'ett' if new == 1 else new}.",
        f"{old} commitments have become {'one' if new == 1 else new}.",
    )


def sentence(piece: Evidence, lang: Language, then: Text = BEFORE, shown: Sequence[str] = ()) -> list[Words]:
    """”Minst 90 kvällar. 2025 var det minst 100.”; of most fields with what they are called in front."""
    if place := _place_or_group(piece):
        return sentence(place, lang, then)
    writer = _WRITERS.get(piece.field)
    template = (writer(piece) if writer else _change(piece, shown))[lang]
    old, new = (value(one, lang).removesuffix(".") for one in (piece.old, piece.new))
    if old.endswith(_WHOLE_PERIOD[lang]) and new.endswith(_WHOLE_PERIOD[lang]):
        old, new = (side.removesuffix(_WHOLE_PERIOD[lang]) for side in (old, new))
    own = {
        "old": _without_same_end(old, new) if piece.field in _MEASURED else old,
        "new": new,
        "name": value(piece.old if piece.new is None else piece.new, lang),
    }
    ours = {"label": _label(piece, lang), "then": then[lang], "Then": initial(then[lang])}
    words, said = [], ""
    for number, part in enumerate(_FIELD.split(template)):
        if number % 2 == 0 or part in ours:
            said += ours[part] if number % 2 else part
            continue
        words += [Words(said, own=False)] if said else []
        words.append(Words(own[part], own=True))
        said = ""
    words += [Words(said, own=False)] if said else []
    return [words[0]._replace(text=initial(words[0].text)), *words[1:]]


_FIELD: Final = re.compile(r"\{(\w+)\}")
_WHOLE_PERIOD: Final = Text(" under perioden", " during the period")
"""What goes without saying where it holds for both."""


def _label(piece: Evidence, lang: Language) -> str:
    if piece.field == "senast":
        return Text("senast", "by")[lang]
    effect = _OF_A_GOAL.get(piece.effect) if piece.field.startswith("effektmål") else None
    return f"{field_name(piece, lang)} ({effect[lang]})" if effect else field_name(piece, lang)


_OF_A_GOAL: Final = {"weakened": Text("svagare", "weaker"), "sharpened": Text("skarpare", "sharper")}
"""Effects that no heading gives, because goals are listed with what else has changed."""


_MEASURED: Final = ("mål", "senast", "tid")
"""Fields whose values say what they are about, so that the name of the field is left out."""


def _without_same_end(old: str, new: str) -> str:
    """”minst 100” of ”minst 100 kvällar”, where the new value ends with the same words."""
    before, after = old.split(" "), new.split(" ")
    same = 0
    while same < min(len(before), len(after)) - 1 and before[-1 - same] == after[-1 - same]:
        same += 1
    kept = " ".join(before[: len(before) - same])
    return kept if re.search(r"\d\S*$", kept) else old


def _change(piece: Evidence, shown: Sequence[str]) -> Text:
    if piece.is_item:
        verb = WENT if piece.new is None else CAME
        sv, en = QUOTED.sv.format("{name}"), QUOTED.en.format("{name}")
        return Text(f"{{label}}: {sv} {verb.sv}.", f"{{label}}: {en} {verb.en}.")
    if piece.old in shown or piece.new in shown or is_long(piece):
        return Text("{label}: ordalydelsen är ändrad.", "{label}: the wording has changed.")
    label = {"mål": "", "tid": "", "senast": "{label} "}.get(piece.field, "{label}: ")
    if piece.old in (None, ()):
        return Text(f"{label}{{new}}. Det stod inte {{then}}.", f"{label}{{new}}. It was not there {{then}}.")
    if piece.new in (None, ()):
        return Text(
            f"{{Then}} stod det {label.lower()}{{old}}. Det gör det inte längre.",
            f"{{Then}} it said {label.lower()}{{old}}. It no longer does.",
        )
    return Text(f"{label}{{new}}. {{Then}} var det {{old}}.", f"{label}{{new}}. {{Then}} it was {{old}}.")


def _party(piece: Evidence) -> Text:
    if piece.old is None:
        return Text(
            "{new} lovar det. {Then} stod det inte vem.", "{new} promises it. {Then} nobody was named."
        )
    if piece.new is None:
        return Text(
            "{Then} lovade {old} det. Nu står det inte vem.", "{Then} {old} promised it. Now nobody is named."
        )
    after, before = (
        Text(" tillsammans", " together") if _is_joint(piece.new) else Text("", ""),
        Text(" ensam", " alone") if _is_joint(piece.new) and not _is_joint(piece.old) else Text("", ""),
    )
    return Text(
        f"{{new}} lovar det{after.sv}. {{Then}} lovade {{old}} det{before.sv}.",
        f"{{new}} promises it{after.en}. {{Then}} {{old}} promised it{before.en}.",
    )


def _is_joint(side: Any) -> bool:
    ids = side.value if isinstance(side, Worded) else ()
    return len(ids) > 1 and TOGETHER not in ids


def _joined(_piece: Evidence) -> Text:
    return Text("{new} lovar nu också det här.", "{new} now promises this too.")


def _lead(piece: Evidence) -> Text:
    if piece.new is None:
        return Text(
            "{Then} ledde {old} arbetet. Nu står det inte vem.", "{Then} {old} led it. Now nobody is named."
        )
    if piece.old is None:
        return Text(
            "{new} leder arbetet. {Then} stod det inte vem.", "{new} leads it. {Then} nobody was named."
        )
    return Text("{new} leder arbetet. {Then} var det {old}.", "{new} leads it. {Then} it was {old}.")


def _period(piece: Evidence) -> Text:
    if None in (piece.old, piece.new):
        return _change(piece, ())
    return Text("{label}: {new}. Det förra gällde {old}.", "{label}: {new}. The former applied {old}.")


def _scope(piece: Evidence) -> Text:
    """What is covered, of texts that stand beside it."""
    return {
        "weakened": Text("det omfattar mindre än {then}.", "it covers less than {then}."),
        "sharpened": Text("det omfattar mer än {then}.", "it covers more than {then}."),
        "neutral": Text("det omfattar något annat än {then}.", "it covers something else than {then}."),
    }[piece.effect]


def _wording(piece: Evidence) -> Text:
    """Obligation, of texts that stand beside it."""
    more = Text("mer", "more") if piece.effect == "sharpened" else Text("mindre", "less")
    return Text(
        f"orden är {more.sv} bindande än {{then}}.", f"the words are {more.en} binding than {{then}}."
    )


_WRITERS: Final[Mapping[str, Callable[[Evidence], Text]]] = {
    "part": _party, JOINED: _joined, "leds_av": _lead, "omfattning": _scope, "text": _wording, "period": _period,
}  # fmt: skip

_PLACE_AND_GROUP: Final = {
    "plats: ": Text("plats", "place"),
    "målgrupp: ": Text("för vilka", "for whom"),
}


def _place_or_group(piece: Evidence) -> Evidence | None:
    """The evidence with the name of a place or a group for “omfattning”."""
    for prefix, label in _PLACE_AND_GROUP.items():
        sides = [
            side.removeprefix(prefix) if isinstance(side, str) else side for side in (piece.old, piece.new)
        ]
        if piece.field == "omfattning" and sides != [piece.old, piece.new]:
            return replace(piece, field=label.sv, old=sides[0], new=sides[1], label=label)
    return None
