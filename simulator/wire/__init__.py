"""The product's JSON. Rule: the only place that knows field names and frame types of the wire."""
