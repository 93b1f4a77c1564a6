"""The configuration as clients read it."""
