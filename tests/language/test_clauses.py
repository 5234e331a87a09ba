"""Vague verbs, reservations, relative time and absolutes: phrases that are such, and neighbours that are not."""

import pytest

from each import each
from medborgarlofte.language import expressions as ex
from medborgarlofte.language.analysis import analyse

PHRASES: dict[type[ex.Located], list[str]] = {
    ex.Predicate: [
        "Vi ska verka för ökad trygghet",
        "Polisen verkar, tillsammans med skolan, för färre brott",
        "arbeta aktivt för en trygg miljö",
        "Arbetar förebyggande mot droger",
        "Fortsätta att utveckla samverkan",
        "FORTSÄTTER STÄRKA",
        "vidareutvecklar samarbetet",
        "Vi stödjer föreningar",
        "stötta familjer",
        "främjas av alla",
        "eftersträva god miljö",
        "strävar mot",
        "lägga särskilt fokus på ungdomar",
        "Fokus läggs på skolor",
        "se, om det behövs, över belysningen",
        "ser\növer rutinerna",
        "medverka till minskad oro",
        "bidrar till",
        "underlätta för boende",
        "motverka narkotika",
        "Intensifierar kontrollerna",
        "motarbeta otrygghet",
        "vi ska minimera skadegörelsen",
        "kvalitetssäkra arbetet",
        "vi ska göra torget tryggare",
        "vi ska ta skadegörelse på allvar",
        "hålla frågan levande",
        "utveckling av dialogen",
        "vi ska ha ett barnperspektiv i planeringen",
        "skadegörelse ska motarbetas",
    ],
    ex.Relative: [
        "Med start i våras",
        "I höstas",
        "under de senaste åren",
        "på flera år",
        "tryggare i\ndag",
        "idag",
        "Just nu",
        "årets satsning",
        "nyligen",
        "förra sommaren",
        "Nästa år",
        "i nuläget",
        "innevarande termin",
        "till hösten",
        "i fredags",
        "från och med i helgen",
        "årets höstlov, bad varje vardag",
        "under året",
        "de två senaste somrarna",
        "sedan årsskiftet",
        "alltsedan pingst",
        "den här gången",
        "under senare tid",
        "förra kvartalet",
        "för några månader sedan",
        "om två år",
        "Nu senast",
        "de sista åren",
        "Sedan i mars",
        "framdeles",
        "under en längre tid",
        "i början av året",
        "nu i mars",
        "under flera år",
    ],
    ex.Reservation: [
        "när läget medger",
        "om resurserna tillåter det",
        "I mån av tid",
        "i görligaste mån",
        "vid behov",
        "VID BEHOV",
        "i största möjliga mån",
        "så långt det är möjligt",
        "i så hög utsträckning som möjligt",
        "när det behövs",
        "under förutsättning att anslag ges",
        "förutsatt att",
        "om det finns resurser",
        "inom befintlig budget",
        "efter förmåga",
        "om möjligt",
        "utifrån tillgängliga\nresurser",
        "såvida läget inte kräver annat",
        "om inte annat måste gå före",
        "utom när det stormar",
        "så gott det går",
        "inom tilldelad budgetram",
        "såvida inga särskilda händelser inträffar",
        "sjukdom kan göra att passet ställs in",
        "då väderläget tillåter",
        "i största möjligaste mån",
        "i så hög grad som möjligt",
        "insatserna anpassas efter tillgängliga resurser",
        "omfattningen styrs av budgeten",
        "väder och bemanning avgör",
        "läget kan komma att påverka antalet",
        "händelser kan göra att det blir färre",
        "antalet kan påverkas av andra uppdrag",
        "med undantag för perioder då personal saknas",
        "om inte arbetsbelastningen är för hög",
        "om sådan finns att tillgå",
        "om sådana finns",
        "så snart personal finns att tillgå",
        "om ansökan går igenom",
        "antalet kan komma att minska",
        "efter tillgång till ledare",
        "om vi hinner",
        "om rekryteringen lyckas",
        "resurser medgivna",
        "larm undantagna",
        "dock inte vid snöfall",
        "med de resurser som finns",
        "passet kan komma att flyttas",
        "patrullen omdirigeras vid larm",
        "ställs passet in om någon är sjuk",
        "avvikelser kan förekomma",
        "vi reserverar oss för ändringar",
        "ärenden går alltid före",
        "det förutsätter att bidraget beviljas",
        "åtgärden är villkorad av beslut",
        "beroende på vad nämnden säger",
        "vädret får avgöra",
        "så gott vi kan",
        "efter medgivande från väghållaren",
        "vid brist på personal",
        "utom vid personalbrist",
        "inte vid larm",
        "kan bli aktuell",
    ],
    ex.Absolute: [
        "Alla ska känna sig trygga",
        "ingen ska behöva vara rädd",
        "samtliga invånare i kommunen ska vara säkra",
        "noll bostadsinbrott",
        "Nollvision",
        "fritt från narkotika",
        "helt drogfri",
        "inga barn ska utsättas",
    ],
    ex.Passive: [
        "genomförs",
        "Följs upp",
        "ska erbjudas",
        "kommer att genomföras",
        "Insatser sätts in",
        "tas fram",
        "kan bjudas in",
        "ska\nutvecklas",
        "Brev skickas till alla",
        "klotter saneras med hjälp av hetvatten",
    ],
    ex.Effort: [
        "Riktade insatser",
        "insatserna",
        "en åtgärd",
        "förebyggande åtgärder",
        "Kontroller",
        "gemensamma kontrollerna",
        "särskilda insatser",
        "fler åtgärder",
    ],
}
NEIGHBOURS: dict[type[ex.Located], list[str]] = {
    ex.Predicate: [
        "verkan för",
        "verkställa beslut",
        "arbetsgivaren för",
        "arbetar i skolan tre kvällar",
        "Polisen patrullerar centrum",
        "stödgruppen träffas",
        "förstärkning",
        "utveckling",
        "översikt",
        "se filmen",
        "främjandet",
        "strävan är stor",
        "bidraget till föreningar",
        "omarbeta planen",
        "fokusområden på sidan",
        "värna-gruppen",
        "vi ska mäta tryggheten",
        "redovisa samverkan",
        "vi ska sanera klotter",
        "ronder med fokus på källare",
        "föreningen stöds med lokal",
        "lokala trygghetsrådet går igenom läget",
        "närvarande på kvällar",
    ],
    ex.Relative: [
        "i vår kommun",
        "år 2024",
        "under våren-projektet",
        "vårdens",
        "under 2023",
        "i dagis",
        "årsvis",
        "idagsbladet",
        "två gånger per år",
        "två pass i helgen varje vecka",
        "varje år under årets höstlov",
        "nästan alltid",
        "förrådet",
        "i år 9",
        "i år 7–9",
        "i år 2024",
        "en gång om året, i slutet av sommaren",
        "de sista veckorna i maj",
        "förskolan Hösten",
    ],
    ex.Reservation: [
        "i mån",
        "behovet av stöd",
        "efter behovsprövning",
        "vid behovet",
        "medgivande krävs",
        "möjligheter",
        "i den nya parken",
        "om resurscentrum",
        "när polisen ringer",
        "med hänsyn till barnen",
        "lära ut hur personal agerar när resurserna inte räcker",
        "vid behov av tolk",
        "så snart som möjligt",
        "om en elev saknas på morgonen",
        "i stor utsträckning",
        "förmågan",
        "omöjligt",
        "vid brist på simkunnighet",
        "vid risk för våld flyttas hon",
        "barnen får bestämma",
        "händelser och bestämma",
        "om en vuxen skriver på",
        "kan du hjälpa",
        "lampor som inte lyser",
    ],
    ex.Absolute: [
        "alla skolor",
        "alla ska få ett brev",
        "ingen ska stå i kö",
        "nolltolerans",
        "aldrig stängt",
        "helt ny belysning",
        "inga parkeringar",
        "fri entré",
        "alltid",
        "hallarna ska vara trygga",
    ],
    ex.Passive: [
        "genomför",
        "genomförandet",
        "hoppas",
        "Vi lyckas",
        "Polisen följer upp",
        "för ungas fritid",
        "skolornas elever",
        "Vi ses på torget",
        "Snö skottas av en entreprenör",
        "Vi träffas",
    ],
    ex.Effort: [
        "insatsgrupp",
        "social insatsgrupp",
        "åtgärdsplan",
        "kontrollant",
        "Insatschef",
        "nationellt insatsstyrkan",
    ],
}


