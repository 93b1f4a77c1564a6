Feature: Display size and zoom
  The desktop needs a display of more than 500 by 500 pixels, and is at its best with the browser's
  zoom at 100 %.

  Rule: The display has to be more than 500 by 500 pixels

    @AD-004
    Scenario Outline: 500 pixels on either side are too few
      Given Bo is signed in
      When Bo makes the window <size> pixels
      Then Bo reads that the window is too small

      @AD-002
      Examples: Not wide enough
        | size       |
        | 500 by 900 |

      @AD-003
      Examples: Not high enough
        | size       |
        | 900 by 500 |

      Examples: Only a pixel is missing, or one on each side
        | size       |
        | 500 by 500 |
        | 500 by 501 |
        | 501 by 500 |

    Scenario Outline: 501 pixels on either side are enough
      Given Bo is signed in
      When Bo makes the window <size> pixels
      Then Bo's window is large enough
      And Bo sees the Task page

      @AD-002
      Examples: Wide enough
        | size       |
        | 501 by 900 |

      @AD-003
      Examples: High enough
        | size       |
        | 900 by 501 |

    @AD-004
    Scenario: 501 by 501 pixels are enough
      Given Bo is signed in
      And Bo has made the window 500 by 500 pixels
      When Bo makes the window 501 by 501 pixels
      Then Bo's window is large enough
      And Bo sees the Task page

    @AD-004
    Scenario: Signing in at 501 by 501 pixels
      Given Bo's window is 501 by 501 pixels
      And Bo is at Station Credentials
      When Bo signs in with the number "2015532447"
      Then Bo is signed in with the dial number "+12015532447"

  Rule: A window that was too small is as before once it is large enough

    @AD-002 @AD-003
    Scenario: What was entered is still there
      Given Bo is at Station Credentials
      And Bo has entered the number "2015532447"
      And Bo has made the window 400 by 400 pixels
      When Bo makes the window 1280 by 900 pixels
      Then Bo sees Station Credentials
      And Bo sees the number "2015532447" under Dial Number

    @AD-002 @AD-003
    Scenario: Sign-in continues where it was
      Given Bo is at Station Credentials
      And Bo has entered the number "2015532447"
      And Bo has made the window 500 by 500 pixels
      And Bo has made the window 501 by 501 pixels
      When Bo submits Station Credentials
      Then Bo is signed in with the dial number "+12015532447"

    @AD-002 @AD-003
    Scenario: While the window is too small, Station Credentials cannot be reached
      Given Bo is at Station Credentials
      When Bo makes the window 500 by 500 pixels
      Then Bo reads that the window is too small
      And Bo no longer sees Station Credentials

    @AD-002 @AD-003
    Scenario: The session continues meanwhile
      Given Bo is signed in
      And Bo has become Available
      And Bo has made the window 400 by 400 pixels
      When Bo makes the window 1280 by 900 pixels
      Then Bo is Available

  Rule: A zoom other than 100 % brings advice and blocks nothing

    @AD-005
    Scenario: At 100 % there is no advice
      When Bo comes to Station Credentials
      Then Bo gets no advice about the zoom

    @AD-005 @full-browser
    Scenario Outline: A zoom other than 100 % brings advice
      Given Bo is signed in
      When Bo zooms <direction>
      Then Bo is advised to set the zoom to 100 %
      And Bo sees the Task page

      Examples:
        | direction |
        | in        |
        | out       |

    @AD-005 @full-browser
    Scenario: Back at 100 % the advice disappears
      Given Bo is signed in
      And Bo has zoomed in
      When Bo sets the zoom back to 100 %
      Then Bo gets no advice about the zoom

    @AD-005 @full-browser
    Scenario: The advice is still there after a reload
      Given Bo is signed in
      And Bo has zoomed out
      When Bo reloads the browser
      Then Bo is still advised to set the zoom to 100 %

    @AD-005 @full-browser
    Scenario: Signing in works at another zoom
      Given Bo is at Station Credentials
      And Bo has zoomed in
      When Bo signs in with the number "2015532447"
      Then Bo is signed in with the dial number "+12015532447"
      And Bo is advised to set the zoom to 100 %

    @AD-005 @full-browser
    Scenario: Availability can be changed at another zoom
      Given Bo is signed in
      And Bo has zoomed out
      When Bo becomes Available
      Then Bo is Available

    @AD-005 @full-browser
    Scenario: A high-density screen does not count as zoom
      Given Bo has a high-density screen
      When Bo comes to Station Credentials
      Then Bo gets no advice about the zoom
