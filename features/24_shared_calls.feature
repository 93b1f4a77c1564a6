Feature: Shared calls
  An agent consults others about a customer's call, gives it away, or takes others into it; declines it; and pauses its recording.

  Rule: A call can be shared

    Background:
      Given Ada is signed in with the number "2015550123"
      And Bo is signed in with the number "2015550124"
      And Ada has a conversation that is connected
      And Bo has become Available

    @CALL-1
    Scenario Outline: Who is consulted is called while the customer waits
      When Ada consults <whom>
      Then Bo reads that Ada calls to consult
      And Ada sees the interaction control pane of a conversation that is on hold

      Examples:
        | whom                     |
        | the agent Bo             |
        | the queue "Support Line" |

    @CALL-1
    Scenario: A number can be consulted
      Given Ada has consulted the number "+12015550170"
      When somebody answers the phone "+12015550170"
      Then Ada reads that the consult with the number "+12015550170" is connected

    @CALL-2
    Scenario: The consulted agent accepts
      Given Ada has called Bo to consult
      When Bo answers the phone
      Then Ada reads that the consult with the agent Bo is connected
      And Bo reads that Ada consults about the call

    @CALL-2
    Scenario: The consulted agent declines
      Given Ada has called Bo to consult
      When Bo declines the call at the phone
      Then Ada reads that Bo did not take the consult call
      And Ada no longer consults anybody
      And Bo is Idle because of declining

    @CALL-2
    Scenario: The consulted agent does not answer
      Given Ada has called Bo to consult
      When 18 seconds pass
      Then Ada reads that Bo did not take the consult call
      And Ada no longer consults anybody
      And Bo reads that the call was not answered

    @CALL-2
    Scenario: A consult ends before it is answered
      Given Ada has called Bo to consult
      When Ada ends the consult
      Then Ada no longer consults anybody
      And Bo has no call

    @CALL-2
    Scenario: A consult with a queue ends before it is answered
      Given Ada has called Bo through the queue "Support Line" to consult
      When Ada ends the consult
      Then Ada no longer consults anybody
      And Bo has no call

    @CALL-2
    Scenario Outline: A consult continues after the browser is reloaded
      Given Ada is consulting Bo
      When <who> reloads the browser
      Then Ada reads that the consult with the agent Bo is connected
      And Bo reads that Ada consults about the call

      Examples:
        | who |
        | Ada |
        | Bo  |

    @CALL-2
    Scenario: The customer hangs up during the consult
      Given Ada is consulting Bo
      When the customer hangs up
      Then Ada sees the interaction control pane of a conversation that is in wrap-up
      And Bo has no call

    @CALL-2
    Scenario Outline: Either agent ends the consult
      Given Ada is consulting Bo
      When <who> ends the consult
      Then Ada no longer consults anybody
      And Bo has no call

      Examples:
        | who |
        | Ada |
        | Bo  |

    @CALL-2
    Scenario: Hanging up ends the call of the agent who consults
      Given Ada is consulting Bo
      When Ada hangs up the phone
      Then Ada sees the interaction control pane of a conversation that is in wrap-up
      And Bo has no call

    @CALL-3
    Scenario: After a consult the call is given to the consulted agent
      Given Ada is consulting Bo
      When Ada transfers the call after the consult
      Then Bo has the customer's call
      And Ada is in wrap-up and reads that the call goes on

    @CALL-3
    Scenario Outline: A call is given away without a consult
      When Ada transfers the call to <whom>
      Then Bo's phone rings
      And Ada is in wrap-up and reads that the call goes on

      Examples:
        | whom                     |
        | the agent Bo             |
        | the queue "Support Line" |

    @CALL-3
    Scenario: Who takes a call that was given away has a timer from the start
      Given 5 minutes have passed
      When Ada transfers the call to the queue "Support Line"
      And Bo answers the phone
      Then Bo's conversation timer shows "00:00"

    @CALL-3
    Scenario: A call is given away to a number
      When Ada transfers the call to the number "+12015550170"
      Then Ada is in wrap-up and reads that the call goes on
      And the phone "+12015550170" rings

    @CALL-4
    Scenario: The consulted agent is taken into the call
      Given Ada is consulting Bo
      When Ada starts the conference
      Then Ada reads that Bo is in the conference
      And Bo reads that Ada is in the conference

    @CALL-4
    Scenario Outline: The conference goes on when one of its agents leaves
      Given Ada is in a conference with Bo
      When <who> leaves the conference
      Then <who> is in wrap-up and reads that the call goes on
      And <other> has the customer's call

      Examples:
        | who | other |
        | Ada | Bo    |
        | Bo  | Ada   |

    @CALL-4
    Scenario: An agent who left the conference can wrap up after the call has ended
      Given Ada is in a conference with Bo
      And Ada has left the conference
      And the customer has hung up
      When Ada submits the wrap-up
      Then Ada has no call
      And Bo sees the interaction control pane of a conversation that is in wrap-up

    @CALL-4
    Scenario Outline: A conference continues after the browser is reloaded
      Given Ada is in a conference with Bo
      When <who> reloads the browser
      Then Ada reads that Bo is in the conference
      And Bo reads that Ada is in the conference

      Examples:
        | who |
        | Ada |
        | Bo  |

    @CALL-4
    Scenario: The customer leaves the conference
      Given Ada is in a conference with Bo
      When the customer hangs up
      Then Ada sees the interaction control pane of a conversation that is in wrap-up
      And Bo sees the interaction control pane of a conversation that is in wrap-up

  Rule: A call can be declined

    @CALL-5
    Scenario: A call that is declined goes to another agent
      Given Ada is signed in with the number "2015550123"
      And Bo is signed in with the number "2015550124"
      And Ada has a conversation that is ringing
      And Bo has become Available
      When Ada declines the call at the phone
      Then Ada is Idle because of declining
      And Ada has no call
      And Bo's phone rings

  Rule: The recording of a call can be paused

    Background:
      Given Ada is signed in
      And Ada has a conversation that is connected

    @CALL-6
    Scenario: The recording is paused
      When Ada pauses the recording
      Then Ada reads that the recording is paused

    @CALL-6
    Scenario: The recording is resumed
      Given Ada has paused the recording
      When Ada resumes the recording
      Then Ada reads that the call is recorded again

    @CALL-6
    Scenario: The recording is still paused after the browser is reloaded
      Given Ada has paused the recording
      When Ada reloads the browser
      Then Ada reads that the recording is paused
