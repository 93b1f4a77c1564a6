"""Calls in the browser: clients, lines, calls, and the events on the Mercury socket (PROTOCOL 7)."""
