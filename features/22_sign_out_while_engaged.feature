Feature: Sign-out while engaged
  An agent cannot sign out during a conversation or monitoring. The desktop shows which of them it is, and allows Sign Out the moment it ends.

  Rule: A conversation keeps the agent signed in

    Background:
      Given Bo is signed in

    @AD-087
    Scenario Outline: Sign Out is refused, and the conversation is named
      Given Bo has a conversation that <state>
      And Bo has opened User Profile
      When Bo clicks Sign Out
      Then Bo reads that Sign Out has to wait because a conversation <state>
      And Bo is still signed in

      Examples:
        | state         |
        | is ringing    |
        | is connected  |
        | is on hold    |
        | is in wrap-up |

    @AD-087
    Scenario Outline: Sign Out is allowed the moment the conversation ends
      Given Bo has a conversation that <state>
      And Bo has been refused Sign Out
      And Bo's conversation has ended
      When Bo signs out
      Then Bo is signed out

      Examples:
        | state         |
        | is ringing    |
        | is connected  |
        | is on hold    |
        | is in wrap-up |

    @AD-087
    Scenario: The message disappears with the conversation
      Given Bo has a conversation that is ringing
      And Bo has been refused Sign Out
      When the customer hangs up
      Then Bo no longer reads that Sign Out has to wait
      And Bo has no call

    @AD-087
    Scenario: The message disappears when the conversation goes to wrap-up
      Given Bo has a conversation that is connected
      And Bo has been refused Sign Out
      When the customer hangs up
      Then Bo sees the interaction control pane of a conversation that is in wrap-up
      And Bo no longer reads that Sign Out has to wait

    @AD-087
    Scenario: A refused Sign Out leaves the conversation as it is
      Given Bo has a conversation that is connected
      And Bo has been refused Sign Out
      When Bo puts the call on hold
      Then Bo sees the interaction control pane of a conversation that is on hold
      And Bo is engaged

    @AD-087
    Scenario: The wrap-up is the end of the conversation
      Given Bo has a conversation that is connected
      And Bo has ended the call
      And Bo has been refused Sign Out
      When Bo submits the wrap-up
      Then Bo no longer reads that Sign Out has to wait
      And Bo has no call

    @AD-087
    Scenario: A consult call that rings is named too
      Given Ada is signed in with the number "2025550123"
      And Ada has a conversation that is connected
      And Bo has become Available
      And Ada has called Bo to consult
      And Bo has opened User Profile
      When Bo clicks Sign Out
      Then Bo reads that Sign Out has to wait because a conversation is ringing
      And Bo is still signed in

    @AD-087
    Scenario: Somebody else's conversation does not prevent Sign Out
      Given Ada is signed in with the number "2025550123"
      And Ada has a conversation that is connected
      When Bo signs out
      Then Bo is signed out
      And Ada is still signed in

  Rule: Monitoring keeps the supervisor signed in

    Background:
      Given Ada is signed in with the number "2025550123"
      And Ada has a conversation that is connected
      And Signe is signed in

    @AD-088
    Scenario Outline: Sign Out is refused, and the monitoring is named
      Given Signe has a monitoring task that <state>
      And Signe has opened User Profile
      When Signe clicks Sign Out
      Then Signe reads that Sign Out has to wait because monitoring <state>
      And Signe is still signed in

      Examples:
        | state        |
        | is requested |
        | is active    |
        | is paused    |

    @AD-088
    Scenario Outline: Sign Out is allowed the moment the monitoring ends
      Given Signe has a monitoring task that <state>
      And Signe has been refused Sign Out
      And Signe has ended monitoring
      When Signe signs out
      Then Signe is signed out
      And Ada is still signed in

      Examples:
        | state        |
        | is requested |
        | is active    |
        | is paused    |

    @AD-088
    Scenario Outline: The message disappears when the monitored call ends
      Given Signe has a monitoring task that <state>
      And Signe has been refused Sign Out
      When the customer hangs up
      Then Signe sees no monitoring task
      And Signe no longer reads that Sign Out has to wait

      Examples:
        | state     |
        | is active |
        | is paused |

    @AD-088
    Scenario: Monitoring that was not started does not prevent Sign Out
      Given Signe has reviewed the conversation and cancelled
      When Signe signs out
      Then Signe is signed out

    @AD-088
    Scenario: Monitoring that was paused can be resumed
      Given Signe has a monitoring task that is paused
      And Signe has been refused Sign Out
      When Signe resumes monitoring
      Then Signe sees a monitoring task that is active
      And Signe is engaged

    @AD-088
    Scenario: Monitoring is still there after a reload
      Given Signe has a monitoring task that is paused
      When Signe reloads the browser
      Then Signe sees a monitoring task that is paused

    @AD-088
    Scenario: After a reload the monitoring still prevents Sign Out
      Given Signe has a monitoring task that is paused
      And Signe has reloaded the browser
      And Signe has opened User Profile
      When Signe clicks Sign Out
      Then Signe reads that Sign Out has to wait because monitoring is paused
      And Signe is still signed in

    @AD-088
    Scenario: A supervisor who monitors nothing signs out
      When Signe signs out
      Then Signe is signed out
