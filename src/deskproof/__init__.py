"""Deskproof: a simulated contact centre, the scenarios that prove an agent desktop against it, and their reports."""
