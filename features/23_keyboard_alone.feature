Feature: Keyboard alone
  Everything from sign-in to sign-out can be done without a mouse, and the focus can be seen.

  Background:
    Given Ada is asked for an e-mail address

  Rule: Sign-in needs only the keyboard

    @AD-020 @AD-023
    Scenario: E-mail address and password by keyboard
      When Ada gives e-mail address and password with the keyboard alone
      Then Ada sees Station Credentials

    @AD-076 @AD-080
    Scenario: Station Credentials by keyboard
      Given Ada has given e-mail address and password with the keyboard alone
      When Ada completes Station Credentials with the keyboard alone
      Then Ada is signed in with the dial number "+12015532447"
      And Ada is signed in to the team "Support"

    @AD-063
    Scenario: The arrow keys choose Extension, and an extension signs in
      Given Ada has given e-mail address and password with the keyboard alone
      And Ada has gone to the next station option with the arrow keys
      When Ada completes Station Credentials with the keyboard alone
      Then Ada is signed in with the extension "2015532447"

    @AD-080
    Scenario: Tab goes through Station Credentials from top to bottom
      When Ada gives e-mail address and password with the keyboard alone
      Then Ada reaches these with Tab, in this order:
        | Dial Number                  |
        | International Dialing Format |
        | Country code                 |
        | Dial Number                  |
        | Team                         |
        | Remember My Credentials      |
        | Cancel                       |
        | Submit                       |

  Rule: Sign-out needs only the keyboard

    Background:
      Given Ada has given e-mail address and password with the keyboard alone
      And Ada has completed Station Credentials with the keyboard alone

    @AD-084 @AD-085 @AD-086
    Scenario: From sign-in to sign-out by keyboard
      Given Ada has become Available with the keyboard alone
      And Ada has become Idle with the keyboard alone
      And Ada has opened User Profile with the keyboard alone
      When Ada signs out with the keyboard alone
      Then Ada is signed out

    @AD-084
    Scenario: Availability by keyboard
      When Ada becomes Available with the keyboard alone
      Then Ada is Available

    @AD-085
    Scenario: Escape closes User Profile and leads back to it
      Given Ada has opened User Profile with the keyboard alone
      When Ada closes User Profile with Escape
      Then Ada sees that the focus is on User Profile
