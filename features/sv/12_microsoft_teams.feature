# language: sv
Egenskap: Microsoft Teams
  I en organisation med anslutningen till Microsoft Teams kan en agent logga in på ett Teams-konto vid
  Stationsuppgifter. Det är frivilligt: skrivbordet fungerar vare sig det lyckas eller inte, och agenten kan göra det senare.

  Regel: Agenten loggar in på Teams-kontot med e-postadress och lösenord

    Bakgrund:
      Givet att administratören har ställt in anslutningen till Microsoft Teams
      Och Bo är vid Stationsuppgifter

    @AD-035
    Scenario: Agenten loggar in på Teams-kontot vid Stationsuppgifter
      Givet att Bo har öppnat fönstret för Microsoft Teams
      När Bo anger sitt eget Teams-konto i fönstret
      Så läser Bo att statusen för Microsoft Teams är Lyckades
      Och Bo ser ingen varning om Microsoft Teams

    @AD-035
    Scenario: Att logga in på Microsoft Teams är frivilligt
      När Bo loggar in med Uppringningsnummer
      Så ser Bo Uppgiftssidan
      Och Bo ser ingen varning om Microsoft Teams

    @AD-035
    Scenario: Fel lösenord nekas i fönstret
      Givet att Bo har öppnat fönstret för Microsoft Teams
      När Bo anger lösenordet "not-the-password" i fönstret för Microsoft Teams
      Så ser Bo fortfarande fönstret för Microsoft Teams
      Och Bo läser inte att statusen för Microsoft Teams är Lyckades

    @AD-035
    Scenario: Efter ett felaktigt lösenord går det ändå att logga in med det rätta
      Givet att Bo har öppnat fönstret för Microsoft Teams
      Och Bo har angett lösenordet "not-the-password" i fönstret för Microsoft Teams
      När Bo anger sitt eget Teams-konto i fönstret
      Så läser Bo att statusen för Microsoft Teams är Lyckades

    @AD-035
    Scenario: Skrivbordets lösenord är inte Teams-kontots
      Givet att Bo har öppnat fönstret för Microsoft Teams
      När Bo anger skrivbordets lösenord i fönstret för Microsoft Teams
      Så läser Bo i fönstret för Microsoft Teams att kontot inte stämmer

    @AD-035
    Scenario: Osynliga tecken i Teams-kontot spelar ingen roll
      Givet att Bo har öppnat fönstret för Microsoft Teams
      När Bo anger sitt eget Teams-konto med osynliga tecken i fönstret
      Så läser Bo att statusen för Microsoft Teams är Lyckades

    @AD-035
    Scenario: En e-postadress utan Teams-konto nekas i fönstret
      Givet att Bo har öppnat fönstret för Microsoft Teams
      När Bo anger e-postadressen "nobody@example.com" i fönstret för Microsoft Teams
      Så läser Bo i fönstret för Microsoft Teams att kontot inte stämmer

    @AD-035
    Scenario: Språket som väljs i fönstret blir skrivbordets
      Givet att Bo har öppnat fönstret för Microsoft Teams
      Och Bo har valt det andra språket i fönstret för Microsoft Teams
      När Bo anger sitt eget Teams-konto i fönstret
      Så läser Bo på det språket att statusen för Microsoft Teams är Lyckades

  Regel: Steget kräver anslutningen till Microsoft Teams

    @AD-036
    Scenario: Utan anslutningen tillfrågas inte agenten
      När Bo kommer till Stationsuppgifter
      Så ser Bo Stationsuppgifter
      Och Bo tillfrågas inte om Microsoft Teams

  Regel: Steget gäller bara där Azure SSO inte är påslaget

    Bakgrund:
      Givet att administratören har ställt in anslutningen till Microsoft Teams

    @AD-036
    Scenario: Med anslutningen och utan Azure SSO finns steget
      När Bo kommer till Stationsuppgifter
      Så erbjuds Bo att logga in på Microsoft Teams

    @AD-036 @AD-037
    Scenario: Med Azure SSO visas inget fönster
      Givet att administratören har slagit på Azure SSO
      När Bo kommer till Stationsuppgifter
      Så ser Bo Stationsuppgifter
      Och Bo tillfrågas inte om Microsoft Teams

    @AD-037
    Scenario: Med Azure SSO frågar inte profilen heller
      Givet att administratören har slagit på Azure SSO
      Och Bo är inloggad
      När Bo öppnar Användarprofil
      Så ser Bo Logga ut i Användarprofil
      Och Bo tillfrågas inte om Microsoft Teams

    @AD-037
    Scenario: Utan Azure SSO visas fönstret
      Givet att Bo är vid Stationsuppgifter
      När Bo öppnar fönstret för Microsoft Teams
      Så ser Bo fönstret för Microsoft Teams

  Regel: Den som avbryter får en varningsikon och ett meddelande

    Bakgrund:
      Givet att administratören har ställt in anslutningen till Microsoft Teams
      Och Bo är vid Stationsuppgifter
      Och Bo har öppnat fönstret för Microsoft Teams

    @AD-038
    Scenario: Agenten avbryter med knappen
      När Bo avbryter fönstret för Microsoft Teams
      Så ser Bo en varning om att inloggningen på Microsoft Teams avbröts
      Och Bo ser inget fönster för Microsoft Teams

    @AD-038
    Scenario: Agenten stänger fönstret
      När Bo stänger fönstret för Microsoft Teams
      Så ser Bo en varning om att inloggningen på Microsoft Teams avslutades när fönstret stängdes

    @AD-038
    Scenario: Varningen visas i Användarprofil
      Givet att Bo har avbrutit fönstret för Microsoft Teams
      Och Bo har loggat in med Uppringningsnummer
      När Bo öppnar Användarprofil
      Så ser Bo en varning om Microsoft Teams vid Användarprofil
      Och Bo ser en varning om att inloggningen på Microsoft Teams avbröts

    @AD-038
    Scenario: Varningen finns kvar efter en omläsning
      Givet att Bo har avbrutit fönstret för Microsoft Teams
      Och Bo har loggat in med Uppringningsnummer
      När Bo läser in webbläsaren på nytt
      Så ser Bo en varning om Microsoft Teams vid Användarprofil

  Regel: En misslyckad inloggning ger en varningsikon och ett meddelande

    Bakgrund:
      Givet att administratören har ställt in anslutningen till Microsoft Teams

    @AD-039
    Scenario: Organisationen nekar kontot
      Givet att administratören har spärrat Bo från Microsoft Teams
      Och Bo är vid Stationsuppgifter
      Och Bo har öppnat fönstret för Microsoft Teams
      När Bo anger sitt eget Teams-konto i fönstret
      Så ser Bo en varning om att inloggningen på Microsoft Teams nekades av organisationen
      Och Bo läser inte att statusen för Microsoft Teams är Lyckades

    @AD-039
    Scenario: Microsoft Teams går inte att nå
      Givet att Microsoft Teams inte går att nå
      Och Bo är vid Stationsuppgifter
      När Bo försöker öppna fönstret för Microsoft Teams
      Så ser Bo en varning om att inloggningen på Microsoft Teams inte gick att nå
      Och Bo ser inget fönster för Microsoft Teams

    @AD-039
    Scenario: Microsoft Teams bryter efter lösenordet
      Givet att Microsoft Teams bryter nästa inloggning
      Och Bo är vid Stationsuppgifter
      Och Bo har öppnat fönstret för Microsoft Teams
      När Bo anger sitt eget Teams-konto i fönstret
      Så ser Bo en varning om att inloggningen på Microsoft Teams misslyckades
      Och Bo läser inte att statusen för Microsoft Teams är Lyckades

    @AD-039 @full-browser
    Scenario: Webbläsaren blockerar fönstret
      Givet att Bo är vid Stationsuppgifter
      När Bo försöker öppna fönstret för Microsoft Teams, men webbläsaren blockerar det
      Så ser Bo en varning om att inloggningen på Microsoft Teams blockerades av webbläsaren
      Och Bo ser inget fönster för Microsoft Teams

    @AD-039
    Scenario: Ett svar på en annan begäran loggar inte in någon
      Givet att Bo är vid Stationsuppgifter
      Och Bo har öppnat fönstret för Microsoft Teams
      När Bo följer ett förfalskat svar i fönstret för Microsoft Teams
      Så ser Bo en varning om att inloggningen på Microsoft Teams fick svar på en annan begäran
      Och Bo läser inte att statusen för Microsoft Teams är Lyckades

  Regel: Skrivbordet fungerar utan Microsoft Teams

    Bakgrund:
      Givet att administratören har ställt in anslutningen till Microsoft Teams

    @AD-041
    Scenariomall: Inloggningen fortsätter efter ett avbrott
      Givet att Bo är vid Stationsuppgifter
      Och Bo har öppnat fönstret för Microsoft Teams
      Och Bo har <avslutat> fönstret för Microsoft Teams
      När Bo loggar in med numret "2015532447"
      Så är Bo inloggad med uppringningsnumret "+12015532447"

      Exempel:
        | avslutat |
        | avbrutit |
        | stängt   |

    @AD-041
    Scenario: Inloggningen fortsätter efter ett misslyckande
      Givet att Microsoft Teams inte går att nå
      Och Bo är vid Stationsuppgifter
      Och Bo har försökt öppna fönstret för Microsoft Teams
      När Bo loggar in med numret "2015532447"
      Så är Bo inloggad med uppringningsnumret "+12015532447"
      Och Bo ser en varning om Microsoft Teams vid Användarprofil

    @AD-041
    Scenario: Inloggningen väntar inte på fönstret
      Givet att Bo är vid Stationsuppgifter
      Och Bo har öppnat fönstret för Microsoft Teams
      När Bo loggar in med numret "2015532447"
      Så är Bo inloggad med uppringningsnumret "+12015532447"
      Och Bo ser fortfarande fönstret för Microsoft Teams

  Regel: Agenten kan logga in senare, från Profilinställningar

    Bakgrund:
      Givet att administratören har ställt in anslutningen till Microsoft Teams

    @AD-040
    Scenario: En agent som hoppade över inloggningen loggar in senare
      Givet att Bo är inloggad
      Och Bo har öppnat Användarprofil
      När Bo loggar in på Microsoft Teams
      Så läser Bo att statusen för Microsoft Teams är Lyckades

    @AD-040 @AD-099
    Scenario: Försök igen efter ett avbrott öppnar fönstret på nytt
      Givet att Bo är vid Stationsuppgifter
      Och Bo har öppnat fönstret för Microsoft Teams
      Och Bo har avbrutit fönstret för Microsoft Teams
      Och Bo har loggat in med Uppringningsnummer
      Och Bo har öppnat Användarprofil
      Och Bo erbjuds Försök igen för Microsoft Teams
      När Bo öppnar fönstret för Microsoft Teams
      Så ser Bo fönstret för Microsoft Teams

    @AD-040 @AD-099 @AD-100
    Scenario: Försök igen efter ett misslyckande leder till Lyckades
      Givet att Microsoft Teams inte går att nå
      Och Bo är vid Stationsuppgifter
      Och Bo har försökt öppna fönstret för Microsoft Teams
      Och Bo har loggat in med Uppringningsnummer
      Och Microsoft Teams går att nå igen
      Och Bo har öppnat Användarprofil
      När Bo loggar in på Microsoft Teams
      Så läser Bo att statusen för Microsoft Teams är Lyckades
      Och Bo ser ingen varning om Microsoft Teams

    @AD-099
    Scenario: Försök igen erbjuds tills inloggningen lyckas
      Givet att Bo är inloggad
      Och Bo har öppnat Användarprofil
      Och Bo har öppnat fönstret för Microsoft Teams
      När Bo avbryter fönstret för Microsoft Teams
      Så erbjuds Bo Försök igen för Microsoft Teams
      Och Bo ser en varning om att inloggningen på Microsoft Teams avbröts
      Och Bo läser inte att statusen för Microsoft Teams är Lyckades

    @AD-099 @full-browser
    Scenario: Försök igen öppnar fönstret som webbläsaren hade blockerat
      Givet att Bo är inloggad
      Och Bo har öppnat Användarprofil
      Och Bo har försökt öppna fönstret för Microsoft Teams, men webbläsaren har blockerat det
      När Bo loggar in på Microsoft Teams
      Så läser Bo att statusen för Microsoft Teams är Lyckades

  Regel: Statusen blir Lyckades efter inloggningen

    Bakgrund:
      Givet att administratören har ställt in anslutningen till Microsoft Teams

    @AD-100
    Scenario: Ett öppet fönster är inte Lyckades än
      Givet att Bo är inloggad
      Och Bo har öppnat Användarprofil
      När Bo öppnar fönstret för Microsoft Teams
      Så läser Bo inte att statusen för Microsoft Teams är Lyckades

    @AD-100
    Scenario: Profilen visar Lyckades efter inloggningen vid Stationsuppgifter
      Givet att Bo är vid Stationsuppgifter
      Och Bo har loggat in på Microsoft Teams
      Och Bo har loggat in med Uppringningsnummer
      När Bo öppnar Användarprofil
      Så läser Bo att statusen för Microsoft Teams är Lyckades

    @AD-100
    Scenario: Lyckades överlever en omläsning
      Givet att Bo är inloggad
      Och Bo har öppnat Användarprofil
      Och Bo har loggat in på Microsoft Teams
      Och Bo har läst in webbläsaren på nytt
      När Bo öppnar Användarprofil
      Så läser Bo att statusen för Microsoft Teams är Lyckades

    @AD-100
    Scenario: Lyckades gäller så länge kontot är inloggat
      Givet att Bo är inloggad
      Och Bo har öppnat Användarprofil
      Och Bo har loggat in på Microsoft Teams
      Och det har gått 11 timmar
      Och Bo har läst in webbläsaren på nytt
      När Bo öppnar Användarprofil
      Så läser Bo att statusen för Microsoft Teams är Lyckades

    @AD-099 @AD-100
    Scenario: Försök igen erbjuds när inloggningen har gått ut
      Givet att Bo är inloggad
      Och Bo har öppnat Användarprofil
      Och Bo har loggat in på Microsoft Teams
      Och det har gått 12 timmar
      Och Bo har läst in webbläsaren på nytt
      Och Bo ombeds ange en e-postadress på nytt
      Och Bo har loggat in med sin e-postadress och sitt lösenord
      När Bo öppnar Användarprofil
      Så erbjuds Bo Försök igen för Microsoft Teams
      Och Bo ser en varning om att inloggningen på Microsoft Teams har gått ut

    @AD-100
    Scenario: Utloggning avslutar också inloggningen på Microsoft Teams
      Givet att Bo är inloggad
      Och Bo har öppnat Användarprofil
      Och Bo har loggat in på Microsoft Teams
      Och Bo har loggat ut
      När Bo kommer till Stationsuppgifter
      Så erbjuds Bo att logga in på Microsoft Teams
