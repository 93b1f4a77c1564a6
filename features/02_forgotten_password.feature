Feature: Forgotten password
  An agent who no longer knows the password gets a confirmation code by e-mail and chooses a new password with it.

  Rule: Forgot Password starts the way to a new password

    @AD-024
    Scenario: Forgot Password asks for the confirmation code
      Given Ada is asked for the password
      When Ada chooses Forgot Password
      Then Ada is asked for the confirmation code

    @AD-024
    Scenario Outline: A new password of eight or more characters replaces the forgotten one
      Given Ada is choosing a new password
      When Ada chooses the new password "<password>"
      Then the identity service has changed the password of Ada

      Examples:
        | password        |
        | eight-88        |
        | Fresh-Morning-7 |

    @AD-024
    Scenario: The new password signs in
      Given Ada has chosen the new password "Fresh-Morning-7"
      When Ada signs in with their own e-mail address and the password "Fresh-Morning-7"
      Then Ada sees Station Credentials

    @AD-024
    Scenario: The forgotten password no longer signs in
      Given Ada has chosen the new password "Fresh-Morning-7"
      When Ada signs in with their own e-mail address and the forgotten password
      Then Ada reads a message about the password

    @AD-024
    Scenario: A new password that is too short is refused
      Given Ada is choosing a new password
      When Ada chooses the new password "seven-7"
      Then Ada reads a message about the new password

  Rule: The code goes to the agent's own e-mail address

    Background:
      Given Ada is asked for the password

    @AD-026
    Scenario: The agent gets a mail with the code
      When Ada chooses Forgot Password
      Then Ada has a mail with a confirmation code

    @AD-026
    Scenario: Nobody else gets the code
      When Ada chooses Forgot Password
      Then Bo has no mail with a confirmation code

  Rule: The code has six digits

    Background:
      Given Ada is asked for the confirmation code

    @AD-025
    Scenario: The mailed code has six digits and leads on
      When Ada enters the code from the mail
      Then the code from the mail to Ada has 6 digits
      And Ada is asked for a new password

    @AD-025 @AD-027
    Scenario Outline: Anything but six digits is refused
      When Ada enters the code "<entered>"
      Then Ada reads a message about the confirmation code
      And Ada is still asked for the confirmation code

      Examples: Five and seven digits, letters, signs
        | entered |
        | 12345   |
        | 1234567 |
        | abcdef  |
        | 12345a  |
        | 12-345  |

    @AD-025
    Scenario Outline: However the six digits are written, they lead on
      When Ada enters the code from the mail <written>
      Then Ada is asked for a new password

      Examples:
        | written                             |
        | in full-width digits                |
        | with a space in the middle          |
        | with a hyphen in the middle         |
        | with characters that cannot be seen |

    @AD-027
    Scenario: Six digits that were not mailed are refused
      When Ada enters six other digits than those in the mail
      Then Ada reads a message about the confirmation code
      And the identity service has refused the confirmation code of Ada

    @AD-027
    Scenario: After two mistakes the mailed code still leads on
      Given Ada has entered six other digits 2 times
      When Ada enters the code from the mail
      Then Ada is asked for a new password

    @AD-027
    Scenario: After three mistakes even the mailed code is refused
      Given Ada has entered six other digits 3 times
      When Ada enters the code from the mail
      Then Ada reads a message about the confirmation code

    @AD-027
    Scenario: A code older than ten minutes is refused
      Given 10 minutes have passed
      When Ada enters the code from the mail
      Then Ada reads a message about the confirmation code

    @AD-027
    Scenario: A code almost ten minutes old still leads on
      Given 599 seconds have passed
      When Ada enters the code from the mail
      Then Ada is asked for a new password
