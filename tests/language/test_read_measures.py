"""Measures read from whole sentences, in words."""

from each import each
from medborgarlofte.language.analysis import analyse
from medborgarlofte.language.format import format_expression

READ = {
    "Vi ordnar fyra språk- och läxcaféer.": ["4 språk- och läxcaféer"],
    "Polisen gör fyra cykel-, moped- och bilkontroller per månad.": [
        "4 cykel-, moped- och bilkontroller per månad"
    ],
    "Vi är ute minst tre kvälls- eller nattpass i veckan.": ["minst 3 kvälls- eller nattpass per vecka"],
    "Vi är ute lördags- och söndagskvällar.": ["lördag, söndag (2 gånger per vecka)"],
    "Vi är ute lördag- och söndagkvällar.": ["lördag, söndag (2 gånger per vecka)"],
    "Fältgruppen gör två besök per skola och termin.": ["2 besök per termin för varje skola"],
    "Fältgruppen gör två besök per termin och skola.": ["2 besök per termin för varje skola"],
    "Kommunen gör ett besök per förening och år.": ["1 besök per år för varje förening"],
    "En gång per termin och klass.": ["1 gång per termin för varje klass"],
    "Vi gör två besök per år och möten däremellan.": ["2 besök per år"],
    "Vi gör två besök per år och tre möten.": ["2 besök per år", "3 möten"],
    "Vi beslutar om inriktning för respektive verksamhet.": ["varje verksamhet"],
    "Vi finns på plats vid varje skola.": ["varje skola"],
    "Vi finns på plats vid varje match.": ["vid varje match"],
    "Vi minskar svarstiden till en dag.": ["minskar till 1 dag"],
    "Antalet ökar till minst 50 ronder.": ["ökar till minst 50 ronder"],
    "Vandringen hålls höst och vår.": ["2 gånger per år"],
    "Gården har öppet 15–21 varje vardag.": ["klockslag", "varje vardag"],
    "Områden för grannsamverkan startas, minst två per år.": ["minst 2 per år"],
    "Vi ordnar ronder, minst en i månaden.": ["minst 1 per månad"],
}


@each(READ.items())
def test_measures_read_from_a_text(text: str, expected: list[str]) -> None:
    assert [format_expression(one, "sv").replace("\xa0", " ") for one in analyse(text).measures] == expected
