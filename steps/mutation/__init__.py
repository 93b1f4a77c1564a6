"""Scenarios against a product that is broken on purpose."""
