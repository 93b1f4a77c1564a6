Feature: Remember My Credentials
  An agent can have the browser remember the station credentials for the next sign-in. The browser may refuse.

  Rule: What is saved is filled in next time

    @AD-071
    Scenario: Remembering is offered but is not the default
      When Ada comes to Station Credentials
      Then Ada sees that Remember My Credentials is not ticked

    @AD-071
    Scenario: What is saved stays in the browser, and the password does not
      Given Ada is at Station Credentials
      And Ada has picked the team "Support"
      And Ada has ticked Remember My Credentials
      When Ada signs in with the number "2025550123"
      Then Ada sees the Task page
      And Ada's browser stores the number "2025550123"
      And Ada's browser stores neither the password nor a token
      And Ada reads nothing about unsaved credentials

    @AD-072
    Scenario: The dial number and the team come back
      Given Ada has ticked Remember My Credentials, signed in with Dial Number and the number "2025550123", and signed out
      When Ada comes to Station Credentials
      Then Ada sees the number "2025550123" under Dial Number
      And Ada sees that International Dialing Format is ticked
      And Ada sees the country code "+1"
      And Ada sees that the team "Support" is picked
      And Ada sees that Remember My Credentials is ticked

    @AD-072
    Scenario: The extension comes back
      Given Ada has ticked Remember My Credentials, signed in with Extension and the number "1001", and signed out
      When Ada comes to Station Credentials
      Then Ada sees that Extension is chosen
      And Ada sees the number "1001" under Extension

    @AD-072
    Scenario: The country code comes back
      Given Bo is at Station Credentials
      And Bo has picked the country "Sweden"
      And Bo has ticked Remember My Credentials
      And Bo has then signed in with the number "701740605" and signed out
      When Bo comes to Station Credentials
      Then Bo sees the country code "+46"
      And Bo sees the number "701740605" under Dial Number

    @AD-072
    Scenario: The other format comes back
      Given Bo is at Station Credentials
      And Bo has unticked International Dialing Format
      And Bo has ticked Remember My Credentials
      And Bo has then signed in with the number "+12025550123" and signed out
      When Bo comes to Station Credentials
      Then Bo sees that International Dialing Format is not ticked
      And Bo sees the number "+12025550123" under Dial Number

    @AD-072
    Scenario: The role comes back
      Given Lars is at Station Credentials
      And Lars has chosen the role Supervisor
      And Lars has ticked Remember My Credentials
      And Lars has then signed in with the number "2025550123" and signed out
      When Lars comes to Station Credentials
      Then Lars sees that the role Supervisor is chosen

    @AD-072
    Scenario: Remembered credentials sign in as they are
      Given Ada has ticked Remember My Credentials, signed in with Dial Number and the number "2025550123", and signed out
      And Ada is at Station Credentials
      When Ada submits Station Credentials
      Then Ada is signed in with the dial number "+12025550123"

  Rule: What is not saved is not filled in

    @AD-073
    Scenario: Without the tick nothing comes back
      Given Ada has signed in with Dial Number and the number "2025550123", without Remember My Credentials, and signed out
      When Ada comes to Station Credentials
      Then Ada sees no number under Dial Number
      And Ada sees that no team is picked
      And Ada sees that Remember My Credentials is not ticked

    @AD-073
    Scenario: Unticking deletes what was saved
      Given Bo has ticked Remember My Credentials, signed in with Dial Number and the number "2025550123", and signed out
      And Bo is at Station Credentials
      And Bo has unticked Remember My Credentials
      And Bo has then signed in with the number "2015532447" and signed out
      When Bo comes to Station Credentials
      Then Bo sees no number under Dial Number

    @AD-073
    Scenario: Another browser has nothing saved
      Given Ada has ticked Remember My Credentials, signed in with Dial Number and the number "2025550123", and signed out
      And Ada has switched to a new browser
      When Ada comes to Station Credentials
      Then Ada sees no number under Dial Number

    @AD-073
    Scenario: What was saved is deleted with the cache
      Given Ada has ticked Remember My Credentials, signed in with Dial Number and the number "2025550123", and signed out
      And Ada has cleared the browser's cache and site data
      When Ada comes to Station Credentials
      Then Ada sees no number under Dial Number

    @AD-073
    Scenario: Two people at one browser do not see each other's credentials
      Given Ada has ticked Remember My Credentials, signed in with Dial Number and the number "2025550123", and signed out
      And Bo has sat down at Ada's browser
      When Bo comes to Station Credentials
      Then Bo sees no number under Dial Number
      And Bo sees that Remember My Credentials is not ticked

  Rule: What the administrator has changed since then takes precedence over what was saved

    @AD-032 @AD-072
    Scenario: A restricted agent sees the default number and not the saved one
      Given Ada has ticked Remember My Credentials, signed in with Dial Number and the number "2025550123", and signed out
      And the administrator has given Ada the default number "+12015532447"
      And the administrator has restricted the agents' profile to the default number
      When Ada comes to Station Credentials
      Then Ada sees the number "+12015532447" under Dial Number
      And Ada cannot edit the number under Dial Number

    @AD-043 @AD-072
    Scenario: An option that is no longer provisioned is not chosen
      Given Ada has ticked Remember My Credentials, signed in with Extension and the number "1001", and signed out
      And the administrator has provisioned Dial Number and Desktop
      When Ada comes to Station Credentials
      Then Ada is offered Dial Number and Desktop
      And Ada sees that Dial Number is chosen

    @AD-072
    Scenario: A new default number does not replace the saved one
      Given Ada has ticked Remember My Credentials, signed in with Dial Number and the number "2025550123", and signed out
      And the administrator has given Ada the default number "+12015532447"
      When Ada comes to Station Credentials
      Then Ada sees the number "2025550123" under Dial Number

  Rule: The agent gets a message when the browser cannot save, and sign-in continues

    @AD-074
    Scenario: The storage is full
      Given Bo is at Station Credentials
      And Bo has ticked Remember My Credentials
      And the storage of Bo's browser is full
      When Bo signs in with the number "2025550123"
      Then Bo is signed in with the dial number "+12025550123"
      And Bo reads that the credentials were not saved

    @AD-074 @own-browser
    Scenario: The browser has no local storage
      Given Bo's browser has no local storage
      And Bo is at Station Credentials
      And Bo has ticked Remember My Credentials
      When Bo signs in with the number "2025550123"
      Then Bo is signed in with the dial number "+12025550123"
      And Bo reads that the credentials were not saved

    @AD-074
    Scenario: Without the tick there is no message
      Given Bo is at Station Credentials
      And the storage of Bo's browser is full
      When Bo signs in with the number "2025550123"
      Then Bo is signed in with the dial number "+12025550123"
      And Bo reads nothing about unsaved credentials

    @AD-075
    Scenario: The details have to be entered again next time
      Given Bo is at Station Credentials
      And Bo has ticked Remember My Credentials
      And the storage of Bo's browser is full
      And Bo has then signed in with the number "2025550123" and signed out
      When Bo comes to Station Credentials
      Then Bo sees no number under Dial Number
      And Bo sees that Remember My Credentials is not ticked

    @AD-075
    Scenario: Earlier details do not replace those that could not be saved
      Given Bo has ticked Remember My Credentials, signed in with Extension and the number "1", and signed out
      And Bo is at Station Credentials
      And the storage of Bo's browser is full
      And Bo has chosen Dial Number
      And Bo has then signed in with the number "2025550123" and signed out
      When Bo comes to Station Credentials
      Then Bo sees no number under Dial Number
      And Bo sees no number under Extension

    @AD-075 @own-browser
    Scenario: A browser without local storage asks every time
      Given Bo's browser has no local storage
      And Bo is at Station Credentials
      And Bo has ticked Remember My Credentials
      And Bo has then signed in with the number "2025550123" and signed out
      When Bo comes to Station Credentials
      Then Bo sees no number under Dial Number

  Rule: Data that the desktop did not save is ignored

    @AD-073
    Scenario Outline: Anything other than saved credentials fills in nothing
      Given Ada is at Station Credentials
      And Ada's browser has stored <what> in place of the credentials
      When Ada reloads the browser
      Then Ada sees Station Credentials
      And Ada sees no number under Dial Number
      And Ada sees that Remember My Credentials is not ticked

      Examples:
        | what                         |
        | a text that was cut off      |
        | data of another program |
        | half of the credentials      |
