"""The screens before the Task page: identity service, Station Credentials, Microsoft Teams account."""
