"""The people of a scenario and what they can do and see."""
