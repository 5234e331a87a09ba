"""How it went, in words that mean the same as a status."""

import re
from collections.abc import Mapping
from typing import Final

NOT: Final = r"(?:ej|inte|icke|aldrig)"
DONE: Final = (
    r"(?:genomför(?:t|d|da|ts)|uppfyll(?:t|d|da|s)?|infria(?:t|d|de)|håll(?:et|en|na|s)|klar(?:t|a)?|färdig(?:t|a|ställ(?:t|d|da))?|gjor(?:t|d|da)|utför(?:t|d|da)|avklara(?:t|d)"
    r"|fullfölj(?:t|d)|uppnå(?:tt|dd|dda)|nå(?:tt|dd)|slutför(?:t|d|da)|levererat?|bockat|lyckats|verkställ(?:t|d))"
)
WORDS: Final[Mapping[str, str]] = {
    "går ej att bedöma": rf"(?:går|kan|har) {NOT}(?: kunnat)?(?: att)? (?:bedöm\w+|mät\w+|säga\w*|utvärder\w+)|{NOT} (?:bedömt|mätt|mätbart|bedömbart|känt)|saknas underlag|underlag saknas|data saknas",
    "utgått": rf"utgår|utgå(?:tt|ngen)|struk(?:et|en|na)|avför(?:ts?|d)|avbrut(?:en|et)|inställ(?:t|d|da)|ställdes in|ställts in|utgick|togs bort|(?:har )?tagits bort|borttag(?:et|en)|lag(?:t|d)s? ner|nedlag(?:t|d)|{NOT} (?:längre )?aktuellt?|upphäv(?:t|d)|dras tillbaka|drogs tillbaka|dragits tillbaka",
    "delvis genomfört": rf"(?:delvis|till (?:en |viss |stor )*del|nästan|halvvägs|i huvudsak|i stort sett|till hälften|{NOT} helt|{NOT} fullt ut)(?: {DONE})?|{DONE} (?:delvis|till (?:en |viss |stor )*del)",
    "ej påbörjat": rf"{NOT} (?:påbörja(?:t|d|ts)|starta(?:t|d)|igång)|har {NOT} börjat",
    "pågår": rf"pågår(?: fortfarande| alltjämt)?|pågående|är på gång|på gång|på väg|påbörja(?:t|d|ts)|(?:går |löper )?enligt plan(?:en)?|löpande|under arbete|fortgår|försena(?:t|d)|{NOT} (?:klart? än|ännu klart?)",
    "ej genomfört": rf"{NOT} (?:alls )?(?:{DONE})|har {NOT} (?:{DONE})|blev {NOT} av|uteblev|uteblivet|misslyckades|misslyckat|ogjort|brutet",
    "genomfört": rf"(?:helt |fullt |är |har |väl )*{DONE}(?: helt| fullt ut| i sin helhet)?|blev av|helt",
}  # fmt: skip
"""The status of each pattern of words; the first that matches the whole applies."""


def status_in_words(word: str) -> str:
    """The status that words stand for: genomfört for “klart”; empty when they stand for none."""
    text = " ".join(word.strip().strip(".!?:;,()–- ").lower().split())
    return next((status for status, pattern in WORDS.items() if re.fullmatch(pattern, text)), "")
