"""The identity provider a person signs in at: its pages, over the provider in `deskproof.simulator.product.openid`."""

from deskproof.simulator.product.identity.app import identity_app

__all__ = ["identity_app"]
