"""The simulated contact-centre tenant: core, wire, runtime, the product's surface, control plane and reference desktop."""
