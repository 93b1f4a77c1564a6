Feature: Desktop layouts
  The administrator decides by layout what the desktop of a team looks like, and may put an
  illustration behind its Task page.

  Rule: The look of the desktop follows the layout of the team

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
    Scenario: A team without a layout of its own has the global layout
      Given the global layout has the title "Harbour Everywhere"
      And the layout of the team "Support" has the title "Harbour Support"
      When Ada signs in and works for the team "Returns"
      Then Ada sees the title "Harbour Everywhere"
      And Ada reads nothing about the layout

    @AD-001
    Scenario Outline: The header actions are in the order of the layout
      Given the layout of the team "Support" orders the header actions like this:
        | <first>  |
        | <second> |
      When Ada signs in and works for the team "Support"
      Then Ada sees these header actions:
        | <first>  |
        | <second> |

      Examples:
        | first        | second       |
        | notification | webex        |
        | webex        | notification |

    @AD-001
    Scenario: A layout without header actions has none
      Given the layout of the team "Support" has no header actions
      When Ada signs in and works for the team "Support"
      Then Ada sees no header actions

    @AD-001
    Scenario: The logo is that of the layout
      Given the layout of the team "Support" has a logo of its own
      When Ada signs in and works for the team "Support"
      Then Ada sees the logo of the layout

    @AD-001
    Scenario: A layout can do without a logo
      Given the layout of the team "Support" wants no logo
      When Ada signs in and works for the team "Support"
      Then Ada sees no logo

    @AD-001
    Scenario: The navigation leads to the pages of the layout
      Given the layout of the team "Support" has a page "Scripts" with the words "Say hello first"
      And Ada is signed in and works for the team "Support"
      When Ada turns to the page "Scripts"
      Then Ada reads the words "Say hello first"

    @AD-001
    Scenario: A page of the layout stays open when the browser is read in again
      Given the layout of the team "Support" has a page "Scripts" with the words "Say hello first"
      And Ada is signed in and works for the team "Support"
      And Ada has turned to the page "Scripts"
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
    Scenario: The panel says what the layout says
      Given the layout of the team "Support" has a panel with the words "Warehouse 1001"
      When Ada signs in and works for the team "Support"
      Then Ada reads the words "Warehouse 1001" in the panel

    @AD-001
    Scenario: What the layout has for every page is on every page
      Given the layout of the team "Support" has the words "Open until 17" on every page
      When Ada signs in and works for the team "Support"
      Then Ada reads the words "Open until 17" on every page

    @AD-001
    Scenario: What is on every page is still there on another page
      Given the layout of the team "Support" has a page "News", and the words "Open until 17" on every page
      And Ada is signed in and works for the team "Support"
      When Ada turns to the page "News"
      Then Ada reads the words "Open until 17" on every page

    @AD-001
    Scenario: A new layout applies when the browser is read in again, and not before
      Given the layout of the team "Support" has the title "Harbour Support"
      And Ada is signed in and works for the team "Support"
      And the administrator has given the layout of the team "Support" the title "Lakeside Support"
      When 1 hour passes
      Then Ada still sees the title "Harbour Support"

    @AD-001
    Scenario: Reading in the browser again brings the new layout
      Given the layout of the team "Support" has the title "Harbour Support"
      And Ada is signed in and works for the team "Support"
      And the administrator has given the layout of the team "Support" the title "Lakeside Support"
      When Ada reloads the browser
      Then Ada sees the title "Lakeside Support"

  Rule: The layout speaks to each role

    @AD-001
    Scenario: Supervisor and Agent has a look of its own
      Given the layout of the team "Support" has the title "Harbour Leads" for the role Supervisor and Agent
      And Lars is at Station Credentials
      And Lars has chosen the role Supervisor and Agent
      And Lars has picked the team "Support"
      When Lars signs in with the number "2015532447"
      Then Lars sees the title "Harbour Leads"

    @AD-001
    Scenario: A supervisor has the layout of the primary team
      Given the layout of the team "Support" has the title "Harbour Control" for the role Supervisor
      And the primary team of Signe is "Support"
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

  Rule: A layout that cannot be used is told, and the default stands in

    @AD-001
    Scenario Outline: A layout that cannot be used
      Given the layout of the team "Support" <defect>
      When Ada signs in and works for the team "Support"
      Then Ada sees the default layout
      And Ada reads that the layout cannot be used and whom to tell

      Examples: An incomplete file, a value of the wrong type, and no role
        | defect                     |
        | is torn in half            |
        | has a number for its title |
        | is for no role             |

  Rule: The Task page can have an illustration as its background

    @AD-082
    Scenario Outline: An illustration of each format
      Given the layout of the team "Support" has a <format> illustration of 300 by 200 pixels
      When Ada signs in and works for the team "Support"
      Then Ada sees the illustration in 300 by 200 pixels

      Examples:
        | format |
        | PNG    |
        | JPG    |
        | GIF    |
        | SVG    |
        | WebP   |

    @AD-082
    Scenario: A larger illustration is made smaller and keeps its shape
      Given the layout of the team "Support" has a PNG illustration of 1000 by 500 pixels
      When Ada signs in and works for the team "Support"
      Then Ada sees the illustration in 400 by 200 pixels

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
      And Ada reads that the layout cannot be used and whom to tell

  Rule: Without an illustration the background is blank

    @AD-083
    Scenario: No layout of its own, no illustration
      When Ada signs in and works for the team "Returns"
      Then Ada sees a blank Task page

    @AD-083
    Scenario: A layout without an illustration
      Given the layout of the team "Support" has the title "Harbour Support"
      When Ada signs in and works for the team "Support"
      Then Ada sees a blank Task page
