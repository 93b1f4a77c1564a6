"""What a run has before its first scenario: what its project names, and its desktop."""
