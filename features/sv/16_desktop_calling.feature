# language: sv
Egenskap: Samtal i skrivbordet
  En agent med stationen Skrivbord talar i själva webbläsaren, som måste vara Google Chrome. Den som har angett ett nummer rings upp där i stället.

  Regel: Med Skrivbord hanterar agenten röstsamtal i webbläsaren

    Bakgrund:
      Givet att Ada tar emot samtal i webbläsaren
      Och en kund har ringt

    @AD-046 @AD-066 @full-browser
    Scenario: Agenten och kunden hör varandra
      När Ada svarar i webbläsaren
      Så hör Ada kunden
      Och kunden hör Ada

    @AD-046 @full-browser
    Scenario: Kunden lägger på
      Givet att Ada har svarat i webbläsaren
      Och Ada har hört kunden
      När kunden lägger på
      Så hör Ada inte längre någon
      Och det ringer inte i Adas webbläsare

    @AD-046 @full-browser
    Scenario: Samtalet fortsätter när webbläsaren har lästs in på nytt
      Givet att Ada har svarat i webbläsaren
      När Ada läser in webbläsaren på nytt
      Så hör Ada kunden
      Och kunden hör Ada

    @AD-046 @full-browser
    Scenario: Ett samtal som avvisas slutar ringa
      När Ada avvisar samtalet i webbläsaren
      Så ringer det inte i Adas webbläsare

    @AD-046 @full-browser
    Scenario: En agent vars mikrofon är avstängd hörs inte
      Givet att Ada har svarat i webbläsaren
      När Ada stänger av mikrofonen
      Så ser Ada att mikrofonen är avstängd
      Och kunden hör ingen

    @AD-046 @full-browser
    Scenario: En agent vars mikrofon är på igen hörs
      Givet att Ada har svarat i webbläsaren
      Och Ada har stängt av mikrofonen
      När Ada sätter på mikrofonen
      Så ser Ada att mikrofonen är på
      Och kunden hör Ada

    @AD-046 @full-browser
    Scenario: Nästa samtal börjar med mikrofonen på
      Givet att Ada har svarat i webbläsaren
      Och Ada har stängt av mikrofonen
      Och Adas konversation har avslutats
      Och en kund har ringt
      När Ada svarar i webbläsaren
      Så ser Ada att mikrofonen är på
      Och kunden hör Ada

  Regel: Samtalen kommer till den station som valdes under Stationsuppgifter

    @AD-042 @full-browser
    Scenario: Med Skrivbord ringer webbläsaren och ingen telefon
      Givet att Ada tar emot samtal i webbläsaren
      När en kund ringer
      Så ringer det i Adas webbläsare
      Och det ringer inte i någon telefon

    @AD-042 @full-browser
    Scenario: Ett samtal ringer medan en chatt är ansluten
      Givet att Ada tar emot samtal i webbläsaren
      Och Ada har tagit emot en chatt
      Och en kund har ringt
      När Ada svarar i webbläsaren
      Så hör Ada kunden

    @AD-042 @full-browser
    Scenario: Samtalet besvaras i den flik där agenten fortsatte
      Givet att Ada tar emot samtal i webbläsaren
      Och Ada har öppnat skrivbordet i den andra fliken
      Och Ada har klickat på Fortsätt i den första fliken
      Och en kund har ringt
      När Ada svarar i webbläsaren
      Så hör Ada kunden

    @AD-042 @AD-066
    Scenariomall: Med ett nummer ringer dess telefon och inte webbläsaren
      Givet att Ada är inloggad med <alternativ> "<angivet>"
      Och Ada har ändrat tillgängligheten till Tillgänglig
      När en kund ringer
      Så ringer det i telefonen "<telefon>"
      Och det ringer inte i Adas webbläsare

      Exempel: Ett uppringningsnummer och en anknytning
        | alternativ   | angivet    | telefon      |
        | numret       | 2015532447 | +12015532447 |
        | anknytningen | 1001       | 1001         |

  Regel: Skrivbord fungerar bara i Google Chrome

    @AD-068 @full-browser
    Scenario: Inloggning med Skrivbord i Google Chrome
      Givet att Ada använder Google Chrome med en mikrofon
      Och Ada är vid Stationsuppgifter
      När Ada försöker logga in med Skrivbord
      Så är Ada inloggad med Skrivbord

    @AD-068 @AD-069
    Scenariomall: Inloggning med Skrivbord i en annan webbläsare
      Givet att Ada använder <webbläsare>
      Och Ada är vid Stationsuppgifter
      När Ada försöker logga in med Skrivbord
      Så läser Ada att Skrivbord kräver Google Chrome
      Och Ada är inte inloggad

      Exempel:
        | webbläsare     |
        | Microsoft Edge |
        | Firefox        |

    @AD-069
    Scenario: Meddelandet kommer så snart Skrivbord väljs
      Givet att Ada använder Firefox
      Och Ada är vid Stationsuppgifter
      När Ada väljer Skrivbord
      Så läser Ada att Skrivbord kräver Google Chrome

  Regel: De andra alternativen fungerar i alla webbläsare

    @AD-070
    Scenariomall: Inloggning med ett nummer i en annan webbläsare
      Givet att Bo använder <webbläsare>
      Och Bo är vid Stationsuppgifter
      När Bo loggar in med <alternativ>
      Så ser Bo Uppgiftssidan

      Exempel:
        | webbläsare     | alternativ         |
        | Microsoft Edge | Uppringningsnummer |
        | Microsoft Edge | Anknytning         |
        | Firefox        | Uppringningsnummer |
        | Firefox        | Anknytning         |

    @AD-070
    Scenario: Ett annat alternativ efter att Skrivbord har nekats
      Givet att Bo använder Firefox
      Och Bo är vid Stationsuppgifter
      Och Bo har valt Skrivbord
      När Bo loggar in med Anknytning
      Så är Bo inloggad med anknytningen "1001"

  Regel: Skrivbord kräver en mikrofon

    @AD-046 @full-browser
    Scenario: Mikrofonen har nekats
      Givet att Ada använder Google Chrome och har nekat skrivbordet åtkomst till mikrofonen
      Och Ada är vid Stationsuppgifter
      När Ada försöker logga in med Skrivbord
      Så läser Ada att mikrofonen inte är tillåten
      Och Ada är inte inloggad

    @AD-046 @own-browser
    Scenario: Det finns ingen mikrofon
      Givet att Ada använder Google Chrome utan mikrofon
      Och Ada är vid Stationsuppgifter
      När Ada försöker logga in med Skrivbord
      Så läser Ada att det inte finns någon mikrofon
      Och Ada är inte inloggad

    @AD-046 @AD-070 @full-browser
    Scenario: Utan mikrofon finns telefonen kvar
      Givet att Bo använder Google Chrome och har nekat skrivbordet åtkomst till mikrofonen
      Och Bo är vid Stationsuppgifter
      När Bo loggar in med Anknytning
      Så är Bo inloggad med anknytningen "1001"