@each([(kind, phrase) for kind, phrases in PHRASES.items() for phrase in phrases])
def test_a_phrase_of_the_kind_is_found(kind: type[ex.Located], phrase: str) -> None:
    for written in (phrase, phrase.upper(), phrase.capitalize()):
        assert analyse(written).of(kind), written


@each([(kind, phrase) for kind, phrases in NEIGHBOURS.items() for phrase in phrases])
def test_a_neighbour_is_not(kind: type[ex.Located], phrase: str) -> None:
    assert analyse(phrase).of(kind) == []


@each(
    [
        "Vi bygger en park som främjar rörelse.",
        "Skolan anställer en kurator för att stärka elevhälsan.",
        "Lokalen lånas ut till föreningar, vilka arbetar för trygghet.",
        "Vi ses på föreningen Främja Exempelby.",
        "Kommunen utvecklar inte bara planer utan bygger en park.",
        "Om polisen utvecklar en metod berättar vi det.",
        "Genom att stödja föreningar når vi barn.",
    ]
)
def test_a_vague_verb_that_is_not_the_main_predicate_is_none(text: str) -> None:
    assert analyse(text).of(ex.Predicate) == []


@each(
    [
        "När det gäller unga ska vi utveckla samverkan.",
        "Kommunen avser att genom många möten verka för trygghet.",
        "Att främja idrott.",
        "Bryggan, som är ny, ska utvecklas.",
        "Vi ska inom kort arbeta för ljusare parker.",
    ]
)
def test_a_vague_verb_in_the_main_clause_is_one(text: str) -> None:
    assert len(analyse(text).of(ex.Predicate)) == 1


