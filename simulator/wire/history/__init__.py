"""What agents did, as the vendor's public API tells it."""
