# language: sv
Egenskap: Fel vid inloggningen
  Felaktiga inställningar, ett gränssnitt eller ett nätverk som inte fungerar hindrar en agent från att logga in. Skrivbordet visar vad det är och vad man ska göra.

  Regel: Felaktiga inställningar namnges

    @AD-090
    Scenariomall: Meddelandet namnger de inställningar som ska kontrolleras
      Givet att Bos inställningar för <inställningar> är fel
      När Bo loggar in med sin e-postadress och sitt lösenord
      Så läser Bo att inställningarna för <inställningar> måste kontrolleras
      Och Bo ser ett fel-ID för administratören
      Och Bo är inte inloggad

      Exempel:
        | inställningar      |
        | klientorganisation |
        | profil             |
        | kompetens          |
        | agent              |

    @AD-090
    Scenario: En agent utan team nekas
      Givet att Bo inte tillhör något team
      När Bo loggar in med sin e-postadress och sitt lösenord
      Så läser Bo att inställningarna för agent måste kontrolleras

    @AD-090
    Scenariomall: När inställningarna är rättade kommer agenten vidare
      Givet att Bos inställningar för <inställningar> är fel
      Och Bo har loggat in med sin e-postadress och sitt lösenord
      Och Bo har läst att inställningarna för <inställningar> måste kontrolleras
      Och administratören har rättat Bos inställningar för <inställningar>
      När Bo försöker igen
      Så ser Bo Stationsuppgifter

      Exempel:
        | inställningar      |
        | klientorganisation |
        | profil             |
        | kompetens          |
        | agent              |

    @AD-090
    Scenario: Någon annan kan logga in i samma webbläsare
      Givet att Bos inställningar för klientorganisation är fel
      Och Bo har loggat in med sin e-postadress och sitt lösenord
      Och Bo har läst att inställningarna för klientorganisation måste kontrolleras
      När Bo väljer att logga in som någon annan
      Så ombeds Bo ange en e-postadress

    @AD-090
    Scenario: En agents felaktiga inställningar påverkar ingen annan
      Givet att Bos inställningar för klientorganisation är fel
      När Ada kommer till Stationsuppgifter
      Så ser Ada Stationsuppgifter

    @AD-090
    Scenario: En arbetsledare behöver varken team eller kompetens
      Givet att Signes inställningar för kompetens är fel
      Och Signe tillhör inte något team
      När Signe kommer till Stationsuppgifter
      Så ser Signe Stationsuppgifter

  Regel: Ett gränssnitt som svarar fel ger ett meddelande, behåller det som angavs och kan anropas igen

    @AD-091
    Scenario: Stationstjänsten svarar fel
      Givet att stationstjänsten svarar fel en gång
      Och Bo är vid Stationsuppgifter
      När Bo försöker logga in med numret "2025550123"
      Så läser Bo ett meddelande med ett spårnings-ID
      Och Bo ser numret "2025550123" under Uppringningsnummer
      Och Bo är inte inloggad

    @AD-091
    Scenario: Det andra försöket lyckas
      Givet att stationstjänsten svarar fel en gång
      Och Bo är vid Stationsuppgifter
      Och Bo har försökt logga in med numret "2025550123"
      Och Bo har läst ett meddelande med ett spårnings-ID
      När Bo skickar Stationsuppgifter
      Så är Bo inloggad med uppringningsnumret "+12025550123"

    @AD-091
    Scenario: Ett svar som aldrig kommer
      Givet att stationstjänstens svar går förlorat en gång
      Och Bo är vid Stationsuppgifter
      Och Bo har försökt logga in med numret "2025550123"
      Och stationstjänsten har godtagit Bos inloggning
      När Bo väntar 20 sekunder på svar
      Så läser Bo ett meddelande med ett spårnings-ID
      Och Bo ser numret "2025550123" under Uppringningsnummer

    @AD-091
    Scenario: Efter ett svar som aldrig kom är agenten inloggad vid det andra försöket
      Givet att stationstjänstens svar går förlorat en gång
      Och Bo är vid Stationsuppgifter
      Och Bo har försökt logga in med numret "2025550123"
      Och stationstjänsten har godtagit Bos inloggning
      Och det har gått 20 sekunder
      Och Bo har läst ett meddelande med ett spårnings-ID
      När Bo skickar Stationsuppgifter
      Så är Bo inloggad med uppringningsnumret "+12025550123"

    @AD-091
    Scenario: Konfigurationstjänsten svarar fel
      Givet att konfigurationstjänsten svarar fel en gång
      När Bo loggar in med sin e-postadress och sitt lösenord
      Så läser Bo att skrivbordet inte kunde läsas in
      Och Bo ser ett fel-ID för administratören

    @AD-091
    Scenario: Konfigurationstjänsten anropas igen
      Givet att konfigurationstjänsten svarar fel en gång
      Och Bo har loggat in med sin e-postadress och sitt lösenord
      Och Bo har läst att skrivbordet inte kunde läsas in
      När Bo försöker igen
      Så ser Bo Stationsuppgifter

  Regel: Ett nätverk som inte fungerar ger ett meddelande och behåller det som angavs, och agenten kan försöka igen

    Bakgrund:
      Givet att Bo är vid Stationsuppgifter
      Och Bo har förlorat nätverket

    @AD-091
    Scenario: Nätverket är borta
      När Bo försöker logga in med numret "2025550123"
      Så läser Bo ett meddelande med ett spårnings-ID
      Och Bo ser numret "2025550123" under Uppringningsnummer
      Och Bo är inte inloggad

    @AD-091
    Scenario: Nätverket är tillbaka
      Givet att Bo har försökt logga in med numret "2025550123"
      Och Bo har läst ett meddelande med ett spårnings-ID
      Och Bo har nätverk igen
      När Bo skickar Stationsuppgifter
      Så är Bo inloggad med uppringningsnumret "+12025550123"
