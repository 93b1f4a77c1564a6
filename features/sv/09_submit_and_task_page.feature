# language: sv
Egenskap: Skicka och Uppgiftssidan
  Skicka slutför inloggningen på stationen, och Uppgiftssidan visas.

  Regel: Skicka slutför inloggningen

    Bakgrund:
      Givet att Bo är vid Stationsuppgifter

    @AD-080
    Scenario: Agenten är inte inloggad på en station förrän efter Skicka
      När Bo anger numret "2015532447"
      Så ser Bo fortfarande Stationsuppgifter
      Och Bo är inte inloggad

    @AD-080
    Scenario: Skicka loggar in agenten på stationen
      Givet att Bo har angett numret "2015532447"
      När Bo skickar Stationsuppgifter
      Så ser Bo inte längre Stationsuppgifter
      Och Bo är inloggad med uppringningsnumret "+12015532447"

    @AD-080
    Scenario: Avbryt loggar inte in agenten på någon station
      Givet att Bo har angett numret "2015532447"
      När Bo avbryter Stationsuppgifter
      Så ombeds Bo ange en e-postadress
      Och Bo är inte inloggad

  Regel: Uppgiftssidan visas efter inloggningen

    @AD-081 @full-browser
    Scenariomall: Alla stationsalternativ leder till Uppgiftssidan
      Givet att Bo använder Google Chrome med en mikrofon
      Och Bo är vid Stationsuppgifter
      Och Bo har valt <alternativ>
      När Bo loggar in med <alternativ>
      Så ser Bo Uppgiftssidan
      Och Bo är Passiv

      Exempel:
        | alternativ         |
        | Uppringningsnummer |
        | Anknytning         |
        | Skrivbord          |

    @AD-081
    Scenario: En arbetsledare kommer också till Uppgiftssidan
      Givet att Signe är vid Stationsuppgifter
      När Signe loggar in med numret "2015532447"
      Så ser Signe Uppgiftssidan

    @AD-081
    Scenario: En nekad inloggning visar inte Uppgiftssidan
      Givet att Bo är vid Stationsuppgifter
      När Bo försöker logga in med numret "15532447"
      Så ser Bo fortfarande Stationsuppgifter
      Och Bo ser inte Uppgiftssidan

    @AD-081
    Scenario: Agenten är fortfarande inloggad när Uppgiftssidan läses in på nytt
      Givet att Bo är inloggad
      När Bo läser in webbläsaren på nytt
      Så ser Bo Uppgiftssidan
