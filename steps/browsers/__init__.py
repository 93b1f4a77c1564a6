"""The browsers of a machine, and those that a run has open."""
