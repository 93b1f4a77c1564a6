"""Scenarios that run more than once in a run: retries, and trials of derived defects."""
