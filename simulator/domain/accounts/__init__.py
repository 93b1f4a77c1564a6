"""Accounts of people at the identity provider: what they are, and the rules."""
