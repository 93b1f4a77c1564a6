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
        | angivet             | registrerat   |
        | +11234567890        | +11234567890  |
        | +12015532447        | +12015532447  |
        | +1 (201) 553-2447   | +12015532447  |
        | +46 (0)70 174 06 05 | +46701740605  |
        | +442079460018       | +442079460018 |
        | +4532123456         | +4532123456   |

      Exempel: Så många siffror som ett nummer kan ha
        | angivet          | registrerat      |
        | +491234567890123 | +491234567890123 |

  Regel: Utlandsprefix godtas

    @AD-060
    Scenariomall: Prefix, landskod och nummer
      När Bo loggar in med numret "<angivet>"
      Så är Bo inloggad med uppringningsnumret "<registrerat>"

      Exempel:
        | angivet             | registrerat  |
        | 01161123456789      | +61123456789 |
        | 01146701740605      | +46701740605 |
        | 011 46 701740605    | +46701740605 |
        | 011 46 (0)701740605 | +46701740605 |

  Regel: Allt annat nekas

    @AD-061
    Scenariomall: Ett nummer som inte har något av formaten nekas
      När Bo försöker logga in med numret "<angivet>"
      Så läser Bo att <varför>
      Och Bo är inte inloggad

      Exempel: Ingenting, tecken, bokstäver, ett ensamt nummer
        | angivet      | varför                               |
        |              | ett nummer krävs                     |
        | +            | numret inte följer något av formaten |
        | +46          | numret inte följer något av formaten |
        | 011          | numret inte följer något av formaten |
        | abc          | ett nummer inte har bokstäver        |
        | +1201553CALL | ett nummer inte har bokstäver        |
        | 2015532447   | numret inte följer något av formaten |
        | 15532447     | numret inte följer något av formaten |

      Exempel: En landskod som inte finns, eller en längd som landskoden inte har
        | angivet           | varför                               |
        | +999123456        | numret inte följer något av formaten |
        | +0123456789       | numret inte följer något av formaten |
        | +1201553244       | numret inte följer något av formaten |
        | +120155324478     | numret inte följer något av formaten |
        | +1234567890123456 | numret inte följer något av formaten |
        | 0111201553244     | numret inte följer något av formaten |
