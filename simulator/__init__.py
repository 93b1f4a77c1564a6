"""The simulated contact-centre tenant: core, wire, runtime, product, control plane and reference desktop."""
