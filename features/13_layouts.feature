Feature: Desktop layouts
  The administrator decides with a layout what a team's desktop looks like, and may put an
  illustration behind its Task page.

  Rule: The desktop's look follows the team's layout

    @AD-001
    Scenario Outline: Two teams with different layouts have different desktops
      Given the layout of the team "Support" has the title "Harbour Support"
      And the layout of the team "Returns" has the title "Harbour Returns"
      When Ada signs in and works for the team <team>
      Then Ada sees the title <title>

      Examples:
        | team      | title             |
        | "Support" | "Harbour Support" |
        | "Returns" | "Harbour Returns" |

    @AD-001
    Scenario: A team without its own layout has the global layout
      Given the global layout has the title "Harbour Everywhere"
      And the layout of the team "Support" has the title "Harbour Support"
      When Ada signs in and works for the team "Returns"
      Then Ada sees the title "Harbour Everywhere"
      And Ada reads nothing about the layout

    @AD-001
    Scenario Outline: The header actions are in the order of the layout
      Given the layout of the team "Support" has the header actions <actions>, in this order
      When Ada signs in and works for the team "Support"
      Then Ada sees the header actions <actions>, in this order

      Examples:
        | actions                           |
        | Notification Center and Webex App |
        | Webex App and Notification Center |

    @AD-001
    Scenario: A layout without header actions has none
      Given the layout of the team "Support" has no header actions
      When Ada signs in and works for the team "Support"
      Then Ada sees no header actions

    @AD-001
    Scenario: The desktop shows the layout's logo
      Given the layout of the team "Support" has its own logo
      When Ada signs in and works for the team "Support"
      Then Ada sees the logo of the layout

    @AD-001
    Scenario: A layout can do without a logo
      Given the layout of the team "Support" has no logo
      When Ada signs in and works for the team "Support"
      Then Ada sees no logo

    @AD-001
    Scenario: The navigation leads to the pages of the layout
      Given the layout of the team "Support" has a page "Scripts" with the words "Say hello first"
      And Ada is signed in and works for the team "Support"
      When Ada opens the page "Scripts"
      Then Ada reads the words "Say hello first"

    @AD-001
    Scenario: A page of the layout stays open when the browser is reloaded
      Given the layout of the team "Support" has a page "Scripts" with the words "Say hello first"
      And Ada is signed in and works for the team "Support"
      And Ada has opened the page "Scripts"
      When Ada reloads the browser
      Then Ada reads the words "Say hello first"

    @AD-001
    Scenario: A page of the layout can be the one that opens first
      Given the layout of the team "Support" opens with a page "News" with the words "All is well"
      And Ada is at Station Credentials
      And Ada has picked the team "Support"
      When Ada signs in with Dial Number
      Then Ada reads the words "All is well"

    @AD-001
    Scenario: The panel shows the layout's words
      Given the layout of the team "Support" has a panel with the words "Warehouse 1001"
      When Ada signs in and works for the team "Support"
      Then Ada reads the words "Warehouse 1001" in the panel

    @AD-001
    Scenario: The layout's words for every page are on every page
      Given the layout of the team "Support" has the words "Open until 17" on every page
      When Ada signs in and works for the team "Support"
      Then Ada reads the words "Open until 17" on every page

    @AD-001
    Scenario: The words for every page are still there on another page
      Given the layout of the team "Support" has a page "News", and the words "Open until 17" on every page
      And Ada is signed in and works for the team "Support"
      When Ada opens the page "News"
      Then Ada reads the words "Open until 17" on every page

    @AD-001
    Scenario: A new layout does not apply before a reload
      Given the layout of the team "Support" has the title "Harbour Support"
      And Ada is signed in and works for the team "Support"
      And the administrator has given the layout of the team "Support" the title "Lakeside Support"
      When 1 hour passes
      Then Ada still sees the title "Harbour Support"

    @AD-001
    Scenario: A new layout applies after a reload
      Given the layout of the team "Support" has the title "Harbour Support"
      And Ada is signed in and works for the team "Support"
      And the administrator has given the layout of the team "Support" the title "Lakeside Support"
      When Ada reloads the browser
      Then Ada sees the title "Lakeside Support"

  Rule: A layout is made for each role

    @AD-001
    Scenario: Supervisor and Agent has its own look
      Given the layout of the team "Support" has the title "Harbour Leads" for the role Supervisor and Agent
      And Lars is at Station Credentials
      And Lars has chosen the role Supervisor and Agent
      And Lars has picked the team "Support"
      When Lars signs in with the number "2015532447"
      Then Lars sees the title "Harbour Leads"

    @AD-001
    Scenario: A supervisor has the primary team's layout
      Given the layout of the team "Support" has the title "Harbour Control" for the role Supervisor
      And Signe's primary team is "Support"
      And Signe is at Station Credentials
      When Signe signs in with the number "2015532447"
      Then Signe sees the title "Harbour Control"

    @AD-001
    Scenario: A supervisor without a primary team has the global layout
      Given the global layout has the title "Harbour Everywhere"
      And the layout of the team "Support" has the title "Harbour Control" for the role Supervisor
      And Signe is at Station Credentials
      When Signe signs in with the number "2015532447"
      Then Signe sees the title "Harbour Everywhere"

  Rule: A layout that cannot be used gives a message, and the default replaces it

    @AD-001
    Scenario Outline: A layout that cannot be used
      Given the layout of the team "Support" <defect>
      When Ada signs in and works for the team "Support"
      Then Ada sees the default layout
      And Ada reads that the layout cannot be used and whom to contact

      Examples: An incomplete file, a value of the wrong type, and no role
        | defect                     |
        | is cut off in the middle    |
        | has a number for its title |
        | does not apply to any role |

  Rule: The Task page can have an illustration as its background

    @AD-082
    Scenario Outline: An illustration of each format
      Given the layout of the team "Support" has a <format> illustration of 300 by 200 pixels
      When Ada signs in and works for the team "Support"
      Then Ada sees the illustration at 300 by 200 pixels

      Examples:
        | format |
        | PNG    |
        | JPG    |
        | GIF    |
        | SVG    |
        | WebP   |

    @AD-082
    Scenario: A larger illustration is scaled down and keeps its proportions
      Given the layout of the team "Support" has a PNG illustration of 1000 by 500 pixels
      When Ada signs in and works for the team "Support"
      Then Ada sees the illustration at 400 by 200 pixels

    @AD-082
    Scenario: An illustration at an address
      Given the layout of the team "Support" has an illustration at an address
      When Ada signs in and works for the team "Support"
      Then Ada sees the illustration

    @AD-082
    Scenario: An illustration that cannot be fetched leaves no broken image
      Given the layout of the team "Support" has an illustration that cannot be fetched
      When Ada signs in and works for the team "Support"
      Then Ada sees the default layout
      And Ada reads that the layout cannot be used and whom to contact

  Rule: Without an illustration the background is blank

    @AD-083
    Scenario: A team without its own layout has no illustration
      When Ada signs in and works for the team "Returns"
      Then Ada sees a blank Task page

    @AD-083
    Scenario: A layout without an illustration
      Given the layout of the team "Support" has the title "Harbour Support"
      When Ada signs in and works for the team "Support"
      Then Ada sees a blank Task page
