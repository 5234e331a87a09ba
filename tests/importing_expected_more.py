"""What the drafts of further documents hold, in short, by name: one document for each kind of shape."""

from typing import Final

MORE: Final = {
    "abro-numrerade-omraden": """
samverkansöverenskommelse: 2024-01-01–2027-12-31
  2.1 Trafik
  2.2 Ungas utsatthet
  2.3 Otrygga platser
  / Tomas Näs, Kommundirektör, kommunen
  / Ulrika Fors, Lokalpolisområdeschef, polisen
""",
    "bjorkhult-press": """
medborgarlöfte: 2025–2025
  P1 polisen: Under 2025 ska polisen ha minst ett fotpass per dag i centru
  P2 polisen: Polisen kommer också att hålla öppet polisrum på biblioteket
  K1 kommunen: Kommunen förbinder sig att anställa tre fältsekreterare före
  G1 tillsammans: Tillsammans ska parterna bjuda in till medborgardialog i mar
  / Anna-Karin Dahl, kommunstyrelsens ordförande, kommunen
  / Isak Norén, kommunpolis, polisen
""",
    "brobacka-inriktning": """
medborgarlöfte: 2023-03-01–2025-02-28
  P1 polisen [synlighet]: Polisen fotpatrullerar i Brobacka centrum minst tio timmar p
  P2 polisen [synlighet]: Polisen deltar på tre lokala evenemang per år.
  K1 kommunen [synlighet]: Kommunen upplåter en lokal till polisen på biblioteket från
  P3 polisen [unga]: Polisen informerar i årskurs 8 om näthat.
  K2 kommunen [unga]: Kommunen har elevcoacher på alla högstadieskolor.
  K3 kommunen [unga]: Kommunen håller fritidsgården öppen 200 kvällar per år.
  G1 tillsammans [unga]: Parterna erbjuder föräldrastöd inom två veckor efter en oros
  / Siv Ek, Kommunchef, kommunen
  / Leo Ros, Lokalpolisområdeschef, polisen
""",
    "dalby-rubrikord": """
medborgarlöfte: 2021–2022
  P1 polisen [fler-poliser-landsbygden]: Polisen ska varje vecka besöka minst en by utanför centralor
  K1 kommunen [snabbare-sanering]: Klotter och skadegörelse på kommunala byggnader åtgärdas av
  K2 kommunen [tryggare-skolor]: Skolorna genomför varje år en trygghetsenkät i årskurs 6 och
  P2 polisen [tryggare-skolor]: Polisen deltar vid föräldramöten i samtliga högstadieskolor.
  K3 kommunen [vuxna-stan]: Under storhelgerna organiserar Dalby kommun nattvandringar.
  A1 dalbyhjalpen [vuxna-stan]: Föreningen Dalbyhjälpen bidrar med minst tio vuxna per kväll
  / Per Holm, Kommunstyrelsens ordförande, kommunen
  / Ann Ro, Lokalpolisområdeschef, polisen
""",
    "ekby-vem": """
medborgarlöfte: 2022–2022
  P1 polisen: besöka alla gymnasieklasser
  P2 polisen: svara på tips via e-post inom tre dagar
  K1 kommunen: ha öppet på Arenan till kl. 22
  G1 tillsammans: hålla krismöten inom ett dygn vid allvarlig händelse
  / Ali Nor, Kommunpolis, polisen
  / Eva Dahl, Kommundirektör, kommunen
""",
    "ekdala-artal": """
medborgarlöfte: 2024–2024
  P1 polisen: Polisen ska finnas vid Ekdalaskolan vid terminsstarterna.
  K1 kommunen: Kommunen ska så klart hålla gångstråken snöröjda, senast klo
  A1 ekhem: Bostadsbolaget Ekhem ska installera nya lås i 40 portar.
medborgarlöfte: 2023–2023
  P1 polisen: Polisen ska genomföra 10 nykterhetskontroller.
  K1 kommunen: Kommunen ska ta bort klotter inom 48 timmar.
""",
    "furuby-bockar": """
medborgarlöfte: 2022–2022
  P1 polisen: Polisen ska genomföra 12 fotpatruller i månaden
  P2 polisen: Polisen ska ha öppet reception på lördagar
  K1 kommunen: Kommunen ska måla om viadukten
  K2 kommunen: Kommunen ska starta en sommarskola
uppföljning: –
  P1 genomfört
  P2 ej genomfört
  K1 genomfört
  K2 delvis genomfört
""",
    "granby-status": """
medborgarlöfte: 2023–2023
  P1 polisen: Polisen ska genomföra 20 trafikkontroller vid skolor.
  K1 kommunen: Kommunen ska sätta upp kameror på Resecentrum.
  G1 tillsammans: Polisen och kommunen ska hålla fyra grannsamverkansmöten.
  K2 kommunen: Kommunen ska ha fältassistenter ute varje fredag.
uppföljning: –
  P1 genomfört 23
  K1 ej genomfört
  G1 delvis genomfört
  K2 pågår
""",
    "hagsta-paragrafer": """
medborgarlöfte: 2024-07-01–2025-06-30
  P1 polisen: Det är polisen som ser till att två patruller finns i centru
  P2 polisen: För att minska langningen gör polisen minst fem tillslag var
  P3 polisen: Varje nyanmäld stöld följs upp av polisen med ett telefonsam
  K1 kommunen: Det åligger kommunen att hålla parkerna upplysta året runt.
  K2 kommunen: Kultur- och fritidsförvaltningen arrangerar lovaktiviteter u
  K3 kommunen: Nedskräpning som anmäls till kommunen ska vara borta inom fy
  / Berit Mo, Kommunstyrelsens ordförande, kommunen
  / Omar Ek, Lokalpolisområdeschef, lokalpolisområde Hagstaslätten, polisen
""",
    "hallnas-lopande": """
medborgarlöfte: 2024-02-01–2026-01-31
  P1 polisen [stationen]: Därför kommer polisen att ha en fast patrull där varje freda
  K1 kommunen [stationen]: I väntsalen anställer kommunen två trygghetsvärdar, som är p
  K2 kommunen [stationen]: Belysningen på perrongen byts ut av kommunen under 2024.
  P2 polisen [skolorna]: Varje läsår besöks samtliga årskurs 7 av kommunpolisen.
  G1 tillsammans [skolorna]: Om en elev utsätts för brott ska rektor och polisen träffa e
  K3 kommunen [skolorna]: Kommunen lovar också att ingen skola ska vara utan kurator.
  / Gunilla Frid, kommunalråd, kommunen
  / Per-Olof Sten, lokalpolisområdeschef, polisen
""",
    "hultby-lovade": """
medborgarlöfte: 2023–2023
  P1 polisen: Polisen lovade att genomföra 30 hastighetskontroller
  K1 kommunen: Kommunen lovade att bygga en skatepark
  K2 kommunen: Kommunen lovade att ha fältare ute varje helg
  P2 polisen: Polisen lovade att kontakta inbrottsdrabbade inom en vecka
  G1 tillsammans: Kommunen och polisen lovade att ordna en trygghetsdag
uppföljning: –
  P1 genomfört 36
  K1 ej genomfört
  K2 delvis genomfört
  P2 går ej att bedöma
  G1 genomfört
""",
    "karbo-tabell": """
medborgarlöfte: 2022–2023
  K1 kommunen: Två trygghetsvandringar per år
  P1 polisen: Poliskontor i Kårbo centrum
  P2 polisen: Trafikkontroller vid skolorna, minst 30
  G1 tillsammans: Grannsamverkan i alla villaområden
  K2 kommunen: Sommarjobb till unga i riskzon
uppföljning: –
  K1 genomfört 4
  P1 ej genomfört
  P2 genomfört
  G1 delvis genomfört
  K2 pågår
""",
    "lervik-bokstavsomraden": """
samverkansöverenskommelse: 2022-01-01–2025-12-31
  A Ungdomar
  B Trygg i hemmet
  C Evenemang
  / Britt Ös, kommunstyrelsens ordförande, kommunen
  / Göran Å. Lind, lokalpolisområdeschef, polisen
""",
    "lillvik-tabell": """
medborgarlöfte: 2022–2023
  P1 polisen [buskorning-norra-vagen]: Mäta hastigheten varannan vecka
  K1 kommunen [klotter-tunneln]: Måla om tunneln tillsammans med elever
  G1 tillsammans [ensamma-aldre]: Ringa upp alla över 80 år
  A1 lillbuss [otrygg-busshallplats]: Sätta upp nödtelefon
  / Sven Ask, kommunalråd, kommunen
  / Ida Rot, polisområdeschef, polisen
""",
    "lovasa-glued": """
medborgarlöfte: 2024–2025
  P1 polisen: Polisen besöker varje högstadieskola en gång i månaden.
  P2 polisen: Polisen svarar på tips om langning inom två dygn.
  K1 kommunen: Staden öppnar ett trygghetscenter på Brogatan före den 1 dec
  K2 kommunen: Staden har två fältarbetare ute varje fredag kväll.
  G1 tillsammans: Polisen och staden går trygghetsronder i alla fem bostadsomr
  / Karin Lundmark, Stadsdirektör, kommunen
  / Johan Edin, Kommunpolis, polisen
""",
    "marby-rubrikpunkt": """
medborgarlöfte: 2024-01-01–2025-12-31
  P1 polisen: Trafik. Minst 40 kontroller på väg 55 per år.
  P2 polisen: Centrum. Fotpatrull varje fredag.
  P3 polisen: Äldre. Besök på fyra träffpunkter varje halvår.
  K1 kommunen: Trafik. Ny gång- och cykelväg till idrottsplatsen, klar sena
  K2 kommunen: Centrum. Fler parkvärdar sommartid.
  G1 tillsammans: Unga. Samverkansmöte en gång i månaden.
  / Björn Ask, kommunalråd, kommunen
  / Eva Ljung, chef för lokalpolisområde Mark, polisen
""",
    "myrby-brev": """
medborgarlöfte: 2021–2021
  P1 polisen: Polisen stoppar mopeder på gångbanorna minst två dagar i vec
  P2 polisen: Från och med skolstarten pratar en polis med alla niondeklas
  K1 kommunen: Kommunen hyr ut tomma lokaler till föreningar för en krona i
  K2 kommunen: Dessutom flyttar kommunen in sitt medborgarkontor i gamla po
  K3 kommunen: Skulle bullret fortsätta kommer kommunen att smalna av Storg
  G1 tillsammans: Polisen och kommunen möter er på torget första lördagen i va
  / Lotta Vik, säkerhetsstrateg i Myrby, kommunen
  / Jens Hall, kommunpolis, polisen
""",
    "norrvik-att-satser": """
medborgarlöfte: 2022-09-01–2023-08-31
  P1 polisen: att det på varje högstadieskola finns en namngiven polis att
  P2 polisen: att polisen hälsar på i föreningslivet minst en gång per kva
  K1 kommunen: att kommunen tar bort klotter inom tre arbetsdagar,
  K2 kommunen: att kommunen ordnar läxhjälp på biblioteket två kvällar i ve
  G1 tillsammans: att kommunen och polisen bjuder in till ett möte för alla i
  / Håkan Mo, Kommundirektör, kommunen
  / Stina Ås, Lokalpolisområdeschef, polisen
""",
    "nyberg-darutover": """
medborgarlöfte: 2023-01–2024-06
  G1 tillsammans: genomföra två trygghetsvandringar per halvår
  G2 tillsammans: träffa föreningslivet i mars varje år
  P1 polisen: ha ökad närvaro vid Resecentrum, minst fem pass i veckan
  P2 polisen: genomföra minst 20 krogkontroller
  K1 kommunen: starta en fältgrupp med fyra anställda, senast den 1 septemb
  K2 kommunen: ta bort buskage längs Järnvägsgatan
  / Lena Bro, Kommunstyrelsens ordförande, kommunen
  / Kim Strand, Polismästare, polisen
""",
    "odsta-lofte-1": """
medborgarlöfte: 2025–2025
  P1 polisen [synliga-poliser]: Lokalpolisområde Ödebygd lovar att ha minst 150 fotpass i Öd
  K1 kommunen [sakra-skolor]: Ödsta kommun lovar att varje skola har en trygghetsplan sena
  P2 polisen [snabb-hjalp]: Polisen återkommer inom tre dagar till den som har anmält et
  K2 kommunen [rent-snyggt]: Kommunen sanerar klotter inom ett dygn, utom på helger.
  G1 tillsammans [dialog]: Kommunen och polisen bjuder in till fyra torgmöten.
  / Fredrik Ål, kommunstyrelsens ordförande, kommunen
  / Anna Sjö, lokalpolisområdeschef, polisen
""",
    "ramsele-fragor": """
medborgarlöfte: 2024–2024
  P1 polisen [trygg-trafiken]: Hastighetsmätningar på Byvägen minst två gånger i månaden.
  K1 kommunen [trygg-trafiken]: Nya övergångsställen vid skolan.
  G1 tillsammans [mindre-skadegorelse]: Vuxna på stan under skolavslutningen.
""",
    "rodvik-vi-lovade": """
medborgarlöfte: 2021–2021
  P1 polisen: Polisen ska gå i hamnen minst 40 kvällar.
  K1 kommunen: Kommunen ska byta 60 lampor på Strandvägen senast den 31 okt
  G1 tillsammans: Kommunen och polisen ska starta ett ungdomsråd.
  P2 polisen: Polisen ska svara på frågor i radion varje månad.
  / Mia Strand, trygghetssamordnare, kommunen
uppföljning: –
  P1 genomfört 44
  K1 delvis genomfört 25
  G1 ej genomfört
  P2 utgått
  / Mia Strand, trygghetssamordnare, kommunen
""",
    "sjobacka-polisen-kommunen": """
medborgarlöfte: 2023-01-01–2023-12-31
  P1 polisen [tryggt-centrum]: fotpatrullerar minst tre kvällar per vecka
  P2 polisen [tryggt-centrum]: tar fram en kontaktlista till handlarna senast den 1 mars
  K1 kommunen [tryggt-centrum]: sätter in en parkvärd under maj–augusti
  K2 kommunen [tryggt-centrum]: stänger av torget för biltrafik nattetid
  P3 polisen [trygg-skolvag]: kontrollerar hastigheten utanför Sjöskolan två gånger i måna
  K3 kommunen [trygg-skolvag]: bygger en cykelbana längs Skolvägen
  G1 tillsammans [trygg-skolvag]: håller ett föräldramöte varje termin
  / Gerd Lund, kommunchef, kommunen
  / Ali Hamdi, chef för lokalpolisområde Backa, polisen
""",
    "skogsbo-romerska": """
medborgarlöfte: 2023-05-01–2025-04-30
  P1 polisen [brott-aldre]: informerar på samtliga sex äldreboenden
  P2 polisen [brott-aldre]: har en kontaktperson för pensionärsorganisationerna
  K1 kommunen [brott-aldre]: skickar hem en broschyr till alla över 75 år senast 31 oktob
  K2 kommunen [brott-aldre]: utbildar hemtjänstens personal, minst 80 procent
  P3 polisen [ii-buskorning]: kontrollerar A-traktorer minst 15 gånger per år
  K3 kommunen [ii-buskorning]: anlägger farthinder på Ringvägen
  G1 tillsammans [ii-buskorning]: träffar A-traktorförare varje vår
  / Jan Wik, Lokalpolisområdeschef, polisen
  / Moa Hed, Kommunstyrelsens ordförande, kommunen
""",
    "solby-insats-klart": """
medborgarlöfte: 2024–2024
  K1 kommunen: Belysning på Ågatan
  P1 polisen: Kontroller av vattenskotrar, minst tio under sommaren
  G1 tillsammans: Utbildning för krögare om överservering
uppföljning: –
  G1 -
""",
    "stenvik-bokstavsmal": """
medborgarlöfte: 2024–2025
  P1 polisen: Polisen märker cyklar vid resecentrum, fyra tillfällen per å
  K1 kommunen: Kommunen bygger ett låst cykelgarage med 200 platser senast
  K2 kommunen: Kommunen håller ungdomens hus öppet till klockan 23 på lörda
  P2 polisen: Polisen patrullerar till fots i Gamla stan minst sex timmar
  G1 tillsammans: Båda parter bemannar en trygghetspunkt på torget den sista f
  P3 polisen: Polisen genomför tio insatser mot öppen handel varje halvår
  K3 kommunen: Socialtjänsten erbjuder samtal inom en vecka till den som ta
  / Robin Ek, säkerhetschef, kommunen
  / Sara Lind, tf chef lokalpolisområde Stenvik, polisen
""",
    "strombro-tre-parter": """
medborgarlöfte: 2022-08-15–2024-08-14
  K1 kommunen: att det finns vuxna på fritidsgården varje vardagskväll
  K2 kommunen: att belysningen på gångvägarna lagas inom åtta dagar
  P1 polisen: att ha mottagning i Brohult varje tisdag
  P2 polisen: att besöka butikerna minst en gång i veckan
  P3 polisen: att dela en lägesbild med bostadsbolaget varje månad
  A1 bostads-ab-bron: att låsa vindar och källare
  A2 bostads-ab-bron: att ta bort klotter inom två dygn
  / Pia Rask, Kommundirektör, kommunen
  / Bo Wall, Lokalpolisområdeschef, polisen
  / Tina Frisk, VD, -
""",
    "sundfors-kolumner": """
medborgarlöfte: 2023–2023
  P1 polisen: Mopedkontroller vid badplatserna
  K1 kommunen: Staket runt skolgården vid Åsskolan
  G1 tillsammans: Föräldramöten om droger
  K2 kommunen: Felanmälan av trasig gatubelysning åtgärdas
  A1 sundforshem: Portkoder byts i samtliga trapphus
  / Maria Sand, chef för lokalpolisområde Älvdalen, polisen
  / Nils Berg, kommunchef, kommunen
  / Lena Å. Vik, vd, -
""",
    "tornby-ansvar": """
medborgarlöfte: 2022-07-01–2024-06-30
  P1 polisen: Fler patruller i Tornby centrum på fredagar, minst två per k
  P2 polisen: Hastighetskontroller på Storgatan varje vecka
  P3 polisen: Samtal med vårdnadshavare inom 48 timmar efter ingripande mo
  K1 kommunen: Ny belysning i Linnéparken senast den 30 september 2022
  K2 kommunen: Sommarlovsaktiviteter i alla tre bostadsområdena
  K3 kommunen: Gratis busskort till nattvandrare
  G1 tillsammans: Gemensamma tillsyner på krogar, sex per år
  G2 tillsammans: Medborgarmöte varje halvår
  / Anders Holm, lokalpolisområdeschef i Mellanslätten, polisen
  / Eva Kraft, kommunstyrelsens ordförande i Tornby, kommunen
""",
    "vallby-atar-sig": """
medborgarlöfte: 2023-04-01–2023-09-30
  P1 polisen: cykla i badområdena varje dag under juli
  P2 polisen: svara på mejl från invånare inom två arbetsdagar
  K1 kommunen: hålla ungdomsgården öppen hela sommaren
  K2 kommunen: städa badplatserna före klockan 8 varje morgon
  G1 tillsammans: Båda lovar att träffas varje måndag för att gå igenom helgen
  / Maria Ros, kommunchef, kommunen
  / Pål Ek, kommunpolis, polisen
""",
    "vikmanstad-skulle": """
medborgarlöfte: 2022–2022
  P1 polisen: Vi lovade att polisen skulle finnas på torget varje lördag.
  K1 kommunen: Kommunen lovade att rusta upp Svanparken före midsommar.
  P2 polisen: Polisen skulle också kontakta alla som drabbats av inbrott i
  G1 tillsammans: Tillsammans skulle vi ordna två dialogkvällar.
uppföljning: –
  P1 delvis genomfört
  K1 genomfört
  P2 ej genomfört
  G1 ej genomfört
""",
}