@each(
    [
        ("Brotten har ökat.", 1),
        ("Har brotten ökat?", 0),
        ("Vi vill att brotten minskar.", 0),
        ("Målet är att tryggheten ökar.", 0),
        ("Fler lampor ger trygghet.", 0),
        ("Färre utsätts för rån.", 1),
        ("Planen heter Tryggare Exempelby.", 0),
        ("Otryggheten är högre än förut.", 1),
        ("Den ökade otryggheten bekymrar oss.", 0),
        ("Strömavbrotten har ökat.", 0),
        ("Brotten har ökat. Våldet har minskat.", 2),
    ]
)
def test_a_claim_says_that_crime_or_safety_has_changed(text: str, claims: int) -> None:
    assert len(analyse(text).of(ex.Claim)) == claims


@each(
    [
        ("Om en båt saknas ringer vi inom en timme.", ["Om en båt saknas"]),
        ("När lampan slocknar, byter vi den.", ["När lampan slocknar"]),
        ("Vi ringer om du vill.", ["om du vill"]),
        (
            "Om någon ber om en vandring så lovar vi att komma.",
            ["Om någon ber om en vandring"],
        ),
        ("Vi bjuder in vuxna, och då främst fäder, till nattvandring.", []),
        ("Vi talar om hösten.", []),
        ("40 minuter om alkohol får varje klass.", []),
        ("Vi står där varje dag så länge bygget pågår.", ["så länge bygget pågår"]),
        ("Får vi ett larm är vi på plats med två bilar.", ["Får vi ett larm"]),
        ("Kuratorn ringer när en elev bedöms må illa.", ["när en elev bedöms må illa"]),
        ("Vi ringer när klotter finns.", ["när klotter finns"]),
        ("Bilar får inte köra i parken.", []),
        ("Vi går om vädret tillåter.", []),
    ]
)
def test_a_conditional_that_reserves_nothing_is_a_condition(text: str, conditions: list[str]) -> None:
    assert [text[one.start : one.end] for one in analyse(text).of(ex.Condition)] == conditions


