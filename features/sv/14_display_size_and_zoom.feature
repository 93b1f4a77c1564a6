# language: sv
Egenskap: Skärmstorlek och zoom
  Skrivbordet behöver en skärm på mer än 500 gånger 500 pixlar, och fungerar bäst med webbläsarens
  zoom på 100 %.

  Regel: Skärmen måste vara större än 500 gånger 500 pixlar

    @AD-004
    Scenariomall: 500 pixlar på endera ledden är för lite
      Givet att Bo är inloggad
      När Bo gör fönstret <storlek> pixlar
      Så läser Bo att fönstret är för litet

      @AD-002
      Exempel: Inte tillräckligt brett
        | storlek        |
        | 500 gånger 900 |

      @AD-003
      Exempel: Inte tillräckligt högt
        | storlek        |
        | 900 gånger 500 |

      Exempel: Bara en pixel saknas, eller en på varje ledd
        | storlek        |
        | 500 gånger 500 |
        | 500 gånger 501 |
        | 501 gånger 500 |

    Scenariomall: 501 pixlar på endera ledden räcker
      Givet att Bo är inloggad
      När Bo gör fönstret <storlek> pixlar
      Så är Bos fönster tillräckligt stort
      Och Bo ser Uppgiftssidan

      @AD-002
      Exempel: Tillräckligt brett
        | storlek        |
        | 501 gånger 900 |

      @AD-003
      Exempel: Tillräckligt högt
        | storlek        |
        | 900 gånger 501 |

    @AD-004
    Scenario: 501 gånger 501 pixlar räcker
      Givet att Bo är inloggad
      Och Bo har gjort fönstret 500 gånger 500 pixlar
      När Bo gör fönstret 501 gånger 501 pixlar
      Så är Bos fönster tillräckligt stort
      Och Bo ser Uppgiftssidan

    @AD-004
    Scenario: Inloggning vid 501 gånger 501 pixlar
      Givet att Bos fönster är 501 gånger 501 pixlar
      Och Bo är vid Stationsuppgifter
      När Bo loggar in med numret "2015532447"
      Så är Bo inloggad med uppringningsnumret "+12015532447"

  Regel: Ett fönster som var för litet är som förut när det är stort nog

    @AD-002 @AD-003
    Scenario: Det som angavs finns kvar
      Givet att Bo är vid Stationsuppgifter
      Och Bo har angett numret "2015532447"
      Och Bo har gjort fönstret 400 gånger 400 pixlar
      När Bo gör fönstret 1280 gånger 900 pixlar
      Så ser Bo Stationsuppgifter
      Och Bo ser numret "2015532447" under Uppringningsnummer

    @AD-002 @AD-003
    Scenario: Inloggningen fortsätter där den var
      Givet att Bo är vid Stationsuppgifter
      Och Bo har angett numret "2015532447"
      Och Bo har gjort fönstret 500 gånger 500 pixlar
      Och Bo har gjort fönstret 501 gånger 501 pixlar
      När Bo skickar Stationsuppgifter
      Så är Bo inloggad med uppringningsnumret "+12015532447"

    @AD-002 @AD-003
    Scenario: Medan fönstret är för litet går det inte att nå Stationsuppgifter
      Givet att Bo är vid Stationsuppgifter
      När Bo gör fönstret 500 gånger 500 pixlar
      Så läser Bo att fönstret är för litet
      Och Bo ser inte längre Stationsuppgifter

    @AD-002 @AD-003
    Scenario: Sessionen fortsätter under tiden
      Givet att Bo är inloggad
      Och Bo har ändrat tillgängligheten till Tillgänglig
      Och Bo har gjort fönstret 400 gånger 400 pixlar
      När Bo gör fönstret 1280 gånger 900 pixlar
      Så är Bo Tillgänglig

  Regel: En annan zoom än 100 % ger ett råd men hindrar inget

    @AD-005
    Scenario: Vid 100 % visas inget råd
      När Bo kommer till Stationsuppgifter
      Så får Bo inget råd om zoomen

    @AD-005 @full-browser
    Scenariomall: En annan zoom än 100 % ger ett råd
      Givet att Bo är inloggad
      När Bo zoomar <riktning>
      Så får Bo rådet att ställa zoomen på 100 %
      Och Bo ser Uppgiftssidan

      Exempel:
        | riktning |
        | in       |
        | ut       |

    @AD-005 @full-browser
    Scenario: Tillbaka på 100 % försvinner rådet
      Givet att Bo är inloggad
      Och Bo har zoomat in
      När Bo ställer tillbaka zoomen till 100 %
      Så får Bo inget råd om zoomen

    @AD-005 @full-browser
    Scenario: Rådet finns kvar när webbläsaren har lästs in på nytt
      Givet att Bo är inloggad
      Och Bo har zoomat ut
      När Bo läser in webbläsaren på nytt
      Så får Bo fortfarande rådet att ställa zoomen på 100 %

    @AD-005 @full-browser
    Scenario: Det går att logga in med en annan zoom
      Givet att Bo är vid Stationsuppgifter
      Och Bo har zoomat in
      När Bo loggar in med numret "2015532447"
      Så är Bo inloggad med uppringningsnumret "+12015532447"
      Och Bo får rådet att ställa zoomen på 100 %

    @AD-005 @full-browser
    Scenario: Tillgängligheten går att ändra med en annan zoom
      Givet att Bo är inloggad
      Och Bo har zoomat ut
      När Bo ändrar tillgängligheten till Tillgänglig
      Så är Bo Tillgänglig

    @AD-005 @full-browser
    Scenario: En högupplöst skärm räknas inte som zoom
      Givet att Bo har en högupplöst skärm
      När Bo kommer till Stationsuppgifter
      Så får Bo inget råd om zoomen
