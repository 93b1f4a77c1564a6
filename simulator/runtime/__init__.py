"""Tenants at work: their clock, journal, mailboxes, faults, and the world that holds them."""
