Feature: Chats, e-mails and messages
  What a customer writes waits on the desktop, whatever the agent's station; the agent accepts it, ends it and wraps it up.

  Rule: What a customer writes is offered, accepted and ended on the desktop

    Background:
      Given Ada is signed in
      And Ada has become Available

    @CALL-8
    Scenario Outline: What a customer writes waits to be accepted
      When a customer writes <what>
      Then Ada sees that <what> waits
      And no phone rings

      Examples:
        | what      |
        | a chat    |
        | an e-mail |
        | a message |

    @CALL-8
    Scenario Outline: The agent accepts it
      Given a customer has written <what>
      When Ada accepts the conversation
      Then Ada sees the interaction control pane of a conversation that is connected

      Examples:
        | what      |
        | a chat    |
        | an e-mail |
        | a message |

    @CALL-8
    Scenario Outline: The agent ends it
      Given Ada has accepted <what>
      When Ada ends the conversation
      Then Ada is in wrap-up and reads that the agent ended the conversation

      Examples:
        | what      |
        | a chat    |
        | an e-mail |
        | a message |

    @CALL-8
    Scenario: The customer leaves it
      Given Ada has accepted a chat
      When the customer leaves the conversation
      Then Ada is in wrap-up and reads that the customer left

    @CALL-8
    Scenario: The customer leaves before anybody accepts
      Given a customer has written a chat
      And Ada sees that a chat waits
      When the customer leaves the conversation
      Then Ada has no call

    @CALL-8
    Scenario: The wrap-up is its end
      Given Ada has accepted a chat
      And Ada has ended the conversation
      When Ada submits the wrap-up
      Then Ada has no call

    @CALL-8
    Scenario: It is still there after a reload
      Given Ada has accepted a chat
      When Ada reloads the browser
      Then Ada sees the interaction control pane of a conversation that is connected

    @CALL-8
    Scenario: Nobody accepts in time
      Given a customer has written a chat
      When 18 seconds pass
      Then Ada reads that the chat was not accepted
      And Ada has no call

    @CALL-8
    Scenario: What nobody accepted comes back
      Given a customer has written a chat
      And 18 seconds have passed
      And Ada has read that the chat was not accepted
      When Ada chooses Available in the message
      Then Ada sees that a chat waits

    @CALL-8
    Scenario: Accepting is refused
      Given a customer has written a chat
      And the service refuses the next request to accept the conversation
      When Ada accepts the conversation
      Then Ada reads that the request to accept the conversation was refused
      And Ada sees that a chat waits

    @AD-087
    Scenario: Sign Out has to wait while a chat is connected
      Given Ada has accepted a chat
      And Ada has opened User Profile
      When Ada clicks Sign Out
      Then Ada reads that Sign Out has to wait because a conversation is connected
      And Ada is still signed in

  Rule: An agent can have several conversations

    Background:
      Given Ada is signed in
      And Ada has become Available

    @CALL-8
    Scenario: The one that was accepted last is in the pane
      Given Ada has accepted a chat from "Otto Berg"
      And a customer named "Eva Holm" has written an e-mail
      When Ada accepts the conversation
      Then Ada sees the conversation with "Eva Holm" in the interaction control pane

    @CALL-8
    Scenario: The agent chooses which one is in the pane
      Given Ada has accepted a chat from "Otto Berg"
      And Ada has accepted an e-mail from "Eva Holm"
      When Ada chooses the conversation with "Otto Berg"
      Then Ada sees the conversation with "Otto Berg" in the interaction control pane

    @CALL-8
    Scenario: After the wrap-up of one the other is in the pane
      Given Ada has accepted a chat from "Otto Berg"
      And Ada has accepted an e-mail from "Eva Holm"
      And Ada has ended the conversation
      When Ada submits the wrap-up
      Then Ada sees the conversation with "Otto Berg" in the interaction control pane

    @CALL-8
    Scenario: No chat is offered to an agent who has three
      Given Ada has accepted a chat from "Otto Berg"
      And Ada has accepted a chat from "Eva Holm"
      And Ada has accepted a chat from "Nils Dahl"
      When a customer writes a chat
      Then the conversation waits in the queue

    @CALL-8
    Scenario: An agent who has three chats is offered an e-mail
      Given Ada has accepted a chat from "Otto Berg"
      And Ada has accepted a chat from "Eva Holm"
      And Ada has accepted a chat from "Nils Dahl"
      When a customer writes an e-mail
      Then Ada sees that an e-mail waits

    @CALL-8
    Scenario: A call goes before a chat that waits
      Given a customer has written a chat
      And Ada sees that a chat waits
      When a customer calls
      Then Ada's phone rings

  Rule: Several agents

    @CALL-8
    Scenario: What one agent leaves goes to another
      Given Ada is signed in with the number "2015550123"
      And Bo is signed in with the number "2015550124"
      And Ada has become Available
      And a customer has written a chat
      And Ada sees that a chat waits
      And Bo has become Available
      When 18 seconds pass
      Then Bo sees that a chat waits

    @CALL-8
    Scenario: What comes in goes to the agent who has been Available longest
      Given Ada is signed in with the number "2015550123"
      And 60 seconds have passed
      And Bo is signed in with the number "2015550124"
      And Bo has become Available
      And 60 seconds have passed
      And Ada has become Available
      When a customer writes a chat
      Then Bo sees that a chat waits
