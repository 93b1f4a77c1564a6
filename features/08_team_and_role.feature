Feature: Team and role
  The agent picks the team to work for; somebody who is both supervisor and agent chooses the role first.

  Rule: The team is picked from a list

    @AD-076
    Scenario: The list has the agent's own teams
      Given Ada is at Station Credentials
      When Ada opens the list of teams
      Then Ada finds these teams:
        | Support |
        | Sales   |
        | Returns |

    @AD-076
    Scenario Outline: The agent is signed in to the picked team
      Given Ada is at Station Credentials
      And Ada has entered the number "2015532447"
      And Ada has picked the team "<team>"
      When Ada submits Station Credentials
      Then Ada is signed in to the team "<team>"

      Examples:
        | team    |
        | Support |
        | Sales   |
        | Returns |

    @AD-076
    Scenario: Without a team there is no sign-in
      Given Ada is at Station Credentials
      When Ada tries to sign in with the number "2015532447"
      Then Ada reads that a team has to be picked
      And Ada is not signed in

    @AD-076
    Scenario: An agent in a thousand teams signs in to the last of them
      Given the administrator has put Ada in 1000 teams
      And Ada is at Station Credentials
      And Ada has entered the number "2015532447"
      When Ada picks the team "Team 1000"
      And Ada submits Station Credentials
      Then Ada is signed in to the team "Team 1000"

  Rule: Typing narrows the list of teams

    @AD-077
    Scenario Outline: The list shows the teams whose names contain what is typed
      Given Ada is at Station Credentials
      When Ada looks for the team "<typed>"
      Then Ada finds the team "<found>"
      And Ada does not find the team "<hidden>"

      Examples: The beginning, the end, and in any case of letters
        | typed | found   | hidden  |
        | Sup   | Support | Sales   |
        | turns | Returns | Support |
        | SALE  | Sales   | Returns |

    @AD-077
    Scenario: Text that matches no team finds none
      Given Ada is at Station Credentials
      When Ada looks for the team "Night shift"
      Then Ada finds no team

    @AD-077
    Scenario: A team found by typing can be picked
      Given Ada is at Station Credentials
      And Ada has entered the number "2015532447"
      And Ada has looked for the team "ret" and picked "Returns"
      When Ada submits Station Credentials
      Then Ada is signed in to the team "Returns"

    @AD-077
    Scenario Outline: Enter picks the team that fits best
      Given the administrator has put Ada in these teams:
        | Malmö Support      |
        | Supporters' Club   |
        | Support            |
        | Côte d'Azur - Nice |
      And Ada is at Station Credentials
      When Ada looks for the team "<typed>" and presses Enter
      Then Ada sees that the team "<team>" is picked

      Examples: A whole name, the beginning of a name, and names without accents, apostrophes and hyphens
        | typed           | team               |
        | support         | Support            |
        | supporters      | Supporters' Club   |
        | malmo           | Malmö Support      |
        | cote dazur nice | Côte d'Azur - Nice |

    @AD-076
    Scenario Outline: Leaving the list picks no team
      Given Ada is at Station Credentials
      When Ada looks for the team "<typed>" and presses <key>
      Then Ada sees that no team is picked

      Examples:
        | typed   | key    |
        | Sup     | Tab    |
        | Support | Tab    |
        | Support | Escape |

    @AD-077
    Scenario Outline: A list that is opened again shows every team
      Given Ada is at Station Credentials
      And Ada has looked for the team "Sup" and pressed <key>
      When Ada opens the list of teams
      Then Ada finds these teams:
        | Support |
        | Sales   |
        | Returns |

      Examples: With a team picked, and without
        | key    |
        | Enter  |
        | Escape |

    @AD-076
    Scenario: After clearing the team the agent types on at once
      Given Ada is at Station Credentials
      And Ada has picked the team "Support"
      When Ada clears the team and types "Sal"
      Then Ada finds the team "Sales"
      And Ada does not find the team "Support"

    @AD-076
    Scenario: A saved team that the agent has left gives way to the only one there is
      Given Ada has ticked Remember My Credentials, signed in with Dial Number and the number "2025550123", and signed out
      And the administrator has put Ada in these teams:
        | Returns |
      When Ada comes to Station Credentials
      Then Ada sees that the team "Returns" is picked

    @AD-076
    Scenario: An agent who has left the saved team picks one of several again
      Given Ada has ticked Remember My Credentials, signed in with Dial Number and the number "2025550123", and signed out
      And the administrator has put Ada in these teams:
        | Sales   |
        | Returns |
      And Ada is at Station Credentials
      When Ada submits Station Credentials
      Then Ada reads that a team has to be picked
      And Ada is not signed in

  Rule: The role decides whether there is a team to pick

    @AD-078
    Scenario: Supervisor and Agent has a team to pick
      Given Lars is at Station Credentials
      When Lars chooses the role Supervisor and Agent
      Then Lars is asked for a team

    @AD-078 @AD-079
    Scenario: Supervisor has no team to pick
      Given Lars is at Station Credentials
      And Lars has chosen the role Supervisor and Agent
      When Lars chooses the role Supervisor
      Then Lars is not asked for a team

    @AD-078
    Scenario: Supervisor and Agent signs in to the picked team
      Given Lars is at Station Credentials
      And Lars has chosen the role Supervisor and Agent
      And Lars has picked the team "Support"
      When Lars signs in with the number "2015532447"
      Then Lars is signed in to the team "Support"
      And Lars is signed in as Supervisor and Agent

    @AD-079
    Scenario: Supervisor signs in without a team
      Given Lars is at Station Credentials
      And Lars has chosen the role Supervisor
      When Lars signs in with the number "2015532447"
      Then Lars is not signed in to a team
      And Lars is signed in as Supervisor

    @AD-079
    Scenario: Supervisor signs in without the team that was picked for the other role
      Given Lars is at Station Credentials
      And Lars has chosen the role Supervisor and Agent
      And Lars has picked the team "Support"
      And Lars has chosen the role Supervisor
      When Lars signs in with the number "2015532447"
      Then Lars is not signed in to a team
      And Lars is signed in as Supervisor

    @AD-078
    Scenario: The team is still picked when the agent comes back to its role
      Given Lars is at Station Credentials
      And Lars has chosen the role Supervisor and Agent
      And Lars has picked the team "Support"
      And Lars has chosen the role Supervisor
      When Lars chooses the role Supervisor and Agent
      Then Lars sees that the team "Support" is picked

    @AD-078
    Scenario: An agent who is not a supervisor has a team but no role to choose
      When Ada comes to Station Credentials
      Then Ada is asked for a team
      And Ada is not asked for a role

    @AD-079
    Scenario: A supervisor who is not an agent has no team to pick
      When Signe comes to Station Credentials
      Then Signe is not asked for a team
      And Signe is not asked for a role

    @AD-079
    Scenario: A supervisor who is not an agent signs in without a team
      Given Signe is at Station Credentials
      When Signe signs in with the number "2015532447"
      Then Signe is not signed in to a team
