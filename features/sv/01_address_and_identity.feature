# language: sv
Egenskap: Adress och identitet
  En agent öppnar skrivbordet på den adress som administratören lämnar ut, och talar om vem det är
  med en e-postadress och ett lösenord.

  Regel: Adressen från administratören öppnar skrivbordet

    @AD-019
    Scenario: Adressen leder till inloggningen
      När Ada öppnar adressen från administratören
      Så ombeds Ada ange en e-postadress

    @AD-019
    Scenario: Efter inloggningen är agenten tillbaka på adressen
      Givet att Ada ombeds ange lösenordet
      När Ada anger sitt eget lösenord
      Så ser Ada Stationsuppgifter
      Och Ada är på adressen från administratören

    @AD-019
    Scenario: En adress som inte hör till någon organisation visar att det inte finns något där
      När Ada öppnar en adress som inte hör till någon organisation
      Så läser Ada att det inte finns något på den här adressen

    @AD-019
    Scenariomall: En felskriven sökväg under adressen visar att sidan inte finns
      När Ada öppnar "<sökväg>" under adressen från administratören
      Så läser Ada att sidan inte finns

      Exempel:
        | sökväg      |
        | /TASK       |
        | /index.html |
        | //          |

    @AD-019
    Scenario: Från en felskriven sökväg går agenten vidare till inloggningen
      Givet att Ada har öppnat "/TASK" under adressen från administratören
      När Ada går vidare till skrivbordet
      Så ombeds Ada ange en e-postadress

  Regel: Inloggningen börjar med e-postadressen

    @AD-020
    Scenario: E-postadressen leder vidare till lösenordet
      Givet att Ada ombeds ange en e-postadress
      När Ada anger sin egen e-postadress
      Så ombeds Ada ange lösenordet för sin egen e-postadress

    @AD-020
    Scenario: Logga in är inaktiverat tills något är ifyllt
      När Ada öppnar adressen från administratören
      Så kan Ada inte klicka på Logga in

    @AD-020
    Scenario: Stora bokstäver i e-postadressen spelar ingen roll
      Givet att Ada ombeds ange en e-postadress
      När Ada anger e-postadressen "ADA.Lindqvist@Example.com"
      Så ombeds Ada ange lösenordet för sin egen e-postadress

    @AD-020
    Scenariomall: Text som inte är en e-postadress nekas
      Givet att Ada ombeds ange en e-postadress
      När Ada anger e-postadressen "<angivet>"
      Så ombeds Ada fortfarande ange en e-postadress
      Och Ada läser att e-postadressen inte är fullständig

      Exempel:
        | angivet        |
        | ada            |
        | ada.lindqvist  |
        | ada.lindqvist@ |
        | @example.com   |

    @AD-020
    Scenario: Den som organisationen inte känner till får ett meddelande
      Givet att Ada ombeds ange en e-postadress
      När Ada anger e-postadressen "nobody@example.com"
      Så ombeds Ada fortfarande ange en e-postadress
      Och Ada läser att ingen har e-postadressen

    @AD-020
    Scenario: Osynliga tecken i e-postadressen spelar ingen roll
      Givet att Ada ombeds ange en e-postadress
      När Ada anger sin egen e-postadress med osynliga tecken
      Så ombeds Ada ange lösenordet för sin egen e-postadress

    @AD-020
    Scenariomall: Det går att logga in med en e-postadress med bokstäver från andra språk hur den än skrivs
      Givet att administratören har gett Ada e-postadressen "åsa.ek@malmö.example"
      Och Ada ombeds ange en e-postadress
      När Ada anger e-postadressen "<angivet>"
      Så ombeds Ada ange lösenordet för sin egen e-postadress

      Exempel: Som den är, med stora bokstäver och med domänen i ASCII-form
        | angivet                     |
        | åsa.ek@malmö.example        |
        | ÅSA.EK@MALMÖ.EXAMPLE        |
        | åsa.ek@xn--malm-8qa.example |

  Regel: Den angivna e-postadressen går att ändra

    @AD-021 @full-browser
    Scenario: Alt och vänsterpil leder tillbaka till e-postadressen
      Givet att Ada har angett Bos e-postadress
      När Ada trycker på Alt och vänsterpil
      Så kan Ada ändra e-postadressen

    @AD-021 @full-browser
    Scenario: Det går att logga in med den rättade e-postadressen
      Givet att Ada har angett Bos e-postadress
      Och Ada har tryckt på Alt och vänsterpil
      När Ada anger sin egen e-postadress
      Så ombeds Ada ange lösenordet för sin egen e-postadress

    @AD-022
    Scenario: Sidan visar Command och vänsterpil för den som har en Mac
      Givet att Ada ombeds ange en e-postadress
      När Ada anger sin egen e-postadress
      Så läser Ada att Command och vänsterpil ändrar e-postadressen

    @AD-022
    Scenario: Ett steg tillbaka i webbläsaren leder till e-postadressen
      Givet att Ada har angett Bos e-postadress
      När Ada går ett steg tillbaka i webbläsaren
      Så kan Ada ändra e-postadressen

  Regel: Lösenordet kommer efter e-postadressen

    @AD-023
    Scenario: Rätt lösenord leder till Stationsuppgifter
      Givet att Ada ombeds ange lösenordet
      När Ada anger sitt eget lösenord
      Så ser Ada Stationsuppgifter
      Och identitetstjänsten har godtagit lösenordet som Ada angav

    @AD-023
    Scenario: Logga in är inaktiverat tills ett lösenord är ifyllt
      Givet att Ada ombeds ange en e-postadress
      När Ada anger sin egen e-postadress
      Så kan Ada inte klicka på Logga in

    @AD-023
    Scenario: Fel lösenord nekas
      Givet att Ada ombeds ange lösenordet
      När Ada anger lösenordet "not-the-password"
      Så läser Ada att lösenordet är fel
      Och identitetstjänsten har nekat lösenordet som Ada angav

    @AD-023
    Scenario: Ett meddelande försvinner när sidan öppnas igen
      Givet att Ada ombeds ange lösenordet
      Och Ada har angett fel lösenord
      När Ada läser in webbläsaren på nytt
      Så ombeds Ada ange lösenordet för sin egen e-postadress
      Och Ada läser inte längre något meddelande

    @AD-023
    Scenariomall: Meddelandet säger att få försök är kvar
      Givet att Ada ombeds ange lösenordet
      Och Ada har angett fel lösenord <före> gånger
      När Ada anger lösenordet "not-the-password"
      Så läser Ada att <varför>

      Exempel:
        | före | varför                                   |
        | 2    | lösenordet är fel och två försök är kvar |
        | 3    | lösenordet är fel och ett försök är kvar |

      Exempel: Inget är kvar
        | före | varför         |
        | 4    | kontot är låst |

    @AD-023
    Scenario: Någon annans lösenord nekas
      Givet att Ada ombeds ange lösenordet
      När Ada anger Bos lösenord
      Så läser Ada att lösenordet är fel
      Och identitetstjänsten har nekat lösenordet som Ada angav

    @AD-023
    Scenario: Efter ett felaktigt lösenord går det ändå att logga in med det rätta
      Givet att Ada ombeds ange lösenordet
      Och Ada har angett fel lösenord
      När Ada anger sitt eget lösenord
      Så ser Ada Stationsuppgifter

    @AD-023
    Scenario: Osynliga tecken i lösenordet spelar ingen roll
      Givet att Ada ombeds ange lösenordet
      När Ada anger sitt eget lösenord med osynliga tecken
      Så ser Ada Stationsuppgifter

    @AD-023
    Scenario: Fem felaktiga lösenord låser kontot
      Givet att Ada ombeds ange lösenordet
      Och Ada har angett fel lösenord 5 gånger
      När Ada anger sitt eget lösenord
      Så läser Ada att kontot är låst

    @AD-023
    Scenario: Ett låst konto låses upp efter 15 minuter
      Givet att Ada ombeds ange lösenordet
      Och Ada har angett fel lösenord 5 gånger
      Och det har gått 15 minuter
      När Ada anger sitt eget lösenord
      Så ser Ada Stationsuppgifter

    @AD-023
    Scenario: Ett låst konto är låst i 15 minuter
      Givet att Ada ombeds ange lösenordet
      Och Ada har angett fel lösenord 5 gånger
      Och det har gått 899 sekunder
      När Ada anger sitt eget lösenord
      Så läser Ada att kontot är låst

    @AD-023
    Scenario: Fyra felaktiga lösenord låser inte kontot
      Givet att Ada ombeds ange lösenordet
      Och Ada har angett fel lösenord 4 gånger
      När Ada anger sitt eget lösenord
      Så ser Ada Stationsuppgifter

    @AD-023
    Scenario: Rätt lösenord nollställer räkningen av felaktiga
      Givet att Ada ombeds ange lösenordet
      Och Ada har angett fel lösenord 4 gånger
      Och Ada har angett sitt eget lösenord
      Och Ada har avbrutit Stationsuppgifter
      Och Ada har angett sin egen e-postadress
      Och Ada har angett fel lösenord 4 gånger
      När Ada anger sitt eget lösenord
      Så ser Ada Stationsuppgifter

    @AD-023
    Scenario: Efter en låsning finns alla fem försöken igen
      Givet att Ada ombeds ange lösenordet
      Och Ada har angett fel lösenord 5 gånger
      Och det har gått 15 minuter
      Och Ada har angett fel lösenord 4 gånger
      När Ada anger sitt eget lösenord
      Så ser Ada Stationsuppgifter

  Regel: Språket som agenten väljer gäller på alla sidor

    @AD-023
    Scenario: Språket som väljs hos identitetstjänsten blir skrivbordets
      Givet att Ada ombeds ange lösenordet
      Och Ada har valt det andra språket
      När Ada anger sitt eget lösenord
      Så ser Ada Stationsuppgifter på det språket

    @AD-023
    Scenario: Fel lösenord nekas på det valda språket
      Givet att Ada ombeds ange lösenordet
      Och Ada har valt det andra språket
      När Ada anger lösenordet "not-the-password"
      Så läser Ada på det språket att lösenordet är fel

    @AD-023
    Scenario: Ett nummer nekas på det valda språket
      Givet att Ada ombeds ange lösenordet
      Och Ada har valt det andra språket
      Och Ada har angett sitt eget lösenord
      När Ada försöker logga in med numret "123"
      Så läser Ada på det språket att numret är för kort för landet

    @AD-020
    Scenario: Det valda språket finns kvar när adressen öppnas igen
      Givet att Ada ombeds ange en e-postadress
      Och Ada har valt det andra språket
      När Ada öppnar adressen från administratören
      Så ombeds Ada ange en e-postadress på det språket

    @AD-019
    Scenario: Sidan för en felskriven sökväg är på det valda språket
      Givet att Ada ombeds ange en e-postadress
      Och Ada har valt det andra språket
      När Ada öppnar "/TASK" under adressen från administratören
      Så läser Ada på det språket att sidan inte finns

    @AD-020
    Scenario: Det som skrivits finns kvar när ett annat språk har valts
      Givet att Ada ombeds ange en e-postadress
      Och Ada har skrivit e-postadressen "ada.lindqvist@example.com"
      När Ada väljer det andra språket
      Så ombeds Ada ange en e-postadress på det språket
      Och Ada ser fortfarande e-postadressen "ada.lindqvist@example.com"
