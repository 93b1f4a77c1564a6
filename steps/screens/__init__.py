"""The screens of a desktop. Rule: locators are here and nowhere else.

`interface` has the methods of every desktop's screens; `reference` implements them for the reference desktop. A second
desktop is one more folder beside it.
"""
