Feature: Other formats
  With International Dialing Format unticked the agent enters the whole number, in E.164 form or as it is dialled abroad.

  Background:
    Given Bo is at Station Credentials
    And Bo has unticked International Dialing Format

  Rule: Without the format the field takes a whole number

    @AD-058
    Scenario: A whole number from another country is accepted
      When Bo signs in with the number "+46701740605"
      Then Bo sees the Task page
      And Bo is signed in with the dial number "+46701740605"

  Rule: E.164 is accepted

    @AD-059
    Scenario Outline: A plus sign, the country code and the number
      When Bo signs in with the number "<entered>"
      Then Bo is signed in with the dial number "<registered>"

      Examples:
        | entered             | registered    |
        | +11234567890        | +11234567890  |
        | +12015532447        | +12015532447  |
        | +1 (201) 553-2447   | +12015532447  |
        | +46 (0)70 174 06 05 | +46701740605  |
        | +442079460018       | +442079460018 |
        | +4532123456         | +4532123456   |

      Examples: As many digits as a number can have
        | entered          | registered       |
        | +491234567890123 | +491234567890123 |

  Rule: The international prefix is accepted

    @AD-060
    Scenario Outline: The prefix, the country code and the number
      When Bo signs in with the number "<entered>"
      Then Bo is signed in with the dial number "<registered>"

      Examples:
        | entered             | registered   |
        | 01161123456789      | +61123456789 |
        | 01146701740605      | +46701740605 |
        | 011 46 701740605    | +46701740605 |
        | 011 46 (0)701740605 | +46701740605 |

  Rule: Anything else is refused

    @AD-061
    Scenario Outline: A number in neither format is refused
      When Bo tries to sign in with the number "<entered>"
      Then Bo reads that <why>
      And Bo is not signed in

      Examples: Nothing, signs, letters, a bare number
        | entered      | why                             |
        |              | a number is required            |
        | +            | the number is in neither format |
        | +46          | the number is in neither format |
        | 011          | the number is in neither format |
        | abc          | a number has no letters         |
        | +1201553CALL | a number has no letters         |
        | 2015532447   | the number is in neither format |
        | 15532447     | the number is in neither format |

      Examples: No such country code, or a length no country code has
        | entered           | why                             |
        | +999123456        | the number is in neither format |
        | +0123456789       | the number is in neither format |
        | +1201553244       | the number is in neither format |
        | +120155324478     | the number is in neither format |
        | +1234567890123456 | the number is in neither format |
        | 0111201553244     | the number is in neither format |
