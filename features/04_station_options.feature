Feature: Station options
  Under Station Credentials the agent chooses where calls arrive: at a dial number, at an extension, or in the desktop itself.

  Rule: Dial Number is chosen from the start

    @AD-043
    Scenario: Dial Number is chosen when the agent arrives
      When Ada comes to Station Credentials
      Then Ada sees that Dial Number is chosen

    @AD-043
    Scenario Outline: Dial Number comes first wherever it is provisioned
      Given the administrator has provisioned <provisioned>
      When Ada comes to Station Credentials
      Then Ada sees that Dial Number is chosen

      Examples:
        | provisioned               |
        | Dial Number and Extension |
        | Dial Number and Desktop   |
        | Dial Number               |

  Rule: There are up to three options, and only the provisioned ones are shown

    @AD-044
    Scenario: All three options
      When Ada comes to Station Credentials
      Then Ada is offered Dial Number, Extension and Desktop

    @AD-045
    Scenario Outline: Only what the administrator has provisioned
      Given the administrator has provisioned <provisioned>
      When Ada comes to Station Credentials
      Then Ada is offered <provisioned>

      Examples:
        | provisioned                        |
        | Dial Number                        |
        | Extension                          |
        | Desktop                            |
        | Dial Number and Extension          |
        | Dial Number and Desktop            |
        | Extension and Desktop              |
        | Dial Number, Extension and Desktop |

    @AD-045
    Scenario: Desktop is not offered where the organisation has no WebRTC
      Given the administrator has switched off WebRTC
      When Ada comes to Station Credentials
      Then Ada is offered Dial Number and Extension

    @AD-045
    Scenario: Without Dial Number the next option is the chosen one
      Given the administrator has provisioned Extension and Desktop
      When Ada comes to Station Credentials
      Then Ada sees that Extension is chosen

  Rule: Desktop needs nothing else

    @AD-047
    Scenario: With Desktop there is no number to enter
      Given Ada is at Station Credentials
      When Ada chooses Desktop
      Then Ada is not asked for a number

    @AD-047
    Scenario: With Dial Number there is a number to enter
      Given Ada is at Station Credentials
      And Ada has chosen Desktop
      When Ada chooses Dial Number
      Then Ada is asked for a number under Dial Number

    @AD-047 @full-browser
    Scenario: Desktop signs in without a number
      Given Bo uses Google Chrome with a microphone
      And Bo is at Station Credentials
      And Bo has chosen Desktop
      When Bo submits Station Credentials
      Then Bo sees the Task page
      And Bo is signed in with Desktop
