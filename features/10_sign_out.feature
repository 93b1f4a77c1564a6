Feature: Sign-out
  An agent who is done for the day becomes Idle, opens User Profile and signs out.

  Rule: The agent first becomes Idle

    Background:
      Given Bo is signed in

    @AD-084
    Scenario: An available agent becomes Idle
      Given Bo has become Available
      When Bo becomes Idle
      Then Bo is Idle

    @AD-084
    Scenario: A signed-in agent can become Available
      When Bo becomes Available
      Then Bo is Available

    @AD-084 @AD-085 @AD-086
    Scenario: From Available to signed out in the documented order
      Given Bo has become Available
      And Bo has become Idle
      And Bo has opened User Profile
      When Bo clicks Sign Out
      Then Bo is signed out

  Rule: User Profile is in the upper right corner

    @AD-085
    Scenario: User Profile is there after sign-in
      Given Bo is at Station Credentials
      When Bo signs in with Dial Number
      Then Bo finds User Profile in the upper right corner

    @AD-085
    Scenario: User Profile shows the agent's name and offers Sign Out
      Given Bo is signed in
      When Bo opens User Profile
      Then Bo sees their own name in User Profile
      And Bo sees Sign Out in User Profile

    @AD-085
    Scenario Outline: User Profile says how the agent is signed in
      Given Ada is signed in <how>
      When Ada opens User Profile
      Then Ada reads "<words>" in User Profile

      Examples: The number, the extension, and one of several teams
        | how                            | words           |
        | with the number "2015532447"   | +1 201 553 2447 |
        | with the extension "1001"      | 1001            |
        | and works for the team "Sales" | Sales           |

  Rule: Sign Out ends the session

    @AD-086
    Scenario: The agent is signed out of the station
      Given Bo is signed in
      And Bo has opened User Profile
      When Bo clicks Sign Out
      Then Bo is signed out
      And Bo does not see the Task page

    @AD-086
    Scenario: Opening the desktop again asks for an e-mail address
      Given Bo is signed in
      And Bo has signed out
      When Bo opens the address from the administrator
      Then Bo is asked for an e-mail address

    @AD-086
    Scenario: Signing out affects nobody else
      Given Ada is signed in with the number "2025550123"
      And Bo is signed in
      When Bo signs out
      Then Bo is signed out
      And Ada is still signed in

    @AD-086
    Scenario: An agent can sign in again after signing out
      Given Bo is signed in
      And Bo has signed out
      And Bo is at Station Credentials
      When Bo signs in with the number "2015532447"
      Then Bo sees the Task page

    @AD-086
    Scenario: Signing out works however long ago the agent signed in
      Given Bo is signed in
      And 90 minutes have passed
      And Bo has opened User Profile
      When Bo clicks Sign Out
      Then Bo is asked for an e-mail address

    @AD-086
    Scenario: After sign-out the agent is asked for an e-mail address in the desktop's language
      Given Bo is signed in
      And Bo has opened User Profile
      And Bo has chosen the other language in User Profile
      When Bo clicks Sign Out
      Then Bo is asked for an e-mail address in that language
