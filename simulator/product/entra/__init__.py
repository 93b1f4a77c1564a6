"""The sign-in of Microsoft Teams accounts, a simulated Entra: pages over the provider of `product.openid`."""
