# language: sv
Egenskap: Fel i numret
  Ett nummer måste vara giltigt, registrerat för agenten där organisationen kräver det, och inte användas av någon annan.
  Meddelandet står vid numret och säger vem man kan fråga.

  Regel: Numret måste vara giltigt

    @AD-089
    Scenariomall: Ett felaktigt skrivet nummer nekas
      Givet att Bo är vid Stationsuppgifter
      Och Bo har avmarkerat Internationellt nummerformat
      När Bo försöker logga in med numret "<angivet>"
      Så läser Bo att <varför>
      Och Bo är inte inloggad

      Exempel:
        | angivet  | varför                               |
        | +1201553 | numret inte följer något av formaten |
        | 12       | numret inte följer något av formaten |
        | twelve   | ett nummer inte har bokstäver        |

  Regel: Numret måste vara registrerat där organisationen kräver det

    @AD-089
    Scenario: Ett nummer som inte är registrerat för agenten nekas
      Givet att administratören kräver registrerade nummer
      Och administratören har registrerat numret "+12025550123" för Bo
      Och Bo är vid Stationsuppgifter
      När Bo försöker logga in med numret "2015532447"
      Så läser Bo att numret inte är registrerat på agenten
      Och Bo är inte inloggad

    @AD-089
    Scenario: Ett registrerat nummer godtas
      Givet att administratören kräver registrerade nummer
      Och administratören har registrerat numret "+12025550123" för Bo
      Och Bo är vid Stationsuppgifter
      När Bo loggar in med numret "2025550123"
      Så är Bo inloggad med uppringningsnumret "+12025550123"

    @AD-089
    Scenario: Ett nummer som är registrerat för en kollega räcker inte
      Givet att administratören kräver registrerade nummer
      Och administratören har registrerat numret "+12025550123" för Ada
      Och Bo är vid Stationsuppgifter
      När Bo försöker logga in med numret "2025550123"
      Så läser Bo att numret inte är registrerat på agenten
      Och Bo är inte inloggad

    @AD-089
    Scenario: Agentens standardnummer godtas
      Givet att administratören kräver registrerade nummer
      Och administratören har gett Bo standardnumret "+12025550123"
      Och Bo är vid Stationsuppgifter
      När Bo skickar Stationsuppgifter
      Så är Bo inloggad med uppringningsnumret "+12025550123"

    @AD-089
    Scenario: Utan kravet godtas alla giltiga nummer
      Givet att administratören har registrerat numret "+12025550123" för Bo
      Och Bo är vid Stationsuppgifter
      När Bo loggar in med numret "2015532447"
      Så är Bo inloggad med uppringningsnumret "+12015532447"

  Regel: Numret måste vara agentens eget

    @AD-089
    Scenario: Ett nummer som en annan agent är inloggad med nekas
      Givet att Ada är inloggad med numret "2015532447"
      Och Bo är vid Stationsuppgifter
      När Bo försöker logga in med numret "2015532447"
      Så läser Bo att numret används redan
      Och Bo är inte inloggad
      Och Ada är fortfarande inloggad

    @AD-089
    Scenario: Samma nummer i ett annat format är fortfarande samma nummer
      Givet att Ada är inloggad med numret "2015532447"
      Och Bo är vid Stationsuppgifter
      Och Bo har avmarkerat Internationellt nummerformat
      När Bo försöker logga in med numret "+1 201 553 2447"
      Så läser Bo att numret används redan
      Och Bo är inte inloggad

    @AD-089
    Scenario: En anknytning som en annan agent är inloggad med nekas
      Givet att Ada är inloggad med anknytningen "1001"
      Och Bo är vid Stationsuppgifter
      Och Bo har valt Anknytning
      När Bo försöker logga in med numret "1001"
      Så läser Bo att anknytningen används redan
      Och Bo är inte inloggad

    @AD-089
    Scenario: Ett nekat nummer går att rätta
      Givet att Ada är inloggad med numret "2015532447"
      Och Bo är vid Stationsuppgifter
      Och Bo har försökt logga in med numret "2015532447"
      När Bo loggar in med numret "2025550123"
      Så är Bo inloggad med uppringningsnumret "+12025550123"

    @AD-089
    Scenario: Ett nummer är ledigt igen när den andra agenten har loggat ut
      Givet att Ada är inloggad med numret "2015532447"
      Och Ada har loggat ut
      Och Bo är vid Stationsuppgifter
      När Bo loggar in med numret "2015532447"
      Så är Bo inloggad med uppringningsnumret "+12015532447"

  Regel: Ett meddelande gäller det nummer som står där

    @AD-089
    Scenario: Meddelandet försvinner när agenten anger ett annat nummer
      Givet att Bo är vid Stationsuppgifter
      Och Bo har försökt logga in med numret "12"
      När Bo anger numret "2015532447"
      Så läser Bo inget meddelande om numret

    @AD-089
    Scenario: Meddelandet försvinner när agenten väljer ett annat alternativ
      Givet att Bo är vid Stationsuppgifter
      Och Bo har försökt logga in med numret "12"
      När Bo väljer Anknytning
      Så läser Bo inget meddelande om numret

    @AD-089
    Scenario: Meddelandet försvinner när agenten väljer ett annat land
      Givet att Bo är vid Stationsuppgifter
      Och Bo har försökt logga in med numret "12"
      När Bo väljer landet "Sverige"
      Så läser Bo inget meddelande om numret

    @AD-089
    Scenario: Meddelandet försvinner när agenten skriver i ett annat format
      Givet att Bo är vid Stationsuppgifter
      Och Bo har försökt logga in med numret "12"
      När Bo avmarkerar Internationellt nummerformat
      Så läser Bo inget meddelande om numret
