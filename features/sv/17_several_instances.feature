# language: sv
Egenskap: Flera programinstanser
  En agent är aktiv i en instans av skrivbordet åt gången. Den som växlar till en annan tillfrågas om att fortsätta där.

  Bakgrund:
    Givet att Ada är inloggad

  Regel: Skrivbordet kan inte användas på flera ställen samtidigt

    Scenariomall: En andra instans tar över från den första
      När Ada öppnar skrivbordet i <andra>
      Så är Ada bara aktiv i <andra>

      @AD-013 @own-browser
      Exempel: En flik
        | andra            |
        | den andra fliken |

      @AD-013 @full-browser
      Exempel: Ett fönster
        | andra               |
        | det andra fönstret |

      @AD-012
      Exempel: En webbläsare
        | andra                 |
        | den andra webbläsaren |

    @AD-012
    Scenario: Någon annan i en annan webbläsare påverkas inte
      När Bo kommer till Stationsuppgifter
      Och Bo loggar in med numret "2025550123"
      Så ser Ada ingen Varning om flera inloggningar
      Och Ada är fortfarande inloggad

  Regel: Växling mellan instanser visar ett meddelande

    @AD-014
    Scenariomall: Meddelandet väntar i den instans som agenten växlar till
      Givet att Ada har öppnat skrivbordet i <andra>
      När Ada växlar till <första>
      Så ser Ada Varning om flera inloggningar
      Och Ada kan bara svara med Fortsätt

      @own-browser
      Exempel: En flik
        | andra            | första            |
        | den andra fliken | den första fliken |

      Exempel: En webbläsare
        | andra                 | första                 |
        | den andra webbläsaren | den första webbläsaren |

    @AD-014
    Scenario: I den instans som öppnades sist visas inget meddelande
      När Ada öppnar skrivbordet i den andra fliken
      Så ser Ada ingen Varning om flera inloggningar

    @AD-014
    Scenario: Att läsa in den enda instansen på nytt visar inget meddelande
      När Ada läser in webbläsaren på nytt
      Så ser Ada ingen Varning om flera inloggningar

  Regel: Fortsätt loggar in där agenten klickar på det

    @AD-015 @AD-016
    Scenariomall: Tillbaka till den första instansen
      Givet att Ada har öppnat skrivbordet i <andra>
      Och Ada har växlat till <första>
      När Ada klickar på Fortsätt
      Så ser Ada Uppgiftssidan
      Och Ada är bara aktiv i <första>

      @own-browser
      Exempel: En flik
        | andra            | första            |
        | den andra fliken | den första fliken |

      @full-browser
      Exempel: Ett fönster
        | andra              | första              |
        | det andra fönstret | det första fönstret |

      Exempel: En webbläsare
        | andra                 | första                 |
        | den andra webbläsaren | den första webbläsaren |

    @AD-015
    Scenario: Det som ställdes in i den andra instansen gäller fortfarande
      Givet att Ada har öppnat skrivbordet i den andra fliken
      Och Ada har ändrat tillgängligheten till Tillgänglig
      Och Ada har växlat till den första fliken
      När Ada klickar på Fortsätt
      Så är Ada Tillgänglig

  Regel: Exakt en instans är aktiv, oavsett klickens ordning

    @AD-016
    Scenariomall: Fortsätt i den ena instansen efter den andra
      Givet att Ada har öppnat skrivbordet i den andra fliken
      Och Ada har öppnat skrivbordet i den andra webbläsaren
      Och Ada har klickat på Fortsätt i <först>
      Och Ada har växlat till <sedan>
      När Ada klickar på Fortsätt
      Så är Ada bara aktiv i <sedan>

      Exempel:
        | först             | sedan                 |
        | den första fliken | den andra fliken      |
        | den andra fliken  | den första fliken     |
        | den första fliken | den andra webbläsaren |
        | den andra fliken  | den andra webbläsaren |

    @AD-016
    Scenario: Två klick i samma ögonblick har en vinnare
      Givet att Ada har öppnat skrivbordet i den andra fliken
      Och Ada har öppnat skrivbordet i den andra webbläsaren
      När Ada klickar på Fortsätt i den första fliken och i den andra fliken i samma ögonblick
      Så är Ada aktiv antingen i den första fliken eller i den andra fliken, och ingen annanstans

    @AD-016
    Scenario: Utloggning i en flik avslutar sessionen i den andra
      Givet att Ada har öppnat skrivbordet i den andra fliken
      Och Ada har loggat ut
      När Ada växlar till den första fliken
      Så ombeds Ada ange en e-postadress

    @AD-016
    Scenario: Utloggning i en webbläsare avslutar sessionen i den andra
      Givet att Ada har öppnat skrivbordet i den andra webbläsaren
      Och Ada har loggat ut
      Och Ada har växlat till den första webbläsaren
      När Ada klickar på Fortsätt
      Så läser Ada om sin utloggning från stationen
