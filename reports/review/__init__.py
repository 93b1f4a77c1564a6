"""Review and sign-off: who has approved what, and which approvals are still valid.

Rule: an approval is valid for what was seen when it was given, and for nothing else (decision 0013).
"""
