# language: sv
Egenskap: Standardnummer
  Administratören kan ge en agent ett standardnummer och kan begränsa agenter till det.

  Regel: Ett standardnummer är ifyllt från början

    @AD-028
    Scenario: Standardnumret är ifyllt under Uppringningsnummer
      Givet att administratören har gett Ada standardnumret "+12015532447"
      När Ada kommer till Stationsuppgifter
      Så ser Ada numret "+12015532447" under Uppringningsnummer

    @AD-029
    Scenario: Standardnumret är ifyllt under Anknytning
      Givet att administratören har gett Ada standardnumret "+12015532447"
      Och Ada är vid Stationsuppgifter
      När Ada väljer Anknytning
      Så ser Ada numret "+12015532447" under Anknytning

    @AD-028 @AD-029
    Scenario: Varje agent ser sitt eget standardnummer
      Givet att administratören har gett Ada standardnumret "+12015532447"
      Och administratören har gett Bo standardnumret "+46701740605"
      När Bo kommer till Stationsuppgifter
      Så ser Bo numret "+46701740605" under Uppringningsnummer
      Och Bo ser numret "+46701740605" under Anknytning

    @AD-029
    Scenario: Det går att logga in med ett standardnummer som är en anknytning
      Givet att administratören har gett Bo standardnumret "1001"
      Och Bo är vid Stationsuppgifter
      Och Bo har valt Anknytning
      När Bo skickar Stationsuppgifter
      Så är Bo inloggad med anknytningen "1001"

    @AD-028
    Scenariomall: Det går att logga in med det ifyllda standardnumret som det är
      Givet att administratören har gett Bo standardnumret "<nummer>"
      Och Bo är vid Stationsuppgifter
      När Bo skickar Stationsuppgifter
      Så är Bo inloggad med uppringningsnumret "<nummer>"

      Exempel: I landet vars kod är vald från början, och i ett annat
        | nummer       |
        | +12015532447 |
        | +46701740605 |

    @AD-030
    Scenariomall: Utan standardnummer är ingenting ifyllt
      Givet att Ada är vid Stationsuppgifter
      När Ada väljer <alternativ>
      Så ser Ada inget nummer under <alternativ>

      Exempel:
        | alternativ         |
        | Uppringningsnummer |
        | Anknytning         |

  Regel: En agent kan begränsas till standardnumret

    @AD-031 @AD-032
    Scenariomall: En begränsad agent kan inte ändra numret
      Givet att administratören har gett Ada standardnumret "+12015532447"
      Och administratören har begränsat <vilka> till standardnumret
      När Ada kommer till Stationsuppgifter
      Så kan Ada inte ändra numret under Uppringningsnummer
      Och Ada kan inte ändra numret under Anknytning

      Exempel: För en profil eller för alla
        | vilka               |
        | agenternas profil   |
        | hela organisationen |

    @AD-034
    Scenariomall: En begränsad agent loggar in utan att ange något nummer
      Givet att administratören har gett Bo standardnumret "+12015532447"
      Och administratören har begränsat <vilka> till standardnumret
      Och Bo är vid Stationsuppgifter
      När Bo skickar Stationsuppgifter
      Så ser Bo Uppgiftssidan
      Och Bo är inloggad med uppringningsnumret "+12015532447"

      Exempel: För en profil eller för alla
        | vilka               |
        | agenternas profil   |
        | hela organisationen |

    @AD-034
    Scenario: En begränsad agent kan hoppa över anknytningen också
      Givet att administratören har gett Bo standardnumret "1001"
      Och administratören har begränsat agenternas profil till standardnumret
      Och Bo är vid Stationsuppgifter
      Och Bo har valt Anknytning
      När Bo skickar Stationsuppgifter
      Så är Bo inloggad med anknytningen "1001"

    @AD-031 @AD-034
    Scenario: En begränsad agent läser vilket nummer som kommer att ringas upp
      Givet att administratören har gett Ada standardnumret "+46701740605"
      Och administratören har begränsat agenternas profil till standardnumret
      När Ada kommer till Stationsuppgifter
      Så läser Ada vid numret "Du rings upp på +46 701 740 605. Inställt av administratören; kan inte ändras här."

    @AD-034
    Scenario: En begränsad agent kan också logga in med ett standardnummer utan landskod
      Givet att administratören har gett Bo standardnumret "2015532447"
      Och administratören har begränsat agenternas profil till standardnumret
      Och Bo är vid Stationsuppgifter
      När Bo skickar Stationsuppgifter
      Så är Bo inloggad med uppringningsnumret "+12015532447"

    @AD-032
    Scenariomall: Ett nummer som sparades före begränsningen ger vika för standardnumret
      Givet att Ada har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med <alternativ> och numret "<sparat>" och loggat ut
      Och administratören har gett Ada standardnumret "+12015532447"
      Och administratören har begränsat agenternas profil till standardnumret
      När Ada kommer till Stationsuppgifter
      Så ser Ada numret "+12015532447" under Uppringningsnummer
      Och Ada ser numret "+12015532447" under Anknytning

      Exempel:
        | alternativ         | sparat     |
        | Uppringningsnummer | 2025550123 |
        | Anknytning         | 1001       |

  Regel: Utan begränsningen är standardnumret ett förslag

    @AD-033
    Scenario: Ett standardnummer utan landskod får det valda landets kod
      Givet att administratören har gett Bo standardnumret "2015532447"
      Och Bo är vid Stationsuppgifter
      När Bo skickar Stationsuppgifter
      Så är Bo inloggad med uppringningsnumret "+12015532447"

    @AD-033
    Scenariomall: Det ifyllda numret går att ändra
      Givet att administratören har gett Ada standardnumret "+12015532447"
      Och Ada är vid Stationsuppgifter
      När Ada väljer <alternativ>
      Så kan Ada ändra numret under <alternativ>

      Exempel:
        | alternativ         |
        | Uppringningsnummer |
        | Anknytning         |

    @AD-033
    Scenario: Det går att logga in med ett annat nummer än standardnumret
      Givet att administratören har gett Bo standardnumret "+12015532447"
      Och Bo är vid Stationsuppgifter
      När Bo loggar in med numret "4155552671"
      Så är Bo inloggad med uppringningsnumret "+14155552671"
