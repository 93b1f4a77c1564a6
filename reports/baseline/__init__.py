"""Runs against each other: the history, what changed, which pictures differ."""
