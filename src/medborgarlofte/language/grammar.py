"""Grammar of measures and times.

Rows of class patterns, matched in order over the classes of the tokens.
"""

from typing import Final, NamedTuple

from medborgarlofte.language.patterns import Rows, letters_of

COMPUTED: Final = (
    "SEX", "CARD", "GROUP", "TENS", "ORD", "PART", "NUM", "YEAR", "PLUS", "UNIT", "UNITDEF", "UNITOF", "OFTEN", "WDAY", "WDAYS",
    "MONTH", "SEASON", "SEASONDEF", "FEAST", "MILESTONE", "LASTING", "YEARLONG", "NOUN", "NAME", "CAPCARD", "FILLER", "DATE",
    "LAW", "PHONE", "CLOCK", "CODE", "COMMA", "STOP", "OPEN", "CLOSE", "DASH", "AGED", "END", "TAKEN",
)  # fmt: skip
"""Classes of a token among words of measures, besides those of words.toml."""


def letters() -> dict[str, str]:
    """Letter of each class of measures."""
    return letters_of("measure", COMPUTED)


MACROS: Final[dict[str, str]] = {
    # numbers with their bounds; build.parse_bounds reads them
    "number": "(?: (?: (?:NUM|CARD) (?:GROUP{1,2} CARD?)? (?:AND ART HALV)? | ART (?:HALV GROUP?|GROUP) | GROUP{1,2} CARD? | ART? TENS | PAIR GROUP? | HALVANNAN | ART AND ART HALV ) (?:OPEN NUM CLOSE)? )",
    "limit": "(?: NOT? (?:MORE|LESS) | MIN | MAX | EXTRA | (?:OVER|UNDER)(?!MIN|MAX|ABOUT|DRYGT|KNAPPT|EXACT|NOT|MORE|LESS|BETWEEN) | BETWEEN | ABOUT | DRYGT | KNAPPT | EXACT )",
    "amount": "<limit>{0,3} (?: <number> | ART(?=(?:DASH|TO|OR) (?:NUM|CARD)) ) (?: (?:DASH|TO|OR|AND) <number> )? (?: PLUS | ORMORE | ORLESS )?",
    # rates; build.parse_rate reads them
    "weekdays": "(?:WDAY|WDAYS) DASH? (?: (?:COMMA|AND|COMMA AND|OR) (?:WDAY|WDAYS) ){0,6}",
    "every": "(?: EVERY | SECOND | VAR ORD )",
    "rate": "(?: PER <number>? (?:UNIT|SEASON) | (?:IN|OM|UNDER|ON) THE? (?:UNITDEF|SEASONDEF) | <every> (?:NOUN)? (?:UNIT|SEASON) | <every> <weekdays> | OFTEN )",
    "what": "(?: NOUN | YEARLONG | NAME | STREET | NUMBERED | EVENT | LASTING | ORD | UNITOF | WDAYS | YEARWORD | OWNER(?=NOUN|UNIT) )",
    "gap": "(?: OWNER | NOUN | NAME | STREET | NUMBERED | FOR | WORD | ON | IN | AT | OF | AND | THE | UNIT | FILLER | ART ){0,5}?",
    "both": "(?: PER (?P<each>NOUN|YEARWORD|NAME) AND (?P<rate>UNIT|SEASON) )",
    "each": "(?: PER | (?<=[UNIT UNITDEF])AND(?!NUM|CARD|ART) | (?:ON|IN|FOR|AT|TO|WITHIN) EVERY ) (?:NUM|CARD|ART)? (?P<each>NOUN|YEARWORD|NUMBERED|STREET|NAME|TAKEN)",
    # moments; build.parse_moment reads them
    "date": "(?: (?:THE|UNITDEF|WDAY|WDAY THE)? (?:NUM|ORD|LAST) (?:WDAY|UNITDEF IN)? MONTH YEAR? | DATE )",
    "moment": "(?: <date> | EDGE? MONTH YEAR? | LAST MONTH YEAR? | EDGE? ORD UNITDEF(?!IN) YEAR? | EDGE? WEEKNO NUM (?: (?:DASH|AND|TO|COMMA) NUM ){0,4} YEAR? | (?:SEASON|SEASONDEF) YEAR | (?:EDGE|LAST)? (?:FEAST|MILESTONE) YEAR? | MILESTONE MONTH (?:DASH|PER) MONTH YEAR? | EDGE? YEAR | ALL MONTH YEAR? )",
    "day": "(?: (?:THE|WDAY)? (?:NUM|ORD) MONTH? YEAR? | DATE | EDGE? MONTH YEAR? | SEASON YEAR | YEAR | (?:LAST)? (?:FEAST|MILESTONE) | WEEKNO? NUM )",
    "by": "(?: (?:IN|UNDER|THE|TO|ON|LATEST|AT|BEFORE|UNTIL|FOR|NEXT){0,2} )",
}
"""Parts of patterns, written <name> in a row."""


