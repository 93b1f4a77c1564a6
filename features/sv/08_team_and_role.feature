# language: sv
Egenskap: Team och roll
  Agenten väljer vilket team arbetet gäller; den som är både arbetsledare och agent väljer först roll.

  Regel: Teamet väljs i en lista

    @AD-076
    Scenario: Listan visar agentens egna team
      Givet att Ada är vid Stationsuppgifter
      När Ada öppnar listan över team
      Så hittar Ada dessa team:
        | Support |
        | Sales   |
        | Returns |

    @AD-076
    Scenariomall: Agenten loggas in i det valda teamet
      Givet att Ada är vid Stationsuppgifter
      Och Ada har angett numret "2015532447"
      Och Ada har valt teamet "<team>"
      När Ada skickar Stationsuppgifter
      Så är Ada inloggad i teamet "<team>"

      Exempel:
        | team    |
        | Support |
        | Sales   |
        | Returns |

    @AD-076
    Scenario: Utan team går det inte att logga in
      Givet att Ada är vid Stationsuppgifter
      När Ada försöker logga in med numret "2015532447"
      Så läser Ada att ett team måste väljas
      Och Ada är inte inloggad

    @AD-076
    Scenario: En agent i tusen team loggar in i det sista av dem
      Givet att administratören har placerat Ada i 1000 team
      Och Ada är vid Stationsuppgifter
      Och Ada har angett numret "2015532447"
      När Ada väljer teamet "Team 1000"
      Och Ada skickar Stationsuppgifter
      Så är Ada inloggad i teamet "Team 1000"

  Regel: Det som skrivs in begränsar listan över team

    @AD-077
    Scenariomall: Listan visar de team vars namn innehåller det som skrivs
      Givet att Ada är vid Stationsuppgifter
      När Ada letar efter teamet "<skrivet>"
      Så hittar Ada teamet "<hittat>"
      Och Ada hittar inte teamet "<dolt>"

      Exempel: Början, slutet, och med stora eller små bokstäver
        | skrivet | hittat  | dolt    |
        | Sup     | Support | Sales   |
        | turns   | Returns | Support |
        | SALE    | Sales   | Returns |

    @AD-077
    Scenario: Text som inte passar något team hittar inget
      Givet att Ada är vid Stationsuppgifter
      När Ada letar efter teamet "Night shift"
      Så hittar Ada inget team

    @AD-077
    Scenario: Ett team som hittas genom att skriva går att välja
      Givet att Ada är vid Stationsuppgifter
      Och Ada har angett numret "2015532447"
      Och Ada har letat efter teamet "ret" och valt "Returns"
      När Ada skickar Stationsuppgifter
      Så är Ada inloggad i teamet "Returns"

    @AD-077
    Scenariomall: Enter väljer det team som passar bäst
      Givet att administratören har placerat Ada i dessa team:
        | Malmö Support      |
        | Supporters' Club   |
        | Support            |
        | Côte d'Azur - Nice |
      Och Ada är vid Stationsuppgifter
      När Ada letar efter teamet "<skrivet>" och trycker på Enter
      Så ser Ada att teamet "<team>" är valt

      Exempel: Ett helt namn, början av ett namn, och namn utan accenter, apostrofer och bindestreck
        | skrivet         | team               |
        | support         | Support            |
        | supporters      | Supporters' Club   |
        | malmo           | Malmö Support      |
        | cote dazur nice | Côte d'Azur - Nice |

    @AD-076
    Scenariomall: Att lämna listan väljer inget team
      Givet att Ada är vid Stationsuppgifter
      När Ada letar efter teamet "<skrivet>" och trycker på <tangent>
      Så ser Ada att inget team är valt

      Exempel:
        | skrivet | tangent |
        | Sup     | Tabb    |
        | Support | Tabb    |
        | Support | Escape  |

    @AD-077
    Scenariomall: En lista som öppnas igen visar alla team
      Givet att Ada är vid Stationsuppgifter
      Och Ada har letat efter teamet "Sup" och tryckt på <tangent>
      När Ada öppnar listan över team
      Så hittar Ada dessa team:
        | Support |
        | Sales   |
        | Returns |

      Exempel: Med ett valt team, och utan
        | tangent |
        | Enter   |
        | Escape  |

    @AD-076
    Scenario: Efter att ha rensat teamet skriver agenten vidare direkt
      Givet att Ada är vid Stationsuppgifter
      Och Ada har valt teamet "Support"
      När Ada rensar teamet och skriver "Sal"
      Så hittar Ada teamet "Sales"
      Och Ada hittar inte teamet "Support"

    @AD-076
    Scenario: Ett sparat team som agenten har lämnat ger vika för det enda som finns
      Givet att Ada har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Uppringningsnummer och numret "2025550123" och loggat ut
      Och administratören har placerat Ada i dessa team:
        | Returns |
      När Ada kommer till Stationsuppgifter
      Så ser Ada att teamet "Returns" är valt

    @AD-076
    Scenario: Ett sparat team som agenten har lämnat måste väljas på nytt bland flera
      Givet att Ada har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Uppringningsnummer och numret "2025550123" och loggat ut
      Och administratören har placerat Ada i dessa team:
        | Sales   |
        | Returns |
      Och Ada är vid Stationsuppgifter
      När Ada skickar Stationsuppgifter
      Så läser Ada att ett team måste väljas
      Och Ada är inte inloggad

  Regel: Rollen avgör om det finns ett team att välja

    @AD-078
    Scenario: Arbetsledare och agent har ett team att välja
      Givet att Lars är vid Stationsuppgifter
      När Lars väljer rollen Arbetsledare och agent
      Så ombeds Lars välja ett team

    @AD-078 @AD-079
    Scenario: Arbetsledare har inget team att välja
      Givet att Lars är vid Stationsuppgifter
      Och Lars har valt rollen Arbetsledare och agent
      När Lars väljer rollen Arbetsledare
      Så ombeds Lars inte välja något team

    @AD-078
    Scenario: Arbetsledare och agent loggar in i det valda teamet
      Givet att Lars är vid Stationsuppgifter
      Och Lars har valt rollen Arbetsledare och agent
      Och Lars har valt teamet "Support"
      När Lars loggar in med numret "2015532447"
      Så är Lars inloggad i teamet "Support"
      Och Lars är inloggad som Arbetsledare och agent

    @AD-079
    Scenario: Arbetsledare loggar in utan team
      Givet att Lars är vid Stationsuppgifter
      Och Lars har valt rollen Arbetsledare
      När Lars loggar in med numret "2015532447"
      Så är Lars inte inloggad i något team
      Och Lars är inloggad som Arbetsledare

    @AD-079
    Scenario: Arbetsledare loggar in utan teamet som valdes för den andra rollen
      Givet att Lars är vid Stationsuppgifter
      Och Lars har valt rollen Arbetsledare och agent
      Och Lars har valt teamet "Support"
      Och Lars har valt rollen Arbetsledare
      När Lars loggar in med numret "2015532447"
      Så är Lars inte inloggad i något team
      Och Lars är inloggad som Arbetsledare

    @AD-078
    Scenario: Teamet är fortfarande valt när agenten går tillbaka till dess roll
      Givet att Lars är vid Stationsuppgifter
      Och Lars har valt rollen Arbetsledare och agent
      Och Lars har valt teamet "Support"
      Och Lars har valt rollen Arbetsledare
      När Lars väljer rollen Arbetsledare och agent
      Så ser Lars att teamet "Support" är valt

    @AD-078
    Scenario: En agent som inte är arbetsledare har ett team men ingen roll att välja
      När Ada kommer till Stationsuppgifter
      Så ombeds Ada välja ett team
      Och Ada ombeds inte välja någon roll

    @AD-079
    Scenario: En arbetsledare som inte är agent har inget team att välja
      När Signe kommer till Stationsuppgifter
      Så ombeds Signe inte välja något team
      Och Signe ombeds inte välja någon roll

    @AD-079
    Scenario: En arbetsledare som inte är agent loggar in utan team
      Givet att Signe är vid Stationsuppgifter
      När Signe loggar in med numret "2015532447"
      Så är Signe inte inloggad i något team
