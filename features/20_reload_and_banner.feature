Feature: Reload and unavailable features
  A lost session comes back, or starts again, when the browser is reloaded. A banner names the features that are unavailable.

  Rule: Reload after a connection that could not be restored

    @AD-092
    Scenario: A connection that is lost for too long
      Given Ada is signed in
      And Ada's connection has been cut
      When 60 seconds pass
      Then Ada reads that the session could not be restored
      And Ada's session has ended with the reason "connection was not restored in time"

    @AD-092
    Scenario: Reload asks for the station again
      Given Ada is signed in
      And Ada's connection has been cut
      And 60 seconds have passed
      And Ada has read that the session could not be restored
      And connections can be made again
      When Ada clicks Reload Browser
      Then Ada sees Station Credentials

    @AD-092
    Scenario: Reload brings back a session that is still there
      Given Ada is signed in
      And 60 seconds have passed
      And Ada has become Idle with the code "Lunch Break"
      And 600 seconds have passed
      And Ada's connection has been cut
      And 20 seconds have passed
      And connections can be made again
      When Ada reloads the browser
      Then Ada is Idle with the code "Lunch Break"
      And Ada's timer shows "10:20 / 11:20"

    @AD-092
    Scenario Outline: A connection that comes back in time needs no reload
      Given Ada is signed in
      And Ada has become Available
      And Ada's connection has been cut
      And <cut> have passed
      And connections can be made again
      When <restored> pass
      Then Ada is Available

      Examples: Early, and in the last second
        | cut        | restored   |
        | 20 seconds | 10 seconds |
        | 40 seconds | 9 seconds  |

    @AD-092
    Scenario: A session whose connection came back does not end later
      Given Ada is signed in
      And Ada's connection has been cut
      And 20 seconds have passed
      And connections can be made again
      And 10 seconds have passed
      And Ada has become Available
      When 60 seconds pass
      Then Ada's session continues
      And Ada is still signed in

    @AD-092
    Scenario: A call that was taken back meanwhile rings no more
      Given Ada is signed in
      And Ada has become Available
      And a customer has called
      And Ada's connection has been cut
      And the customer has hung up
      And connections can be made again
      When 10 seconds pass
      Then Ada is Available
      And Ada has no call

    @AD-092
    Scenario: A session waits for its connection
      Given Ada is signed in
      And Ada's connection has been cut
      When 49 seconds pass
      Then Ada's session continues

    @AD-092
    Scenario: After fifty seconds a session no longer waits
      Given Ada is signed in
      And Ada's connection has been cut
      When 50 seconds pass
      Then Ada's session has ended with the reason "connection was not restored in time"

    @AD-092
    Scenario: A session with a conversation waits longer for its connection
      Given Ada is signed in
      And Ada has a conversation that is connected
      And Ada's connection has been cut
      When 60 seconds pass
      Then Ada's session continues

    @AD-092
    Scenario: Another reload brings back the availability that was chosen last
      Given Ada is signed in
      And Ada has become Available
      And Ada has reloaded the browser
      And Ada has become Idle with the code "Lunch Break"
      When Ada reloads the browser
      Then Ada is Idle with the code "Lunch Break"

    @AD-092
    Scenario Outline: The restored timer does not depend on the computer's clock
      Given Ada's clock is 60 minutes <wrong>
      And Ada is signed in
      And 60 seconds have passed
      And Ada has become Idle with the code "Lunch Break"
      And 600 seconds have passed
      When Ada reloads the browser
      Then Ada's timer shows "10:00 / 11:00"

      Examples:
        | wrong |
        | fast  |
        | slow  |

    @AD-092
    Scenario Outline: A clock that is set while the desktop is open does not change the timer
      Given Ada is signed in
      And 60 seconds have passed
      And Ada has become Idle with the code "Lunch Break"
      And Ada's clock is 60 minutes <wrong>
      When 600 seconds pass
      Then Ada's timer shows "10:00 / 11:00"

      Examples:
        | wrong |
        | fast  |
        | slow  |

  Rule: Reload after the session limit

    @AD-093
    Scenario: One minute before the end there is a warning
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      When Ada does nothing for 14 minutes
      Then Ada is warned of inactivity with 60 seconds left
      And Ada is still signed in

    @AD-093
    Scenario: There is no warning a second earlier
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      When Ada does nothing for 839 seconds
      Then Ada is not warned of inactivity

    @AD-093
    Scenario: The warning counts down
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has done nothing for 14 minutes
      When Ada does nothing for 45 seconds
      Then Ada is warned of inactivity with 15 seconds left

    @AD-093
    Scenario: The last second still belongs to the session
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has done nothing for 14 minutes
      When Ada does nothing for 59 seconds
      Then Ada's session continues

    @AD-093
    Scenario: At the end the agent is signed out
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has done nothing for 14 minutes
      When Ada does nothing for 60 seconds
      Then Ada reads that the session limit was reached
      And Ada's session has ended with the reason "Inactivity Logout"

    @AD-093
    Scenario: OK reloads and asks for the station again
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has done nothing for 15 minutes
      And Ada has reached the session limit
      When Ada confirms with OK
      Then Ada sees Station Credentials

    @AD-093
    Scenario: Reloading the browser asks for the station again
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has done nothing for 15 minutes
      And Ada has reached the session limit
      When Ada reloads the browser
      Then Ada sees Station Credentials

    @AD-093
    Scenario: An agent who stays signed in has the whole time again
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has done nothing for 14 minutes
      And Ada has chosen Stay Signed In
      When Ada does nothing for 13 minutes
      Then Ada is not warned of inactivity

    @AD-093
    Scenario: An agent who stays signed in is warned again at the end of that time
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has done nothing for 14 minutes
      And Ada has chosen Stay Signed In
      When Ada does nothing for 14 minutes
      Then Ada is warned of inactivity with 60 seconds left

    @AD-093
    Scenario: An agent can sign out in the warning
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has done nothing for 14 minutes
      When Ada chooses Sign Out in the warning
      Then Ada is signed out

    @AD-093
    Scenario: An agent who is refused Sign Out in the warning has the whole time again
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has a conversation that is in wrap-up
      And Ada has done nothing for 14 minutes
      And Ada has been refused Sign Out in the warning
      And Ada's conversation has ended
      When Ada does nothing for 60 seconds
      Then Ada is not warned of inactivity
      And Ada is still signed in

    @AD-093
    Scenario: An agent who does something is not warned
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has done nothing for 10 minutes
      And Ada has moved the mouse
      When Ada does nothing for 10 minutes
      Then Ada is not warned of inactivity

    @AD-093
    Scenario: The time begins again with what the agent does
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has done nothing for 10 minutes
      And Ada has moved the mouse
      When Ada does nothing for 14 minutes
      Then Ada is warned of inactivity with 60 seconds left

    @AD-093
    Scenario: In the warning only an answer counts
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has done nothing for 14 minutes
      And Ada has moved the mouse
      When Ada does nothing for 60 seconds
      Then Ada reads that the session limit was reached

    @AD-093
    Scenario Outline: The limit does not end a conversation
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in
      And Ada has a conversation that <state>
      When Ada does nothing for 15 minutes
      Then Ada is engaged
      And Ada is still signed in

      Examples:
        | state         |
        | is connected  |
        | is on hold    |
        | is in wrap-up |

    @AD-093
    Scenario: The limit does not end monitoring
      Given the administrator has limited inactivity to 15 minutes
      And Ada is signed in with the number "2025550123"
      And Ada has a conversation that is connected
      And Signe is signed in
      And Signe has a monitoring task that is active
      When Signe does nothing for 15 minutes
      Then Signe sees a monitoring task that is active
      And Signe is still signed in

    @AD-093
    Scenario: The profile's limit takes precedence over the organisation's
      Given the administrator has limited inactivity to 15 minutes
      And the administrator has limited inactivity to 30 minutes in the agents' profile
      And Ada is signed in
      When Ada does nothing for 28 minutes
      Then Ada is not warned of inactivity

    @AD-093
    Scenario: The profile's limit applies
      Given the administrator has limited inactivity to 5 minutes in the agents' profile
      And Ada is signed in
      When Ada does nothing for 4 minutes
      Then Ada is warned of inactivity with 60 seconds left

    @AD-093
    Scenario: Without a limit the agent is not warned
      Given Ada is signed in
      When Ada does nothing for 5 hours
      Then Ada is not warned of inactivity

  Rule: Reload after problems with local storage

    Background:
      Given Ada is signed in

    @AD-094 @full-browser
    Scenario: The browser refuses to save the sign-in
      Given Ada's browser has begun to block site data
      When Ada reloads the browser
      Then Ada reads that the browser does not let the desktop save the sign-in
      And Ada sees an error id for the administrator

    @AD-094 @full-browser
    Scenario: Reload finds the session again once the browser allows it
      Given Ada's browser has begun to block site data
      And Ada has reloaded the browser
      And Ada has read that the browser does not let the desktop save the sign-in
      And Ada has allowed site data again
      When Ada clicks Reload Browser
      Then Ada sees the Task page
      And Ada is still signed in

    @AD-094 @full-browser
    Scenario: Reload does not help before that
      Given Ada's browser has begun to block site data
      And Ada has reloaded the browser
      And Ada has read that the browser does not let the desktop save the sign-in
      When Ada clicks Reload Browser
      Then Ada reads that the browser does not let the desktop save the sign-in

    @AD-094
    Scenario: Reload after the browser's storage was cleared finds the session again
      Given Ada has cleared the browser's cache and site data
      When Ada reloads the browser
      Then Ada is still signed in

  Rule: A banner names the features that are unavailable

    @AD-095
    Scenario: A service that fails at the start
      Given the service behind Address book fails
      When Ada signs in to a station
      Then Ada sees a banner that names Address book
      And Ada sees the banner at the top of the page
      And Ada cannot dismiss the banner

    @AD-095
    Scenario Outline: What the banner names cannot be used
      Given the service behind <feature> fails
      When Ada signs in to a station
      Then Ada sees a banner that names <feature>
      And Ada cannot use <feature>

      Examples:
        | feature      |
        | Colleagues   |
        | Address book |
        | Idle codes   |

    @AD-095
    Scenario: The banner names several features
      Given the service behind Address book and Idle codes fails
      When Ada signs in to a station
      Then Ada sees a banner that names Address book and Idle codes
      And Ada cannot use Address book
      And Ada cannot use Idle codes

    @AD-095
    Scenario: A service that fails while the agent works
      Given Ada is signed in
      And the service behind Colleagues fails
      When Ada opens Contacts
      Then Ada sees a banner that names Colleagues

    @AD-095
    Scenario: The banner does not go away by itself
      Given the service behind Address book fails
      And Ada is signed in
      And Ada has seen a banner that names Address book
      When 1 hour passes
      Then Ada still sees a banner that names Address book

    @AD-095
    Scenario: Without failures there is no banner
      Given Bo is signed in with the number "2025550123"
      And Ada is signed in
      When Ada opens Contacts
      Then Ada finds the colleague Bo, who is Idle
      And Ada sees no banner

  Rule: The banner disappears with a reload after the administrator has solved the problem

    @AD-096
    Scenario: Solving the problem does not remove the banner without a reload
      Given the service behind Address book fails
      And Ada is signed in
      And Ada has seen a banner that names Address book
      And the administrator has fixed Address book
      When 1 hour passes
      Then Ada still sees a banner that names Address book
      And Ada cannot use Address book

    @AD-096 @AD-097
    Scenario: After the reload the banner is gone and the feature works
      Given the service behind Address book fails
      And Ada is signed in
      And Ada has seen a banner that names Address book
      And the administrator has fixed Address book
      When Ada reloads the browser
      Then Ada sees no banner
      And Ada can use Address book

    @AD-097
    Scenario: After the reload every feature works
      Given the service behind Address book and Idle codes fails
      And Bo is signed in with the number "2025550123"
      And Ada is signed in
      And Ada has seen a banner that names Address book and Idle codes
      And the administrator has fixed Address book and Idle codes
      When Ada reloads the browser
      Then Ada sees no banner
      And Ada can use Address book
      And Ada can use Idle codes
      And Ada can use Colleagues

    @AD-098
    Scenario: Reloading before the problem is solved keeps the banner
      Given the service behind Address book fails
      And Ada is signed in
      And Ada has seen a banner that names Address book
      When Ada reloads the browser
      Then Ada still sees a banner that names Address book
      And Ada cannot use Address book

    @AD-098
    Scenario: The unsolved one of two problems stays in the banner
      Given the service behind Address book and Idle codes fails
      And Ada is signed in
      And Ada has seen a banner that names Address book and Idle codes
      And the administrator has fixed Idle codes
      When Ada reloads the browser
      Then Ada sees a banner that names Address book
      And Ada can use Idle codes

  Rule: A temporary failure disables no feature

    @AD-095
    Scenario Outline: A service that fails once is called again
      Given Bo is signed in with the number "2025550123"
      And the service behind <feature> fails once
      When Ada signs in to a station
      Then Ada can use <feature>
      And Ada sees no banner

      Examples:
        | feature      |
        | Colleagues   |
        | Address book |
        | Idle codes   |

    @AD-036
    Scenario: Microsoft Teams is offered as soon as the organisation's settings can be read
      Given the administrator has set up the Microsoft Teams connector
      And the organisation's Microsoft Teams setting cannot be read the first time
      And Bo is signed in
      When Bo opens User Profile
      Then Bo is offered to sign in to Microsoft Teams

    @AD-001
    Scenario: A layout that could not be read is read at the next opportunity
      Given the layout of the team "Support" has the title "Harbour Support"
      And the desktop layout cannot be read the first time
      And Ada is signed in and works for the team "Support"
      When Ada becomes Available
      Then Ada sees the title "Harbour Support"
