"""Conversations of customers with agents: what they are, and the rules."""
