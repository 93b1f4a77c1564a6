"""The close codes of the product's sockets: those of RFC 6455, and those that the vendor's client knows by name."""

BAD_REQUEST = 4400
"""The close code after a frame that cannot be read; the vendor's client knows it by this name."""
NOT_AUTHORIZED = 4401
"""The close code where no token speaks for the client, or no longer; the vendor's client knows it by this name."""
NOT_FOUND = 4404
"""The close code of an address that nobody was given; the vendor's client knows it by this name."""
NOT_READ = 1008
"""The close code of a socket whose client does not read (RFC 6455, 7.4.1: a policy is violated)."""
RESTARTING = 1012
"""The close code of a service that restarts: clients come back."""
GOING_AWAY = 1001
"""The close code of a tenant that ends."""
NOT_UTF_8 = 1007
"""The close code of RFC 6455 for a text that is not UTF-8."""
