"""Subscriptions, station sign-in, agent states, buddies and sign-out."""
