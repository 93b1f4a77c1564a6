Feature: Submit and the Task page
  Submit completes the station sign-in, and the Task page appears.

  Rule: Submit completes the sign-in

    Background:
      Given Bo is at Station Credentials

    @AD-080
    Scenario: The agent is not signed in to a station until Submit
      When Bo enters the number "2015532447"
      Then Bo still sees Station Credentials
      And Bo is not signed in

    @AD-080
    Scenario: Submit signs the agent in to the station
      Given Bo has entered the number "2015532447"
      When Bo submits Station Credentials
      Then Bo no longer sees Station Credentials
      And Bo is signed in with the dial number "+12015532447"

    @AD-080
    Scenario: Cancel does not sign the agent in to a station
      Given Bo has entered the number "2015532447"
      When Bo cancels Station Credentials
      Then Bo is asked for an e-mail address
      And Bo is not signed in

  Rule: The Task page follows the sign-in

    @AD-081 @full-browser
    Scenario Outline: Every station option leads to the Task page
      Given Bo uses Google Chrome with a microphone
      And Bo is at Station Credentials
      And Bo has chosen <option>
      When Bo signs in with <option>
      Then Bo sees the Task page
      And Bo is Idle

      Examples:
        | option      |
        | Dial Number |
        | Extension   |
        | Desktop     |

    @AD-081
    Scenario: A supervisor comes to the Task page too
      Given Signe is at Station Credentials
      When Signe signs in with the number "2015532447"
      Then Signe sees the Task page

    @AD-081
    Scenario: A refused sign-in does not show the Task page
      Given Bo is at Station Credentials
      When Bo tries to sign in with the number "15532447"
      Then Bo still sees Station Credentials
      And Bo does not see the Task page

    @AD-081
    Scenario: Reloading the Task page keeps the agent signed in
      Given Bo is signed in
      When Bo reloads the browser
      Then Bo sees the Task page
