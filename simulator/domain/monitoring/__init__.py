"""Supervisors who listen to conversations: what a monitoring task is, and the rules."""
