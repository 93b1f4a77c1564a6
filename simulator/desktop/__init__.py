"""The reference Agent Desktop: static files and the routes that serve them.

Rule: it uses the product's wire and no back door.
"""
