"""What the drafts of the documents in tests/importing/documents hold, in short, by name."""

from typing import Final

EXPECTED: Final = {
    "akerby-uppfoljning": """
medborgarlöfte: 2023–2023
  P1 polisen: Polisen ska genomföra minst 24 alkoholkontroller i trafiken.
  K1 kommunen: Kommunen ska anordna lovaktiviteter under alla skollov.
  K2 kommunen: Kommunen ska ta fram en belysningsplan.
uppföljning: –
  P1 genomfört 31
  K1 delvis genomfört
  K2 ej genomfört
""",
    "almberga-mal": """
medborgarlöfte: 2025–2026
  P1 polisen: Polisen gör minst 100 fotpatrulleringar per år i centrum.
  K1 kommunen: Krögarutbildning i ansvarsfull alkoholservering två gånger p
  G1 tillsammans: Gemensam tillsyn på serveringsställen, minst sex tillfällen
  K2 kommunen: Föräldrar till alla elever i årskurs 7 får information vid h
  K3 kommunen: Fältgruppen arbetar kvällar torsdag–lördag.
  P2 polisen: Polisen medverkar i undervisningen i årskurs 9.
""",
    "angsholm-fragor": """
medborgarlöfte: 2024–2024
  K1 kommunen [vallaparken]: Kommunen sätter upp ny belysning senast i mars 2024
  P1 polisen [vallaparken]: Polisen går genom parken varje fredag och lördag kväll
  K2 kommunen [prastgatan]: Kommunen bygger farthinder under 2024
  P2 polisen [prastgatan]: Polisen mäter hastigheten två gånger i månaden
  P3 polisen [polisnarvaro]: Polisen har mobilt poliskontor på torget 12 gånger under åre
""",
    "askvik-overenskommelse": """
samverkansöverenskommelse: 2023-07-01–2026-06-30
  narkotika Narkotika
  trafik Trafik
  / Maria Holst, Kommunstyrelsens ordförande, kommunen
  / Anders Kvist, Lokalpolisområdeschef, polisen
""",
    "bjorkvik-uppfoljning-tabell": """
medborgarlöfte: 2022–2022
  P1 polisen: Polisen ska genomföra trafikkontroller
  P2 polisen: Polisen ska besöka skolor
  K1 kommunen: Kommunen ska klippa buskar längs Ågatan
  K2 kommunen: Kommunen ska starta en grannsamverkansgrupp
uppföljning: –
  P1 genomfört 112
  P2 delvis genomfört 14
  K1 delvis genomfört
  K2 ej genomfört 0
""",
    "brunnsta-2024": """
medborgarlöfte: 2024–2024
  P1 polisen [skadegorelse-centrum]: Ökad närvaro i centrum under helgkvällar
  P2 polisen [skadegorelse-centrum]: Riktade insatser mot klotter vid minst 8 tillfällen
  K1 kommunen [skadegorelse-centrum]: Sanering av klotter inom två dygn
  K2 kommunen [skadegorelse-centrum]: Ny belysning på Kvarnplan (klart i september 2024)
  P3 polisen [buskorning-moped]: Minst 20 mopedkontroller under april–september
  P4 polisen [buskorning-moped]: Samtal med vårdnadshavare när unga stoppats
  K3 kommunen [buskorning-moped]: Temadagar om trafik i årskurs 9
  G1 tillsammans [vald-nara-relationer]: Utbildning i att upptäcka våld för all personal i förskolan
  G2 tillsammans [vald-nara-relationer]: En kampanj i november varje år
""",
    "ekliden-tva-perioder": """
medborgarlöfte: 2024–2024
  P1 polisen: fotpatrullera i centrum minst 40 gånger under året
  P2 polisen: besöka alla åttondeklasser
  K1 kommunen: hålla biblioteket öppet till klockan 20 på vardagar
medborgarlöfte: 2023–2023
  P1 polisen: fotpatrullera i centrum minst 25 gånger under året
  K1 kommunen: rusta upp parken vid Storgatan
  K2 kommunen: erbjuda feriejobb till 100 ungdomar
""",
    "forsmo-nyhet": """
medborgarlöfte: 2024–2025
  P1 polisen: Minst en trafikkontroll i veckan i Forsmo tätort.
  P2 polisen: Snabbare återkoppling till den som anmält brott.
  K1 kommunen: Fler fältassistenter ute på helgkvällar.
  K2 kommunen: Klottersanering inom 48 timmar.
  G1 tillsammans: Medborgardialog varje höst.
""",
    "granliden-2024": """
medborgarlöfte: 2024-03–2024-11
  A1 hedens-bostader-ab [trygga-gardar]: Belysningen på alla bostadsgårdar kontrolleras en gång i mån
  A2 hedens-bostader-ab [trygga-gardar]: Trappuppgångar som klottrats ner saneras inom 24 timmar.
  P1 polisen [trygga-gardar]: Fotpatruller går genom området minst tre gånger per vecka.
  A3 granlidens [meningsfull-fritid]: Idrottshallen är öppen för spontanidrott varje lördagskväll.
  K1 kommunen [meningsfull-fritid]: Fritidsledare finns på plats i området alla vardagskvällar.
  G1 tillsammans [meningsfull-fritid]: Ett områdesmöte hålls varje månad där boende kan träffa alla
""",
    "gullboda-uppfoljning": """
medborgarlöfte: 2023–2023
  P1 polisen: Polisen ska vara synlig i centrum minst 20 timmar i veckan.
  K1 kommunen: Kommunen ska rusta upp Stadsparken under våren.
  G1 tillsammans: Polisen och kommunen ska genomföra tre trygghetsvandringar.
  K2 kommunen: Kommunen ska inrätta en medborgarpanel.
uppföljning: –
  P1 genomfört 23
  K1 delvis genomfört
  G1 ej genomfört
  K2 utgått
""",
    "hamra-fyra-parter": """
medborgarlöfte: 2023-04-01–2025-03-31
  K1 kommunen: Gatukontoret byter 300 armaturer till LED.
  K2 kommunen: Skolan har minst två vuxna ute på varje rast.
  P1 polisen: Kommunpolisen håller mottagning på biblioteket en gång i mån
  P2 polisen: Vi utreder alla klotterbrott på skolor inom 30 dagar.
  A1 raddningstjansten: Vi besöker alla sjuor och berättar om anlagda bränder.
  A2 hamra-framat: Vi går nattvandring varje fredag under terminerna.
  G1 tillsammans: Vi träffas varje kvartal.
  G2 tillsammans: Vi delar en lägesbild.
  / Pia Holm, kommunalrådet, kommunen
  / Leif Strand, kommunpolis, polisen
  / Ida Berg, räddningschef, -
  / Sven Alm, ordförande, -
""",
    "harvik-2023-2025": """
medborgarlöfte: 2023–2025
  K1 kommunen [trygga-hamnar]: Bemanna hamnkontoret kvällstid under juni, juli och augusti
  P1 polisen [trygga-hamnar]: Genomföra båtpatrullering minst tio nätter per säsong
  G1 tillsammans [trygga-hamnar]: Bjuda in båtklubbarna till samverkansmöte två gånger per år
  A1 harvik-hamn-ab [trygga-hamnar]: Sätta upp kameror vid gästhamnen
  K2 kommunen [unga-riskzon]: Hålla orossamtal inom fem dagar från ingripande
  P2 polisen [unga-riskzon]: Besöka fritidsgårdarna minst en gång i veckan
  / Per Ahlqvist, Kommundirektör, Harviks kommun, kommunen
  / Fatima Sundbom, Lokalpolisområdeschef, Östra kusten, polisen
""",
    "hedekas-omraden": """
medborgarlöfte: 2024-01-01–2024-12-31
  P1 polisen [grannsamverkan]: Polisen utbildar kontaktombud vid fyra tillfällen under året
  K1 kommunen [grannsamverkan]: Kommunen lånar ut märkutrustning på biblioteken.
  P2 polisen [snabb-information]: Polisen skickar sms till kontaktombud inom ett dygn efter in
  G1 tillsammans [synlig-narvaro]: Polisen och kommunens ordningsvakter rör sig i villaområdena
""",
    "hultaby-2023": """
medborgarlöfte: 2023–2023
  P1 polisen: Polisen ska patrullera stationsområdet minst 15 timmar i vec
  K1 kommunen: Hultaby kommun ska byta ut samtliga lampor i gångtunneln för
  A1 dalvik: Region Dalvik ska bemanna väntsalen mellan klockan 18 och 24
  G1 tillsammans: Vi ska träffas varannan månad och dela lägesbild.
  A2 -: En informationskampanj om cykelstölder ska genomföras under
  / Ulrika Strand, Kommunstyrelsens ordförande, kommunen
  / Mats Öberg, Lokalpolisområdeschef, polisen
  / Rebecka Lind, Trafikdirektör, -
""",
    "kalvo-2025": """
medborgarlöfte: 2025–2025
  P1 polisen: Vi är på torget varje lördag mellan klockan 22 och 02.
  P2 polisen: Vi återkopplar till anmälare inom 14 dagar.
  K1 kommunen: Vi släcker inte gatubelysningen före klockan 01.
  K2 kommunen: Vi har minst sex nattvandrare ute varje helg.
  G1 tillsammans: Vi möter invånarna på Kalvödagen den 31 juni 2025.
  A1 kalvo-raddningstjanst: Vi utbildar 200 elever i brandsäkerhet.
  / Lisa Norén, kommunchef, kommunen
  / Bo Ramsell, biträdande lokalpolisområdeschef, polisen
""",
    "kullavik-numrerat": """
medborgarlöfte: 2024–2026
  P1 polisen: Polisen ska genomföra minst två insatser per månad mot busså
  P2 polisen: Polisen ska närvara vid lovstart.
  K1 kommunen: Kommunen ska anlita ordningsvakter på bussterminalen fredag
  K2 kommunen: Kommunen ska rekrytera fem nya föräldravandrare per termin.
  G1 tillsammans: Parterna ska ha avstämningsmöte varje måndag.
""",
    "lerberga-lopande-uppfoljning": """
medborgarlöfte: 2024-01–2024-08
  P1 polisen: Polisen skulle genomföra 20 kontroller av mopeder.
  P2 polisen: Polisen skulle vara på plats vid skolstarten.
  K1 kommunen: Kommunen skulle sätta upp belysning i Ekparken före midsomma
  K2 kommunen: Kommunen skulle erbjuda sommarjobb till alla niondeklassare.
uppföljning: –
  P1 genomfört 26
  P2 -
  K1 ej genomfört
  K2 -
""",
    "lillharad-overenskommelse": """
samverkansöverenskommelse: 2023-01-01–2026-12-31
  3.1 Unga och narkotika
  3.2 Trygga platser
  3.3 Brott mot äldre
  / Björn Hallberg, Kommunstyrelsens ordförande, kommunen
  / Sara Lindqvist, Lokalpolisområdeschef, polisen
""",
    "ljungarp-farger": """
medborgarlöfte: 2024–2024
  P1 polisen: Fotpatrullering i centrum minst 3 kvällar per vecka
  K1 kommunen: Ungdomsgården öppen alla lov
  G1 tillsammans: Trygghetsvandring på Norr
  K2 kommunen: Kameror på busstorget
uppföljning: –
  P1 genomfört 3,4
  K1 genomfört
  G1 delvis genomfört
  K2 ej genomfört
""",
    "lugnby-2022": """
medborgarlöfte: 2022–2022
  A1 -: Hastighetskontroller genomförs varje vecka på infartsvägarna
  A2 -: Fritidsgården hålls öppen fyra kvällar i veckan.
  A3 -: Belysningen vid ån byts ut före den 1 oktober 2022.
  P1 polisen: Skolorna besöks minst två gånger per termin av polisen.
  K1 kommunen: Föräldravandringar ordnas av kommunen under skolavslutningen
""",
    "mellbyda-protokoll": """
medborgarlöfte: 2025–2025
  P1 polisen: genomföra narkotikakontroller på kommunens tre största evene
  P2 polisen: delta vid föräldramöten i årskurs 8
  K1 kommunen: starta föräldrastödsprogrammet ABC på två orter
  K2 kommunen: klippa sly vid gång- och cykelvägar före den 1 juli
""",
    "morto-2025": """
medborgarlöfte: 2025–2025
  P1 polisen: att minst var fjortonde dag ha ett mobilt poliskontor på Mör
  P2 polisen: att alltid återkoppla till den som lämnat tips, senast inom
  P3 polisen: att tillsammans med tullen kontrollera minst 40 fritidsbåtar
  K1 kommunen: att tvätta bort klotter inom 24 timmar på vardagar
  K2 kommunen: att anställa en mobil fritidsledare, om statsbidraget bevilj
  K3 kommunen: att alla förskolor ska ha en trygghetsplan före den 31 augus
""",
    "nashult-bokstaver": """
medborgarlöfte: 2020–2021
  P1 polisen: Trafiken vid skolorna. Polisen gör en hastighetskontroll i v
  K1 kommunen: Belysningen. Kommunen ser över belysningen längs samtliga sk
  G1 kommunen+foreningarna: Vuxna på stan. Kommunen och föreningarna ordnar nattvandring
  P2 polisen: Drogerna. Polisen besöker gymnasiet med narkotikahund fyra g
  G2 tillsammans: Information. Polisen och kommunen informerar på nasthult.exa
""",
    "norrhammar-bostader": """
medborgarlöfte: 2024–2024
  A1 norrhammarsbostader: Belysningen på samtliga parkeringar ska vara bytt till LED s
  P1 polisen: Polisen finns på plats i Haga centrum minst två kvällar per
  K1 kommunen: Kommunens fritidsgård i Haga har öppet till 22.00 fredagar o
  G1 tillsammans: Alla parter deltar i en trygghetsvandring i april och en i o
  G2 tillsammans: Ärenden om nedskräpning åtgärdas inom 48 timmar.
  / Stina Alm, Socialdirektör, kommunen
  / Rolf Bergdahl, Kommunpolis, polisen
  / Jessica Frid, VD, -
""",
    "norrnas-brev": """
medborgarlöfte: 2024–2025
  P1 polisen: Polisen kommer att ha öppen mottagning i bygdegården första
  K1 kommunen: Kommunen ser till att det finns digitala hastighetsskyltar p
  G1 tillsammans: Vi ringer tillbaka till alla som kontaktar oss inom två arbe
  K2 kommunen: Dessutom kommer kommunens fritidsledare att vara ute med min
  G2 tillsammans: Men vi lovar att höra av oss även när vi inte har något nytt
  / Oskar Dahl, kommunpolis, polisen
  / Ingela Norström, trygghetsstrateg, kommunen
""",
    "ronnasa-kolumner": """
medborgarlöfte: 2024–2024
  P1 polisen [brottsforebyggande-arbet]: Besöka alla högstadieklasser och prata om rekrytering till k
  K1 kommunen [brottsforebyggande-arbet]: Hålla ungdomens hus öppet under alla lov
  G1 tillsammans [brottsforebyggande-arbet]: Bjuda in vårdnadshavare till digitalt möte
""",
    "rosvalla-2021": """
medborgarlöfte: 2021–2021
  P1 polisen [stationsomradet]: Polisen kommer att vara synlig på stationen minst fyra kväll
  K1 kommunen [stationsomradet]: Rosvalla kommun kommer att laga trasig belysning inom tre ar
  P2 polisen [barn-unga-natet]: Polisen kommer att hålla föreläsningar om nätbrott för alla
  K2 kommunen [barn-unga-natet]: Kommunen kommer att erbjuda vårdnadshavare en kurs, två kväl
  G1 tillsammans [barn-unga-natet]: Båda parter kommer att svara på frågor i ett öppet forum den
""",
    "sandhamre-polisen": """
medborgarlöfte: 2024–2024
  P1 polisen: minska svarstiderna i receptionen till högst 20 minuter
  P2 polisen: hålla fyra öppna föreläsningar om bedrägerier
  P3 polisen: besöka samtliga badplatser minst en gång per vecka under jun
  P4 polisen: delta i kommunens trygghetsvandringar när vi blir inbjudna
  / Agneta Falk, biträdande lokalpolisområdeschef, polisen
""",
    "sjobo-norra-stadsdel": """
medborgarlöfte: 2022–2022
  P1 polisen: Vi går trygghetspatrull minst fyra dagar i veckan.
  P2 polisen: Vi har mottagning i områdeskontoret varannan tisdag 15–18.
  K1 kommunen: Vi håller fritidsgården öppen alla kvällar utom söndag.
  K2 kommunen: Vi anställer 20 ungdomar som sommarjobbare.
  A1 borghem: Vi målar om alla källargångar under året.
  A2 borghem: Vi byter lås på 14 portar före den 1 november.
""",
    "sjomarken-uppfoljning-t1": """
medborgarlöfte: 2024–2024
  P1 polisen: Polisen ska genomföra 60 trafikkontroller under året.
  P2 polisen: Polisen ska delta i nattvandringar minst en gång i månaden.
  P3 polisen: Polisen ska ordna en temakväll om bedrägerier för äldre.
  K1 kommunen: Kommunen ska sätta upp tre nya bänkar på torget.
  K2 kommunen: Kommunen ska införa en trygghetsapp.
uppföljning: 2024-01–2024-04
  P1 pågår 22
  P2 genomfört
  P3 ej påbörjat
  K1 delvis genomfört 2
  K2 utgått
""",
    "stavsjo-forlangt": """
medborgarlöfte: 2022–2024
  P1 polisen [otrygghet-resecentrum]: Polisen ska ha ordningspoliser på plats vid resecentrum mins
  K1 kommunen [otrygghet-resecentrum]: Kommunen ska ha en trygghetsvärd på resecentrum vardagar klo
  G1 tillsammans [otrygghet-resecentrum]: Polisen och kommunen ska träffa bussbolaget en gång i kvarta
  K2 kommunen [skadegorelse-skolor]: Kommunen ska polisanmäla all skadegörelse och åtgärda den in
""",
    "tallmo-2024": """
medborgarlöfte: 2024-02-01–2025-01-31
  P1 polisen: Genomför minst 30 hastighetskontroller vid skolor och försko
  P2 polisen: Besöker varje klass i årskurs 8 en gång under höstterminen.
  P3 polisen: Patrullerar till fots i centrum fredagar och lördagar.
  K1 kommunen: Bygger två farthinder på Björkarbyvägen senast 30 juni 2024.
  K2 kommunen: Ordnar föräldramöten om narkotika på alla fyra högstadieskol
  K3 kommunen: Svarar på felanmälningar om belysning inom 48 timmar.
  G1 tillsammans: Trygghetsvandringar på minst tre platser varje år.
  G2 tillsammans: Öppet hus på biblioteket i april och oktober.
  / Karin Bodén, Lokalpolisområdeschef, polisen
  / Johan Ek Lindgren, Kommunstyrelsens ordförande, kommunen
""",
    "tre-kommuner-2024": """
medborgarlöfte: 2024-01-01–2024-12-31
  P1 polisen: ha minst en utryckande patrull i varje kommun under fredags-
  P2 polisen: genomföra 12 krogkontroller per kommun
  K1 anas: rusta upp resecentrum före den 1 september 2024
  K2 oxna: anställa en fältassistent på heltid
  K3 sundby: inventera belysningen på alla gång- och cykelvägar
  G1 anas+oxna+sundby: driva en gemensam jour för unga som behöver stöd, med svar i
  G2 tillsammans: träffas den första torsdagen i varje kvartal
""",
    "tvarskog-tills-vidare": """
medborgarlöfte: 2023-06-01–
  K1 kommunen [trafik]: se över skyltningen på Storgatan
  K2 kommunen [trafik]: bygga gupp vid Lillskolan senast augusti 2024
  P1 polisen [trafik]: göra minst åtta trafikinsatser per år
  K3 kommunen [droger]: ge alla åttor ANDT-utbildning
  P2 polisen [droger]: ha kontakt med skolledningen varje månad
""",
    "vassbo-2020": """
medborgarlöfte: –2021-12
  P1 polisen: Polisen förbinder sig att genomföra minst två trafikkontroll
  K1 kommunen: Vassbo kommun åtar sig att klippa häckarna vid alla korsning
  G1 tillsammans: Tillsammans ska polisen och kommunen arrangera fyra trygghet
  / Eva Rydman, kommunstyrelsens ordförande, kommunen
  / Sten Wik, lokalpolisområdeschef, polisen
""",
    "vintrosa-problem": """
medborgarlöfte: 2023-03–2025-02
  P1 polisen: Polisen fotpatrullerar i centrum torsdag till lördag.
  K1 kommunen: Kommunen anlitar ordningsvakter under samma kvällar.
  P2 polisen: Polisen gör hastighetskontroller minst en gång i veckan.
  K2 kommunen: Kommunen sätter upp en hastighetsdisplay före 1 juni 2023.
  G1 tillsammans: Polisen och kommunen håller sex informationsträffar per år f
  / Ann Lövgren, Kommunstyrelsens ordförande, kommunen
  / Tomas Ståhl, Lokalpolisområdeschef, polisen
""",
}
