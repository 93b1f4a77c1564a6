# language: sv
Egenskap: Nekade begäranden
  En begäran som tjänsten nekar nämns för agenten, och allt förblir som det var.

  Regel: Det som nekas i ett samtal nämns, och samtalet fortsätter

    @CALL-7
    Scenariomall: En begäran om ett samtal nekas
      Givet att Ada är inloggad
      Och Ada har en konversation som <läge>
      Och tjänsten nekar nästa begäran om att <begäran>
      När Ada <handling>
      Så läser Ada att begäran om att <begäran> nekades
      Och Ada ser interaktionskontrollfönstret för en konversation som <läge>

      Exempel:
        | läge             | begäran                | handling                |
        | är ansluten      | parkera samtalet       | parkerar samtalet       |
        | är parkerad      | återuppta samtalet     | återupptar samtalet     |
        | är ansluten      | avsluta samtalet       | avslutar samtalet       |
        | är i efterarbete | skicka efterarbetet    | skickar efterarbetet    |
        | är ansluten      | pausa inspelningen     | pausar inspelningen     |

    @CALL-7
    Scenario: Att återuppta inspelningen nekas
      Givet att Ada är inloggad
      Och Ada har en konversation som är ansluten
      Och Ada har pausat inspelningen
      Och tjänsten nekar nästa begäran om att återuppta inspelningen
      När Ada återupptar inspelningen
      Så läser Ada att begäran om att återuppta inspelningen nekades
      Och Ada läser att inspelningen är pausad

    @CALL-7
    Scenario: Det som har nekats en gång kan begäras igen
      Givet att Ada är inloggad
      Och Ada har en konversation som är ansluten
      Och tjänsten har nekat Adas begäran om att parkera samtalet
      När Ada parkerar samtalet
      Så ser Ada interaktionskontrollfönstret för en konversation som är parkerad

  Regel: Det som nekas i ett delat samtal nämns, och samtalet fortsätter

    Bakgrund:
      Givet att Ada är inloggad med numret "2015550123"
      Och Bo är inloggad med numret "2015550124"
      Och Ada har en konversation som är ansluten
      Och Bo har ändrat tillgängligheten till Tillgänglig

    @CALL-7
    Scenariomall: Ingen går att nå
      Givet att tjänsten nekar nästa begäran om att <begäran>
      När Ada <handling>
      Så läser Ada att begäran om att <begäran> nekades
      Och Ada ser interaktionskontrollfönstret för en konversation som är ansluten

      Exempel:
        | begäran                      | handling                                     |
        | konsultera en agent          | konsulterar agenten Bo                       |
        | konsultera en kö             | konsulterar kön "Support Line"               |
        | koppla samtalet till en agent | kopplar samtalet till agenten Bo            |
        | koppla samtalet till en kö   | kopplar samtalet till kön "Support Line"     |

    @CALL-7
    Scenariomall: Det agenten vill göra med en konsultation nekas
      Givet att Ada håller på att konsultera Bo
      Och tjänsten nekar nästa begäran om att <begäran>
      När Ada <handling>
      Så läser Ada att begäran om att <begäran> nekades
      Och Ada läser att konsultationen med agenten Bo är ansluten

      Exempel:
        | begäran                              | handling                              |
        | avsluta konsultationen               | avslutar konsultationen               |
        | koppla samtalet efter konsultationen | kopplar samtalet efter konsultationen |
        | starta konferensen                   | startar konferensen                   |

    @CALL-7
    Scenario: Att lämna konferensen nekas
      Givet att Ada är i en konferens med Bo
      Och tjänsten nekar nästa begäran om att lämna konferensen
      När Ada lämnar konferensen
      Så läser Ada att begäran om att lämna konferensen nekades
      Och Ada läser att Bo är med i konferensen

  Regel: Det som nekas i en övervakning nämns, och övervakningen fortsätter

    Bakgrund:
      Givet att Ada är inloggad med numret "2015550123"
      Och Ada har en konversation som är ansluten
      Och Signe är inloggad med numret "2015550125"

    @CALL-7
    Scenario: Övervakningen går inte att starta
      Givet att tjänsten nekar nästa begäran om att övervaka konversationen
      När Signe begär att övervaka konversationen
      Så läser Signe att begäran om att övervaka konversationen nekades
      Och Signe ser ingen övervakningsuppgift

    @CALL-7
    Scenariomall: Övervakningen går inte att ändra
      Givet att Signe har en övervakningsuppgift som <läge>
      Och tjänsten nekar nästa begäran om att <begäran>
      När Signe <handling>
      Så läser Signe att begäran om att <begäran> nekades
      Och Signe ser en övervakningsuppgift som <läge>

      Exempel:
        | läge      | begäran                  | handling                             |
        | är aktiv  | pausa övervakningen      | klickar på Pausa övervakningen       |
        | är pausad | återuppta övervakningen  | återupptar övervakningen             |
        | är aktiv  | avsluta övervakningen    | klickar på Avsluta övervakningen     |

  Regel: Det som nekas i en session nämns, och sessionen fortsätter

    Bakgrund:
      Givet att Ada är inloggad

    @CALL-7
    Scenario: Tillgängligheten går inte att ändra
      Givet att tjänsten nekar nästa begäran om att ändra tillgängligheten
      När Ada väljer Tillgänglig
      Så läser Ada att begäran om att ändra tillgängligheten nekades
      Och Ada är Passiv

    @CALL-7
    Scenario: Att logga ut nekas
      Givet att Ada har öppnat Användarprofil
      Och tjänsten nekar nästa begäran om att logga ut
      När Ada klickar på Logga ut
      Så läser Ada att begäran om att logga ut nekades
      Och Ada är fortfarande inloggad
