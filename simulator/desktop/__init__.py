"""The reference Agent Desktop: static files and the route that serves them. Rule: it uses the product's wire and no back door."""
