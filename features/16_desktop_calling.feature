Feature: Desktop calling
  An agent whose station is Desktop talks in the browser itself, which has to be Google Chrome. An agent with a number is called there instead.

  Rule: With Desktop the agent handles voice in the browser

    Background:
      Given Ada takes calls in the browser
      And a customer has called

    @AD-046 @AD-066 @full-browser
    Scenario: Agent and customer hear each other
      When Ada answers in the browser
      Then Ada hears the customer
      And the customer hears Ada

    @AD-046 @full-browser
    Scenario: The customer hangs up
      Given Ada has answered in the browser
      And Ada has heard the customer
      When the customer hangs up
      Then Ada no longer hears anybody
      And nothing rings in Ada's browser

    @AD-046 @full-browser
    Scenario: A call continues after the browser is reloaded
      Given Ada has answered in the browser
      When Ada reloads the browser
      Then Ada hears the customer
      And the customer hears Ada

    @AD-046 @full-browser
    Scenario: A call that is declined stops ringing
      When Ada declines the call in the browser
      Then nothing rings in Ada's browser

    @AD-046 @full-browser
    Scenario: An agent whose microphone is muted is not heard
      Given Ada has answered in the browser
      When Ada mutes the microphone
      Then Ada sees that the microphone is off
      And the customer hears nobody

    @AD-046 @full-browser
    Scenario: An agent whose microphone is on again is heard
      Given Ada has answered in the browser
      And Ada has muted the microphone
      When Ada unmutes the microphone
      Then Ada sees that the microphone is on
      And the customer hears Ada

    @AD-046 @full-browser
    Scenario: The next call begins with the microphone on
      Given Ada has answered in the browser
      And Ada has muted the microphone
      And Ada's conversation has ended
      And a customer has called
      When Ada answers in the browser
      Then Ada sees that the microphone is on
      And the customer hears Ada

  Rule: Calls come to the station that was chosen in Station Credentials

    @AD-042 @full-browser
    Scenario: With Desktop the browser rings and no phone does
      Given Ada takes calls in the browser
      When a customer calls
      Then Ada's browser rings
      And no phone rings

    @AD-042 @full-browser
    Scenario: A call rings while a chat is connected
      Given Ada takes calls in the browser
      And Ada has accepted a chat
      And a customer has called
      When Ada answers in the browser
      Then Ada hears the customer

    @AD-042 @full-browser
    Scenario: The call is answered in the tab where the agent continued
      Given Ada takes calls in the browser
      And Ada has opened the desktop in the second tab
      And Ada has clicked Continue in the first tab
      And a customer has called
      When Ada answers in the browser
      Then Ada hears the customer

    @AD-042 @AD-066
    Scenario Outline: With a number its phone rings and the browser does not
      Given Ada is signed in with the <option> "<given>"
      And Ada has become Available
      When a customer calls
      Then the phone "<phone>" rings
      And nothing rings in Ada's browser

      Examples: A dial number and an extension
        | option    | given      | phone        |
        | number    | 2015532447 | +12015532447 |
        | extension | 1001       | 1001         |

  Rule: Desktop works in Google Chrome only

    @AD-068 @full-browser
    Scenario: Signing in with Desktop in Google Chrome
      Given Ada uses Google Chrome with a microphone
      And Ada is at Station Credentials
      When Ada tries to sign in with Desktop
      Then Ada is signed in with Desktop

    @AD-068 @AD-069
    Scenario Outline: Signing in with Desktop in another browser
      Given Ada uses <browser>
      And Ada is at Station Credentials
      When Ada tries to sign in with Desktop
      Then Ada reads that Desktop requires Google Chrome
      And Ada is not signed in

      Examples:
        | browser        |
        | Microsoft Edge |
        | Firefox        |

    @AD-069
    Scenario: The message is there as soon as Desktop is chosen
      Given Ada uses Firefox
      And Ada is at Station Credentials
      When Ada chooses Desktop
      Then Ada reads that Desktop requires Google Chrome

  Rule: The other options work in every browser

    @AD-070
    Scenario Outline: Signing in with a number in another browser
      Given Bo uses <browser>
      And Bo is at Station Credentials
      When Bo signs in with <option>
      Then Bo sees the Task page

      Examples:
        | browser        | option      |
        | Microsoft Edge | Dial Number |
        | Microsoft Edge | Extension   |
        | Firefox        | Dial Number |
        | Firefox        | Extension   |

    @AD-070
    Scenario: Another option after Desktop was refused
      Given Bo uses Firefox
      And Bo is at Station Credentials
      And Bo has chosen Desktop
      When Bo signs in with Extension
      Then Bo is signed in with the extension "1001"

  Rule: Desktop requires a microphone

    @AD-046 @full-browser
    Scenario: The microphone is denied
      Given Ada uses Google Chrome and has denied the desktop access to the microphone
      And Ada is at Station Credentials
      When Ada tries to sign in with Desktop
      Then Ada reads that the microphone is not allowed
      And Ada is not signed in

    @AD-046 @own-browser
    Scenario: There is no microphone
      Given Ada uses Google Chrome without a microphone
      And Ada is at Station Credentials
      When Ada tries to sign in with Desktop
      Then Ada reads that there is no microphone
      And Ada is not signed in

    @AD-046 @AD-070 @full-browser
    Scenario: Without a microphone there is still the phone
      Given Bo uses Google Chrome and has denied the desktop access to the microphone
      And Bo is at Station Credentials
      When Bo signs in with Extension
      Then Bo is signed in with the extension "1001"
