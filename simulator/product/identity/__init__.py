"""The identity provider of a tenant: pages over the provider of `product.openid`."""
