"""What the wire says of conversations and monitoring: the vendor's tasks, always sent whole (PROTOCOL 6)."""

from deskproof.simulator.wire.floor.catalogue import FRAMES, OPERATIONS

__all__ = ["FRAMES", "OPERATIONS"]
