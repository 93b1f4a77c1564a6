"""The service catalogue, metrics and logs."""
