# language: sv
Egenskap: Kom ihåg mina autentiseringsuppgifter
  En agent kan låta webbläsaren komma ihåg stationsuppgifterna till nästa inloggning. Det kan hända att webbläsaren vägrar.

  Regel: Det som sparas är ifyllt nästa gång

    @AD-071
    Scenario: Att komma ihåg erbjuds men är inte förvalt
      När Ada kommer till Stationsuppgifter
      Så är Kom ihåg mina autentiseringsuppgifter inte markerat för Ada

    @AD-071
    Scenario: Det som sparas stannar i webbläsaren, men inte lösenordet
      Givet att Ada är vid Stationsuppgifter
      Och Ada har valt teamet "Support"
      Och Ada har markerat Kom ihåg mina autentiseringsuppgifter
      När Ada loggar in med numret "2025550123"
      Så ser Ada Uppgiftssidan
      Och webbläsaren som Ada använder sparar numret "2025550123"
      Och webbläsaren som Ada använder sparar varken lösenord eller token
      Och Ada läser inget om uppgifter som inte sparades

    @AD-072
    Scenario: Uppringningsnumret och teamet kommer tillbaka
      Givet att Ada har varit inloggad med Uppringningsnummer och numret "2025550123", ihågkommet, och loggat ut
      När Ada kommer till Stationsuppgifter
      Så ser Ada numret "2025550123" under Uppringningsnummer
      Och Internationellt nummerformat är markerat för Ada
      Och Ada ser landskoden "+1"
      Och teamet "Support" är valt för Ada
      Och Kom ihåg mina autentiseringsuppgifter är markerat för Ada

    @AD-072
    Scenario: Anknytningen kommer tillbaka
      Givet att Ada har varit inloggad med Anknytning och numret "1001", ihågkommet, och loggat ut
      När Ada kommer till Stationsuppgifter
      Så är Anknytning valt för Ada
      Och Ada ser numret "1001" under Anknytning

    @AD-072
    Scenario: Landskoden kommer tillbaka
      Givet att Bo är vid Stationsuppgifter
      Och Bo har valt landet "Sverige"
      Och Bo har markerat Kom ihåg mina autentiseringsuppgifter
      Och Bo har sedan loggat in med numret "701740605" och loggat ut
      När Bo kommer till Stationsuppgifter
      Så ser Bo landskoden "+46"
      Och Bo ser numret "701740605" under Uppringningsnummer

    @AD-072
    Scenario: Det andra formatet kommer tillbaka
      Givet att Bo är vid Stationsuppgifter
      Och Bo har avmarkerat Internationellt nummerformat
      Och Bo har markerat Kom ihåg mina autentiseringsuppgifter
      Och Bo har sedan loggat in med numret "+12025550123" och loggat ut
      När Bo kommer till Stationsuppgifter
      Så är Internationellt nummerformat inte markerat för Bo
      Och Bo ser numret "+12025550123" under Uppringningsnummer

    @AD-072
    Scenario: Rollen kommer tillbaka
      Givet att Lars är vid Stationsuppgifter
      Och Lars har valt rollen Arbetsledare
      Och Lars har markerat Kom ihåg mina autentiseringsuppgifter
      Och Lars har sedan loggat in med numret "2025550123" och loggat ut
      När Lars kommer till Stationsuppgifter
      Så är rollen Arbetsledare vald för Lars

    @AD-072
    Scenario: Det går att logga in med ihågkomna uppgifter som de står
      Givet att Ada har varit inloggad med Uppringningsnummer och numret "2025550123", ihågkommet, och loggat ut
      Och Ada är vid Stationsuppgifter
      När Ada skickar Stationsuppgifter
      Så är Ada inloggad med uppringningsnumret "+12025550123"

  Regel: Det som inte sparas är inte ifyllt

    @AD-073
    Scenario: Utan markering kommer inget tillbaka
      Givet att Ada har varit inloggad med Uppringningsnummer och numret "2025550123", inte ihågkommet, och loggat ut
      När Ada kommer till Stationsuppgifter
      Så ser Ada inget nummer under Uppringningsnummer
      Och inget team är valt för Ada
      Och Kom ihåg mina autentiseringsuppgifter är inte markerat för Ada

    @AD-073
    Scenario: En avmarkering tar bort det som sparades
      Givet att Bo har varit inloggad med Uppringningsnummer och numret "2025550123", ihågkommet, och loggat ut
      Och Bo är vid Stationsuppgifter
      Och Bo har avmarkerat Kom ihåg mina autentiseringsuppgifter
      Och Bo har sedan loggat in med numret "2015532447" och loggat ut
      När Bo kommer till Stationsuppgifter
      Så ser Bo inget nummer under Uppringningsnummer

    @AD-073
    Scenario: En annan webbläsare vet ingenting
      Givet att Ada har varit inloggad med Uppringningsnummer och numret "2025550123", ihågkommet, och loggat ut
      Och Ada har bytt till en ny webbläsare
      När Ada kommer till Stationsuppgifter
      Så ser Ada inget nummer under Uppringningsnummer

    @AD-073
    Scenario: Det som sparades försvinner med cacheminnet
      Givet att Ada har varit inloggad med Uppringningsnummer och numret "2025550123", ihågkommet, och loggat ut
      Och Ada har rensat webbläsarens cacheminne och webbplatsdata
      När Ada kommer till Stationsuppgifter
      Så ser Ada inget nummer under Uppringningsnummer

    @AD-073
    Scenario: Två personer vid en webbläsare ser inte varandras uppgifter
      Givet att Ada har varit inloggad med Uppringningsnummer och numret "2025550123", ihågkommet, och loggat ut
      Och Bo har satt sig vid webbläsaren som Ada använder
      När Bo kommer till Stationsuppgifter
      Så ser Bo inget nummer under Uppringningsnummer
      Och Kom ihåg mina autentiseringsuppgifter är inte markerat för Bo

  Regel: En webbläsare som inte kan spara säger det, och inloggningen fortsätter

    @AD-074
    Scenario: Lagringen är full
      Givet att Bo är vid Stationsuppgifter
      Och Bo har markerat Kom ihåg mina autentiseringsuppgifter
      Och lagringen i webbläsaren som Bo använder är full
      När Bo loggar in med numret "2025550123"
      Så är Bo inloggad med uppringningsnumret "+12025550123"
      Och Bo läser att uppgifterna inte sparades

    @AD-074 @own-browser
    Scenario: Webbläsaren saknar lokal lagring
      Givet att webbläsaren som Bo använder saknar lokal lagring
      Och Bo är vid Stationsuppgifter
      Och Bo har markerat Kom ihåg mina autentiseringsuppgifter
      När Bo loggar in med numret "2025550123"
      Så är Bo inloggad med uppringningsnumret "+12025550123"
      Och Bo läser att uppgifterna inte sparades

    @AD-074
    Scenario: Där ingen har bett om att spara sägs ingenting
      Givet att Bo är vid Stationsuppgifter
      Och lagringen i webbläsaren som Bo använder är full
      När Bo loggar in med numret "2025550123"
      Så är Bo inloggad med uppringningsnumret "+12025550123"
      Och Bo läser inget om uppgifter som inte sparades

    @AD-075
    Scenario: Uppgifterna måste anges igen nästa gång
      Givet att Bo är vid Stationsuppgifter
      Och Bo har markerat Kom ihåg mina autentiseringsuppgifter
      Och lagringen i webbläsaren som Bo använder är full
      Och Bo har sedan loggat in med numret "2025550123" och loggat ut
      När Bo kommer till Stationsuppgifter
      Så ser Bo inget nummer under Uppringningsnummer
      Och Kom ihåg mina autentiseringsuppgifter är inte markerat för Bo

    @AD-075
    Scenario: Tidigare uppgifter ersätter inte dem som inte kunde sparas
      Givet att Bo har varit inloggad med Anknytning och numret "1", ihågkommet, och loggat ut
      Och Bo är vid Stationsuppgifter
      Och lagringen i webbläsaren som Bo använder är full
      Och Bo har valt Uppringningsnummer
      Och Bo har sedan loggat in med numret "2025550123" och loggat ut
      När Bo kommer till Stationsuppgifter
      Så ser Bo inget nummer under Uppringningsnummer
      Och Bo ser inget nummer under Anknytning

    @AD-075 @own-browser
    Scenario: En webbläsare utan lokal lagring frågar varje gång
      Givet att webbläsaren som Bo använder saknar lokal lagring
      Och Bo är vid Stationsuppgifter
      Och Bo har markerat Kom ihåg mina autentiseringsuppgifter
      Och Bo har sedan loggat in med numret "2025550123" och loggat ut
      När Bo kommer till Stationsuppgifter
      Så ser Bo inget nummer under Uppringningsnummer

  Regel: Det som skrivbordet inte har sparat räknas inte

    @AD-073
    Scenariomall: Annat än sparade uppgifter fyller inte i något
      Givet att Ada är vid Stationsuppgifter
      Och webbläsaren som Ada använder har sparat <vad> i stället för uppgifterna
      När Ada läser in webbläsaren på nytt
      Så ser Ada Stationsuppgifter
      Och Ada ser inget nummer under Uppringningsnummer
      Och Kom ihåg mina autentiseringsuppgifter är inte markerat för Ada

      Exempel:
        | vad                          |
        | en avklippt text             |
        | något från ett annat program |
        | halva uppgifterna            |
