"""What surrounds a tenant while it runs: clocks, journal, faults. Rule: only `clock` here knows the real time."""
