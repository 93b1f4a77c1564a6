# language: sv
Egenskap: Chattar, e-post och meddelanden
  Det som en kund skriver väntar på skrivbordet, oavsett agentens station; agenten tar emot det, avslutar det och gör efterarbetet.

  Regel: Det som en kund skriver erbjuds, tas emot och avslutas på skrivbordet

    Bakgrund:
      Givet att Ada är inloggad
      Och Ada har ändrat tillgängligheten till Tillgänglig

    @CALL-8
    Scenariomall: Det som en kund skriver väntar på att tas emot
      När en kund skriver <vad>
      Så ser Ada att <vad> väntar
      Och det ringer inte i någon telefon

      Exempel:
        | vad                 |
        | en chatt            |
        | ett e-postmeddelande |
        | ett meddelande      |

    @CALL-8
    Scenariomall: Agenten tar emot det
      Givet att en kund har skrivit <vad>
      När Ada tar emot konversationen
      Så ser Ada interaktionskontrollfönstret för en konversation som är ansluten

      Exempel:
        | vad                 |
        | en chatt            |
        | ett e-postmeddelande |
        | ett meddelande      |

    @CALL-8
    Scenariomall: Agenten avslutar det
      Givet att Ada har tagit emot <vad>
      När Ada avslutar konversationen
      Så är Ada i efterarbete och läser att agenten avslutade konversationen

      Exempel:
        | vad                 |
        | en chatt            |
        | ett e-postmeddelande |
        | ett meddelande      |

    @CALL-8
    Scenario: Kunden lämnar
      Givet att Ada har tagit emot en chatt
      När kunden lämnar konversationen
      Så är Ada i efterarbete och läser att kunden lämnade konversationen

    @CALL-8
    Scenario: Kunden lämnar innan någon har tagit emot
      Givet att en kund har skrivit en chatt
      Och Ada ser att en chatt väntar
      När kunden lämnar konversationen
      Så har Ada inget samtal

    @CALL-8
    Scenario: Med efterarbetet är det slut
      Givet att Ada har tagit emot en chatt
      Och Ada har avslutat konversationen
      När Ada skickar efterarbetet
      Så har Ada inget samtal

    @CALL-8
    Scenario: Det finns kvar när webbläsaren har lästs in på nytt
      Givet att Ada har tagit emot en chatt
      När Ada läser in webbläsaren på nytt
      Så ser Ada interaktionskontrollfönstret för en konversation som är ansluten

    @CALL-8
    Scenario: Ingen tar emot i tid
      Givet att en kund har skrivit en chatt
      När 18 sekunder har gått
      Så läser Ada att chatten inte togs emot
      Och Ada har inget samtal

    @CALL-8
    Scenario: Det som ingen tog emot kommer tillbaka
      Givet att en kund har skrivit en chatt
      Och det har gått 18 sekunder
      Och Ada har läst att chatten inte togs emot
      När Ada väljer Tillgänglig i meddelandet
      Så ser Ada att en chatt väntar

    @CALL-8
    Scenario: Att ta emot nekas
      Givet att en kund har skrivit en chatt
      Och tjänsten nekar nästa begäran om att ta emot konversationen
      När Ada tar emot konversationen
      Så läser Ada att begäran om att ta emot konversationen nekades
      Och Ada ser att en chatt väntar

    @AD-087
    Scenario: Logga ut får vänta medan en chatt är ansluten
      Givet att Ada har tagit emot en chatt
      Och Ada har öppnat Användarprofil
      När Ada klickar på Logga ut
      Så läser Ada att Logga ut får vänta på en konversation som är ansluten
      Och Ada är fortfarande inloggad

  Regel: En agent kan ha flera konversationer

    Bakgrund:
      Givet att Ada är inloggad
      Och Ada har ändrat tillgängligheten till Tillgänglig

    @CALL-8
    Scenario: Den som togs emot sist visas i fönstret
      Givet att Ada har tagit emot en chatt från "Otto Berg"
      Och en kund som heter "Eva Holm" har skrivit ett e-postmeddelande
      När Ada tar emot konversationen
      Så ser Ada konversationen med "Eva Holm" i interaktionskontrollfönstret

    @CALL-8
    Scenario: Agenten väljer vilken som visas i fönstret
      Givet att Ada har tagit emot en chatt från "Otto Berg"
      Och Ada har tagit emot ett e-postmeddelande från "Eva Holm"
      När Ada väljer konversationen med "Otto Berg"
      Så ser Ada konversationen med "Otto Berg" i interaktionskontrollfönstret

    @CALL-8
    Scenario: Efter efterarbetet för den ena visas den andra i fönstret
      Givet att Ada har tagit emot en chatt från "Otto Berg"
      Och Ada har tagit emot ett e-postmeddelande från "Eva Holm"
      Och Ada har avslutat konversationen
      När Ada skickar efterarbetet
      Så ser Ada konversationen med "Otto Berg" i interaktionskontrollfönstret

    @CALL-8
    Scenario: Ingen chatt erbjuds en agent som har tre
      Givet att Ada har tagit emot en chatt från "Otto Berg"
      Och Ada har tagit emot en chatt från "Eva Holm"
      Och Ada har tagit emot en chatt från "Nils Dahl"
      När en kund skriver en chatt
      Så väntar konversationen i kön

    @CALL-8
    Scenario: En agent som har tre chattar erbjuds ett e-postmeddelande
      Givet att Ada har tagit emot en chatt från "Otto Berg"
      Och Ada har tagit emot en chatt från "Eva Holm"
      Och Ada har tagit emot en chatt från "Nils Dahl"
      När en kund skriver ett e-postmeddelande
      Så ser Ada att ett e-postmeddelande väntar

    @CALL-8
    Scenario: Ett samtal går före en chatt som väntar
      Givet att en kund har skrivit en chatt
      Och Ada ser att en chatt väntar
      När en kund ringer
      Så ringer det i Adas telefon

  Regel: Flera agenter

    @CALL-8
    Scenario: Det som en agent låter vänta går till en annan
      Givet att Ada är inloggad med numret "2015550123"
      Och Bo är inloggad med numret "2015550124"
      Och Ada har ändrat tillgängligheten till Tillgänglig
      Och en kund har skrivit en chatt
      Och Ada ser att en chatt väntar
      Och Bo har ändrat tillgängligheten till Tillgänglig
      När 18 sekunder har gått
      Så ser Bo att en chatt väntar

    @CALL-8
    Scenario: Det som kommer in går till den agent som har varit Tillgänglig längst
      Givet att Ada är inloggad med numret "2015550123"
      Och det har gått 60 sekunder
      Och Bo är inloggad med numret "2015550124"
      Och Bo har ändrat tillgängligheten till Tillgänglig
      Och det har gått 60 sekunder
      Och Ada har ändrat tillgängligheten till Tillgänglig
      När en kund skriver en chatt
      Så ser Bo att en chatt väntar
