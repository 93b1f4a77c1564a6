"""The emulated product at the edge: identity, catalogue, REST, notification sockets: decode, call once, encode."""
