"""What the desktop looks like to a test. Rule: the only place with locators.

`interface` names the verbs; `reference` keeps them for the reference desktop. A second desktop is one more folder
beside it.
"""
