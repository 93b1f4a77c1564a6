Feature: Opening the desktop

  @DESK-1
  Scenario: The desktop greets the agent
    When Ada opens the address from the administrator
    Then Ada is greeted with "Good morning"
    And the desktop names its tenant to Ada
