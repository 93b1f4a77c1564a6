"""What the wire says of conversations and monitoring: the vendor's tasks, always sent whole (PROTOCOL 6)."""
