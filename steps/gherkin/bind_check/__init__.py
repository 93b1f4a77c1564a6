"""The check before a run: every step has one definition, every scenario a claim, and both editions say the same."""
