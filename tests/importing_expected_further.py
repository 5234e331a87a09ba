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
    "treby-problem": """
medborgarlöfte: 2025–2027
  K1 norrvika [stulna-batmotorer]: Sätta upp belysning vid bryggorna i Norrvika senast den 1 ma
  P1 polisen [stulna-batmotorer]: Patrullera med båt minst två nätter i veckan från maj till a
  G1 sandby+norrvika+hamnas [stulna-batmotorer]: Hålla hamnkontoren bemannade varje kväll i juli.
  K2 hamnas [buskorning-bryggpromenad]: Sätta upp bommar vid båda infarterna.
  P2 polisen [buskorning-bryggpromenad]: Göra tio riktade kontroller varje sommar.
  G2 tillsammans [buskorning-bryggpromenad]: Bjuda in ungdomar till en mopedkväll i juni.
""",
    "vistad-fragor": """
medborgarlöfte: 2027–2027
  P1 polisen: Vi patrullerar till fots i centrum minst tre kvällar i vecka
  P2 polisen: Vi besöker resecentrum med hund två gånger i månaden.
  P3 polisen: En kommunpolis träffar dessutom alla åttor före höstlovet.
  P4 polisen: Inom fem dagar hör vi av oss till alla som har lämnat namn o
""",
}
