"""Review and sign-off: who has approved what, what still holds, and the server of the page on which it is said.

Rule: an approval holds for what was seen when it was given, and for nothing else (decision 0013).
"""
