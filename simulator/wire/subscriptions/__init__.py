"""Subscriptions and the webhooks they cause."""
