Feature: Several instances
  An agent is active in one instance of the desktop at a time. An agent who switches to another one is asked whether to continue there.

  Background:
    Given Ada is signed in

  Rule: The desktop cannot be used in several places at once

    Scenario Outline: A second instance takes over from the first
      When Ada opens the desktop in <second>
      Then Ada is active in <second> only

      @AD-013 @own-browser
      Examples: A tab
        | second         |
        | the second tab |

      @AD-013 @full-browser
      Examples: A window
        | second            |
        | the second window |

      @AD-012
      Examples: A browser
        | second             |
        | the second browser |

    @AD-012
    Scenario: Somebody else in another browser is not affected
      When Bo comes to Station Credentials
      And Bo signs in with the number "2025550123"
      Then Ada sees no Multiple Sign In Alert
      And Ada is still signed in

  Rule: Switching between instances brings up a prompt

    @AD-014
    Scenario Outline: The prompt waits in the instance that the agent switches to
      Given Ada has opened the desktop in <second>
      When Ada switches to <first>
      Then Ada sees the Multiple Sign In Alert
      And Ada can only answer with Continue

      @own-browser
      Examples: A tab
        | second         | first         |
        | the second tab | the first tab |

      Examples: A browser
        | second             | first             |
        | the second browser | the first browser |

    @AD-014
    Scenario: In the instance that was opened last there is no prompt
      When Ada opens the desktop in the second tab
      Then Ada sees no Multiple Sign In Alert

    @AD-014
    Scenario: Reloading the only instance brings up no prompt
      When Ada reloads the browser
      Then Ada sees no Multiple Sign In Alert

  Rule: Continue signs in where the agent clicks it

    @AD-015 @AD-016
    Scenario Outline: Back to the first instance
      Given Ada has opened the desktop in <second>
      And Ada has switched to <first>
      When Ada clicks Continue
      Then Ada sees the Task page
      And Ada is active in <first> only

      @own-browser
      Examples: A tab
        | second         | first         |
        | the second tab | the first tab |

      @full-browser
      Examples: A window
        | second            | first            |
        | the second window | the first window |

      Examples: A browser
        | second             | first             |
        | the second browser | the first browser |

    @AD-015
    Scenario: What was set in the other instance is still set
      Given Ada has opened the desktop in the second tab
      And Ada has become Available
      And Ada has switched to the first tab
      When Ada clicks Continue
      Then Ada is Available

  Rule: Exactly one instance is active, whatever the order of clicks

    @AD-016
    Scenario Outline: Continue in one instance after the other
      Given Ada has opened the desktop in the second tab
      And Ada has opened the desktop in the second browser
      And Ada has clicked Continue in <first>
      And Ada has switched to <then>
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
      Then Ada is active in either the first tab or the second tab, and nowhere else

    @AD-016
    Scenario: Signing out in one tab ends the session in the other
      Given Ada has opened the desktop in the second tab
      And Ada has signed out
      When Ada switches to the first tab
      Then Ada is asked for an e-mail address

    @AD-016
    Scenario: Signing out in one browser ends the session in the other
      Given Ada has opened the desktop in the second browser
      And Ada has signed out
      And Ada has switched to the first browser
      When Ada clicks Continue
      Then Ada reads that they were signed out of their station
