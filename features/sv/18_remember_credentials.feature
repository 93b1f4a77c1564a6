# language: sv
Egenskap: Kom ihåg mina autentiseringsuppgifter
  En agent kan låta webbläsaren komma ihåg stationsuppgifterna till nästa inloggning. Det kan hända att webbläsaren vägrar.

  Regel: Det som sparas är ifyllt nästa gång

    @AD-071
    Scenario: Att komma ihåg erbjuds men är inte förvalt
      När Ada kommer till Stationsuppgifter
      Så ser Ada att Kom ihåg mina autentiseringsuppgifter inte är markerat

    @AD-071
    Scenario: Det som sparas stannar i webbläsaren, men inte lösenordet
      Givet att Ada är vid Stationsuppgifter
      Och Ada har valt teamet "Support"
      Och Ada har markerat Kom ihåg mina autentiseringsuppgifter
      När Ada loggar in med numret "2025550123"
      Så ser Ada Uppgiftssidan
      Och Adas webbläsare sparar numret "2025550123"
      Och Adas webbläsare sparar varken lösenord eller token
      Och Ada läser inget om osparade uppgifter

    @AD-072
    Scenario: Uppringningsnumret och teamet kommer tillbaka
      Givet att Ada har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Uppringningsnummer och numret "2025550123" och loggat ut
      När Ada kommer till Stationsuppgifter
      Så ser Ada numret "2025550123" under Uppringningsnummer
      Och Ada ser att Internationellt nummerformat är markerat
      Och Ada ser landskoden "+1"
      Och Ada ser att teamet "Support" är valt
      Och Ada ser att Kom ihåg mina autentiseringsuppgifter är markerat

    @AD-072
    Scenario: Anknytningen kommer tillbaka
      Givet att Ada har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Anknytning och numret "1001" och loggat ut
      När Ada kommer till Stationsuppgifter
      Så ser Ada att Anknytning är valt
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
      Så ser Bo att Internationellt nummerformat inte är markerat
      Och Bo ser numret "+12025550123" under Uppringningsnummer

    @AD-072
    Scenario: Rollen kommer tillbaka
      Givet att Lars är vid Stationsuppgifter
      Och Lars har valt rollen Arbetsledare
      Och Lars har markerat Kom ihåg mina autentiseringsuppgifter
      Och Lars har sedan loggat in med numret "2025550123" och loggat ut
      När Lars kommer till Stationsuppgifter
      Så ser Lars att rollen Arbetsledare är vald

    @AD-072
    Scenario: Det går att logga in med ihågkomna uppgifter som de är
      Givet att Ada har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Uppringningsnummer och numret "2025550123" och loggat ut
      Och Ada är vid Stationsuppgifter
      När Ada skickar Stationsuppgifter
      Så är Ada inloggad med uppringningsnumret "+12025550123"

  Regel: Det som inte sparas är inte ifyllt

    @AD-073
    Scenario: Utan markering kommer inget tillbaka
      Givet att Ada har loggat in med Uppringningsnummer och numret "2025550123", utan Kom ihåg mina autentiseringsuppgifter, och loggat ut
      När Ada kommer till Stationsuppgifter
      Så ser Ada inget nummer under Uppringningsnummer
      Och Ada ser att inget team är valt
      Och Ada ser att Kom ihåg mina autentiseringsuppgifter inte är markerat

    @AD-073
    Scenario: En avmarkering tar bort det som sparades
      Givet att Bo har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Uppringningsnummer och numret "2025550123" och loggat ut
      Och Bo är vid Stationsuppgifter
      Och Bo har avmarkerat Kom ihåg mina autentiseringsuppgifter
      Och Bo har sedan loggat in med numret "2015532447" och loggat ut
      När Bo kommer till Stationsuppgifter
      Så ser Bo inget nummer under Uppringningsnummer

    @AD-073
    Scenario: En annan webbläsare har ingenting sparat
      Givet att Ada har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Uppringningsnummer och numret "2025550123" och loggat ut
      Och Ada har bytt till en ny webbläsare
      När Ada kommer till Stationsuppgifter
      Så ser Ada inget nummer under Uppringningsnummer

    @AD-073
    Scenario: Det som sparades tas bort med cacheminnet
      Givet att Ada har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Uppringningsnummer och numret "2025550123" och loggat ut
      Och Ada har rensat webbläsarens cacheminne och webbplatsdata
      När Ada kommer till Stationsuppgifter
      Så ser Ada inget nummer under Uppringningsnummer

    @AD-073
    Scenario: Två personer vid en webbläsare ser inte varandras uppgifter
      Givet att Ada har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Uppringningsnummer och numret "2025550123" och loggat ut
      Och Bo har satt sig vid Adas webbläsare
      När Bo kommer till Stationsuppgifter
      Så ser Bo inget nummer under Uppringningsnummer
      Och Bo ser att Kom ihåg mina autentiseringsuppgifter inte är markerat

  Regel: Det som administratören har ändrat sedan dess går före det som sparades

    @AD-032 @AD-072
    Scenario: En begränsad agent ser standardnumret och inte det sparade
      Givet att Ada har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Uppringningsnummer och numret "2025550123" och loggat ut
      Och administratören har gett Ada standardnumret "+12015532447"
      Och administratören har begränsat agenternas profil till standardnumret
      När Ada kommer till Stationsuppgifter
      Så ser Ada numret "+12015532447" under Uppringningsnummer
      Och Ada kan inte ändra numret under Uppringningsnummer

    @AD-043 @AD-072
    Scenario: Ett alternativ som inte längre är etablerat är inte valt
      Givet att Ada har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Anknytning och numret "1001" och loggat ut
      Och administratören har etablerat Uppringningsnummer och Skrivbord
      När Ada kommer till Stationsuppgifter
      Så erbjuds Ada Uppringningsnummer och Skrivbord
      Och Ada ser att Uppringningsnummer är valt

    @AD-072
    Scenario: Ett nytt standardnummer ersätter inte det sparade
      Givet att Ada har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Uppringningsnummer och numret "2025550123" och loggat ut
      Och administratören har gett Ada standardnumret "+12015532447"
      När Ada kommer till Stationsuppgifter
      Så ser Ada numret "2025550123" under Uppringningsnummer

  Regel: Agenten får veta när webbläsaren inte kan spara, och inloggningen fortsätter

    @AD-074
    Scenario: Lagringen är full
      Givet att Bo är vid Stationsuppgifter
      Och Bo har markerat Kom ihåg mina autentiseringsuppgifter
      Och lagringen i Bos webbläsare är full
      När Bo loggar in med numret "2025550123"
      Så är Bo inloggad med uppringningsnumret "+12025550123"
      Och Bo läser att uppgifterna inte sparades

    @AD-074 @own-browser
    Scenario: Webbläsaren saknar lokal lagring
      Givet att Bos webbläsare saknar lokal lagring
      Och Bo är vid Stationsuppgifter
      Och Bo har markerat Kom ihåg mina autentiseringsuppgifter
      När Bo loggar in med numret "2025550123"
      Så är Bo inloggad med uppringningsnumret "+12025550123"
      Och Bo läser att uppgifterna inte sparades

    @AD-074
    Scenario: Utan markering visas inget meddelande
      Givet att Bo är vid Stationsuppgifter
      Och lagringen i Bos webbläsare är full
      När Bo loggar in med numret "2025550123"
      Så är Bo inloggad med uppringningsnumret "+12025550123"
      Och Bo läser inget om osparade uppgifter

    @AD-075
    Scenario: Uppgifterna måste anges igen nästa gång
      Givet att Bo är vid Stationsuppgifter
      Och Bo har markerat Kom ihåg mina autentiseringsuppgifter
      Och lagringen i Bos webbläsare är full
      Och Bo har sedan loggat in med numret "2025550123" och loggat ut
      När Bo kommer till Stationsuppgifter
      Så ser Bo inget nummer under Uppringningsnummer
      Och Bo ser att Kom ihåg mina autentiseringsuppgifter inte är markerat

    @AD-075
    Scenario: Tidigare uppgifter ersätter inte dem som inte kunde sparas
      Givet att Bo har markerat Kom ihåg mina autentiseringsuppgifter, loggat in med Anknytning och numret "1" och loggat ut
      Och Bo är vid Stationsuppgifter
      Och lagringen i Bos webbläsare är full
      Och Bo har valt Uppringningsnummer
      Och Bo har sedan loggat in med numret "2025550123" och loggat ut
      När Bo kommer till Stationsuppgifter
      Så ser Bo inget nummer under Uppringningsnummer
      Och Bo ser inget nummer under Anknytning

    @AD-075 @own-browser
    Scenario: En webbläsare utan lokal lagring frågar varje gång
      Givet att Bos webbläsare saknar lokal lagring
      Och Bo är vid Stationsuppgifter
      Och Bo har markerat Kom ihåg mina autentiseringsuppgifter
      Och Bo har sedan loggat in med numret "2025550123" och loggat ut
      När Bo kommer till Stationsuppgifter
      Så ser Bo inget nummer under Uppringningsnummer

  Regel: Data som skrivbordet inte har sparat ignoreras

    @AD-073
    Scenariomall: Annat än sparade uppgifter fyller inte i något
      Givet att Ada är vid Stationsuppgifter
      Och Adas webbläsare har sparat <vad> i stället för uppgifterna
      När Ada läser in webbläsaren på nytt
      Så ser Ada Stationsuppgifter
      Och Ada ser inget nummer under Uppringningsnummer
      Och Ada ser att Kom ihåg mina autentiseringsuppgifter inte är markerat

      Exempel:
        | vad                          |
        | en avklippt text             |
        | data från ett annat program |
        | hälften av uppgifterna       |
