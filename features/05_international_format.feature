Feature: International Dialing Format
  The agent picks the country code from a list and enters only the phone number itself.

  Rule: The format is ticked from the start, with +1

    @AD-056
    Scenario: International Dialing Format is ticked on arrival
      When Ada comes to Station Credentials
      Then Ada sees that International Dialing Format is ticked

    @AD-057
    Scenario: The country code is +1 on arrival
      When Ada comes to Station Credentials
      Then Ada sees the country code "+1"

    @AD-057
    Scenario: A number entered straight away belongs to +1
      Given Bo is at Station Credentials
      When Bo signs in with the number "2025550123"
      Then Bo is signed in with the dial number "+12025550123"

    @AD-048
    Scenario: The format can be unticked and ticked again
      Given Ada is at Station Credentials
      And Ada has unticked International Dialing Format
      When Ada ticks International Dialing Format
      Then Ada sees that International Dialing Format is ticked
      And Ada sees the country code "+1"

  Rule: The country code is picked from a list

    @AD-049
    Scenario Outline: The picked country gives its code
      Given Ada is at Station Credentials
      And Ada has picked the country "<before>"
      When Ada picks the country "<country>"
      Then Ada sees the country code "<code>"

      Examples: Each from a country with another code
        | before        | country        | code |
        | United States | Sweden         | +46  |
        | Sweden        | United Kingdom | +44  |
        | Sweden        | Denmark        | +45  |
        | Sweden        | Canada         | +1   |

    @AD-049
    Scenario: The list of countries is shown only with the format ticked
      Given Ada is at Station Credentials
      When Ada unticks International Dialing Format
      Then Ada sees no list of countries

    @AD-050
    Scenario Outline: Typing a country code narrows the list
      Given Ada is at Station Credentials
      When Ada looks for the country "<typed>"
      Then Ada finds the country "<found>"
      And Ada does not find the country "<hidden>"

      Examples: With and without the plus sign, and a code that several countries share
        | typed | found   | hidden  |
        | +46   | Sweden  | Denmark |
        | 46    | Sweden  | Denmark |
        | +45   | Denmark | Sweden  |
        | +1    | Canada  | Sweden  |

    @AD-051
    Scenario Outline: Typing a country name narrows the list
      Given Ada is at Station Credentials
      When Ada looks for the country "<typed>"
      Then Ada finds the country "<found>"
      And Ada does not find the country "<hidden>"

      Examples: The whole name, its beginning, its end, and in any case of letters
        | typed  | found          | hidden  |
        | Sweden | Sweden         | Denmark |
        | swe    | Sweden         | Denmark |
        | MARK   | Denmark        | Sweden  |
        | united | United Kingdom | Sweden  |

    @AD-051
    Scenario: A country is found by the other names that people know
      Given Ada is at Station Credentials
      Then Ada finds these countries:
        | typed                            | found                   |
        | UAE                              | United Arab Emirates    |
        | Emirates                         | United Arab Emirates    |
        | Emiraten                         | United Arab Emirates    |
        | Brunei Darussalam                | Brunei                  |
        | DRC                              | Congo - Kinshasa        |
        | DR Congo                         | Congo - Kinshasa        |
        | Democratic Republic of the Congo | Congo - Kinshasa        |
        | Demokratiska republiken Kongo    | Congo - Kinshasa        |
        | Zaire                            | Congo - Kinshasa        |
        | Republic of the Congo            | Congo - Brazzaville     |
        | Republiken Kongo                 | Congo - Brazzaville     |
        | Ivory Coast                      | Côte d’Ivoire           |
        | Elfenbenskusten                  | Côte d’Ivoire           |
        | PRC                              | China                   |
        | People's Republic of China       | China                   |
        | Cabo Verde                       | Cape Verde              |
        | Cape Verde                       | Cape Verde              |
        | Czech Republic                   | Czechia                 |
        | Czechia                          | Czechia                 |
        | Federated States of Micronesia   | Micronesia              |
        | UK                               | United Kingdom          |
        | Great Britain                    | United Kingdom          |
        | Britain                          | United Kingdom          |
        | England                          | United Kingdom          |
        | Scotland                         | United Kingdom          |
        | Wales                            | United Kingdom          |
        | Northern Ireland                 | United Kingdom          |
        | Förenade kungariket              | United Kingdom          |
        | Skottland                        | United Kingdom          |
        | Nordirland                       | United Kingdom          |
        | Hong Kong                        | Hong Kong               |
        | Republic of Ireland              | Ireland                 |
        | Eire                             | Ireland                 |
        | Persia                           | Iran                    |
        | DPRK                             | North Korea             |
        | Republic of Korea                | South Korea             |
        | Lao PDR                          | Laos                    |
        | Ceylon                           | Sri Lanka               |
        | Macedonia                        | North Macedonia         |
        | FYROM                            | North Macedonia         |
        | Makedonien                       | North Macedonia         |
        | Myanmar                          | Myanmar (Burma)         |
        | Burma                            | Myanmar (Burma)         |
        | Macao                            | Macao                   |
        | Macau                            | Macao                   |
        | Holland                          | Netherlands             |
        | Palestine                        | Palestine               |
        | Palestina                        | Palestine               |
        | Russian Federation               | Russia                  |
        | Syrian Arab Republic             | Syria                   |
        | Swaziland                        | Eswatini                |
        | East Timor                       | Timor-Leste             |
        | Turkey                           | Türkiye                 |
        | Republic of China                | Taiwan                  |
        | America                          | United States           |
        | United States of America         | United States           |
        | Amerika                          | United States           |
        | Förenta staterna                 | United States           |
        | Holy See                         | Vatican City            |
        | Heliga stolen                    | Vatican City            |
        | Viet Nam                         | Vietnam                 |

    @AD-050 @AD-051
    Scenario Outline: Text that matches no country finds none
      Given Ada is at Station Credentials
      When Ada looks for the country "<typed>"
      Then Ada finds no country

      Examples:
        | typed    |
        | +999     |
        | Atlantis |

    @AD-054
    Scenario: There is no country with the code +120
      Given Ada is at Station Credentials
      When Ada looks for the country "+120"
      Then Ada finds no country

    @AD-050 @AD-051
    Scenario Outline: Enter picks the country that fits best
      Given Ada is at Station Credentials
      And Ada has picked the country "Denmark"
      When Ada looks for the country "<typed>" and presses Enter
      Then Ada sees the country "<country>"

      Examples: Codes of countries, calling codes, names without accents, and a Swedish name
        | typed         | country        |
        | UK            | United Kingdom |
        | US            | United States  |
        | DEU           | Germany        |
        | 0046          | Sweden         |
        | +1            | United States  |
        | Aland         | Åland Islands  |
        | Cote d'Ivoire | Côte d’Ivoire  |
        | Niger         | Niger          |
        | Osterrike     | Austria        |

    @AD-049
    Scenario Outline: Leaving the list does not change the chosen country
      Given Ada is at Station Credentials
      And Ada has picked the country "Denmark"
      When Ada looks for the country "<typed>" and presses <key>
      Then Ada sees the country "Denmark"

      Examples: The beginning of a name, a whole name, a code
        | typed  | key    |
        | UK     | Tab    |
        | Sweden | Tab    |
        | +46    | Tab    |
        | Swed   | Escape |

    @AD-049
    Scenario: The chosen country is used, not the one searched for
      Given Bo is at Station Credentials
      And Bo has picked the country "Sweden"
      And Bo has looked for the country "Norway"
      When Bo signs in with the number "701740605"
      Then Bo is signed in with the dial number "+46701740605"

  Rule: The number is a plus sign, the country code and the phone number

    Background:
      Given Bo is at Station Credentials

    @AD-053 @AD-055
    Scenario Outline: Only the phone number is entered, and the code goes in front
      Given Bo has picked the country "<country>"
      When Bo signs in with the number "<entered>"
      Then Bo is signed in with the dial number "<registered>"

      Examples:
        | country        | entered      | registered    |
        | United States  | 2015532447   | +12015532447  |
        | United States  | 201 553 2447 | +12015532447  |
        | Sweden         | 701740605    | +46701740605  |
        | Sweden         | 0701740605   | +46701740605  |
        | United Kingdom | 2079460018   | +442079460018 |
        | Denmark        | 32123456     | +4532123456   |

    @AD-054
    Scenario: The documented example signs in
      When Bo signs in with the number "2015532447"
      Then Bo sees the Task page
      And Bo is signed in with the dial number "+12015532447"

  Rule: The number is checked against the country code

    Background:
      Given Bo is at Station Credentials

    @AD-052
    Scenario: A Swedish number is accepted for Sweden
      Given Bo has picked the country "Sweden"
      When Bo signs in with the number "701740605"
      Then Bo is signed in with the dial number "+46701740605"

    @AD-052
    Scenario: The same number is refused for the United States
      Given Bo has picked the country "United States"
      When Bo tries to sign in with the number "701740605"
      Then Bo reads that the number is too short for the country
      And Bo is not signed in

    @AD-062
    Scenario Outline: A number too short or too long for its country is refused
      Given Bo has picked the country "<country>"
      When Bo tries to sign in with the number "<entered>"
      Then Bo reads that <why>
      And Bo is not signed in

      Examples: One digit too few, one too many, and the documented example without its area code
        | country        | entered     | why                                     |
        | United States  | 415555267   | the number is too short for the country |
        | United States  | 41555526711 | the number is too long for the country  |
        | United States  | 15532447    | the number is too short for the country |
        | Denmark        | 3212345     | the number is too short for the country |
        | Denmark        | 321234567   | the number is too long for the country  |
        | United Kingdom | 20794600    | the number is too short for the country |
        | United Kingdom | 20794600181 | the number is too long for the country  |

    @AD-062
    Scenario Outline: Text that is not a number is refused
      When Bo tries to sign in with the number "<entered>"
      Then Bo reads that a number has no letters
      And Bo is not signed in

      Examples:
        | entered       |
        | abc           |
        | 1-800-FLOWERS |
        | 201553244x    |
        | 2015x532447   |

    @AD-062
    Scenario: A number of exactly the right length is accepted
      When Bo signs in with the number "1234567890"
      Then Bo is signed in with the dial number "+11234567890"

  Rule: A number is the same number however it is written

    Background:
      Given Bo is at Station Credentials

    @AD-052 @AD-053
    Scenario Outline: The number that will be called is shown before it is sent
      Given Bo has picked the country "<country>"
      When Bo enters the number "<entered>"
      Then Bo reads next to the number "You will be called on <shown>"

      Examples: With the country code, as dialled abroad and at home, and in digits of other scripts
        | country       | entered             | shown              |
        | Sweden        | +46 (0)70 174 06 05 | +46 701 740 605    |
        | Sweden        | 0046701740605       | +46 701 740 605    |
        | Sweden        | 070-174 06 05       | +46 701 740 605    |
        | Belarus       | 80291234567         | +375 291 234 567   |
        | Italy         | 02 1234 5678        | +39 021 234 5678   |
        | Argentina     | 011 15 2345 6789    | +54 911 234 567 89 |
        | United States | ２０１５５３２４４７          | +1 201 553 2447    |
        | United States | ٢٠١٥٥٣٢٤٤٧          | +1 201 553 2447    |

    @AD-052 @AD-053
    Scenario Outline: The number that was shown is the one that is registered
      Given Bo has picked the country "<country>"
      When Bo signs in with the number "<entered>"
      Then Bo is signed in with the dial number "<registered>"

      Examples: With the country code, as dialled abroad and at home, and in digits of other scripts
        | country       | entered             | registered     |
        | Sweden        | +46 (0)70 174 06 05 | +46701740605   |
        | Sweden        | 0046701740605       | +46701740605   |
        | Belarus       | 80291234567         | +375291234567  |
        | Argentina     | 011 15 2345 6789    | +5491123456789 |
        | United States | ２０１５５３２４４７          | +12015532447   |

    @AD-052 @AD-053
    Scenario Outline: The digits of every script are digits
      When Bo enters the number "2015532447" in digits of "<scripts>"
      Then Bo reads next to the number "You will be called on +1 201 553 2447"

      Examples: Each script of Unicode that has digits, by Unicode's name for it
        | scripts                                                                                                                                                                  |
        | Arabic-Indic, Extended Arabic-Indic, Nko, Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu                                                                  |
        | Kannada, Malayalam, Sinhala Lith, Thai, Lao, Tibetan, Myanmar, Myanmar Shan, Khmer, Mongolian                                                                            |
        | Limbu, New Tai Lue, Tai Tham Hora, Tai Tham Tham, Balinese, Sundanese, Lepcha, Ol Chiki, Vai, Saurashtra                                                                 |
        | Kayah Li, Javanese, Myanmar Tai Laing, Cham, Meetei Mayek, Fullwidth, Osmanya, Hanifi Rohingya, Brahmi, Sora Sompeng                                                     |
        | Chakma, Sharada, Khudawadi, Newa, Tirhuta, Modi, Takri, Ahom, Warang Citi, Dives Akuru                                                                                   |
        | Bhaiksuki, Masaram Gondi, Gunjala Gondi, Mro, Tangsa, Pahawh Hmong, Mathematical Bold, Mathematical Double-Struck, Mathematical Sans-Serif, Mathematical Sans-Serif Bold |
        | Mathematical Monospace, Nyiakeng Puachue Hmong, Wancho, Adlam, Segmented                                                                                                 |

    @AD-053 @AD-055
    Scenario: Invisible characters do not count
      When Bo signs in with the number "2015532447" between invisible characters
      Then Bo is signed in with the dial number "+12015532447"

    @AD-062
    Scenario Outline: A refused number comes with the reason
      Given Bo has picked the country "<country>"
      When Bo tries to sign in with the number "<entered>"
      Then Bo reads next to the number "<why> Enter a valid dial number. For help, reach out to your administrator or support team."
      And Bo is not signed in

      Examples: Its length, its country, its letters, and a sign that is not part of a number
        | country       | entered        | why                                                           |
        | United States | -              | This number is too short for United States.                   |
        | Sweden        | 0701           | This number is too short for Sweden.                          |
        | Sweden        | 07017406051234 | This number is too long for Sweden.                           |
        | Sweden        | 0045 32123456  | This number does not begin with +46, the code that is picked. |
        | United States | 201553CALL     | A dial number has no letters.                                 |
        | United States | 2015532447#    | A dial number cannot have the character #.                    |
        | United States | 201553244²     | A dial number cannot have the character ².                    |

    @AD-061
    Scenario: An empty field gets a message that it is required
      When Bo tries to sign in with the number ""
      Then Bo reads next to the number "Dial Number is required."
      And Bo is not signed in
