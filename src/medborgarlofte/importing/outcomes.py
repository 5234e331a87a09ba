"""Statuses of a follow-up by legend, by figures against targets, and before the end of the period."""

import re
from typing import Final

from medborgarlofte.i18n import Text
from medborgarlofte.importing import parts
from medborgarlofte.importing.found import Found, FoundCommitment
from medborgarlofte.importing.measures import measures
from medborgarlofte.importing.statuses import colour_of, legend, share_of, status_in, status_of
from medborgarlofte.numerals import NUMBER_WORDS

_INTERIM: Final = re.compile(
    r"\b(?:halvtids?|halvårs?|halvvägs|delår|delrapport|delredovisning|lägesrapport|lägesavstämning|lägesuppdatering|så går det|läget (?:i|den|nu|just nu)|tertialrapport|kvartalsrapport|mitt i)|(?:tertial|T) ?[12]\b|(?:kvartal|Q) ?[1-3]\b|(?:första|andra) tertialet|(?:första|andra|tredje) kvartalet|första halvåret",
    re.IGNORECASE,
)
"""Titles of reports that come before the end of the period."""
_SO_FAR: Final = re.compile(
    r"\b(?:hittills|så här långt|så långt|återstår|återstående|fortsätter|planeras|är planerad\w*)\b",
    re.IGNORECASE,
)
_NUMBER: Final = rf"\d+|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}"
_SHARE: Final = re.compile(
    rf"\b(?P<done>{_NUMBER}) av (?:de |totalt |planerade |utlovade )*(?P<all>{_NUMBER})\b", re.IGNORECASE
)
_ROUND: Final = re.compile(rf"\bett (?P<number>{_NUMBER})tal(?= [a-zåäö])", re.IGNORECASE)
_EVERY: Final = re.compile(r"\b(?:alla|samtliga|varje)\b", re.IGNORECASE)
_BARE: Final = re.compile(
    rf"\b(?:blev det|det blev|det blivit|antalet (?:är|blev)|landade på) (?P<number>{_NUMBER})\b(?=[.,;!]|$)",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"(?:^|\b(?:ska|skall|skulle|att|och) (?:[a-zåäö]+ )??)(?P<stem>[a-zåäö]{3,}?)as?\b"
)
"""The infinitive of a promise."""
_PARTLY: Final = re.compile(
    r"\b(?:inte|ej|aldrig|inga|inget|ingen|ska|skall|kommer|några|vissa|en del|flera|de flesta|hälften|halva|bara|endast|ett par)\b",
    re.IGNORECASE,
)
"""What says that not all is done, or not yet."""
_SIGN: Final = re.compile(r"\W|nej", re.IGNORECASE)
"""Verdicts that say no more than a colour does."""
_DATED: Final = re.compile(r"\b(?:den )?\d{1,2} [a-zåäö]{3,9}(?: \d{4})?\b|\b(?:19|20)\d\d\b")
_BY_VERB: Final = Text(
    "statusen är satt efter ordalydelsen, som inte säger om allt är gjort: kontrollera den",
    "the status is set by the wording, which does not say whether all is done: check it",
)
_BY_FIGURE: Final = Text(
    "statusen är satt efter talet, jämfört med löftet: kontrollera den",
    "the status is set by the figure, compared with the promise: check it",
)


def settle(found: Found) -> None:
    """Set the statuses that a legend, a figure or the time of the report decides; written verdicts stay."""
    colours = legend([block.text for block in found.blocks])
    interim = bool(_INTERIM.search(found.title))
    for one in found.commitments:
        colour = colour_of(one.verdict)
        if colour in colours:
            one.status = colours[colour]
        elif (colour or _SIGN.fullmatch(one.verdict)) and status_in(one.result) == "ej påbörjat":
            one.status = "ej påbörjat"
        elif colour or not (status_of(one.verdict) or share_of(one.verdict) is not None):
            if not one.status and _repeats(one.text, one.result):
                one.status, one.result_doubt = "genomfört", one.result_doubt or _BY_VERB
            if not colour and (status := _by_figure(found, one)):
                if status != one.status:
                    one.result_doubt = one.result_doubt or _BY_FIGURE
                one.status = status
            if one.status == "delvis genomfört" and (interim or _SO_FAR.search(one.result)):
                one.status = "pågår"


def _by_figure(found: Found, one: FoundCommitment) -> str:
    """The status that the figure of a result gives: less than the target, or as much; empty where it cannot be compared."""
    if one.status not in ("", "genomfört"):
        return ""
    targets = measures(one.text, parts.first_day(found)).targets
    least = {str(t.get("enhet", "")): int(n) for t in targets if (n := _wanted(t))}
    text = _ROUND.sub(lambda m: m["number"], one.result)
    share = _SHARE.search(text)
    if share and (_value(share["all"]) in least.values() or _EVERY.search(one.text)):
        done, wanted = _value(share["done"]), _value(share["all"])
    elif len(least) == 1:
        [(unit, wanted)] = least.items()
        bare = _BARE.search(text)
        figure = parts.figure_in(text, [unit]) or str(_value(bare["number"]) if bare else "")
        if not figure.isdecimal() or _others(text, int(figure)):
            return ""
        done = int(figure)
    else:
        return ""
    return "delvis genomfört" if done < wanted else "genomfört" if text == one.result else ""


def _repeats(promise: str, result: str) -> bool:
    """Whether a result says that the verb of the promise is done: ”märka cyklar”, ”cyklarna märktes”."""
    stems = "|".join(found["stem"] for found in _VERB.finditer(promise.lower()))
    done = rf"\b(?:{stems})(?:a(?:des?|ts?|d)|des?|da?|ts?|tes?|ta|its?)\b"
    return bool(stems) and not _PARTLY.search(result) and bool(re.search(done, result.lower()))


def _wanted(target: dict[str, object]) -> str:
    """The least number that a target asks for in all; empty for a rate or a limit."""
    number = str(target.get("minst") or target.get("exakt") or "")
    return "" if {"per", "för_varje", "av"} & set(target) or not number.isdecimal() else number


def _others(text: str, figure: int) -> bool:
    """Whether a result has other numbers to add up, where it does not say that the figure is the sum."""
    sums = re.search(r"\b(?:sammanlagt|totalt|i allt|sammantaget)\b", text, re.IGNORECASE)
    numbers = [_value(n) for n in re.findall(rf"\b(?:{_NUMBER})\b", _DATED.sub("", text), re.IGNORECASE)]
    return not sums and any(number != figure and number > 1 for number in numbers)


def _value(number: str) -> int:
    return NUMBER_WORDS.get(number.lower()) or int(number if number.isdecimal() else 0)
