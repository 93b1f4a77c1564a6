# language: sv
Egenskap: Läsa in på nytt och funktioner som inte är tillgängliga
  En förlorad session kommer tillbaka eller börjar om när webbläsaren läses in på nytt. En banderoll berättar vilka funktioner som inte är tillgängliga.

  Regel: Läs in på nytt efter en anslutning som inte kunde återställas

    @AD-092
    Scenario: En anslutning som är borta för länge
      Givet att Ada är inloggad
      Och anslutningen för Ada har brutits
      När 60 sekunder går
      Så läser Ada att sessionen inte kunde återställas
      Och sessionen för Ada har avslutats med orsaken "connection was not restored in time"

    @AD-092
    Scenario: Att läsa in på nytt frågar efter stationen igen
      Givet att Ada är inloggad
      Och anslutningen för Ada har brutits
      Och det har gått 60 sekunder
      Och Ada har läst att sessionen inte kunde återställas
      Och anslutningar går att upprätta igen
      När Ada klickar på Läs in webbläsaren på nytt
      Så ser Ada Stationsuppgifter

    @AD-092
    Scenario: Att läsa in på nytt hämtar tillbaka en session som finns kvar
      Givet att Ada är inloggad
      Och det har gått 60 sekunder
      Och Ada har ändrat tillgängligheten till Passiv med koden "Lunch Break"
      Och det har gått 600 sekunder
      Och anslutningen för Ada har brutits
      Och det har gått 20 sekunder
      Och anslutningar går att upprätta igen
      När Ada läser in webbläsaren på nytt
      Så är Ada Passiv med koden "Lunch Break"
      Och tidräknaren visar "10:20 / 11:20" för Ada

    @AD-092
    Scenariomall: En anslutning som kommer tillbaka i tid kräver ingen omläsning
      Givet att Ada är inloggad
      Och Ada har ändrat tillgängligheten till Tillgänglig
      Och anslutningen för Ada har brutits
      Och det har gått <avbrott>
      Och anslutningar går att upprätta igen
      När <återställd> går
      Så är Ada Tillgänglig

      Exempel: Tidigt och i sista sekunden
        | avbrott     | återställd  |
        | 20 sekunder | 10 sekunder |
        | 40 sekunder | 9 sekunder  |

    @AD-092
    Scenario: En session väntar på sin anslutning
      Givet att Ada är inloggad
      Och anslutningen för Ada har brutits
      När 49 sekunder går
      Så fortsätter sessionen för Ada

    @AD-092
    Scenario: Efter femtio sekunder väntar en session inte längre
      Givet att Ada är inloggad
      Och anslutningen för Ada har brutits
      När 50 sekunder går
      Så har sessionen för Ada avslutats med orsaken "connection was not restored in time"

    @AD-092
    Scenariomall: Tidräknaren som kommer tillbaka går inte efter datorns klocka
      Givet att klockan hos Ada går 60 minuter <fel>
      Och Ada är inloggad
      Och det har gått 60 sekunder
      Och Ada har ändrat tillgängligheten till Passiv med koden "Lunch Break"
      Och det har gått 600 sekunder
      När Ada läser in webbläsaren på nytt
      Så visar tidräknaren "10:00 / 11:00" för Ada

      Exempel:
        | fel   |
        | före  |
        | efter |

    @AD-092
    Scenariomall: En klocka som ställs om medan skrivbordet är öppet flyttar inte tidräknaren
      Givet att Ada är inloggad
      Och det har gått 60 sekunder
      Och Ada har ändrat tillgängligheten till Passiv med koden "Lunch Break"
      Och klockan hos Ada går 60 minuter <fel>
      När 600 sekunder går
      Så visar tidräknaren "10:00 / 11:00" för Ada

      Exempel:
        | fel   |
        | före  |
        | efter |

  Regel: Läs in på nytt efter sessionens tidsgräns

    @AD-093
    Scenario: En minut före slutet visas en varning
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      När Ada gör ingenting på 14 minuter
      Så varnas Ada för inaktivitet med 60 sekunder kvar
      Och Ada är fortfarande inloggad

    @AD-093
    Scenario: En sekund tidigare visas ingen varning
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      När Ada gör ingenting på 839 sekunder
      Så varnas Ada inte för inaktivitet

    @AD-093
    Scenario: Varningen räknar ned
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 14 minuter
      När Ada gör ingenting på 45 sekunder
      Så varnas Ada för inaktivitet med 15 sekunder kvar

    @AD-093
    Scenario: Den sista sekunden hör ännu till sessionen
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 14 minuter
      När Ada gör ingenting på 59 sekunder
      Så fortsätter sessionen för Ada

    @AD-093
    Scenario: Till slut loggas agenten ut
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 14 minuter
      När Ada gör ingenting på 60 sekunder
      Så läser Ada att sessionens tidsgräns har nåtts
      Och sessionen för Ada har avslutats med orsaken "Inactivity Logout"

    @AD-093
    Scenario: OK läser in på nytt och frågar efter stationen igen
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 15 minuter
      Och Ada har nått sessionens tidsgräns
      När Ada bekräftar med OK
      Så ser Ada Stationsuppgifter

    @AD-093
    Scenario: När webbläsaren läses in på nytt frågar den efter stationen igen
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 15 minuter
      Och Ada har nått sessionens tidsgräns
      När Ada läser in webbläsaren på nytt
      Så ser Ada Stationsuppgifter

    @AD-093
    Scenario: Den som förblir inloggad har hela tiden på sig igen
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 14 minuter
      Och Ada har valt Förbli inloggad
      När Ada gör ingenting på 13 minuter
      Så varnas Ada inte för inaktivitet

    @AD-093
    Scenario: Den som har fått nog loggar ut
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 14 minuter
      När Ada väljer Logga ut i varningen
      Så är Ada utloggad

    @AD-093
    Scenario: Den som gör något varnas inte
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 10 minuter
      Och Ada har rört musen
      När Ada gör ingenting på 10 minuter
      Så varnas Ada inte för inaktivitet

    @AD-093
    Scenario: Profilens tidsgräns går före organisationens
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och administratören har begränsat inaktivitet till 30 minuter i agenternas profil
      Och Ada är inloggad
      När Ada gör ingenting på 28 minuter
      Så varnas Ada inte för inaktivitet

    @AD-093
    Scenario: Profilens tidsgräns hålls
      Givet att administratören har begränsat inaktivitet till 5 minuter i agenternas profil
      Och Ada är inloggad
      När Ada gör ingenting på 4 minuter
      Så varnas Ada för inaktivitet med 60 sekunder kvar

    @AD-093
    Scenario: Utan tidsgräns varnas ingen
      Givet att Ada är inloggad
      När Ada gör ingenting på 5 timmar
      Så varnas Ada inte för inaktivitet

  Regel: Läs in på nytt efter problem med lokal lagring

    Bakgrund:
      Givet att Ada är inloggad

    @AD-094 @full-browser
    Scenario: Webbläsaren vägrar att spara inloggningen
      Givet att webbläsaren som Ada använder har börjat blockera webbplatsdata
      När Ada läser in webbläsaren på nytt
      Så läser Ada att webbläsaren inte låter skrivbordet spara inloggningen
      Och Ada ser ett fel-ID till administratören

    @AD-094 @full-browser
    Scenario: Att läsa in på nytt hittar sessionen igen när webbläsaren tillåter det
      Givet att webbläsaren som Ada använder har börjat blockera webbplatsdata
      Och Ada har läst in webbläsaren på nytt
      Och Ada har läst att webbläsaren inte låter skrivbordet spara inloggningen
      Och Ada har tillåtit webbplatsdata igen
      När Ada klickar på Läs in webbläsaren på nytt
      Så ser Ada Uppgiftssidan
      Och Ada är fortfarande inloggad

    @AD-094 @full-browser
    Scenario: Att läsa in på nytt före det hjälper inte
      Givet att webbläsaren som Ada använder har börjat blockera webbplatsdata
      Och Ada har läst in webbläsaren på nytt
      Och Ada har läst att webbläsaren inte låter skrivbordet spara inloggningen
      När Ada klickar på Läs in webbläsaren på nytt
      Så läser Ada att webbläsaren inte låter skrivbordet spara inloggningen

    @AD-094
    Scenario: Att läsa in på nytt hittar sessionen igen när webbläsarens lagring har rensats
      Givet att Ada har rensat webbläsarens cacheminne och webbplatsdata
      När Ada läser in webbläsaren på nytt
      Så är Ada fortfarande inloggad

  Regel: En banderoll namnger de funktioner som inte är tillgängliga

    @AD-095
    Scenario: En tjänst som svarar fel från början
      Givet att tjänsten bakom Adressbok svarar fel
      När Ada loggar in på en station
      Så ser Ada en banderoll som nämner Adressbok
      Och banderollen står högst upp på sidan för Ada
      Och Ada kan inte stänga banderollen

    @AD-095
    Scenariomall: Det som banderollen nämner går inte att använda
      Givet att tjänsten bakom <funktion> svarar fel
      När Ada loggar in på en station
      Så ser Ada en banderoll som nämner <funktion>
      Och Ada kan inte använda <funktion>

      Exempel:
        | funktion    |
        | Kollegor    |
        | Adressbok   |
        | Passivkoder |

    @AD-095
    Scenario: Flera funktioner nämns, och resten fungerar
      Givet att tjänsten bakom Adressbok och Passivkoder svarar fel
      När Ada loggar in på en station
      Så ser Ada en banderoll som nämner Adressbok och Passivkoder
      Och Ada kan inte använda Adressbok
      Och Ada kan inte använda Passivkoder

    @AD-095
    Scenario: En tjänst som svarar fel medan agenten arbetar
      Givet att Ada är inloggad
      Och tjänsten bakom Kollegor svarar fel
      När Ada öppnar Kontakter
      Så ser Ada en banderoll som nämner Kollegor

    @AD-095
    Scenario: Banderollen försvinner inte av sig själv
      Givet att tjänsten bakom Adressbok svarar fel
      Och Ada är inloggad
      Och Ada har sett banderollen nämna Adressbok
      När 1 timme förflyter
      Så ser Ada fortfarande en banderoll som nämner Adressbok

    @AD-095
    Scenario: Där allt fungerar finns ingen banderoll
      Givet att Bo är inloggad med numret "2025550123"
      Och Ada är inloggad
      När Ada öppnar Kontakter
      Så hittar Ada kollegan Bo, som är Passiv
      Och Ada ser ingen banderoll

  Regel: Banderollen försvinner när webbläsaren läses in på nytt efter att administratören har löst problemet

    @AD-096
    Scenario: Att problemet löses tar inte ensamt bort banderollen
      Givet att tjänsten bakom Adressbok svarar fel
      Och Ada är inloggad
      Och Ada har sett banderollen nämna Adressbok
      Och administratören har åtgärdat Adressbok
      När 1 timme förflyter
      Så ser Ada fortfarande en banderoll som nämner Adressbok
      Och Ada kan inte använda Adressbok

    @AD-096 @AD-097
    Scenario: Efter att ha lästs in på nytt är banderollen borta och funktionen fungerar
      Givet att tjänsten bakom Adressbok svarar fel
      Och Ada är inloggad
      Och Ada har sett banderollen nämna Adressbok
      Och administratören har åtgärdat Adressbok
      När Ada läser in webbläsaren på nytt
      Så ser Ada ingen banderoll
      Och Ada kan använda Adressbok

    @AD-097
    Scenario: Efter att ha lästs in på nytt fungerar alla funktioner
      Givet att tjänsten bakom Adressbok och Passivkoder svarar fel
      Och Bo är inloggad med numret "2025550123"
      Och Ada är inloggad
      Och Ada har sett banderollen nämna Adressbok och Passivkoder
      Och administratören har åtgärdat Adressbok och Passivkoder
      När Ada läser in webbläsaren på nytt
      Så ser Ada ingen banderoll
      Och Ada kan använda Adressbok
      Och Ada kan använda Passivkoder
      Och Ada kan använda Kollegor

    @AD-098
    Scenario: Att läsa in på nytt innan problemet är löst behåller banderollen
      Givet att tjänsten bakom Adressbok svarar fel
      Och Ada är inloggad
      Och Ada har sett banderollen nämna Adressbok
      När Ada läser in webbläsaren på nytt
      Så ser Ada fortfarande en banderoll som nämner Adressbok
      Och Ada kan inte använda Adressbok

    @AD-098
    Scenario: Av två problem stannar det olösta i banderollen
      Givet att tjänsten bakom Adressbok och Passivkoder svarar fel
      Och Ada är inloggad
      Och Ada har sett banderollen nämna Adressbok och Passivkoder
      Och administratören har åtgärdat Passivkoder
      När Ada läser in webbläsaren på nytt
      Så ser Ada en banderoll som nämner Adressbok
      Och Ada kan använda Passivkoder

  Regel: Ett tillfälligt fel kostar ingen funktion

    @AD-095
    Scenariomall: En tjänst som svarar fel en gång läses igen
      Givet att tjänsten bakom <funktion> svarar fel en gång
      Och Bo är inloggad med numret "2025550123"
      När Ada loggar in på en station
      Så kan Ada använda <funktion>
      Och Ada ser ingen banderoll

      Exempel:
        | funktion    |
        | Kollegor    |
        | Adressbok   |
        | Passivkoder |

    @AD-036
    Scenario: Microsoft Teams erbjuds så snart organisationens inställningar går att läsa
      Givet att administratören har ställt in anslutningen till Microsoft Teams
      Och det går en gång inte att läsa om organisationen använder Microsoft Teams
      Och Bo är inloggad
      När Bo öppnar Användarprofil
      Så erbjuds Bo att logga in på Microsoft Teams

    @AD-001
    Scenario: En layout som inte gick att läsa läses vid nästa tillfälle
      Givet att layouten för teamet "Support" har titeln "Harbour Support"
      Och skrivbordslayouten går en gång inte att läsa
      Och Ada är inloggad och arbetar för teamet "Support"
      När Ada ändrar tillgängligheten till Tillgänglig
      Så ser Ada titeln "Harbour Support"
