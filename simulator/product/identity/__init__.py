"""The identity provider a person signs in at: its pages, over the provider in `simulator.product.openid`."""

from simulator.product.identity.app import identity_app

__all__ = ["identity_app"]
