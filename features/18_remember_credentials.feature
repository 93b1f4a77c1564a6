Feature: Remember My Credentials
  An agent can have the browser remember the station credentials for the next sign-in. The browser may refuse to.

  Rule: What is saved is filled in next time

    @AD-071
    Scenario: Remembering is offered and not the default
      When Ada comes to Station Credentials
      Then Remember My Credentials is not ticked for Ada

    @AD-071
    Scenario: What is saved stays in the browser, and the password does not
      Given Ada is at Station Credentials
      And Ada has picked the team "Support"
      And Ada has ticked Remember My Credentials
      When Ada signs in with the number "2025550123"
      Then Ada sees the Task page
      And the browser of Ada keeps the number "2025550123"
      And the browser of Ada keeps neither the password nor a token
      And Ada reads nothing about credentials not saved

    @AD-072
    Scenario: The dial number and the team come back
      Given Ada has been signed in with Dial Number and the number "2025550123", remembered, and signed out
      When Ada comes to Station Credentials
      Then Ada sees the number "2025550123" under Dial Number
      And International Dialing Format is ticked for Ada
      And Ada sees the country code "+1"
      And the team "Support" is picked for Ada
      And Remember My Credentials is ticked for Ada

    @AD-072
    Scenario: The extension comes back
      Given Ada has been signed in with Extension and the number "1001", remembered, and signed out
      When Ada comes to Station Credentials
      Then Extension is chosen for Ada
      And Ada sees the number "1001" under Extension

    @AD-072
    Scenario: The country code comes back
      Given Bo is at Station Credentials
      And Bo has picked the country "Sweden"
      And Bo has ticked Remember My Credentials
      And Bo is then signed in with the number "701740605" and signed out
      When Bo comes to Station Credentials
      Then Bo sees the country code "+46"
      And Bo sees the number "701740605" under Dial Number

    @AD-072
    Scenario: The other format comes back
      Given Bo is at Station Credentials
      And Bo has unticked International Dialing Format
      And Bo has ticked Remember My Credentials
      And Bo is then signed in with the number "+12025550123" and signed out
      When Bo comes to Station Credentials
      Then International Dialing Format is not ticked for Bo
      And Bo sees the number "+12025550123" under Dial Number

    @AD-072
    Scenario: The role comes back
      Given Lars is at Station Credentials
      And Lars has chosen the role Supervisor
      And Lars has ticked Remember My Credentials
      And Lars is then signed in with the number "2025550123" and signed out
      When Lars comes to Station Credentials
      Then the role Supervisor is chosen for Lars

    @AD-072
    Scenario: Remembered credentials sign in as they stand
      Given Ada has been signed in with Dial Number and the number "2025550123", remembered, and signed out
      And Ada is at Station Credentials
      When Ada submits Station Credentials
      Then Ada is signed in with the dial number "+12025550123"

  Rule: What is not saved is not filled in

    @AD-073
    Scenario: Not ticked, nothing comes back
      Given Ada has been signed in with Dial Number and the number "2025550123", not remembered, and signed out
      When Ada comes to Station Credentials
      Then Ada sees no number under Dial Number
      And no team is picked for Ada
      And Remember My Credentials is not ticked for Ada

    @AD-073
    Scenario: Unticking takes back what was saved
      Given Bo has been signed in with Dial Number and the number "2025550123", remembered, and signed out
      And Bo is at Station Credentials
      And Bo has unticked Remember My Credentials
      And Bo is then signed in with the number "2015532447" and signed out
      When Bo comes to Station Credentials
      Then Bo sees no number under Dial Number

    @AD-073
    Scenario: Another browser knows nothing
      Given Ada has been signed in with Dial Number and the number "2025550123", remembered, and signed out
      And Ada has moved to a fresh browser
      When Ada comes to Station Credentials
      Then Ada sees no number under Dial Number

    @AD-073
    Scenario: What was saved goes with the cache
      Given Ada has been signed in with Dial Number and the number "2025550123", remembered, and signed out
      And Ada has cleared the browser's cache and site data
      When Ada comes to Station Credentials
      Then Ada sees no number under Dial Number

    @AD-073
    Scenario: Two people at one browser do not see each other's credentials
      Given Ada has been signed in with Dial Number and the number "2025550123", remembered, and signed out
      And Bo has sat down at the browser of Ada
      When Bo comes to Station Credentials
      Then Bo sees no number under Dial Number
      And Remember My Credentials is not ticked for Bo

  Rule: A browser that cannot save says so, and sign-in goes on

    @AD-074
    Scenario: The storage is full
      Given Bo is at Station Credentials
      And Bo has ticked Remember My Credentials
      And the storage of the browser of Bo is full
      When Bo signs in with the number "2025550123"
      Then Bo is signed in with the dial number "+12025550123"
      And Bo reads that the credentials were not saved

    @AD-074 @own-browser
    Scenario: The browser has no local storage
      Given the browser of Bo has no local storage
      And Bo is at Station Credentials
      And Bo has ticked Remember My Credentials
      When Bo signs in with the number "2025550123"
      Then Bo is signed in with the dial number "+12025550123"
      And Bo reads that the credentials were not saved

    @AD-074
    Scenario: Where saving was not asked for, nothing is said
      Given Bo is at Station Credentials
      And the storage of the browser of Bo is full
      When Bo signs in with the number "2025550123"
      Then Bo is signed in with the dial number "+12025550123"
      And Bo reads nothing about credentials not saved

    @AD-075
    Scenario: The details are asked for again next time
      Given Bo is at Station Credentials
      And Bo has ticked Remember My Credentials
      And the storage of the browser of Bo is full
      And Bo is then signed in with the number "2025550123" and signed out
      When Bo comes to Station Credentials
      Then Bo sees no number under Dial Number
      And Remember My Credentials is not ticked for Bo

    @AD-075
    Scenario: Details from an earlier time do not stand in for those that could not be saved
      Given Bo has been signed in with Extension and the number "1", remembered, and signed out
      And Bo is at Station Credentials
      And the storage of the browser of Bo is full
      And Bo has chosen Dial Number
      And Bo is then signed in with the number "2025550123" and signed out
      When Bo comes to Station Credentials
      Then Bo sees no number under Dial Number
      And Bo sees no number under Extension

    @AD-075 @own-browser
    Scenario: A browser without local storage asks every time
      Given the browser of Bo has no local storage
      And Bo is at Station Credentials
      And Bo has ticked Remember My Credentials
      And Bo is then signed in with the number "2025550123" and signed out
      When Bo comes to Station Credentials
      Then Bo sees no number under Dial Number

  Rule: What the desktop did not save counts as nothing

    @AD-073
    Scenario Outline: Something else than saved credentials fills in nothing
      Given Ada is at Station Credentials
      And the browser of Ada has kept <what> in place of the credentials
      When Ada reloads the browser
      Then Ada sees Station Credentials
      And Ada sees no number under Dial Number
      And Remember My Credentials is not ticked for Ada

      Examples:
        | what                         |
        | a text that was cut off      |
        | something of another program |
        | half of the credentials      |
