Feature: Loading the desktop
  The first time, and after the cache has been cleared, the desktop takes a moment to load. When it
  cannot load, it shows an error that can be passed on to the administrator.

  Rule: The first time the desktop may take a few seconds to load

    @AD-007
    Scenario: The agent sees how far the desktop has loaded
      Given Ada's network is very slow
      When Ada begins to open the address
      Then Ada sees how far the desktop has loaded
      And Ada reads no error about loading

    @AD-007
    Scenario: The first time, every file comes over the network
      When Ada opens the address for the first time
      Then Ada has received every file of the desktop over the network

    @AD-007
    Scenario: The next time, no file comes over the network again
      Given Ada has opened the address before
      When Ada opens the address again
      Then Ada has received no file of the desktop over the network again

  Rule: The same applies after the cache has been cleared

    Background:
      Given Ada has opened the address before
      And Ada has cleared the cache of the browser

    @AD-008
    Scenario: With a cleared cache every file comes over the network again
      When Ada opens the address again
      Then Ada has received every file of the desktop over the network

    @AD-008
    Scenario: With a cleared cache the agent sees again how far the desktop has loaded
      Given Ada's network is very slow
      When Ada begins to open the address
      Then Ada sees how far the desktop has loaded

  Rule: How long it takes depends on the network

    Background:
      Given Ada's network is very slow
      And Ada has begun to open the address
      And Ada has seen the desktop loading

    @AD-009
    Scenario: When a slow network recovers, the desktop appears
      When Ada's network recovers
      Then Ada is asked for an e-mail address

    @AD-009
    Scenario: The network goes down while the desktop loads
      When Ada's network goes down
      Then Ada reads that the desktop could not be loaded

  Rule: A desktop that cannot load shows an error

    @AD-010
    Scenario Outline: Before sign-in
      Given the desktop cannot load because <cause>
      When Ada opens the address from the administrator
      Then Ada reads that the desktop could not be loaded
      And Ada reads an error id, the time and the address

      Examples:
        | cause                           |
        | its first script is missing     |
        | a part of its script is missing |
        | its styles are missing          |
        | it cannot find its services     |

    @AD-010
    Scenario Outline: After sign-in
      Given Ada is asked for the password
      And the desktop cannot load because <cause>
      When Ada gives their own password
      Then Ada reads that the desktop could not be loaded
      And Ada reads an error id, the time and the address

      Examples:
        | cause                       |
        | it cannot read its settings |
        | its connection is refused   |

    @AD-010
    Scenario: Trying again before the desktop is fixed shows the error again
      Given the desktop cannot load because its first script is missing
      And Ada has tried to open the address
      When Ada tries again
      Then Ada still reads that the desktop could not be loaded

    @AD-010
    Scenario: Trying again works once the desktop is fixed
      Given the desktop cannot load because its first script is missing
      And Ada has tried to open the address
      And the administrator has fixed the desktop
      When Ada tries again
      Then Ada is asked for an e-mail address

    @AD-010
    Scenario: The agent can try again without signing in again
      Given Ada is asked for the password
      And the desktop cannot load because its connection is refused
      And Ada has tried to sign in with the right password
      And the administrator has fixed the desktop
      When Ada tries again
      Then Ada sees Station Credentials

    @AD-010
    Scenario: A desktop that loads shows no error
      When Ada comes to Station Credentials
      Then Ada reads no error about loading

  Rule: The error's details can be passed on to the administrator

    @AD-011 @full-browser
    Scenario Outline: Copying the details
      Given the desktop cannot load because <cause>
      And Ada has tried to open the address
      When Ada copies the details
      Then Ada can pass on everything that the error says

      Examples:
        | cause                       |
        | its first script is missing |
        | it cannot find its services |
