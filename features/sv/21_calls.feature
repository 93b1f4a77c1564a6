# language: sv
Egenskap: Samtal
  En kunds samtal ringer på numret som angavs under Stationsuppgifter; skrivbordet visar det från ringsignal till efterarbete, i det fönster där agenten arbetar.

  Regel: Telefonen måste vara redo

    Bakgrund:
      Givet att Bo är inloggad

    @AD-006
    Scenario: En telefon som är redo ringer
      Givet att Bo har ändrat tillgängligheten till Tillgänglig
      När en kund ringer
      Så ringer det i Bos telefon

    @AD-006
    Scenario: En telefon som inte är redo ringer inte, och samtalet förblir obesvarat
      Givet att Bos telefon inte är redo
      Och Bo har ändrat tillgängligheten till Tillgänglig
      Och en kund har ringt
      Och det ringer inte i Bos telefon
      När 18 sekunder har gått
      Så läser Bo att samtalet inte besvarades
      Och Bo har inget samtal

    @AD-006
    Scenario: Ett samtal som ringer i en telefon som är redo väntar på svar
      Givet att Bo har ändrat tillgängligheten till Tillgänglig
      Och en kund har ringt
      När 17 sekunder har gått
      Så ringer det i Bos telefon

    @AD-006
    Scenario: När telefonen är redo igen kommer samtalet tillbaka
      Givet att Bos telefon inte är redo
      Och Bo har ändrat tillgängligheten till Tillgänglig
      Och en kund har ringt
      Och det har gått 18 sekunder
      Och Bo har läst att samtalet inte besvarades
      Och Bos telefon har blivit redo
      När Bo väljer Tillgänglig i meddelandet
      Så ringer det i Bos telefon

    @AD-006
    Scenario: Den som går till Passiv efter ett obesvarat samtal rings inte upp
      Givet att Bos telefon inte är redo
      Och Bo har ändrat tillgängligheten till Tillgänglig
      Och en kund har ringt
      Och det har gått 18 sekunder
      Och Bo har läst att samtalet inte besvarades
      Och Bos telefon har blivit redo
      När Bo väljer Passiv i meddelandet
      Så är Bo Passiv
      Och Bo har inget samtal

  Regel: Samtal kommer till numret som angavs under Stationsuppgifter

    @AD-042
    Scenariomall: Numret som angavs ringer
      Givet att Bo är inloggad med <alternativ> "<angivet>"
      Och Bo har ändrat tillgängligheten till Tillgänglig
      När en kund ringer
      Så ringer det i telefonen "<nummer>"
      Och Bo läser att ett samtal ringer på "<nummer>"

      Exempel:
        | alternativ   | angivet    | nummer       |
        | numret       | 2015550123 | +12015550123 |
        | anknytningen | 1001       | 1001         |

    @AD-042
    Scenariomall: Den som svarar i den telefonen får kontakt med kunden
      Givet att Bo är inloggad med <alternativ> "<angivet>"
      Och Bo har ändrat tillgängligheten till Tillgänglig
      Och en kund har ringt
      När någon svarar i telefonen "<nummer>"
      Så ser Bo interaktionskontrollfönstret för en konversation som är ansluten

      Exempel:
        | alternativ   | angivet    | nummer       |
        | numret       | 2015550123 | +12015550123 |
        | anknytningen | 1001       | 1001         |

    @AD-042
    Scenario: I en annan session ringer ett annat nummer
      Givet att Bo är inloggad med numret "2015550123"
      Och Bo har loggat ut
      Och Bo är inloggad med numret "2015550124"
      Och Bo har ändrat tillgängligheten till Tillgänglig
      När en kund ringer
      Så ringer det i telefonen "+12015550124"

    @AD-042
    Scenario: Samtalet till en arbetsledare som övervakar går till arbetsledarens nummer
      Givet att Ada är inloggad med numret "2015550123"
      Och Ada har en konversation som är ansluten
      Och Signe är inloggad med numret "2015550125"
      När Signe begär att övervaka konversationen
      Så läser Signe att övervakningssamtalet ringer på "+12015550125"

  Regel: Fortsätt mitt i ett samtal

    Bakgrund:
      Givet att Ada är inloggad

    @AD-017
    Scenario: Agenten ser att interaktionskontrollfönstret läses in
      Givet att Ada har en konversation som är ansluten
      Och Ada har öppnat skrivbordet i den andra webbläsaren
      Och Ada har växlat till den första webbläsaren
      Och tjänsten svarar på Fortsätt en sekund för sent
      När Ada klickar på Fortsätt
      Så ser Ada att interaktionskontrollfönstret läses in

    @AD-017 @AD-018
    Scenario: Interaktionskontrollfönstret visas när det har lästs in
      Givet att Ada har en konversation som är ansluten
      Och Ada har öppnat skrivbordet i den andra webbläsaren
      Och Ada har växlat till den första webbläsaren
      Och tjänsten svarar på Fortsätt en sekund för sent
      Och Ada har klickat på Fortsätt och väntar
      När det har gått 1 sekund
      Så ser Ada interaktionskontrollfönstret för en konversation som är ansluten

    @AD-017
    Scenario: Utan samtal visas inget interaktionskontrollfönster
      Givet att Ada har öppnat skrivbordet i den andra webbläsaren
      Och Ada har växlat till den första webbläsaren
      När Ada klickar på Fortsätt
      Så ser Ada inget interaktionskontrollfönster

    @AD-018
    Scenariomall: Konversationen fortsätter som den var
      Givet att Ada har en konversation som <läge>
      Och Ada har öppnat skrivbordet i den andra webbläsaren
      Och Ada har växlat till den första webbläsaren
      När Ada klickar på Fortsätt
      Så ser Ada interaktionskontrollfönstret för en konversation som <läge>
      Och Ada är bara aktiv i den första webbläsaren

      Exempel:
        | läge             |
        | är ansluten      |
        | är parkerad      |
        | är i efterarbete |

    @AD-018
    Scenariomall: Också konversationens tidräknare fortsätter
      Givet att Ada har en konversation som <läge>
      Och det har gått 70 sekunder
      Och Ada har öppnat skrivbordet i den andra webbläsaren
      Och Ada har växlat till den första webbläsaren
      När Ada klickar på Fortsätt
      Så visar Adas tidräknare för konversationen "01:10"

      Exempel:
        | läge             |
        | är ansluten      |
        | är parkerad      |
        | är i efterarbete |

    @AD-018
    Scenariomall: Konversationens tidräknare börjar om vid parkering och efterarbete
      Givet att Ada har en konversation som <före>
      Och det har gått 70 sekunder
      Och Ada har öppnat skrivbordet i den andra webbläsaren
      Och Ada har klickat på Fortsätt i den första webbläsaren
      När Ada <åtgärd>
      Så ser Ada interaktionskontrollfönstret för en konversation som <efter>
      Och Adas tidräknare för konversationen visar <tid>

      Exempel:
        | före        | åtgärd              | efter            | tid     |
        | är ansluten | parkerar samtalet   | är parkerad      | "00:00" |
        | är parkerad | återupptar samtalet | är ansluten      | "01:10" |
        | är ansluten | avslutar samtalet   | är i efterarbete | "00:00" |

    @AD-018
    Scenario: Ett samtal som ringer fortsätter att ringa
      Givet att Ada har en konversation som ringer
      Och Ada har öppnat skrivbordet i den andra webbläsaren
      Och Ada har växlat till den första webbläsaren
      När Ada klickar på Fortsätt
      Så ringer det i Adas telefon

    @AD-018
    Scenario: Ett samtal som kom till den andra webbläsaren fortsätter i den första
      Givet att Ada har öppnat skrivbordet i den andra webbläsaren
      Och Ada har en konversation som är ansluten
      Och Ada har växlat till den första webbläsaren
      När Ada klickar på Fortsätt
      Så ser Ada interaktionskontrollfönstret för en konversation som är ansluten
      Och Ada är bara aktiv i den första webbläsaren

    @AD-018
    Scenariomall: Samtalet kan styras där det fortsattes
      Givet att Ada har en konversation som <före>
      Och Ada har öppnat skrivbordet i den andra webbläsaren
      Och Ada har klickat på Fortsätt i den första webbläsaren
      När Ada <åtgärd>
      Så ser Ada interaktionskontrollfönstret för en konversation som <efter>

      Exempel:
        | före        | åtgärd              | efter            |
        | är ansluten | parkerar samtalet   | är parkerad      |
        | är parkerad | återupptar samtalet | är ansluten      |
        | är ansluten | avslutar samtalet   | är i efterarbete |

    @AD-018
    Scenario: Ett samtal som tog slut under tiden är i efterarbete
      Givet att Ada har en konversation som är ansluten
      Och Ada har öppnat skrivbordet i den andra webbläsaren
      Och kunden har lagt på
      Och Ada har växlat till den första webbläsaren
      När Ada klickar på Fortsätt
      Så ser Ada interaktionskontrollfönstret för en konversation som är i efterarbete
