"""Feature files: read, checked, and bound to the sentences that step definitions know."""
