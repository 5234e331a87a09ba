"""Builders of counts, shares, changes and scope."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal

from medborgarlofte.language import expressions as ex
from medborgarlofte.language.calendar import SEASONS
from medborgarlofte.language.classes import PREPOSITIONS, Token
from medborgarlofte.language.expressions import Bounds, Expression
from medborgarlofte.language.match import Match, joined
from medborgarlofte.language.values import limited, parse_bounds, parse_number, parse_rate
from medborgarlofte.units import BY_NAME

Direction = Literal["up", "down"]
_FACTORS: Final[Mapping[str, tuple[Direction, float]]] = {
    "HALVE": ("down", 0.5),
    "DOUBLE": ("up", 1.0),
    "TRIPLE": ("up", 2.0),
}


def build_change(match: Match) -> Expression | None:
    return _CHANGES[match.argument](match)


def _from(match: Match) -> Expression | None:
    was, becomes = match.bounds("was"), match.bounds("becomes")
    if was is None or becomes is None or was.low is None or becomes.low is None:
        return None
    down = becomes.low < was.low
    if any(token.name == "PERCENT" for token in match.all):
        was, becomes = was.scaled(0.01), becomes.scaled(0.01)
    unit = joined(match.group("unit2", "unit"))
    return ex.Change(direction="down" if down else "up", was=was, becomes=becomes, unit=unit, **match.span)


def _to(match: Match) -> Expression:
    return ex.Change(
        direction=_direction(match),
        becomes=match.bounds("becomes", "becomes2"),
        unit=joined(match.group("unit", "unit2")),
        **match.span,
    )


def _by(match: Match) -> Expression | None:
    verb, part, unit = match.group("factor", "verb", "verb2")[0], match.group("part"), match.group("unit")
    if verb.norm.endswith(("t", "ts")) and any(t.norm in ("har", "hade") for t in match.before(3)):
        return None  # “har halverats” is what was
    if verb.name in _FACTORS:
        direction, by = _FACTORS[verb.name]
        return ex.Change(direction=direction, by=Bounds(by, by), is_share=True, **match.span)
    bounds = Bounds(1 / part[0].word.value, 1 / part[0].word.value) if part else match.bounds("by")
    if bounds is None:
        return None
    percent = bool(unit) and unit[0].name in ("PERCENT", "POINTS")
    return ex.Change(
        direction=_direction(match), by=bounds.scaled(0.01) if percent else bounds,
        is_share=bool(part) or percent, unit=joined(unit), **match.span,
    )  # fmt: skip


def _longer(match: Match) -> Expression | None:
    bounds, [time], [how] = match.bounds("by"), match.group("unit"), match.group("longer")
    if bounds is None or (how.norm in ("tidigare", "senare") and time.word.value >= 1):
        return None  # “två år tidigare” is when
    up = how.norm in ("längre", "senare")
    return ex.Change(direction="up" if up else "down", by=bounds, unit=time.norm, **match.span)


def _direction(match: Match) -> Direction:
    return "down" if match.group("verb", "verb2")[0].name == "DOWN" else "up"


_CHANGES: Final[Mapping[str, Callable[[Match], Expression | None]]] = {
    "from": _from, "to": _to, "by": _by, "longer": _longer
}  # fmt: skip
"""Builders by the argument of their row."""


# ---------------------------------------------------------------- shares and counts


def build_share(match: Match) -> Expression | None:
    of = joined([t for t in match.group("of", "of2") if t.name not in ("THE", "OWNER")])
    if match.group("percent"):
        bounds = match.bounds("amount")
        return ex.Share(bounds=bounds.scaled(0.01), of=of, **match.span) if bounds else None
    if part := match.group("part", "half"):
        count = match.group("parts")
        value = parse_number(count)[0] / part[0].word.value if count else 0.5
        return ex.Share(bounds=limited(match.group("limit"), value), of=of, **match.span)
    if match.group("whole"):
        some = 0.0 if match.group("some")[0].name == "NONE" else parse_number(match.group("some"))[0]
        whole = parse_number(match.group("whole"))[0]
        if not whole > 0 or some > whole:
            return None
        return ex.Share(
            bounds=limited(match.group("limit"), some / whole),
            of=of or joined(match.group("unit")),
            counted=(some, whole),
            **match.span,
        )
    nth = match.group("nth")
    part_of = int(nth[0].word.value) if nth else 2
    return ex.Share(bounds=limited(match.group("limit"), 1 / part_of), of=of, **match.span)


def build_count(match: Match) -> Expression | None:
    unit = match.group("unit")
    bounds = (
        limited(match.group("limit"), 1.0)
        if match.argument
        else parse_bounds(_amount(match, unit), negated=match.is_negated)
    )
    if bounds is None:
        return None
    rate = match.group("rate")
    per = parse_rate(rate)
    if rate and unit and unit[0].name != "TIMES" and rate[0].name == "ON" and _is_of_the_day(per.unit):
        return None  # “på natten” is when
    if (
        any(token.word.topic == "OWN" for token in unit)
        or _is_known(match)
        or _is_ago(match)
        or _is_while(match)
    ):
        return None
    each = match.group("each")
    span = match.span
    if not rate and not each and _is_placed(match):
        noun = _what(unit)[-1]
        if noun.name in ("UNIT", "UNITDEF"):
            return None  # “under de tre åren” is when
        if noun.word.topic in ("PLACE", "GROUP"):
            return ex.Scope(quantifier="all", noun=noun.norm, word="alla", **span)
    if each and (_is_added(match, each[0]) or (match.is_taken("each") and each[0].name != "YEARWORD")):
        return None
    if each and match.is_taken("each"):  # “i varje årskurs 7”: the label keeps its words
        span["end"] = match.all[-2].end
    if not unit and not rate and len(match.all) == 1 and _is_bare_label(match):
        return None
    return ex.Count(
        bounds=bounds, unit=_counted(unit), per=per.days, per_unit=per.unit,
        each=joined(each), is_bare=not unit, **span,
    )  # fmt: skip


def build_sum(match: Match) -> Expression | None:
    """“en gång på våren och en gång på hösten” is twice a year."""
    unit, other = (_counted(match.group(name)) for name in ("unit", "unit2"))
    first, second = match.bounds("amount"), match.bounds("amount2")
    seasons = {match.group(name)[0].norm for name in ("one", "two")}
    if first is None or second is None or other not in (unit, "") or len(seasons) == 1:
        return None
    if not all(season.startswith(tuple(SEASONS)) for season in seasons):
        return None
    total = (first.low or 0) + (second.low or 0)
    per = BY_NAME["år"]
    return ex.Count(bounds=Bounds(total, total), unit=unit, per=per.days, per_unit=per.name, **match.span)


def _counted(unit: Sequence[Token]) -> str:
    """What is counted; nothing for “gånger”, and “timmar” of “timmars arbete”."""
    if not unit or unit[0].name == "TIMES":
        return ""
    return BY_NAME[unit[0].word.unit].forms[2] if unit[0].name == "UNITOF" else joined(_what(unit))


def _is_added(match: Match, each: Token) -> bool:
    """“två besök per år och möten” promises meetings too; “per år och skola” is for each school."""
    if match.all[-2].norm == "/" and each.name == "NAME":
        return True  # “resecentrum/Stortorget”
    return (
        match.all[-2].name == "AND"
        and match.all[-1] is each
        and each.name == "NOUN"
        and each.word.topic not in ("PLACE", "GROUP")
    )


def _is_of_the_day(unit: str) -> bool:
    return bool(unit) and (unit == "dag" or BY_NAME[unit].is_part_of_day)


def _amount(match: Match, unit: Sequence[Token]) -> Sequence[Token]:
    """The amount, without the “under” of “under sex helger”, which says when."""
    amount = match.group("amount")
    during = amount[0].name == "UNDER" and bool(unit) and unit[0].word.unit in ("kväll", "helg", "natt")
    return amount[1:] if during else amount


def _is_known(match: Match) -> bool:
    """“de tre forum som finns” names what there is already."""
    before = match.before(1)
    return bool(before) and before[-1].name == "THE" and match.follows("som", ("finns", "redan"))


def _is_placed(match: Match) -> bool:
    """“i våra tre kommuner”, “på de fyra skolorna”: where something is done, which is all there are."""
    amount, before = match.group("amount"), match.before(2)
    return (
        len(amount) == 1
        and bool(match.group("unit"))
        and [token.name in names for token, names in zip(before, (_PLACING, ("THE", "OWNER")), strict=False)]
        == [True, True]
    )


_PLACING = PREPOSITIONS - {"OF", "FOR", "TO", "AFTER", "BEFORE"}


def _is_ago(match: Match) -> bool:
    """“för två månader sedan” and “sedan två månader” are when."""
    ends = match.after.norm == "sedan"
    before = match.before()
    since = any(token.word.clause == "SINCE" for token in before) and match.all[-1].name == "UNIT"
    return since or (ends and any(token.norm == "för" for token in before))


def _is_while(match: Match) -> bool:
    """“under en promenad”, “över en kopp kaffe”: while it lasts."""
    unit = match.group("unit")
    limits = {token.name for token in match.group("limit")}
    return bool(limits) and limits <= {"UNDER", "OVER"} and bool(unit) and unit[0].name == "NOUN"


def _what(tokens: Sequence[Token]) -> Sequence[Token]:
    """The counted noun and the word before it: “riktade insatser” of “särskilt riktade insatser mot trafik”."""
    words = [token for token in tokens if token.name != "OWNER" and token.norm not in _PIECES]
    head = next((n for n in range(len(words)) if not _describes(words, n)), 0)
    return words[max(head - 1, 0) : head + 1] or tokens


_PIECES: Final = frozenset(("st", "st.", "styck", "stycken"))


def _describes(words: Sequence[Token], at: int) -> bool:
    """Whether a word is an adjective, a participle or an adverb before the noun."""
    norm, topic = words[at].norm, words[at].word.topic
    adverb = (
        norm.endswith("t")
        and at + 2 < len(words)
        and words[at + 1].norm.endswith(("ade", "ande", "da", "ta"))
    )
    return at + 1 < len(words) and not topic and (norm.endswith(("a", "ade", "ande", "ende")) or adverb)


_LABELLING = frozenset(("YEARWORD", "NUMBERED", "STREET", "NAME", "SINCE", "TO", "AGE"))


def _is_bare_label(match: Match) -> bool:
    """“linje 7”, “från klockan 8 till 10”; a number after “uppgår till” counts."""
    before = match.before(2)
    amounts = any(token.norm.startswith("uppg") for token in before)
    return bool(before) and before[-1].name in _LABELLING and not amounts


def build_scope(match: Match) -> Expression | None:
    word = match.group("word", "word2", "word3")[0]
    found = match.group("noun", "noun2", "noun3")
    noun = [*itertools.takewhile(lambda token: token.word.clause != "LACKING", found)] or found
    if noun[0].word.clause == "UNFORESEEN" or (noun[0].name == "WORD" and noun[0].norm != "som"):
        return None  # “alla som anmäler” are all persons who do
    if noun[0].name == "UNIT" and noun[0].word.value >= BY_NAME["vecka"].days and noun[0].word.unit != "helg":
        return None  # “på många år” is when
    quantifier: ex.Quantifier = {"MOST": "most", "SOME": "some", "NONE": "none"}.get(word.name, "all")  # type: ignore[assignment]
    if quantifier == "none" and _is_denied_twice(match):
        quantifier = "all"
    described = [
        token
        for n, token in enumerate(noun)
        if n + 1 < len(noun) and token.norm.endswith(("a", "e")) and token.word.topic != "GROUP"
    ]
    head = (
        next((token for token in noun if len(token.norm) > 4 and token.norm.endswith(_PLURAL)), None)
        or next((token for token in noun if token.word.topic), None)
        or next((token for token in noun if token not in described), noun[-1])
    )
    span = match.span | {"end": head.end if head.norm.endswith(_PLURAL) else noun[-1].end}
    return ex.Scope(quantifier=quantifier, noun=head.norm, word=word.norm, **span)


def _is_denied_twice(match: Match) -> bool:
    """“ingen skola lämnas utan besök”: all of them get one."""
    words = (*match.all, *match.next(_CLAUSE))
    clause = itertools.takewhile(lambda token: token.name not in ("END", "COMMA"), words)
    return any(token.norm in ("utan", "sakna", "saknar") for token in clause)


_CLAUSE: Final = 12
"""How many words after its subject a clause is read."""
_PLURAL: Final = ("or", "ar", "er", "orna", "arna", "erna")


def build_exemption(match: Match) -> Expression | None:
    """“utom i juli”; where “förutom” opens a sentence it adds."""
    return ex.Exemption(**match.span) if match.before(1) else None
