"""The files that a run's record is turned into, one module each."""
