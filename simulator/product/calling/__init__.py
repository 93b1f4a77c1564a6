"""Calls in the browser (PROTOCOL 7): clients and lines, the Mercury socket, call control, and the customer's audio."""

from deskproof.simulator.product.calling.exchange import Exchange

__all__ = ["Exchange"]
