"""Monitoring of conversations by supervisors."""
