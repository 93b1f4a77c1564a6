"""The sign-in of Microsoft Teams accounts, a simulated Entra: pages over the provider of `product.openid`."""

from deskproof.simulator.product.entra.app import entra_app

__all__ = ["entra_app"]
