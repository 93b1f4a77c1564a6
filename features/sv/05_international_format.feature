# language: sv
Egenskap: Internationellt nummerformat
  Agenten väljer landskoden i en lista och anger bara själva telefonnumret.

  Regel: Formatet är markerat från början, med +1

    @AD-056
    Scenario: Internationellt nummerformat är markerat från början
      När Ada kommer till Stationsuppgifter
      Så ser Ada att Internationellt nummerformat är markerat

    @AD-057
    Scenario: Landskoden är +1 från början
      När Ada kommer till Stationsuppgifter
      Så ser Ada landskoden "+1"

    @AD-057
    Scenario: Ett nummer som anges direkt hör till +1
      Givet att Bo är vid Stationsuppgifter
      När Bo loggar in med numret "2025550123"
      Så är Bo inloggad med uppringningsnumret "+12025550123"

    @AD-048
    Scenario: Formatet går att avmarkera och markera igen
      Givet att Ada är vid Stationsuppgifter
      Och Ada har avmarkerat Internationellt nummerformat
      När Ada markerar Internationellt nummerformat
      Så ser Ada att Internationellt nummerformat är markerat
      Och Ada ser landskoden "+1"

  Regel: Landskoden väljs i en lista

    @AD-049
    Scenariomall: Det valda landet ger sin kod
      Givet att Ada är vid Stationsuppgifter
      Och Ada har valt landet "<innan>"
      När Ada väljer landet "<land>"
      Så ser Ada landskoden "<kod>"

      Exempel: Var och en från ett land med en annan kod
        | innan   | land           | kod |
        | USA     | Sverige        | +46 |
        | Sverige | Storbritannien | +44 |
        | Sverige | Danmark        | +45 |
        | Sverige | Kanada         | +1  |

    @AD-049
    Scenario: Listan över länder visas bara när formatet är markerat
      Givet att Ada är vid Stationsuppgifter
      När Ada avmarkerar Internationellt nummerformat
      Så ser Ada ingen lista över länder

    @AD-050
    Scenariomall: En landskod som skrivs in begränsar listan
      Givet att Ada är vid Stationsuppgifter
      När Ada letar efter landet "<skrivet>"
      Så hittar Ada landet "<hittat>"
      Och Ada hittar inte landet "<dolt>"

      Exempel: Med och utan plustecken, och en kod som flera länder delar
        | skrivet | hittat  | dolt    |
        | +46     | Sverige | Danmark |
        | 46      | Sverige | Danmark |
        | +45     | Danmark | Sverige |
        | +1      | Kanada  | Sverige |

    @AD-051
    Scenariomall: Ett landsnamn som skrivs in begränsar listan
      Givet att Ada är vid Stationsuppgifter
      När Ada letar efter landet "<skrivet>"
      Så hittar Ada landet "<hittat>"
      Och Ada hittar inte landet "<dolt>"

      Exempel: Hela namnet, början och slutet, med stora eller små bokstäver
        | skrivet | hittat         | dolt    |
        | Sverige | Sverige        | Danmark |
        | sve     | Sverige        | Danmark |
        | MARK    | Danmark        | Sverige |
        | stor    | Storbritannien | Sverige |

    @AD-051
    Scenario: Ett land hittas med de andra namn som folk känner till
      Givet att Ada är vid Stationsuppgifter
      Så hittar Ada dessa länder:
        | skrivet                          | hittat                    |
        | UAE                              | Förenade Arabemiraten     |
        | Emirates                         | Förenade Arabemiraten     |
        | Emiraten                         | Förenade Arabemiraten     |
        | Brunei Darussalam                | Brunei                    |
        | DRC                              | Kongo-Kinshasa            |
        | DR Congo                         | Kongo-Kinshasa            |
        | Democratic Republic of the Congo | Kongo-Kinshasa            |
        | Demokratiska republiken Kongo    | Kongo-Kinshasa            |
        | Zaire                            | Kongo-Kinshasa            |
        | Republic of the Congo            | Kongo-Brazzaville         |
        | Republiken Kongo                 | Kongo-Brazzaville         |
        | Ivory Coast                      | Elfenbenskusten           |
        | Elfenbenskusten                  | Elfenbenskusten           |
        | PRC                              | Kina                      |
        | People's Republic of China       | Kina                      |
        | Cabo Verde                       | Kap Verde                 |
        | Cape Verde                       | Kap Verde                 |
        | Czech Republic                   | Tjeckien                  |
        | Czechia                          | Tjeckien                  |
        | Federated States of Micronesia   | Mikronesien               |
        | UK                               | Storbritannien            |
        | Great Britain                    | Storbritannien            |
        | Britain                          | Storbritannien            |
        | England                          | Storbritannien            |
        | Scotland                         | Storbritannien            |
        | Wales                            | Storbritannien            |
        | Northern Ireland                 | Storbritannien            |
        | Förenade kungariket              | Storbritannien            |
        | Skottland                        | Storbritannien            |
        | Nordirland                       | Storbritannien            |
        | Hong Kong                        | Hongkong                  |
        | Republic of Ireland              | Irland                    |
        | Eire                             | Irland                    |
        | Persia                           | Iran                      |
        | DPRK                             | Nordkorea                 |
        | Republic of Korea                | Sydkorea                  |
        | Lao PDR                          | Laos                      |
        | Ceylon                           | Sri Lanka                 |
        | Macedonia                        | Nordmakedonien            |
        | FYROM                            | Nordmakedonien            |
        | Makedonien                       | Nordmakedonien            |
        | Myanmar                          | Myanmar (Burma)           |
        | Burma                            | Myanmar (Burma)           |
        | Macao                            | Macao                     |
        | Macau                            | Macao                     |
        | Holland                          | Nederländerna             |
        | Palestine                        | Palestina                 |
        | Palestina                        | Palestina                 |
        | Russian Federation               | Ryssland                  |
        | Syrian Arab Republic             | Syrien                    |
        | Swaziland                        | Eswatini                  |
        | East Timor                       | Östtimor                  |
        | Turkey                           | Turkiet                   |
        | Republic of China                | Taiwan                    |
        | America                          | USA                       |
        | United States of America         | USA                       |
        | Amerika                          | USA                       |
        | Förenta staterna                 | USA                       |
        | Holy See                         | Vatikanstaten             |
        | Heliga stolen                    | Vatikanstaten             |
        | Viet Nam                         | Vietnam                   |

    @AD-050 @AD-051
    Scenariomall: Text som inte passar något land hittar inget
      Givet att Ada är vid Stationsuppgifter
      När Ada letar efter landet "<skrivet>"
      Så hittar Ada inget land

      Exempel:
        | skrivet  |
        | +999     |
        | Atlantis |

    @AD-054
    Scenario: Det finns inget land med koden +120
      Givet att Ada är vid Stationsuppgifter
      När Ada letar efter landet "+120"
      Så hittar Ada inget land

    @AD-050 @AD-051
    Scenariomall: Enter väljer det land som passar bäst
      Givet att Ada är vid Stationsuppgifter
      Och Ada har valt landet "Danmark"
      När Ada letar efter landet "<skrivet>" och trycker på Enter
      Så ser Ada landet "<land>"

      Exempel: Koder för länder, landskoder, namn utan accenter och namn på andra språk
        | skrivet       | land            |
        | UK            | Storbritannien  |
        | US            | USA             |
        | DEU           | Tyskland        |
        | 0046          | Sverige         |
        | +1            | USA             |
        | Aland         | Åland           |
        | Cote d'Ivoire | Elfenbenskusten |
        | Niger         | Niger           |
        | Austria       | Österrike       |

    @AD-049
    Scenariomall: Att lämna listan ändrar inte det valda landet
      Givet att Ada är vid Stationsuppgifter
      Och Ada har valt landet "Danmark"
      När Ada letar efter landet "<skrivet>" och trycker på <tangent>
      Så ser Ada landet "Danmark"

      Exempel: Början av ett namn, ett helt namn, en kod
        | skrivet | tangent |
        | UK      | Tabb    |
        | Sverige | Tabb    |
        | +46     | Tabb    |
        | Sver    | Escape  |

    @AD-049
    Scenario: Det valda landet används, inte det som agenten letade efter
      Givet att Bo är vid Stationsuppgifter
      Och Bo har valt landet "Sverige"
      Och Bo har letat efter landet "Norge"
      När Bo loggar in med numret "701740605"
      Så är Bo inloggad med uppringningsnumret "+46701740605"

  Regel: Numret består av plustecken, landskod och telefonnummer

    Bakgrund:
      Givet att Bo är vid Stationsuppgifter

    @AD-053 @AD-055
    Scenariomall: Bara telefonnumret anges, och koden sätts framför
      Givet att Bo har valt landet "<land>"
      När Bo loggar in med numret "<angivet>"
      Så är Bo inloggad med uppringningsnumret "<registrerat>"

      Exempel:
        | land           | angivet      | registrerat   |
        | USA            | 2015532447   | +12015532447  |
        | USA            | 201 553 2447 | +12015532447  |
        | Sverige        | 701740605    | +46701740605  |
        | Sverige        | 0701740605   | +46701740605  |
        | Storbritannien | 2079460018   | +442079460018 |
        | Danmark        | 32123456     | +4532123456   |

    @AD-054
    Scenario: Det går att logga in med det dokumenterade exemplet
      När Bo loggar in med numret "2015532447"
      Så ser Bo Uppgiftssidan
      Och Bo är inloggad med uppringningsnumret "+12015532447"

  Regel: Numret kontrolleras mot landskoden

    Bakgrund:
      Givet att Bo är vid Stationsuppgifter

    @AD-052
    Scenario: Ett svenskt nummer godtas för Sverige
      Givet att Bo har valt landet "Sverige"
      När Bo loggar in med numret "701740605"
      Så är Bo inloggad med uppringningsnumret "+46701740605"

    @AD-052
    Scenario: Samma nummer nekas för USA
      Givet att Bo har valt landet "USA"
      När Bo försöker logga in med numret "701740605"
      Så läser Bo att numret är för kort för landet
      Och Bo är inte inloggad

    @AD-062
    Scenariomall: Ett nummer som är för kort eller för långt för landet nekas
      Givet att Bo har valt landet "<land>"
      När Bo försöker logga in med numret "<angivet>"
      Så läser Bo att <varför>
      Och Bo är inte inloggad

      Exempel: En siffra för lite, en för mycket, och det dokumenterade exemplet utan riktnummer
        | land           | angivet     | varför                         |
        | USA            | 415555267   | numret är för kort för landet  |
        | USA            | 41555526711 | numret är för långt för landet |
        | USA            | 15532447    | numret är för kort för landet  |
        | Danmark        | 3212345     | numret är för kort för landet  |
        | Danmark        | 321234567   | numret är för långt för landet |
        | Storbritannien | 20794600    | numret är för kort för landet  |
        | Storbritannien | 20794600181 | numret är för långt för landet |

    @AD-062
    Scenariomall: Text som inte är ett nummer nekas
      När Bo försöker logga in med numret "<angivet>"
      Så läser Bo att ett nummer inte har bokstäver
      Och Bo är inte inloggad

      Exempel:
        | angivet       |
        | abc           |
        | 1-800-FLOWERS |
        | 201553244x    |
        | 2015x532447   |

    @AD-062
    Scenario: Ett nummer med exakt rätt längd godtas
      När Bo loggar in med numret "1234567890"
      Så är Bo inloggad med uppringningsnumret "+11234567890"

  Regel: Ett nummer är samma nummer hur det än skrivs

    Bakgrund:
      Givet att Bo är vid Stationsuppgifter

    @AD-052 @AD-053
    Scenariomall: Numret som kommer att ringas upp visas innan det skickas
      Givet att Bo har valt landet "<land>"
      När Bo anger numret "<angivet>"
      Så läser Bo vid numret "Du rings upp på <visat>"

      Exempel: Med landskod, från utlandet, inom landet och med andra skrifters siffror
        | land      | angivet             | visat              |
        | Sverige   | +46 (0)70 174 06 05 | +46 701 740 605    |
        | Sverige   | 0046701740605       | +46 701 740 605    |
        | Sverige   | 070-174 06 05       | +46 701 740 605    |
        | Belarus   | 80291234567         | +375 291 234 567   |
        | Italien   | 02 1234 5678        | +39 021 234 5678   |
        | Argentina | 011 15 2345 6789    | +54 911 234 567 89 |
        | USA       | ２０１５５３２４４７          | +1 201 553 2447    |
        | USA       | ٢٠١٥٥٣٢٤٤٧          | +1 201 553 2447    |

    @AD-052 @AD-053
    Scenariomall: Numret som visades är det som registreras
      Givet att Bo har valt landet "<land>"
      När Bo loggar in med numret "<angivet>"
      Så är Bo inloggad med uppringningsnumret "<registrerat>"

      Exempel: Med landskod, från utlandet, inom landet och med andra skrifters siffror
        | land      | angivet             | registrerat    |
        | Sverige   | +46 (0)70 174 06 05 | +46701740605   |
        | Sverige   | 0046701740605       | +46701740605   |
        | Belarus   | 80291234567         | +375291234567  |
        | Argentina | 011 15 2345 6789    | +5491123456789 |
        | USA       | ２０１５５３２４４７          | +12015532447   |

    @AD-052 @AD-053
    Scenariomall: Alla skrifters siffror är siffror
      När Bo anger numret "2015532447" med siffror från "<skrifter>"
      Så läser Bo vid numret "Du rings upp på +1 201 553 2447"

      Exempel: Varje skrift i Unicode som har siffror, med det namn den har där
        | skrifter                                                                                                                                                                 |
        | Arabic-Indic, Extended Arabic-Indic, Nko, Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu                                                                  |
        | Kannada, Malayalam, Sinhala Lith, Thai, Lao, Tibetan, Myanmar, Myanmar Shan, Khmer, Mongolian                                                                            |
        | Limbu, New Tai Lue, Tai Tham Hora, Tai Tham Tham, Balinese, Sundanese, Lepcha, Ol Chiki, Vai, Saurashtra                                                                 |
        | Kayah Li, Javanese, Myanmar Tai Laing, Cham, Meetei Mayek, Fullwidth, Osmanya, Hanifi Rohingya, Brahmi, Sora Sompeng                                                     |
        | Chakma, Sharada, Khudawadi, Newa, Tirhuta, Modi, Takri, Ahom, Warang Citi, Dives Akuru                                                                                   |
        | Bhaiksuki, Masaram Gondi, Gunjala Gondi, Mro, Tangsa, Pahawh Hmong, Mathematical Bold, Mathematical Double-Struck, Mathematical Sans-Serif, Mathematical Sans-Serif Bold |
        | Mathematical Monospace, Nyiakeng Puachue Hmong, Wancho, Adlam, Segmented                                                                                                 |

    @AD-053 @AD-055
    Scenario: Osynliga tecken räknas inte
      När Bo loggar in med numret "2015532447" mellan osynliga tecken
      Så är Bo inloggad med uppringningsnumret "+12015532447"

    @AD-062
    Scenariomall: Ett nekat nummer får en förklaring
      Givet att Bo har valt landet "<land>"
      När Bo försöker logga in med numret "<angivet>"
      Så läser Bo vid numret "<förklaring> Ange ett giltigt uppringningsnummer. Kontakta administratören eller supportteamet om du behöver hjälp."
      Och Bo är inte inloggad

      Exempel: Längden, landet, bokstäver och ett tecken som inte hör till ett nummer
        | land    | angivet        | förklaring                                     |
        | USA     | -              | Numret är för kort för USA.                    |
        | Sverige | 0701           | Numret är för kort för Sverige.                |
        | Sverige | 07017406051234 | Numret är för långt för Sverige.               |
        | Sverige | 0045 32123456  | Numret börjar inte med +46, koden som är vald. |
        | USA     | 201553CALL     | Ett uppringningsnummer har inga bokstäver.     |
        | USA     | 2015532447#    | Ett uppringningsnummer kan inte ha tecknet #.  |
        | USA     | 201553244²     | Ett uppringningsnummer kan inte ha tecknet ².  |

    @AD-061
    Scenario: Ett tomt fält får ett meddelande om att det måste fyllas i
      När Bo försöker logga in med numret ""
      Så läser Bo vid numret "Uppringningsnummer måste anges."
      Och Bo är inte inloggad
