"""What each kind of fault does when it fires, one module a kind. `kinds.py` has them in a table."""
