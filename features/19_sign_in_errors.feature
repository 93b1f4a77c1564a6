Feature: Sign-in errors
  Wrong settings, a failing interface or a failing network keep an agent from signing in. The desktop shows which it is and what to do.

  Rule: Wrong settings are named

    @AD-090
    Scenario Outline: The message names the settings to check
      Given Bo's <settings> settings are wrong
      When Bo signs in with their e-mail address and password
      Then Bo reads that the <settings> settings have to be checked
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
      Then Bo reads that the agent settings have to be checked

    @AD-090
    Scenario Outline: Once the settings are corrected the agent can continue
      Given Bo's <settings> settings are wrong
      And Bo has signed in with their e-mail address and password
      And Bo has read that the <settings> settings have to be checked
      And the administrator has corrected Bo's <settings> settings
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
      Given Bo's tenant settings are wrong
      And Bo has signed in with their e-mail address and password
      And Bo has read that the tenant settings have to be checked
      When Bo chooses to sign in as somebody else
      Then Bo is asked for an e-mail address

    @AD-090
    Scenario: One agent's wrong settings affect nobody else
      Given Bo's tenant settings are wrong
      When Ada comes to Station Credentials
      Then Ada sees Station Credentials

    @AD-090
    Scenario: A supervisor needs neither a team nor skills
      Given Signe's skill settings are wrong
      And Signe belongs to no team
      When Signe comes to Station Credentials
      Then Signe sees Station Credentials

  Rule: A failing interface gives a message, keeps what was typed, and can be called again

    @AD-091
    Scenario: The station service fails
      Given the station service fails once
      And Bo is at Station Credentials
      When Bo tries to sign in with the number "2025550123"
      Then Bo reads a message with a tracking id
      And Bo sees the number "2025550123" under Dial Number
      And Bo is not signed in

    @AD-091
    Scenario: The second attempt works
      Given the station service fails once
      And Bo is at Station Credentials
      And Bo has tried to sign in with the number "2025550123"
      And Bo has read a message with a tracking id
      When Bo submits Station Credentials
      Then Bo is signed in with the dial number "+12025550123"

    @AD-091
    Scenario: A response that never comes
      Given the station service's response gets lost once
      And Bo is at Station Credentials
      And Bo has tried to sign in with the number "2025550123"
      And the station service has accepted Bo's sign-in
      When Bo waits 20 seconds for a response
      Then Bo reads a message with a tracking id
      And Bo sees the number "2025550123" under Dial Number

    @AD-091
    Scenario: After a response that never came, the second attempt finds the agent signed in
      Given the station service's response gets lost once
      And Bo is at Station Credentials
      And Bo has tried to sign in with the number "2025550123"
      And the station service has accepted Bo's sign-in
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
    Scenario: The configuration service is called again
      Given the configuration service fails once
      And Bo has signed in with their e-mail address and password
      And Bo has read that the desktop could not be loaded
      When Bo tries again
      Then Bo sees Station Credentials

  Rule: A failing network gives a message and keeps what was typed, and the agent can try again

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
