Feature: Default number
  The administrator can give an agent a default number, and can restrict agents to it.

  Rule: A default number is filled in from the start

    @AD-028
    Scenario: The default number is filled in under Dial Number
      Given the administrator has given Ada the default number "+12015532447"
      When Ada comes to Station Credentials
      Then Ada sees the number "+12015532447" under Dial Number

    @AD-029
    Scenario: The default number is filled in under Extension
      Given the administrator has given Ada the default number "+12015532447"
      And Ada is at Station Credentials
      When Ada chooses Extension
      Then Ada sees the number "+12015532447" under Extension

    @AD-028 @AD-029
    Scenario: Each agent sees their own default number
      Given the administrator has given Ada the default number "+12015532447"
      And the administrator has given Bo the default number "+46701740605"
      When Bo comes to Station Credentials
      Then Bo sees the number "+46701740605" under Dial Number
      And Bo sees the number "+46701740605" under Extension

    @AD-029
    Scenario: A default number that is an extension signs in as one
      Given the administrator has given Bo the default number "1001"
      And Bo is at Station Credentials
      And Bo has chosen Extension
      When Bo submits Station Credentials
      Then Bo is signed in with the extension "1001"

    @AD-028
    Scenario Outline: The filled-in default number signs in as it is
      Given the administrator has given Bo the default number "<number>"
      And Bo is at Station Credentials
      When Bo submits Station Credentials
      Then Bo is signed in with the dial number "<number>"

      Examples: Of the country whose code is picked on arrival, and of another one
        | number       |
        | +12015532447 |
        | +46701740605 |

    @AD-030
    Scenario Outline: Without a default number nothing is filled in
      Given Ada is at Station Credentials
      When Ada chooses <option>
      Then Ada sees no number under <option>

      Examples:
        | option      |
        | Dial Number |
        | Extension   |

  Rule: An agent can be restricted to the default number

    @AD-031 @AD-032
    Scenario Outline: A restricted agent cannot edit the number
      Given the administrator has given Ada the default number "+12015532447"
      And the administrator has restricted <whom> to the default number
      When Ada comes to Station Credentials
      Then Ada cannot edit the number under Dial Number
      And Ada cannot edit the number under Extension

      Examples: For one profile, or for everybody
        | whom                          |
        | the agents' profile           |
        | the whole organisation        |

    @AD-034
    Scenario Outline: A restricted agent signs in without entering a number
      Given the administrator has given Bo the default number "+12015532447"
      And the administrator has restricted <whom> to the default number
      And Bo is at Station Credentials
      When Bo submits Station Credentials
      Then Bo sees the Task page
      And Bo is signed in with the dial number "+12015532447"

      Examples: For one profile, or for everybody
        | whom                          |
        | the agents' profile           |
        | the whole organisation        |

    @AD-034
    Scenario: A restricted agent can skip the extension too
      Given the administrator has given Bo the default number "1001"
      And the administrator has restricted the agents' profile to the default number
      And Bo is at Station Credentials
      And Bo has chosen Extension
      When Bo submits Station Credentials
      Then Bo is signed in with the extension "1001"

    @AD-031 @AD-034
    Scenario: A restricted agent reads which number will be called
      Given the administrator has given Ada the default number "+46701740605"
      And the administrator has restricted the agents' profile to the default number
      When Ada comes to Station Credentials
      Then Ada reads next to the number "You will be called on +46 701 740 605. Set by your administrator; it cannot be changed here."

    @AD-034
    Scenario: A restricted agent can also sign in with a default number without a country code
      Given the administrator has given Bo the default number "2015532447"
      And the administrator has restricted the agents' profile to the default number
      And Bo is at Station Credentials
      When Bo submits Station Credentials
      Then Bo is signed in with the dial number "+12015532447"

    @AD-032
    Scenario Outline: A number that was saved before the restriction gives way to the default number
      Given Ada has ticked Remember My Credentials, signed in with <option> and the number "<saved>", and signed out
      And the administrator has given Ada the default number "+12015532447"
      And the administrator has restricted the agents' profile to the default number
      When Ada comes to Station Credentials
      Then Ada sees the number "+12015532447" under Dial Number
      And Ada sees the number "+12015532447" under Extension

      Examples:
        | option      | saved      |
        | Dial Number | 2025550123 |
        | Extension   | 1001       |

  Rule: Without the restriction the default number is a suggestion

    @AD-033
    Scenario: A default number without a country code gets the picked country's code
      Given the administrator has given Bo the default number "2015532447"
      And Bo is at Station Credentials
      When Bo submits Station Credentials
      Then Bo is signed in with the dial number "+12015532447"

    @AD-033
    Scenario Outline: The filled-in number can be edited
      Given the administrator has given Ada the default number "+12015532447"
      And Ada is at Station Credentials
      When Ada chooses <option>
      Then Ada can edit the number under <option>

      Examples:
        | option      |
        | Dial Number |
        | Extension   |

    @AD-033
    Scenario: Another number than the default one signs in
      Given the administrator has given Bo the default number "+12015532447"
      And Bo is at Station Credentials
      When Bo signs in with the number "4155552671"
      Then Bo is signed in with the dial number "+14155552671"
