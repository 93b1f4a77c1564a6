# language: sv
Egenskap: Utloggning
  En agent som är klar för dagen blir Passiv, öppnar Användarprofil och loggar ut.

  Regel: Agenten blir först Passiv

    Bakgrund:
      Givet att Bo är inloggad

    @AD-084
    Scenario: En tillgänglig agent blir Passiv
      Givet att Bo har ändrat tillgängligheten till Tillgänglig
      När Bo ändrar tillgängligheten till Passiv
      Så är Bo Passiv

    @AD-084
    Scenario: En inloggad agent kan bli Tillgänglig
      När Bo ändrar tillgängligheten till Tillgänglig
      Så är Bo Tillgänglig

    @AD-084 @AD-085 @AD-086
    Scenario: Från Tillgänglig till utloggad i den dokumenterade ordningen
      Givet att Bo har ändrat tillgängligheten till Tillgänglig
      Och Bo har ändrat tillgängligheten till Passiv
      Och Bo har öppnat Användarprofil
      När Bo klickar på Logga ut
      Så är Bo utloggad

  Regel: Användarprofil finns i det övre högra hörnet

    @AD-085
    Scenario: Användarprofil finns där efter inloggningen
      Givet att Bo är vid Stationsuppgifter
      När Bo loggar in med Uppringningsnummer
      Så hittar Bo Användarprofil i det övre högra hörnet

    @AD-085
    Scenario: Användarprofil visar agentens namn och erbjuder Logga ut
      Givet att Bo är inloggad
      När Bo öppnar Användarprofil
      Så ser Bo sitt eget namn i Användarprofil
      Och Bo ser Logga ut i Användarprofil

    @AD-085
    Scenariomall: Användarprofil säger hur agenten är inloggad
      Givet att Ada är inloggad <hur>
      När Ada öppnar Användarprofil
      Så läser Ada "<ord>" i Användarprofil

      Exempel: Numret, anknytningen och ett av flera team
        | hur                            | ord             |
        | med numret "2015532447"        | +1 201 553 2447 |
        | med anknytningen "1001"        | 1001            |
        | och arbetar för teamet "Sales" | Sales           |

  Regel: Logga ut avslutar sessionen

    @AD-086
    Scenario: Agenten loggas ut från stationen
      Givet att Bo är inloggad
      Och Bo har öppnat Användarprofil
      När Bo klickar på Logga ut
      Så är Bo utloggad
      Och Bo ser inte Uppgiftssidan

    @AD-086
    Scenario: Skrivbordet frågar efter en e-postadress när det öppnas igen
      Givet att Bo är inloggad
      Och Bo har loggat ut
      När Bo öppnar adressen från administratören
      Så ombeds Bo ange en e-postadress

    @AD-086
    Scenario: Utloggningen påverkar ingen annan
      Givet att Ada är inloggad med numret "2025550123"
      Och Bo är inloggad
      När Bo loggar ut
      Så är Bo utloggad
      Och Ada är fortfarande inloggad

    @AD-086
    Scenario: En agent kan logga in igen efter utloggningen
      Givet att Bo är inloggad
      Och Bo har loggat ut
      Och Bo är vid Stationsuppgifter
      När Bo loggar in med numret "2015532447"
      Så ser Bo Uppgiftssidan

    @AD-086
    Scenario: Det går att logga ut hur lång tid det än är sedan inloggningen
      Givet att Bo är inloggad
      Och det har gått 90 minuter
      Och Bo har öppnat Användarprofil
      När Bo klickar på Logga ut
      Så ombeds Bo ange en e-postadress

    @AD-086
    Scenario: Efter utloggningen ombeds agenten ange en e-postadress på skrivbordets språk
      Givet att Bo är inloggad
      Och Bo har öppnat Användarprofil
      Och Bo har valt det andra språket i Användarprofil
      När Bo klickar på Logga ut
      Så ombeds Bo ange en e-postadress på det språket
