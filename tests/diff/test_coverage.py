"""Which of two wordings covers more or binds to more, in either direction."""

from diff.promises_of_pairs import new_promise, old_promise
from each import each
from medborgarlofte.diff.document import compare

ROW = {"id": "K1", "part": "kommunen"}


def kind(before: str, after: str) -> str:
    """What became of a commitment between 2023 and 2024."""
    new = new_promise({**ROW, "text": after, "fortsätter": ["gammal#K1"]})
    [change] = compare(old_promise({**ROW, "text": before}), new).changes
    return change.kind


@each([
        ("Vi besöker Ekgården, Alhem och Björkängen en gång i månaden.", "Vi besöker Ekgården och Björkängen en gång i månaden."),
        ("Värdar finns vid simhallen, biblioteket och torget.", "Värdar finns vid simhallen."),
        ("Vi städar parken, målar bänkarna och klipper häckarna.", "Vi städar parken och klipper häckarna."),
        ("Alla förskolor får besök.", "Alla förskolor utom Solgården får besök."),
        ("Vi har öppet varje kväll.", "Vi har öppet varje kväll utom måndagar."),
        ("Vi har öppet alla dagar utom söndagar.", "Vi har öppet alla dagar utom lördagar och söndagar."),
        ("Vi svarar dygnet runt.", "Vi svarar dygnet runt, dock inte på helger."),
        ("Vi gör mellan 5 och 7 kontroller i månaden.", "Vi gör mellan 3 och 5 kontroller i månaden."),
        ("Vi informerar elever i årskurs 7–9.", "Vi informerar elever i årskurs 9."),
        ("Vi informerar elever i årskurs 4, 5 och 6.", "Vi informerar elever i årskurs 5–6."),
        ("Vi träffar ungdomar 13–19 år varje vecka.", "Vi träffar ungdomar 15–17 år varje vecka."),
        ("Kommunen asfalterar gångvägen.", "Kommunen ser över möjligheten att asfaltera gångvägen."),
        ("Kommunen sätter upp kameror på torget.", "Kommunen utreder om kameror kan sättas upp på torget."),
        ("Vi ordnar tre träffar, en i varje tätort.", "Vi ordnar tre träffar."),
        ("Ingen gård lämnas utan lås.", "De flesta gårdar får lås."),
        ("Ingen som ringer blir utan besked.", "De flesta som ringer får besked."),
        ("Inget offer står utan hjälp.", "Så få offer som möjligt står utan hjälp."),
        ("Ingen bil ska köra i parken.", "Så få bilar som möjligt ska köra i parken."),
        ("Varje klass får 90 minuter om brand.", "Varje klass får en timme om brand."),
        ("Vi kommer inom en halvtimme.", "Vi kommer inom en timme."),
        ("Vakter båda helgdagarna.", "Vakter på lördagar."),
        ("Daglig rondering i Hamnhuset.", "Hamnhuset rondas två dagar i veckan."),
        ("Bygga 8 gupp, 4 i Almby och 4 i Ekby.", "Almby och Ekby får 3 gupp vardera."),
        ("Nämnden bygger en lekplats.", "Nämnden prövar möjligheten att bygga en lekplats."),
        ("Alla högstadieelever får besök.", "Alla elever i nian får besök."),
        ("Alla elever får besök.", "Alla elever i åttan får besök."),
        ("Alla elever i nian får besök.", "Alla nyanlända elever i nian får besök."),
    ])  # fmt: skip
def test_what_covers_less_is_weakened_and_the_other_way_sharpened(more: str, less: str) -> None:
    assert (kind(more, less), kind(less, more)) == ("weakened", "sharpened")


@each(
    [
        ("Vi informerar elever i årskurs 7–9.", "Vi informerar elever i årskurs 7, 8 och 9."),
        ("Vi besöker Ekgården, Alhem och Björkängen.", "Vi besöker Björkängen, Ekgården samt Alhem."),
        ("Skolan och polisen ordnar två temadagar.", "Polisen ordnar tillsammans med skolan två temadagar."),
        ("Kurser ges för föräldrar och lärare.", "Kurser ges för vårdnadshavare och lärare."),
        (
            "Ingen grind får stå trasig mer än fem dagar.",
            "Varje trasig grind ska lagas inom fem dagar.",
        ),
        ("Gå en promenad med boende.", "Boende visar mörka platser under en promenad."),
        ("Förutom fasta besök gör vi tio ronder.", "Vi gör tio ronder och fasta besök."),
        ("Ingen gård lämnas utan lås.", "Alla gårdar får ett lås."),
        ("Ingen förskola saknar larm.", "Samtliga förskolor har larm."),
        ("Alla som ringer får besked.", "Ingen som ringer blir utan besked."),
        ("60 min brandkunskap i varje klass.", "Varje klass får en timmes lektion om brand."),
        ("Åttorna får 30 minuter om nätet.", "En halvtimme om nätet får alla åttor."),
        ("Daglig rondering i Hamnhuset.", "Hamnhuset rondas alla dagar i veckan."),
        ("Vi rondar alla veckans dagar.", "Vi rondar varje dag."),
        ("Vakter lördagar och söndagar.", "Vakter båda helgdagarna, lördag och söndag."),
        ("Bygglov prövas av nämnden inom tio veckor.", "Nämnden prövar bygglov inom tio veckor."),
        (
            "Plantera 60 träd, 20 i Alby, 20 i Ekby och 20 i Norrby.",
            "Alby, Ekby och Norrby får 20 träd vardera.",
        ),
        ("Alla elever i sjuan får besök.", "Alla sjundeklassare får besök."),
    ]
)
def test_other_words_for_the_same_are_reworded(before: str, after: str) -> None:
    assert {kind(before, after), kind(after, before)} == {"reworded"}


def test_more_often_for_fewer_is_weakened() -> None:
    assert (
        kind("Vi ronderar sex garage en gång i veckan.", "Vi ronderar fyra garage två gånger i veckan.")
        == "weakened"
    )
