"""What the drafts of further invented documents hold."""

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
    "lindefors-protokoll": """
medborgarlöfte: 2025-01-01–2026-12-31
  K1 kommunen: Kommunen ska låsa skolgårdarna nattetid från den 1 mars 2025
  K2 kommunen: Kommunen ska svara på klotteranmälningar inom 24 timmar och
  K3 kommunen: Kommunens fältare ska arbeta minst två kvällar i veckan.
  P1 polisen: Polisen ska göra 40 hastighetskontroller per år på riksväg 9
  P2 polisen: Polisen ska hålla öppet poliskontor i Lindefors varje onsdag
  G1 tillsammans: Kommunen och polisen ska bjuda in till två medborgardialoger
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
    "ronninge-samverkansavtal": """
samverkansöverenskommelse: 2025-01-01–
  gangkriminalitet-rekryte Gängkriminalitet och rekrytering
  vald-nara-relationer Våld i nära relationer
  trygga-skolvagar Trygga skolvägar
  / Camilla Alm, stadsdirektör, kommunen
  / Bo Frid, lokalpolisområdeschef, polisen
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
