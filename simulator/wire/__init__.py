"""The wire: what clients send and get, one folder a service, and the catalogue that joins them."""
