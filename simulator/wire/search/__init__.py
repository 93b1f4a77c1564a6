"""Searches over what happened, in GraphQL (Search of the public API)."""
