Feature: Several instances
  An agent is active in one instance of the desktop at a time. Whoever turns to another one is asked whether to go on there.

  Background:
    Given Ada is signed in

  Rule: The desktop cannot be used in several places at once

    @AD-013 @own-browser
    Scenario: A second tab takes over from the first
      When Ada opens the desktop in the second tab
      Then Ada is active in the second tab only

    @AD-013 @full-browser
    Scenario: A second window takes over from the first
      When Ada opens the desktop in the second window
      Then Ada is active in the second window only

    @AD-012
    Scenario: A second browser takes over from the first
      When Ada opens the desktop in the second browser
      Then Ada is active in the second browser only

    @AD-012
    Scenario: Somebody else in another browser is not concerned
      When Bo comes to Station Credentials
      And Bo signs in with the number "2025550123"
      Then Ada sees no Multiple Sign In Alert
      And Ada is still signed in

  Rule: Switching between instances brings up a prompt

    @AD-014 @own-browser
    Scenario: The prompt waits in the tab that is turned to
      Given Ada has opened the desktop in the second tab
      When Ada turns to the first tab
      Then Ada sees the Multiple Sign In Alert
      And Continue is all that Ada can answer it with

    @AD-014
    Scenario: The prompt waits in the browser that is turned to
      Given Ada has opened the desktop in the second browser
      When Ada turns to the first browser
      Then Ada sees the Multiple Sign In Alert
      And Continue is all that Ada can answer it with

    @AD-014
    Scenario: In the instance that was opened last there is no prompt
      When Ada opens the desktop in the second tab
      Then Ada sees no Multiple Sign In Alert

    @AD-014
    Scenario: Reloading the only instance brings up no prompt
      When Ada reloads the browser
      Then Ada sees no Multiple Sign In Alert

  Rule: Continue signs in where it is clicked

    @AD-015 @AD-016 @own-browser
    Scenario: Back to the first tab
      Given Ada has opened the desktop in the second tab
      And Ada has turned to the first tab
      When Ada clicks Continue
      Then Ada sees the Task page
      And Ada is active in the first tab only

    @AD-015 @AD-016 @full-browser
    Scenario: Back to the first window
      Given Ada has opened the desktop in the second window
      And Ada has turned to the first window
      When Ada clicks Continue
      Then Ada sees the Task page
      And Ada is active in the first window only

    @AD-015 @AD-016
    Scenario: Back to the first browser
      Given Ada has opened the desktop in the second browser
      And Ada has turned to the first browser
      When Ada clicks Continue
      Then Ada sees the Task page
      And Ada is active in the first browser only

    @AD-015
    Scenario: What was set in the other instance is found again
      Given Ada has opened the desktop in the second tab
      And Ada has become Available
      And Ada has turned to the first tab
      When Ada clicks Continue
      Then Ada is Available

  Rule: Exactly one instance is active, whatever the order of clicks

    @AD-016
    Scenario Outline: Continue in one instance after the other
      Given Ada has opened the desktop in the second tab
      And Ada has opened the desktop in the second browser
      And Ada has clicked Continue in <first>
      And Ada has turned to <then>
      When Ada clicks Continue
      Then Ada is active in <then> only

      Examples:
        | first          | then               |
        | the first tab  | the second tab     |
        | the second tab | the first tab      |
        | the first tab  | the second browser |
        | the second tab | the second browser |

    @AD-016
    Scenario: Two clicks at the same moment have one winner
      Given Ada has opened the desktop in the second tab
      And Ada has opened the desktop in the second browser
      When Ada clicks Continue in the first tab and in the second tab at the same moment
      Then Ada is active in either the first tab or the second tab, and in no other

    @AD-016
    Scenario: Signing out in one tab ends the session in the other
      Given Ada has opened the desktop in the second tab
      And Ada has signed out
      When Ada turns to the first tab
      Then Ada is asked for an e-mail address

    @AD-016
    Scenario: Signing out in one browser ends the session in the other
      Given Ada has opened the desktop in the second browser
      And Ada has signed out
      And Ada has turned to the first browser
      When Ada clicks Continue
      Then Ada reads that they were signed out of their station
