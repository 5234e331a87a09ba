"""Clause grammar: patterns over word classes."""

from typing import Final

from medborgarlofte.language.patterns import Rows, letters_of

COMPUTED: Final = ("WORD", "END", "COMMA", "PERIOD", "MOMENT", "CRIME")


def letters() -> dict[str, str]:
    """Letter of each class in clauses; a crime only where ABSOLUTES are looked for."""
    return letters_of("clause", COMPUTED)


def _rows(*rows: str) -> Rows:
    return Rows(rows, letters, _MACROS)


_MACROS: Final = {
    "w": "[^END COMMA]",
    "described": "[WORD MANNER GOOD AVAILABLE WELCOME RISE CONTINUE]",
    "modal": "(?:MODAL|SHOULD|MAY|COME)",
    "onto": "(?:ONTO|AT)",
    "enable": "(?:ENABLE|PERMIT)",
    "circumstance": "(?:CIRC|LOAD|TIME|TID|PERIOD|DEMAND)",
    "while": "(?:TIME|TID|PERIOD|MOMENT|THEYEAR|SEASON|THESEASON)",
    "called_off": "(?:CANCEL|INSTEAD <w>{1,3}? AWAY|BE PRON? NOBODY)",
    "aside": "(?:COMMA [^END COMMA]{1,12} COMMA)?",
}

