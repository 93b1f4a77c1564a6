Feature: Calls
  A customer's call rings at the number given in Station Credentials; the desktop shows it from ringing to wrap-up, in whichever window the agent works.

  Rule: The phone has to be ready

    Background:
      Given Bo is signed in

    @AD-006
    Scenario: A phone that is ready rings
      Given Bo has become Available
      When a customer calls
      Then the phone of Bo rings

    @AD-006
    Scenario: A phone that is not ready does not ring, and the call goes unanswered
      Given the phone of Bo is not ready
      And Bo has become Available
      And a customer has called
      And the phone of Bo does not ring
      When 18 seconds pass
      Then Bo reads that the call was not answered
      And Bo has no call

    @AD-006
    Scenario: A call that rings at a ready phone waits for its answer
      Given Bo has become Available
      And a customer has called
      When 17 seconds pass
      Then the phone of Bo rings

    @AD-006
    Scenario: With the phone ready again the call comes back
      Given the phone of Bo is not ready
      And Bo has become Available
      And a customer has called
      And 18 seconds have passed
      And Bo has read that the call was not answered
      And the phone of Bo has become ready
      When Bo goes to Available from there
      Then the phone of Bo rings

    @AD-006
    Scenario: Nobody is called who goes to Idle after an unanswered call
      Given the phone of Bo is not ready
      And Bo has become Available
      And a customer has called
      And 18 seconds have passed
      And Bo has read that the call was not answered
      And the phone of Bo has become ready
      When Bo goes to Idle from there
      Then Bo is Idle
      And Bo has no call

  Rule: Calls come to the number given in Station Credentials

    @AD-042
    Scenario Outline: The number that was entered rings
      Given Bo is signed in with the <option> "<given>"
      And Bo has become Available
      When a customer calls
      Then it rings at the phone "<number>"
      And Bo reads that a call rings at "<number>"

      Examples:
        | option    | given      | number       |
        | number    | 2015550123 | +12015550123 |
        | extension | 1001       | 1001         |

    @AD-042
    Scenario Outline: Who answers that phone has the customer
      Given Bo is signed in with the <option> "<given>"
      And Bo has become Available
      And a customer has called
      When somebody answers the phone "<number>"
      Then Bo sees the interaction control pane of a conversation that is connected

      Examples:
        | option    | given      | number       |
        | number    | 2015550123 | +12015550123 |
        | extension | 1001       | 1001         |

    @AD-042
    Scenario: Another number rings for another session
      Given Bo is signed in with the number "2015550123"
      And Bo has signed out
      And Bo is signed in with the number "2015550124"
      And Bo has become Available
      When a customer calls
      Then it rings at the phone "+12015550124"

    @AD-042
    Scenario: The call to a supervisor who monitors goes to the supervisor's number
      Given Ada is signed in with the number "2015550123"
      And Ada has a conversation that is connected
      And Signe is signed in with the number "2015550125"
      When Signe asks to monitor the conversation
      Then Signe reads that the monitoring call rings at "+12015550125"

  Rule: Continue in the middle of a call

    Background:
      Given Ada is signed in

    @AD-017
    Scenario: The interaction control pane is seen to load
      Given Ada has a conversation that is connected
      And Ada has opened the desktop in the second browser
      And Ada has turned to the first browser
      And the service answers whoever continues a second late
      When Ada clicks Continue
      Then Ada sees that the interaction control pane is loading

    @AD-017 @AD-018
    Scenario: The interaction control pane appears once it is loaded
      Given Ada has a conversation that is connected
      And Ada has opened the desktop in the second browser
      And Ada has turned to the first browser
      And the service answers whoever continues a second late
      And Ada has clicked Continue and waits
      When 1 second passes
      Then Ada sees the interaction control pane of a conversation that is connected

    @AD-017
    Scenario: Without a call nothing is left of the loading
      Given Ada has opened the desktop in the second browser
      And Ada has turned to the first browser
      When Ada clicks Continue
      Then Ada sees no interaction control pane

    @AD-018
    Scenario Outline: The conversation goes on as it was
      Given Ada has a conversation that <state>
      And Ada has opened the desktop in the second browser
      And Ada has turned to the first browser
      When Ada clicks Continue
      Then Ada sees the interaction control pane of a conversation that <state>
      And Ada is active in the first browser only

      Examples:
        | state         |
        | is connected  |
        | is on hold    |
        | is in wrap-up |

    @AD-018
    Scenario: A call that rings goes on ringing
      Given Ada has a conversation that is ringing
      And Ada has opened the desktop in the second browser
      And Ada has turned to the first browser
      When Ada clicks Continue
      Then the phone of Ada rings

    @AD-018
    Scenario: A call that came to the second browser goes on in the first
      Given Ada has opened the desktop in the second browser
      And Ada has a conversation that is connected
      And Ada has turned to the first browser
      When Ada clicks Continue
      Then Ada sees the interaction control pane of a conversation that is connected
      And Ada is active in the first browser only

    @AD-018
    Scenario Outline: The call can be controlled where it was continued
      Given Ada has a conversation that <before>
      And Ada has opened the desktop in the second browser
      And Ada has clicked Continue in the first browser
      When Ada <action>
      Then Ada sees the interaction control pane of a conversation that <after>

      Examples:
        | before       | action                | after         |
        | is connected | puts the call on hold | is on hold    |
        | is on hold   | resumes the call      | is connected  |
        | is connected | ends the call         | is in wrap-up |

    @AD-018
    Scenario: A call that ended meanwhile is in wrap-up
      Given Ada has a conversation that is connected
      And Ada has opened the desktop in the second browser
      And the customer has hung up
      And Ada has turned to the first browser
      When Ada clicks Continue
      Then Ada sees the interaction control pane of a conversation that is in wrap-up
