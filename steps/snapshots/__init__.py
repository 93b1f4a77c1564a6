"""Snapshots: what the pages of a scenario read, and what was exchanged, when it was last found right."""
