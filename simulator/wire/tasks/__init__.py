"""Conversations: the vendor's tasks, always sent whole (PROTOCOL 6)."""
