# language: sv
Egenskap: Andra format
  Med Internationellt nummerformat avmarkerat anger agenten hela numret, i E.164-format eller med utlandsprefix.

  Bakgrund:
    Givet att Bo är vid Stationsuppgifter
    Och Bo har avmarkerat Internationellt nummerformat

  Regel: Utan formatet tar fältet emot ett helt nummer

    @AD-058
    Scenario: Ett helt nummer från ett annat land godtas
      När Bo loggar in med numret "+46701740605"
      Så ser Bo Uppgiftssidan
      Och Bo är inloggad med uppringningsnumret "+46701740605"

  Regel: E.164 godtas

    @AD-059
    Scenariomall: Plustecken, landskod och nummer
      När Bo loggar in med numret "<angivet>"
      Så är Bo inloggad med uppringningsnumret "<registrerat>"

      Exempel:
        | angivet           | registrerat   |
        | +11234567890      | +11234567890  |
        | +12015532447      | +12015532447  |
        | +1 (201) 553-2447 | +12015532447  |
        | +46 (0)70 174 06 05 | +46701740605  |
        | +442079460018     | +442079460018 |
        | +4532123456       | +4532123456   |

  Regel: Utlandsprefix godtas

    @AD-060
    Scenariomall: Prefix, landskod och nummer
      När Bo loggar in med numret "<angivet>"
      Så är Bo inloggad med uppringningsnumret "<registrerat>"

      Exempel:
        | angivet          | registrerat  |
        | 01161123456789   | +61123456789 |
        | 01146701740605   | +46701740605 |
        | 011 46 701740605 | +46701740605 |
        | 011 46 (0)701740605 | +46701740605 |

  Regel: Allt annat nekas

    @AD-061
    Scenariomall: Ett nummer som inte har något av formaten nekas
      När Bo försöker logga in med numret "<angivet>"
      Så läser Bo ett meddelande om numret
      Och Bo är inte inloggad

      Exempel: Ingenting, tecken, bokstäver, ett ensamt nummer
        | angivet      |
        |              |
        | +            |
        | +46          |
        | 011          |
        | abc          |
        | +1201553CALL |
        | 2015532447   |
        | 15532447     |

      Exempel: En landskod som inte finns, eller en längd som landskoden inte har
        | angivet           |
        | +999123456        |
        | +0123456789       |
        | +1201553244       |
        | +120155324478     |
        | +1234567890123456 |
        | 0111201553244     |
