"""The emulated product at the edge: identity, service catalogue, REST and notification sockets. Rule: decode, call once, encode."""
