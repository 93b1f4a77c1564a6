"""The operations of the control plane, one module a subject."""