@each(["hösten", "våren", "sommaren", "vintern", "vårterminen", "senhösten"])
def test_a_season_without_a_year_is_relative_wherever_it_is_found(season: str) -> None:
    frames = (
        "Under {} startar vi.",
        "Före {} byts lamporna.",
        "I början av {} möts vi.",
        "Hela {} har vi öppet.",
        "Senast till {} är det klart.",
    )
    texts = [frame.format(season) for frame in frames]

    assert [text for text in texts if not analyse(text).of(ex.Relative)] == []
    assert not analyse(f"Under {season} varje år startar vi.").of(ex.Relative)
    assert not analyse(f"Under {season} 2031 startar vi.").of(ex.Relative)


@pytest.mark.parametrize("who", ["vårdnadshavaren", "eleven", "hyresgästerna", "du"])
def test_what_a_person_allows_reserves_nothing(who: str) -> None:
    assert not analyse(f"Vi ringer när {who} medger det.").of(ex.Reservation)
    assert analyse("Vi ringer när personalen medger det.").of(ex.Reservation)


def test_an_aim_is_promised_and_a_purpose_is_not() -> None:
    for aim in ("Inriktningen är", "Målet är", "Vi har som ambition", "Uppgiften är"):
        assert analyse(f"{aim} att främja nykterhet.").of(ex.Predicate)
    assert not analyse("Vi delar ut lås. Syftet är att främja cykling.").of(ex.Predicate)


def test_a_partner_is_no_group_and_whoever_does_something_is() -> None:
    assert not analyse("Insatser görs tillsammans med näringslivet.").of(ex.Referent)
    assert analyse("Insatser görs mot dem som säljer sprit.").of(ex.Referent)


def test_a_time_that_passes_is_no_relative_time() -> None:
    assert not analyse("Om en vecka går utan svar ringer vi.").of(ex.Relative)
    assert not analyse("Inom programmet möts vi.").of(ex.Reservation)


@each(
    [
        ("Vi går ut vid behov i centrum.", "vid behov"),
        ("Vi går ut i mån av tid och personal varje kväll.", "i mån av tid och personal"),
        ("I mån av tillgängliga vakter går vi ut.", "I mån av tillgängliga vakter"),
        ("Vi håller öppet med reservation för oväder.", "med reservation för oväder"),
        ("Finns det vakter lediga går vi ut.", "Finns det vakter lediga"),
        ("Skulle en ledare bli sjuk ställer vi in.", "Skulle en ledare bli sjuk"),
        ("Låset byts, där det är praktiskt möjligt, samma dag.", "där det är praktiskt möjligt"),
        ("Vi bygger två gupp ifall anslaget frigörs.", "ifall anslaget frigörs"),
        ("Vi visar film ute om vädret är med oss.", "om vädret är med oss"),
        ("Om vi får dispens bygger vi tre gupp.", "Om vi får dispens"),
        ("Får föreningen bidrag öppnar vi caféet två kvällar.", "Får föreningen bidrag"),
        ("Får vi regionens hjälp anställer nämnden två kuratorer.", "Får vi regionens hjälp"),
        ("Finns det biljetter kvar tar vi emot tio till.", "Finns det biljetter kvar"),
        ("Godkänner styrelsen planen byter vi 20 lampor.", "Godkänner styrelsen"),
        ("Vi har öppet varje lördag så länge ledarna orkar.", "så länge ledarna orkar"),
        ("Två pass i veckan så länge någon kan komma.", "så länge någon kan komma"),
        ("Om folket i byn inte behöver hjälp går vi varje natt.", "Om folket i byn inte behöver hjälp"),
        ("Caféet öppnar om brandskyddet blir godkänt.", "om brandskyddet blir godkänt"),
        ("Besked inom tre dagar – om vi hinner!", "om vi hinner"),
        ("Den som frågar får en säng när plats finns.", "när plats finns"),
        ("Vi ringer upp, om det bedöms meningsfullt.", "om det bedöms meningsfullt"),
    ]
)
def test_a_reservation_ends_with_what_it_depends_on(text: str, words: str) -> None:
    assert [text[one.start : one.end] for one in analyse(text).of(ex.Reservation)] == [words]


def test_a_chance_to_influence_reserves_nothing() -> None:
    assert not analyse("Vi ger elever möjlighet att själva påverka.").of(ex.Reservation)
    assert analyse("Bemanningen styr när vi går ut.").of(ex.Reservation)
