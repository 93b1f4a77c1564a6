# language: sv
Egenskap: Stationsalternativ
  Under Stationsuppgifter väljer agenten vart samtalen ska komma: till ett uppringningsnummer, till en anknytning eller till själva skrivbordet.

  Regel: Uppringningsnummer är valt från början

    @AD-043
    Scenario: Uppringningsnummer är valt när agenten kommer dit
      När Ada kommer till Stationsuppgifter
      Så ser Ada att Uppringningsnummer är valt

    @AD-043
    Scenariomall: Uppringningsnummer kommer först överallt där det är etablerat
      Givet att administratören har etablerat <etablerat>
      När Ada kommer till Stationsuppgifter
      Så ser Ada att Uppringningsnummer är valt

      Exempel:
        | etablerat                         |
        | Uppringningsnummer och Anknytning |
        | Uppringningsnummer och Skrivbord  |
        | Uppringningsnummer                |

  Regel: Det finns upp till tre alternativ, och bara de etablerade visas

    @AD-044
    Scenario: Alla tre alternativen
      När Ada kommer till Stationsuppgifter
      Så erbjuds Ada Uppringningsnummer, Anknytning och Skrivbord

    @AD-045
    Scenariomall: Bara det som administratören har etablerat
      Givet att administratören har etablerat <etablerat>
      När Ada kommer till Stationsuppgifter
      Så erbjuds Ada <etablerat>

      Exempel:
        | etablerat                                    |
        | Uppringningsnummer                           |
        | Anknytning                                   |
        | Skrivbord                                    |
        | Uppringningsnummer och Anknytning            |
        | Uppringningsnummer och Skrivbord             |
        | Anknytning och Skrivbord                     |
        | Uppringningsnummer, Anknytning och Skrivbord |

    @AD-045
    Scenario: Skrivbord erbjuds inte där organisationen saknar WebRTC
      Givet att administratören har stängt av WebRTC
      När Ada kommer till Stationsuppgifter
      Så erbjuds Ada Uppringningsnummer och Anknytning

    @AD-045
    Scenario: Utan Uppringningsnummer är nästa alternativ det valda
      Givet att administratören har etablerat Anknytning och Skrivbord
      När Ada kommer till Stationsuppgifter
      Så ser Ada att Anknytning är valt

  Regel: Skrivbord kräver ingenting mer

    @AD-047
    Scenario: Med Skrivbord finns det inget nummer att ange
      Givet att Ada är vid Stationsuppgifter
      När Ada väljer Skrivbord
      Så ombeds Ada inte ange något nummer

    @AD-047
    Scenario: Med Uppringningsnummer finns det ett nummer att ange
      Givet att Ada är vid Stationsuppgifter
      Och Ada har valt Skrivbord
      När Ada väljer Uppringningsnummer
      Så ombeds Ada ange ett nummer under Uppringningsnummer

    @AD-047 @full-browser
    Scenario: Det går att logga in med Skrivbord utan nummer
      Givet att Bo använder Google Chrome med en mikrofon
      Och Bo är vid Stationsuppgifter
      Och Bo har valt Skrivbord
      När Bo skickar Stationsuppgifter
      Så ser Bo Uppgiftssidan
      Och Bo är inloggad med Skrivbord