PREDICATES: Final = _rows(
    "VAGUE",
    "FAVOUR",
    "SUPPORT",
    "IMPROVE",
    "CREATE",
    "WORK <aside> <w>{0,3}? (?:AIMS|FORATT|WITHIN)",
    "WORK (?:MANNER WORD? MANNER? <onto>|FORWARD)",
    "CONTRIBUTE <w>{0,3}? (?:FORWARD|AIMS|ONTO)",
    "STRIVE <w>{0,3}? (?:FORWARD|AIMS|FORATT|<onto>)",
    "STRIVE BE ATT",
    "STUDY <w>{0,2}? CIRC",
    "AIM SELF? <w>{0,3}? (?:AIMS|<onto>)",
    "CENTRE SELF? <w>{0,1} (?:AIMS|<onto>)",
    "SEE <aside> <w>{0,6}? <aside> OVER",
    "(?:LAY|HAVE) <w>{0,4}? FOCUS <w>{0,2} (?:ATT|<onto>)",
    "FOCUS <w>{0,2}? LAY <w>{0,2}? (?:ATT|<onto>)",
    "FOCUS (?:ATT|<onto>)",
    "LAY <w>{0,5}? FIRST",
    "ENABLE <w>{0,2}? CIRC (?:AIMS|FORATT)",
    "COOPERATE",
    "INVEST <w>{1,2} ONTO",
    "(?:PLAY|LAY) <w>{1,4}? SERIOUS",
    "(?:ENABLE|DEED) <w>{1,5}? ALIVE",
    "(?:ENABLE|DEED) <w>{0,4}? FOCUS",
    "CONTINUE <w>{0,4}? EFFORT",
    "BE <w>{0,2}? PARTAKING",
    "(?:PLAY|LAY|HAVE) <w>{0,3}? ROLE",
    "(?:CARRY|LAY|HAVE) <w>{0,3}? EFFORT",
    "EFFORT <w>{0,8}? MODAL CARRY",
    "SEE FORWARD ATT <w>{0,5}? FEEL",
    "WORK MANNER <w>{0,2} (?=END)",
    "(?<![^END]) <described>{0,3}? NOMINAL (?!END)",
    "(?<![^END]) <described>{0,3}? EFFORT (?:AIMS|FORATT|ONTO)",
    "(?<![^END]) RISE <w>{1,9} (?=END)",
    "RISE",
)
STUDIES: Final = _rows(
    "(?:STUDY|SEE <w>{0,3}? OVER) <w>{0,2}? (?:CIRC|DEMAND|COND|SUB)", "BEGIN <w>{0,2}? (?:EFFORT|NOMINAL)"
)
"""What one only looks into or begins: “utreder om”, “ser över möjligheten”, “påbörjar arbetet”."""
RESERVATIONS: Final = _rows(
    "RESERVED <w>{0,2}",
    "ONTO (?:GREATEST|POSSIBLE){1,3} EXTENT",
    "ONTO PRON <w> EXTENT",
    "GOVERN <w>{0,3}? (?:CIRC|LOAD|DUTY)",
    "(?:CIRC|LOAD|DUTY) [^END COMMA ATT]{0,3}? GOVERN",
    "(?:CIRC|DUTY) <w>{0,2}? COME <w>{0,2}? (?:GOVERN|CAUSE)",
    "PROVIDED <w>{0,7}",
    "(?:COND|PROVIDED) <w>{0,5}? <circumstance> <w>{0,4}? (?:<enable>|NEEDED|POSSIBLE)",
    "(?:COND|PROVIDED) <w>{0,4}? <enable> <w>{0,3}? (?:CIRC|LOAD|TID|DEMAND)",
    "COND <w>{1,4}? PERMIT",
    "COND <w>{0,3}? (?:HAVE|COME) <w>{0,2}? (?:CIRC|TIME|TID|POSSIBLE)",
    "COND <w>{0,3}? (?:CIRC|TIME|TID) <w>{0,2}? (?:GOOD|EXCLUDED)",
    "COND <w>{0,2}? GOOD <w>{1,3}",
    "COND PRON <w>{0,2}? (?:NOT PRON? <w>{0,2}? FOUL|FAIR)",
    "COND <w>{1,3}? SAY <w>",  # “om det bedöms lämpligt”
    "COND <w>{1,6}? PREVENT",
    "COND <w>{0,3}? (?:CIRC <w>{0,2}? LACKING|LACKING <w>{0,2}? CIRC)",
    "(?:CIRC|DUTY) <w>{0,3}? PREVENT",
    "PERMIT COND <w>{1,5}",  # “blir av om”
    "(?:AMOUNT|EXTENT) <w>{0,2}? COME <w>{0,1}? RISE",
    "CANCEL (?:COND <w>{1,4}|AT <w>{1,3})",
    "CLOSE <w>{0,5}? COND <w>{1,4}",
    "AT <w>{0,1}? LACK",
    "COND <w>{0,5}? DEMANDS",
    "AT (?:AVAILABLE|GOOD) CIRC",
    "COND <w>{1,5}? <enable> PRON",
    "COND WORD ENABLE",  # “när plats finns”
    "COND PRON <w>{0,1}? (?:<enable>|NEEDED|POSSIBLE) (?!ATT)",
    "COND PRON ENABLE ATT",
    "COND <w>{0,5}? (?:POSSIBLE{1,2}|NEEDED) (?!ATT)",
    "COND PRON? (?:NOTHING|NOBODY) <w>{0,2}? UNFORESEEN <w>{0,2}",
    "COND <w>{0,2}? NOT BE? <w>{0,2}? UNFORESEEN <w>{0,3}",
    "WITHIN <w>{0,2}? (?:AVAILABLE|RECENT) <w>{0,1}? CIRC",
    "WITHIN (?:<w>{0,1}? CIRC|<w>{1,4}? POSSIBLE)",
    "FORWARD <w>{0,1}? CIRC",
    "DEPENDING <w>{0,3}? (?:<circumstance>|DUTY)",
    "DEPENDING <w>{2,4}",
    "COME <w>{0,6}? (?:CANCEL|CLOSE)",
    "COND <w>{0,3}? CIRC",
    "COMPARE COND <w>{1,4}",
    "(?:AT|COND) [^END COMMA SUB ATT]{1,6}? COMMA? <w>{0,1}? <called_off>",
    "AT (?:<described> LOAD|<w> DEMAND)",
    "(?:EXEMPT|EXCLUDED) (?:<w>{0,4}? (?:DUTY|FOUL|LACK|LOAD)|AT [WORD CIRC MANNER]{1,3})",
    "(?:CIRC|DUTY|FOUL|LACK|UNFORESEEN) <w>{0,4}? EXCLUDED",
    "CIRC <w>{0,7}? BE ATT",
    "NOT AT <w>{0,3}? (?:DUTY|FOUL|LACK|LOAD)",
    "NOT <w>{1,3}? BE PRON <w>",
    "SHIFT <w>{0,2}? COND <w>{1,4}",
    "DUTY ENABLE <w>{0,1}? PAST",
    "NOT <w>{0,1}? GUARANTEE",
    "RESERVE SELF <w>{0,3}",
    "DEVIATION <w>{0,1}? COME <w>{0,2}? OCCUR",
    "PRESUME (?:ATT <w>{1,4}|<w>{0,2}? CIRC)",
    "NEEDED ATT <w>{1,3}? (?:CIRC|PERMIT)",
    "GOVERN (?:SUB|ATT) <w>{1,4}",
    "COME GOVERN",
    "COND <w> COME",
    "AIMS (?:AVAILABLE <w>{0,1}? CIRC|PRON CIRC (?:SUB <w>{1,2}|<w> HAVE))",
    "NOT <w>{0,2}? CIRC",
    "MODAL <w>{0,3}? CIRC <w>{1,2}",
    "(?<![^END]) PAST",  # only where it opens a sentence, as the rows below
    "(?:LACKING|HAVE) <w>{0,2}? CIRC",
    "BE <w>{0,2}? (?:GOOD|CIRC)",
    "EXEMPT <w>{0,3}? COND <w>{1,5}",
    "ENABLE PRON <w>{0,3}? (?:CIRC|GOOD)",
    "MODAL <w>{1,6}? UNFORESEEN",  # “skulle någon bli sjuk”
    "<enable> <w>{0,2}? CIRC",  # “medger läget går vi ut”
    "COME <w>{0,2}? CIRC",  # “får vi medel köper vi”
    "ENABLE <w>{1,2}? STATE",  # “finns det biljetter kvar”
    "PERMIT <w>",  # “godkänner länsstyrelsen planen sätter vi upp”
)
RELATIVES: Final = _rows(
    "(?:THROUGH|SINCE)? NOW",
    "LATELY",
    "(?:(?:THROUGH|SINCE) PRON?)? RECENT <w>{0,2}? <while>",
    "(?:THROUGH|SINCE) (?:FORWARD|NOW)? SEASON",
    "THROUGH THEYEAR",
    "SINCE ONTO? (?:MOMENT|THEYEAR)",
    "(?:COND|SINCE|THROUGH|ONTO) <w>{1,2}? PERIOD",
    "AIMS <w>{1,3}? <while> SINCE",
    "(?:THROUGH|SINCE|FORWARD|NOW|AT)? (?<!ONTO) THESEASON",
    "SEASONS",
)
ABSOLUTES: Final = _rows(
    "EVERYBODY <w>{0,8}? <modal> <w>{0,6}? FEEL",
    "NOBODY <w>{0,5}? <modal> <w>{0,7}? (?:FEEL|CRIME)",
    "(?:NOBODY|ZERO) <w>{0,2}? CRIME (?:<w>{0,3}? <modal>)?",
    "<modal> <w>{0,2}? NOBODY <w>{0,5}? (?:FEEL|CRIME)",
    "FREE <w>{0,2}? CRIME",
    "VISION",
)
