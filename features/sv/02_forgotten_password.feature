# language: sv
Egenskap: Glömt lösenord
  En agent som inte längre kan sitt lösenord får en bekräftelsekod med e-post och väljer ett nytt lösenord med den.

  Regel: Glömt lösenord leder till ett nytt lösenord

    @AD-024
    Scenario: Glömt lösenord frågar efter bekräftelsekoden
      Givet att Ada ombeds ange lösenordet
      När Ada väljer Glömt lösenord
      Så ombeds Ada ange bekräftelsekoden

    @AD-024
    Scenariomall: Ett nytt lösenord med minst åtta tecken ersätter det glömda
      Givet att Ada ska välja ett nytt lösenord
      När Ada väljer det nya lösenordet "<lösenord>"
      Så har identitetstjänsten ändrat Adas lösenord

      Exempel:
        | lösenord        |
        | eight-88        |
        | Fresh-Morning-7 |

    @AD-024
    Scenario: Det går att logga in med det nya lösenordet
      Givet att Ada har valt det nya lösenordet "Fresh-Morning-7"
      När Ada loggar in med sin egen e-postadress och lösenordet "Fresh-Morning-7"
      Så ser Ada Stationsuppgifter

    @AD-024
    Scenario: Det går inte längre att logga in med det glömda lösenordet
      Givet att Ada har valt det nya lösenordet "Fresh-Morning-7"
      När Ada loggar in med sin egen e-postadress och det glömda lösenordet
      Så läser Ada att lösenordet är fel

    @AD-024
    Scenario: Ett nytt lösenord som är för kort nekas
      Givet att Ada ska välja ett nytt lösenord
      När Ada väljer det nya lösenordet "seven-7"
      Så läser Ada att det nya lösenordet är för kort

    @AD-024
    Scenario: Ett nytt lösenord som upprepas annorlunda nekas
      Givet att Ada ska välja ett nytt lösenord
      När Ada väljer det nya lösenordet "Fresh-Morning-7" och upprepar det som "Fresh-Morning-8"
      Så läser Ada att de två nya lösenorden inte är lika

    @AD-024
    Scenario: Ett nytt lösenord låser upp kontot
      Givet att Ada ombeds ange lösenordet
      Och Ada har angett fel lösenord 5 gånger
      Och Ada har valt det nya lösenordet "Fresh-Morning-7"
      När Ada loggar in med sin egen e-postadress och lösenordet "Fresh-Morning-7"
      Så ser Ada Stationsuppgifter

    @AD-024
    Scenario: Ett nytt lösenord avslutar inloggningarna i andra webbläsare
      Givet att Ada är vid Stationsuppgifter
      Och Ada har växlat till den andra webbläsaren
      Och Ada har valt det nya lösenordet "Fresh-Morning-7"
      Och Ada har växlat till den första webbläsaren
      När Ada öppnar skrivbordet i den andra fliken
      Så ombeds Ada ange en e-postadress

  Regel: Koden skickas till agentens egen e-postadress

    Bakgrund:
      Givet att Ada ombeds ange lösenordet

    @AD-026
    Scenario: Agenten får ett mejl med koden
      När Ada väljer Glömt lösenord
      Så har Ada fått ett mejl med en bekräftelsekod

    @AD-026
    Scenario: Ingen annan får koden
      När Ada väljer Glömt lösenord
      Så har Bo inte fått något mejl med en bekräftelsekod

  Regel: Koden har sex siffror

    Bakgrund:
      Givet att Ada ombeds ange bekräftelsekoden

    @AD-025
    Scenario: Koden från mejlet har sex siffror och godtas
      När Ada anger koden från mejlet
      Så har koden i Adas mejl 6 siffror
      Och Ada ombeds välja ett nytt lösenord

    @AD-025 @AD-027
    Scenariomall: Allt annat än sex siffror nekas
      När Ada anger koden "<angivet>"
      Så läser Ada att <varför>
      Och Ada ombeds fortfarande ange bekräftelsekoden

      Exempel: Fem och sju siffror, bokstäver, tecken
        | angivet | varför                            |
        | 12345   | bekräftelsekoden är för kort      |
        | 1234567 | bekräftelsekoden är för lång      |
        | abcdef  | bekräftelsekoden bara har siffror |
        | 12345a  | bekräftelsekoden bara har siffror |
        | 12-345  | bekräftelsekoden är för kort      |

    @AD-025
    Scenariomall: De sex siffrorna godtas hur de än skrivs
      När Ada anger koden från mejlet <skriven>
      Så ombeds Ada välja ett nytt lösenord

      Exempel:
        | skriven                      |
        | med siffror i full bredd     |
        | med ett mellanslag i mitten  |
        | med ett bindestreck i mitten |
        | med osynliga tecken          |

    @AD-025
    Scenariomall: De sex siffrorna godtas med alla skrifters siffror
      När Ada anger koden från mejlet med siffror från "<skrifter>"
      Så ombeds Ada välja ett nytt lösenord

      Exempel: Varje skrift i Unicode som har siffror, med det namn den har där
        | skrifter                                                                                                                   |
        | Arabic-Indic, Extended Arabic-Indic, Nko, Devanagari, Bengali, Gurmukhi                                                    |
        | Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam                                                                         |
        | Sinhala Lith, Thai, Lao, Tibetan, Myanmar, Myanmar Shan                                                                    |
        | Khmer, Mongolian, Limbu, New Tai Lue, Tai Tham Hora, Tai Tham Tham                                                         |
        | Balinese, Sundanese, Lepcha, Ol Chiki, Vai, Saurashtra                                                                     |
        | Kayah Li, Javanese, Myanmar Tai Laing, Cham, Meetei Mayek, Fullwidth                                                       |
        | Osmanya, Hanifi Rohingya, Brahmi, Sora Sompeng, Chakma, Sharada                                                            |
        | Khudawadi, Newa, Tirhuta, Modi, Takri, Ahom                                                                                |
        | Warang Citi, Dives Akuru, Bhaiksuki, Masaram Gondi, Gunjala Gondi, Mro                                                     |
        | Tangsa, Pahawh Hmong, Mathematical Bold, Mathematical Double-Struck, Mathematical Sans-Serif, Mathematical Sans-Serif Bold |
        | Mathematical Monospace, Nyiakeng Puachue Hmong, Wancho, Adlam, Segmented                                                   |

    @AD-027
    Scenario: Sex siffror som inte stod i mejlet nekas
      När Ada anger sex andra siffror än de i mejlet
      Så läser Ada att bekräftelsekoden är fel
      Och identitetstjänsten har nekat bekräftelsekoden som Ada angav

    @AD-027
    Scenario: Efter två misstag säger meddelandet att ett försök är kvar
      När Ada anger sex andra siffror än de i mejlet
      Och Ada anger sex andra siffror än de i mejlet
      Så läser Ada att bekräftelsekoden är fel och ett försök är kvar

    @AD-027
    Scenario: Efter två misstag godtas koden från mejlet fortfarande
      Givet att Ada har angett fel kod 2 gånger
      När Ada anger koden från mejlet
      Så ombeds Ada välja ett nytt lösenord

    @AD-027
    Scenario: Efter tre misstag nekas även koden från mejlet
      Givet att Ada har angett fel kod 3 gånger
      När Ada anger koden från mejlet
      Så läser Ada att bekräftelsekoden inte kan användas längre

    @AD-027
    Scenario: En kod som är äldre än tio minuter nekas
      Givet att det har gått 10 minuter
      När Ada anger koden från mejlet
      Så läser Ada att bekräftelsekoden har gått ut

    @AD-027
    Scenario: En kod som snart är tio minuter gammal godtas fortfarande
      Givet att det har gått 599 sekunder
      När Ada anger koden från mejlet
      Så ombeds Ada välja ett nytt lösenord

  Regel: En ny kod ersätter den förra

    Bakgrund:
      Givet att Ada ombeds ange bekräftelsekoden

    @AD-026
    Scenario: Agenten kan få en kod till
      När Ada väljer Skicka en ny kod
      Så läser Ada att en ny kod är på väg
      Och Ada ombeds fortfarande ange bekräftelsekoden

    @AD-027
    Scenario: Den tidigare koden nekas
      Givet att Ada har valt Skicka en ny kod
      När Ada anger koden från det tidigare mejlet
      Så läser Ada att bekräftelsekoden är fel

    @AD-027
    Scenariomall: En ny kod har egna försök och egen tid
      Givet att <vad>
      Och Ada har valt Skicka en ny kod
      När Ada anger koden från mejlet
      Så ombeds Ada välja ett nytt lösenord

      Exempel: Efter tre misstag och efter tio minuter
        | vad                             |
        | Ada har angett fel kod 3 gånger |
        | det har gått 10 minuter         |

    @AD-026
    Scenario: För en annan e-postadress börjar allt om
      Givet att Ada har gått ett steg tillbaka i webbläsaren
      Och Ada har gått ett steg tillbaka i webbläsaren
      Och Ada har angett e-postadressen "bo.ekstrom@example.com"
      När Ada väljer Glömt lösenord
      Så har Bo fått ett mejl med en bekräftelsekod
      Och Ada läser inte längre något meddelande
