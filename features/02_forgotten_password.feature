Feature: Forgotten password
  An agent who no longer knows the password gets a confirmation code by e-mail and chooses a new password with it.

  Rule: Forgot Password leads to a new password

    @AD-024
    Scenario: Forgot Password asks for the confirmation code
      Given Ada is asked for the password
      When Ada chooses Forgot Password
      Then Ada is asked for the confirmation code

    @AD-024
    Scenario Outline: A new password of eight or more characters replaces the forgotten one
      Given Ada is choosing a new password
      When Ada chooses the new password "<password>"
      Then the identity service has changed Ada's password

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
      Then Ada reads that the password is wrong

    @AD-024
    Scenario: A new password that is too short is refused
      Given Ada is choosing a new password
      When Ada chooses the new password "seven-7"
      Then Ada reads that the new password is too short

    @AD-024
    Scenario: A new password that is repeated differently is refused
      Given Ada is choosing a new password
      When Ada chooses the new password "Fresh-Morning-7" and repeats it as "Fresh-Morning-8"
      Then Ada reads that the two new passwords are not the same

    @AD-024
    Scenario: A new password unlocks the account
      Given Ada is asked for the password
      And Ada has given a wrong password 5 times
      And Ada has chosen the new password "Fresh-Morning-7"
      When Ada signs in with their own e-mail address and the password "Fresh-Morning-7"
      Then Ada sees Station Credentials

    @AD-024
    Scenario: A new password ends the sign-ins in other browsers
      Given Ada is at Station Credentials
      And Ada has switched to the second browser
      And Ada has chosen the new password "Fresh-Morning-7"
      And Ada has switched to the first browser
      When Ada opens the desktop in the second tab
      Then Ada is asked for an e-mail address

  Rule: The code goes to the agent's own e-mail address

    Background:
      Given Ada is asked for the password

    @AD-026
    Scenario: The agent gets an e-mail with the code
      When Ada chooses Forgot Password
      Then Ada has an e-mail with a confirmation code

    @AD-026
    Scenario: Nobody else gets the code
      When Ada chooses Forgot Password
      Then Bo has no e-mail with a confirmation code

  Rule: The code has six digits

    Background:
      Given Ada is asked for the confirmation code

    @AD-025
    Scenario: The code from the e-mail has six digits and is accepted
      When Ada enters the code from the e-mail
      Then the code in Ada's e-mail has 6 digits
      And Ada is asked for a new password

    @AD-025 @AD-027
    Scenario Outline: Anything but six digits is refused
      When Ada enters the code "<entered>"
      Then Ada reads that <why>
      And Ada is still asked for the confirmation code

      Examples: Five and seven digits, letters, signs
        | entered | why                                   |
        | 12345   | the confirmation code is too short    |
        | 1234567 | the confirmation code is too long     |
        | abcdef  | the confirmation code has digits only |
        | 12345a  | the confirmation code has digits only |
        | 12-345  | the confirmation code is too short    |

    @AD-025
    Scenario Outline: The six digits are accepted however they are written
      When Ada enters the code from the e-mail <written>
      Then Ada is asked for a new password

      Examples:
        | written                     |
        | in full-width digits        |
        | with a space in the middle  |
        | with a hyphen in the middle |
        | with invisible characters   |

    @AD-025
    Scenario Outline: The six digits are accepted in the digits of every script
      When Ada enters the code from the e-mail in digits of "<scripts>"
      Then Ada is asked for a new password

      Examples: Each script of Unicode that has digits, by Unicode's name for it
        | scripts                                                                                                                    |
        | Arabic-Indic, Extended Arabic-Indic, Nko, Devanagari, Bengali, Gurmukhi                                                    |
        | Gujarati, Oriya, Tamil, Telugu, Kannada, Malayalam                                                                         |
        | Sinhala Lith, Thai, Lao, Tibetan, Myanmar, Myanmar Shan                                                                    |
        | Khmer, Mongolian, Limbu, New Tai Lue, Tai Tham Hora, Tai Tham Tham                                                         |
        | Balinese, Sundanese, Lepcha, Ol Chiki, Vai, Saurashtra                                                                     |
        | Kayah Li, Javanese, Myanmar Tai Laing, Cham, Meetei Mayek, Fullwidth                                                       |
        | Osmanya, Hanifi Rohingya, Brahmi, Sora Sompeng, Chakma, Sharada                                                            |
        | Khudawadi, Newa, Tirhuta, Modi, Takri, Ahom                                                                                |
        | Warang Citi, Dives Akuru, Bhaiksuki, Masaram Gondi, Gunjala Gondi, Mro                                                     |
        | Tangsa, Pahawh Hmong, Mathematical Bold, Mathematical Double-Struck, Mathematical Sans-Serif, Mathematical Sans-Serif Bold |
        | Mathematical Monospace, Nyiakeng Puachue Hmong, Wancho, Adlam, Segmented                                                   |

    @AD-027
    Scenario: Six digits that were not in the e-mail are refused
      When Ada enters six digits other than those in the e-mail
      Then Ada reads that the confirmation code is wrong
      And the identity service has refused the confirmation code that Ada entered

    @AD-027
    Scenario: After two mistakes the message says that one try is left
      When Ada enters six digits other than those in the e-mail
      And Ada enters six digits other than those in the e-mail
      Then Ada reads that the confirmation code is wrong and one try is left

    @AD-027
    Scenario: After two mistakes the code from the e-mail is still accepted
      Given Ada has entered a wrong code 2 times
      When Ada enters the code from the e-mail
      Then Ada is asked for a new password

    @AD-027
    Scenario: After three mistakes even the code from the e-mail is refused
      Given Ada has entered a wrong code 3 times
      When Ada enters the code from the e-mail
      Then Ada reads that the confirmation code cannot be used any more

    @AD-027
    Scenario: A code older than ten minutes is refused
      Given 10 minutes have passed
      When Ada enters the code from the e-mail
      Then Ada reads that the confirmation code has expired

    @AD-027
    Scenario: A code almost ten minutes old is still accepted
      Given 599 seconds have passed
      When Ada enters the code from the e-mail
      Then Ada is asked for a new password

  Rule: A new code replaces the one before

    Background:
      Given Ada is asked for the confirmation code

    @AD-026
    Scenario: The agent can have another code sent
      When Ada chooses Send a new code
      Then Ada reads that a new code is on its way
      And Ada is still asked for the confirmation code

    @AD-027
    Scenario: The earlier code is refused
      Given Ada has chosen Send a new code
      When Ada enters the code from the earlier e-mail
      Then Ada reads that the confirmation code is wrong

    @AD-027
    Scenario Outline: A new code has its own attempts and its own time
      Given <what>
      And Ada has chosen Send a new code
      When Ada enters the code from the e-mail
      Then Ada is asked for a new password

      Examples: After three mistakes, and after ten minutes
        | what                                 |
        | Ada has entered a wrong code 3 times |
        | 10 minutes have passed               |

    @AD-026
    Scenario: For another e-mail address everything starts over
      Given Ada has gone one step back in the browser
      And Ada has gone one step back in the browser
      And Ada has given the e-mail address "bo.ekstrom@example.com"
      When Ada chooses Forgot Password
      Then Bo has an e-mail with a confirmation code
      And Ada no longer reads a message
