"""Calls: customers, phones, talking in the browser, and monitoring."""
