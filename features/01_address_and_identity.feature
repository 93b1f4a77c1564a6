Feature: Address and identity
  An agent opens the desktop at the address that the administrator hands out, and says who they are
  with an e-mail address and a password.

  Rule: The address from the administrator opens the desktop

    @AD-019
    Scenario: The address leads to sign-in
      When Ada opens the address from the administrator
      Then Ada is asked for an e-mail address

    @AD-019
    Scenario: After sign-in the agent is back at the address
      Given Ada is asked for the password
      When Ada gives their own password
      Then Ada sees Station Credentials
      And Ada is at the address from the administrator

    @AD-019
    Scenario: An address that belongs to no organisation shows that nothing is there
      When Ada opens an address that belongs to no organisation
      Then Ada reads that nothing is served at this address

    @AD-019
    Scenario Outline: A mistyped path below the address shows that there is no such page
      When Ada opens "<path>" below the address from the administrator
      Then Ada reads that there is no such page

      Examples:
        | path        |
        | /TASK       |
        | /index.html |
        | //          |

    @AD-019
    Scenario: From a mistyped path the agent continues to sign-in
      Given Ada has opened "/TASK" below the address from the administrator
      When Ada continues to the desktop
      Then Ada is asked for an e-mail address

  Rule: Sign-in begins with the e-mail address

    @AD-020
    Scenario: The e-mail address leads on to the password
      Given Ada is asked for an e-mail address
      When Ada gives their own e-mail address
      Then Ada is asked for the password of their own e-mail address

    @AD-020
    Scenario: Sign In is disabled until something is entered
      When Ada opens the address from the administrator
      Then Ada cannot click Sign In

    @AD-020
    Scenario: Capital letters in the e-mail address do not matter
      Given Ada is asked for an e-mail address
      When Ada gives the e-mail address "ADA.Lindqvist@Example.com"
      Then Ada is asked for the password of their own e-mail address

    @AD-020
    Scenario Outline: Text that is not an e-mail address is refused
      Given Ada is asked for an e-mail address
      When Ada gives the e-mail address "<entered>"
      Then Ada is still asked for an e-mail address
      And Ada reads that the e-mail address is not complete

      Examples:
        | entered        |
        | ada            |
        | ada.lindqvist  |
        | ada.lindqvist@ |
        | @example.com   |

    @AD-020
    Scenario: A person whom the organisation does not know gets a message
      Given Ada is asked for an e-mail address
      When Ada gives the e-mail address "nobody@example.com"
      Then Ada is still asked for an e-mail address
      And Ada reads that nobody has the e-mail address

    @AD-020
    Scenario: Invisible characters in the e-mail address do not matter
      Given Ada is asked for an e-mail address
      When Ada gives their own e-mail address with invisible characters
      Then Ada is asked for the password of their own e-mail address

    @AD-020
    Scenario Outline: An e-mail address with letters of other languages signs in however it is written
      Given the administrator has given Ada the e-mail address "åsa.ek@malmö.example"
      And Ada is asked for an e-mail address
      When Ada gives the e-mail address "<entered>"
      Then Ada is asked for the password of their own e-mail address

      Examples: As it is, in capitals, and with its domain in ASCII form
        | entered                     |
        | åsa.ek@malmö.example        |
        | ÅSA.EK@MALMÖ.EXAMPLE        |
        | åsa.ek@xn--malm-8qa.example |

  Rule: The e-mail address already given can be changed

    @AD-021 @full-browser
    Scenario: Alt and the left arrow lead back to the e-mail address
      Given Ada has given Bo's e-mail address
      When Ada presses Alt and the left arrow
      Then Ada can change the e-mail address

    @AD-021 @full-browser
    Scenario: The corrected e-mail address signs in
      Given Ada has given Bo's e-mail address
      And Ada has pressed Alt and the left arrow
      When Ada gives their own e-mail address
      Then Ada is asked for the password of their own e-mail address

    @AD-022
    Scenario: The page shows Mac users Command and the left arrow
      Given Ada is asked for an e-mail address
      When Ada gives their own e-mail address
      Then Ada reads that Command and the left arrow change the e-mail address

    @AD-022
    Scenario: One step back in the browser leads to the e-mail address
      Given Ada has given Bo's e-mail address
      When Ada goes one step back in the browser
      Then Ada can change the e-mail address

  Rule: The password follows the e-mail address

    @AD-023
    Scenario: The right password leads to Station Credentials
      Given Ada is asked for the password
      When Ada gives their own password
      Then Ada sees Station Credentials
      And the identity service has accepted the password that Ada gave

    @AD-023
    Scenario: Sign In is disabled until a password is entered
      Given Ada is asked for an e-mail address
      When Ada gives their own e-mail address
      Then Ada cannot click Sign In

    @AD-023
    Scenario: A wrong password is refused
      Given Ada is asked for the password
      When Ada gives the password "not-the-password"
      Then Ada reads that the password is wrong
      And the identity service has refused the password that Ada gave

    @AD-023
    Scenario: A message goes away when the page is opened again
      Given Ada is asked for the password
      And Ada has given a wrong password
      When Ada reloads the browser
      Then Ada is asked for the password of their own e-mail address
      And Ada no longer reads a message

    @AD-023
    Scenario Outline: The message says that few tries are left
      Given Ada is asked for the password
      And Ada has given a wrong password <before> times
      When Ada gives the password "not-the-password"
      Then Ada reads that <why>

      Examples:
        | before | why                                          |
        | 2      | the password is wrong and two tries are left |
        | 3      | the password is wrong and one try is left    |

      Examples: None is left
        | before | why                   |
        | 4      | the account is locked |

    @AD-023
    Scenario: Somebody else's password is refused
      Given Ada is asked for the password
      When Ada gives Bo's password
      Then Ada reads that the password is wrong
      And the identity service has refused the password that Ada gave

    @AD-023
    Scenario: After a wrong password the right one still signs in
      Given Ada is asked for the password
      And Ada has given a wrong password
      When Ada gives their own password
      Then Ada sees Station Credentials

    @AD-023
    Scenario: Invisible characters in the password do not matter
      Given Ada is asked for the password
      When Ada gives their own password with invisible characters
      Then Ada sees Station Credentials

    @AD-023
    Scenario: Five wrong passwords lock the account
      Given Ada is asked for the password
      And Ada has given a wrong password 5 times
      When Ada gives their own password
      Then Ada reads that the account is locked

    @AD-023
    Scenario: A locked account is unlocked after 15 minutes
      Given Ada is asked for the password
      And Ada has given a wrong password 5 times
      And 15 minutes have passed
      When Ada gives their own password
      Then Ada sees Station Credentials

    @AD-023
    Scenario: A locked account stays locked for the whole 15 minutes
      Given Ada is asked for the password
      And Ada has given a wrong password 5 times
      And 899 seconds have passed
      When Ada gives their own password
      Then Ada reads that the account is locked

    @AD-023
    Scenario: Four wrong passwords do not lock the account
      Given Ada is asked for the password
      And Ada has given a wrong password 4 times
      When Ada gives their own password
      Then Ada sees Station Credentials

    @AD-023
    Scenario: The right password resets the count of wrong ones
      Given Ada is asked for the password
      And Ada has given a wrong password 4 times
      And Ada has given their own password
      And Ada has cancelled Station Credentials
      And Ada has given their own e-mail address
      And Ada has given a wrong password 4 times
      When Ada gives their own password
      Then Ada sees Station Credentials

    @AD-023
    Scenario: After a lock, all five attempts are available again
      Given Ada is asked for the password
      And Ada has given a wrong password 5 times
      And 15 minutes have passed
      And Ada has given a wrong password 4 times
      When Ada gives their own password
      Then Ada sees Station Credentials

  Rule: The language that the agent chooses applies to every page

    @AD-023
    Scenario: The language chosen at the identity service is the desktop's language
      Given Ada is asked for the password
      And Ada has chosen the other language
      When Ada gives their own password
      Then Ada sees Station Credentials in that language

    @AD-023
    Scenario: A wrong password is refused in the chosen language
      Given Ada is asked for the password
      And Ada has chosen the other language
      When Ada gives the password "not-the-password"
      Then Ada reads in that language that the password is wrong

    @AD-023
    Scenario: A number is refused in the chosen language
      Given Ada is asked for the password
      And Ada has chosen the other language
      And Ada has given their own password
      When Ada tries to sign in with the number "123"
      Then Ada reads in that language that the number is too short for the country

    @AD-020
    Scenario: The chosen language is still there when the address is opened again
      Given Ada is asked for an e-mail address
      And Ada has chosen the other language
      When Ada opens the address from the administrator
      Then Ada is asked for an e-mail address in that language

    @AD-019
    Scenario: The page of a mistyped path is in the chosen language
      Given Ada is asked for an e-mail address
      And Ada has chosen the other language
      When Ada opens "/TASK" below the address from the administrator
      Then Ada reads in that language that there is no such page

    @AD-020
    Scenario: What was typed is still there after another language was chosen
      Given Ada is asked for an e-mail address
      And Ada has typed the e-mail address "ada.lindqvist@example.com"
      When Ada chooses the other language
      Then Ada is asked for an e-mail address in that language
      And Ada still sees the e-mail address "ada.lindqvist@example.com"