class Row(NamedTuple):
    """Pattern with accepted and rejected example."""

    kind: str
    """Name of the builder function, and its argument after a colon."""
    pattern: str
    reads: str
    leaves: str


ROWS: Final[tuple[Row, ...]] = (
    # labels: numbers that measure nothing
    Row("label:law", "LAW{1,3} NUM? LAW?", "enligt 9 §", "nio bryggor"),
    Row("label:phone", "PHONE", "ring 114 14", "114 besök"),
    Row("clock", "(?:LATEST|BEFORE) (?: CLOCKWORD (?:NUM|CLOCK|CARD) | CLOCK )", "senast kl. 06.30", "till kl. 23"),
    Row("label:school year", "(?: YEARWORD | UNIT(?=NUM) ) (?:NUM|CARD|CODE|ORD) (?: (?:DASH|COMMA|AND|COMMA AND|TO|OR) YEARWORD? (?:NUM|CARD|CODE) ){0,8} (?!UNIT|TIMES|PERCENT)", "årskurs 7–9", "en klass"),
    Row("label:number", "(?:NUMBERED|STREET) (?:NUM(?!TIMES)|CODE) (?: (?:DASH|COMMA|AND|COMMA AND|TO) NUMBERED? (?:NUM|CODE) ){0,8} CODE? | NAME NUM (?=END|COMMA|AND|STOP|CLOSE|CODE) CODE? | DASH NUMBERED NUM", "längs väg 23", "på tre vägar"),
    Row("label:hours", "CLOCKWORD HALV CARD | BETWEEN (?:NUM|CARD) AND (?:NUM|CARD) ON UNITDEF | BETWEEN NUM AND NUM (?=END|COMMA|STOP|CLOSE) | CLOCKWORD (?:NUM|CLOCK|CARD) (?: (?:DASH|TO|AND) CLOCKWORD? (?:NUM|CLOCK|CARD) )? | CLOCK (?: (?:DASH|TO) (?:CLOCK|NUM) )? | NUM (?:DASH|TO) CLOCK | (?<!WEEKNO) NUM DASH NUM (?=END|COMMA|STOP|CLOSE|AND|WORD|IN|ON|AT|EVERY|WDAY|WDAYS)", "klockan 20–23", "9–11 möten"),
    Row("label:name", "CAPCARD (?:NAME|STREET) | NAME (?:NUM PLUS|(?:IN|ON|FOR|AT|UNDER|OVER)? CODE)", "i Fyra Vindars park", "fyra parker"),
    Row("validity", "(?:HOLDS|LASTS) <gap> (?P<length> (?:UNDER|IN|FOR|ON|OVER)? (?P<amount><number>|ART) (?P<unit>UNIT) ) (?!AFTER|SINCE) | HOLDS <gap> (?:SINCE|BETWEEN|UNDER|IN)? UNITDEF? (?P<years> (?P<first>YEAR) (?:DASH|TO|AND|UNTIL) (?P<last>YEAR) ) | (?P<long>YEARLONG|AGED) (?P<what>NOUN)", "ett avtal omfattar tre år", "skolan omfattar tre år"),
    Row("age", "(?: AGE | UNDER | OVER | BETWEEN | SINCE | MIN | MAX | MORE | LESS | UNTIL ){0,2} (?:NUM|CARD) (?: (?:DASH|TO|AND|OR) (?:NUM|CARD) )? (?:UNIT|AGEWORD) AGEWORD? | (?: (?:NUM|CARD) DASH? (?:DASH|TO|AND|OR) )? AGED | AGE (?:NUM|CARD) (?: (?:DASH|TO|AND|OR|EXCEPT|WORD NOT) (?:NUM|CARD) )? (?:UNIT|AGEWORD)? | NUM PLUS | CARD AGEWORD | (?:UNDER|OVER|BETWEEN|SINCE|MORE) (?:NUM|CARD) (?: (?:DASH|TO|AND) (?:NUM|CARD) )?", "unga 13–17 år", "i 13 år"),
    Row("label:code", "CODE", "längs E20", "20 bryggor"),
    Row("exemption", "EXCEPT THE? WORD WORD? <amount> NOUN{1,2} | EXCEPT (?:IN|ON|UNDER|AT|FOR|THE|OM){0,2} (?: <moment> (?: (?:DASH|TO|AND|UNTIL) <moment> )? | <weekdays> | (?:NUM|CARD|ALL)? (?:NOUN|UNIT|UNITDEF|NAME|STREET|SEASONDEF|FEAST|MILESTONE){1,3} (?: (?:AND|COMMA|COMMA AND) (?:NOUN|NAME|UNIT|STREET){1,2} ){0,3} )", "varje dag utom i juli", "utom"),
    # moments
    Row("window", "(?:IN|SINCE|BETWEEN)? (?P<first><day>) (?: DASH | TO | AND | UNTIL | TO LATEST ) (?P<moment><moment>)", "från 15 mars till 30 april", "15 mars"),
    Row("deadline", "(?P<how> LATEST | BEFORE | UNTIL | TO | READY | AT(?=EDGE) ) <by> (?P<moment><moment>) | (?P<how2>LATEST|BEFORE|UNTIL) <by> (?P<season>SEASONDEF|SEASON)", "före pingst", "på pingst"),
    Row("schedule:day of month", "THE? (?:ORD|NUM) (?: AND (?:ORD|NUM) )? UNITDEF? IN? (?:EVERY|SECOND) UNIT | (?:ORD|LAST) (?: AND (?:ORD|LAST) )? (?:NOUN)? (?:WDAY|WDAYS|NOUN|UNITDEF) (?:IN|ON|OF)? (?: (?:EVERY|SECOND) UNIT | UNITDEF )", "den 15 i varje månad", "den 15 maj"),
    Row("window", "(?<![EVERY SECOND ALL ODD ORD]) (?:IN|ON|UNDER|AT|SINCE|OM|WITHIN|OVER)? (?P<moment><moment>)", "i mitten av mars", "i mitten av sjön"),
    Row("response", "(?: WITHIN | ON ) (?:THE NEXT)? (?P<amount><amount>|ART) (?:NOUN)? (?P<unit>UNIT) (?!IN UNITDEF|PER) | LATEST (?P<amount2><amount>|ART) (?P<unit2>UNIT) (?:AFTER|BEFORE) | LATEST (?P<nth>ORD) (?P<unit3>UNIT|UNITDEF) (?:AFTER|(?!IN|EVERY)) | (?:SAME|NEXT) (?P<soon>UNIT|WDAY) | (?P<after>DAYAFTER)", "inom åtta dagar", "i åtta dagar"),
    Row("duration:in", "(?: (?:IN|UNDER) (?P<amount><amount>|ART) | LASTS (?P<amount2><number>|ART) ) (?P<unit>UNIT|UNITOF) (?!PER|IN UNITDEF|AGEWORD)", "i tre dygn", "om tre dygn"),
    Row("count", "(?P<amount><amount>) (?P<unit>UNITOF) NOUN{1,2} <gap> (?P<rate><rate>)", "40 timmars arbete i månaden", "40 timmars arbete"),
    Row("duration:of", "(?P<amount>(?:MIN|MAX|ABOUT|DRYGT|KNAPPT|NOT? (?:MORE|LESS)){0,2} (?:<number>|ART)) (?P<unit>UNITOF) (?=NOUN) | (?P<amount2>ART) (?P<unit2>UNIT) (?=OM NOUN)", "två timmars kurs", "två timmar"),
    Row("ceiling", "(?P<amount> (?: MAX | NOT? MORE ) (?: <number> (?:DASH <number>)? | ART ) ) (?P<unit>UNIT|UNITOF) (?!PER|IN UNITDEF|OM UNITDEF|EVERY|WDAY|IN EVERY)", "högst tolv minuter", "högst tolv möten"),
    Row("change:from", "SINCE (?P<was><amount>|ART) (?P<unit>PERCENT|(?:NOUN|UNIT){0,2}) (?:<rate>)? TO (?P<becomes><amount>|ART) (?P<unit2>PERCENT|(?:UNIT|NOUN){0,2}) (?:<rate>)?", "från elva till sju minuter", "från maj till juni"),
    Row("change:to", "(?P<verb>UP|DOWN) (?:NOUN|OWNER|ART){0,2}? TO (?: (?P<becomes><amount>) (?: (?P<unit>PERCENT|(?:UNIT|NOUN){1,2}) (?!TO|DASH) | (?=END|COMMA|STOP|CLOSE) ) | (?P<becomes2>ART) (?P<unit2>UNIT) )", "sänks till 200 kronor", "går till 200 hem"),
    Row("change:by", "(?P<verb>UP|DOWN) <gap> FOR (?P<by><amount>) (?: (?P<unit>PERCENT|POINTS|NOUN|UNIT) | (?=END|COMMA|STOP|CLOSE|TO? TAKEN) ) | (?P<verb2>UP|DOWN) <gap> FOR ART (?P<part>PART) | (?P<factor>HALVE|DOUBLE|TRIPLE)", "minskar med 10 procent", "minskar"),
    Row("share", "(?P<amount><amount>) (?P<percent>PERCENT|POINTS) (?: OF (?P<of> (?:THE|ALL|OWNER)? NOUN ) )?", "75 procent av häckarna", "75 häckar"),
    Row("share", "(?P<limit><limit>{0,3}) (?: (?P<parts>NUM|CARD|ART) (?P<part>PART) | (?P<half>HALF) ) (?: OF (?P<of> (?:THE|ALL|OWNER)? NOUN ) | (?P<of2>NOUN) )?", "två femtedelar av stugorna", "två delar"),
    Row("share", "(?P<limit><limit>{0,3}) (?P<some>NUM|CARD|ART|NONE) (?P<unit>NOUN{0,2}) OF THE? (?P<whole>NUM|CARD|GROUP) (?P<of>NOUN?)", "sju av tio elever", "sju av bryggorna"),
    Row("share", "(?P<limit><limit>{0,3}) (?: VAR (?P<nth>ORD) (?P<of>NOUN|YEARWORD|NUMBERED|NAME|STREET) | (?P<second>SECOND) (?P<of2>NOUN|YEARWORD) )", "var fjärde stuga", "var fjärde vecka"),
    Row("change:longer", "(?P<by><amount>|ART) (?P<unit>UNIT) (?P<longer>LONGER)", "två timmar längre", "två år tidigare"),
    # counts: a rate after what is counted belongs to it
    Row("sum", "(?<![COMMA DASH OPEN]) (?P<amount><number>|ART) (?P<unit>TIMES|<what>{0,3}) (?:ON|UNDER) (?P<one>SEASONDEF|UNITDEF) AND (?P<amount2><number>|ART) (?P<unit2>TIMES|NOUN{0,2}) (?:ON|UNDER) (?P<two>SEASONDEF|UNITDEF)", "en gång på våren och en gång på hösten", "en gång på våren"),
    Row("count", "(?P<amount><amount>) (?P<unit> NOUN{0,2} TIMES | <what>{0,4} UNIT? ) <gap> <both>", "två besök per skola och år", "två besök per skola och elev"),
    Row("count:one", "(?P<limit><limit>{0,3}) ART (?P<unit>TIMES|<what>{1,3} UNIT?|UNIT) <gap> <both>", "ett besök per skola och termin", "ett besök per skola och elev"),
    Row("count", "(?P<amount><amount>) (?P<unit> NOUN{0,2} TIMES | <what>{0,4} UNIT? ) <gap> (?P<rate><rate>) <gap> <each>", "två besök per termin på varje skola", "två besök"),
    Row("count", "(?P<amount><amount>) (?P<unit> NOUN{0,2} TIMES | <what>{0,4} UNIT? ) <gap> (?P<rate><rate>)", "två kvällar i veckan", "två kvällar"),
    Row("count", "(?P<amount><amount>) (?P<unit> NOUN{0,2} TIMES | <what>{0,4} UNIT? ) <gap> <each>", "tre möten för varje område", "tre möten"),
    Row("count", "(?P<amount><amount>) (?P<unit> NOUN{0,2} TIMES | <what>{0,4}? (?:UNIT|UNITDEF) | <what>{0,4} )", "tre bryggor", "bryggor"),
    Row("count:one", "(?P<limit><limit>{0,3}) ART (?P<unit>TIMES) <gap> (?P<rate><rate>) <gap> <each>", "en gång om året på varje skola", "en gång om året"),
    Row("count:one", "(?P<limit><limit>{0,3}) ART (?P<unit>TIMES) (?: <gap> (?P<rate><rate>) )?", "en gång i veckan", "en brygga"),
    Row("count:one", "(?P<limit><limit>{1,3}) ART (?P<unit><what>{1,3} UNIT?|UNIT|SEASON) (?: <gap> (?P<rate><rate>) )? (?: <gap> <each> )?", "minst en vuxen per grupp", "en vuxen"),
    Row("count:one", "ART (?P<unit><what>{1,3}|UNIT) (?P<rate> (?: PER UNIT | (?:IN|OM) UNITDEF | ON SEASONDEF | <every> UNIT ) )", "en träff per termin", "en träff"),
    Row("count:one", "ART (?P<unit><what>{1,3}|UNIT) (?: OF (?:NOUN|NAME|WORD){1,2} )? <each>", "en lektion per klass", "en lektion"),
    Row("count:one", "(?P<limit><limit>{1,3}) ART <each>", "besök, minst ett per skola", "besök, minst ett"),
    Row("count:one", "(?P<limit><limit>{1,3}) ART (?P<rate><rate>)", "ronder, minst en i veckan", "ronder, minst en"),
    Row("count:one", "(?<=[COMMA DASH OPEN END STOP]) ART <both>", "ronder, en per skola och år", "ronder, en per skola och elev"),
    Row("count:one", "(?<=[COMMA DASH OPEN END STOP]) ART <each>", "tre möten, ett i varje tätort", "tre möten, ett i en tätort"),
    Row("duration:lasting", "LASTING", "femveckorskurs", "kurs"),
    # schedules
    Row("schedule", "(?P<event> (?:AFTER|AT|FOR|BEFORE) EVERY ) ORD? (?P<noun>NOUN|MILESTONE|FEAST|EVENT|NAME|SEASON)", "efter varje storm", "i varje storm"),
    Row("schedule", "(?P<unit>UNITOF) (?: ALL UNIT | (?:ORD|LAST) (?:NOUN|NAME|EVENT|WDAY|UNIT|UNITDEF){1,2} )", "månadens sista onsdag", "månadens möte"),
    Row("schedule", "(?P<every> EVERY | SECOND | VAR ORD | ODD | ALL | ORD | LAST | (?:UNIT|UNITDEF) FOR ) (?:NOUN|LAST)? (?P<days><weekdays>) (?: (?:IN|ON)? ODD UNIT )?", "varannan torsdag", "torsdag"),
    Row("schedule", "(?P<days> WDAYS (?: (?:COMMA|AND|COMMA AND|OR) (?:WDAY|WDAYS) ){0,6} | WDAY DASH? (?: (?:COMMA|AND|COMMA AND|OR) (?:WDAY|WDAYS) DASH? ){1,6} ) (?P<odd> (?:IN|ON)? ODD UNIT )?", "onsdagar och fredagar", "sena kvällar"),
    Row("schedule", "(?P<every> EVERY | SECOND | VAR ORD | ODD | ALL ) (?:NOUN|LAST|ORD|ODD|UNITOF)? (?P<unit>UNIT|MILESTONE|SEASON|FEAST) (?: (?<=UNIT) IN UNITDEF )?", "var tredje vecka", "tredje veckan"),
    Row("schedule:seasons", "(?<![IN UNDER ON]) (?: (?:SEASON|NOUN) AND SEASON | SEASON AND NOUN )", "vår och höst", "i vår och höst"),
    Row("schedule:all", "ALL (?P<days>UNITDEF)", "båda dagarna", "hela dagen"),
    Row("schedule:day", "<every> (?P<day>NOUN)", "varje matchdag", "matchdagen"),
    Row("schedule", "(?P<first>WDAY|WDAYS) (?:DASH|TO) (?P<last>WDAY|WDAYS)", "ons–lör", "ons"),
    Row("schedule", "(?P<often>OFTEN) | (?P<around>AROUND) | (?P<meeting>EVENT) | (?P<rate> PER UNIT | (?:IN|OM) UNITDEF(?=END|COMMA|NUM|AND|STOP) )", "dygnet runt", "runt dygnet"),
    Row("schedule:plural", "UNIT|UNITDEF", "vardagar", "vecka"),
    Row("scope", "(?P<word>ALL|EVERY|NONE|MOST|SOME) (?:THE|OF|NUM|CARD|NAME|OWNER){0,2} (?P<noun> (?:NOUN|YEARWORD|NUMBERED|STREET|EVENT|NAME){1,3} ) | (?P<word2>MOST|SOME) (?P<noun2>UNIT|WDAY|WDAYS) | (?P<word3>ALL|MOST|NONE) (?P<noun3>WORD)", "vartenda båthus", "varje vecka"),
)  # fmt: skip

POSSIBLE: Final = Rows([row.pattern for row in ROWS], letters, MACROS)
"""The same, compiled."""
