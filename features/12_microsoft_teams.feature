Feature: Microsoft Teams
  In an organisation with the Microsoft Teams connector, an agent can sign in to a Teams account next to Station
  Credentials. It is optional: the desktop works whether it succeeds or not, and the agent can do it later.

  Rule: The agent signs in to the Teams account with e-mail address and password

    Background:
      Given the administrator has set up the Microsoft Teams connector
      And Bo is at Station Credentials

    @AD-035
    Scenario: The agent signs in to the Teams account at Station Credentials
      Given Bo has opened the Microsoft Teams window
      When Bo gives their own Teams account in the window
      Then Bo reads that the status of Microsoft Teams is Success
      And Bo sees no warning about Microsoft Teams

    @AD-035
    Scenario: Signing in to Microsoft Teams is optional
      When Bo signs in with Dial Number
      Then Bo sees the Task page
      And Bo sees no warning about Microsoft Teams

    @AD-035
    Scenario: Wrong passwords are refused in the window
      Given Bo has opened the Microsoft Teams window
      When Bo gives the password "not-the-password" in the Microsoft Teams window
      Then Bo still sees the Microsoft Teams window
      And Bo does not read that the status of Microsoft Teams is Success

    @AD-035
    Scenario: After a wrong password the right one still signs in
      Given Bo has opened the Microsoft Teams window
      And Bo has given the password "not-the-password" in the Microsoft Teams window
      When Bo gives their own Teams account in the window
      Then Bo reads that the status of Microsoft Teams is Success

    @AD-035
    Scenario: The desktop's password is not the Teams account's
      Given Bo has opened the Microsoft Teams window
      When Bo gives the desktop's password in the Microsoft Teams window
      Then Bo reads in the Microsoft Teams window that the account is wrong

    @AD-035
    Scenario: Invisible characters in the Teams account do not matter
      Given Bo has opened the Microsoft Teams window
      When Bo gives their own Teams account with invisible characters in the window
      Then Bo reads that the status of Microsoft Teams is Success

    @AD-035
    Scenario: An e-mail address without a Teams account is refused in the window
      Given Bo has opened the Microsoft Teams window
      When Bo gives the e-mail address "nobody@example.com" in the Microsoft Teams window
      Then Bo reads in the Microsoft Teams window that the account is wrong

    @AD-035
    Scenario: The language chosen in the window is the desktop's language
      Given Bo has opened the Microsoft Teams window
      And Bo has chosen the other language in the Microsoft Teams window
      When Bo gives their own Teams account in the window
      Then Bo reads in that language that the status of Microsoft Teams is Success

  Rule: The step needs the Microsoft Teams connector

    @AD-036
    Scenario: Without the connector the agent is not asked
      When Bo comes to Station Credentials
      Then Bo sees Station Credentials
      And Bo is not asked about Microsoft Teams

  Rule: The step applies only where Azure SSO is not switched on

    Background:
      Given the administrator has set up the Microsoft Teams connector

    @AD-036
    Scenario: With the connector and without Azure SSO the step is there
      When Bo comes to Station Credentials
      Then Bo is offered to sign in to Microsoft Teams

    @AD-036 @AD-037
    Scenario: With Azure SSO no window appears
      Given the administrator has switched on Azure SSO
      When Bo comes to Station Credentials
      Then Bo sees Station Credentials
      And Bo is not asked about Microsoft Teams

    @AD-037
    Scenario: With Azure SSO the profile does not ask either
      Given the administrator has switched on Azure SSO
      And Bo is signed in
      When Bo opens User Profile
      Then Bo sees Sign Out in User Profile
      And Bo is not asked about Microsoft Teams

    @AD-037
    Scenario: Without Azure SSO the window appears
      Given Bo is at Station Credentials
      When Bo opens the Microsoft Teams window
      Then Bo sees the Microsoft Teams window

  Rule: Cancelling gives a warning icon and a message

    Background:
      Given the administrator has set up the Microsoft Teams connector
      And Bo is at Station Credentials
      And Bo has opened the Microsoft Teams window

    @AD-038
    Scenario: The agent cancels with the button
      When Bo cancels the Microsoft Teams window
      Then Bo sees a warning that the sign-in to Microsoft Teams was cancelled
      And Bo sees no Microsoft Teams window

    @AD-038
    Scenario: The agent closes the window
      When Bo closes the Microsoft Teams window
      Then Bo sees a warning that the sign-in to Microsoft Teams ended when its window was closed

    @AD-038
    Scenario: The warning is shown in User Profile
      Given Bo has cancelled the Microsoft Teams window
      And Bo has signed in with Dial Number
      When Bo opens User Profile
      Then Bo sees a warning about Microsoft Teams at User Profile
      And Bo sees a warning that the sign-in to Microsoft Teams was cancelled

    @AD-038
    Scenario: The warning is still there after a reload
      Given Bo has cancelled the Microsoft Teams window
      And Bo has signed in with Dial Number
      When Bo reloads the browser
      Then Bo sees a warning about Microsoft Teams at User Profile

  Rule: A failed sign-in gives a warning icon and a message

    Background:
      Given the administrator has set up the Microsoft Teams connector

    @AD-039
    Scenario: The organisation refuses the account
      Given the administrator has barred Bo from Microsoft Teams
      And Bo is at Station Credentials
      And Bo has opened the Microsoft Teams window
      When Bo gives their own Teams account in the window
      Then Bo sees a warning that the sign-in to Microsoft Teams was refused by the organisation
      And Bo does not read that the status of Microsoft Teams is Success

    @AD-039
    Scenario: Microsoft Teams cannot be reached
      Given Microsoft Teams cannot be reached
      And Bo is at Station Credentials
      When Bo tries to open the Microsoft Teams window
      Then Bo sees a warning that the sign-in to Microsoft Teams could not be reached
      And Bo sees no Microsoft Teams window

    @AD-039
    Scenario: Microsoft Teams breaks off after the password
      Given Microsoft Teams breaks off the next sign-in
      And Bo is at Station Credentials
      And Bo has opened the Microsoft Teams window
      When Bo gives their own Teams account in the window
      Then Bo sees a warning that the sign-in to Microsoft Teams failed
      And Bo does not read that the status of Microsoft Teams is Success

    @AD-039 @full-browser
    Scenario: The browser blocks the window
      Given Bo is at Station Credentials
      When Bo tries to open the Microsoft Teams window, but the browser blocks it
      Then Bo sees a warning that the sign-in to Microsoft Teams was blocked by the browser
      And Bo sees no Microsoft Teams window

    @AD-039
    Scenario: A response to another request signs nobody in
      Given Bo is at Station Credentials
      And Bo has opened the Microsoft Teams window
      When Bo follows a forged response in the Microsoft Teams window
      Then Bo sees a warning that the sign-in to Microsoft Teams received a response to another request
      And Bo does not read that the status of Microsoft Teams is Success

  Rule: The desktop works without Microsoft Teams

    Background:
      Given the administrator has set up the Microsoft Teams connector

    @AD-041
    Scenario Outline: Sign-in continues after a cancellation
      Given Bo is at Station Credentials
      And Bo has opened the Microsoft Teams window
      And Bo has <ended> the Microsoft Teams window
      When Bo signs in with the number "2015532447"
      Then Bo is signed in with the dial number "+12015532447"

      Examples:
        | ended     |
        | cancelled |
        | closed    |

    @AD-041
    Scenario: Sign-in continues after a failure
      Given Microsoft Teams cannot be reached
      And Bo is at Station Credentials
      And Bo has tried to open the Microsoft Teams window
      When Bo signs in with the number "2015532447"
      Then Bo is signed in with the dial number "+12015532447"
      And Bo sees a warning about Microsoft Teams at User Profile

    @AD-041
    Scenario: Sign-in does not wait for the window
      Given Bo is at Station Credentials
      And Bo has opened the Microsoft Teams window
      When Bo signs in with the number "2015532447"
      Then Bo is signed in with the dial number "+12015532447"
      And Bo still sees the Microsoft Teams window

  Rule: The agent can sign in later, from Profile Settings

    Background:
      Given the administrator has set up the Microsoft Teams connector

    @AD-040
    Scenario: An agent who skipped the sign-in signs in later
      Given Bo is signed in
      And Bo has opened User Profile
      When Bo signs in to Microsoft Teams
      Then Bo reads that the status of Microsoft Teams is Success

    @AD-040 @AD-099
    Scenario: Retry after a cancellation opens the window again
      Given Bo is at Station Credentials
      And Bo has opened the Microsoft Teams window
      And Bo has cancelled the Microsoft Teams window
      And Bo has signed in with Dial Number
      And Bo has opened User Profile
      And Bo is offered Retry for Microsoft Teams
      When Bo opens the Microsoft Teams window
      Then Bo sees the Microsoft Teams window

    @AD-040 @AD-099 @AD-100
    Scenario: Retry after a failure leads to Success
      Given Microsoft Teams cannot be reached
      And Bo is at Station Credentials
      And Bo has tried to open the Microsoft Teams window
      And Bo has signed in with Dial Number
      And Microsoft Teams can be reached again
      And Bo has opened User Profile
      When Bo signs in to Microsoft Teams
      Then Bo reads that the status of Microsoft Teams is Success
      And Bo sees no warning about Microsoft Teams

    @AD-099
    Scenario: Retry is offered until the sign-in succeeds
      Given Bo is signed in
      And Bo has opened User Profile
      And Bo has opened the Microsoft Teams window
      When Bo cancels the Microsoft Teams window
      Then Bo is offered Retry for Microsoft Teams
      And Bo sees a warning that the sign-in to Microsoft Teams was cancelled
      And Bo does not read that the status of Microsoft Teams is Success

    @AD-099 @full-browser
    Scenario: Retry opens the window that the browser had blocked
      Given Bo is signed in
      And Bo has opened User Profile
      And Bo has tried to open the Microsoft Teams window, but the browser has blocked it
      When Bo signs in to Microsoft Teams
      Then Bo reads that the status of Microsoft Teams is Success

  Rule: The status becomes Success after the sign-in

    Background:
      Given the administrator has set up the Microsoft Teams connector

    @AD-100
    Scenario: An open window is not yet a Success
      Given Bo is signed in
      And Bo has opened User Profile
      When Bo opens the Microsoft Teams window
      Then Bo does not read that the status of Microsoft Teams is Success

    @AD-100
    Scenario: The profile shows Success after the sign-in at Station Credentials
      Given Bo is at Station Credentials
      And Bo has signed in to Microsoft Teams
      And Bo has signed in with Dial Number
      When Bo opens User Profile
      Then Bo reads that the status of Microsoft Teams is Success

    @AD-100
    Scenario: Success survives a reload
      Given Bo is signed in
      And Bo has opened User Profile
      And Bo has signed in to Microsoft Teams
      And Bo has reloaded the browser
      When Bo opens User Profile
      Then Bo reads that the status of Microsoft Teams is Success

    @AD-100
    Scenario: Success lasts as long as the account is signed in
      Given Bo is signed in
      And Bo has opened User Profile
      And Bo has signed in to Microsoft Teams
      And 11 hours have passed
      And Bo has reloaded the browser
      When Bo opens User Profile
      Then Bo reads that the status of Microsoft Teams is Success

    @AD-099 @AD-100
    Scenario: Retry is offered when the sign-in has expired
      Given Bo is signed in
      And Bo has opened User Profile
      And Bo has signed in to Microsoft Teams
      And 12 hours have passed
      And Bo has reloaded the browser
      And Bo is asked for an e-mail address again
      And Bo has signed in with their e-mail address and password
      When Bo opens User Profile
      Then Bo is offered Retry for Microsoft Teams
      And Bo sees a warning that the sign-in to Microsoft Teams has expired

    @AD-100
    Scenario: Signing out also ends the sign-in to Microsoft Teams
      Given Bo is signed in
      And Bo has opened User Profile
      And Bo has signed in to Microsoft Teams
      And Bo has signed out
      When Bo comes to Station Credentials
      Then Bo is offered to sign in to Microsoft Teams
