# language: sv
Egenskap: Inläsning av skrivbordet
  Första gången, och när cacheminnet har rensats, tar det en stund att läsa in skrivbordet. När det
  inte kan läsas in visar det ett fel som kan lämnas vidare till administratören.

  Regel: Första gången kan det ta några sekunder att läsa in skrivbordet

    @AD-007
    Scenario: Agenten ser hur långt skrivbordet har lästs in
      Givet att Adas nätverk är mycket långsamt
      När Ada börjar öppna adressen
      Så ser Ada hur långt skrivbordet har lästs in
      Och Ada läser inget fel om inläsningen

    @AD-007
    Scenario: Första gången hämtas alla filer över nätverket
      När Ada öppnar adressen för första gången
      Så har Ada hämtat varje fil i skrivbordet över nätverket

    @AD-007
    Scenario: Nästa gång hämtas ingen fil över nätverket igen
      Givet att Ada har öppnat adressen förut
      När Ada öppnar adressen igen
      Så har Ada inte hämtat någon fil i skrivbordet över nätverket igen

  Regel: Detsamma gäller när cacheminnet har rensats

    Bakgrund:
      Givet att Ada har öppnat adressen förut
      Och Ada har rensat webbläsarens cacheminne

    @AD-008
    Scenario: Med rensat cacheminne hämtas alla filer över nätverket igen
      När Ada öppnar adressen igen
      Så har Ada hämtat varje fil i skrivbordet över nätverket

    @AD-008
    Scenario: Med rensat cacheminne ser agenten igen hur långt skrivbordet har lästs in
      Givet att Adas nätverk är mycket långsamt
      När Ada börjar öppna adressen
      Så ser Ada hur långt skrivbordet har lästs in

  Regel: Hur lång tid det tar beror på nätverket

    Bakgrund:
      Givet att Adas nätverk är mycket långsamt
      Och Ada har börjat öppna adressen
      Och Ada har sett skrivbordet läsas in

    @AD-009
    Scenario: När ett långsamt nätverk har återhämtat sig visas skrivbordet
      När Adas nätverk återhämtar sig
      Så ombeds Ada ange en e-postadress

    @AD-009
    Scenario: Nätverket slutar fungera medan skrivbordet läses in
      När Adas nätverk slutar fungera
      Så läser Ada att skrivbordet inte kunde läsas in

  Regel: Ett skrivbord som inte kan läsas in visar ett fel

    @AD-010
    Scenariomall: Före inloggningen
      Givet att skrivbordet inte kan läsas in eftersom <orsak>
      När Ada öppnar adressen från administratören
      Så läser Ada att skrivbordet inte kunde läsas in
      Och Ada läser ett fel-ID, tiden och adressen

      Exempel:
        | orsak                         |
        | dess första skript saknas     |
        | en del av dess skript saknas  |
        | dess formatmall saknas        |
        | det inte hittar sina tjänster |

    @AD-010
    Scenariomall: Efter inloggningen
      Givet att Ada ombeds ange lösenordet
      Och skrivbordet kan inte läsas in eftersom <orsak>
      När Ada anger sitt eget lösenord
      Så läser Ada att skrivbordet inte kunde läsas in
      Och Ada läser ett fel-ID, tiden och adressen

      Exempel:
        | orsak                                |
        | det inte kan läsa sina inställningar |
        | dess anslutning nekas                |

    @AD-010
    Scenario: Ett nytt försök innan felet är åtgärdat visar felet igen
      Givet att skrivbordet inte kan läsas in eftersom dess första skript saknas
      Och Ada har försökt öppna adressen
      När Ada försöker igen
      Så läser Ada fortfarande att skrivbordet inte kunde läsas in

    @AD-010
    Scenario: Ett nytt försök lyckas när felet är åtgärdat
      Givet att skrivbordet inte kan läsas in eftersom dess första skript saknas
      Och Ada har försökt öppna adressen
      Och administratören har fått skrivbordet att fungera igen
      När Ada försöker igen
      Så ombeds Ada ange en e-postadress

    @AD-010
    Scenario: Agenten kan försöka igen utan att logga in igen
      Givet att Ada ombeds ange lösenordet
      Och skrivbordet kan inte läsas in eftersom dess anslutning nekas
      Och Ada har försökt logga in med rätt lösenord
      Och administratören har fått skrivbordet att fungera igen
      När Ada försöker igen
      Så ser Ada Stationsuppgifter

    @AD-010
    Scenario: Ett skrivbord som läses in visar inget fel
      När Ada kommer till Stationsuppgifter
      Så läser Ada inget fel om inläsningen

  Regel: Felets detaljer kan lämnas vidare till administratören

    @AD-011 @full-browser
    Scenariomall: Detaljerna kopieras
      Givet att skrivbordet inte kan läsas in eftersom <orsak>
      Och Ada har försökt öppna adressen
      När Ada kopierar detaljerna
      Så kan Ada lämna vidare allt som felet säger

      Exempel:
        | orsak                         |
        | dess första skript saknas     |
        | det inte hittar sina tjänster |
