# language: sv
Egenskap: Utloggning för den som är upptagen
  En agent kan inte logga ut under en konversation eller en övervakning. Skrivbordet visar vilken det gäller och tillåter Logga ut i samma stund som den tar slut.

  Regel: En konversation håller agenten inloggad

    Bakgrund:
      Givet att Bo är inloggad

    @AD-087
    Scenariomall: Logga ut nekas, och konversationen nämns
      Givet att Bo har en konversation som <läge>
      Och Bo har öppnat Användarprofil
      När Bo klickar på Logga ut
      Så läser Bo att Logga ut får vänta på en konversation som <läge>
      Och Bo är fortfarande inloggad

      Exempel:
        | läge             |
        | ringer           |
        | är ansluten      |
        | är parkerad      |
        | är i efterarbete |

    @AD-087
    Scenariomall: Logga ut tillåts i samma stund som konversationen tar slut
      Givet att Bo har en konversation som <läge>
      Och Bo har nekats att logga ut
      Och Bos konversation har avslutats
      När Bo loggar ut
      Så är Bo utloggad

      Exempel:
        | läge             |
        | ringer           |
        | är ansluten      |
        | är parkerad      |
        | är i efterarbete |

    @AD-087
    Scenario: Meddelandet försvinner med konversationen
      Givet att Bo har en konversation som ringer
      Och Bo har nekats att logga ut
      När kunden lägger på
      Så läser Bo inte längre att Logga ut får vänta
      Och Bo har inget samtal

    @AD-087
    Scenario: Meddelandet försvinner när konversationen övergår i efterarbete
      Givet att Bo har en konversation som är ansluten
      Och Bo har nekats att logga ut
      När kunden lägger på
      Så ser Bo interaktionskontrollfönstret för en konversation som är i efterarbete
      Och Bo läser inte längre att Logga ut får vänta

    @AD-087
    Scenario: En nekad utloggning lämnar konversationen som den är
      Givet att Bo har en konversation som är ansluten
      Och Bo har nekats att logga ut
      När Bo parkerar samtalet
      Så ser Bo interaktionskontrollfönstret för en konversation som är parkerad
      Och Bo är upptagen

    @AD-087
    Scenario: Efterarbetet är slutet på konversationen
      Givet att Bo har en konversation som är ansluten
      Och Bo har avslutat samtalet
      Och Bo har nekats att logga ut
      När Bo skickar efterarbetet
      Så läser Bo inte längre att Logga ut får vänta
      Och Bo har inget samtal

    @AD-087
    Scenario: Ett konsultationssamtal som ringer nämns också
      Givet att Ada är inloggad med numret "2025550123"
      Och Ada har en konversation som är ansluten
      Och Bo har ändrat tillgängligheten till Tillgänglig
      Och Ada har ringt upp Bo för att konsultera
      Och Bo har öppnat Användarprofil
      När Bo klickar på Logga ut
      Så läser Bo att Logga ut får vänta på en konversation som ringer
      Och Bo är fortfarande inloggad

    @AD-087
    Scenario: Någon annans konversation hindrar inte utloggning
      Givet att Ada är inloggad med numret "2025550123"
      Och Ada har en konversation som är ansluten
      När Bo loggar ut
      Så är Bo utloggad
      Och Ada är fortfarande inloggad

  Regel: Övervakning håller arbetsledaren inloggad

    Bakgrund:
      Givet att Ada är inloggad med numret "2025550123"
      Och Ada har en konversation som är ansluten
      Och Signe är inloggad

    @AD-088
    Scenariomall: Logga ut nekas, och övervakningen nämns
      Givet att Signe har en övervakningsuppgift som <läge>
      Och Signe har öppnat Användarprofil
      När Signe klickar på Logga ut
      Så läser Signe att Logga ut får vänta på en övervakning som <läge>
      Och Signe är fortfarande inloggad

      Exempel:
        | läge      |
        | är begärd |
        | är aktiv  |
        | är pausad |

    @AD-088
    Scenariomall: Logga ut tillåts i samma stund som övervakningen tar slut
      Givet att Signe har en övervakningsuppgift som <läge>
      Och Signe har nekats att logga ut
      Och Signe har avslutat övervakningen
      När Signe loggar ut
      Så är Signe utloggad
      Och Ada är fortfarande inloggad

      Exempel:
        | läge      |
        | är begärd |
        | är aktiv  |
        | är pausad |

    @AD-088
    Scenariomall: Meddelandet försvinner när det övervakade samtalet tar slut
      Givet att Signe har en övervakningsuppgift som <läge>
      Och Signe har nekats att logga ut
      När kunden lägger på
      Så ser Signe ingen övervakningsuppgift
      Och Signe läser inte längre att Logga ut får vänta

      Exempel:
        | läge      |
        | är aktiv  |
        | är pausad |

    @AD-088
    Scenario: Övervakning som inte startades hindrar inte utloggning
      Givet att Signe har granskat konversationen och avbrutit
      När Signe loggar ut
      Så är Signe utloggad

    @AD-088
    Scenario: Övervakning som pausats kan återupptas
      Givet att Signe har en övervakningsuppgift som är pausad
      Och Signe har nekats att logga ut
      När Signe återupptar övervakningen
      Så ser Signe en övervakningsuppgift som är aktiv
      Och Signe är upptagen

    @AD-088
    Scenario: Övervakningen finns kvar efter att webbläsaren lästs in på nytt
      Givet att Signe har en övervakningsuppgift som är pausad
      När Signe läser in webbläsaren på nytt
      Så ser Signe en övervakningsuppgift som är pausad

    @AD-088
    Scenario: När webbläsaren har lästs in på nytt hindrar övervakningen fortfarande utloggning
      Givet att Signe har en övervakningsuppgift som är pausad
      Och Signe har läst in webbläsaren på nytt
      Och Signe har öppnat Användarprofil
      När Signe klickar på Logga ut
      Så läser Signe att Logga ut får vänta på en övervakning som är pausad
      Och Signe är fortfarande inloggad

    @AD-088
    Scenario: En arbetsledare som inte övervakar något loggar ut
      När Signe loggar ut
      Så är Signe utloggad
