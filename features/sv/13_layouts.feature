# language: sv
Egenskap: Skrivbordslayouter
  Administratören bestämmer med en layout hur ett teams skrivbord ser ut, och kan lägga en
  illustration bakom dess Uppgiftssida.

  Regel: Skrivbordets utseende följer teamets layout

    @AD-001
    Scenariomall: Två team med olika layouter har olika skrivbord
      Givet att layouten för teamet "Support" har titeln "Harbour Support"
      Och layouten för teamet "Returns" har titeln "Harbour Returns"
      När Ada loggar in och arbetar för teamet <team>
      Så ser Ada titeln <titel>

      Exempel:
        | team      | titel             |
        | "Support" | "Harbour Support" |
        | "Returns" | "Harbour Returns" |

    @AD-001
    Scenario: Ett team utan egen layout har den globala layouten
      Givet att den globala layouten har titeln "Harbour Everywhere"
      Och layouten för teamet "Support" har titeln "Harbour Support"
      När Ada loggar in och arbetar för teamet "Returns"
      Så ser Ada titeln "Harbour Everywhere"
      Och Ada läser inget om layouten

    @AD-001
    Scenariomall: Åtgärderna i sidhuvudet står i layoutens ordning
      Givet att layouten för teamet "Support" har åtgärderna <åtgärder> i sidhuvudet, i den här ordningen
      När Ada loggar in och arbetar för teamet "Support"
      Så ser Ada åtgärderna <åtgärder> i sidhuvudet, i den här ordningen

      Exempel:
        | åtgärder                         |
        | Aviseringscenter och Webex-appen |
        | Webex-appen och Aviseringscenter |

    @AD-001
    Scenario: En layout utan åtgärder i sidhuvudet har inga
      Givet att layouten för teamet "Support" inte har några åtgärder i sidhuvudet
      När Ada loggar in och arbetar för teamet "Support"
      Så ser Ada inga åtgärder i sidhuvudet

    @AD-001
    Scenario: Skrivbordet visar layoutens logotyp
      Givet att layouten för teamet "Support" har en egen logotyp
      När Ada loggar in och arbetar för teamet "Support"
      Så ser Ada layoutens logotyp

    @AD-001
    Scenario: En layout klarar sig utan logotyp
      Givet att layouten för teamet "Support" inte har någon logotyp
      När Ada loggar in och arbetar för teamet "Support"
      Så ser Ada ingen logotyp

    @AD-001
    Scenario: Navigeringen leder till layoutens sidor
      Givet att layouten för teamet "Support" har en sida "Scripts" med orden "Say hello first"
      Och Ada är inloggad och arbetar för teamet "Support"
      När Ada öppnar sidan "Scripts"
      Så läser Ada orden "Say hello first"

    @AD-001
    Scenario: En av layoutens sidor är fortfarande öppen när webbläsaren läses in på nytt
      Givet att layouten för teamet "Support" har en sida "Scripts" med orden "Say hello first"
      Och Ada är inloggad och arbetar för teamet "Support"
      Och Ada har öppnat sidan "Scripts"
      När Ada läser in webbläsaren på nytt
      Så läser Ada orden "Say hello first"

    @AD-001
    Scenario: En av layoutens sidor kan vara den som öppnas först
      Givet att layouten för teamet "Support" öppnas med en sida "News" med orden "All is well"
      Och Ada är vid Stationsuppgifter
      Och Ada har valt teamet "Support"
      När Ada loggar in med Uppringningsnummer
      Så läser Ada orden "All is well"

    @AD-001
    Scenario: Panelen visar layoutens ord
      Givet att layouten för teamet "Support" har en panel med orden "Warehouse 1001"
      När Ada loggar in och arbetar för teamet "Support"
      Så läser Ada orden "Warehouse 1001" i panelen

    @AD-001
    Scenario: Layoutens ord för alla sidor finns på alla sidor
      Givet att layouten för teamet "Support" har orden "Open until 17" på alla sidor
      När Ada loggar in och arbetar för teamet "Support"
      Så läser Ada orden "Open until 17" på alla sidor

    @AD-001
    Scenario: Orden för alla sidor finns kvar på en annan sida
      Givet att layouten för teamet "Support" har en sida "News", och orden "Open until 17" på alla sidor
      Och Ada är inloggad och arbetar för teamet "Support"
      När Ada öppnar sidan "News"
      Så läser Ada orden "Open until 17" på alla sidor

    @AD-001
    Scenario: En ny layout gäller inte förrän webbläsaren läses in på nytt
      Givet att layouten för teamet "Support" har titeln "Harbour Support"
      Och Ada är inloggad och arbetar för teamet "Support"
      Och administratören har gett layouten för teamet "Support" titeln "Lakeside Support"
      När det har gått 1 timme
      Så ser Ada fortfarande titeln "Harbour Support"

    @AD-001
    Scenario: En ny layout gäller när webbläsaren har lästs in på nytt
      Givet att layouten för teamet "Support" har titeln "Harbour Support"
      Och Ada är inloggad och arbetar för teamet "Support"
      Och administratören har gett layouten för teamet "Support" titeln "Lakeside Support"
      När Ada läser in webbläsaren på nytt
      Så ser Ada titeln "Lakeside Support"

  Regel: En layout görs för varje roll

    @AD-001
    Scenario: Arbetsledare och agent har ett eget utseende
      Givet att layouten för teamet "Support" har titeln "Harbour Leads" för rollen Arbetsledare och agent
      Och Lars är vid Stationsuppgifter
      Och Lars har valt rollen Arbetsledare och agent
      Och Lars har valt teamet "Support"
      När Lars loggar in med numret "2015532447"
      Så ser Lars titeln "Harbour Leads"

    @AD-001
    Scenario: En arbetsledare har primärteamets layout
      Givet att layouten för teamet "Support" har titeln "Harbour Control" för rollen Arbetsledare
      Och Signes primärteam är "Support"
      Och Signe är vid Stationsuppgifter
      När Signe loggar in med numret "2015532447"
      Så ser Signe titeln "Harbour Control"

    @AD-001
    Scenario: En arbetsledare utan primärteam har den globala layouten
      Givet att den globala layouten har titeln "Harbour Everywhere"
      Och layouten för teamet "Support" har titeln "Harbour Control" för rollen Arbetsledare
      Och Signe är vid Stationsuppgifter
      När Signe loggar in med numret "2015532447"
      Så ser Signe titeln "Harbour Everywhere"

  Regel: En layout som inte kan användas ger ett meddelande, och standardlayouten ersätter den

    @AD-001
    Scenariomall: En layout som inte kan användas
      Givet att layouten för teamet "Support" <fel>
      När Ada loggar in och arbetar för teamet "Support"
      Så ser Ada standardlayouten
      Och Ada läser att layouten inte kan användas och vem man ska kontakta

      Exempel: En ofullständig fil, ett värde av fel typ, och ingen roll
        | fel                        |
        | är avbruten på mitten      |
        | har ett tal som titel      |
        | inte gäller för någon roll |

  Regel: Uppgiftssidan kan ha en illustration som bakgrund

    @AD-082
    Scenariomall: En illustration i varje format
      Givet att layouten för teamet "Support" har en <format>-illustration på 300 gånger 200 pixlar
      När Ada loggar in och arbetar för teamet "Support"
      Så ser Ada illustrationen i 300 gånger 200 pixlar

      Exempel:
        | format |
        | PNG    |
        | JPG    |
        | GIF    |
        | SVG    |
        | WebP   |

    @AD-082
    Scenario: En större illustration förminskas och behåller sina proportioner
      Givet att layouten för teamet "Support" har en PNG-illustration på 1000 gånger 500 pixlar
      När Ada loggar in och arbetar för teamet "Support"
      Så ser Ada illustrationen i 400 gånger 200 pixlar

    @AD-082
    Scenario: En illustration på en adress
      Givet att layouten för teamet "Support" har en illustration på en adress
      När Ada loggar in och arbetar för teamet "Support"
      Så ser Ada illustrationen

    @AD-082
    Scenario: En illustration som inte kan hämtas lämnar ingen trasig bild
      Givet att layouten för teamet "Support" har en illustration som inte kan hämtas
      När Ada loggar in och arbetar för teamet "Support"
      Så ser Ada standardlayouten
      Och Ada läser att layouten inte kan användas och vem man ska kontakta

  Regel: Utan illustration är bakgrunden tom

    @AD-083
    Scenario: Ett team utan egen layout har ingen illustration
      När Ada loggar in och arbetar för teamet "Returns"
      Så ser Ada en tom Uppgiftssida

    @AD-083
    Scenario: En layout utan illustration
      Givet att layouten för teamet "Support" har titeln "Harbour Support"
      När Ada loggar in och arbetar för teamet "Support"
      Så ser Ada en tom Uppgiftssida
