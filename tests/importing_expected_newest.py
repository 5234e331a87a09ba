"""Expected drafts of documents of fourteen more shapes."""

from typing import Final

NEWEST: Final = {
    "alvsered-bjurbo-2022": """
medborgarlöfte: 2022–2022
  K1 alvsereds: rustar upp Kyrkparken med nya bänkar och belysning senast de
  K2 alvsereds: håller biblioteket öppet till klockan 21 två kvällar i vecka
  K3 bjurbo: anställer en fältassistent
  K4 bjurbo: låser skolgårdarna nattetid
  P1 polisen: patrullerar till fots i båda centralorterna minst en gång i
  P2 polisen: gör minst 15 kontroller av mopeder
  G1 tillsammans: möts varje månad för att följa läget
""",
    "brattfors-2022-2025": """
samverkansöverenskommelse: 2022–2025
  1 Ungdomar i riskzon
  2 Brott mot äldre
  3 Trygghet i offentlig miljö
  K1 kommunen: Ta fram gemensam lägesbild
  K2 kommunen: Införa SSPF på tre skolor
  G1 tillsammans: Genomföra trygghetsvandring i varje tätort
  / Ingegerd Wallström, Kommunstyrelsens ordförande, kommunen
  / Pontus Åhlin, Lokalpolisområdeschef, polisen
""",
    "ekhult-protokoll": """
medborgarlöfte: 2024–2024
  P1 polisen: genomföra minst 18 trafikkontroller på väg 52,
  P2 polisen: vara synlig i Ekhults centrum varje fredagskväll,
  P3 polisen: besöka samtliga gymnasieklasser under våren.
  K1 kommunen: ha två nattvandrande vuxna ute minst 30 fredagar,
  K2 kommunen: senast den 30 juni 2024 ha bytt belysningen i Lundaparken.
  G1 tillsammans: träffas var sjätte vecka för att stämma av lägesbilden.
""",
    "fjallnas-2025-2026": """
medborgarlöfte: 2025–2026
  P1 polisen: Skoterpatrull på lederna runt Fjällnäs by
  K1 kommunen: Skylta om hastighet vid alla ledkorsningar
  P2 polisen: Nykterhetskontroller efter afterski
  K2 kommunen: Nattbuss från fjällhotellet
  G1 tillsammans: Föräldramöte om alkohol i årskurs 8
  K3 kommunen: Öppna fritidsgården en kväll till
""",
    "gransjo-2024-uppfoljning": """
medborgarlöfte: 2024–2024
  P1 polisen: Polisen ska hålla öppet polisrum på biblioteket varje torsda
  P2 polisen: Polisen ska genomföra minst 40 nykterhetskontroller.
  K1 kommunen: Kommunen ska sätta upp kameror på resecentrum senast den 1 m
  K2 kommunen: Kommunen ska erbjuda sommarjobb till 60 ungdomar.
  G1 tillsammans: Polisen och kommunen ska genomföra tre trygghetsvandringar.
uppföljning: –
  P1 genomfört
  P2 delvis genomfört 31
  K1 ej genomfört
  K2 genomfört 72
  G1 genomfört 3
""",
    "hallestad-2024-2026": """
medborgarlöfte: 2024-02-01–2026-01-31
  P1 polisen: Polisen ska patrullera till fots i centrum minst fyra gånger
  P2 polisen: Polisen ska göra minst två insatser i månaden mot försäljnin
  P3 polisen: Polisen ska kontrollera hastigheten vid kommunens tre skolor
  K1 kommunen: Kommunen ska anställa två fältassistenter senast den 1 septe
  K2 kommunen: Kommunen ska bygga om övergångsstället vid Prästängsskolan u
  G1 tillsammans: Polisen och kommunen ska bjuda in alla föräldrar i årskurs 7
""",
    "hogmosse-2023-2027": """
samverkansöverenskommelse: 2023-01-01–2027-12-31
  a Unga
  b Trafik
  c Otillåten påverkan
  / Karl-Erik Mossberg, Kommunstyrelsens ordförande, kommunen
  / Yvonne Tallgren, Lokalpolisområdeschef, polisen
""",
    "lindvik-2023": """
medborgarlöfte: 2023–2023
  P1 polisen: Polisen ska finnas i hamnen varje lördagskväll i juli.
  P2 polisen: Polisen ska genomföra minst tolv sjökontroller.
  K1 kommunen: Kommunen ska ställa ut tio nya livbojar före den 1 juni.
  K2 kommunen: Kommunen ska hålla ungdomsgården öppen hela sommaren.
""",
    "mellanfors-2025": """
medborgarlöfte: 2025-03-01–2026-02-28
  P1 polisen [resecentrum]: Vi finns på resecentrum varje vardagskväll mellan klockan 20
  K1 kommunen [resecentrum]: Vi anställer fyra trygghetsvärdar.
  K2 kommunen [resecentrum]: Vi målar om tunneln före sommaren.
  P2 polisen [skolvagar]: Vi mäter hastigheten vid Sörgårdsskolan två gånger i veckan.
  K3 kommunen [skolvagar]: Vi bygger en upphöjd korsning senast den 15 augusti 2025.
""",
    "orrhult-2023-2024": """
medborgarlöfte: 2023–2024
  P1 polisen: Polisen ska besöka alla klasser i årskurs 6 varje läsår.
  K1 kommunen: Kommunen ska öppna en mötesplats för unga senast den 1 mars
  P2 polisen: Polisen ska svara på frågor i chatten varje tisdag.
  K2 kommunen: Kommunen ska utbilda 25 föräldravandrare.
  G1 tillsammans: Kommunen och polisen ska ha gemensamma lägesmöten var tredje
""",
    "sandarp-2024-halvtid": """
medborgarlöfte: 2024–2024
  P1 polisen: Polisen ska genomföra minst 30 fotpatruller i centrum.
  K1 kommunen: Kommunen ska byta ut all belysning i Havsparken senast den 1
  K2 kommunen: Kommunen ska erbjuda feriejobb till 45 ungdomar.
  P2 polisen: Polisen ska hålla fyra informationsmöten om bedrägerier.
  G1 tillsammans: Polisen och kommunen ska genomföra två trygghetsvandringar.
uppföljning: –
  P1 pågår 17
  K1 genomfört
  K2 genomfört 48
  P2 ej påbörjat
  G1 delvis genomfört
""",
    "skiftinge-2025": """
medborgarlöfte: 2025–2025
  K1 kommunen: Fritidsbanken i Norrtull håller öppet två kvällar i veckan.
  K2 kommunen: Alla trasiga gatlampor längs Åpromenaden byts inom tio arbet
  K3 kommunen: Socialtjänstens fältgrupp är ute varje fredag och lördag fra
  P1 polisen: En områdespolis finns på torget minst sex timmar i veckan.
  P2 polisen: Vi genomför 24 kontroller av hastigheten på Ringvägen.
  P3 polisen: Vi ringer upp den som utsatts för inbrott inom 48 timmar.
  G1 tillsammans: Fyra trygghetsvandringar, en i varje stadsdel.
  G2 tillsammans: Ett möte i månaden mellan områdespolisen, fältgruppen och sk
  / Berit Ahlmark, kommunstyrelsens ordförande, kommunen
  / Göran Stjernvik, lokalpolisområdeschef, polisen
""",
    "tornsberg-nyhetsbrev-2025": """
medborgarlöfte: 2025–2025
  P1 polisen [tryggare-station]: Polisen lovar att ha ett mobilt kontor vid stationen två gån
  K1 kommunen [tryggare-station]: Kommunen lovar att måla om gångtunneln före påsk.
  P2 polisen [farre-bedragerier]: Polisen lovar att hålla åtta föreläsningar för äldre.
  K2 kommunen [farre-bedragerier]: Kommunen lovar att skicka ut information om bluffsamtal till
  G1 tillsammans [lugnare-helger]: Polisen och kommunen lovar att göra minst tio gemensamma kro
""",
    "fallby-kryss": """
medborgarlöfte: 2024–2024
  P1 polisen: Polisen lovade minst 40 besök i kvarteren kring Fabriksgatan
  K1 kommunen: Kommunen lovade att byta 30 lampor längs strandpromenaden.
  K2 kommunen: Kommunen lovade fler papperskorgar vid stationen.
  G1 tillsammans: Polisen och kommunen lovade sex möten med föräldrar på skolo
  G2 tillsammans: Polisen och kommunen lovade en gemensam kampanj mot klotter.
uppföljning: –
  P1 genomfört 46
  K1 delvis genomfört 12
  K2 genomfört
  G1 genomfört
  G2 ej genomfört
""",
    "varnasa-2026": """
medborgarlöfte: 2026–2026
  P1 polisen: Polisen kör minst åtta kontroller i månaden på genomfarten.
  K1 kommunen: Kommunen sätter upp 35 nya lampor längs gångvägen till skola
  G1 tillsammans: Polisen och kommunen startar grannsamverkan i sex byar.
  K2 kommunen: Kommunens byalag får låna märkutrustning gratis.
  / Solveig Brink, kommunalråd, kommunen
  / Mats Hallenborg, lokalpolisområdeschef, polisen
""",
}
