Feature: Microsoft Teams
  In an organisation with the Microsoft Teams connector, an agent can sign in to a Teams account beside Station
  Credentials. It is an option: whatever comes of it, the desktop goes on, and it can be done later.

  Rule: E-mail address and password sign in to the Teams account

    Background:
      Given the administrator has set up the Microsoft Teams connector
      And Bo is at Station Credentials

    @AD-035
    Scenario: The Teams account is signed in beside Station Credentials
      Given Bo has opened the Microsoft Teams window
      When Bo gives their own Teams account in the window
      Then Bo reads that the status of Microsoft Teams is Success
      And Bo sees no warning about Microsoft Teams

    @AD-035
    Scenario: Signing in to Microsoft Teams is an option
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
    Scenario: The password of the desktop is not that of the Teams account
      Given Bo has opened the Microsoft Teams window
      When Bo gives the desktop's password in the Microsoft Teams window
      Then Bo reads in the Microsoft Teams window that the account is not right

    @AD-035
    Scenario: What cannot be seen in the Teams account does not matter
      Given Bo has opened the Microsoft Teams window
      When Bo gives their own Teams account with characters that cannot be seen in the window
      Then Bo reads that the status of Microsoft Teams is Success

    @AD-035
    Scenario: An e-mail address without a Teams account is refused in the window
      Given Bo has opened the Microsoft Teams window
      When Bo gives the e-mail address "nobody@example.com" in the Microsoft Teams window
      Then Bo reads in the Microsoft Teams window that the account is not right

    @AD-035
    Scenario: The language chosen in the window is the language of the desktop
      Given Bo has opened the Microsoft Teams window
      And Bo has chosen the other language in the Microsoft Teams window
      When Bo gives their own Teams account in the window
      Then Bo reads in that language that the status of Microsoft Teams is Success

  Rule: The step needs the Microsoft Teams connector

    @AD-036
    Scenario: Without the connector nobody is asked
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
    Scenario: Without Azure SSO the window does appear
      Given Bo is at Station Credentials
      When Bo opens the Microsoft Teams window
      Then Bo sees the Microsoft Teams window

  Rule: Cancelling gives a warning icon and a message

    Background:
      Given the administrator has set up the Microsoft Teams connector
      And Bo is at Station Credentials
      And Bo has opened the Microsoft Teams window

    @AD-038
    Scenario: Cancelled by its button
      When Bo cancels the Microsoft Teams window
      Then Bo sees a warning that the sign-in to Microsoft Teams was cancelled
      And Bo sees no Microsoft Teams window

    @AD-038
    Scenario: Cancelled by closing the window
      When Bo closes the Microsoft Teams window
      Then Bo sees a warning that the sign-in to Microsoft Teams ended with its window

    @AD-038
    Scenario: The warning waits in User Profile
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

  Rule: Failing gives a warning icon and a message

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
      When Bo asks for the Microsoft Teams window and it comes too late for the browser
      Then Bo sees a warning that the sign-in to Microsoft Teams was blocked by the browser
      And Bo sees no Microsoft Teams window

    @AD-039
    Scenario: An answer to another question signs nobody in
      Given Bo is at Station Credentials
      And Bo has opened the Microsoft Teams window
      When Bo follows a forged answer in the Microsoft Teams window
      Then Bo sees a warning that the sign-in to Microsoft Teams got an answer to another question
      And Bo does not read that the status of Microsoft Teams is Success

  Rule: The desktop goes on all the same

    Background:
      Given the administrator has set up the Microsoft Teams connector

    @AD-041
    Scenario Outline: Sign-in goes on after a cancellation
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
    Scenario: Sign-in goes on after a failure
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

  Rule: It can be done later, from Profile Settings

    Background:
      Given the administrator has set up the Microsoft Teams connector

    @AD-040
    Scenario: An agent who passed it over signs in later
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
    Scenario: Retry is offered for as long as it does not succeed
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
      And Bo has asked for the Microsoft Teams window and it came too late for the browser
      When Bo signs in to Microsoft Teams
      Then Bo reads that the status of Microsoft Teams is Success

  Rule: The status becomes Success once it is done

    Background:
      Given the administrator has set up the Microsoft Teams connector

    @AD-100
    Scenario: An open window is not yet a Success
      Given Bo is signed in
      And Bo has opened User Profile
      When Bo opens the Microsoft Teams window
      Then Bo does not read that the status of Microsoft Teams is Success

    @AD-100
    Scenario: What was signed in at Station Credentials reads Success in the profile
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
    Scenario: Signing out ends it for whoever comes next
      Given Bo is signed in
      And Bo has opened User Profile
      And Bo has signed in to Microsoft Teams
      And Bo has signed out
      When Bo comes to Station Credentials
      Then Bo is offered to sign in to Microsoft Teams
