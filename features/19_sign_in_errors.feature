Feature: Trouble with signing in
  Wrong settings, a failing interface or a failing network keep an agent from the desk. The desktop says which it is and what to do.

  Rule: Settings that are wrong are refused by name

    @AD-090
    Scenario Outline: The message names the settings to look at
      Given the <settings> settings of Bo are wrong
      When Bo signs in with their e-mail address and password
      Then Bo is told to have the <settings> settings looked at
      And Bo sees an error id for the administrator
      And Bo is not signed in

      Examples:
        | settings |
        | tenant   |
        | profile  |
        | skill    |
        | agent    |

    @AD-090
    Scenario: An agent without a team is refused
      Given Bo belongs to no team
      When Bo signs in with their e-mail address and password
      Then Bo is told to have the agent settings looked at

    @AD-090
    Scenario Outline: Once they are mended the agent gets on
      Given the <settings> settings of Bo are wrong
      And Bo has signed in with their e-mail address and password
      And Bo has been told to have the <settings> settings looked at
      And the administrator has mended the <settings> settings of Bo
      When Bo tries again
      Then Bo sees Station Credentials

      Examples:
        | settings |
        | tenant   |
        | profile  |
        | skill    |
        | agent    |

    @AD-090
    Scenario: Somebody else can sign in at the same browser
      Given the tenant settings of Bo are wrong
      And Bo has signed in with their e-mail address and password
      And Bo has been told to have the tenant settings looked at
      When Bo chooses to sign in as somebody else
      Then Bo is asked for an e-mail address

    @AD-090
    Scenario: Wrong settings of one agent concern nobody else
      Given the tenant settings of Bo are wrong
      When Ada comes to Station Credentials
      Then Ada sees Station Credentials

    @AD-090
    Scenario: A supervisor needs neither a team nor skills
      Given the skill settings of Signe are wrong
      And Signe belongs to no team
      When Signe comes to Station Credentials
      Then Signe sees Station Credentials

  Rule: A failing interface gives a message, keeps what was typed, and can be tried again

    @AD-091
    Scenario: The station service fails
      Given the station service fails once
      And Bo is at Station Credentials
      When Bo tries to sign in with the number "2025550123"
      Then Bo reads a message with a tracking id
      And Bo sees the number "2025550123" under Dial Number
      And Bo is not signed in

    @AD-091
    Scenario: The second try works
      Given the station service fails once
      And Bo is at Station Credentials
      And Bo has tried to sign in with the number "2025550123"
      And Bo has read a message with a tracking id
      When Bo submits Station Credentials
      Then Bo is signed in with the dial number "+12025550123"

    @AD-091
    Scenario: An answer that never comes
      Given the answer of the station service gets lost once
      And Bo is at Station Credentials
      And Bo has tried to sign in with the number "2025550123"
      And the station service has taken the sign-in of Bo
      When Bo waits 20 seconds for an answer
      Then Bo reads a message with a tracking id
      And Bo sees the number "2025550123" under Dial Number

    @AD-091
    Scenario: After an answer that never came, the second try finds the agent signed in
      Given the answer of the station service gets lost once
      And Bo is at Station Credentials
      And Bo has tried to sign in with the number "2025550123"
      And the station service has taken the sign-in of Bo
      And 20 seconds have passed
      And Bo has read a message with a tracking id
      When Bo submits Station Credentials
      Then Bo is signed in with the dial number "+12025550123"

    @AD-091
    Scenario: The configuration service fails
      Given the configuration service fails once
      When Bo signs in with their e-mail address and password
      Then Bo reads that the desktop could not be loaded
      And Bo sees an error id for the administrator

    @AD-091
    Scenario: The configuration service is tried again
      Given the configuration service fails once
      And Bo has signed in with their e-mail address and password
      And Bo has read that the desktop could not be loaded
      When Bo tries again
      Then Bo sees Station Credentials

  Rule: A failing network gives a message, keeps what was typed, and can be tried again

    Background:
      Given Bo is at Station Credentials
      And Bo has lost the network

    @AD-091
    Scenario: The network is gone
      When Bo tries to sign in with the number "2025550123"
      Then Bo reads a message with a tracking id
      And Bo sees the number "2025550123" under Dial Number
      And Bo is not signed in

    @AD-091
    Scenario: The network is back
      Given Bo has tried to sign in with the number "2025550123"
      And Bo has read a message with a tracking id
      And Bo has the network again
      When Bo submits Station Credentials
      Then Bo is signed in with the dial number "+12025550123"
