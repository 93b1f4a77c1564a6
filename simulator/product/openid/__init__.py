"""An OpenID Connect provider without pages: clients, authorization requests, codes, browser sessions, endpoints.

Whoever has people sign in (the tenant's identity provider, its Microsoft Teams sign-in) brings the pages.
"""
