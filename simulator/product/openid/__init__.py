"""An OpenID Connect provider without pages: clients, authorization requests, codes, browser sessions, endpoints.

The sites on which people sign in (the tenant's identity provider, its Microsoft Teams sign-in) have the pages.
"""
