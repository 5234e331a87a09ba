"""What the drafts of further invented documents and web pages hold."""

from typing import Final

FURTHER: Final = {
    "aspnas-overenskommelse": """
samverkansöverenskommelse: 2025-01-01–2027-12-31
  3.1 Ungas utsatthet
  3.2 Otrygga hållplatser
  3.3 Bedrägerier
  / Britta Lind, kommunstyrelsens ordförande, kommunen
  / Sven Hage, lokalpolisområdeschef, polisen
""",
    "berga-dalby-ekas": """
medborgarlöfte: 2024–2025
  G1 berga+dalby+ekas [skadegorelse-skolor]: Kommunerna låser alla skolgårdar nattetid.
  P1 polisen [skadegorelse-skolor]: Polisen kör förbi skolorna varje helgnatt.
  K1 berga [skadegorelse-skolor]: Berga kommun provar kameror på Bergaskolan.
  P2 polisen [fort-forbi-skolorna]: Mäta hastigheten minst fyra gånger i månaden.
  G2 dalby+ekas [fort-forbi-skolorna]: Måla om övergångsställen före augusti 2024.
  G3 tillsammans [fort-forbi-skolorna]: Gemensam kampanj vid skolstart.
""",
    "bruksvallen-nyhet": """
medborgarlöfte: –2028-12-31
  P1 polisen: Tio trafikkontroller i månaden
  P2 polisen: Fotpatrull i centrum varje lunchrast
  P3 polisen: Ett besök per termin i varje niondeklass
  K1 kommunen: Ny belysning vid ishallen senast i oktober
  K2 kommunen: Väktare på biblioteket alla vardagar
  G1 tillsammans: Två trygghetsvandringar om året
  G2 tillsammans: Årlig konferens med krögarna
  / Eva Brink, kommunalråd, kommunen
  / Nils Åhl, lokalpolisområdeschef, polisen
""",
    "edsla-brev": """
medborgarlöfte: 2025–2025
  P1 polisen: att polisen kontrollerar mopeder utanför gymnasiet två gånge
  K1 kommunen: att kommunens fältgrupp går runt i centrum fredag och lördag
  A1 edslabostader: att Edslabostäder byter alla portkoder före den 1 juni 2025,
  G1 tillsammans: att vi gemensamt bjuder in till ett torgmöte i september.
  / Karin Stål, säkerhetsstrateg, kommunen
  / Ahmed Rosén, kommunpolis, polisen
""",
    "ekvalla-halvtid": """
medborgarlöfte: 2025–2026
  P1 polisen [trafik]: Polisen ska göra 20 hastighetskontroller per år på Skolvägen
  K1 kommunen [trafik]: Kommunen ska bygga två gupp senast den 30 juni 2025.
  G1 tillsammans [ungdomar]: Polisen och kommunen ska träffa föräldrar i årskurs 7 varje
  K2 kommunen [ungdomar]: Kommunen ska ha öppet i ishallen lovkvällar.
uppföljning: –
  P1 genomfört 23
  K1 delvis genomfört 1
  G1 genomfört
  K2 ej genomfört
""",
    "fagelvik-pressmeddelande": """
medborgarlöfte: 2027–2027
  P1 polisen: Polisen ska patrullera i Hamnparken varje kväll under juni,
  P2 polisen: Polisen ska också göra tjugo kontroller av vattenskotrar.
  K1 kommunen: Kommunen sätter upp 40 nya armaturer på Fyrvägen före den 1
  K2 kommunen: Dessutom anställer kommunen två ungdomsvärdar.
  G1 tillsammans: Tillsammans ska kommunen och polisen utbilda krögare i ansva
  G2 tillsammans: Två gånger om året bjuder de in till öppet möte.
""",
    "granforsa-tabbar": """
medborgarlöfte: 2027–2027
  K1 kommunen [nedskrapning-hamnen]: Städa kajen
  P1 polisen [nedskrapning-hamnen]: Bötfälla den som dumpar skräp
  G1 tillsammans [nedskrapning-hamnen]: Informera båtklubbarna
  P2 polisen [stolder-bilar]: Gå rundor på pendlarparkeringen
  K2 kommunen [stolder-bilar]: Sätta upp kameraskyltar
  / Per Holmstig, Kommunalråd, kommunen
  / Lisbet Ferm, Lokalpolisområdeschef, polisen
""",
    "hallanda-svar": """
medborgarlöfte: 2025–2025
  P1 polisen: Polisen lovar att finnas i Västerhaga minst tre gånger i vec
  P2 polisen: En gång i månaden parkerar det mobila poliskontoret vid Ica.
  K1 kommunen: Hallanda kommun lovar att rusta upp lekparkerna i Västerhaga
  K2 kommunen: Kommunen byter också trasiga lampor inom en vecka.
  P3 polisen: Polisen ringer upp dig inom tre dagar om du vill det.
  G1 tillsammans: Polisen och kommunen träffas varje torsdag och går igenom lä
  G2 tillsammans: Vi lovar också att bjuda in till ett öppet möte i november 2
""",
    "hallsta-prioriteringar": """
medborgarlöfte: 2025-03-01–2027-02-28
  P1 polisen [trygg-skolvag]: hastighetskontroller vid varje skola, minst sex per termin
  P2 polisen [trygg-skolvag]: närvaro vid skolstart
  K1 kommunen [trygg-skolvag]: gångbana längs Skolgatan senast den 30 september 2025
  K2 kommunen [trygg-skolvag]: vandrande skolbuss i Östra skolan
  P3 polisen [droger-parken]: tillsyn med hund två gånger i månaden
  G1 tillsammans [droger-parken]: månatlig lägesbild
  G2 tillsammans [droger-parken]: kampanj på skolorna i oktober
  / Eva Gran, kommunalråd, kommunen
  / Jan Moss, lokalpolisområdeschef, polisen
""",
    "hedvik-uppfoljning": """
medborgarlöfte: 2025–2025
  K1 kommunen: Öppna en ny fritidsgård i Östra
  K2 kommunen: Röja sly längs tre gångvägar
  K3 kommunen: Anställa en trygghetsvärd
  P1 polisen: Polisen skulle göra 30 nykterhetskontroller.
  P2 polisen: Polisen skulle ha ett mobilt kontor på torget en gång i måna
  P3 polisen: Polisen lovade att besöka alla sju byalag.
  G1 tillsammans: Vi lovade två öppna möten.
uppföljning: –
  K1 genomfört
  K2 delvis genomfört
  K3 ej genomfört
  P1 genomfört
  P2 delvis genomfört
  P3 genomfört
  G1 genomfört
""",
    "kaglinge-bokslut": """
medborgarlöfte: 2024–2024
  G1 tillsammans: Ordna fyra möten med fastighetsägarna.
  G2 tillsammans: Ta fram en handlingsplan mot narkotika.
  P1 polisen: Vara i Käglinge centrum minst 15 timmar i veckan.
  P2 polisen: Besöka alla högstadieklasser.
  K1 kommunen: Sätta upp kameror vid resecentrum.
  K2 kommunen: Hålla fritidsgården öppen på lördagar.
uppföljning: –
  G1 genomfört 5
  G2 delvis genomfört
  P1 ej genomfört 9
  P2 genomfört
  K1 ej genomfört
  K2 genomfört
""",
    "lindefors-protokoll": """
medborgarlöfte: 2025-01-01–2026-12-31
  K1 kommunen: Kommunen ska låsa skolgårdarna nattetid från den 1 mars 2025
  K2 kommunen: Kommunen ska svara på klotteranmälningar inom 24 timmar och
  K3 kommunen: Kommunens fältare ska arbeta minst två kvällar i veckan.
  P1 polisen: Polisen ska göra 40 hastighetskontroller per år på riksväg 9
  P2 polisen: Polisen ska hålla öppet poliskontor i Lindefors varje onsdag
  G1 tillsammans: Kommunen och polisen ska bjuda in till två medborgardialoger
""",
    "ljungdala-overenskommelse": """
samverkansöverenskommelse: 2026-01-01–2029-12-31
  3.1 Ungdomskriminalitet
  3.2 Våld i nära relationer
  3.3 Trygga offentliga miljöer
  / Lena Boström, Kommunstyrelsens ordförande, kommunen
  / Karl Viding, Lokalpolisområdeschef, polisen
""",
    "myras-lattlast": """
medborgarlöfte: 2026–2026
  P1 polisen: Polisen ska prata med ungdomar på fritidsgården varje månad.
  P2 polisen: Polisen ska stoppa bilar som kör för fort på Storvägen.
  K1 kommunen: Kommunen ska laga lampor som är trasiga inom 10 dagar.
  K2 kommunen: Kommunen ska ha vuxna ute på fredagar.
  G1 tillsammans: Vi går en promenad med dig som bor på Solgatan.
medborgarlöfte: 2025–2025
  P1 polisen: Polisen skulle åka buss med eleverna fyra gånger.
  K1 kommunen: Kommunen skulle måla tunneln.
""",
    "norrhult-hur-ofta": """
medborgarlöfte: 2025–2025
  P1 polisen [trafik]: Kontrollera mopeder vid skolorna
  P2 polisen [alkohol]: Besöka krogar
  K1 kommunen [unga]: Ha fältassistenter ute
  K2 kommunen [trygg-miljo]: Byta lampor i tunnlarna
  G1 tillsammans [trygg-miljo]: Gå trygghetsvandring
  G2 tillsammans [unga]: Träffa föräldrar i årskurs 6
""",
    "norrtorp-vi-rader": """
medborgarlöfte: 2026–2026
  P1 polisen: Vi finns på Norrtorps torg två kvällar i veckan.
  P2 polisen: Vi kontrollerar mopeder utanför Norrskolan minst en gång i v
  P3 polisen: Vi svarar på tips inom tre dagar.
  K1 kommunen: Vi klipper ner buskar längs gångvägen till stationen senast
  K2 kommunen: Vi håller fritidsgården öppen till 21 på vardagar.
  G1 tillsammans: Vi träffar boende på Linvägen fyra gånger under året.
""",
    "ronninge-samverkansavtal": """
samverkansöverenskommelse: 2025-01-01–
  gangkriminalitet-rekryte Gängkriminalitet och rekrytering
  vald-nara-relationer Våld i nära relationer
  trygga-skolvagar Trygga skolvägar
  / Camilla Alm, stadsdirektör, kommunen
  / Bo Frid, lokalpolisområdeschef, polisen
""",
    "skogvik-uppfoljningsrader": """
medborgarlöfte: 2026–2026
  P1 polisen [trafik]: Polisen gör 20 kontroller på Långgatan under året.
  K1 kommunen [trafik]: Kommunen målar om övergångsställena före den 1 juni 2026.
  K2 kommunen [ungas-trygghet]: Kommunen har fältare ute varje fredag.
  P2 polisen [ungas-trygghet]: Polisen besöker skolorna en gång per termin.
""",
    "sorby-problem-mal": """
medborgarlöfte: 2026–2026
  P1 polisen [otryggt-centrum]: Fotpatrullera på Torggatan
  K1 kommunen [otryggt-centrum]: Byta armaturer på Torggatan
  P2 polisen [rattfylleri]: Nykterhetskontroller vid E12
  G1 tillsammans [rattfylleri]: Samtal om alkohol i körskolorna
  G2 tillsammans [ensamkommande-aldre]: Informera på träffpunkter
  / Anna Berg, kommunchef, kommunen
  / Ulf Dahl, lokalpolisområdeschef, polisen
""",
    "tallby-brev": """
medborgarlöfte: 2026-03–2027-02
  P1 polisen: En polispatrull åker genom villaområdena varje natt mellan f
  G1 raddningstjansten+kommunen: Räddningstjänsten och kommunen delar ut märk-DNA till alla s
  K1 kommunen: Kommunen klipper häckarna längs Kyrkstigen innan midsommar.
  G2 tillsammans: Vi ringer tillbaka inom två arbetsdagar.
  / Erik Dahl, säkerhetschef i Tallby, kommunen
  / Mona Kvist, kommunpolis, polisen
""",
    "treby-problem": """
medborgarlöfte: 2025–2027
  K1 norrvika [stulna-batmotorer]: Sätta upp belysning vid bryggorna i Norrvika senast den 1 ma
  P1 polisen [stulna-batmotorer]: Patrullera med båt minst två nätter i veckan från maj till a
  G1 sandby+norrvika+hamnas [stulna-batmotorer]: Hålla hamnkontoren bemannade varje kväll i juli.
  K2 hamnas [buskorning-bryggpromenad]: Sätta upp bommar vid båda infarterna.
  P2 polisen [buskorning-bryggpromenad]: Göra tio riktade kontroller varje sommar.
  G2 tillsammans [buskorning-bryggpromenad]: Bjuda in ungdomar till en mopedkväll i juni.
""",
    "vastervag-nyhet": """
medborgarlöfte: 2026-05-01–2027-04-30
  P1 polisen: 25 timmar fotpatrull per vecka i Hamnstaden
  P2 polisen: Kontroller av elsparkcyklar, minst två gånger i månaden
  P3 polisen: En kontaktpolis för krögarna
  K1 kommunen: Nya papperskorgar på Strandpromenaden
  K2 kommunen: Tillsyn varje helg
  K3 kommunen: Trygghetsvärdar på spårvagnen kl. 20–02
  G1 tillsammans: Månadsmöte med handlarna
  G2 tillsammans: Två nattvandringar med föräldrar per termin
  / Helena Rask, stadsdirektör, kommunen
  / Jonas Ottosson, chef för lokalpolisområde Kusten, polisen
""",
    "vistad-fragor": """
medborgarlöfte: 2027–2027
  P1 polisen: Vi patrullerar till fots i centrum minst tre kvällar i vecka
  P2 polisen: Vi besöker resecentrum med hund två gånger i månaden.
  P3 polisen: En kommunpolis träffar dessutom alla åttor före höstlovet.
  P4 polisen: Inom fem dagar hör vi av oss till alla som har lämnat namn o
""",
}
PAGES: Final = {
    "angsjo": """
medborgarlöfte: 2027–2027
  P1 polisen: Polisen pratar med elever i alla skolor.
  P2 polisen: Polisen kör förbi badet varje kväll i juli.
  K1 kommunen: Kommunen sätter upp tre lampor.
medborgarlöfte: 2026–2026
  P1 polisen: Polisen har telefontid varje tisdag.
  K1 kommunen: Kommunen klipper gräset vid stationen.
  K2 kommunen: Kommunen öppnar ett kafé för unga senast 1 mars 2026.
""",
    "gransta": """
medborgarlöfte: 2026–2026
  P1 polisen: Två poliser finns vid stationen varje fredagskväll.
  P2 polisen: Vi lämnar besked om nedlagda ärenden inom en vecka.
  P3 polisen: Vi mäter hastigheten på Ekvägen minst tre gånger i månaden.
""",
    "hedarp": """
medborgarlöfte: 2025–2026
  P1 polisen: Vara på torget varje onsdag
  P2 polisen: Göra tio alkoholkontroller i halvåret
  P3 polisen: Ringa upp den som polisanmält inbrott
  K1 kommunen: Rusta upp lekparken i Sörgården under 2025
  K2 kommunen: Ha öppet på fritidsgården till kl. 22 på fredagar
  G1 tillsammans: Bjuda in till dialog två gånger per år
  G2 tillsammans: Gå trygghetsvandringar
""",
}
