"""Sign-in: the address, the identity service, Station Credentials, Microsoft Teams, and what goes wrong."""
