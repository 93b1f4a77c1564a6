"""What the wire says of calls in the browser: device registration, Mercury, Mobius (PROTOCOL 7)."""

from deskproof.simulator.wire.calling.catalogue import CALLING_OPERATIONS, EVENTS

__all__ = ["CALLING_OPERATIONS", "EVENTS"]
