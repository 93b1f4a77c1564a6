# language: sv
Egenskap: Problem med inloggningen
  Felaktiga inställningar, ett gränssnitt eller ett nätverk som inte fungerar hindrar agenten från att börja. Skrivbordet säger vilket det är och vad man ska göra.

  Regel: Felaktiga inställningar nekas vid namn

    @AD-090
    Scenariomall: Meddelandet namnger de inställningar som ska granskas
      Givet att inställningarna för <inställningar> är fel för Bo
      När Bo loggar in med sin e-postadress och sitt lösenord
      Så uppmanas Bo att låta granska inställningarna för <inställningar>
      Och Bo ser ett fel-ID till administratören
      Och Bo är inte inloggad

      Exempel:
        | inställningar      |
        | klientorganisation |
        | profil             |
        | kompetens          |
        | agent              |

    @AD-090
    Scenario: En agent utan team nekas
      Givet att Bo tillhör inget team
      När Bo loggar in med sin e-postadress och sitt lösenord
      Så uppmanas Bo att låta granska inställningarna för agent

    @AD-090
    Scenariomall: När de är åtgärdade kommer agenten vidare
      Givet att inställningarna för <inställningar> är fel för Bo
      Och Bo har loggat in med sin e-postadress och sitt lösenord
      Och Bo har uppmanats att låta granska inställningarna för <inställningar>
      Och administratören har åtgärdat inställningarna för <inställningar> för Bo
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
      Givet att inställningarna för klientorganisation är fel för Bo
      Och Bo har loggat in med sin e-postadress och sitt lösenord
      Och Bo har uppmanats att låta granska inställningarna för klientorganisation
      När Bo väljer att logga in som någon annan
      Så ombeds Bo ange en e-postadress

    @AD-090
    Scenario: En agents felaktiga inställningar påverkar ingen annan
      Givet att inställningarna för klientorganisation är fel för Bo
      När Ada kommer till Stationsuppgifter
      Så ser Ada Stationsuppgifter

    @AD-090
    Scenario: En arbetsledare behöver varken team eller kompetens
      Givet att inställningarna för kompetens är fel för Signe
      Och Signe tillhör inget team
      När Signe kommer till Stationsuppgifter
      Så ser Signe Stationsuppgifter

  Regel: Ett gränssnitt som svarar fel ger ett meddelande, behåller det som angavs och kan prövas igen

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
      Och stationstjänsten har tagit emot inloggningen från Bo
      När Bo väntar 20 sekunder på svar
      Så läser Bo ett meddelande med ett spårnings-ID
      Och Bo ser numret "2025550123" under Uppringningsnummer

    @AD-091
    Scenario: Efter ett svar som aldrig kom är agenten inloggad vid det andra försöket
      Givet att stationstjänstens svar går förlorat en gång
      Och Bo är vid Stationsuppgifter
      Och Bo har försökt logga in med numret "2025550123"
      Och stationstjänsten har tagit emot inloggningen från Bo
      Och det har gått 20 sekunder
      Och Bo har läst ett meddelande med ett spårnings-ID
      När Bo skickar Stationsuppgifter
      Så är Bo inloggad med uppringningsnumret "+12025550123"

    @AD-091
    Scenario: Konfigurationstjänsten svarar fel
      Givet att konfigurationstjänsten svarar fel en gång
      När Bo loggar in med sin e-postadress och sitt lösenord
      Så läser Bo att skrivbordet inte kunde läsas in
      Och Bo ser ett fel-ID till administratören

    @AD-091
    Scenario: Konfigurationstjänsten prövas igen
      Givet att konfigurationstjänsten svarar fel en gång
      Och Bo har loggat in med sin e-postadress och sitt lösenord
      Och Bo har läst att skrivbordet inte kunde läsas in
      När Bo försöker igen
      Så ser Bo Stationsuppgifter

  Regel: Ett nätverk som inte fungerar ger ett meddelande, behåller det som angavs och kan prövas igen

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
