Feature: Number errors
  A number has to be valid, registered for the agent where the organisation requires it, and not in use by anybody else.
  The message is next to the number and says whom to ask.

  Rule: The number has to be valid

    @AD-089
    Scenario Outline: A malformed number is refused
      Given Bo is at Station Credentials
      And Bo has unticked International Dialing Format
      When Bo tries to sign in with the number "<entered>"
      Then Bo reads that <why>
      And Bo is not signed in

      Examples:
        | entered  | why                             |
        | +1201553 | the number is in neither format |
        | 12       | the number is in neither format |
        | twelve   | a number has no letters         |

  Rule: The number has to be registered where the organisation requires it

    @AD-089
    Scenario: A number that is not registered for the agent is refused
      Given the administrator requires registered numbers
      And the administrator has registered the number "+12025550123" for Bo
      And Bo is at Station Credentials
      When Bo tries to sign in with the number "2015532447"
      Then Bo reads that the number is not registered for them
      And Bo is not signed in

    @AD-089
    Scenario: A registered number is accepted
      Given the administrator requires registered numbers
      And the administrator has registered the number "+12025550123" for Bo
      And Bo is at Station Credentials
      When Bo signs in with the number "2025550123"
      Then Bo is signed in with the dial number "+12025550123"

    @AD-089
    Scenario: A number registered for a colleague is not enough
      Given the administrator requires registered numbers
      And the administrator has registered the number "+12025550123" for Ada
      And Bo is at Station Credentials
      When Bo tries to sign in with the number "2025550123"
      Then Bo reads that the number is not registered for them
      And Bo is not signed in

    @AD-089
    Scenario: The agent's default number is accepted
      Given the administrator requires registered numbers
      And the administrator has given Bo the default number "+12025550123"
      And Bo is at Station Credentials
      When Bo submits Station Credentials
      Then Bo is signed in with the dial number "+12025550123"

    @AD-089
    Scenario: Without the requirement any valid number is accepted
      Given the administrator has registered the number "+12025550123" for Bo
      And Bo is at Station Credentials
      When Bo signs in with the number "2015532447"
      Then Bo is signed in with the dial number "+12015532447"

  Rule: The number has to be the agent's own

    @AD-089
    Scenario: A number that another agent is signed in with is refused
      Given Ada is signed in with the number "2015532447"
      And Bo is at Station Credentials
      When Bo tries to sign in with the number "2015532447"
      Then Bo reads that the number is in use
      And Bo is not signed in
      And Ada is still signed in

    @AD-089
    Scenario: The same number in another format is still the same number
      Given Ada is signed in with the number "2015532447"
      And Bo is at Station Credentials
      And Bo has unticked International Dialing Format
      When Bo tries to sign in with the number "+1 201 553 2447"
      Then Bo reads that the number is in use
      And Bo is not signed in

    @AD-089
    Scenario: An extension that another agent is signed in with is refused
      Given Ada is signed in with the extension "1001"
      And Bo is at Station Credentials
      And Bo has chosen Extension
      When Bo tries to sign in with the number "1001"
      Then Bo reads that the extension is in use
      And Bo is not signed in

    @AD-089
    Scenario: A refused number can be corrected
      Given Ada is signed in with the number "2015532447"
      And Bo is at Station Credentials
      And Bo has tried to sign in with the number "2015532447"
      When Bo signs in with the number "2025550123"
      Then Bo is signed in with the dial number "+12025550123"

    @AD-089
    Scenario: A number is free again when the other agent has signed out
      Given Ada is signed in with the number "2015532447"
      And Ada has signed out
      And Bo is at Station Credentials
      When Bo signs in with the number "2015532447"
      Then Bo is signed in with the dial number "+12015532447"

  Rule: A message is about the number that is there

    @AD-089
    Scenario: The message goes away when the agent enters another number
      Given Bo is at Station Credentials
      And Bo has tried to sign in with the number "12"
      When Bo enters the number "2015532447"
      Then Bo reads no message about the number

    @AD-089
    Scenario: The message goes away when the agent chooses another option
      Given Bo is at Station Credentials
      And Bo has tried to sign in with the number "12"
      When Bo chooses Extension
      Then Bo reads no message about the number

    @AD-089
    Scenario: The message goes away when the agent picks another country
      Given Bo is at Station Credentials
      And Bo has tried to sign in with the number "12"
      When Bo picks the country "Sweden"
      Then Bo reads no message about the number

    @AD-089
    Scenario: The message goes away when the agent writes in another format
      Given Bo is at Station Credentials
      And Bo has tried to sign in with the number "12"
      When Bo unticks International Dialing Format
      Then Bo reads no message about the number
