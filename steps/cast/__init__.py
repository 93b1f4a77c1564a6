"""The people of a scenario: what they can do and see, and what the tenant knows about them."""
