"""The emulated product at the edge: identity, service catalogue, REST, notification sockets: decode, call once, encode."""
