# language: sv
Egenskap: Enbart tangentbordet
  Allt från inloggning till utloggning går att göra utan mus, och det syns var fokus är.

  Bakgrund:
    Givet att Ada ombeds ange en e-postadress

  Regel: Inloggningen kräver bara tangentbordet

    @AD-020 @AD-023
    Scenario: E-postadress och lösenord med tangentbordet
      När Ada anger e-postadress och lösenord enbart med tangentbordet
      Så ser Ada Stationsuppgifter

    @AD-076 @AD-080
    Scenario: Stationsuppgifter med tangentbordet
      Givet att Ada har angett e-postadress och lösenord enbart med tangentbordet
      När Ada fyller i och skickar Stationsuppgifter enbart med tangentbordet
      Så är Ada inloggad med uppringningsnumret "+12015532447"
      Och Ada är inloggad i teamet "Support"

    @AD-063
    Scenario: Piltangenterna väljer Anknytning, och det går att logga in med en anknytning
      Givet att Ada har angett e-postadress och lösenord enbart med tangentbordet
      Och Ada har gått till nästa stationsalternativ med piltangenterna
      När Ada fyller i och skickar Stationsuppgifter enbart med tangentbordet
      Så är Ada inloggad med anknytningen "2015532447"

    @AD-080
    Scenario: Tabb går genom Stationsuppgifter uppifrån och ned
      När Ada anger e-postadress och lösenord enbart med tangentbordet
      Så når Ada följande med Tabb, i den här ordningen:
        | Uppringningsnummer                    |
        | Internationellt nummerformat          |
        | Landskod                              |
        | Uppringningsnummer                    |
        | Team                                  |
        | Kom ihåg mina autentiseringsuppgifter |
        | Avbryt                                |
        | Skicka                                |

  Regel: Utloggningen kräver bara tangentbordet

    Bakgrund:
      Givet att Ada har angett e-postadress och lösenord enbart med tangentbordet
      Och Ada har fyllt i och skickat Stationsuppgifter enbart med tangentbordet

    @AD-084 @AD-085 @AD-086
    Scenario: Från inloggning till utloggning med tangentbordet
      Givet att Ada har ändrat tillgängligheten till Tillgänglig enbart med tangentbordet
      Och Ada har ändrat tillgängligheten till Passiv enbart med tangentbordet
      Och Ada har öppnat Användarprofil enbart med tangentbordet
      När Ada loggar ut enbart med tangentbordet
      Så är Ada utloggad

    @AD-084
    Scenario: Tillgänglighet med tangentbordet
      När Ada ändrar tillgängligheten till Tillgänglig enbart med tangentbordet
      Så är Ada Tillgänglig

    @AD-085
    Scenario: Escape stänger Användarprofil och leder tillbaka till den
      Givet att Ada har öppnat Användarprofil enbart med tangentbordet
      När Ada stänger Användarprofil med Escape
      Så ser Ada att fokus är på Användarprofil
