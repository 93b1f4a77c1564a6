# language: sv
Egenskap: Delade samtal
  En agent konsulterar andra om en kunds samtal, lämnar över det eller tar in andra i det; avvisar det; och pausar inspelningen av det.

  Regel: Ett samtal kan delas

    Bakgrund:
      Givet att Ada är inloggad med numret "2015550123"
      Och Bo är inloggad med numret "2015550124"
      Och Ada har en konversation som är ansluten
      Och Bo har ändrat tillgängligheten till Tillgänglig

    @CALL-1
    Scenariomall: Den som konsulteras rings upp medan kunden väntar
      När Ada konsulterar <vem>
      Så läser Bo att Ada ringer för att konsultera
      Och Ada ser interaktionskontrollfönstret för en konversation som är parkerad

      Exempel:
        | vem                |
        | agenten Bo         |
        | kön "Support Line" |

    @CALL-1
    Scenario: Ett nummer kan konsulteras
      Givet att Ada har konsulterat numret "+12015550170"
      När någon svarar i telefonen "+12015550170"
      Så läser Ada att konsultationen med numret "+12015550170" är ansluten

    @CALL-2
    Scenario: Den konsulterade agenten svarar
      Givet att Ada har ringt upp Bo för att konsultera
      När Bo svarar i telefonen
      Så läser Ada att konsultationen med agenten Bo är ansluten
      Och Bo läser att Ada konsulterar om samtalet

    @CALL-2
    Scenario: Den konsulterade agenten avvisar
      Givet att Ada har ringt upp Bo för att konsultera
      När Bo avvisar samtalet i telefonen
      Så läser Ada att Bo inte tog emot konsultationssamtalet
      Och Ada konsulterar inte längre någon
      Och Bo är Passiv efter att ha avvisat

    @CALL-2
    Scenario: Den konsulterade agenten svarar inte
      Givet att Ada har ringt upp Bo för att konsultera
      När 18 sekunder har gått
      Så läser Ada att Bo inte tog emot konsultationssamtalet
      Och Ada konsulterar inte längre någon
      Och Bo läser att samtalet inte besvarades

    @CALL-2
    Scenario: En konsultation avslutas innan någon har svarat
      Givet att Ada har ringt upp Bo för att konsultera
      När Ada avslutar konsultationen
      Så konsulterar Ada inte längre någon
      Och Bo har inget samtal

    @CALL-2
    Scenario: En konsultation med en kö avslutas innan någon har svarat
      Givet att Ada har ringt upp Bo genom kön "Support Line" för att konsultera
      När Ada avslutar konsultationen
      Så konsulterar Ada inte längre någon
      Och Bo har inget samtal

    @CALL-2
    Scenariomall: En konsultation fortsätter efter att webbläsaren har lästs in på nytt
      Givet att Ada håller på att konsultera Bo
      När <vem> läser in webbläsaren på nytt
      Så läser Ada att konsultationen med agenten Bo är ansluten
      Och Bo läser att Ada konsulterar om samtalet

      Exempel:
        | vem |
        | Ada |
        | Bo  |

    @CALL-2
    Scenario: Kunden lägger på under konsultationen
      Givet att Ada håller på att konsultera Bo
      När kunden lägger på
      Så ser Ada interaktionskontrollfönstret för en konversation som är i efterarbete
      Och Bo har inget samtal

    @CALL-2
    Scenariomall: Båda agenterna kan avsluta konsultationen
      Givet att Ada håller på att konsultera Bo
      När <vem> avslutar konsultationen
      Så konsulterar Ada inte längre någon
      Och Bo har inget samtal

      Exempel:
        | vem |
        | Ada |
        | Bo  |

    @CALL-2
    Scenario: När den som konsulterar lägger på avslutas samtalet
      Givet att Ada håller på att konsultera Bo
      När Ada lägger på luren
      Så ser Ada interaktionskontrollfönstret för en konversation som är i efterarbete
      Och Bo har inget samtal

    @CALL-3
    Scenario: Efter en konsultation kopplas samtalet till den konsulterade agenten
      Givet att Ada håller på att konsultera Bo
      När Ada kopplar samtalet efter konsultationen
      Så har Bo kundens samtal
      Och Ada är i efterarbete och läser att samtalet fortsätter

    @CALL-3
    Scenariomall: Ett samtal kopplas utan konsultation
      När Ada kopplar samtalet till <vem>
      Så ringer det i Bos telefon
      Och Ada är i efterarbete och läser att samtalet fortsätter

      Exempel:
        | vem                |
        | agenten Bo         |
        | kön "Support Line" |

    @CALL-3
    Scenario: Den som tar ett samtal som kopplats har en tidräknare från början
      Givet att det har gått 5 minuter
      När Ada kopplar samtalet till kön "Support Line"
      Och Bo svarar i telefonen
      Så visar Bos tidräknare för konversationen "00:00"

    @CALL-3
    Scenario: Ett samtal kopplas till ett nummer
      När Ada kopplar samtalet till numret "+12015550170"
      Så är Ada i efterarbete och läser att samtalet fortsätter
      Och det ringer i telefonen "+12015550170"

    @CALL-4
    Scenario: Den konsulterade agenten tas in i samtalet
      Givet att Ada håller på att konsultera Bo
      När Ada startar konferensen
      Så läser Ada att Bo är med i konferensen
      Och Bo läser att Ada är med i konferensen

    @CALL-4
    Scenariomall: Konferensen fortsätter när en av agenterna lämnar den
      Givet att Ada är i en konferens med Bo
      När <vem> lämnar konferensen
      Så är <vem> i efterarbete och läser att samtalet fortsätter
      Och <annan> har kundens samtal

      Exempel:
        | vem | annan |
        | Ada | Bo    |
        | Bo  | Ada   |

    @CALL-4
    Scenario: Den som har lämnat konferensen kan göra sitt efterarbete när samtalet är slut
      Givet att Ada är i en konferens med Bo
      Och Ada har lämnat konferensen
      Och kunden har lagt på
      När Ada skickar efterarbetet
      Så har Ada inget samtal
      Och Bo ser interaktionskontrollfönstret för en konversation som är i efterarbete

    @CALL-4
    Scenariomall: En konferens fortsätter efter att webbläsaren har lästs in på nytt
      Givet att Ada är i en konferens med Bo
      När <vem> läser in webbläsaren på nytt
      Så läser Ada att Bo är med i konferensen
      Och Bo läser att Ada är med i konferensen

      Exempel:
        | vem |
        | Ada |
        | Bo  |

    @CALL-4
    Scenario: Kunden lämnar konferensen
      Givet att Ada är i en konferens med Bo
      När kunden lägger på
      Så ser Ada interaktionskontrollfönstret för en konversation som är i efterarbete
      Och Bo ser interaktionskontrollfönstret för en konversation som är i efterarbete

  Regel: Ett samtal kan avvisas

    @CALL-5
    Scenario: Ett samtal som avvisas går till en annan agent
      Givet att Ada är inloggad med numret "2015550123"
      Och Bo är inloggad med numret "2015550124"
      Och Ada har en konversation som ringer
      Och Bo har ändrat tillgängligheten till Tillgänglig
      När Ada avvisar samtalet i telefonen
      Så är Ada Passiv efter att ha avvisat
      Och Ada har inget samtal
      Och det ringer i Bos telefon

  Regel: Inspelningen av ett samtal kan pausas

    Bakgrund:
      Givet att Ada är inloggad
      Och Ada har en konversation som är ansluten

    @CALL-6
    Scenario: Inspelningen pausas
      När Ada pausar inspelningen
      Så läser Ada att inspelningen är pausad

    @CALL-6
    Scenario: Inspelningen återupptas
      Givet att Ada har pausat inspelningen
      När Ada återupptar inspelningen
      Så läser Ada att samtalet spelas in igen

    @CALL-6
    Scenario: Inspelningen är fortfarande pausad efter att webbläsaren har lästs in på nytt
      Givet att Ada har pausat inspelningen
      När Ada läser in webbläsaren på nytt
      Så läser Ada att inspelningen är pausad
