"""Subscriptions of other systems to what happens in a tenant: webhooks."""
