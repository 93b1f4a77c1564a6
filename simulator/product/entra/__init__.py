"""The sign-in of Microsoft Teams accounts, a simulated Entra: a page over the provider of `simulator.product.openid`."""

from simulator.product.entra.app import entra_app

__all__ = ["entra_app"]
