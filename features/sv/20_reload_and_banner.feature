# language: sv
Egenskap: Läsa in på nytt och funktioner som inte är tillgängliga
  En förlorad session kommer tillbaka eller börjar om när webbläsaren läses in på nytt. En banderoll nämner de funktioner som inte är tillgängliga.

  Regel: Läs in på nytt efter en anslutning som inte kunde återställas

    @AD-092
    Scenario: En anslutning som är borta för länge
      Givet att Ada är inloggad
      Och Adas anslutning har brutits
      När 60 sekunder har gått
      Så läser Ada att sessionen inte kunde återställas
      Och Adas session har avslutats med orsaken "connection was not restored in time"

    @AD-092
    Scenario: Att läsa in på nytt frågar efter stationen igen
      Givet att Ada är inloggad
      Och Adas anslutning har brutits
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
      Och Adas anslutning har brutits
      Och det har gått 20 sekunder
      Och anslutningar går att upprätta igen
      När Ada läser in webbläsaren på nytt
      Så är Ada Passiv med koden "Lunch Break"
      Och Adas tidräknare visar "10:20 / 11:20"

    @AD-092
    Scenariomall: En anslutning som kommer tillbaka i tid kräver ingen omläsning
      Givet att Ada är inloggad
      Och Ada har ändrat tillgängligheten till Tillgänglig
      Och Adas anslutning har brutits
      Och det har gått <avbrott>
      Och anslutningar går att upprätta igen
      När <återställd> har gått
      Så är Ada Tillgänglig

      Exempel: Tidigt och i sista sekunden
        | avbrott     | återställd  |
        | 20 sekunder | 10 sekunder |
        | 40 sekunder | 9 sekunder  |

    @AD-092
    Scenario: En session vars anslutning kom tillbaka avslutas inte senare
      Givet att Ada är inloggad
      Och Adas anslutning har brutits
      Och det har gått 20 sekunder
      Och anslutningar går att upprätta igen
      Och det har gått 10 sekunder
      Och Ada har ändrat tillgängligheten till Tillgänglig
      När 60 sekunder har gått
      Så fortsätter Adas session
      Och Ada är fortfarande inloggad

    @AD-092
    Scenario: Ett samtal som togs tillbaka under tiden ringer inte längre
      Givet att Ada är inloggad
      Och Ada har ändrat tillgängligheten till Tillgänglig
      Och en kund har ringt
      Och Adas anslutning har brutits
      Och kunden har lagt på
      Och anslutningar går att upprätta igen
      När 10 sekunder har gått
      Så är Ada Tillgänglig
      Och Ada har inget samtal

    @AD-092
    Scenario: En session väntar på sin anslutning
      Givet att Ada är inloggad
      Och Adas anslutning har brutits
      När 49 sekunder har gått
      Så fortsätter Adas session

    @AD-092
    Scenario: Efter femtio sekunder väntar en session inte längre
      Givet att Ada är inloggad
      Och Adas anslutning har brutits
      När 50 sekunder har gått
      Så har Adas session avslutats med orsaken "connection was not restored in time"

    @AD-092
    Scenario: En session med en konversation väntar längre på sin anslutning
      Givet att Ada är inloggad
      Och Ada har en konversation som är ansluten
      Och Adas anslutning har brutits
      När 60 sekunder har gått
      Så fortsätter Adas session

    @AD-092
    Scenario: Ännu en omläsning hämtar tillbaka den tillgänglighet som valdes sist
      Givet att Ada är inloggad
      Och Ada har ändrat tillgängligheten till Tillgänglig
      Och Ada har läst in webbläsaren på nytt
      Och Ada har ändrat tillgängligheten till Passiv med koden "Lunch Break"
      När Ada läser in webbläsaren på nytt
      Så är Ada Passiv med koden "Lunch Break"

    @AD-092
    Scenariomall: Den återställda tidräknaren beror inte på datorns klocka
      Givet att Adas klocka går 60 minuter <fel>
      Och Ada är inloggad
      Och det har gått 60 sekunder
      Och Ada har ändrat tillgängligheten till Passiv med koden "Lunch Break"
      Och det har gått 600 sekunder
      När Ada läser in webbläsaren på nytt
      Så visar Adas tidräknare "10:00 / 11:00"

      Exempel:
        | fel   |
        | före  |
        | efter |

    @AD-092
    Scenariomall: En klocka som ställs om medan skrivbordet är öppet ändrar inte tidräknaren
      Givet att Ada är inloggad
      Och det har gått 60 sekunder
      Och Ada har ändrat tillgängligheten till Passiv med koden "Lunch Break"
      Och Adas klocka går 60 minuter <fel>
      När 600 sekunder har gått
      Så visar Adas tidräknare "10:00 / 11:00"

      Exempel:
        | fel   |
        | före  |
        | efter |

  Regel: Läs in på nytt efter sessionens tidsgräns

    @AD-093
    Scenario: En minut före slutet visas en varning
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      När Ada inte gör något på 14 minuter
      Så varnas Ada för inaktivitet med 60 sekunder kvar
      Och Ada är fortfarande inloggad

    @AD-093
    Scenario: En sekund tidigare visas ingen varning
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      När Ada inte gör något på 839 sekunder
      Så varnas Ada inte för inaktivitet

    @AD-093
    Scenario: Varningen räknar ned
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 14 minuter
      När Ada inte gör något på 45 sekunder
      Så varnas Ada för inaktivitet med 15 sekunder kvar

    @AD-093
    Scenario: Den sista sekunden hör ännu till sessionen
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 14 minuter
      När Ada inte gör något på 59 sekunder
      Så fortsätter Adas session

    @AD-093
    Scenario: Till slut loggas agenten ut
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 14 minuter
      När Ada inte gör något på 60 sekunder
      Så läser Ada att sessionens tidsgräns har nåtts
      Och Adas session har avslutats med orsaken "Inactivity Logout"

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
    Scenario: En agent som förblir inloggad får hela tiden igen
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 14 minuter
      Och Ada har valt Förbli inloggad
      När Ada inte gör något på 13 minuter
      Så varnas Ada inte för inaktivitet

    @AD-093
    Scenario: En agent som förblir inloggad varnas igen i slutet av den tiden
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 14 minuter
      Och Ada har valt Förbli inloggad
      När Ada inte gör något på 14 minuter
      Så varnas Ada för inaktivitet med 60 sekunder kvar

    @AD-093
    Scenario: En agent kan logga ut i varningen
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 14 minuter
      När Ada väljer Logga ut i varningen
      Så är Ada utloggad

    @AD-093
    Scenario: En agent som nekas att logga ut i varningen får hela tiden igen
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har en konversation som är i efterarbete
      Och Ada har inte gjort något på 14 minuter
      Och Ada har nekats att logga ut i varningen
      Och Adas konversation har avslutats
      När Ada inte gör något på 60 sekunder
      Så varnas Ada inte för inaktivitet
      Och Ada är fortfarande inloggad

    @AD-093
    Scenario: En agent som gör något varnas inte
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 10 minuter
      Och Ada har rört musen
      När Ada inte gör något på 10 minuter
      Så varnas Ada inte för inaktivitet

    @AD-093
    Scenario: Tiden börjar om med det som agenten gör
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 10 minuter
      Och Ada har rört musen
      När Ada inte gör något på 14 minuter
      Så varnas Ada för inaktivitet med 60 sekunder kvar

    @AD-093
    Scenario: I varningen räknas bara ett svar
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har inte gjort något på 14 minuter
      Och Ada har rört musen
      När Ada inte gör något på 60 sekunder
      Så läser Ada att sessionens tidsgräns har nåtts

    @AD-093
    Scenariomall: Tidsgränsen avslutar ingen konversation
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad
      Och Ada har en konversation som <tillstånd>
      När Ada inte gör något på 15 minuter
      Så är Ada upptagen
      Och Ada är fortfarande inloggad

      Exempel:
        | tillstånd        |
        | är ansluten      |
        | är parkerad      |
        | är i efterarbete |

    @AD-093
    Scenario: Tidsgränsen avslutar ingen övervakning
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och Ada är inloggad med numret "2025550123"
      Och Ada har en konversation som är ansluten
      Och Signe är inloggad
      Och Signe har en övervakningsuppgift som är aktiv
      När Signe inte gör något på 15 minuter
      Så ser Signe en övervakningsuppgift som är aktiv
      Och Signe är fortfarande inloggad

    @AD-093
    Scenario: Profilens tidsgräns går före organisationens
      Givet att administratören har begränsat inaktivitet till 15 minuter
      Och administratören har begränsat inaktivitet till 30 minuter i agenternas profil
      Och Ada är inloggad
      När Ada inte gör något på 28 minuter
      Så varnas Ada inte för inaktivitet

    @AD-093
    Scenario: Profilens tidsgräns gäller
      Givet att administratören har begränsat inaktivitet till 5 minuter i agenternas profil
      Och Ada är inloggad
      När Ada inte gör något på 4 minuter
      Så varnas Ada för inaktivitet med 60 sekunder kvar

    @AD-093
    Scenario: Utan tidsgräns varnas inte agenten
      Givet att Ada är inloggad
      När Ada inte gör något på 5 timmar
      Så varnas Ada inte för inaktivitet

  Regel: Läs in på nytt efter problem med lokal lagring

    Bakgrund:
      Givet att Ada är inloggad

    @AD-094 @full-browser
    Scenario: Webbläsaren vägrar att spara inloggningen
      Givet att Adas webbläsare har börjat blockera webbplatsdata
      När Ada läser in webbläsaren på nytt
      Så läser Ada att webbläsaren inte låter skrivbordet spara inloggningen
      Och Ada ser ett fel-ID för administratören

    @AD-094 @full-browser
    Scenario: Att läsa in på nytt hittar sessionen igen när webbläsaren tillåter det
      Givet att Adas webbläsare har börjat blockera webbplatsdata
      Och Ada har läst in webbläsaren på nytt
      Och Ada har läst att webbläsaren inte låter skrivbordet spara inloggningen
      Och Ada har tillåtit webbplatsdata igen
      När Ada klickar på Läs in webbläsaren på nytt
      Så ser Ada Uppgiftssidan
      Och Ada är fortfarande inloggad

    @AD-094 @full-browser
    Scenario: Att läsa in på nytt hjälper inte före det
      Givet att Adas webbläsare har börjat blockera webbplatsdata
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
      Och Ada ser banderollen högst upp på sidan
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
    Scenario: Banderollen nämner flera funktioner
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
      Och Ada har sett en banderoll som nämner Adressbok
      När det har gått 1 timme
      Så ser Ada fortfarande en banderoll som nämner Adressbok

    @AD-095
    Scenario: Utan fel visas ingen banderoll
      Givet att Bo är inloggad med numret "2025550123"
      Och Ada är inloggad
      När Ada öppnar Kontakter
      Så hittar Ada kollegan Bo, som är Passiv
      Och Ada ser ingen banderoll

  Regel: Banderollen försvinner när webbläsaren läses in på nytt efter att administratören har löst problemet

    @AD-096
    Scenario: Att problemet löses tar inte bort banderollen utan omläsning
      Givet att tjänsten bakom Adressbok svarar fel
      Och Ada är inloggad
      Och Ada har sett en banderoll som nämner Adressbok
      Och administratören har fått Adressbok att fungera igen
      När det har gått 1 timme
      Så ser Ada fortfarande en banderoll som nämner Adressbok
      Och Ada kan inte använda Adressbok

    @AD-096 @AD-097
    Scenario: Efter att ha lästs in på nytt är banderollen borta och funktionen fungerar
      Givet att tjänsten bakom Adressbok svarar fel
      Och Ada är inloggad
      Och Ada har sett en banderoll som nämner Adressbok
      Och administratören har fått Adressbok att fungera igen
      När Ada läser in webbläsaren på nytt
      Så ser Ada ingen banderoll
      Och Ada kan använda Adressbok

    @AD-097
    Scenario: Efter att ha lästs in på nytt fungerar alla funktioner
      Givet att tjänsten bakom Adressbok och Passivkoder svarar fel
      Och Bo är inloggad med numret "2025550123"
      Och Ada är inloggad
      Och Ada har sett en banderoll som nämner Adressbok och Passivkoder
      Och administratören har fått Adressbok och Passivkoder att fungera igen
      När Ada läser in webbläsaren på nytt
      Så ser Ada ingen banderoll
      Och Ada kan använda Adressbok
      Och Ada kan använda Passivkoder
      Och Ada kan använda Kollegor

    @AD-098
    Scenario: Att läsa in på nytt innan problemet är löst behåller banderollen
      Givet att tjänsten bakom Adressbok svarar fel
      Och Ada är inloggad
      Och Ada har sett en banderoll som nämner Adressbok
      När Ada läser in webbläsaren på nytt
      Så ser Ada fortfarande en banderoll som nämner Adressbok
      Och Ada kan inte använda Adressbok

    @AD-098
    Scenario: Det olösta av två problem stannar i banderollen
      Givet att tjänsten bakom Adressbok och Passivkoder svarar fel
      Och Ada är inloggad
      Och Ada har sett en banderoll som nämner Adressbok och Passivkoder
      Och administratören har fått Passivkoder att fungera igen
      När Ada läser in webbläsaren på nytt
      Så ser Ada en banderoll som nämner Adressbok
      Och Ada kan använda Passivkoder

  Regel: Ett tillfälligt fel stänger inte av någon funktion

    @AD-095
    Scenariomall: En tjänst som svarar fel en gång anropas igen
      Givet att Bo är inloggad med numret "2025550123"
      Och tjänsten bakom <funktion> svarar fel en gång
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
      Och organisationens inställning för Microsoft Teams går inte att läsa första gången
      Och Bo är inloggad
      När Bo öppnar Användarprofil
      Så erbjuds Bo att logga in på Microsoft Teams

    @AD-001
    Scenario: En layout som inte gick att läsa läses vid nästa tillfälle
      Givet att layouten för teamet "Support" har titeln "Harbour Support"
      Och skrivbordslayouten går inte att läsa första gången
      Och Ada är inloggad och arbetar för teamet "Support"
      När Ada ändrar tillgängligheten till Tillgänglig
      Så ser Ada titeln "Harbour Support"
