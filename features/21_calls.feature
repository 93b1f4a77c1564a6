Feature: Calls
  A customer's call rings at the number given in Station Credentials; the desktop shows it from ringing to wrap-up, in whichever window the agent works.

  Rule: The phone has to be ready

    Background:
      Given Bo is signed in

    @AD-006
    Scenario: A phone that is ready rings
      Given Bo has become Available
      When a customer calls
      Then Bo's phone rings

    @AD-006
    Scenario: A phone that is not ready does not ring, and the call goes unanswered
      Given Bo's phone is not ready
      And Bo has become Available
      And a customer has called
      And Bo's phone does not ring
      When 18 seconds pass
      Then Bo reads that the call was not answered
      And Bo has no call

    @AD-006
    Scenario: A call that rings at a ready phone waits for its answer
      Given Bo has become Available
      And a customer has called
      When 17 seconds pass
      Then Bo's phone rings

    @AD-006
    Scenario: With the phone ready again the call comes back
      Given Bo's phone is not ready
      And Bo has become Available
      And a customer has called
      And 18 seconds have passed
      And Bo has read that the call was not answered
      And Bo's phone has become ready
      When Bo chooses Available in the message
      Then Bo's phone rings

    @AD-006
    Scenario: An agent who goes to Idle after an unanswered call is not called
      Given Bo's phone is not ready
      And Bo has become Available
      And a customer has called
      And 18 seconds have passed
      And Bo has read that the call was not answered
      And Bo's phone has become ready
      When Bo chooses Idle in the message
      Then Bo is Idle
      And Bo has no call

  Rule: Calls come to the number given in Station Credentials

    @AD-042
    Scenario Outline: The number that was entered rings
      Given Bo is signed in with the <option> "<given>"
      And Bo has become Available
      When a customer calls
      Then the phone "<number>" rings
      And Bo reads that a call rings at "<number>"

      Examples:
        | option    | given      | number       |
        | number    | 2015550123 | +12015550123 |
        | extension | 1001       | 1001         |

    @AD-042
    Scenario Outline: The agent who answers that phone is connected to the customer
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
    Scenario: In another session another number rings
      Given Bo is signed in with the number "2015550123"
      And Bo has signed out
      And Bo is signed in with the number "2015550124"
      And Bo has become Available
      When a customer calls
      Then the phone "+12015550124" rings

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
    Scenario: The agent sees the interaction control pane loading
      Given Ada has a conversation that is connected
      And Ada has opened the desktop in the second browser
      And Ada has switched to the first browser
      And the service responds to Continue one second late
      When Ada clicks Continue
      Then Ada sees that the interaction control pane is loading

    @AD-017 @AD-018
    Scenario: The interaction control pane appears once it is loaded
      Given Ada has a conversation that is connected
      And Ada has opened the desktop in the second browser
      And Ada has switched to the first browser
      And the service responds to Continue one second late
      And Ada has clicked Continue and waits
      When 1 second passes
      Then Ada sees the interaction control pane of a conversation that is connected

    @AD-017
    Scenario: Without a call there is no interaction control pane
      Given Ada has opened the desktop in the second browser
      And Ada has switched to the first browser
      When Ada clicks Continue
      Then Ada sees no interaction control pane

    @AD-018
    Scenario Outline: The conversation continues as it was
      Given Ada has a conversation that <state>
      And Ada has opened the desktop in the second browser
      And Ada has switched to the first browser
      When Ada clicks Continue
      Then Ada sees the interaction control pane of a conversation that <state>
      And Ada is active in the first browser only

      Examples:
        | state         |
        | is connected  |
        | is on hold    |
        | is in wrap-up |

    @AD-018
    Scenario Outline: The conversation's timer continues too
      Given Ada has a conversation that <state>
      And 70 seconds have passed
      And Ada has opened the desktop in the second browser
      And Ada has switched to the first browser
      When Ada clicks Continue
      Then Ada's conversation timer shows "01:10"

      Examples:
        | state         |
        | is connected  |
        | is on hold    |
        | is in wrap-up |

    @AD-018
    Scenario Outline: The conversation's timer begins again with hold and wrap-up
      Given Ada has a conversation that <before>
      And 70 seconds have passed
      And Ada has opened the desktop in the second browser
      And Ada has clicked Continue in the first browser
      When Ada <action>
      Then Ada sees the interaction control pane of a conversation that <after>
      And Ada's conversation timer shows <timer>

      Examples:
        | before       | action                | after         | timer   |
        | is connected | puts the call on hold | is on hold    | "00:00" |
        | is on hold   | resumes the call      | is connected  | "01:10" |
        | is connected | ends the call         | is in wrap-up | "00:00" |

    @AD-018
    Scenario: A ringing call keeps ringing
      Given Ada has a conversation that is ringing
      And Ada has opened the desktop in the second browser
      And Ada has switched to the first browser
      When Ada clicks Continue
      Then Ada's phone rings

    @AD-018
    Scenario: A call that came to the second browser continues in the first
      Given Ada has opened the desktop in the second browser
      And Ada has a conversation that is connected
      And Ada has switched to the first browser
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
      And Ada has switched to the first browser
      When Ada clicks Continue
      Then Ada sees the interaction control pane of a conversation that is in wrap-up
