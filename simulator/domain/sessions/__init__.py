"""Connections of desktops and sessions of agents: what they are, and the rules."""
