Feature: Refused requests
  A request that the service refuses is named to the agent, and everything stays as it was.

  Rule: What is refused of a call is named, and the call goes on

    @CALL-7
    Scenario Outline: A request about a call is refused
      Given Ada is signed in
      And Ada has a conversation that <state>
      And the service refuses the next request to <request>
      When Ada <action>
      Then Ada reads that the request to <request> was refused
      And Ada sees the interaction control pane of a conversation that <state>

      Examples:
        | state         | request              | action                |
        | is connected  | put the call on hold | puts the call on hold |
        | is on hold    | resume the call      | resumes the call      |
        | is connected  | end the call         | ends the call         |
        | is in wrap-up | submit the wrap-up   | submits the wrap-up   |
        | is connected  | pause the recording  | pauses the recording  |

    @CALL-7
    Scenario: Resuming the recording is refused
      Given Ada is signed in
      And Ada has a conversation that is connected
      And Ada has paused the recording
      And the service refuses the next request to resume the recording
      When Ada resumes the recording
      Then Ada reads that the request to resume the recording was refused
      And Ada reads that the recording is paused

    @CALL-7
    Scenario: What was refused once can be requested again
      Given Ada is signed in
      And Ada has a conversation that is connected
      And the service has refused Ada's request to put the call on hold
      When Ada puts the call on hold
      Then Ada sees the interaction control pane of a conversation that is on hold

  Rule: What is refused of a shared call is named, and the call goes on

    Background:
      Given Ada is signed in with the number "2015550123"
      And Bo is signed in with the number "2015550124"
      And Ada has a conversation that is connected
      And Bo has become Available

    @CALL-7
    Scenario Outline: Nobody can be reached
      Given the service refuses the next request to <request>
      When Ada <action>
      Then Ada reads that the request to <request> was refused
      And Ada sees the interaction control pane of a conversation that is connected

      Examples:
        | request                       | action                                          |
        | consult an agent              | consults the agent Bo                           |
        | consult a queue               | consults the queue "Support Line"               |
        | transfer the call to an agent | transfers the call to the agent Bo              |
        | transfer the call to a queue  | transfers the call to the queue "Support Line"  |

    @CALL-7
    Scenario Outline: What the agent wants to do with a consult is refused
      Given Ada is consulting Bo
      And the service refuses the next request to <request>
      When Ada <action>
      Then Ada reads that the request to <request> was refused
      And Ada reads that the consult with the agent Bo is connected

      Examples:
        | request                             | action                               |
        | end the consult                     | ends the consult                     |
        | transfer the call after the consult | transfers the call after the consult |
        | start the conference                | starts the conference                |

    @CALL-7
    Scenario: Leaving the conference is refused
      Given Ada is in a conference with Bo
      And the service refuses the next request to leave the conference
      When Ada leaves the conference
      Then Ada reads that the request to leave the conference was refused
      And Ada reads that Bo is in the conference

  Rule: What is refused of monitoring is named, and monitoring goes on

    Background:
      Given Ada is signed in with the number "2015550123"
      And Ada has a conversation that is connected
      And Signe is signed in with the number "2015550125"

    @CALL-7
    Scenario: Monitoring cannot be started
      Given the service refuses the next request to monitor the conversation
      When Signe asks to monitor the conversation
      Then Signe reads that the request to monitor the conversation was refused
      And Signe sees no monitoring task

    @CALL-7
    Scenario Outline: Monitoring cannot be changed
      Given Signe has a monitoring task that <state>
      And the service refuses the next request to <request>
      When Signe <action>
      Then Signe reads that the request to <request> was refused
      And Signe sees a monitoring task that <state>

      Examples:
        | state     | request           | action                  |
        | is active | pause monitoring  | clicks Pause Monitoring |
        | is paused | resume monitoring | resumes monitoring      |
        | is active | end monitoring    | clicks End Monitoring   |

  Rule: What is refused of a session is named, and the session goes on

    Background:
      Given Ada is signed in

    @CALL-7
    Scenario: The availability cannot be changed
      Given the service refuses the next request to change the availability
      When Ada chooses Available
      Then Ada reads that the request to change the availability was refused
      And Ada is Idle

    @CALL-7
    Scenario: Signing out is refused
      Given Ada has opened User Profile
      And the service refuses the next request to sign out
      When Ada clicks Sign Out
      Then Ada reads that the request to sign out was refused
      And Ada is still signed in
