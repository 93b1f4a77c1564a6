# language: sv
Egenskap: Anknytning
  En agent med en Webex Calling-enhet tar emot samtal på dess anknytning.

  Regel: Anknytningen anges under Anknytning

    Bakgrund:
      Givet att Bo är vid Stationsuppgifter
      Och Bo har valt Anknytning

    @AD-063
    Scenario: Det går att logga in med en anknytning
      När Bo loggar in med numret "1001"
      Så ser Bo Uppgiftssidan
      Och Bo är inloggad med anknytningen "1001"

    @AD-063
    Scenario: Utan anknytning går det inte att logga in
      När Bo försöker logga in med numret ""
      Så läser Bo att en anknytning krävs
      Och Bo är inte inloggad

  Regel: Anknytning är till för agenter med en Webex Calling-enhet

    @AD-064
    Scenario: En agent utan en sådan enhet erbjuds inte Anknytning
      Givet att administratören har etablerat Uppringningsnummer och Skrivbord
      När Ada kommer till Stationsuppgifter
      Så erbjuds Ada Uppringningsnummer och Skrivbord

    @AD-064
    Scenario: Samma siffror under Uppringningsnummer är inte en anknytning
      Givet att Bo är vid Stationsuppgifter
      När Bo försöker logga in med numret "1001"
      Så läser Bo att numret är för kort för landet
      Och Bo är inte inloggad

  Regel: En anknytning är inte ett telefonnummer

    @AD-065
    Scenariomall: Anknytningar av alla vanliga längder godtas
      Givet att Bo är vid Stationsuppgifter
      Och Bo har valt Anknytning
      När Bo loggar in med numret "<angivet>"
      Så är Bo inloggad med anknytningen "<angivet>"

      Exempel:
        | angivet    |
        | 7          |
        | 1000       |
        | 1024       |
        | 0042       |
        | 2015532447 |

    @AD-065
    Scenario: Det finns ingen landskod att välja för en anknytning
      Givet att Ada är vid Stationsuppgifter
      När Ada väljer Anknytning
      Så ser Ada ingen lista över länder

    @AD-065
    Scenariomall: En anknytning får ha mellanslag och alla skrifters siffror
      Givet att Bo är vid Stationsuppgifter
      Och Bo har valt Anknytning
      När Bo loggar in med numret "<angivet>"
      Så är Bo inloggad med anknytningen "<registrerat>"

      Exempel: Mellanslag, andra skrifters siffror, och så lång som en anknytning kan vara
        | angivet         | registrerat     |
        | 10 01           | 1001            |
        | １００１            | 1001            |
        | 123456789012345 | 123456789012345 |

    @AD-065
    Scenariomall: Text som inte är en anknytning nekas med en förklaring
      Givet att Bo är vid Stationsuppgifter
      Och Bo har valt Anknytning
      När Bo försöker logga in med numret "<angivet>"
      Så läser Bo vid numret "<förklaring>"
      Och Bo är inte inloggad

      Exempel: En siffra för mycket, ett tecken, och ingenting
        | angivet          | förklaring                                  |
        | 1234567890123456 | En anknytning har endast siffror, högst 15. |
        | 10-01            | En anknytning har endast siffror, högst 15. |
        |                  | Anknytning måste anges.                     |

  Regel: Det går att rensa anknytningen och ange den på nytt

    @AD-063
    Scenario: Efter rensningen skriver agenten vidare direkt
      Givet att Bo är vid Stationsuppgifter
      Och Bo har valt Anknytning
      Och Bo har angett numret "1001"
      När Bo rensar numret under Anknytning och skriver "1002"
      Så ser Bo numret "1002" under Anknytning
